// SPDX-License-Identifier: EUPL-1.2
//! The JSON Schemas of what tools take and answer, from the tables of parameters and the types of the views.

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

use crate::http::api::openapi::parameter_schema;
use crate::http::params::Param;
use crate::publication::Publication;

/// What a tool takes.
pub(super) fn input_schema(params: &[Param], publication: &Publication) -> Value {
    let property = |param: &Param| {
        let mut schema = parameter_schema(param, publication);
        schema["description"] = json!(format!("{} {}", param.about, param.english));
        (param.name.to_owned(), schema)
    };
    let needed: Vec<&str> = params.iter().filter(|param| param.is_needed()).map(|param| param.name).collect();
    json!({
        "type": "object",
        "properties": params.iter().map(property).collect::<Map<_, _>>(),
        "required": needed,
        "additionalProperties": false,
    })
}

/// What a tool answers.
pub(super) fn output_schema<T: JsonSchema>() -> Value {
    let mut settings = SchemaSettings::draft2020_12().for_serialize();
    // Clients hold answers against it with validators that know one draft only.
    settings.meta_schema = None;
    let mut schema = settings.into_generator().into_root_schema_for::<T>().to_value();
    without_formats(&mut schema);
    schema
}

/// Takes out the names of formats of numbers: they are Rust's, and no validator knows them.
fn without_formats(schema: &mut Value) {
    match schema {
        Value::Array(items) => items.iter_mut().for_each(without_formats),
        Value::Object(members) => {
            if members.get("format").and_then(Value::as_str).is_some_and(|format| format != "date") {
                members.remove("format");
            }
            members.values_mut().for_each(without_formats);
        }
        _ => {}
    }
}
