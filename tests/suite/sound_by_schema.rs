// SPDX-License-Identifier: EUPL-1.2
//! Whether a text is what its kind of file may hold, told by the JSON Schema of that kind and not by the reader: the
//! judge of `bad_edits`. Knows the keywords that our schemas use, and no others.

use serde_json::{Map, Number, Value, json};
use taalbrug::source::{hours_of, kinds_of_files, schema_of};
use toml::de::{DeTable, DeValue};

/// The schema of a file with this path in the glossary folder.
pub fn schema_of_file(path: &str) -> Value {
    let fits = |pattern: &str| {
        let parts: Vec<&str> = path.split('/').collect();
        let wanted: Vec<&str> = pattern.split('/').collect();
        let each = |(own, wanted): (&&str, &&str)| *wanted == *own || wanted.starts_with('*');
        parts.len() == wanted.len() && parts.iter().zip(&wanted).all(each)
    };
    let (kind, _) = kinds_of_files().into_iter().find(|(_, pattern)| fits(pattern)).expect("a kind of file");
    schema_of(kind).expect("the schema of a kind")
}

/// Whether a text is well-formed, and holds what the schema asks and nothing else.
pub fn is_sound(text: &str, schema: &Value) -> bool {
    DeTable::parse(text).is_ok_and(|table| fits(&of_table(table.get_ref()), schema))
}

/// A table as JSON. A day becomes a text in a wrapper of its own, so that no text is taken for it.
fn of_table(table: &DeTable<'_>) -> Value {
    Value::Object(table.iter().map(|(key, value)| (key.get_ref().to_string(), of_value(value.get_ref()))).collect())
}

fn of_value(value: &DeValue<'_>) -> Value {
    match value {
        DeValue::String(text) => json!(text),
        DeValue::Integer(number) => {
            let number = i64::from_str_radix(number.as_str(), number.radix()).ok();
            number.map_or(Value::Null, |number| Value::Number(Number::from(number)))
        }
        DeValue::Float(_) => json!(0.5),
        DeValue::Boolean(truth) => json!(truth),
        DeValue::Datetime(moment) => json!({ (DAY): moment.to_string() }),
        DeValue::Array(items) => items.iter().map(|item| of_value(item.get_ref())).collect(),
        DeValue::Table(table) => of_table(table),
    }
}

/// The key of a wrapped day: no key of a file can be empty.
const DAY: &str = "";

fn fits(value: &Value, schema: &Value) -> bool {
    let schema = schema.as_object().expect("a schema");
    schema.iter().all(|(keyword, wanted)| keeps(value, (keyword, wanted), schema))
}

fn keeps(value: &Value, (keyword, wanted): (&String, &Value), schema: &Map<String, Value>) -> bool {
    let items = value.as_array().map(Vec::as_slice).unwrap_or_default();
    let count = || Some(items.len() as u64);
    let schemas = || wanted.as_array().into_iter().flatten();
    match keyword.as_str() {
        "$schema" | "title" | "description" | "properties" | "patternProperties" => true,
        "type" if schema.get("format") == Some(&json!("date")) => day_of(value).is_some(),
        "type" => match wanted.as_str().expect("a type") {
            "object" => value.is_object() && day_of(value).is_none(),
            "array" => value.is_array(),
            "string" => value.is_string(),
            "integer" => value.is_i64() || value.is_u64(),
            other => panic!("the type {other} is not known here"),
        },
        "format" => day_of(value).is_some_and(is_day),
        "enum" => schemas().any(|known| known == value),
        "anyOf" => schemas().any(|one| fits(value, one)),
        "oneOf" => schemas().filter(|one| fits(value, one)).count() == 1,
        "minimum" => value.as_i64() >= wanted.as_i64(),
        "maximum" => value.as_i64() <= wanted.as_i64(),
        "minItems" => count() >= wanted.as_u64(),
        "maxItems" => count() <= wanted.as_u64(),
        "uniqueItems" => items.iter().enumerate().all(|(place, item)| !items[..place].contains(item)),
        "items" => items.iter().all(|item| fits(item, wanted)),
        "required" => schemas().filter_map(Value::as_str).all(|name| value.get(name).is_some()),
        "additionalProperties" => members(value, schema),
        "pattern" => value.as_str().is_some_and(|text| matches(text, wanted.as_str().unwrap_or_default())),
        other => panic!("the keyword {other} is not known here"),
    }
}

/// Whether each member keeps to its own schema, to that of keys of its form, or to that of all others.
fn members(value: &Value, schema: &Map<String, Value>) -> bool {
    let fits_one = |(name, member): (&String, &Value)| {
        let own = schema.get("properties").and_then(|properties| properties.get(name));
        let mut formed = schema.get("patternProperties").and_then(Value::as_object).into_iter().flatten();
        let formed = formed.find(|(pattern, _)| matches(name, pattern)).map(|(_, schema)| schema);
        match own.or(formed).or_else(|| schema.get("additionalProperties")) {
            Some(Value::Bool(allowed)) => *allowed,
            other => other.is_none_or(|schema| fits(member, schema)),
        }
    };
    value.as_object().is_none_or(|object| object.iter().all(fits_one))
}

/// The text of a wrapped day.
fn day_of(value: &Value) -> Option<&str> {
    value.as_object().filter(|object| object.len() == 1)?.get(DAY)?.as_str()
}

/// Whether it is a day without a time.
fn is_day(text: &str) -> bool {
    text.len() == "2026-01-15".len() && !text.contains(':')
}

/// Whether a text has the form that a pattern of our schemas describes.
fn matches(text: &str, pattern: &str) -> bool {
    let parts = |separator: char, good: fn(char) -> bool| {
        text.split(separator).all(|part| !part.is_empty() && part.chars().all(good))
    };
    let small = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit();
    let slug = |text: &str| text.split('-').all(|part| !part.is_empty() && part.chars().all(small));
    match pattern {
        "\\S" => !text.trim().is_empty(),
        "^[a-z0-9]+(-[a-z0-9]+)*$" => slug(text),
        "^[A-Z0-9]+(-[A-Z0-9]+)*$" => parts('-', |letter| letter.is_ascii_uppercase() || letter.is_ascii_digit()),
        "^[a-z0-9]+(_[a-z0-9]+)*$" => parts('_', |letter| letter.is_ascii_lowercase() || letter.is_ascii_digit()),
        "^[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*$" => {
            text.split_once('/').is_some_and(|(model, phase)| slug(model) && slug(phase))
        }
        "^P([0-9]+[YMWD])*(T([0-9]+[HMS])+)?$" => hours_of(text).is_some(),
        "^https?://\\S+$" => {
            let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
            rest.is_some_and(|rest| !rest.is_empty()) && !text.contains(char::is_whitespace)
        }
        other => panic!("the pattern {other} is not known here"),
    }
}
