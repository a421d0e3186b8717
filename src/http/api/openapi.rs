// SPDX-License-Identifier: EUPL-1.2
//! The OpenAPI 3.0.3 document, made from the table of operations and the types of the views.

use actix_web::{HttpRequest, HttpResponse, web};
use schemars::generate::{SchemaGenerator, SchemaSettings};
use serde_json::{Map, Value, json};

use crate::http::answer::{Keep, json as answer_json, unchanged};
use crate::http::api::form::{LONGEST, LONGEST_TERM, MOST_PHRASE_WORDS, MOST_VALUES, MOST_WORDS};
use crate::http::api::groups::{example_of, group_of, tags};
use crate::http::api::lookup::{LONGEST_WORD, MOST_WORDS as MOST_LOOKED_UP};
use crate::http::api::operations::{OPERATIONS, Operation};
use crate::http::api::parameters::{NONE, SEARCH, SUGGEST};
use crate::http::api::views;
use crate::http::body::LONGEST_TEXT;
use crate::http::card::{Card, CardList};
use crate::http::params::{Input, Param, ParamKind, pairs};
use crate::http::problem::{PROBLEMS, Problem};
use crate::http::{API_BASE, API_VERSION, App, Settings};
use crate::model::{Age, Coercion, Consent, Keyed};
use crate::publication::Publication;

/// `GET /api/v1/openapi.json`.
pub(super) async fn show(request: HttpRequest, app: web::Data<App>) -> Result<HttpResponse, Problem> {
    let publication = app.publication();
    Input::of_query(&request, NONE, &publication)?;
    let tag = app.tag(&publication);
    let fresh = || answer_json(&tag, Keep::Shortly, &openapi_document(&app.settings, &publication));
    Ok(unchanged(&request, &tag, Keep::Shortly).unwrap_or_else(fresh))
}

/// The document, with the contact of the settings and the values that this glossary knows.
#[must_use]
pub fn openapi_document(settings: &Settings, publication: &Publication) -> Value {
    let mut paths = Map::new();
    for operation in OPERATIONS {
        let methods = paths.entry(operation.path).or_insert_with(|| json!({}));
        methods[operation.method] = describe(operation, publication);
    }
    json!({
        "openapi": "3.0.3",
        "info": info(settings),
        "servers": [{ "url": API_BASE }],
        "tags": tags(),
        "paths": paths,
        "components": { "schemas": schemas(publication), "headers": headers() },
    })
}

fn info(settings: &Settings) -> Value {
    let mut info = json!({
        "title": "Taalbrug",
        "version": API_VERSION,
        "description": "Wat twee domeinen met hetzelfde woord bedoelen, waar dat uit elkaar loopt, en wat zij elkaar kunnen vragen. \
            Alles is alleen te lezen. What two domains mean by one word, where that parts, and what to ask each other. Read-only.",
        "license": { "name": "EUPL-1.2", "url": "https://eupl.eu/1.2/nl/" },
    });
    if let Some(contact) = &settings.contact {
        info["contact"] = json!({ "name": contact.name, "email": contact.email, "url": contact.url });
    }
    info
}

fn describe(operation: &Operation, publication: &Publication) -> Value {
    let mut parameters: Vec<Value> =
        operation.in_path.iter().map(|param| parameter(param, "path", publication)).collect();
    parameters.extend(operation.params.iter().map(|param| parameter(param, "query", publication)));
    let mut described = json!({
        "operationId": operation.id,
        "tags": [group_of(operation.path)],
        "summary": operation.about,
        "description": format!("{} {}", operation.about, operation.english),
        "responses": responses(operation),
    });
    if !parameters.is_empty() {
        described["parameters"] = Value::Array(parameters);
    }
    if let Some(body) = operation.body {
        let mut content = json!({ "schema": { "$ref": format!("#/components/schemas/{body}") } });
        if let Some(example) = example_of(body) {
            content["example"] = example;
        }
        described["requestBody"] = json!({ "required": true, "content": { "application/json": content } });
    }
    described
}

fn parameter(param: &Param, place: &str, publication: &Publication) -> Value {
    let needed = place == "path" || param.is_needed();
    let mut described = json!({
        "name": param.name,
        "in": place,
        "required": needed,
        "description": format!("{} {}{}", param.about, param.english, several(param)),
        "schema": parameter_schema(param, publication),
    });
    if !param.example.is_empty() {
        described["example"] = match param.kind {
            ParamKind::Count { .. } => param.example.parse::<u32>().map_or(Value::Null, Value::from),
            ParamKind::Choices(_) => json!([param.example]),
            _ => json!(param.example),
        };
    }
    if matches!(param.kind, ParamKind::Choices(_)) {
        described["style"] = json!("form");
        described["explode"] = json!(false);
    }
    described
}

/// How to give more than one value, where that can be.
fn several(param: &Param) -> &'static str {
    match param.kind {
        ParamKind::Choices(_) => {
            " Meer waarden: met komma's ertussen, of door de naam te herhalen. Several values: with commas between them, \
             or by repeating the name."
        }
        _ => "",
    }
}

/// What a parameter may hold.
pub(super) fn parameter_schema(param: &Param, publication: &Publication) -> Value {
    match param.kind {
        ParamKind::Text(most) | ParamKind::Question(most) => json!({ "type": "string", "maxLength": most }),
        ParamKind::NeededText(most) => json!({ "type": "string", "minLength": 1, "maxLength": most }),
        ParamKind::Count { from, to, otherwise } => {
            json!({ "type": "integer", "minimum": from, "maximum": to, "default": otherwise })
        }
        ParamKind::Choices(known) => match known(publication) {
            known if known.is_empty() => json!({ "type": "array", "items": { "type": "string" }, "maxItems": 0 }),
            known => json!({ "type": "array", "items": { "type": "string", "enum": known } }),
        },
        ParamKind::Choice(known) | ParamKind::NeededChoice(known) => one(&known(publication)),
        ParamKind::Pair => one(&pairs(publication)),
        ParamKind::Day => json!({ "type": "string", "format": "date" }),
    }
}

fn responses(operation: &Operation) -> Value {
    let schema = match operation.answer {
        "OpenApi" => json!({ "type": "object" }),
        name => json!({ "$ref": format!("#/components/schemas/{name}") }),
    };
    let mut headers = json!({ "API-Version": { "$ref": "#/components/headers/ApiVersion" } });
    if operation.path == "/openapi.json" {
        headers["access-control-allow-origin"] = json!({ "$ref": "#/components/headers/AllowOrigin" });
    }
    if operation.method == "get" {
        headers["ETag"] = json!({ "$ref": "#/components/headers/EntityTag" });
    }
    if operation.params.iter().any(|param| param.name == "page") && operation.method == "get" {
        for name in ["Link", "Total-Count", "Current-Page", "Per-Page", "Total-Pages"] {
            headers[name] = json!({ "$ref": "#/components/headers/Paging" });
        }
    }
    let mut responses = json!({
        "200": { "description": "Het antwoord. The answer.", "headers": headers, "content": { "application/json": { "schema": schema } } },
    });
    if operation.method == "get" {
        responses["304"] = json!({
            "description": "Niets veranderd. Not modified.",
            "headers": { "API-Version": { "$ref": "#/components/headers/ApiVersion" }, "ETag": { "$ref": "#/components/headers/EntityTag" } },
        });
    }
    for &status in operation.problems {
        responses[status.to_string()] = problem(status);
    }
    responses
}

fn problem(status: u16) -> Value {
    let kinds = PROBLEMS.iter().filter(|kind| kind.status == status);
    let text: Vec<String> = kinds.map(|kind| format!("{}. {}.", kind.title, kind.english)).collect();
    let mut headers = json!({ "API-Version": { "$ref": "#/components/headers/ApiVersion" } });
    if status == 405 {
        headers["Allow"] = json!({ "$ref": "#/components/headers/Allow" });
    }
    json!({
        "description": text.join(" "),
        "headers": headers,
        "content": { "application/problem+json": { "schema": { "$ref": "#/components/schemas/Problem" } } },
    })
}

fn headers() -> Value {
    let text = |about: &str| json!({ "description": about, "schema": { "type": "string" } });
    json!({
        "ApiVersion": text("De versie van de API. The version of the API."),
        "EntityTag": text("Verandert als de woordenlijst of het programma verandert. Changes when the glossary or the program does."),
        "AllowOrigin": text("Elke site mag dit lezen. Any site may read this."),
        "Allow": text("De methoden die dit adres kent. The methods that this address knows."),
        "Paging": text("Bladeren en tellen. Paging and counts."),
    })
}

fn problem_schema() -> Value {
    let place = |about: &str| json!({ "type": "integer", "minimum": 0, "description": about });
    let fault = json!({
        "type": "object",
        "required": ["name", "reason"],
        "properties": {
            "name": { "type": "string" },
            "reason": { "type": "string" },
            "start": place("Waar in de tekst het misgaat, in tekens. Where in the text it goes wrong, in Unicode code points."),
            "end": place("Waar dat eindigt. Where that ends."),
        },
    });
    json!({
        "type": "object",
        "description": "RFC 9457.",
        "required": ["type", "title", "status", "detail"],
        "properties": {
            "type": { "type": "string" },
            "title": { "type": "string" },
            "status": { "type": "integer" },
            "detail": { "type": "string" },
            "errors": { "type": "array", "items": fault },
        },
    })
}

/// The schemas of answers, from the types of the views, and those of bodies.
fn schemas(publication: &Publication) -> Value {
    let mut generator = SchemaGenerator::new(SchemaSettings::openapi3().for_serialize());
    generator.subschema_for::<views::SearchResult<'_>>();
    generator.subschema_for::<views::SuggestResult<'_>>();
    generator.subschema_for::<views::TermList<'_>>();
    generator.subschema_for::<views::TermView<'_>>();
    generator.subschema_for::<views::TermDivergences<'_>>();
    generator.subschema_for::<views::ChangeList<'_>>();
    generator.subschema_for::<views::TermChanges<'_>>();
    generator.subschema_for::<views::DivergenceList<'_>>();
    generator.subschema_for::<views::DomainList<'_>>();
    generator.subschema_for::<views::ModelList<'_>>();
    generator.subschema_for::<views::ActorList<'_>>();
    generator.subschema_for::<views::SourceList<'_>>();
    generator.subschema_for::<views::PlaceList<'_>>();
    generator.subschema_for::<views::AnnotationResult<'_>>();
    generator.subschema_for::<views::FormList<'_>>();
    generator.subschema_for::<views::ReadingList<'_>>();
    generator.subschema_for::<views::LookupResult<'_>>();
    generator.subschema_for::<views::TranslationResult<'_>>();
    generator.subschema_for::<Card<'_>>();
    generator.subschema_for::<CardList<'_>>();
    let mut schemas = Value::Object(generator.take_definitions(true));
    schemas["Problem"] = problem_schema();
    schemas["SearchRequest"] = query_request(SEARCH, publication);
    schemas["SuggestRequest"] = query_request(SUGGEST, publication);
    schemas["CompareRequest"] = compare_request(publication);
    schemas["AnnotationRequest"] = annotation_request(publication);
    schemas["LookupRequest"] = lookup_request();
    schemas
}

/// The body that holds what the query of the same address can.
fn query_request(params: &[Param], publication: &Publication) -> Value {
    let property = |param: &Param| {
        let schema = match param.kind {
            ParamKind::Count { from, to, .. } => json!({ "type": "integer", "minimum": from, "maximum": to }),
            ParamKind::Choices(known) => one_or_more(&known(publication)),
            ParamKind::Choice(known) | ParamKind::NeededChoice(known) => one(&known(publication)),
            ParamKind::Pair => one(&pairs(publication)),
            ParamKind::Text(_) | ParamKind::NeededText(_) | ParamKind::Question(_) | ParamKind::Day => {
                parameter_schema(param, publication)
            }
        };
        (param.name.to_owned(), schema)
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
fn one(known: &[String]) -> Value {
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

/// What the form of a comparison reads, with its limits.
fn compare_request(publication: &Publication) -> Value {
    let glossary = &publication.glossary;
    let domains: Vec<&str> = glossary.domains.iter().map(|domain| domain.id.as_str()).collect();
    let phrase = about(json!({ "type": "string", "maxLength": LONGEST }), MOST_PHRASE_WORDS);
    let phrases = glossary.facets.iter().map(|facet| (facet.id.as_str().to_owned(), phrase.clone()));
    let side = json!({
        "type": "object",
        "required": ["definition"],
        "additionalProperties": false,
        "properties": {
            "domain": { "type": "string", "enum": domains },
            "definition": about(json!({ "type": "string", "minLength": 1, "maxLength": LONGEST }), MOST_WORDS),
            "facets": {
                "type": "object",
                "additionalProperties": false,
                "properties": phrases.collect::<Map<_, _>>(),
            },
            "values": values_request(),
        },
    });
    json!({
        "type": "object",
        "required": ["a", "b"],
        "additionalProperties": false,
        "properties": { "term": { "type": "string", "maxLength": LONGEST_TERM }, "a": side, "b": side },
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

fn values_request() -> Value {
    let names = |about: &str| json!({ "type": "array", "maxItems": MOST_VALUES, "items": { "type": "string" }, "description": about });
    let year = json!({ "type": "integer", "minimum": 0, "maximum": Age::OLDEST });
    json!({
        "type": "object",
        "additionalProperties": false,
        "properties": {
            "roles": names("Zie /actors. See /actors."),
            "coercion": { "type": "string", "enum": keys_of::<Coercion>() },
            "consent": { "type": "string", "enum": keys_of::<Consent>() },
            "within": { "type": "string", "maxLength": LONGEST, "description": "ISO 8601: P7D." },
            "age": {
                "type": "object",
                "minProperties": 1,
                "additionalProperties": false,
                "properties": { "from": year, "to": year },
            },
            "legalBasis": names("Wettelijke kaders. Legal frames."),
        },
    })
}

fn keys_of<K: Keyed>() -> Vec<&'static str> {
    K::ALL.iter().map(|row| row.1).collect()
}
