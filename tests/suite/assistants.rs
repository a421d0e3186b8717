// SPDX-License-Identifier: EUPL-1.2
//! What assistants get at `/mcp`: each domain apart with status and sources, who says so, and a plain word where nothing is known.

use std::sync::Arc;

use actix_web::http::Method;
use actix_web::test::TestRequest;
use serde_json::{Value, json};
use taalbrug::http::{Assistants, BaseUrl, Settings};
use taalbrug::publication::Shelf;

use crate::openapi::Checker;
use crate::support::{Folder, Reply, Service, publication};

fn with(settings: Settings) -> Service {
    Service::of(Arc::new(Shelf::new(publication(Folder::base().path()))), settings)
}

fn message(method: &str, params: &Value) -> Value {
    json!({ "jsonrpc": "2.0", "id": 7, "method": method, "params": params })
}

fn send(service: &Service, headers: &[(&'static str, &str)], body: &Value) -> Reply {
    let request = TestRequest::post().uri("/mcp").set_json(body);
    service.ask(headers.iter().fold(request, |request, header| request.insert_header(*header)))
}

fn result(service: &Service, method: &str, params: &Value) -> Value {
    let reply = service.post("/mcp", &message(method, params));
    assert_eq!(reply.status, 200, "{}", reply.text());
    let said = reply.json();
    assert_eq!((&said["jsonrpc"], &said["id"]), (&json!("2.0"), &json!(7)));
    said["result"].clone()
}

fn call(service: &Service, name: &str, arguments: &Value) -> Value {
    result(service, "tools/call", &json!({ "name": name, "arguments": arguments }))
}

/// What each tool is called with, well.
fn calls() -> Vec<(&'static str, Value)> {
    vec![
        ("search", json!({ "q": "melding", "perPage": 3 })),
        ("search", json!({ "q": "xyzzyx" })),
        ("search", json!({ "q": "\"melding", "domain": ["social", "police"] })),
        ("term", json!({ "term": "melding" })),
        ("term", json!({ "term": "Meldingen", "place": "voorbeeldstad" })),
        ("term", json!({ "term": "xyzzyx" })),
        ("compare", json!({ "term": "melding", "first": "social", "second": "safety" })),
        ("compare", json!({ "term": "melding", "first": "police", "second": "social", "place": "voorbeeldstad" })),
        ("compare", json!({ "term": "xyzzyx", "first": "social", "second": "safety" })),
        (
            "compare",
            json!({ "first": "social", "second": "safety", "firstText": "De partner moet delen.", "secondText": "De partner mag delen." }),
        ),
        (
            "check_text",
            json!({ "text": "Wij deden een melding van dit signaal.", "writer": "social", "reader": "safety" }),
        ),
        ("check_text", json!({ "text": "Niets.", "writer": "social", "reader": "safety" })),
    ]
}

#[test]
fn a_client_is_told_the_version_it_speaks_or_the_newest_and_what_it_must_know() {
    let service = Service::base();
    for (asked, told) in [
        ("2025-11-25", "2025-11-25"),
        ("2025-06-18", "2025-06-18"),
        ("2025-03-26", "2025-03-26"),
        ("2024-11-05", "2025-11-25"),
        ("2099-01-01", "2025-11-25"),
    ] {
        let welcome = result(&service, "initialize", &json!({ "protocolVersion": asked, "capabilities": {} }));
        assert_eq!(welcome["protocolVersion"], told);
        assert_eq!(welcome["capabilities"], json!({ "tools": {} }));
        assert!(welcome["instructions"].as_str().is_some_and(|text| text.contains("geen oordeel")), "{welcome}");
    }
    assert_eq!(result(&service, "ping", &json!({})), json!({}));
}

#[test]
fn answers_keep_to_the_schemas_of_their_tools_and_no_tool_changes_anything() {
    for service in [Service::base(), Service::real()] {
        let tools = result(&service, "tools/list", &json!({}))["tools"].clone();
        let tools = tools.as_array().expect("tools");
        assert_eq!(
            tools.iter().map(|tool| &tool["name"]).collect::<Vec<_>>(),
            ["search", "term", "compare", "check_text"]
        );
        for tool in tools {
            assert_eq!(tool["annotations"]["readOnlyHint"], true);
        }
        let knows =
            |what: &str, id: &str| service.json(&format!("/api/v1/{what}")).to_string().contains(&format!("\"{id}\""));
        let (has_police, has_place) = (knows("domains", "police"), knows("places", "voorbeeldstad"));
        for (name, arguments) in calls() {
            let text = arguments.to_string();
            let text = if has_police { text } else { text.replace("\"police\"", "\"safety\"") };
            let mut arguments: Value = serde_json::from_str(&text).expect("JSON");
            if !has_place {
                arguments.as_object_mut().expect("an object").remove("place");
            }
            let tool = tools.iter().find(|tool| tool["name"] == name).expect("a tool");
            let input = Checker { document: &tool["inputSchema"] };
            input.check(&arguments, &tool["inputSchema"]).unwrap_or_else(|error| panic!("{name} {arguments}: {error}"));
            let answer = call(&service, name, &arguments);
            assert_eq!(answer["isError"], false, "{name} {arguments}: {answer}");
            let output = Checker { document: &tool["outputSchema"] };
            let data = &answer["structuredContent"];
            output
                .check(data, &tool["outputSchema"])
                .unwrap_or_else(|error| panic!("{name} {arguments}: {error}\n{data}"));
        }
    }
}

#[test]
fn a_word_is_told_by_domain_with_status_and_sources_and_a_difference_with_who_says_so() {
    let service = Service::base();
    let answer = call(&service, "term", &json!({ "term": "signaal" }));
    let term = &answer["structuredContent"]["term"];
    let sides = term["sides"].as_array().expect("sides");
    for domain in ["social", "safety"] {
        let side = sides.iter().find(|side| side["domain"] == domain).expect("both domains");
        let meaning = &side["meanings"][0];
        assert!(meaning["explanation"].as_str().is_some_and(|text| !text.is_empty()), "{side}");
        assert_eq!((&meaning["status"], &meaning["statusText"]), (&json!("draft"), &json!("concept")));
        assert!(meaning["sources"][0]["title"].is_string(), "{side}");
    }
    for difference in term["differences"].as_array().expect("differences") {
        assert!(["editors", "derived", "computed"].contains(&difference["basis"].as_str().expect("a basis")));
        assert!(difference["statusText"].as_str().is_some_and(|text| !text.is_empty()), "{difference}");
    }
    let text = answer["content"][0]["text"].as_str().expect("a text");
    for part in [
        "# signaal",
        "## Sociaal domein",
        "## Veiligheid",
        "Status: concept.",
        "Bron: ",
        "Wie zegt dit: ",
        "Voeg betekenissen niet samen",
    ] {
        assert!(text.contains(part), "{part} is not in\n{text}");
    }
}

#[test]
fn what_is_not_known_is_said_not_to_be() {
    let service = Service::base();
    for (name, arguments) in calls().into_iter().filter(|(_, arguments)| {
        arguments["term"] == "xyzzyx" || arguments["q"] == "xyzzyx" || arguments["text"] == "Niets."
    }) {
        let answer = call(&service, name, &arguments);
        let (data, text) = (&answer["structuredContent"], answer["content"][0]["text"].as_str().expect("a text"));
        assert_eq!(data["known"], false, "{data}");
        assert!(
            data["message"].as_str().is_some_and(|message| message.contains("niet bekend") && text.contains(message))
        );
    }
    let folder = Folder::base();
    folder.write(
        "terms/halfbekend.toml",
        "label = \"halfbekend\"\n\n[[concepts]]\ndomain = \"social\"\ndefinition = \"Een woord van een kant.\"\n\
         explanation = \"Een woord dat een kant kent.\"\nkind = \"working\"\nowner = \"school\"\nsources = [\"BRON-A\"]\nstatus = \"draft\"\n",
    );
    let service = Service::over(folder.path());
    let answer = call(&service, "compare", &json!({ "term": "halfbekend", "first": "social", "second": "safety" }));
    let data = &answer["structuredContent"];
    assert!(data["message"].as_str().is_some_and(|message| message.contains("Van één domein")), "{data}");
    assert!(data["sides"][1]["unknown"].is_string() && data["sides"][1]["meanings"] == json!([]), "{data}");
}

#[test]
fn a_comparison_of_texts_says_that_nobody_judged_it() {
    let arguments = calls().remove(9).1;
    let answer = call(&Service::base(), "compare", &arguments);
    let data = &answer["structuredContent"];
    assert_eq!(
        (&data["differences"][0]["basis"], &data["differences"][0]["status"]),
        (&json!("computed"), &Value::Null)
    );
    assert_eq!(
        data["pairs"][0]["b"],
        json!({ "domain": "safety", "concept": null, "origin": null, "from": null, "place": null })
    );
    assert!(data["message"].as_str().is_some_and(|message| message.contains("Niemand beoordeelde haar")), "{data}");
}

#[test]
fn a_checked_text_says_where_words_stand_in_code_points() {
    let text = "Ééns: een melding.";
    let answer = call(&Service::base(), "check_text", &json!({ "text": text, "writer": "social", "reader": "safety" }));
    let word = &answer["structuredContent"]["words"][0];
    assert_eq!((&word["term"], &word["places"]), (&json!("melding"), &json!([[10, 17]])));
    assert_eq!((&word["writer"]["domain"], &word["reader"]["domain"]), (&json!("social"), &json!("safety")));
}

#[test]
fn wrong_arguments_are_told_to_the_assistant_with_how_to_mend_them() {
    let service = Service::base();
    let long = "x".repeat(102_401);
    let letters = "é".repeat(60_000);
    for (name, arguments, part) in [
        ("search", json!({ "x": 1 }), "x: Dit gegeven is hier onbekend."),
        ("search", json!({ "perPage": 21 }), "perPage: "),
        ("search", json!([1]), "hoort een JSON-object te zijn"),
        ("term", json!({}), "term: Dit gegeven is nodig"),
        ("compare", json!({ "first": "social", "second": "safety" }), "term: Noem het woord"),
        (
            "compare",
            json!({ "term": "melding", "first": "social", "second": "social" }),
            "second: Dit is hetzelfde domein",
        ),
        ("compare", json!({ "first": "social", "second": "safety", "firstText": "x" }), "secondText: Geef van beide"),
        (
            "compare",
            json!({ "first": "social", "second": "safety", "firstText": "!", "secondText": "x" }),
            "heeft 0 woorden",
        ),
        (
            "check_text",
            json!({ "text": "x", "writer": "social" }),
            "reader: Dit gegeven is nodig. Kies uit: social, safety",
        ),
        ("check_text", json!({ "text": long, "writer": "social", "reader": "safety" }), "hoogstens 102400 tekens"),
        ("check_text", json!({ "text": letters, "writer": "social", "reader": "safety" }), "hoogstens 102400 bytes"),
    ] {
        let answer = call(&service, name, &arguments);
        let text = answer["content"][0]["text"].as_str().expect("a text");
        assert_eq!(answer["isError"], true, "{name}");
        assert!(answer.get("structuredContent").is_none() && text.contains(part), "{part}: {text}");
    }
}

#[test]
fn what_is_no_request_is_refused_in_the_words_of_the_protocol() {
    let service = Service::base();
    for (body, status, code) in [
        (message("tools/call", &json!({ "name": "delete" })), 200, -32602),
        (message("tools/call", &json!({})), 200, -32602),
        (message("tools/list", &json!({ "cursor": "x" })), 200, -32602),
        (message("resources/list", &json!({})), 200, -32601),
        (json!({ "id": 1, "method": "ping" }), 400, -32600),
        (json!({ "jsonrpc": "2.0", "id": null, "method": "ping" }), 400, -32600),
        (json!({ "jsonrpc": "2.0", "id": 1 }), 400, -32600),
        (json!(3), 400, -32600),
        (json!([]), 400, -32600),
        (json!(vec![message("ping", &json!({})); 21]), 400, -32600),
    ] {
        let reply = service.post("/mcp", &body);
        assert_eq!(
            (u64::from(reply.status.as_u16()), reply.json()["error"]["code"].as_i64()),
            (status, Some(code)),
            "{body}"
        );
        assert!(!reply.json()["error"]["message"].as_str().unwrap_or_default().is_empty());
    }
    let broken = TestRequest::post().uri("/mcp").insert_header(("Content-Type", "application/json"));
    let reply = service.ask(broken.set_payload("{"));
    assert_eq!((reply.status.as_u16(), reply.json()["error"]["code"].as_i64()), (400, Some(-32700)));
    let large = service.post("/mcp", &message("ping", &json!({ "x": "x".repeat(700_000) })));
    assert_eq!(large.status, 413, "{}", large.text());
    let text = TestRequest::post().uri("/mcp").insert_header(("Content-Type", "text/plain")).set_payload("{}");
    assert_eq!(service.ask(text).status, 415);
}

#[test]
fn what_asks_nothing_is_taken_and_a_list_is_answered_as_a_list() {
    let service = Service::base();
    let note = json!({ "jsonrpc": "2.0", "method": "notifications/initialized" });
    for body in [note.clone(), json!([note]), json!({ "jsonrpc": "2.0", "id": 1, "result": {} })] {
        let reply = service.post("/mcp", &body);
        assert_eq!((reply.status.as_u16(), reply.body.len()), (202, 0), "{body}");
    }
    let list = service.post("/mcp", &json!([note, message("ping", &json!({}))])).json();
    assert_eq!(list, json!([{ "jsonrpc": "2.0", "id": 7, "result": {} }]));
}

#[test]
fn nothing_but_sending_is_offered_and_only_versions_that_are_spoken() {
    let service = Service::base();
    for method in [Method::GET, Method::DELETE, Method::HEAD, Method::PUT] {
        let reply = service.ask(TestRequest::default().method(method.clone()).uri("/mcp"));
        assert_eq!((reply.status.as_u16(), reply.header("allow")), (405, "POST, OPTIONS"), "{method}");
    }
    let ping = message("ping", &json!({}));
    for (header, status) in [
        (("MCP-Protocol-Version", "2025-06-18"), 200),
        (("MCP-Protocol-Version", "1999-01-01"), 400),
        (("Accept", "application/json, text/event-stream"), 200),
        (("Accept", "text/event-stream"), 406),
    ] {
        let reply = send(&service, &[header], &ping);
        assert_eq!((reply.status.as_u16(), reply.header("cache-control")), (status, "no-store"), "{header:?}");
    }
}

#[test]
fn a_page_of_another_site_may_not_ask_unless_it_is_named() {
    let base_url = BaseUrl::parse("https://taalbrug.example").ok();
    let assistants = Assistants::from_sites("https://chat.example").expect("a site");
    let service = with(Settings { base_url, assistants, ..Settings::default() });
    let ping = message("ping", &json!({}));
    for (origin, status) in [
        ("https://taalbrug.example", 200),
        ("https://chat.example", 200),
        ("https://evil.example", 403),
        ("http://127.0.0.1:8080", 403),
        ("null", 403),
    ] {
        let reply = send(&service, &[("Origin", origin)], &ping);
        assert_eq!(reply.status, status, "{origin}");
        let readable = if status == 200 { origin } else { "*" };
        assert_eq!(reply.header("access-control-allow-origin"), readable, "{origin}");
    }
    assert_eq!(
        send(&Service::base(), &[("Origin", "http://localhost:8080"), ("Host", "localhost:8080")], &ping).status,
        403
    );
}

#[test]
fn it_can_be_turned_off_and_then_there_is_no_such_address() {
    let service = with(Settings { assistants: Assistants::Off, ..Settings::default() });
    for reply in [service.post("/mcp", &message("ping", &json!({}))), service.get("/mcp")] {
        assert_eq!((reply.status.as_u16(), reply.header("content-type")), (404, "application/problem+json"));
    }
}
