// SPDX-License-Identifier: EUPL-1.2
//! Comparing two texts that nobody published: what is refused and why, and that one request costs no more than it may.

use serde_json::{Value, json};

use crate::support::{Service, words};

const COMPARE: &str = "/api/v1/compare";

/// The places and reasons of the faults of a body.
fn faults(service: &Service, body: &Value) -> Vec<(String, String)> {
    let reply = service.post(COMPARE, body);
    assert_eq!(reply.status, 400, "{body}: {}", reply.text());
    let answer = reply.json();
    let text = |fault: &Value, key: &str| fault[key].as_str().unwrap_or_default().to_owned();
    let faults = answer["errors"].as_array().expect("errors");
    faults.iter().map(|fault| (text(fault, "name"), text(fault, "reason"))).collect()
}

/// A sound comparison with one member of its first side set.
fn with(member: &str, value: Value) -> Value {
    let mut body = json!({ "a": { "definition": "Hulp aan een gezin." }, "b": { "definition": "Hulp." } });
    body["a"][member] = value;
    body
}

#[test]
fn what_a_comparison_costs_is_bounded_by_its_words() {
    let service = Service::base();
    let definition = |count: usize| with("definition", json!(words(count)));
    let phrase = |count: usize| with("facets", json!({ "goal": words(count) }));
    for (body, place, reason) in [
        (definition(201), "/a/definition", "Deze tekst heeft 201 woorden, en 200 is het meeste."),
        (phrase(61), "/a/facets/goal", "Deze tekst heeft 61 woorden, en 60 is het meeste."),
        (definition(2_000), "/a/definition", "Deze tekst mag hoogstens 2000 tekens hebben."),
    ] {
        assert_eq!(faults(&service, &body), [(place.to_owned(), reason.to_owned())]);
    }
    for body in [definition(200), phrase(60)] {
        let reply = service.post(COMPARE, &body);
        assert_eq!(reply.status, 200, "{}", reply.text());
    }
    let dear = |side: &str| json!({ "definition": words(200), "facets": { "goal": words(60) }, "domain": side });
    let reply = service.post(COMPARE, &json!({ "a": dear("social"), "b": dear("safety") }));
    assert_eq!(reply.json()["relation"], "same", "{}", reply.text());
}

#[test]
fn lists_of_values_are_bounded_and_hold_each_value_once() {
    let service = Service::base();
    let roles = |count: usize| with("values", json!({ "roles": vec!["school"; count] }));
    let found = faults(&service, &roles(51));
    assert_eq!(found, [("/a/values/roles".to_owned(), "Deze lijst mag hoogstens 50 waarden hebben.".to_owned())]);
    let reply = service.post(COMPARE, &roles(50)).json();
    let actor = reply["facets"].as_array().and_then(|facets| facets.iter().find(|facet| facet["facet"] == "actor"));
    assert_eq!(actor.map(|facet| &facet["a"]), Some(&json!("School")), "{reply}");
}

#[test]
fn every_fault_of_a_value_is_told_with_its_place_and_its_mend() {
    let service = Service::base();
    let upward = "Deze leeftijd loopt van 18 naar 12. Zet de laagste bij from en de hoogste bij to.";
    let year = "Dit hoort een getal te zijn van 0 tot en met 120.";
    let empty = "Deze leeftijd is leeg. Vul from of to in, of laat age weg.";
    for (values, place, reason) in [
        (json!({ "age": { "from": -1 } }), "/age/from", year),
        (json!({ "age": { "to": 121 } }), "/age/to", year),
        (json!({ "age": { "from": "12" } }), "/age/from", year),
        (json!({ "age": { "from": 12.5 } }), "/age/from", year),
        (json!({ "age": { "from": 18, "to": 12 } }), "/age", upward),
        (json!({ "age": {} }), "/age", empty),
        (json!({ "age": { "from": null } }), "/age", empty),
        (json!({ "age": 12 }), "/age", "Dit hoort een JSON-object te zijn."),
        (json!({ "age": { "form": 12 } }), "/age/form", "Dit gegeven is hier onbekend. Bedoelt u ‘from’?"),
        (json!({ "roles": ["school", "schol"] }), "/roles/1", "Deze waarde is onbekend. Bedoelt u ‘school’?"),
        (json!({ "roles": ["School!"] }), "/roles/0", "Deze waarde is onbekend. Bedoelt u ‘school’?"),
        (json!({ "roles": [1] }), "/roles/0", "Dit hoort een tekst te zijn."),
        (json!({ "roles": "school" }), "/roles", "Dit hoort een lijst van teksten te zijn."),
        (json!({ "legalBasis": ["wmoo"] }), "/legalBasis/0", "Deze waarde is onbekend. Bedoelt u ‘wmo’?"),
        (json!({ "coercion": "mut" }), "/coercion", "Deze waarde is onbekend. Bedoelt u ‘must’?"),
        (json!({ "within": "zeven" }), "/within", "Schrijf een duur zoals P7D of P6W."),
        (json!({ "within": words(2_000) }), "/within", "Deze tekst mag hoogstens 2000 tekens hebben."),
        (json!({ "ag/e~": 1 }), "/ag~1e~0", "Dit gegeven is hier onbekend. Bedoelt u ‘age’?"),
        (json!([]), "", "Dit hoort een JSON-object te zijn."),
    ] {
        let found = faults(&service, &with("values", values.clone()));
        assert_eq!(found, [(format!("/a/values{place}"), reason.to_owned())], "{values}");
    }
    for values in [json!({ "age": { "from": 0, "to": 120 } }), json!({ "roles": [], "age": null }), Value::Null] {
        let reply = service.post(COMPARE, &with("values", values.clone()));
        assert_eq!(reply.status, 200, "{values}: {}", reply.text());
    }
}

#[test]
fn one_thing_that_is_wrong_is_one_fault() {
    let service = Service::base();
    let needed = "De omschrijving is nodig: een tekst van hoogstens 200 woorden.";
    let wordless = "Deze tekst heeft geen woorden. Schrijf de omschrijving in woorden.";
    for (body, place, reason) in [
        (with("definition", json!("!!!")), "/a/definition", wordless),
        (with("definition", json!("")), "/a/definition", wordless),
        (with("definition", Value::Null), "/a/definition", needed),
        (with("definition", json!(1)), "/a/definition", "Dit hoort een tekst te zijn."),
        (with("domain", json!("socail")), "/a/domain", "Deze waarde is onbekend. Bedoelt u ‘social’?"),
        (with("facets", json!({ "gaol": "x" })), "/a/facets/gaol", "Dit gegeven is hier onbekend. Bedoelt u ‘goal’?"),
        (with("facets", json!({ "goal": 1 })), "/a/facets/goal", "Dit hoort een tekst te zijn."),
        (json!([]), "", "Dit hoort een JSON-object te zijn."),
        (json!({ "a": { "definition": "x" } }), "/b", "Dit gegeven is nodig: een JSON-object met een definition."),
    ] {
        assert_eq!(faults(&service, &body), [(place.to_owned(), reason.to_owned())], "{body}");
    }
    let mut body = with("facets", json!({ "goal": " " }));
    body["term"] = json!("x".repeat(200));
    assert_eq!(service.post(COMPARE, &body).json()["facets"], json!([]), "a blank phrase says nothing");
    body["term"] = json!("x".repeat(201));
    assert_eq!(faults(&service, &body).len(), 1);
}

#[test]
fn a_small_question_with_many_faults_gets_no_huge_answer() {
    let facets: Value =
        (0..5_000).map(|number| (number.to_string(), json!(""))).collect::<serde_json::Map<_, _>>().into();
    let service = Service::base();
    assert_eq!(faults(&service, &with("facets", facets.clone())).len(), 100);
    let answer = service.post(COMPARE, &with("facets", facets)).json();
    assert_eq!(answer["detail"], "Er kloppen 5000 gegevens niet. Bij errors staan de eerste 100.");
}
