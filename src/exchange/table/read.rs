// SPDX-License-Identifier: EUPL-1.2
//! A table as an offer: our own, or a simple one with a word, a domain and a definition in each row.
//!
//! Here the text becomes rows with known columns; `rows` makes terms of them.

use std::collections::BTreeMap;

use csv::{ReaderBuilder, StringRecord};

use crate::exchange::table::cell::unguarded;
use crate::exchange::table::columns::{COLUMNS, facet_called};
use crate::exchange::table::rows::Rows;
use crate::exchange::{Choices, Losses, Offer, Refusal};
use crate::model::{FacetId, Glossary};

/// What may stand between cells.
const SEPARATORS: [u8; 3] = [b';', b',', b'\t'];

/// The most rows that are read.
const MOST_ROWS: usize = 100_000;

/// The longest cell that is read, in bytes; a definition has a few hundred.
const LONGEST: usize = 100_000;

/// What a row says, by the key of its column; empty cells are left out.
pub(super) struct Row {
    /// The line in the file on which it begins.
    pub line: u64,
    cells: BTreeMap<&'static str, String>,
    /// Phrases by facet.
    pub facets: BTreeMap<FacetId, String>,
}

impl Row {
    /// The text of a cell, empty where the row has none.
    pub fn cell(&self, key: &str) -> &str {
        self.cells.get(key).map_or("", String::as_str)
    }

    /// Whether a cell says anything.
    pub fn has(&self, key: &str) -> bool {
        self.cells.contains_key(key)
    }
}

/// What a heading stands for.
enum Heading {
    Column(&'static str),
    Facet(FacetId),
    Unknown,
}

/// What a table offers to a glossary.
///
/// # Errors
/// When no heading is known, or when the table is larger than is read.
pub fn read_csv(text: &str, glossary: &Glossary, choices: &Choices) -> Result<Offer, Refusal> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let first = text.lines().next().unwrap_or_default();
    let names_separator = first.to_lowercase().trim_matches('"').starts_with("sep=");
    let skipped = usize::from(names_separator);
    let body = if names_separator { text.split_once('\n').map_or("", |parts| parts.1) } else { text };
    let separator = separator_of(body, glossary);
    let mut losses = Losses::default();
    let mut records = ReaderBuilder::new()
        .delimiter(separator)
        .has_headers(false)
        .flexible(true)
        .from_reader(body.as_bytes())
        .into_records();
    let headings = match records.next() {
        Some(Ok(record)) => headings_of(&record, glossary, &mut losses),
        _ => Vec::new(),
    };
    if !headings.iter().any(|heading| matches!(heading, Heading::Column("label" | "term_id"))) {
        return Err(Refusal(
            "geen kolom heet ‘woord’. De eerste rij moet kopjes hebben, zoals: woord; domein; definitie; uitleg."
                .to_owned(),
        ));
    }
    let mut rows = Rows::new(glossary, choices, losses);
    for (number, record) in records.enumerate() {
        if number >= MOST_ROWS {
            return Err(Refusal(format!(
                "de tabel is te groot: {MOST_ROWS} rijen is het meeste. Verdeel haar over meer bestanden."
            )));
        }
        let record = record.map_err(|error| Refusal(format!("de tabel is niet te lezen: {error}")))?;
        rows.take(&row_of(&record, &headings, skipped)?);
    }
    Ok(rows.offer())
}

/// The separator by which most headings are known.
fn separator_of(text: &str, glossary: &Glossary) -> u8 {
    let known = |separator: &u8| {
        let mut records = ReaderBuilder::new()
            .delimiter(*separator)
            .has_headers(false)
            .flexible(true)
            .from_reader(text.as_bytes())
            .into_records();
        let headings = match records.next() {
            Some(Ok(record)) => headings_of(&record, glossary, &mut Losses::default()),
            _ => Vec::new(),
        };
        headings.iter().filter(|heading| !matches!(heading, Heading::Unknown)).count()
    };
    // Of equals the first wins: the semicolon.
    SEPARATORS.into_iter().rev().max_by_key(known).unwrap_or(b';')
}

fn headings_of(record: &StringRecord, glossary: &Glossary, losses: &mut Losses) -> Vec<Heading> {
    let mut seen = Vec::new();
    let mut heading = |name: &str| {
        let name = unguarded(name).trim();
        if let Some(column) = COLUMNS.iter().find(|column| column.is_called(name)) {
            if seen.contains(&column.key) {
                let twice = (
                    "deze kolom staat er twee keer; alleen de eerste telt",
                    "this column is there twice; only the first counts",
                );
                losses.tell(twice, name);
                return Heading::Unknown;
            }
            seen.push(column.key);
            return Heading::Column(column.key);
        }
        match facet_called(glossary, name) {
            Some(facet) => Heading::Facet(facet.id.clone()),
            None => {
                if !name.is_empty() {
                    losses.tell(
                        ("deze kolom is niet bekend en is overgeslagen", "this column is not known and was left out"),
                        name,
                    );
                }
                Heading::Unknown
            }
        }
    };
    record.iter().map(&mut heading).collect()
}

fn row_of(record: &StringRecord, headings: &[Heading], skipped: usize) -> Result<Row, Refusal> {
    let line = record.position().map_or(0, csv::Position::line) + skipped as u64;
    let mut row = Row { line, cells: BTreeMap::new(), facets: BTreeMap::new() };
    for (cell, heading) in record.iter().zip(headings) {
        if cell.len() > LONGEST {
            return Err(Refusal(format!("regel {line}: een cel is te lang; {LONGEST} bytes is het meeste.")));
        }
        let text = unguarded(cell).replace("\r\n", "\n").trim().to_owned();
        if text.is_empty() {
            continue;
        }
        match heading {
            Heading::Column(key) => drop(row.cells.insert(key, text)),
            Heading::Facet(facet) => drop(row.facets.insert(facet.clone(), text)),
            Heading::Unknown => {}
        }
    }
    Ok(row)
}
