// SPDX-License-Identifier: EUPL-1.2
//! The schemas of bodies that can be sent, with the values that this glossary knows. What may be left out may also be null.

use serde_json::{Map, Value, json};

use crate::http::api::form::{LONGEST, LONGEST_TERM, MOST_PHRASE_WORDS, MOST_VALUES, MOST_WORDS};
use crate::http::api::lookup::{LONGEST_WORD, MOST_WORDS as MOST_LOOKED_UP};
use crate::http::api::null::or_null;
use crate::http::api::openapi::parameter_schema;
use crate::http::api::parameters::{SEARCH, SUGGEST};
use crate::http::body::LONGEST_TEXT;
use crate::http::params::{Param, ParamKind, pairs};
use crate::model::{Age, Coercion, Consent, Keyed};
use crate::publication::Publication;

/// Every schema of a body, and of what stands in one, by its name.
pub(super) fn schemas(publication: &Publication) -> [(&'static str, Value); 6] {
    [
        ("SearchRequest", query_request(SEARCH, publication)),
        ("SuggestRequest", query_request(SUGGEST, publication)),
        ("CompareRequest", compare_request()),
        ("CompareSide", compare_side(publication)),
        ("AnnotationRequest", annotation_request(publication)),
        ("LookupRequest", lookup_request()),
    ]
}

/// The body that holds what the query of the same address can.
fn query_request(params: &[Param], publication: &Publication) -> Value {
    let property = |param: &Param| {
        let schema = match param.kind {
            ParamKind::Count { from, to, .. } => json!({ "type": "integer", "minimum": from, "maximum": to }),
            ParamKind::Choices(known) | ParamKind::TwoChoices(known) => one_or_more(&known(publication)),
            ParamKind::Choice(known) | ParamKind::NeededChoice(known) => one(&known(publication)),
            ParamKind::Pair => one(&pairs(publication)),
            ParamKind::Text(_) | ParamKind::NeededText(_) | ParamKind::Question(_) | ParamKind::Day => {
                parameter_schema(param, publication)
            }
        };
        (param.name.to_owned(), if param.is_needed() { schema } else { or_null(schema) })
    };
    let mut request = json!({
        "type": "object",
        "description": "Wat er in de vraag van GET kan staan. What the query of GET can hold.",
        "additionalProperties": false,
        "properties": params.iter().map(property).collect::<Map<_, _>>(),
    });
    let needed: Vec<&str> = params.iter().filter(|param| param.is_needed()).map(|param| param.name).collect();
    if !needed.is_empty() {
        request["required"] = json!(needed);
    }
    request
}

/// A known value; where there are none, nothing.
pub(super) fn one(known: &[String]) -> Value {
    match known {
        [] => json!({ "type": "string", "maxLength": 0 }),
        known => json!({ "type": "string", "enum": known }),
    }
}

/// A known value or a list of them; values that are numbers may also be sent as numbers.
fn one_or_more(known: &[String]) -> Value {
    let numbers: Option<Vec<u64>> = known.iter().map(|value| value.parse().ok()).collect();
    let text = json!({ "type": "string", "enum": known });
    match numbers {
        _ if known.is_empty() => json!({ "type": "array", "items": { "type": "string" }, "maxItems": 0 }),
        None => json!({ "oneOf": [text, { "type": "array", "items": text }] }),
        Some(numbers) => {
            let number = json!({ "type": "integer", "enum": numbers });
            json!({ "oneOf": [text, number, { "type": "array", "items": { "oneOf": [text, number] } }] })
        }
    }
}

/// What the form of a comparison reads.
fn compare_request() -> Value {
    let side = json!({ "$ref": "#/components/schemas/CompareSide" });
    let term = or_null(json!({ "type": "string", "maxLength": LONGEST_TERM }));
    json!({
        "type": "object",
        "description": "Twee teksten om te vergelijken. Two texts to compare.",
        "required": ["a", "b"],
        "additionalProperties": false,
        "properties": { "term": term, "a": side, "b": side },
    })
}

/// One side of a comparison, with its limits.
fn compare_side(publication: &Publication) -> Value {
    let glossary = &publication.glossary;
    let domains: Vec<&str> = glossary.domains.iter().map(|domain| domain.id.as_str()).collect();
    let phrase = or_null(about(json!({ "type": "string", "maxLength": LONGEST }), MOST_PHRASE_WORDS));
    let phrases = glossary.facets.iter().map(|facet| (facet.id.as_str().to_owned(), phrase.clone()));
    json!({
        "type": "object",
        "description": "Een kant van de vergelijking. One side of the comparison.",
        "required": ["definition"],
        "additionalProperties": false,
        "properties": {
            "domain": or_null(json!({ "type": "string", "enum": domains })),
            "definition": about(json!({ "type": "string", "minLength": 1, "maxLength": LONGEST }), MOST_WORDS),
            "facets": or_null(json!({
                "type": "object",
                "additionalProperties": false,
                "properties": phrases.collect::<Map<_, _>>(),
            })),
            "values": or_null(values_request(publication)),
        },
    })
}

/// What the form of a text check reads.
fn annotation_request(publication: &Publication) -> Value {
    let domains: Vec<&str> = publication.glossary.domains.iter().map(|domain| domain.id.as_str()).collect();
    let domain = |about: &str| json!({ "type": "string", "enum": domains, "description": about });
    let about = format!("Hoogstens {LONGEST_TEXT} bytes, in UTF-8. At most {LONGEST_TEXT} bytes of UTF-8.");
    json!({
        "type": "object",
        "required": ["text", "writer", "reader"],
        "additionalProperties": false,
        "properties": {
            "text": { "type": "string", "minLength": 1, "maxLength": LONGEST_TEXT, "description": about },
            "writer": domain("Het domein van wie schrijft. The domain of who writes."),
            "reader": domain("Het domein van wie leest. The domain of who reads."),
        },
    })
}

/// What a batch of words may hold.
fn lookup_request() -> Value {
    let word = json!({ "type": "string", "minLength": 1, "maxLength": LONGEST_WORD });
    json!({
        "type": "object",
        "required": ["words"],
        "additionalProperties": false,
        "properties": { "words": { "type": "array", "maxItems": MOST_LOOKED_UP, "items": word } },
    })
}

/// The schema of a text, with the words it may have: those no keyword of the schema can count.
fn about(mut schema: Value, words: usize) -> Value {
    schema["description"] = json!(format!("Hoogstens {words} woorden. At most {words} words."));
    schema
}

fn values_request(publication: &Publication) -> Value {
    let glossary = &publication.glossary;
    let names = |known: Vec<&str>, about: &str| {
        let items = match known.as_slice() {
            [] => json!({ "type": "string", "maxLength": 0 }),
            known => json!({ "type": "string", "enum": known }),
        };
        or_null(json!({ "type": "array", "maxItems": MOST_VALUES, "items": items, "description": about }))
    };
    let actors = glossary.actors.iter().map(|actor| actor.id.as_str()).collect();
    let frames = glossary.legal_frames.iter().map(|frame| frame.id.as_str()).collect();
    let year = or_null(json!({ "type": "integer", "minimum": 0, "maximum": Age::OLDEST }));
    let within = "Een duur in ISO 8601: P7D. A duration in ISO 8601: P7D.";
    json!({
        "type": "object",
        "additionalProperties": false,
        "properties": {
            "roles": names(actors, "Zie /actors. See /actors."),
            "coercion": or_null(json!({ "type": "string", "enum": keys_of::<Coercion>() })),
            "consent": or_null(json!({ "type": "string", "enum": keys_of::<Consent>() })),
            "within": or_null(json!({ "type": "string", "maxLength": LONGEST, "description": within })),
            "age": or_null(json!({
                "type": "object",
                "minProperties": 1,
                "additionalProperties": false,
                "properties": { "from": year, "to": year },
            })),
            "legalBasis": names(frames, "Wettelijke kaders. Legal frames."),
        },
    })
}

fn keys_of<K: Keyed>() -> Vec<&'static str> {
    K::ALL.iter().map(|row| row.1).collect()
}
