// SPDX-License-Identifier: EUPL-1.2
//! Terms, meanings and verdicts as tables.

use toml_edit::{InlineTable, Item, Table, Value};

use crate::model::{Age, AltLabel, Concept, Keyed, Signature, Term, Values, Verdict};
use crate::source::written::put::{as_day, below, day, list, map, rows, text, texts};

/// The file of a term.
pub(super) fn term(term: &Term) -> Table {
    let mut table = Table::new();
    text(&mut table, "label", Some(&term.label));
    list(&mut table, "alt_labels", term.alt_labels.iter().map(alt_label));
    texts(&mut table, "hidden_labels", &term.hidden_labels);
    text(&mut table, "english", term.english.as_ref());
    text(&mut table, "english_note", term.english_note.as_ref());
    texts(&mut table, "phases", &term.phases);
    texts(&mut table, "broader", &term.broader);
    texts(&mut table, "narrower", &term.narrower);
    texts(&mut table, "related", &term.related);
    texts(&mut table, "unused_by", &term.unused_by);
    texts(&mut table, "replaced_by", &term.replaced_by);
    text(&mut table, "note", term.note.as_ref());
    texts(&mut table, "sources", &term.sources);
    rows(&mut table, "concepts", term.concepts.iter().map(concept));
    rows(&mut table, "verdicts", term.verdicts.iter().map(verdict));
    table
}

pub(super) fn concept(concept: &Concept) -> Table {
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

pub(super) fn verdict(verdict: &Verdict) -> Table {
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
