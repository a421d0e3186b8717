// SPDX-License-Identifier: EUPL-1.2
//! Problems: what the service can emit is listed, each in the list has its page, and all is said in the language of who asks.

use std::collections::BTreeSet;

use actix_web::http::Method;
use actix_web::test::TestRequest;
use serde_json::{Value, json};
use taalbrug::http::PROBLEMS;

use crate::support::{Reply, Service, root};

const LIST: &str = "/api/v1/problems";

fn listed(service: &Service) -> Vec<Value> {
    service.json(LIST)["problems"].as_array().expect("a list").clone()
}

fn ask(service: &Service, address: &str, accept: &str) -> Reply {
    let request = TestRequest::get().uri(address);
    service.ask(if accept.is_empty() { request } else { request.insert_header(("Accept-Language", accept)) })
}

#[test]
fn every_kind_of_problem_in_the_sources_is_listed_and_nothing_else_makes_one() {
    let kinds = std::fs::read_to_string(root().join("src/http/problem/kinds.rs")).expect("the table");
    let made: BTreeSet<&str> = kinds.split("slug: \"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let told = listed(&Service::base());
    let types: Vec<&str> = told.iter().filter_map(|problem| problem["type"].as_str()).collect();
    let known: BTreeSet<&str> = types.iter().map(|kind| kind.trim_start_matches("/problems/")).collect();
    assert_eq!((made.clone(), types.len()), (known, made.len()));
    // A kind is made in the table alone, and a problem only of a kind.
    for entry in walkdir(&root().join("src/http")) {
        let text = std::fs::read_to_string(&entry).expect("a source file");
        let is_home = entry.ends_with("problem/kinds.rs") || entry.ends_with("problem/mod.rs");
        assert!(is_home || !text.contains("application/problem+json\""), "{} writes a problem itself", entry.display());
        assert!(entry.ends_with("problem/kinds.rs") || !text.contains("Kind = Kind {"), "{}", entry.display());
    }
}

/// Every Rust file below a folder, but for the description of the API, which names the media type of what others write.
fn walkdir(folder: &std::path::Path) -> Vec<std::path::PathBuf> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()) {
        if entry.is_dir() {
            files.extend(walkdir(&entry));
        } else if entry.extension().is_some_and(|ending| ending == "rs")
            && !entry.ends_with("api/openapi.rs")
            && !entry.ends_with("api/examples.rs")
        {
            files.push(entry);
        }
    }
    files
}

#[test]
fn every_listed_problem_has_a_page_in_both_languages_that_says_what_it_means_and_how_to_mend_it() {
    let service = Service::base();
    for problem in listed(&service) {
        let kind = problem["type"].as_str().expect("an address");
        for (lang, other, names) in
            [("nl", "en", ["title", "means", "mend"]), ("en", "nl", ["titleEnglish", "meansEnglish", "mendEnglish"])]
        {
            let page = ask(&service, &format!("{kind}?lang={lang}"), "");
            assert_eq!((page.status.as_u16(), page.header("content-language")), (200, lang), "{kind}");
            let html = page.text();
            let (own, rest) = html.split_once(&format!("<section lang=\"{other}\"")).expect("the other language");
            for name in names {
                assert!(own.contains(problem[name].as_str().expect("a text")), "{kind} {lang}: {name}");
            }
            let there = if lang == "nl" { "meansEnglish" } else { "means" };
            assert!(rest.contains(problem[there].as_str().expect("a text")), "{kind} {lang}");
        }
    }
    assert_eq!(service.get("/problems/none").status, 404);
    assert_eq!(listed(&service).len(), PROBLEMS.len());
}

#[test]
fn a_problem_is_told_in_the_language_that_the_address_asks_for_or_else_the_reader() {
    let service = Service::base();
    let dutch = "Deze term staat niet in de woordenlijst";
    for (address, accept, lang, title) in [
        ("/api/v1/terms/nergens", "", "nl", dutch),
        ("/api/v1/terms/nergens", "de, en;q=0.5", "en", "Unknown term"),
        ("/api/v1/terms/nergens?lang=en", "nl", "en", "Unknown term"),
        ("/api/v1/terms/nergens?lang=nl", "en", "nl", dutch),
        ("/doc/nergens", "en", "en", "Unknown term"),
        ("/export/nergens", "en", "en", "Unknown path"),
        ("/api/v1/nergens", "en", "en", "Unknown path"),
    ] {
        let reply = ask(&service, address, accept);
        assert_eq!(reply.json()["title"], title, "{address} {accept}");
        // A document has more than one form, too.
        let vary = if address.starts_with("/doc/") { "Accept, Accept-Language" } else { "Accept-Language" };
        assert_eq!((reply.header("content-language"), reply.header("vary")), (lang, vary), "{address}");
        assert_eq!(reply.header("content-type"), "application/problem+json");
    }
}

/// Addresses that are refused.
const REFUSED: &[&str] = &[
    "/search?q=a&q=b&page=0&domain=socail&sort=x&x=1&differ=maan",
    "/search?q=domein:maan",
    "/search?domain=social,",
    "/search?q=-weg",
    "/suggest",
    "/translations?q=a&from=social&to=social",
    "/translations",
    "/terms/melding?on=1&place=ergens",
    "/terms/melding?on=2999-01-01",
    "/terms/melding?on=2026-05-01",
    "/terms/melding/divergences?between=maan",
    "/cards?between=social&lang=fr",
];

/// Bodies that are refused.
fn refused() -> Vec<(&'static str, Value)> {
    let long = "x".repeat(201);
    vec![
        ("/search", json!({ "q": long, "page": "1", "domain": [true], "x": 1 })),
        ("/search", json!([])),
        ("/terms/lookup", json!({ "words": "x" })),
        ("/terms/lookup", json!({ "words": [" ", 1, long], "x": 1 })),
        ("/terms/lookup", json!({})),
        ("/annotations", json!({ "text": " ", "writer": "maan" })),
        ("/annotations", json!({})),
        ("/compare", json!({})),
        ("/compare", json!({ "a": { "definition": "!", "facets": { "doel": "x" } }, "b": [] })),
        (
            "/compare",
            json!({ "a": { "definition": "Hulp.", "values": { "within": "x", "age": { "from": 9, "to": 2 }, "consent": "ja" } },
                    "b": { "values": { "age": {}, "roles": "x" } } }),
        ),
    ]
}

/// What a refusal says.
fn told(reply: &Reply) -> Vec<String> {
    let body = reply.json();
    assert!(reply.status.is_client_error(), "{}", reply.text());
    let faults = body["errors"].as_array().cloned().unwrap_or_default();
    let texts = faults.iter().map(|fault| &fault["reason"]).chain([&body["title"], &body["detail"]]);
    texts.map(|text| text.as_str().expect("a text").to_owned()).collect()
}

#[test]
fn every_fault_is_told_in_english_as_it_is_in_dutch() {
    let service = Service::base();
    let both = |request: &dyn Fn() -> TestRequest| {
        let dutch = told(&service.ask(request()));
        let english = told(&service.ask(request().insert_header(("Accept-Language", "en"))));
        assert_eq!(dutch.len(), english.len());
        for (dutch, english) in dutch.iter().zip(&english) {
            let is_dutch = |part: &&str| english.contains(part);
            let left = [" de ", " een ", " het ", "Dit ", "Deze ", " hoort", " niet", " nodig", " woorden"];
            assert!(dutch != english && !left.iter().any(is_dutch), "{dutch}\n{english}");
        }
    };
    for path in REFUSED {
        both(&|| TestRequest::get().uri(&format!("/api/v1{path}")));
    }
    for (path, body) in &refused() {
        both(&|| TestRequest::post().uri(&format!("/api/v1{path}")).set_json(body));
    }
    both(&|| TestRequest::default().method(Method::DELETE).uri("/api/v1/terms"));
    both(&|| TestRequest::get().uri("/api/v1/terms").insert_header(("Accept", "image/png")));
    both(&|| TestRequest::get().uri("/doc/melding").insert_header(("Accept", "image/png")));
    both(&|| TestRequest::post().uri("/api/v1/search").set_payload("{"));
    let json = ("Content-Type", "application/json");
    for text in ["{", r#"{"q":1,"q":2}"#] {
        both(&|| TestRequest::post().uri("/api/v1/search").insert_header(json).set_payload(text));
    }
    both(&|| TestRequest::post().uri("/api/v1/search").insert_header(json).insert_header(("Content-Encoding", "br")));
}

#[test]
fn a_language_that_we_do_not_speak_is_refused_where_programs_ask_and_beside_a_body_too() {
    let service = Service::base();
    for path in ["/terms?lang=fr", "/domains?lang=fr", "/problems?lang=nl&lang=en"] {
        let reply = service.get(&format!("/api/v1{path}"));
        assert_eq!((reply.status.as_u16(), &reply.json()["errors"][0]["name"]), (400, &json!("lang")), "{path}");
    }
    for query in ["lang=fr", "q=melding"] {
        let reply = service.post(&format!("/api/v1/search?{query}"), &json!({ "q": "melding" }));
        assert_eq!(reply.status, 400, "{query}");
    }
    assert_eq!(service.post("/api/v1/search?lang=en", &json!({ "q": "melding" })).status, 200);
}
