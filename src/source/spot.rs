// SPDX-License-Identifier: EUPL-1.2
//! From what a rule blames to its place in a file. Places are found when they are needed, by reading the file again:
//! a sound glossary pays nothing for them.

use std::collections::BTreeMap;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::diagnostic::{Finding, Place};
use crate::model::{PlaceId, TermId};
use crate::source::Files;

/// Names a place in the content: a file, and the way down from its outermost table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spot {
    file: String,
    steps: Vec<Step>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Step {
    /// The value of a key.
    Key(String),
    /// A table in a list of tables, counted among those that could be read.
    Row(usize),
    /// The item of a list, or the name of a key, that is this text.
    Word(String),
}

/// For a list of tables, by file and path, the rows that were kept; only lists that lost one.
pub(super) type KeptRows = BTreeMap<(String, String), Vec<usize>>;

impl Spot {
    /// A file.
    #[must_use]
    pub fn file(path: &str) -> Self {
        Self { file: path.to_owned(), steps: Vec::new() }
    }

    /// The file of a term.
    #[must_use]
    pub fn term(id: &TermId) -> Self {
        Self::file(&format!("terms/{id}.toml"))
    }

    /// The file that says what a place is.
    #[must_use]
    pub fn place(id: &PlaceId) -> Self {
        Self::file(&format!("local/{id}/place.toml"))
    }

    /// The file of what a place says of a term.
    #[must_use]
    pub fn local(place: &PlaceId, term: &TermId) -> Self {
        Self::file(&format!("local/{place}/terms/{term}.toml"))
    }

    /// The key here.
    #[must_use]
    pub fn key(self, name: &str) -> Self {
        self.with(Step::Key(name.to_owned()))
    }

    /// The row with this number, from 0, of the list of tables here.
    #[must_use]
    pub fn row(self, number: usize) -> Self {
        self.with(Step::Row(number))
    }

    /// The item with this text in the list here, or the key with this name.
    #[must_use]
    pub fn word(self, text: &str) -> Self {
        self.with(Step::Word(text.to_owned()))
    }

    /// The file, and the way down in it with rows counted as in the text: `concepts`, `1`, `owner`.
    pub(super) fn way(&self, kept: &KeptRows) -> (&str, Vec<String>) {
        let (mut known, mut raw) = (Vec::new(), Vec::new());
        for step in &self.steps {
            let (name, place) = match step {
                Step::Key(name) | Step::Word(name) => (name.clone(), name.clone()),
                Step::Row(number) => {
                    let rows = kept.get(&(self.file.clone(), known.join(".")));
                    let place = rows.and_then(|rows| rows.get(*number)).unwrap_or(number);
                    (number.to_string(), place.to_string())
                }
            };
            known.push(name);
            raw.push(place);
        }
        (&self.file, raw)
    }

    fn with(mut self, step: Step) -> Self {
        self.steps.push(step);
        self
    }
}

/// The places of spots, in their order: each as far down as its file goes. A file is parsed once for all of its spots.
pub(super) fn locate<'s>(spots: impl Iterator<Item = &'s Spot>, files: &Files, kept: &KeptRows) -> Vec<Place> {
    let mut tables: BTreeMap<&str, DeValue<'_>> = BTreeMap::new();
    let locate = |spot: &'s Spot| {
        let way = spot.way(kept).1;
        let Some(text) = files.text(&spot.file) else { return Place::file(&spot.file).at(way) };
        let parse = || DeValue::Table(DeTable::parse_recoverable(text).0.into_inner());
        Place::range(&spot.file, walk(tables.entry(&spot.file).or_insert_with(parse), spot, kept)).at(way)
    };
    spots.map(locate).collect()
}

/// Gives each finding a key by which it is known while lines and rows move. They stand in reading order, so that a file is
/// parsed once.
pub(super) fn name_keys(findings: &mut [Finding], files: &Files) {
    let same_file = |x: &Finding, y: &Finding| x.place.file == y.place.file;
    for findings in findings.chunk_by_mut(same_file) {
        let Some(text) = files.text(&findings[0].place.file) else { continue };
        let table = DeValue::Table(DeTable::parse_recoverable(text).0.into_inner());
        for finding in findings.iter_mut().filter(|finding| !finding.place.way.is_empty()) {
            finding.key = name_of(&table, &finding.place.way);
        }
    }
}

/// A way down with rows called by what names them instead of by their number.
fn name_of(table: &DeValue<'_>, way: &[String]) -> String {
    let mut here = Some(table);
    let mut names = Vec::new();
    for step in way {
        let (next, name) = match here {
            Some(DeValue::Table(table)) => (table.get(step.as_str()), None),
            Some(DeValue::Array(items)) => {
                let item = step.parse::<usize>().ok().and_then(|number| items.get(number));
                (item, item.and_then(|item| row_name(item.get_ref())))
            }
            _ => (None, None),
        };
        names.push(name.unwrap_or_else(|| step.clone()));
        here = next.map(Spanned::get_ref);
    }
    names.join(".")
}

/// What names a row of a list: the keys that tell it from its neighbours, or its text.
fn row_name(row: &DeValue<'_>) -> Option<String> {
    const NAMES: &[&str] = &["id", "between", "domain", "phase", "actor", "agreed_on", "word", "label", "role"];
    let shown = |value: &DeValue<'_>| match value {
        DeValue::String(text) => text.to_string(),
        DeValue::Datetime(day) => day.to_string(),
        DeValue::Array(items) => items.iter().filter_map(|item| item.get_ref().as_str()).collect::<Vec<_>>().join("-"),
        _ => String::new(),
    };
    let DeValue::Table(table) = row else { return row.as_str().map(str::to_owned) };
    let names: Vec<String> = match table.get("id") {
        Some(id) => vec![shown(id.get_ref())],
        None => NAMES.iter().filter_map(|name| table.get(*name)).map(|value| shown(value.get_ref())).collect(),
    };
    (!names.is_empty()).then(|| names.join("/"))
}

/// Goes down the steps of a spot, as far as they lead.
fn walk(table: &DeValue<'_>, spot: &Spot, kept: &KeptRows) -> Range<usize> {
    let mut here = table;
    let mut range: Range<usize> = 0..0;
    let mut path = String::new();
    for step in &spot.steps {
        let Some((next, place)) = step_down(here, step, kept.get(&(spot.file.clone(), path.clone()))) else { break };
        if let Step::Key(name) = step {
            path.push_str(if path.is_empty() { "" } else { "." });
            path.push_str(name);
        } else if let Step::Row(number) = step {
            path.push('.');
            path.push_str(&number.to_string());
        }
        range = place;
        here = next;
    }
    range
}

/// One step down, with the place it leads to.
fn step_down<'v, 't>(
    here: &'v DeValue<'t>,
    step: &Step,
    kept: Option<&Vec<usize>>,
) -> Option<(&'v DeValue<'t>, Range<usize>)> {
    match (step, here) {
        (Step::Key(name) | Step::Word(name), DeValue::Table(table)) => {
            let (key, value) = table.iter().find(|(key, _)| key.get_ref() == name)?;
            let holds_more = value.get_ref().is_table() || value.get_ref().is_array();
            let names_it = holds_more || matches!(step, Step::Word(_));
            Some((value.get_ref(), if names_it { key.span() } else { value.span() }))
        }
        (Step::Row(number), DeValue::Array(items)) => {
            let raw = kept.map_or(Some(*number), |rows| rows.get(*number).copied())?;
            let value = items.get(raw)?;
            Some((value.get_ref(), value.span()))
        }
        (Step::Word(text), DeValue::Array(items)) => {
            let is_it = |item: &&Spanned<DeValue<'_>>| item.get_ref().as_str().is_some_and(|item| item.trim() == text);
            let value = items.iter().find(is_it)?;
            Some((value.get_ref(), value.span()))
        }
        _ => None,
    }
}
