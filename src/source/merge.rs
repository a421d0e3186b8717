// SPDX-License-Identifier: EUPL-1.2
//! What another text offers for a file, laid beside what stands there. Keys that are empty are filled; a text of a person stays
//! unless it is asked to make way. Comments and layout stay.

use toml_edit::{ArrayOfTables, DocumentMut, Item, Table, TableLike, Value};

use crate::source::format::formatted;

/// What is offered for a file.
#[derive(Debug)]
pub struct Offered<'a> {
    /// The text of a term file.
    pub text: &'a str,
    /// Keys that were only filled in because a new meaning needs them, as `concepts.social.kind`: they never differ from what
    /// stands there.
    pub assumed: &'a [String],
}

/// What happens where the file says something else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OnClash {
    /// It stays, and the difference is told.
    Keep,
    /// It makes way for what is offered.
    Replace,
}

/// The file with what was taken over, and every difference.
#[derive(Debug)]
pub struct Merged {
    /// The text, in the layout of the glossary.
    pub text: String,
    /// What differed, in the order of what was offered.
    pub differences: Vec<Difference>,
}

/// A key where the offered text says something that the file did not say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The way to it: `concepts.social.note`.
    pub way: String,
    /// What stood there; nothing where the key was empty.
    pub own: String,
    /// What is offered.
    pub offered: String,
    /// What became of it.
    pub outcome: Outcome,
}

/// What became of a difference.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Nothing stood there; now the offered value does.
    Filled,
    /// The file keeps what it says.
    Kept,
    /// The offered value came in its place.
    Replaced,
}

/// The text of a term file with what is offered for it. Gives nothing where the file is no good TOML, or where the outcome could
/// not be laid out.
#[must_use]
pub fn merged(path: &str, own: &str, offered: &Offered<'_>, on_clash: OnClash) -> Option<Merged> {
    let mut document: DocumentMut = own.parse().ok()?;
    let wanted: DocumentMut = offered.text.parse().ok()?;
    let mut merger = Merger { assumed: offered.assumed, on_clash, sealed: false, differences: Vec::new() };
    merger.table(document.as_table_mut(), wanted.as_table(), "");
    let changed = merger.differences.iter().any(|difference| difference.outcome != Outcome::Kept);
    let text = if changed { formatted(path, &document.to_string())? } else { own.to_owned() };
    Some(Merged { text, differences: merger.differences })
}

struct Merger<'a> {
    assumed: &'a [String],
    on_clash: OnClash,
    /// Whether the table in hand was confirmed or retired, so that not even an empty key is filled unasked.
    sealed: bool,
    differences: Vec<Difference>,
}

impl Merger<'_> {
    fn table(&mut self, own: &mut dyn TableLike, offered: &dyn TableLike, way: &str) {
        for (key, item) in offered.iter() {
            let way = if way.is_empty() { key.to_owned() } else { format!("{way}.{key}") };
            match item {
                Item::ArrayOfTables(rows) => self.rows(own, (key, rows), &way),
                Item::Table(inner) => self.inner(own, (key, inner), &way),
                other => self.value(own, (key, other), &way),
            }
        }
    }

    /// A table below: of facets or of fixed values.
    fn inner(&mut self, own: &mut dyn TableLike, (key, offered): (&str, &Table), way: &str) {
        if let Some(inner) = own.get_mut(key).and_then(Item::as_table_like_mut) {
            self.table(inner, offered, way);
        } else {
            self.value(own, (key, &Item::Table(offered.clone())), way);
        }
    }

    fn value(&mut self, own: &mut dyn TableLike, (key, item): (&str, &Item), way: &str) {
        let standing = own.get(key).map(shown).unwrap_or_default();
        let offered = shown(item);
        // A row is found by its id, or by what stands for it.
        let names_row = key == "id" && standing.is_empty();
        if names_row
            || standing == offered
            || (!standing.is_empty() && self.assumed.iter().any(|assumed| assumed == way))
        {
            return;
        }
        let outcome = match self.on_clash {
            OnClash::Replace if standing.is_empty() => Outcome::Filled,
            OnClash::Replace => Outcome::Replaced,
            OnClash::Keep if standing.is_empty() && !self.sealed => Outcome::Filled,
            OnClash::Keep => Outcome::Kept,
        };
        if outcome != Outcome::Kept {
            own.insert(key, placeless(item.clone()));
        }
        self.differences.push(Difference { way: way.to_owned(), own: standing, offered, outcome });
    }

    /// Meanings by their id, verdicts by what they are between: those that are there are filled, others come behind them.
    fn rows(&mut self, own: &mut dyn TableLike, (key, offered): (&str, &ArrayOfTables), way: &str) {
        let mut standing = match own.remove(key).map(Item::into_array_of_tables) {
            Some(Ok(rows)) => rows,
            Some(Err(other)) => {
                // What stands there is no list of tables, which the reader tells of; it is not ours to mend.
                own.insert(key, other);
                return;
            }
            None => ArrayOfTables::new(),
        };
        for row in offered {
            let name = name_of(row);
            let way = format!("{way}.{name}");
            let found = standing.iter().position(|own| name_of(own) == name);
            match found.and_then(|place| standing.get_mut(place)) {
                Some(own) => self.row(own, row, &way),
                None => {
                    let offered = row.get("definition").or(row.get("explanation")).or(row.get("why")).map(shown);
                    let offered = offered.unwrap_or_default();
                    standing.push(placeless_table(row.clone()));
                    self.differences.push(Difference { way, own: String::new(), offered, outcome: Outcome::Filled });
                }
            }
        }
        if !standing.is_empty() {
            own.insert(key, Item::ArrayOfTables(standing));
        }
    }

    fn row(&mut self, own: &mut Table, offered: &Table, way: &str) {
        let status = own.get("status").map(shown).unwrap_or_default();
        let before = self.differences.len();
        self.sealed = !status.is_empty() && status != "draft";
        self.table(own, offered, way);
        let touched = self.differences[before..].iter().any(|difference| difference.outcome != Outcome::Kept);
        let by_hand = self.differences[before..].iter().any(|difference| difference.way == format!("{way}.status"));
        if self.sealed && touched && !by_hand {
            // Its domain confirmed another text.
            own.insert("status", toml_edit::value("draft"));
            let (way, offered) = (format!("{way}.status"), "draft".to_owned());
            self.differences.push(Difference { way, own: status, offered, outcome: Outcome::Replaced });
        }
        self.sealed = false;
    }
}

/// What a row is known by: the id of a meaning, or its domain; of a verdict the two that it is between, in either order.
fn name_of(row: &Table) -> String {
    match row.get("between").and_then(Item::as_array) {
        Some(both) => {
            let mut both: Vec<String> = both.iter().map(shown_value).collect();
            both.sort();
            both.join("+")
        }
        None => row.get("id").or(row.get("domain")).map(shown).unwrap_or_default(),
    }
}

/// A value as a person reads it, the same for every way of writing it.
fn shown(item: &Item) -> String {
    match item {
        Item::Value(value) => shown_value(value),
        Item::Table(table) => shown_table(table),
        Item::ArrayOfTables(rows) => rows.iter().map(|row| shown_table(row)).collect::<Vec<_>>().join(" | "),
        Item::None => String::new(),
    }
}

fn shown_value(value: &Value) -> String {
    match value {
        Value::String(text) => text.value().trim().to_owned(),
        Value::Array(items) => items.iter().map(shown_value).collect::<Vec<_>>().join(" | "),
        Value::InlineTable(table) => shown_table(table),
        other => {
            let mut bare = other.clone();
            bare.decor_mut().clear();
            bare.to_string()
        }
    }
}

fn shown_table(table: &dyn TableLike) -> String {
    let mut keys: Vec<String> = table.iter().map(|(key, item)| format!("{key}: {}", shown(item))).collect();
    keys.sort();
    keys.join(", ")
}

/// The item without the place it had in the text that it comes from, so that it stands where it is put.
fn placeless(item: Item) -> Item {
    match item {
        Item::Table(table) => Item::Table(placeless_table(table)),
        other => other,
    }
}

fn placeless_table(mut table: Table) -> Table {
    table.set_position(None);
    for (_, item) in table.iter_mut() {
        if let Some(inner) = item.as_table_mut() {
            inner.set_position(None);
        }
    }
    table
}
