// SPDX-License-Identifier: EUPL-1.2
//! `/api`: the description of the API to read, made from the OpenAPI document itself, so that it cannot say anything else.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use serde_json::{Map, Value};

use crate::http::answer::Keep;
use crate::http::pages::about::ContactPart;
use crate::http::pages::parts::Frame;
use crate::http::pages::tagged_page;
use crate::http::{API_BASE, API_VERSION, App, PROBLEMS, openapi_document};

/// Where the examples say that the service is.
const EXAMPLE_HOST: &str = "https://taalbrug.example";

#[derive(Template)]
#[template(path = "api.html")]
struct Api<'a> {
    frame: Frame<'a>,
    version: &'static str,
    base: &'static str,
    groups: Vec<Group>,
    schemas: Vec<Schema>,
    problems: &'static [crate::http::problem::Kind],
    contact: Option<ContactPart<'a>>,
}

/// Operations that belong together.
struct Group {
    /// Its place, as the name of its anchor.
    place: usize,
    dutch: String,
    english: String,
    operations: Vec<Operation>,
}

struct Operation {
    id: String,
    method: String,
    path: String,
    dutch: String,
    english: String,
    params: Vec<Field>,
    /// The name of the schema of its body.
    body: Option<String>,
    /// The name of the schema of its answer.
    answer: Option<String>,
    example: String,
    /// The statuses of its answers, with what they mean.
    statuses: Vec<(String, String)>,
}

/// What an object in JSON holds.
struct Schema {
    name: String,
    about: String,
    fields: Vec<Field>,
}

/// A parameter, or a member of an object.
struct Field {
    name: String,
    needed: bool,
    /// What may stand there, in short.
    kind: String,
    /// The name of its schema, where it has one.
    schema: Option<String>,
    about: String,
    example: Option<String>,
}

/// `GET /api`.
pub(super) async fn show(request: HttpRequest, app: web::Data<App>) -> HttpResponse {
    let publication = app.publication();
    let document = openapi_document(&app.settings, &publication);
    let page = Api {
        frame: Frame::new(&publication, &request),
        version: API_VERSION,
        base: API_BASE,
        groups: groups(&document),
        schemas: members(&document["components"]["schemas"]).map(|(name, schema)| described(name, schema)).collect(),
        problems: PROBLEMS,
        contact: ContactPart::of(&app.settings),
    };
    tagged_page(&request, &app.tag(&publication), Keep::Shortly, &page)
}

fn members(object: &Value) -> impl Iterator<Item = (&String, &Value)> {
    object.as_object().into_iter().flat_map(Map::iter)
}

fn items(list: &Value) -> impl Iterator<Item = &Value> {
    list.as_array().into_iter().flatten()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// What stands in a text behind what it says in Dutch.
fn english(whole: &str, dutch: &str) -> String {
    let rest = whole.strip_prefix(dutch).unwrap_or(whole).trim_start_matches(['.', ' ']);
    rest.to_owned()
}

/// Every operation in its group, in the order of the document.
fn groups(document: &Value) -> Vec<Group> {
    let all = || {
        let methods = |(path, methods): (&'_ String, &'_ Value)| {
            let path = path.clone();
            members(methods).map(|(method, one)| (path.clone(), method.clone(), one.clone())).collect::<Vec<_>>()
        };
        members(&document["paths"]).flat_map(methods)
    };
    let group = |(place, tag): (usize, &Value)| Group {
        place,
        dutch: text(&tag["name"]),
        english: english(&text(&tag["description"]), &text(&tag["name"])),
        operations: all()
            .filter(|(.., one)| one["tags"][0] == tag["name"])
            .map(|(path, method, one)| operation(path, &method, &one))
            .collect(),
    };
    (1..).zip(items(&document["tags"])).map(group).filter(|group| !group.operations.is_empty()).collect()
}

fn operation(path: String, method: &str, described: &Value) -> Operation {
    let dutch = text(&described["summary"]);
    let json = |content: &Value| referred(&content["content"]["application/json"]["schema"]);
    Operation {
        id: text(&described["operationId"]),
        method: method.to_uppercase(),
        example: example(&path, method, described),
        path,
        english: english(&text(&described["description"]), &dutch),
        dutch,
        // What every operation takes is told once, at the top of the page.
        params: items(&described["parameters"]).filter(|param| param["$ref"].is_null()).map(parameter).collect(),
        body: json(&described["requestBody"]),
        answer: json(&described["responses"]["200"]),
        statuses: members(&described["responses"])
            .map(|(status, told)| (status.clone(), text(&told["description"])))
            .collect(),
    }
}

fn parameter(described: &Value) -> Field {
    let example = &described["example"];
    Field {
        name: text(&described["name"]),
        needed: described["required"] == true,
        kind: kind(&described["schema"]),
        schema: None,
        about: text(&described["description"]),
        example: (!example.is_null()).then(|| plain(example)),
    }
}

fn described(name: &str, schema: &Value) -> Schema {
    let needed = |field: &str| items(&schema["required"]).any(|name| name == field);
    let field = |(name, one): (&String, &Value)| Field {
        name: name.clone(),
        needed: needed(name),
        kind: kind(one),
        schema: referred(one).or_else(|| referred(&one["items"])),
        about: text(&one["description"]),
        example: None,
    };
    Schema {
        name: name.to_owned(),
        about: text(&schema["description"]),
        fields: members(&schema["properties"]).map(field).collect(),
    }
}

/// The name of the schema that a value refers to, straight or as the only one of several.
fn referred(schema: &Value) -> Option<String> {
    let inside = || ["allOf", "anyOf", "oneOf"].iter().find_map(|key| items(&schema[*key]).find_map(referred));
    let own = schema["$ref"].as_str().and_then(|path| path.rsplit('/').next()).map(str::to_owned);
    own.or_else(inside)
}

/// What a value may be, in short: its type, what it is chosen from, and its bounds.
fn kind(schema: &Value) -> String {
    let name = match schema["type"].as_str() {
        Some("array") => format!("[{}]", kind(&schema["items"])),
        Some(name) => name.to_owned(),
        None => referred(schema).unwrap_or_else(|| "value".to_owned()),
    };
    let values: Vec<String> = items(&schema["enum"]).filter(|value| !value.is_null()).map(plain).collect();
    let chosen = if values.is_empty() { String::new() } else { format!(": {}", values.join(" | ")) };
    let bound = |key: &str, sign: &str| (!schema[key].is_null()).then(|| format!("{sign} {}", schema[key]));
    let bounds: Vec<String> = [
        bound("minimum", "≥"),
        bound("maximum", "≤"),
        bound("maxLength", "length ≤"),
        bound("maxItems", "items ≤"),
        bound("default", "default"),
    ]
    .into_iter()
    .flatten()
    .collect();
    let bounds = if bounds.is_empty() { String::new() } else { format!(" ({})", bounds.join(", ")) };
    let may_be_null = |one: &Value| one["nullable"] == true;
    let nullable = if may_be_null(schema) || items(&schema["anyOf"]).any(may_be_null) { " | null" } else { "" };
    format!("{name}{chosen}{bounds}{nullable}")
}

/// A value as a person writes it: a text without quotes, a list with commas.
fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(list) => list.iter().map(plain).collect::<Vec<_>>().join(","),
        other => other.to_string(),
    }
}

/// A command that asks this: with the examples of what is needed, or of the first parameter; or with the example of the body.
fn example(path: &str, method: &str, described: &Value) -> String {
    let params = || items(&described["parameters"]).filter(|param| !param["example"].is_null());
    let mut address = format!("{EXAMPLE_HOST}{API_BASE}{path}");
    let mut query = form_urlencoded::Serializer::new(String::new());
    for param in params() {
        let (name, value) = (text(&param["name"]), plain(&param["example"]));
        if param["in"] == "path" {
            address = address.replace(&format!("{{{name}}}"), &value);
        } else if param["required"] == true || name == "q" {
            query.append_pair(&name, &value);
        }
    }
    let query = query.finish();
    if !query.is_empty() {
        address = format!("{address}?{query}");
    }
    let body = &described["requestBody"]["content"]["application/json"]["example"];
    if method == "post" && !body.is_null() {
        let body = body.to_string().replace('\'', "'\\''");
        return format!("curl -s '{address}' \\\n  -H 'Content-Type: application/json' \\\n  -d '{body}'");
    }
    format!("curl -s '{address}'")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{example, kind, referred};

    #[test]
    fn a_kind_says_what_may_stand_there_and_how_much() {
        for (schema, shown) in [
            (json!({ "type": "string", "maxLength": 200 }), "string (length ≤ 200)"),
            (json!({ "type": "array", "items": { "type": "string", "enum": ["a", "b"] } }), "[string: a | b]"),
            (json!({ "type": "integer", "minimum": 1, "default": 1 }), "integer (≥ 1, default 1)"),
            (json!({ "type": "number", "nullable": true }), "number | null"),
            (json!({ "allOf": [{ "$ref": "#/components/schemas/Pair" }] }), "Pair"),
            (json!({}), "value"),
        ] {
            assert_eq!(kind(&schema), shown);
        }
        assert_eq!(referred(&json!({ "$ref": "#/components/schemas/Pair" })).as_deref(), Some("Pair"));
    }

    #[test]
    fn an_example_fills_in_what_is_needed_and_quotes_its_body() {
        let asked = json!({ "parameters": [
            { "name": "id", "in": "path", "required": true, "example": "melding" },
            { "name": "from", "in": "query", "required": true, "example": "social" },
            { "name": "page", "in": "query", "required": false, "example": 1 },
        ] });
        assert_eq!(
            example("/terms/{id}", "get", &asked),
            "curl -s 'https://taalbrug.example/api/v1/terms/melding?from=social'"
        );
        let sent = json!({ "requestBody": { "content": { "application/json": { "example": { "q": "'s avonds" } } } } });
        assert!(example("/search", "post", &sent).ends_with(r#"-d '{"q":"'\''s avonds"}'"#));
    }
}
