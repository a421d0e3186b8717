// SPDX-License-Identifier: EUPL-1.2
//! The OpenAPI 3.0.3 document, made from the table of operations and the types of the views.

use actix_web::{HttpRequest, HttpResponse, web};
use schemars::generate::{SchemaGenerator, SchemaSettings};
use serde_json::{Map, Value, json};

use crate::http::answer::{Keep, unchanged, write_json, written_json};
use crate::http::api::bodies;
use crate::http::api::examples::add_examples;
use crate::http::api::groups::{group_of, tags};
use crate::http::api::null;
use crate::http::api::operations::{OPERATIONS, Operation};
use crate::http::api::parameters::NONE;
use crate::http::api::sample::Sample;
use crate::http::api::views;
use crate::http::card::{Card, CardList};
use crate::http::params::{Input, LANG, Param, ParamKind, pairs};
use crate::http::problem::{PROBLEMS, Problem};
use crate::http::{API_BASE, API_VERSION, App, Settings};
use crate::publication::Publication;

/// `GET /api/v1/openapi.json`.
pub(super) async fn show(request: HttpRequest, app: web::Data<App>) -> Result<HttpResponse, Problem> {
    let (publication, past) = (app.publication(), app.past());
    Input::of_query(&request, NONE, &publication)?;
    let tag = app.tag_with(&publication, &past);
    if let Some(answer) = unchanged(&request, &tag, Keep::Shortly) {
        return Ok(answer);
    }
    if let Some(kept) = app.described.get(tag.tag()) {
        return Ok(written_json(&tag, Keep::Shortly, kept));
    }
    let mut document = openapi_document(&app.settings, &publication);
    add_examples(&mut document, &app.over(publication, past)).await?;
    let written = write_json(&document)?;
    app.described.put(tag.tag(), &written);
    Ok(written_json(&tag, Keep::Shortly, written))
}

/// The document without examples of answers, with the contact of the settings and the values that this glossary knows.
#[must_use]
pub fn openapi_document(settings: &Settings, publication: &Publication) -> Value {
    let sample = Sample::of(publication);
    let mut paths = Map::new();
    for operation in OPERATIONS {
        let methods = paths.entry(operation.path).or_insert_with(|| json!({}));
        methods[operation.method] = describe(operation, &sample, publication);
    }
    json!({
        "openapi": "3.0.3",
        "info": info(settings),
        "servers": [{ "url": API_BASE, "description": "Deze dienst. This service." }],
        "tags": tags(),
        "paths": paths,
        "components": {
            "schemas": schemas(publication),
            "headers": headers(),
            "parameters": common_parameters(&sample, publication),
        },
    })
}

/// What every operation takes: the language, asked for in one of two ways.
fn common_parameters(sample: &Sample, publication: &Publication) -> Value {
    json!({
        "Lang": parameter((&LANG, "query"), sample, publication),
        "AcceptLanguage": {
            "name": "Accept-Language",
            "in": "header",
            "required": false,
            "description": "De taal die u het liefst leest, als lang niets zegt: Nederlands of Engels. Anders is het Nederlands. The \
                language that you like best, where lang says nothing: Dutch or English. Else it is Dutch.",
            "schema": { "type": "string" },
            "example": "nl, en;q=0.5",
        },
    })
}

fn info(settings: &Settings) -> Value {
    let mut info = json!({
        "title": "Taalbrug",
        "version": API_VERSION,
        "description": "Wat twee domeinen met hetzelfde woord bedoelen, waar dat uit elkaar loopt, en wat zij elkaar kunnen vragen. \
            Alles is alleen te lezen. Elk voorbeeld is gevraagd aan deze dienst: x-request zegt hoe; bij x-shortened staat van elke \
            lijst alleen het eerste. What two domains mean by one word, where that parts, and what to ask each other. Read-only. \
            Every example was asked of this service: x-request says how; with x-shortened only the first of every list is shown.",
        "license": { "name": "EUPL-1.2", "url": "https://eupl.eu/1.2/nl/" },
    });
    if let Some(contact) = &settings.contact {
        info["contact"] = json!({ "name": contact.name, "email": contact.email, "url": contact.url });
    }
    info
}

fn describe(operation: &Operation, sample: &Sample, publication: &Publication) -> Value {
    let described = |place: &'static str| move |param| parameter((param, place), sample, publication);
    let mut parameters: Vec<Value> = operation.in_path.iter().map(described("path")).collect();
    if operation.method == "get" {
        let own = operation.params.iter().filter(|param| param.name != LANG.name);
        parameters.extend(own.map(described("query")));
    }
    parameters
        .extend(["Lang", "AcceptLanguage"].map(|name| json!({ "$ref": format!("#/components/parameters/{name}") })));
    let mut described = json!({
        "operationId": operation.id,
        "tags": [group_of(operation.path)],
        "summary": operation.about,
        "description": format!("{} {}", operation.about, operation.english),
        "parameters": parameters,
        "responses": responses(operation),
    });
    if let Some(body) = operation.body {
        let mut content = json!({ "schema": { "$ref": format!("#/components/schemas/{body}") } });
        if let Some(example) = sample.body(body) {
            content["example"] = example;
        }
        described["requestBody"] = json!({
            "required": true,
            "description": "Wat u vraagt, als JSON. What you ask, as JSON.",
            "content": { "application/json": content },
        });
    }
    described
}

fn parameter((param, place): (&Param, &str), sample: &Sample, publication: &Publication) -> Value {
    let needed = place == "path" || param.is_needed();
    let mut described = json!({
        "name": param.name,
        "in": place,
        "required": needed,
        "description": format!("{} {}{}", param.about, param.english, several(param)),
        "schema": parameter_schema(param, publication),
    });
    if let Some(example) = sample.of_param(param, publication) {
        described["example"] = match param.kind {
            ParamKind::Count { .. } => example.parse::<u32>().map_or(Value::Null, Value::from),
            ParamKind::Choices(_) | ParamKind::TwoChoices(_) => example.split(',').collect(),
            _ => json!(example),
        };
    }
    if place == "query" && param.may_be_empty() {
        described["allowEmptyValue"] = json!(true);
    }
    if matches!(param.kind, ParamKind::Choices(_) | ParamKind::TwoChoices(_)) {
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
        ParamKind::TwoChoices(known) => json!({
            "type": "array",
            "minItems": 2,
            "maxItems": 2,
            "uniqueItems": true,
            "items": { "type": "string", "enum": known(publication) },
        }),
        ParamKind::Choice(known) | ParamKind::NeededChoice(known) => bodies::one(&known(publication)),
        ParamKind::Pair => bodies::one(&pairs(publication)),
        ParamKind::Day => json!({ "type": "string", "format": "date" }),
    }
}

fn responses(operation: &Operation) -> Value {
    let schema = match operation.answer {
        "OpenApi" => json!({ "type": "object" }),
        name => json!({ "$ref": format!("#/components/schemas/{name}") }),
    };
    let mut headers = json!({ "API-Version": { "$ref": "#/components/headers/ApiVersion" } });
    if operation.answers_in_language() {
        headers["Content-Language"] = json!({ "$ref": "#/components/headers/ContentLanguage" });
    }
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
    let mut headers = json!({
        "API-Version": { "$ref": "#/components/headers/ApiVersion" },
        "Content-Language": { "$ref": "#/components/headers/ContentLanguage" },
    });
    if status == 503 {
        headers["Retry-After"] = json!({ "$ref": "#/components/headers/RetryAfter" });
    }
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
        "ContentLanguage": text("De taal van het antwoord: nl of en. The language of the answer: nl or en."),
        "RetryAfter": text("Hoeveel seconden u wacht. How many seconds to wait."),
        "Paging": text("Bladeren en tellen. Paging and counts."),
    })
}

fn problem_schema() -> Value {
    let place = |about: &str| json!({ "type": "integer", "minimum": 0, "description": about });
    let fault = json!({
        "type": "object",
        "required": ["name", "reason"],
        "properties": {
            "name": { "type": "string", "description": "Het gegeven, of de plaats in de JSON. The parameter, or the place in the JSON." },
            "reason": { "type": "string", "description": "Wat er mis is en hoe het wel moet. What is wrong and how to mend it." },
            "start": place("Waar in de tekst het misgaat, in tekens. Where in the text it goes wrong, in Unicode code points."),
            "end": place("Waar dat eindigt. Where that ends."),
        },
    });
    json!({
        "type": "object",
        "description": "Een fout, volgens RFC 9457. A problem, by RFC 9457.",
        "required": ["type", "title", "status", "detail"],
        "properties": {
            "type": { "type": "string", "description": "Het adres van de uitleg, uit /problems. The address of what it means, from /problems." },
            "title": { "type": "string", "description": "De soort fout. The kind of problem." },
            "status": { "type": "integer", "description": "De status van HTTP. The status of HTTP." },
            "detail": { "type": "string", "description": "Wat er nu mis is. What is wrong now." },
            "errors": { "type": "array", "items": fault, "description": "Alles wat mis is. All that is wrong." },
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
    generator.subschema_for::<views::ProblemList>();
    generator.subschema_for::<Card<'_>>();
    generator.subschema_for::<CardList<'_>>();
    let mut schemas = Value::Object(generator.take_definitions(true));
    null::mend(&mut schemas);
    schemas["Problem"] = problem_schema();
    for (name, schema) in bodies::schemas(publication) {
        schemas[name] = schema;
    }
    schemas
}
