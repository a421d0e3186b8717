// SPDX-License-Identifier: EUPL-1.2
//! Matching a column of words to meanings, per domain, by the Reconciliation Service API 0.2: what the service answers keeps to the
//! protocol, and of two meanings none is chosen by itself.

use std::sync::Arc;

use actix_web::test::TestRequest;
use serde_json::{Value, json};
use taalbrug::http::{BaseUrl, Settings};
use taalbrug::publication::Shelf;

use crate::openapi::Checker;
use crate::support::{Folder, Reply, Service, publication, real_glossary, root};

const BASE: &str = "https://taal.voorbeeld.example";

/// The service over a folder, which knows its own address.
pub fn service_over(folder: &std::path::Path) -> Service {
    let settings = Settings { base_url: BaseUrl::parse(BASE).ok(), ..Settings::default() };
    Service::of(Arc::new(Shelf::new(publication(folder))), settings)
}

/// Sends a field as a form does.
pub fn send(service: &Service, field: &str, text: &str) -> Reply {
    let body = form_urlencoded::Serializer::new(String::new()).append_pair(field, text).finish();
    let request = TestRequest::post().uri("/reconcile").set_payload(body);
    service.ask(request.insert_header(("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")))
}

/// The good answer to queries.
fn queries(service: &Service, batch: &Value) -> Value {
    let reply = send(service, "queries", &batch.to_string());
    assert_eq!(reply.status, 200, "{batch}: {}", reply.text());
    reply.json()
}

/// The candidates for one query.
fn candidates(service: &Service, query: &Value) -> Vec<Value> {
    queries(service, &json!({ "q": query }))["q"]["result"].as_array().expect("a result").clone()
}

/// The identifiers of candidates, those that match with a mark.
fn told(candidates: &[Value]) -> Vec<String> {
    let mark = |one: &Value| if one["match"] == true { "!" } else { "" };
    candidates.iter().map(|one| format!("{}{}", one["id"].as_str().expect("an id"), mark(one))).collect()
}

fn schemas() -> Value {
    let text = std::fs::read_to_string(root().join("tests/reconcile/schemas.json")).expect("the schemas");
    serde_json::from_str(&text).expect("JSON")
}

fn assert_keeps(schemas: &Value, (name, value): (&str, &Value)) {
    let kept = Checker { document: schemas }.check(value, &schemas[name]);
    kept.unwrap_or_else(|error| panic!("{name}: {error}\n{value:#}"));
}

#[test]
fn everything_that_is_answered_keeps_to_the_protocol() {
    let (schemas, folder) = (schemas(), Folder::base());
    let known = service_over(folder.path());
    for service in [known, Service::base(), service_over(&real_glossary())] {
        assert_keeps(&schemas, ("Manifest", &service.json("/reconcile")));
        let batch = json!({
            "q0": { "query": "melding" },
            "q1": { "query": "melding", "type": ["social", "safety"], "type_strict": "should", "limit": 3 },
            "": { "properties": [{ "pid": "status", "v": ["draft", true, 3, { "id": "draft", "name": "concept" }] }] },
            "geen": { "query": "xqzvb" },
        });
        assert_keeps(&schemas, ("Queries", &batch));
        let results = queries(&service, &batch);
        assert_keeps(&schemas, ("Results", &results));
        let keys: Vec<&String> = results.as_object().expect("results").keys().collect();
        assert_eq!(keys, ["q0", "q1", "", "geen"], "every query is answered, in its place");
        for (name, path) in [
            ("Entities", "suggest/entity?prefix=mel"),
            ("Entities", "suggest/entity"),
            ("Properties", "suggest/property?prefix="),
            ("Types", "suggest/type?prefix="),
            ("Flyout", "flyout/entity?id=melding.safety"),
            ("Flyout", "flyout/property?id=degree"),
            ("Flyout", "flyout/type?id=social"),
            ("Proposal", "properties?type=social&limit=2"),
        ] {
            assert_keeps(&schemas, (name, &service.json(&format!("/reconcile/{path}"))));
        }
        let proposed = service.json("/reconcile/properties?type=social");
        let ids: Vec<Value> =
            proposed["properties"].as_array().expect("all").iter().map(|one| one["id"].clone()).collect();
        let properties: Vec<Value> = ids.iter().map(|id| json!({ "id": id })).collect();
        let fetch = json!({ "ids": ["melding.safety", "melding.weg"], "properties": properties });
        assert_keeps(&schemas, ("Fetch", &fetch));
        let fetched = send(&service, "extend", &fetch.to_string()).json();
        assert_keeps(&schemas, ("Fetched", &fetched));
        assert_eq!(fetched["meta"].as_array().map(Vec::len), Some(ids.len()));
    }
}

#[test]
fn the_manifest_names_whole_addresses_and_none_where_the_service_does_not_know_its_own() {
    let folder = Folder::base();
    let manifest = service_over(folder.path()).json("/reconcile");
    assert_eq!(manifest["versions"], json!(["0.2"]));
    assert_eq!(manifest["identifierSpace"], "https://voorbeeld.example/id/");
    let types = manifest["defaultTypes"].as_array().expect("types");
    let above = |kind: &Value| kind["broader"][0]["id"].clone();
    assert_eq!(types.iter().map(above).collect::<Vec<_>>(), [Value::Null, Value::Null, json!("safety")]);
    for template in [&manifest["view"]["url"], &manifest["preview"]["url"]] {
        let address = template.as_str().and_then(|text| text.strip_prefix(BASE)).expect("a whole address");
        let path = address.replace("{{id}}", "melding.safety");
        let status = service_over(folder.path()).get(&path).status.as_u16();
        assert!(status == 200 || status == 303, "{path}: {status}");
    }
    for kind in ["entity", "property", "type"] {
        let suggest = &manifest["suggest"][kind];
        assert_eq!(suggest["service_url"], BASE);
        assert!(suggest["flyout_service_path"].as_str().is_some_and(|path| path.contains("${id}")), "{suggest}");
    }
    let bare = Service::base().json("/reconcile");
    assert!(["view", "preview", "suggest", "documentation"].iter().all(|key| bare[key].is_null()), "{bare}");
    assert_eq!(bare["extend"], json!({ "property_settings": [] }));
}

#[test]
fn of_two_meanings_none_is_chosen_unless_the_domain_leaves_one() {
    let service = Service::base();
    for (query, expected) in [
        (json!({ "query": "signaal", "limit": 2 }), &["signaal.social", "signaal.safety"][..]),
        (json!({ "query": "Signaal", "type": "safety" }), &["signaal.safety!"]),
        (
            json!({ "query": "signaal", "type": ["social", "safety"], "limit": 2 }),
            &["signaal.social", "signaal.safety"],
        ),
        (json!({ "query": "signaal", "type": ["safety"], "limit": 1 }), &["signaal.safety!"]),
        // Of one domain, two meanings.
        (json!({ "query": "melding", "type": "social" }), &["melding.social", "melding.social-zorg"]),
        // A domain without a meaning of its own means what the one above it means.
        (json!({ "query": "signaal", "type": "police", "limit": 1 }), &["signaal.safety!"]),
        (
            json!({ "query": "signaal", "type": ["police", "safety"], "type_strict": "all", "limit": 1 }),
            &["signaal.safety!"],
        ),
        (json!({ "query": "signaal", "type": ["social", "safety"], "type_strict": "all" }), &[]),
        // One meaning in all, and none for a domain that does not use the word.
        (json!({ "query": "keukentafelgesprek" }), &["keukentafelgesprek.social!"]),
        (json!({ "query": "keukentafelgesprek", "type": "safety" }), &[]),
        // What only resembles is offered and never chosen: a form, a slip, a search word.
        (json!({ "query": "signalen", "type": "safety", "limit": 1 }), &["signaal.safety"]),
        (json!({ "query": "signaaal", "type": "safety", "limit": 1 }), &["signaal.safety"]),
        (json!({ "query": "meldinkje", "type": "safety", "limit": 1 }), &["melding.safety"]),
        (json!({ "query": "keukentafelgesprekken" }), &["keukentafelgesprek.social"]),
        // Another word for it that one domain uses says nothing for the other.
        (json!({ "query": "zorgmelding", "type": "safety", "limit": 1 }), &["melding.safety"]),
        (json!({ "query": "melden", "type": "safety", "limit": 1 }), &["melding.safety!"]),
    ] {
        assert_eq!(told(&candidates(&service, &query)), expected, "{query}");
    }
}

#[test]
fn candidates_tell_both_sides_in_their_order_with_their_grounds() {
    let found = candidates(&Service::base(), &json!({ "query": "melding", "limit": 50 }));
    let scores: Vec<f64> = found.iter().filter_map(|one| one["score"].as_f64()).collect();
    assert!(scores.is_sorted_by(|one, other| one >= other) && scores[0] <= 100.0, "{scores:?}");
    let is_kept = |letter: char| letter.is_ascii_alphanumeric() || "-.".contains(letter);
    let ids = told(&found);
    assert!(ids.iter().all(|id| id.chars().all(is_kept)), "programs put them into addresses as they are: {ids:?}");
    let names: Vec<&str> = found.iter().filter_map(|one| one["name"].as_str()).collect();
    assert_eq!(names[0], "melding (Sociaal domein: hulpvraag)");
    assert!(names.contains(&"melding (Veiligheidsdomein)"), "{names:?}");
    assert_eq!(found[0]["type"], json!([{ "id": "social", "name": "Sociaal domein" }]));
    let text = found[0]["description"].as_str().expect("a description");
    assert!(text.starts_with("Iemand vraagt om hulp.") && text.contains("veiligheidsdomein"), "{text}");
    let features: Vec<_> = found[0]["features"].as_array().expect("features").iter().map(|one| &one["value"]).collect();
    assert_eq!(features, [&json!(true), &json!(false), &json!(3), &json!(3)]);
}

#[test]
fn an_identifier_an_address_and_a_whole_name_are_that_meaning() {
    let service = Service::base();
    for text in [
        "melding.safety",
        "melding#safety",
        "https://voorbeeld.example/id/melding#safety",
        "melding (Veiligheidsdomein)",
        " Melding (veiligheidsdomein) ",
    ] {
        assert_eq!(told(&candidates(&service, &json!({ "query": text }))), ["melding.safety!"], "{text}");
        assert!(
            !told(&candidates(&service, &json!({ "query": text, "type": "social" })))
                .contains(&"melding.safety!".into())
        );
    }
    let of_word = candidates(&service, &json!({ "query": "https://voorbeeld.example/id/melding", "limit": 3 }));
    assert_eq!(told(&of_word), ["melding.social", "melding.social-zorg", "melding.safety"]);
}

#[test]
fn properties_narrow_and_only_a_domain_among_them_makes_certain() {
    let service = Service::base();
    let with = |pid: &str, v: Value| json!({ "query": "melding", "properties": [{ "pid": pid, "v": v }] });
    for (query, expected) in [
        (with("domain", json!("Veiligheidsdomein")), &["melding.safety!"][..]),
        (with("domain", json!({ "id": "safety", "name": "iets" })), &["melding.safety!"]),
        (with("domain", json!(["police"])), &["melding.safety!"]),
        (with("domain", json!("nergens")), &[]),
        (with("status", json!("bevestigd")), &["melding.social"]),
        (with("kind", json!(["policy", "law"])), &["melding.social", "melding.safety"]),
        (with("phase", json!("fasen/vroeg")), &["melding.social", "melding.social-zorg", "melding.safety"]),
        (with("degree", json!(3)), &["melding.social", "melding.safety"]),
        (with("relation", json!("homonym")), &["melding.social", "melding.safety"]),
        (
            json!({ "properties": [{ "pid": "altLabel", "v": "ZORGMELDING" }] }),
            &["melding.social", "melding.social-zorg"],
        ),
        (
            json!({ "type": "safety", "properties": [{ "pid": "owner", "v": "politie" }] }),
            &["melding.safety", "signaal.safety"],
        ),
    ] {
        let found = candidates(&service, &query);
        let found: Vec<String> = told(&found).into_iter().take(expected.len().max(1)).collect();
        assert_eq!(found, expected, "{query}");
    }
}

#[test]
fn a_query_is_answered_the_same_from_an_address_and_beside_other_queries() {
    let service = Service::base();
    let query = json!({ "query": "signaal", "type": "safety" });
    let alone = queries(&service, &json!({ "q": query }));
    let address: String = form_urlencoded::byte_serialize(json!({ "q": query }).to_string().as_bytes()).collect();
    assert_eq!(service.json(&format!("/reconcile?queries={address}&callback=x")), alone);
    let beside = queries(&service, &json!({ "a": { "query": "melding" }, "q": query, "b": { "query": "signaal" } }));
    assert_eq!(beside["q"], alone["q"]);
}

#[test]
fn what_was_matched_is_fetched_and_what_is_unknown_gives_empty_cells() {
    let service = Service::base();
    let names = ["explanation", "domain", "degree", "otherMeanings", "uri", "altLabel"];
    let properties: Vec<Value> = names.iter().map(|name| json!({ "id": name, "settings": {} })).collect();
    let fetch = json!({ "ids": ["melding.safety", "weg"], "properties": properties });
    let rows = &send(&service, "extend", &fetch.to_string()).json()["rows"];
    let row = &rows["melding.safety"];
    assert_eq!(row["explanation"], json!([{ "str": "De politie krijgt een signaal binnen." }]));
    assert_eq!((&row["domain"], &row["degree"]), (&json!([{ "str": "Veiligheidsdomein" }]), &json!([{ "int": 3 }])));
    assert_eq!(row["uri"], json!([{ "str": "https://voorbeeld.example/id/melding#safety" }]));
    assert_eq!(row["altLabel"], json!([{ "str": "melden" }]), "a word of the other domain is not its own");
    for other in row["otherMeanings"].as_array().expect("the other side") {
        let id = other["id"].as_str().expect("an id");
        assert_eq!(told(&candidates(&service, &json!({ "query": id }))), [format!("{id}!")]);
    }
    let cells = rows["weg"].as_object().expect("a row").values();
    assert!(
        cells.into_iter().all(|cell| cell == &json!([]))
            && rows["weg"].as_object().map(serde_json::Map::len) == Some(6)
    );
}

#[test]
fn completions_go_on_from_what_is_typed_and_can_be_passed_over() {
    let service = Service::base();
    let ids = |path: &str| -> Vec<String> {
        let result = service.json(&format!("/reconcile/suggest/{path}"))["result"].clone();
        result.as_array().expect("a result").iter().filter_map(|one| one["id"].as_str().map(str::to_owned)).collect()
    };
    assert_eq!(ids("entity?prefix=mel"), ["melding.social", "melding.social-zorg", "melding.safety"]);
    assert_eq!(ids("entity?prefix=mel&cursor=2"), ["melding.safety"]);
    assert_eq!(ids("entity?prefix=mel&type=safety"), ["melding.safety"]);
    assert_eq!(ids("entity?prefix=melding.safety")[0], "melding.safety");
    assert_eq!(ids("entity?prefix=melding%20(Veiligheidsdomein)")[0], "melding.safety");
    assert_eq!(ids("property?prefix=vers"), ["degree", "difference"]);
    assert_eq!(ids("property?prefix=otherM"), ["otherMeanings"]);
    assert_eq!(ids("type?prefix=pol"), ["police"]);
    assert_eq!(ids("type?prefix=domein"), ["social"], "only the beginning of a word");
}
