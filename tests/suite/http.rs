// SPDX-License-Identifier: EUPL-1.2
//! The API as callers meet it: every route, and the conventions of a Dutch public API.

use actix_web::http::{Method, StatusCode};
use actix_web::test::TestRequest;
use serde_json::{Value, json};

use crate::support::{Service, golden};

pub const BASE: &str = "/api/v1";

/// Addresses that answer, of every kind.
pub const GOOD: &[&str] = &[
    "/search?q=melding",
    "/search",
    "/suggest?q=m",
    "/translations?q=melding&from=safety&to=social",
    "/terms",
    "/terms/melding",
    "/terms/melding/divergences",
    "/terms/melding/divergences?between=social,safety",
    "/terms/melding/changes",
    "/changes?since=2026-05-01",
    "/terms/melding/card",
    "/terms/melding/card?reader=police&place=voorbeeldstad&lang=en",
    "/cards?between=social,safety",
    "/divergences",
    "/divergences?degree=3&domain=social,safety",
    "/forms",
    "/readings?writer=social&reader=safety",
    "/domains",
    "/models",
    "/actors",
    "/sources",
    "/places",
    "/problems",
    "/terms/melding?place=voorbeeldstad",
    "/terms/melding/divergences?place=voorbeeldstad&between=social,police",
    "/divergences?place=voorbeeldstad",
    "/openapi.json",
];

#[test]
fn every_address_answers_with_json_tag_version_and_open_reading() {
    let service = Service::base();
    for path in GOOD {
        let reply = service.get(&format!("{BASE}{path}"));
        assert_eq!(reply.status, 200, "{path}: {}", reply.text());
        assert_eq!(reply.header("content-type"), "application/json", "{path}");
        assert_eq!(reply.header("api-version"), "1.0.0", "{path}");
        assert_eq!(reply.header("access-control-allow-origin"), "*", "{path}");
        assert_eq!(reply.header("x-content-type-options"), "nosniff", "{path}");
        assert!(reply.header("content-security-policy").contains("frame-ancestors 'none'"), "{path}");
        assert!(reply.header("etag").starts_with('"'), "{path}: {}", reply.header("etag"));
        assert!(reply.header("access-control-expose-headers").contains("ETag"), "{path}");
    }
}

#[test]
fn a_known_tag_is_answered_with_nothing() {
    let service = Service::base();
    for path in GOOD {
        let address = format!("{BASE}{path}");
        let tag = service.get(&address).header("etag").to_owned();
        for known in [tag.clone(), format!("W/{tag}"), "*".to_owned(), format!("\"x\", {tag}")] {
            let reply = service.ask(TestRequest::get().uri(&address).insert_header(("If-None-Match", known.clone())));
            assert_eq!(reply.status, 304, "{path} {known}");
            assert_eq!((reply.header("etag"), reply.body.len()), (tag.as_str(), 0), "{path}");
            assert_eq!(reply.header("api-version"), "1.0.0");
        }
        let reply = service.ask(TestRequest::get().uri(&address).insert_header(("If-None-Match", "\"x\"")));
        assert_eq!(reply.status, 200, "{path}");
    }
}

#[test]
fn what_was_typed_is_kept_nowhere() {
    let service = Service::base();
    for path in ["/search?q=melding", "/suggest?q=m", "/translations?q=m&from=social&to=safety"] {
        assert_eq!(service.get(&format!("{BASE}{path}")).header("cache-control"), "no-store", "{path}");
    }
    assert!(service.get(&format!("{BASE}/terms/melding")).header("cache-control").contains("max-age"));
}

/// Method, path, headers; status, and the problem when there is one.
type Case = (Method, &'static str, &'static [(&'static str, &'static str)], u16, &'static str);

const CASES: &[Case] = &[
    (Method::GET, "/terms/bestaat-niet", &[], 404, "unknown-term"),
    (Method::GET, "/terms/Melding", &[], 404, "unknown-term"),
    (Method::GET, "/terms/%2e%2e%2fglossary", &[], 404, "unknown-term"),
    (Method::GET, "/terms/melding/", &[], 404, "unknown-path"),
    (Method::GET, "/nergens", &[], 404, "unknown-path"),
    (Method::GET, "", &[], 404, "unknown-path"),
    (Method::GET, "/terms?perPage=abc", &[], 400, "invalid-input"),
    (Method::GET, "/terms?page=0", &[], 400, "invalid-input"),
    (Method::GET, "/terms?x=1", &[], 400, "invalid-input"),
    (Method::GET, "/terms/melding?x=1", &[], 400, "invalid-input"),
    (Method::GET, "/search?q=a&q=b", &[], 400, "invalid-input"),
    (Method::GET, "/search?domain=maan", &[], 400, "invalid-input"),
    (Method::GET, "/search?degree=9", &[], 400, "invalid-input"),
    (Method::GET, "/divergences?domain=,,", &[], 400, "invalid-input"),
    (Method::GET, "/search?domain=social,", &[], 400, "invalid-input"),
    (Method::GET, "/divergences?domain=&relation=", &[], 200, ""),
    (Method::GET, "/suggest", &[], 400, "invalid-input"),
    (Method::GET, "/terms/melding/divergences?between=social", &[], 400, "invalid-input"),
    (Method::GET, "/terms/melding/divergences?place=ergens", &[], 400, "invalid-input"),
    (Method::GET, "/terms/melding?place=ergens", &[], 400, "invalid-input"),
    (Method::GET, "/divergences?place=ergens", &[], 400, "invalid-input"),
    (Method::GET, "/terms/melding?place=voorbeeldstad&place=voorbeeldstad", &[], 400, "invalid-input"),
    (Method::GET, "/terms/melding", &[("Accept", "image/png")], 406, "not-acceptable"),
    (Method::GET, "/terms/melding", &[("Accept", "application/json;q=0")], 406, "not-acceptable"),
    (Method::GET, "/terms/melding", &[("Accept", "text/html, application/*;q=0.1")], 200, ""),
    (Method::GET, "/terms/melding", &[("Accept", "*/*")], 200, ""),
    (Method::DELETE, "/terms/melding", &[], 405, "method-not-allowed"),
    (Method::POST, "/terms", &[], 405, "method-not-allowed"),
    (Method::GET, "/compare", &[], 405, "method-not-allowed"),
    (Method::GET, "/translations?q=melding&from=social", &[], 400, "invalid-input"),
    (Method::GET, "/annotations", &[], 405, "method-not-allowed"),
    (Method::GET, "/terms/lookup", &[], 404, "unknown-term"),
    (Method::POST, "/forms", &[JSON], 405, "method-not-allowed"),
    (Method::GET, "/forms?x=1", &[], 400, "invalid-input"),
    (Method::POST, "/compare", &[("Content-Type", "text/plain")], 415, "unsupported-media-type"),
    (Method::POST, "/search", &[], 415, "unsupported-media-type"),
    (Method::POST, "/search", &[JSON], 400, "invalid-input"),
    (Method::POST, "/search", &[JSON, ("Content-Encoding", "gzip")], 415, "unsupported-media-type"),
    (Method::POST, "/search", &[JSON, ("Content-Encoding", "Identity")], 400, "invalid-input"),
    (Method::POST, "/search", &[("Content-Type", "application/json; charset=latin1")], 415, "unsupported-media-type"),
    (Method::POST, "/search", &[("Content-Type", "application/json;Charset=\"UTF-8\"")], 400, "invalid-input"),
];

const JSON: (&str, &str) = ("Content-Type", "application/json");

#[test]
fn a_body_in_another_form_is_told_which_form_is_read() {
    let service = Service::base();
    let send = |header, body: &'static str| {
        let request = TestRequest::post().uri("/api/v1/search").insert_header(JSON).insert_header(header);
        service.ask(request.set_payload(body))
    };
    let packed = send(("Content-Encoding", "br"), "{}");
    assert_eq!((packed.status.as_u16(), packed.header("accept-encoding")), (415, "identity"));
    assert!(packed.json()["detail"].as_str().is_some_and(|detail| detail.contains("Content-Encoding")));
    let latin = send(("Content-Type", "application/json; charset=iso-8859-1"), "{}");
    assert!(latin.status == 415 && latin.text().contains("UTF-8"), "{}", latin.text());
    let double = send(JSON, r#"{"q":"melding","q":"signaal","degree":[{"a/b":1,"a/b":2}]}"#);
    let names = ["/q", "/degree/0/a~1b"]
        .map(|name| json!({ "name": name, "reason": "Dit gegeven staat er twee keer. Haal er een weg." }));
    assert_eq!((double.status.as_u16(), &double.json()["errors"]), (400, &json!(names)), "{}", double.text());
}

#[test]
fn every_mistake_has_its_status_and_problem() {
    let service = Service::base();
    for (method, path, headers, status, problem) in CASES {
        let mut request = TestRequest::default().method(method.clone()).uri(&format!("{BASE}{path}"));
        for header in *headers {
            request = request.insert_header(*header);
        }
        let reply = service.ask(request);
        assert_eq!(reply.status, StatusCode::from_u16(*status).expect("a status"), "{method} {path}: {}", reply.text());
        assert_eq!(reply.header("api-version"), "1.0.0", "{method} {path}");
        if !problem.is_empty() {
            let body = reply.json();
            assert_eq!(reply.header("content-type"), "application/problem+json", "{method} {path}");
            assert_eq!(body["type"], format!("/problems/{problem}"), "{method} {path}");
            assert_eq!(body["status"], *status, "{method} {path}");
            assert!(["title", "detail"].iter().all(|key| body[key].as_str().is_some_and(|text| !text.is_empty())));
            assert_eq!(reply.header("cache-control"), "no-store", "{method} {path}");
        }
    }
}

#[test]
fn all_faults_of_a_request_are_told_at_once() {
    let service = Service::base();
    let body = service.get(&format!("{BASE}/search?qq=1&page=x&domain=socail")).json();
    let names: Vec<&str> =
        body["errors"].as_array().expect("errors").iter().filter_map(|fault| fault["name"].as_str()).collect();
    assert_eq!(names, ["qq", "domain", "page"]);
    assert!(body["errors"][1]["reason"].as_str().is_some_and(|reason| reason.contains("‘social’")), "{body}");
    let sent = json!({ "qq": [], "x~/": null, "page": "x", "degree": [true], "domain": ["maan"] });
    let body = service.post(&format!("{BASE}/search"), &sent).json();
    let names: Vec<&str> =
        body["errors"].as_array().expect("errors").iter().filter_map(|fault| fault["name"].as_str()).collect();
    assert_eq!(names, ["/qq", "/x~0~1", "/domain", "/degree", "/page"]);
    let body = service.post(&format!("{BASE}/compare"), &json!({ "a": { "defintion": 1 }, "b": [], "c": 1 })).json();
    let names: Vec<&str> =
        body["errors"].as_array().expect("errors").iter().filter_map(|fault| fault["name"].as_str()).collect();
    assert_eq!(names, ["/c", "/a/defintion", "/a/definition", "/b"]);
}

#[test]
fn head_is_get_without_a_body_and_options_says_what_is_allowed() {
    let service = Service::base();
    let address = format!("{BASE}/terms/melding");
    let head = service.ask(TestRequest::default().method(Method::HEAD).uri(&address));
    assert_eq!((head.status, head.header("etag")), (StatusCode::OK, service.get(&address).header("etag")));
    for (path, allowed) in [
        ("/terms/melding", "GET, HEAD, OPTIONS"),
        ("/search", "GET, HEAD, POST, OPTIONS"),
        ("/compare", "POST, OPTIONS"),
    ] {
        let request = TestRequest::default().method(Method::OPTIONS).uri(&format!("{BASE}{path}"));
        let reply = service.ask(request.insert_header(("Origin", "https://intranet.example")));
        assert_eq!((reply.status, reply.header("allow")), (StatusCode::NO_CONTENT, allowed), "{path}");
        assert!(reply.header("access-control-allow-methods").contains("GET"));
        assert!(reply.header("access-control-allow-headers").contains("If-None-Match"));
    }
}

#[test]
fn pages_are_linked_and_counted() {
    let service = Service::base();
    let reply = service.get(&format!("{BASE}/terms?perPage=2"));
    assert_eq!(reply.header("total-count"), "3");
    assert_eq!(reply.header("total-pages"), "2");
    assert!(
        reply.header("link").contains("</api/v1/terms?perPage=2&page=2>; rel=\"next\""),
        "{}",
        reply.header("link")
    );
    let second = service.json(&format!("{BASE}/terms?perPage=2&page=2"));
    assert_eq!(second["terms"][0]["id"], "signaal");
    let reply = service.get(&format!("{BASE}/terms?perPage=2&page=9"));
    assert_eq!(reply.json()["terms"], json!([]));
    assert!(reply.header("link").contains("perPage=2&page=2>; rel=\"prev\""), "{}", reply.header("link"));
    assert!(!reply.header("link").contains("next"), "{}", reply.header("link"));
    for path in ["/terms", "/divergences", "/search"] {
        let list = service.json(&format!("{BASE}{path}?perPage=2&page=9"));
        let counted = (list["total"].as_u64(), list["page"].as_u64(), list["perPage"].as_u64());
        assert!(matches!(counted, (Some(1..), Some(9), Some(2))), "{path}: {counted:?}");
    }
}

#[test]
fn a_search_answers_alike_by_address_and_by_body() {
    let service = Service::base();
    let by_address = service.json(&format!("{BASE}/search?q=gemeld&domain=social,safety&perPage=5"));
    let sent = json!({ "q": "gemeld", "domain": ["social", "safety"], "perPage": 5 });
    let by_body = service.post(&format!("{BASE}/search"), &sent);
    assert_eq!(by_body.status, 200, "{}", by_body.text());
    assert_eq!(by_body.json(), by_address);
    assert_eq!(by_body.header("cache-control"), "no-store");
}

#[test]
fn more_values_of_a_filter_come_with_commas_by_repetition_or_in_a_list() {
    let service = Service::base();
    let address = |query: &str| service.json(&format!("{BASE}/search?{query}"));
    let alike = address("degree=2,3");
    assert_eq!(alike["total"], 2);
    assert_eq!((&address("degree=2")["total"], &address("degree=3")["total"]), (&json!(1), &json!(1)));
    assert_eq!(address("degree=2&degree=3"), alike);
    for sent in [json!([2, 3]), json!(["2", "3"]), json!(["2", 3]), json!("2,3")] {
        let reply = service.post(&format!("{BASE}/search"), &json!({ "degree": sent }));
        assert_eq!(reply.json(), alike, "{sent}");
    }
    for (sent, part) in [(json!([2, 9]), "onbekend"), (json!([[2]]), "een lijst daarvan"), (json!([true]), "een lijst")]
    {
        let reply = service.post(&format!("{BASE}/search"), &json!({ "degree": sent }));
        assert!(reply.status == 400 && reply.text().contains(part), "{sent}: {}", reply.text());
    }
}

#[test]
fn a_hit_carries_its_divergence_and_its_concepts_as_whole_texts() {
    let found = Service::base().json(&format!("{BASE}/search?q=inwoner"));
    let hit = &found["hits"][0];
    assert_eq!((&hit["divergence"]["relation"], &hit["divergence"]["basis"]), (&json!("homonym"), &json!("editors")));
    let segments = hit["concepts"][0]["segments"].as_array().expect("segments");
    let text: String = segments.iter().filter_map(|segment| segment["text"].as_str()).collect();
    assert_eq!(text, "Verzoek van een inwoner om ondersteuning.");
    assert!(
        segments.iter().any(|segment| segment["marks"].as_array().is_some_and(|marks| marks.contains(&json!("hit"))))
    );
    assert_eq!(found["facets"]["degree"], json!([{ "value": "2", "count": 1 }, { "value": "3", "count": 1 }]));
}

#[test]
fn two_texts_that_nobody_published_are_compared() {
    let sent = json!({
        "term": "overleg",
        "a": { "domain": "safety", "definition": "De partner moet gegevens delen.", "values": { "within": "P7D" } },
        "b": { "domain": "social", "definition": "De partner mag gegevens delen.", "facets": { "goal": "hulp" } },
    });
    let reply = Service::real().post(&format!("{BASE}/compare"), &sent);
    let pair = reply.json();
    assert_eq!((&pair["relation"], &pair["basis"]), (&json!("conflict"), &json!("computed")));
    assert_eq!((&pair["a"]["domain"], &pair["flips"][0]["kind"]), (&json!("safety"), &json!("modality")));
    let too_large = json!({ "a": { "definition": "x".repeat(100_000) }, "b": { "definition": "y" } });
    assert_eq!(Service::base().post(&format!("{BASE}/compare"), &too_large).status, 413);
}

#[test]
fn divergences_are_filtered_and_worst_comes_first() {
    let service = Service::real();
    let all = service.json(&format!("{BASE}/divergences?perPage=500"));
    let degrees: Vec<i64> = all["divergences"]
        .as_array()
        .expect("pairs")
        .iter()
        .map(|pair| pair["degree"].as_i64().unwrap_or(-1))
        .collect();
    assert!(degrees.windows(2).all(|pair| pair[0] >= pair[1]));
    assert_eq!(all["total"], degrees.len());
    assert_eq!(all["matrix"][0]["labels"], json!(["Sociaal domein", "Veiligheidsdomein"]));
    let judged = service.json(&format!("{BASE}/divergences?basis=editors&degree=3&phase=pga/report"));
    let judged = judged["divergences"].as_array().expect("pairs");
    assert!(judged.iter().any(|pair| pair["term"] == "melding"));
    assert!(judged.iter().all(|pair| pair["degree"] == 3 && pair["basis"] == "editors"));
    let between = |sides: &str| {
        service.json(&format!("{BASE}/terms/melding/divergences?between={sides}"))["pairs"].as_array().map(Vec::len)
    };
    assert_eq!(between("social-wmo,safety-police"), Some(1));
    assert_eq!(between("social-wmo,safety"), Some(2), "a domain stands for all its meanings");
    assert_eq!(between("social,safety"), Some(6));
}

#[test]
fn the_shape_of_answers_is_held_by_golden_files() {
    let service = Service::base();
    for (name, path) in [
        ("term.json", "/terms/melding"),
        ("search.json", "/search?q=gemeld"),
        ("suggest.json", "/suggest?q=meld"),
        ("divergences.json", "/divergences?perPage=2"),
        ("translations.json", "/translations?q=melding&from=safety&to=social"),
        ("models.json", "/models"),
        ("openapi.json", "/openapi.json"),
    ] {
        let mut answer = service.json(&format!("{BASE}{path}"));
        without_revision(&mut answer);
        let text = serde_json::to_string_pretty(&answer).expect("JSON");
        golden(name, &format!("{text}\n"));
    }
}

/// Takes the revision out, which changes with every edit of the small glossary.
fn without_revision(answer: &mut Value) {
    if let Some(revision) = answer.get_mut("revision") {
        *revision = json!("…");
    }
}
