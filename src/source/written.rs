//! From the model to the text of a file, in the layout of the glossary: what reading that text gives is the same again.

use std::collections::BTreeMap;

use toml_edit::{Array, ArrayOfTables, Date as Day, Datetime, DocumentMut, InlineTable, Item, Table, Value};

use crate::model::{Age, AltLabel, Concept, Date, Keyed, Signature, Source, Term, Values, Verdict};
use crate::source::format::formatted;

/// The text of the file of a term. What a term does not say stands not in it.
#[must_use]
pub fn term_text(term: &Term) -> String {
    let mut document = DocumentMut::new();
    let table = document.as_table_mut();
    text(table, "label", Some(&term.label));
    list(table, "alt_labels", term.alt_labels.iter().map(alt_label));
    texts(table, "hidden_labels", &term.hidden_labels);
    text(table, "english", term.english.as_ref());
    text(table, "english_note", term.english_note.as_ref());
    texts(table, "phases", &term.phases);
    texts(table, "broader", &term.broader);
    texts(table, "narrower", &term.narrower);
    texts(table, "related", &term.related);
    texts(table, "unused_by", &term.unused_by);
    text(table, "note", term.note.as_ref());
    texts(table, "sources", &term.sources);
    rows(table, "concepts", term.concepts.iter().map(concept));
    rows(table, "verdicts", term.verdicts.iter().map(verdict));
    laid_out("terms/term.toml", &document)
}

/// The text of a register of sources.
#[must_use]
pub fn sources_text(sources: &[Source]) -> String {
    let mut document = DocumentMut::new();
    rows(document.as_table_mut(), "sources", sources.iter().map(source));
    laid_out("sources.toml", &document)
}

fn laid_out(path: &str, document: &DocumentMut) -> String {
    let plain = document.to_string();
    formatted(path, &plain).unwrap_or(plain)
}

fn concept(concept: &Concept) -> Table {
    let mut table = Table::new();
    text(&mut table, "id", Some(&concept.id));
    text(&mut table, "domain", Some(&concept.domain));
    text(&mut table, "label", concept.label.as_ref());
    text(&mut table, "definition", Some(&concept.definition));
    text(&mut table, "explanation", Some(&concept.explanation));
    text(&mut table, "note", concept.note.as_ref());
    texts(&mut table, "examples", &concept.examples);
    texts(&mut table, "counter_examples", &concept.counter_examples);
    text(&mut table, "kind", Some(&concept.kind.key()));
    texts(&mut table, "owner", &concept.owners);
    texts(&mut table, "sources", &concept.sources);
    text(&mut table, "status", Some(&concept.status.key()));
    day(&mut table, "reviewed_on", concept.reviewed_on);
    text(&mut table, "contact", concept.contact.as_ref());
    below(&mut table, "facets", map(&concept.facets, |phrase| Value::from(phrase.as_str())));
    below(&mut table, "values", values(&concept.values));
    table
}

fn values(values: &Values) -> Table {
    let mut table = Table::new();
    texts(&mut table, "roles", &values.roles);
    text(&mut table, "coercion", values.coercion.map(Keyed::key).as_ref());
    text(&mut table, "consent", values.consent.map(Keyed::key).as_ref());
    text(&mut table, "within", values.within.as_ref().map(|within| &within.text));
    if let Some(age) = values.age {
        table.insert("age", Item::Value(Value::InlineTable(years(age))));
    }
    texts(&mut table, "legal_basis", &values.legal_basis);
    table
}

fn years(age: Age) -> InlineTable {
    let ends = [("from", age.from), ("to", age.to)];
    ends.into_iter().filter_map(|(key, end)| Some((key, Value::from(i64::from(end?))))).collect()
}

fn verdict(verdict: &Verdict) -> Table {
    let mut table = Table::new();
    texts(&mut table, "between", &verdict.between);
    text(&mut table, "relation", Some(&verdict.relation.key()));
    table.insert("degree", toml_edit::value(i64::from(verdict.degree.number())));
    text(&mut table, "why", Some(&verdict.why));
    text(&mut table, "misunderstanding", verdict.misunderstanding.as_ref());
    texts(&mut table, "questions", &verdict.questions);
    below(&mut table, "facets", map(&verdict.facets, |degree| Value::from(i64::from(degree.number()))));
    texts(&mut table, "sources", &verdict.sources);
    text(&mut table, "status", Some(&verdict.status.key()));
    list(&mut table, "signed", verdict.signed.iter().map(signature));
    text(&mut table, "applies_to", verdict.applies_to.as_ref());
    table
}

fn source(source: &Source) -> Table {
    let mut table = Table::new();
    text(&mut table, "id", Some(&source.id));
    text(&mut table, "title", Some(&source.title));
    text(&mut table, "publisher", Some(&source.publisher));
    text(&mut table, "actor", source.actor.as_ref());
    text(&mut table, "year", source.year.as_ref());
    texts(&mut table, "urls", &source.urls);
    text(&mut table, "locator", source.locator.as_ref());
    text(&mut table, "note", source.note.as_ref());
    text(&mut table, "kind", Some(&source.kind.key()));
    table
}

fn alt_label(label: &AltLabel) -> Value {
    let Some(domain) = &label.domain else { return Value::from(label.text.as_str()) };
    let mut table = InlineTable::new();
    table.insert("label", Value::from(label.text.as_str()));
    table.insert("domain", Value::from(domain.as_str()));
    Value::InlineTable(table)
}

fn signature(signature: &Signature) -> Value {
    let mut table = InlineTable::new();
    table.insert("domain", Value::from(signature.domain.as_str()));
    table.insert("by", Value::from(signature.by.as_str()));
    table.insert("on", Value::from(as_day(signature.on)));
    Value::InlineTable(table)
}

/// A text that says something.
fn text(table: &mut Table, key: &str, text: Option<&impl ToString>) {
    if let Some(text) = text.map(ToString::to_string).filter(|text| !text.is_empty()) {
        table.insert(key, toml_edit::value(text));
    }
}

fn texts(table: &mut Table, key: &str, texts: &[impl ToString]) {
    list(table, key, texts.iter().map(|text| Value::from(text.to_string())));
}

fn list(table: &mut Table, key: &str, items: impl Iterator<Item = Value>) {
    let items: Array = items.collect();
    if !items.is_empty() {
        table.insert(key, toml_edit::value(items));
    }
}

fn rows(table: &mut Table, key: &str, rows: impl Iterator<Item = Table>) {
    let rows: ArrayOfTables = rows.collect();
    if !rows.is_empty() {
        table.insert(key, Item::ArrayOfTables(rows));
    }
}

fn below(table: &mut Table, key: &str, inner: Table) {
    if !inner.is_empty() {
        table.insert(key, Item::Table(inner));
    }
}

fn map<K: ToString, V>(entries: &BTreeMap<K, V>, value: impl Fn(&V) -> Value) -> Table {
    entries.iter().map(|(key, inner)| (key.to_string(), value(inner))).collect()
}

fn day(table: &mut Table, key: &str, date: Option<Date>) {
    if let Some(date) = date {
        table.insert(key, toml_edit::value(as_day(date)));
    }
}

fn as_day(date: Date) -> Datetime {
    let date = Day { year: date.year, month: date.month, day: date.day };
    Datetime { date: Some(date), time: None, offset: None }
}
