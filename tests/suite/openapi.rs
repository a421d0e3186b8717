// SPDX-License-Identifier: EUPL-1.2
//! The OpenAPI document says what is so: real answers of every operation, good and bad, keep to the schemas it gives
//! for them. The reading of schemas below is strict: a keyword that it does not know is a fault too.

use actix_web::http::Method;
use actix_web::test::TestRequest;
use serde_json::{Map, Value, json};
use taalbrug::http::PROBLEMS;

use crate::asked::ASKED;
use crate::support::{Folder, Reply, Service, words};
use crate::tiny_model;

const BASE: &str = "/api/v1";

/// An operation of the document, by its name.
fn operation<'a>(document: &'a Value, id: &str) -> (Method, &'a Value) {
    let paths = document["paths"].as_object().expect("paths").values();
    let mut operations = paths.flat_map(|methods| methods.as_object().expect("methods"));
    let (method, operation) = operations.find(|(_, operation)| operation["operationId"] == id).expect("an operation");
    (Method::from_bytes(method.to_uppercase().as_bytes()).expect("a method"), operation)
}

fn ask(service: &Service, method: Method, (path, body): (&str, &'static str)) -> Reply {
    let request = TestRequest::default().method(method).uri(&format!("{BASE}{path}"));
    let kind = if body.is_empty() { "text/plain" } else { "application/json" };
    service.ask(request.insert_header(("Content-Type", kind)).set_payload(body))
}

/// The schema that the document gives for an answer.
fn schema_of<'a>(operation: &'a Value, reply: &Reply) -> &'a Value {
    let described = &operation["responses"][reply.status.as_str()];
    assert!(described.is_object(), "{} {} is not described", operation["operationId"], reply.status);
    for header in described["headers"].as_object().expect("headers").keys() {
        assert!(!reply.header(header).is_empty(), "{} {}: {header}", operation["operationId"], reply.status);
    }
    &described["content"][reply.header("content-type")]["schema"]
}

#[test]
fn real_answers_keep_to_the_schemas_of_every_operation() {
    let (glossary, model) = (Folder::base(), tiny_model::calibrated());
    let past = crate::repo::with_changes();
    for service in
        [Service::base(), Service::real(), Service::with_model(glossary.path(), model.path()), past.service()]
    {
        let document = service.json(&format!("{BASE}/openapi.json"));
        for (id, requests) in ASKED {
            let (method, operation) = operation(&document, id);
            for &request in *requests {
                let reply = ask(&service, method.clone(), request);
                let schema = schema_of(operation, &reply);
                assert!(schema.is_object(), "{request:?} {}: no schema", reply.status);
                let checker = Checker { document: &document };
                checker.check(&reply.json(), schema).unwrap_or_else(|error| panic!("{request:?}: {error}"));
            }
        }
    }
}

#[test]
fn every_operation_is_asked_and_answers_well_at_least_once() {
    let service = Service::base();
    let document = service.json(&format!("{BASE}/openapi.json"));
    let paths = document["paths"].as_object().expect("paths").values();
    let described = paths.flat_map(|methods| methods.as_object().expect("methods").values());
    for operation in described {
        assert!(
            ASKED.iter().any(|(id, _)| operation["operationId"] == *id),
            "{} is not asked",
            operation["operationId"]
        );
    }
    for (id, requests) in ASKED {
        let (method, _) = operation(&document, id);
        assert_eq!(ask(&service, method, requests[0]).status, 200, "{id}");
    }
}

#[test]
fn every_problem_stands_in_the_document_and_other_methods_are_answered_as_it_says() {
    let service = Service::base();
    let document = service.json(&format!("{BASE}/openapi.json"));
    for (path, methods) in document["paths"].as_object().expect("paths") {
        for operation in methods.as_object().expect("methods").values() {
            let reply = ask(&service, Method::PATCH, (&path.replace("{id}", "melding"), ""));
            assert_eq!(reply.status, 405, "{path}");
            let checker = Checker { document: &document };
            checker
                .check(&reply.json(), schema_of(operation, &reply))
                .unwrap_or_else(|error| panic!("{path}: {error}"));
        }
    }
    let all = document["paths"].to_string();
    for problem in PROBLEMS {
        assert!(all.contains(&format!("\"{}\":", problem.status)), "{} is nowhere described", problem.slug);
    }
}

/// Bodies of text checks, and whether they are sound.
fn annotations() -> Vec<(Value, bool)> {
    let check = |text: &str, reader: &str| json!({ "text": text, "writer": "social", "reader": reader });
    vec![
        (check("De melding.", "safety"), true),
        (check(&"x".repeat(102_400), "police"), true),
        (check(&"x".repeat(102_401), "police"), false),
        (check("", "safety"), false),
        (check("De melding.", "maan"), false),
        (json!({ "text": "De melding.", "writer": "social" }), false),
    ]
}

/// Bodies of lookups, and whether they are sound.
fn lookups() -> Vec<(Value, bool)> {
    vec![
        (json!({ "words": [] }), true),
        (json!({ "words": vec!["melding"; 500] }), true),
        (json!({ "words": vec!["melding"; 501] }), false),
        (json!({ "words": [""] }), false),
        (json!({ "words": "melding" }), false),
        (json!({}), false),
    ]
}

/// Bodies of searches, and whether they are sound.
fn searches() -> Vec<(Value, bool)> {
    vec![
        (json!({}), true),
        (json!({ "degree": [2, "3"], "status": "draft", "domain": ["social", "police"] }), true),
        (json!({ "degree": 2, "q": "x", "page": 2, "perPage": 100 }), true),
        (json!({ "differ": "police,social" }), true),
        (json!({ "differ": "social" }), false),
        (json!({ "degree": 4 }), false),
        (json!({ "perPage": 101 }), false),
        (json!({ "perPage": null, "q": null, "domain": null, "sort": null }), true),
        (json!({ "perPage": "10" }), false),
        (json!({ "q": 1 }), false),
        (json!({ "q": ["x"] }), false),
        (json!({ "sort": 1 }), false),
        (json!({ "q": words(100) }), false),
        (json!({ "x": 1 }), false),
    ]
}

#[test]
fn what_the_schemas_of_bodies_allow_is_taken_and_what_they_refuse_is_refused() {
    let service = Service::base();
    let document = service.json(&format!("{BASE}/openapi.json"));
    let side = |more: Value| {
        let mut side = json!({ "definition": "Hulp aan een gezin." });
        side.as_object_mut().expect("an object").extend(more.as_object().cloned().unwrap_or_default());
        json!({ "a": side, "b": { "definition": "Hulp." } })
    };
    let compare = [
        (side(json!({})), true),
        (side(json!({ "values": { "age": { "from": 12, "to": 18 }, "coercion": "must", "consent": "with" } })), true),
        (side(json!({ "values": { "roles": vec!["school"; 51] } })), false),
        (side(json!({ "values": { "age": { "to": 121 } } })), false),
        (side(json!({ "values": { "age": {} } })), false),
        (side(json!({ "values": { "consent": "ja" } })), false),
        (side(json!({ "facets": { "goal": "hulp" } })), true),
        (side(json!({ "facets": { "doel": "hulp" } })), false),
        (side(json!({ "domain": "maan" })), false),
        (
            side(
                json!({ "domain": null, "facets": null, "values": { "within": null, "age": { "from": null, "to": 3 } } }),
            ),
            true,
        ),
        (side(json!({ "facets": { "goal": null } })), true),
        (side(json!({ "values": { "roles": ["niemand"], "legalBasis": ["geen"] } })), false),
        (side(json!({ "definition": "" })), false),
        (side(json!({ "definition": "x".repeat(2_000) })), true),
        (side(json!({ "definition": "x".repeat(2_001) })), false),
        (json!({ "a": {} }), false),
    ];
    let checker = Checker { document: &document };
    for (path, bodies) in [
        ("compare", &compare[..]),
        ("search", &searches()),
        ("annotations", &annotations()),
        ("terms/lookup", &lookups()),
    ] {
        let schema =
            &document["paths"][format!("/{path}")]["post"]["requestBody"]["content"]["application/json"]["schema"];
        for (body, sound) in bodies {
            let reply = service.post(&format!("{BASE}/{path}"), body);
            assert_eq!(reply.status == 200, *sound, "{body}: {}", reply.text());
            assert_eq!(checker.check(body, schema).is_ok(), *sound, "{body}: {:?}", checker.check(body, schema));
        }
    }
}

/// Holds values against schemas of OpenAPI 3.0.3, as far as the document uses them.
pub struct Checker<'a> {
    pub document: &'a Value,
}

/// Keywords that say nothing about a value.
const ABOUT: &[&str] = &["description", "default", "title", "$defs"];

impl Checker<'_> {
    /// Whether a value keeps to a schema; else why not.
    pub fn check(&self, value: &Value, schema: &Value) -> Result<(), String> {
        let schema = schema.as_object().ok_or_else(|| format!("{schema} is no schema"))?;
        let kinds = schema.get("type").and_then(Value::as_array);
        let may_be_null = kinds.is_some_and(|kinds| kinds.contains(&json!("null")));
        if value.is_null() && (may_be_null || schema.get("nullable") == Some(&json!(true))) {
            return Ok(());
        }
        let mut keywords = schema.iter().filter(|(keyword, _)| !ABOUT.contains(&keyword.as_str()));
        keywords.try_for_each(|(keyword, wanted)| match self.keeps(value, (keyword, wanted), schema) {
            Ok(true) => Ok(()),
            Ok(false) => Err(format!("{keyword} {wanted} does not hold for {value}")),
            Err(error) => Err(error),
        })
    }

    /// Whether a value keeps to one keyword of a schema.
    fn keeps(
        &self,
        value: &Value,
        (keyword, wanted): (&String, &Value),
        schema: &Map<String, Value>,
    ) -> Result<bool, String> {
        let number = || wanted.as_f64().ok_or_else(|| format!("{keyword} {wanted} is no number"));
        let size = |length: Option<usize>| length.map_or(0.0, |length| length as f64);
        let letters = || size(value.as_str().map(|text| text.chars().count()));
        let schemas = || wanted.as_array().into_iter().flatten().map(|one| self.check(value, one));
        match keyword.as_str() {
            "$ref" => {
                let pointer = wanted.as_str().and_then(|text| text.strip_prefix('#')).unwrap_or_default();
                let schema = self.document.pointer(pointer).ok_or_else(|| format!("{wanted} is nowhere"))?;
                self.check(value, schema).map(|()| true)
            }
            "nullable" => Ok(true),
            "type" => match wanted.as_array() {
                Some(kinds) => Ok(kinds.iter().any(|kind| is_of(value, kind.as_str().unwrap_or_default()))),
                None => Ok(is_of(value, wanted.as_str().unwrap_or_default())),
            },
            "format" => has_format(value, wanted.as_str().unwrap_or_default()),
            "enum" => Ok(wanted.as_array().is_some_and(|known| known.contains(value))),
            "allOf" => schemas().collect::<Result<Vec<()>, String>>().map(|_| true),
            "anyOf" => Ok(schemas().any(|one| one.is_ok())),
            "oneOf" => Ok(schemas().flatten().count() == 1),
            "minimum" => Ok(value.as_f64() >= Some(number()?)),
            "maximum" => Ok(value.as_f64().is_some_and(|own| Ok(own) <= number())),
            "minLength" => Ok(letters() >= number()?),
            "maxLength" => Ok(letters() <= number()?),
            "minItems" => Ok(size(value.as_array().map(Vec::len)) >= number()?),
            "maxItems" => Ok(size(value.as_array().map(Vec::len)) <= number()?),
            "uniqueItems" => {
                Ok(value.as_array().is_none_or(|items| (1..items.len()).all(|at| !items[..at].contains(&items[at]))))
            }
            "minProperties" => Ok(size(value.as_object().map(Map::len)) >= number()?),
            "items" => {
                let mut items = value.as_array().into_iter().flatten();
                items.try_for_each(|item| self.check(item, wanted)).map(|()| true)
            }
            "required" => {
                let mut names = wanted.as_array().into_iter().flatten().filter_map(Value::as_str);
                Ok(names.all(|name| value.get(name).is_some()))
            }
            "properties" | "additionalProperties" => self.members(value, schema).map(|()| true),
            other => Err(format!("the keyword {other} is not known here")),
        }
    }

    /// Members against their schemas; those without one against what is said of all others.
    fn members(&self, value: &Value, schema: &Map<String, Value>) -> Result<(), String> {
        for (name, member) in value.as_object().into_iter().flatten() {
            let own = schema.get("properties").and_then(|properties| properties.get(name));
            let result = match own.or_else(|| schema.get("additionalProperties")) {
                None | Some(Value::Bool(true)) => Ok(()),
                Some(Value::Bool(false)) => Err("may not be here".to_owned()),
                Some(schema) => self.check(member, schema),
            };
            result.map_err(|error| format!("{name}: {error}"))?;
        }
        Ok(())
    }
}

fn is_of(value: &Value, kind: &str) -> bool {
    match kind {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        "null" => value.is_null(),
        _ => false,
    }
}

fn has_format(value: &Value, format: &str) -> Result<bool, String> {
    match format {
        "uint" => Ok(value.is_u64()),
        "uint16" => Ok(value.as_u64().is_some_and(|number| number < 65_536)),
        "uint8" => Ok(value.as_u64().is_some_and(|number| number < 256)),
        "float" | "double" => Ok(value.is_number()),
        "date" => {
            let parts: Vec<&str> = value.as_str().unwrap_or_default().split('-').collect();
            let digits = |part: &&str| part.bytes().all(|letter| letter.is_ascii_digit());
            Ok(parts.iter().map(|part| part.len()).eq([4, 2, 2]) && parts.iter().all(digits))
        }
        other => Err(format!("the format {other} is not known here")),
    }
}

#[test]
fn the_reading_of_schemas_sees_what_it_should() {
    let document = json!({ "components": { "Name": { "type": "string", "minLength": 2 } } });
    let checker = Checker { document: &document };
    let list = json!({ "type": "array", "maxItems": 2, "items": { "$ref": "#/components/Name" } });
    let object = json!({
        "type": "object", "required": ["a"], "additionalProperties": false,
        "properties": { "a": { "type": "integer", "minimum": 1, "maximum": 3 }, "b": { "type": "string", "nullable": true } },
    });
    let either = json!({ "oneOf": [{ "type": "integer", "enum": [1] }, { "type": "number" }] });
    for (value, schema, sound) in [
        (json!(["ab"]), &list, true),
        (json!(["a"]), &list, false),
        (json!(["ab", "ab", "ab"]), &list, false),
        (json!("ab"), &list, false),
        (json!({ "a": 3, "b": null }), &object, true),
        (json!({ "a": 0 }), &object, false),
        (json!({ "a": 4 }), &object, false),
        (json!({ "a": null }), &object, false),
        (json!({ "b": "x" }), &object, false),
        (json!({ "a": 1, "c": 1 }), &object, false),
        (json!(2.5), &either, true),
        (json!(1), &either, false),
        (json!(1), &json!({ "tpye": "integer" }), false),
        (json!("2026-1-01"), &json!({ "format": "date" }), false),
    ] {
        assert_eq!(checker.check(&value, schema).is_ok(), sound, "{value} {schema}");
    }
}
