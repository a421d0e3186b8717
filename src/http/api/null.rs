// SPDX-License-Identifier: EUPL-1.2
//! Null in the schemas of OpenAPI 3.0.3: `nullable` counts only beside a type, and a list of values must name null itself.

use serde_json::{Map, Value, json};

/// The same schema, of something that may also be null.
pub(super) fn or_null(mut schema: Value) -> Value {
    if schema.get("type").is_none() {
        return json!({ "anyOf": [schema, { "type": "object", "nullable": true, "enum": [null] }] });
    }
    schema["nullable"] = json!(true);
    if let Some(known) = schema.get_mut("enum").and_then(Value::as_array_mut)
        && !known.contains(&Value::Null)
    {
        known.push(Value::Null);
    }
    schema
}

/// Writes every schema that says `nullable` in the way that counts.
pub(super) fn mend(schema: &mut Value) {
    match schema {
        Value::Array(items) => items.iter_mut().for_each(mend),
        Value::Object(members) => {
            members.values_mut().for_each(mend);
            if members.get("nullable") == Some(&json!(true)) {
                members.remove("nullable");
                *schema = with_null(std::mem::take(members));
            }
        }
        _ => {}
    }
}

/// A schema with its description outside what may also be null.
fn with_null(mut members: Map<String, Value>) -> Value {
    if members.contains_key("type") {
        return or_null(Value::Object(members));
    }
    let description = members.remove("description");
    let inner = match members.get_mut("allOf").and_then(Value::as_array_mut) {
        Some(all) if all.len() == 1 => all.remove(0),
        _ => Value::Object(members),
    };
    let mut schema = or_null(inner);
    if let Some(description) = description {
        schema["description"] = description;
    }
    schema
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::mend;

    #[test]
    fn null_stands_beside_a_type_or_apart_and_in_a_list_of_values() {
        let nothing = json!({ "type": "object", "nullable": true, "enum": [null] });
        for (schema, mended) in [
            (json!({ "type": "string", "nullable": true }), json!({ "type": "string", "nullable": true })),
            (
                json!({ "type": "string", "enum": ["a"], "nullable": true }),
                json!({ "type": "string", "enum": ["a", null], "nullable": true }),
            ),
            (
                json!({ "allOf": [{ "$ref": "#/a" }], "nullable": true, "description": "x" }),
                json!({ "anyOf": [{ "$ref": "#/a" }, nothing.clone()], "description": "x" }),
            ),
            (
                json!({ "properties": { "a": { "oneOf": [{ "type": "string" }, { "type": "integer" }], "nullable": true } } }),
                json!({ "properties": { "a": { "anyOf": [{ "oneOf": [{ "type": "string" }, { "type": "integer" }] }, nothing.clone()] } } }),
            ),
            (
                json!({ "properties": { "nullable": { "type": "boolean" } } }),
                json!({ "properties": { "nullable": { "type": "boolean" } } }),
            ),
        ] {
            let mut own = schema;
            mend(&mut own);
            assert_eq!(own, mended);
        }
    }
}
