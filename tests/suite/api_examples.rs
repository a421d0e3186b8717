// SPDX-License-Identifier: EUPL-1.2
//! The examples of the description: every answer has one, each is what the service answers when it is asked again, and each keeps
//! to its schema. So none can lag, and nobody writes them.

use actix_web::http::Method;
use actix_web::test::TestRequest;
use serde_json::Value;

use crate::openapi::Checker;
use crate::support::{Reply, Service};

const OPENAPI: &str = "/api/v1/openapi.json";

/// Every described answer with a body: its operation, status, media type and content.
fn answers(document: &Value) -> Vec<(&str, &str, &str, &Value)> {
    let mut answers = Vec::new();
    for operations in document["paths"].as_object().expect("paths").values() {
        for operation in operations.as_object().expect("operations").values() {
            let id = operation["operationId"].as_str().expect("a name");
            for (status, answer) in operation["responses"].as_object().expect("answers") {
                let contents = answer["content"].as_object().into_iter().flatten();
                answers.extend(contents.map(|(kind, content)| (id, status.as_str(), kind.as_str(), content)));
            }
        }
    }
    answers
}

/// The examples of an answer, those that several share as well.
fn examples<'a>(document: &'a Value, content: &'a Value) -> Vec<&'a Value> {
    let shared = |example: &'a Value| {
        let place = example["$ref"].as_str().map(|place| place.trim_start_matches('#'));
        place.map_or(example, |place| document.pointer(place).expect("a shared example"))
    };
    content["examples"].as_object().into_iter().flatten().map(|(_, example)| shared(example)).collect()
}

/// Asks what an example says that was asked.
fn ask_again(service: &Service, asked: &Value) -> Reply {
    let method = Method::from_bytes(asked["method"].as_str().expect("a method").as_bytes()).expect("a known method");
    let mut request = TestRequest::default().method(method).uri(asked["path"].as_str().expect("an address"));
    if let Some(body) = asked.get("body") {
        request = request.set_payload(body.to_string());
    }
    if let Some(blanks) = asked["blanks"].as_u64() {
        request = request.set_payload(" ".repeat(usize::try_from(blanks).expect("a number")));
    }
    for (name, value) in asked["headers"].as_object().into_iter().flatten() {
        request = request.insert_header((name.as_str(), value.as_str().expect("a text")));
    }
    service.ask(request)
}

/// Whether an example is the answer, or, where it says that it is shortened, how the answer begins.
fn fits(example: &Value, answer: &Value) -> bool {
    let told = &example["value"];
    if example["x-shortened"] != true {
        // The text too: members stand in the same order.
        let [told, answer] = [told, answer].map(Value::to_string);
        return told == answer;
    }
    let begins = |(name, value): (&String, &Value)| match (value, &answer[name]) {
        (Value::Array(first), Value::Array(all)) => first.len() <= 1 && all.starts_with(first),
        (value, now) => value == now,
    };
    told.as_object().is_some_and(|members| !members.is_empty() && members.iter().all(begins))
}

#[test]
fn every_example_is_what_the_service_answers_and_keeps_to_its_schema() {
    let past = crate::repo::with_changes();
    for service in [Service::base(), Service::real(), past.service()] {
        let document = service.json(OPENAPI);
        let checker = Checker { document: &document };
        let mut asked_again = 0;
        for (id, status, kind, content) in answers(&document) {
            let told = examples(&document, content);
            assert!(!told.is_empty(), "{id} {status} has no example");
            for example in told {
                checker
                    .check(&example["value"], &content["schema"])
                    .unwrap_or_else(|error| panic!("{id} {status}: {error}"));
                let Some(asked) = example.get("x-request") else {
                    assert!(matches!(status, "410" | "500" | "503"), "{id} {status} says not how it was asked");
                    continue;
                };
                let reply = ask_again(&service, asked);
                assert_eq!((reply.status.as_str(), reply.header("content-type")), (status, kind), "{asked}");
                assert!(fits(example, &reply.json()), "{id} {status} {asked}\n{}\n{}", example["value"], reply.text());
                asked_again += 1;
            }
        }
        assert!(asked_again > 100, "{asked_again}");
    }
}

#[test]
fn everything_is_described_in_dutch_and_in_english() {
    let document = Service::base().json(OPENAPI);
    let mut described = Vec::new();
    collect(&document["paths"], &mut described);
    collect(&document["tags"], &mut described);
    for part in ["headers", "parameters"] {
        collect(&document["components"][part], &mut described);
    }
    assert!(described.len() > 200, "{}", described.len());
    let says = |text: &str, words: &[&str]| {
        text.to_lowercase().split(|letter: char| !letter.is_alphanumeric()).any(|word| words.contains(&word))
    };
    for text in described {
        // Every one is a text in Dutch and one in English, each a sentence of its own, or a name in both.
        let ends = text.split_once(". ").or_else(|| text.split_once("? "));
        let (_, rest) = ends.unwrap_or_else(|| panic!("one sentence alone: {text}"));
        assert!(!rest.is_empty(), "{text}");
        let is_long = text.split(' ').count() > 12;
        assert!(
            !is_long || says(&text, &["de", "het", "een", "van", "of", "niet", "alles", "wat", "alleen", "twee"]),
            "no Dutch: {text}"
        );
        assert!(!is_long || says(&text, &["the", "of", "a", "to", "is", "what", "only", "this"]), "no English: {text}");
    }
}

/// Every description below a value, but for what examples say.
fn collect(value: &Value, into: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            for (name, member) in members {
                match member {
                    Value::String(text) if name == "description" => into.push(text.clone()),
                    _ if name == "examples" || name == "example" => {}
                    member => collect(member, into),
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| collect(item, into)),
        _ => {}
    }
}
