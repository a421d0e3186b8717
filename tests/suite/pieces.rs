// SPDX-License-Identifier: EUPL-1.2
//! A file in pieces that are files of their own: each block with the head it needs, long lists a run of rows at a time.
//! A row does not read otherwise for what stands far before it, so breaking pieces breaks all and reads far less.

use std::ops::Range;

use serde_json::Value;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::sound_by_schema::is_sound;

/// Longer lists go in runs of about this many bytes.
const RUN: usize = 400;

/// A table with more keys than this has keys of its own making, which can be missed.
const MOST_KEYS: usize = 30;

/// A piece: its text, and the part of it that stands in no other piece.
pub struct Piece {
    pub text: String,
    pub own: Range<usize>,
}

impl Piece {
    /// A text of which all but the head is its own.
    fn after(head: &str, rest: &str) -> Self {
        let text = format!("{head}{rest}");
        Self { own: head.len()..text.len(), text }
    }
}

/// The pieces of a sound file.
pub fn pieces(text: &str, schema: &Value) -> Vec<Piece> {
    let mut blocks: Vec<&str> = Vec::new();
    let mut rest = text;
    while let Some(next) = next_heading(rest) {
        blocks.push(&rest[..next]);
        rest = &rest[next..];
    }
    blocks.push(rest);
    let head = |count: &usize| blocks[..*count].concat();
    let needed = (0..=blocks.len()).find(|count| is_sound(&head(count), schema)).expect("a sound file");
    let begun = if needed > 0 { in_runs(Piece::after("", &head(&needed))) } else { Vec::new() };
    let shortest = begun.first().map_or("", |piece| piece.text.as_str()).to_owned();
    let others = blocks[needed..].iter().map(|block| Piece::after(&shortest, block));
    let found: Vec<Piece> = begun.into_iter().chain(others.flat_map(in_runs)).collect();
    for piece in &found {
        assert!(is_sound(&piece.text, schema), "a piece is no file: {}", piece.text);
    }
    found
}

/// Where the next outermost block begins.
fn next_heading(text: &str) -> Option<usize> {
    let mut starts = text.match_indices("\n[").map(|(end, _)| end + 1);
    starts.find(|&start| !text[start..].lines().next().unwrap_or_default().contains('.'))
}

/// A piece with long lists as pieces in which one of them has another run of its rows, and the others their first.
fn in_runs(piece: Piece) -> Vec<Piece> {
    let table = DeTable::parse(&piece.text).expect("a sound piece");
    let mut long: Vec<Vec<Range<usize>>> = Vec::new();
    long_lists(&piece.text, table.get_ref(), &mut long);
    long.retain(|runs| runs[0].start >= piece.own.start);
    if long.is_empty() {
        return vec![piece];
    }
    long.sort_by_key(|runs| runs[0].start);
    let places = long.iter().enumerate().flat_map(|(list, runs)| (0..runs.len()).map(move |run| (list, run)));
    let others = places.filter(|&(list, run)| run > 0 || list == 0);
    others.map(|other| with_run(&piece, &long, other)).collect()
}

/// The piece with this run of this list, and of each other list the first.
fn with_run(piece: &Piece, long: &[Vec<Range<usize>>], (list, run): (usize, usize)) -> Piece {
    let (mut text, mut own, mut end) = (String::new(), piece.own.start..0, 0);
    for (number, runs) in long.iter().enumerate() {
        text.push_str(&piece.text[end..runs[0].start]);
        let shown = if number == list { run } else { 0 };
        if number == list && run > 0 {
            own = text.len()..text.len() + runs[run].len();
        }
        text.push_str(&piece.text[runs[shown].clone()]);
        end = runs[runs.len() - 1].end;
    }
    text.push_str(&piece.text[end..]);
    if own.end == 0 {
        own.end = text.len();
    }
    Piece { text, own }
}

/// The lists and tables that fill more than one run, each in runs; of those that stand in each other the inner ones.
fn long_lists(text: &str, table: &DeTable<'_>, found: &mut Vec<Vec<Range<usize>>>) {
    for (_, value) in table {
        let known = found.len();
        let rows: Vec<Range<usize>> = match value.get_ref() {
            DeValue::Array(items) if text[value.span()].ends_with(']') && text[value.span()].len() > 1 => {
                items.iter().map(Spanned::span).collect()
            }
            DeValue::Table(inner) => {
                long_lists(text, inner, found);
                let free = inner.len() > MOST_KEYS;
                inner.iter().filter(|_| free).map(|(name, value)| name.span().start..value.span().end).collect()
            }
            _ => Vec::new(),
        };
        let runs = runs(rows);
        if runs.len() > 1 && found.len() == known {
            found.push(runs);
        }
    }
}

/// Rows together as far as they fit in a run. Rows that are blocks of their own make none.
fn runs(mut rows: Vec<Range<usize>>) -> Vec<Range<usize>> {
    rows.sort_by_key(|row| row.start);
    let mut runs: Vec<Range<usize>> = Vec::new();
    for row in rows {
        match runs.last_mut() {
            Some(run) if row.start < run.end => return Vec::new(),
            Some(run) if row.end - run.start <= RUN => run.end = row.end,
            _ => runs.push(row),
        }
    }
    runs
}
