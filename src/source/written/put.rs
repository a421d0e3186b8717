// SPDX-License-Identifier: EUPL-1.2
//! Keys into tables: what says nothing is left out.

use std::collections::BTreeMap;

use toml_edit::{Array, ArrayOfTables, Date as Day, Datetime, Item, Table, Value};

use crate::model::Date;

/// A text that says something.
pub(super) fn text(table: &mut Table, key: &str, text: Option<&impl ToString>) {
    if let Some(text) = text.map(ToString::to_string).filter(|text| !text.is_empty()) {
        table.insert(key, toml_edit::value(text));
    }
}

pub(super) fn texts(table: &mut Table, key: &str, texts: &[impl ToString]) {
    list(table, key, texts.iter().map(|text| Value::from(text.to_string())));
}

pub(super) fn list(table: &mut Table, key: &str, items: impl Iterator<Item = Value>) {
    let items: Array = items.collect();
    if !items.is_empty() {
        table.insert(key, toml_edit::value(items));
    }
}

pub(super) fn rows(table: &mut Table, key: &str, rows: impl Iterator<Item = Table>) {
    let rows: ArrayOfTables = rows.collect();
    if !rows.is_empty() {
        table.insert(key, Item::ArrayOfTables(rows));
    }
}

pub(super) fn below(table: &mut Table, key: &str, inner: Table) {
    if !inner.is_empty() {
        table.insert(key, Item::Table(inner));
    }
}

pub(super) fn map<K: ToString, V>(entries: &BTreeMap<K, V>, value: impl Fn(&V) -> Value) -> Table {
    entries.iter().map(|(key, inner)| (key.to_string(), value(inner))).collect()
}

pub(super) fn day(table: &mut Table, key: &str, date: Option<Date>) {
    if let Some(date) = date {
        table.insert(key, toml_edit::value(as_day(date)));
    }
}

pub(super) fn as_day(date: Date) -> Datetime {
    let date = Day { year: date.year, month: date.month, day: date.day };
    Datetime { date: Some(date), time: None, offset: None }
}
