// SPDX-License-Identifier: EUPL-1.2
//! From the model to the texts of files, in the layout of the glossary: what reading them gives is the same again. And the same
//! keys as JSON.

mod put;
mod rest;
mod term;

use serde_json::{Map, Value as Json, json};
use toml_edit::{DocumentMut, Item, Table, TableLike, Value};

use crate::model::{Glossary, Source, Term};
use crate::source::files::File;
use crate::source::format::formatted;
use crate::source::schema::schema_of_files;

/// The text of the file of a term. What a term does not say stands not in it.
#[must_use]
pub fn term_text(term: &Term) -> String {
    laid_out("terms/term.toml", term::term(term))
}

/// The text of a register of sources.
#[must_use]
pub fn sources_text(sources: &[Source]) -> String {
    laid_out("sources.toml", rest::sources(sources))
}

/// The files of a whole glossary, save its word lists.
#[must_use]
pub fn glossary_files(glossary: &Glossary) -> Vec<File> {
    let file = |(path, table): (String, Table)| File { text: laid_out(&path, table), path };
    tables(glossary).into_iter().map(file).collect()
}

/// A whole glossary as JSON, save its word lists: `files` holds for each file what stands in it, by the keys of the format. Days are
/// texts.
#[must_use]
pub fn glossary_json(glossary: &Glossary) -> Json {
    let files: Map<String, Json> =
        tables(glossary).into_iter().map(|(path, table)| (path, json_table(&table))).collect();
    json!({ "title": glossary.about.title, "licence": glossary.about.licence, "files": files })
}

/// The JSON Schema (draft 7) of [`glossary_json`].
#[must_use]
pub fn glossary_schema() -> Json {
    json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Taalbrug: een hele woordenlijst",
        "description": "Wat ‘taalbrug export --format json’ geeft: per bestand van de woordenlijst wat erin staat.",
        "type": "object",
        "required": ["title", "licence", "files"],
        "additionalProperties": false,
        "properties": {
            "title": { "type": "string" },
            "licence": { "type": "string" },
            "files": schema_of_files(),
        },
    })
}

/// The tables of all files, by path.
fn tables(glossary: &Glossary) -> Vec<(String, Table)> {
    let mut files = vec![
        ("glossary.toml".to_owned(), rest::glossary(glossary)),
        ("actors.toml".to_owned(), rest::actors(&glossary.actors)),
        ("sources.toml".to_owned(), rest::sources(&glossary.sources)),
        ("legal.toml".to_owned(), rest::legal(&glossary.legal_frames)),
    ];
    files.extend(glossary.terms.iter().map(|term| (format!("terms/{}.toml", term.id), term::term(term))));
    for place in &glossary.places {
        files.push((format!("local/{}/place.toml", place.id), rest::place(place)));
        let terms = place.terms.iter();
        files.extend(
            terms.map(|local| (format!("local/{}/terms/{}.toml", place.id, local.term), rest::local_term(local))),
        );
    }
    files
}

fn laid_out(path: &str, table: Table) -> String {
    let plain = DocumentMut::from(table).to_string();
    formatted(path, &plain).unwrap_or(plain)
}

fn json_table(table: &dyn TableLike) -> Json {
    table.iter().map(|(key, item)| (key.to_owned(), json_item(item))).collect::<Map<String, Json>>().into()
}

fn json_item(item: &Item) -> Json {
    match item {
        Item::Value(value) => json_value(value),
        Item::Table(table) => json_table(table),
        Item::ArrayOfTables(rows) => rows.iter().map(|row| json_table(row)).collect(),
        Item::None => Json::Null,
    }
}

fn json_value(value: &Value) -> Json {
    match value {
        Value::String(text) => json!(text.value()),
        Value::Integer(number) => json!(number.value()),
        Value::Float(number) => json!(number.value()),
        Value::Boolean(word) => json!(word.value()),
        Value::Datetime(day) => json!(day.value().to_string()),
        Value::Array(items) => items.iter().map(json_value).collect(),
        Value::InlineTable(table) => json_table(table),
    }
}
