// SPDX-License-Identifier: EUPL-1.2
//! Findings as a page in Markdown, for the summary that a forge shows beside the log of a run.

use std::fmt::Write as _;

use crate::diagnostic::render::{Row, in_words, one_line, tally};
use crate::model::Keyed;

/// The most rows: a forge refuses a summary that is too large.
const MOST_ROWS: usize = 500;

pub(super) fn render(rows: &[Row<'_, '_>]) -> String {
    let mut out = format!("## Controle van de woordenlijst\n\n{}\n", in_words(tally(rows)));
    if !rows.is_empty() {
        out.push_str("\n| | waar | wat er is | zo lost u het op |\n|---|---|---|---|\n");
    }
    let mut ordered: Vec<&Row<'_, '_>> = rows.iter().collect();
    ordered.sort_by_key(|row| row.finding.severity);
    for row in ordered.into_iter().take(MOST_ROWS) {
        let finding = row.finding;
        let (severity, code) = (finding.severity.dutch(), finding.code);
        let (place, wrong, mend) = (cell(&row.shown_place()), cell(&finding.message), cell(&finding.mend));
        let _ = writeln!(out, "| {severity} {code} | {place} | {wrong} | {mend} |");
    }
    if rows.len() > MOST_ROWS {
        let _ = writeln!(out, "\nEn nog {}; zie het verslag van de opdracht.", rows.len() - MOST_ROWS);
    }
    out
}

/// A text in a cell: nothing in it is a mark of Markdown or HTML.
fn cell(text: &str) -> String {
    let mut safe = String::new();
    for letter in one_line(text).chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '|' | '\\' | '`' | '*' | '_' | '[' | ']' | '#' | '~' | '@' | ':' => {
                let _ = write!(safe, "&#{};", u32::from(letter));
            }
            letter => safe.push(letter),
        }
    }
    safe
}
