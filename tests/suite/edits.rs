// SPDX-License-Identifier: EUPL-1.2
//! Edits that break a file: keys, headings, and the file cut off. They change bytes; whether the result is sound, they do
//! not know.

use std::ops::Range;

use serde_json::Value;
use toml::de::{DeTable, DeValue};

use crate::pieces::{Piece, pieces};
use crate::sound_by_schema::schema_of_file;

/// What stands in place of each value in turn; where it is as good as what stood there, it must be taken.
const VALUES: &[&str] = &["7", "\"\"", "[]", "2026-02-31"];

/// A file with what its kind may hold.
pub struct Kept {
    pub path: String,
    pub text: String,
    /// What of it is broken.
    pub own: Range<usize>,
    pub schema: Value,
}

impl Kept {
    /// A whole file.
    pub fn whole(path: &str, text: &str) -> Self {
        Self { schema: schema_of_file(path), path: path.to_owned(), own: 0..text.len(), text: text.to_owned() }
    }

    /// The same in pieces.
    pub fn in_pieces(self) -> Vec<Self> {
        let Self { path, text, schema, .. } = self;
        let found = pieces(&text, &schema).into_iter();
        found.map(|Piece { text, own }| Self { path: path.clone(), text, schema: schema.clone(), own }).collect()
    }
}

/// A file after an edit.
#[derive(Clone)]
pub struct Edited<'k> {
    pub kept: &'k Kept,
    pub what: String,
    pub bytes: Vec<u8>,
}

/// The keys of a text outside headings: where each stands, and where its value ends.
fn keys(text: &str) -> Vec<(Range<usize>, Range<usize>)> {
    let mut found = Vec::new();
    walk(DeTable::parse(text).expect("a sound file").get_ref(), &mut found);
    let line = |start: usize| &text[text[..start].rfind('\n').map_or(0, |end| end + 1)..];
    found.retain(|(name, _)| !line(name.start).starts_with('['));
    found
}

fn walk(table: &DeTable<'_>, found: &mut Vec<(Range<usize>, Range<usize>)>) {
    for (name, value) in table {
        found.push((name.span(), value.span()));
        walk_value(value.get_ref(), found);
    }
}

fn walk_value(value: &DeValue<'_>, found: &mut Vec<(Range<usize>, Range<usize>)>) {
    match value {
        DeValue::Table(table) => walk(table, found),
        DeValue::Array(items) => items.iter().for_each(|item| walk_value(item.get_ref(), found)),
        _ => {}
    }
}

/// Each key dropped, doubled and misspelt, and each value of every other type.
pub fn with_broken_keys(kept: &Kept) -> Vec<Edited<'_>> {
    let text = kept.text.as_str();
    let mut edits = Vec::new();
    for (name, value) in keys(text).into_iter().filter(|(name, _)| kept.own.contains(&name.start)) {
        let (whole, key) = (name.start..value.end, &text[name.clone()]);
        let mut edit = |what: &str, range: &Range<usize>, new: &str| {
            let bytes = [&text[..range.start], new, &text[range.end..]].concat().into_bytes();
            edits.push(Edited { kept, what: format!("{key} at {}: {what}", name.start), bytes });
        };
        edit("dropped", &whole, "");
        edit("doubled", &whole, &format!("{0}\n{0}", &text[whole.clone()]));
        edit("misspelt", &name, &format!("\"{}x\"", key.trim_matches('"')));
        for new in VALUES {
            edit(new, &value, new);
        }
    }
    edits
}

/// Each heading dropped, alone and with what stands below it, doubled, misspelt, and of the other kind.
pub fn with_broken_headings(kept: &Kept) -> Vec<Edited<'_>> {
    let text = kept.text.as_str();
    let starts: Vec<usize> = std::iter::once(0).chain(text.match_indices('\n').map(|(end, _)| end + 1)).collect();
    let headings: Vec<usize> =
        starts.into_iter().filter(|start| text[*start..].starts_with('[') && kept.own.contains(start)).collect();
    let mut edits = Vec::new();
    for (number, &start) in headings.iter().enumerate() {
        let line = text[start..].lines().next().unwrap_or_default();
        let next = headings.get(number + 1).copied().unwrap_or(text.len());
        let other = if line.starts_with("[[") { line[1..line.len() - 1].to_owned() } else { format!("[{line}]") };
        let ways = [
            ("dropped", start + line.len(), String::new()),
            ("dropped with what stands below", next, String::new()),
            ("doubled", start, format!("{line}\n")),
            ("misspelt", start + line.len(), line.replacen(']', "x]", 1)),
            ("of the other kind", start + line.len(), other),
            ("not closed", start + line.len(), line.trim_end_matches(']').to_owned()),
        ];
        for (what, end, new) in ways {
            let bytes = [&text[..start], &new, &text[end..]].concat().into_bytes();
            edits.push(Edited { kept, what: format!("{line} at {start}: {what}"), bytes });
        }
    }
    edits
}

/// The file cut off at every tenth byte.
pub fn cut(kept: &Kept) -> Vec<Edited<'_>> {
    let cut = |length: usize| {
        let bytes = kept.text.as_bytes()[..length].to_vec();
        Edited { kept, what: format!("cut after {length} bytes"), bytes }
    };
    kept.own.clone().step_by(10).map(cut).collect()
}
