// SPDX-License-Identifier: EUPL-1.2
//! Reconciliation where something is wrong or hostile: each fault is told with its place, batches have bounds, frames get a page that
//! does nothing, and every site may read.

use actix_web::http::Method;
use actix_web::test::TestRequest;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::reconcile::{send, service_over};
use crate::support::{Folder, Service};

/// What is sent in a field, and the places of all faults that are told.
const FAULTY: &[(&str, &str, &[&str])] = &[
    ("queries", "", &["queries"]),
    ("queries", "{", &["queries"]),
    ("queries", "[]", &["queries"]),
    ("queries", r#"{"a":{"query":"x"},"a":{"query":"y"}}"#, &["queries/a"]),
    ("queries", r#"{"a":"x"}"#, &["queries/a"]),
    ("queries", r#"{"a":{}}"#, &["queries/a/query"]),
    ("queries", r#"{"a":{"query":" "}}"#, &["queries/a/query"]),
    ("queries", r#"{"a":{"query":"x","soort":"y"}}"#, &["queries/a/soort"]),
    ("queries", r#"{"a":{"query":"x","limit":0}}"#, &["queries/a/limit"]),
    (
        "queries",
        r#"{"a":{"query":"x","limit":-1},"b":{"query":"x","limit":"3"}}"#,
        &["queries/a/limit", "queries/b/limit"],
    ),
    ("queries", r#"{"a":{"query":"x","type":"safty"}}"#, &["queries/a/type"]),
    ("queries", r#"{"a":{"query":"x","type":["safety",3]}}"#, &["queries/a/type/1"]),
    ("queries", r#"{"a":{"query":"x","type_strict":"soms"}}"#, &["queries/a/type_strict"]),
    ("queries", r#"{"a":{"query":"x","properties":[{"pid":"kleur","v":1}]}}"#, &["queries/a/properties/0/pid"]),
    (
        "queries",
        r#"{"a":{"query":"x","properties":[{"v":1},{"pid":"kind"}]}}"#,
        &["queries/a/properties/0/pid", "queries/a/properties/1/v"],
    ),
    (
        "queries",
        r#"{"a":{"query":"x","properties":[{"pid":"kind","v":{"name":"y"}}]}}"#,
        &["queries/a/properties/0/v/id"],
    ),
    ("extend", "3", &["extend"]),
    ("extend", "{}", &["extend/ids", "extend/properties"]),
    ("extend", r#"{"ids":[1],"properties":[{"id":"kleur"}]}"#, &["extend/ids/0", "extend/properties/0/id"]),
    ("query", "melding", &["query"]),
    ("iets", "melding", &["queries"]),
];

#[test]
fn what_is_wrong_is_told_with_its_place_and_all_at_once() {
    let service = Service::base();
    for (field, text, places) in FAULTY {
        let reply = send(&service, field, text);
        assert_eq!((reply.status.as_u16(), reply.header("content-type")), (400, "application/problem+json"), "{text}");
        let told = reply.json();
        let errors = told["errors"].as_array().expect("errors");
        let names: Vec<&str> = errors.iter().filter_map(|error| error["name"].as_str()).collect();
        assert_eq!(&names, places, "{text}");
        assert!(errors.iter().all(|error| error["reason"].as_str().is_some_and(|reason| !reason.is_empty())));
    }
}

#[test]
fn a_batch_has_bounds_and_another_form_of_body_is_refused() {
    let service = Service::base();
    let batch = |count: usize| -> String {
        let queries = (0..count).map(|number| (format!("q{number}"), json!({ "query": "melding" })));
        Value::Object(queries.collect()).to_string()
    };
    let most = usize::try_from(service.json("/reconcile")["batchSize"].as_u64().expect("a size")).expect("small");
    assert_eq!(send(&service, "queries", &batch(most)).status, 200);
    let refused = send(&service, "queries", &batch(most + 1));
    assert_eq!(refused.status, 413);
    assert!(refused.text().contains(&format!("hoogstens {most} vragen")), "{}", refused.text());
    assert_eq!(send(&service, "queries", &"x".repeat(600_000)).status, 413);
    let long = json!({ "a": { "query": "x".repeat(501) } }).to_string();
    assert_eq!(send(&service, "queries", &long).status, 400);
    let many: Vec<String> = (0..501).map(|number| number.to_string()).collect();
    assert_eq!(send(&service, "extend", &json!({ "ids": many, "properties": [] }).to_string()).status, 400);
    let both = TestRequest::post().uri("/reconcile").set_payload("queries={}&extend={}");
    let both = service.ask(both.insert_header(("Content-Type", "application/x-www-form-urlencoded")));
    assert_eq!(both.status, 400, "{}", both.text());
    assert_eq!(service.post("/reconcile", &json!({ "queries": {} })).status, 415);
    for path in [
        "suggest/entity?cursor=-1",
        "suggest/type?cursor=x",
        "suggest/entity?type=x",
        "properties?type=x",
        "properties?limit=x",
    ] {
        assert_eq!(service.get(&format!("/reconcile/{path}")).status, 400, "{path}");
    }
}

#[test]
fn every_site_may_read_every_answer_and_ask_beforehand() {
    let service = Service::base();
    for path in [
        "/reconcile",
        "/reconcile?queries=x",
        "/reconcile/preview?id=melding.safety",
        "/reconcile/preview?id=weg",
        "/reconcile/suggest/entity?prefix=m",
        "/reconcile/flyout/entity?id=weg",
        "/reconcile/properties",
    ] {
        assert_eq!(service.get(path).header("access-control-allow-origin"), "*", "{path}");
        let path = path.split('?').next().unwrap_or(path);
        let asked = service.ask(TestRequest::default().method(Method::OPTIONS).uri(path));
        assert_eq!((asked.status.as_u16(), asked.header("access-control-allow-origin")), (204, "*"), "{path}");
        assert!(asked.header("access-control-allow-headers").contains("Content-Type"), "{path}");
    }
    assert!(
        send(&service, "queries", "{}").header("cache-control").contains("no-store"),
        "what is typed is kept nowhere"
    );
}

#[test]
fn a_preview_may_stand_in_any_frame_and_does_nothing_there() {
    let folder = Folder::base();
    folder.edit("terms/melding.toml", "Iemand vraagt om hulp.", "Iemand <b>vraagt</b> \\\"om\\\" hulp.");
    let service = service_over(folder.path());
    let page = service.get("/reconcile/preview?id=melding.social");
    assert_eq!((page.status.as_u16(), page.header("x-frame-options")), (200, ""));
    let policy = page.header("content-security-policy");
    assert!(policy.contains("default-src 'none'") && policy.contains("frame-ancestors *"), "{policy}");
    assert!(!policy.contains("script-src") && policy.contains("form-action 'none'"), "{policy}");
    let text = page.text();
    for part in
        ["melding", "Sociaal domein", "hulpvraag", "Iemand &#60;b&#62;vraagt", "oordeel van de redactie (bevestigd"]
    {
        assert!(text.contains(part), "{part} is not in {text}");
    }
    for part in ["<script", "<form", "style=", "<b>"] {
        assert!(!text.contains(part), "{part} is in {text}");
    }
    let english = service.get("/reconcile/preview?id=melding.social&lang=en").text();
    assert!(english.contains("lang=\"en\"") && english.contains("href=\"/terms/melding?lang=en\""), "{english}");
    let unknown = service.get("/reconcile/preview?id=melding.weg");
    assert_eq!((unknown.status.as_u16(), unknown.header("x-frame-options")), (404, ""));
    assert!(unknown.text().contains("Deze betekenis staat niet"), "{}", unknown.text());
    let flyout = service.json("/reconcile/flyout/entity?id=melding.social");
    assert!(flyout["html"].as_str().is_some_and(|html| !html.contains("<b>") && html.starts_with("<p>")), "{flyout}");
}

#[test]
fn the_name_of_a_meaning_leads_to_where_its_word_is_told_of() {
    let service = Service::base();
    for path in ["/id/melding.safety", "/id/melding%23safety"] {
        let seen = service.get(path);
        assert_eq!((seen.status.as_u16(), seen.header("location")), (303, "/doc/melding#safety"), "{path}");
    }
    for path in ["/id/melding.weg", "/id/melding.", "/id/.safety"] {
        assert_eq!(service.get(path).status, 404, "{path}");
    }
}

#[test]
fn a_meaning_that_is_no_longer_used_is_no_candidate_and_still_answers_by_its_name() {
    let folder = Folder::base();
    let retired = "definition = \"Waarneming waarover een professional nog nadenkt.\"";
    folder.edit("terms/signaal.toml", retired, &format!("{retired}\n#"));
    folder.edit("terms/signaal.toml", "status = \"draft\"", "status = \"retired\"");
    let service = service_over(folder.path());
    let ids = |query: &str| {
        let reply = send(&service, "queries", &json!({ "q": { "query": query, "limit": 1 } }).to_string()).json();
        reply["q"]["result"].as_array().expect("a result").iter().map(|one| one["id"].clone()).collect::<Vec<_>>()
    };
    assert_eq!(ids("signaal"), [json!("signaal.safety")]);
    let row = json!({ "ids": ["signaal.social"], "properties": [{ "id": "status" }] });
    let fetched = send(&service, "extend", &row.to_string()).json();
    assert_eq!(fetched["rows"]["signaal.social"]["status"], json!([{ "str": "vervallen" }]));
    assert_eq!(service.get("/reconcile/preview?id=signaal.social").status, 200);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn whatever_is_asked_there_is_an_answer(text in "\\PC{0,40}", name in "\\PC{0,12}", limit in 0_u64..5) {
        let service = Service::base();
        let reply = send(&service, "queries", &json!({ name: { "query": text, "limit": limit } }).to_string());
        prop_assert!(reply.status == 200 || reply.status == 400, "{}", reply.text());
        let raw = send(&service, "queries", &text);
        prop_assert!(raw.status == 200 || raw.status == 400, "{}", raw.text());
    }
}
