// SPDX-License-Identifier: EUPL-1.2
//! The shapes of files as JSON Schema (draft 7) for the tools of editors, and as a page for people. Made from the same
//! tables that the reader reads files against, so that the three cannot part.

use std::fmt::Write as _;

use serde_json::{Map, Value, json};

use crate::source::shape::{FILES, Form, Holds, Key, Need, Scale, Shape};

/// The kinds of files: what each is called, and its path with `*` for any name.
#[must_use]
pub fn kinds_of_files() -> Vec<(&'static str, &'static str)> {
    FILES.iter().map(|(name, path, _)| (*name, *path)).collect()
}

/// The JSON Schema of a kind of file, or nothing when there is no such kind.
#[must_use]
pub fn schema_of(kind: &str) -> Option<Value> {
    let (_, path, shape) = FILES.iter().find(|(name, ..)| *name == kind)?;
    let mut schema = Map::new();
    schema.insert("$schema".to_owned(), json!("http://json-schema.org/draft-07/schema#"));
    schema.insert("title".to_owned(), json!(shape.name));
    schema.insert("description".to_owned(), json!(format!("{path}: {}", shape.name)));
    schema.extend(table(shape));
    Some(Value::Object(schema))
}

/// The JSON Schema of an object that holds what stands in each file of a glossary, by its path.
pub(super) fn schema_of_files() -> Value {
    let pattern = |path: &str| format!("^{}$", path.replace('.', "\\.").replace('*', "[a-z0-9-]+"));
    let files: Map<String, Value> =
        FILES.iter().map(|(_, path, shape)| (pattern(path), Value::Object(table(shape)))).collect();
    json!({ "type": "object", "additionalProperties": false, "patternProperties": files })
}

/// All kinds of files with their keys, in Markdown.
#[must_use]
pub fn format_page() -> String {
    let mut page = "# De bestanden van de woordenlijst\n\nElke soort bestand met haar sleutels. Hoe u ze gebruikt, staat in de \
                    [handleiding voor redacteuren](../glossary/README.md).\nIn [schema](../schema) staat hetzelfde als JSON Schema, \
                    waarmee een editor sleutels aanvult en uitlegt.\n\n*Made by `taalbrug schema > docs/format.md` from the tables \
                    that files are read against; change those.*\n"
        .to_owned();
    let mut told: Vec<&'static str> = Vec::new();
    for (_, path, shape) in FILES {
        let _ = write!(page, "\n## `{path}`\n\n");
        keys_in_words(shape, &mut page);
        for inner in below(shape) {
            if told.contains(&inner.name) && inner.name != "de voorbeelden" {
                continue;
            }
            told.push(inner.name);
            let _ = write!(page, "\n### {}\n\n", inner.name);
            keys_in_words(inner, &mut page);
        }
    }
    page
}

/// The shapes that stand in a shape, from the outside in.
fn below(shape: &'static Shape) -> Vec<&'static Shape> {
    let mut found: Vec<&'static Shape> = Vec::new();
    for key in shape.keys {
        if let Holds::Table(inner) | Holds::Tables(inner) | Holds::FormedOrTables(_, inner) = key.holds {
            found.push(inner);
            found.extend(below(inner));
        }
    }
    found
}

fn keys_in_words(shape: &'static Shape, page: &mut String) {
    page.push_str("| sleutel | nodig | wat er staat | waarvoor |\n|---|---|---|---|\n");
    for Key { name, holds, need, about } in shape.keys {
        let need = if *need == Need::Must {
            "ja"
        } else if shape.one_of.contains(name) {
            "één van"
        } else {
            ""
        };
        let _ = writeln!(page, "| `{name}` | {need} | {} | {about} |", in_words(holds));
    }
}

/// What a key holds, in plain Dutch.
fn in_words(holds: &Holds) -> String {
    match holds {
        Holds::Text | Holds::Formed(Form::Any) => "tekst".to_owned(),
        Holds::Texts | Holds::FormedList(Form::Any) => "teksten".to_owned(),
        Holds::Formed(form) => format!("tekst: {}", form_in_words(*form)),
        Holds::FormedList(form) => format!("teksten: {}", form_in_words(*form)),
        Holds::OneOrMore(form) => format!("tekst of teksten: {}", form_in_words(*form)),
        Holds::Word(words) => words().iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", "),
        Holds::TwoOf(form) => format!("twee teksten: {}", form_in_words(*form)),
        Holds::Number(scale) => format!("getal van {} tot en met {}", scale.from, scale.to),
        Holds::Date => "dag, zoals 2026-11-21".to_owned(),
        Holds::Table(inner) => format!("blok: {}", inner.name),
        Holds::Tables(inner) => format!("blokken: {}", inner.name),
        Holds::FormedOrTables(Form::Any, inner) => format!("teksten of blokken: {}", inner.name),
        Holds::FormedOrTables(form, inner) => format!("teksten ({}) of blokken: {}", form_in_words(*form), inner.name),
        Holds::TextMap(_) => "blok met eigen sleutels, elk met een tekst".to_owned(),
        Holds::NumberMap(_, scale) => {
            format!("blok met eigen sleutels, elk met een getal van {} tot en met {}", scale.from, scale.to)
        }
        Holds::TextLists => "lijsten van teksten".to_owned(),
        Holds::TextGroups => "lijsten van minstens twee teksten".to_owned(),
        Holds::TextPairs => "lijsten van twee teksten".to_owned(),
    }
}

fn form_in_words(form: Form) -> &'static str {
    match form {
        Form::Slug | Form::Actor => "kleine letters, cijfers en streepjes",
        Form::Code => "hoofdletters, cijfers en streepjes",
        Form::Facet => "kleine letters en liggende streepjes",
        Form::Phase => "model/fase",
        Form::Duration => "een duur, zoals P6W",
        Form::Address => "een webadres",
        Form::Account => "een team van uw forge, met @ ervoor",
        Form::Any => "vrij",
    }
}

fn table(shape: &Shape) -> Map<String, Value> {
    let must = |key: &&Key| key.need == Need::Must;
    let property = |key: &Key| {
        let mut value = value_of(key);
        value["description"] = json!(key.about);
        (key.name.to_owned(), value)
    };
    let properties: Map<String, Value> = shape.keys.iter().map(property).collect();
    let required: Vec<&str> = shape.keys.iter().filter(must).map(|key| key.name).collect();
    let mut table = Map::new();
    table.insert("type".to_owned(), json!("object"));
    table.insert("properties".to_owned(), Value::Object(properties));
    if !required.is_empty() {
        table.insert("required".to_owned(), json!(required));
    }
    table.insert("additionalProperties".to_owned(), json!(false));
    if !shape.one_of.is_empty() {
        let one: Vec<Value> = shape.one_of.iter().map(|name| json!({ "required": [name] })).collect();
        table.insert("oneOf".to_owned(), json!(one));
    }
    table
}

/// What a key must hold; a list that must be there is not empty.
fn value_of(key: &Key) -> Value {
    let mut value = holds_of(&key.holds);
    let is_list = value["type"] == "array";
    if is_list && key.need == Need::Must && value.get("minItems").is_none() {
        value["minItems"] = json!(1);
    }
    value
}

fn holds_of(holds: &Holds) -> Value {
    let texts = || formed(Form::Any);
    match holds {
        Holds::Text => texts(),
        Holds::Texts => list(&texts()),
        Holds::Formed(form) => formed(*form),
        Holds::FormedList(form) => list(&formed(*form)),
        Holds::OneOrMore(form) => {
            json!({ "anyOf": [formed(*form), { "type": "array", "items": formed(*form), "minItems": 1 }] })
        }
        Holds::Word(words) => json!({ "type": "string", "enum": words() }),
        Holds::TwoOf(form) => {
            json!({ "type": "array", "items": formed(*form), "minItems": 2, "maxItems": 2, "uniqueItems": true })
        }
        Holds::Number(scale) => number(*scale),
        Holds::Date => json!({ "type": "string", "format": "date" }),
        Holds::Table(shape) => Value::Object(table(shape)),
        Holds::Tables(shape) => list(&Value::Object(table(shape))),
        Holds::FormedOrTables(form, shape) => list(&json!({ "anyOf": [formed(*form), table(shape)] })),
        Holds::TextMap(form) => map(*form, &texts()),
        Holds::NumberMap(form, scale) => map(*form, &number(*scale)),
        Holds::TextLists => list(&list(&texts())),
        Holds::TextGroups => list(&json!({ "type": "array", "items": texts(), "minItems": 2 })),
        Holds::TextPairs => {
            list(&json!({ "type": "array", "items": texts(), "minItems": 2, "maxItems": 2, "uniqueItems": true }))
        }
    }
}

fn list(items: &Value) -> Value {
    json!({ "type": "array", "items": items })
}

fn number(scale: Scale) -> Value {
    json!({ "type": "integer", "minimum": scale.from, "maximum": scale.to })
}

/// Free keys of a form.
fn map(form: Form, value: &Value) -> Value {
    match pattern(form) {
        Some(pattern) => {
            json!({ "type": "object", "patternProperties": { pattern: value }, "additionalProperties": false })
        }
        None => json!({ "type": "object", "additionalProperties": value }),
    }
}

fn formed(form: Form) -> Value {
    match pattern(form) {
        Some(pattern) => json!({ "type": "string", "pattern": pattern }),
        None => json!({ "type": "string", "pattern": "\\S" }),
    }
}

/// The form of a text as a regular expression; nothing where any text will do.
pub(super) fn pattern(form: Form) -> Option<&'static str> {
    match form {
        Form::Slug | Form::Actor => Some("^[a-z0-9]+(-[a-z0-9]+)*$"),
        Form::Code => Some("^[A-Z0-9]+(-[A-Z0-9]+)*$"),
        Form::Facet => Some("^[a-z0-9]+(_[a-z0-9]+)*$"),
        Form::Phase => Some("^[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*$"),
        Form::Duration => Some("^P([0-9]+[YMWD])*(T([0-9]+[HMS])+)?$"),
        Form::Address => Some("^https?://\\S+$"),
        Form::Account => Some("^@[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)*$"),
        Form::Any => None,
    }
}
