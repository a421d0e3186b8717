// SPDX-License-Identifier: EUPL-1.2
//! Findings as workflow commands of GitHub, which marks the lines in the review. A forge shows only the first ten of a
//! step, so the gravest come first and only so many are sent; all of them stand in the log, and in the summary.

use std::fmt::Write as _;

use crate::diagnostic::Severity;
use crate::diagnostic::render::{Row, in_words, one_line, tally};
use crate::model::Keyed;

/// How many a forge shows of one step.
const SHOWN: usize = 10;

pub(super) fn render(rows: &[Row<'_, '_>]) -> String {
    let mut ordered: Vec<&Row<'_, '_>> = rows.iter().collect();
    ordered.sort_by_key(|row| row.finding.severity);
    let mut out = String::new();
    for row in ordered.iter().take(SHOWN) {
        out.push_str(&command(row));
    }
    // Of a command the log shows the message only; the list says where.
    for row in &ordered {
        let finding = row.finding;
        let (severity, code) = (finding.severity.dutch(), finding.code);
        let line = format!("{}: {severity} {code}: {}. {}", row.shown_place(), finding.message, finding.mend);
        let _ = writeln!(out, "{}", one_line(&line));
    }
    let _ = writeln!(out, "{}", in_words(tally(rows)));
    out
}

fn command(row: &Row<'_, '_>) -> String {
    let finding = row.finding;
    let command = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Hint => "notice",
    };
    let (line, column) = row.line_and_column().unwrap_or((1, 1));
    let message = data(&one_line(&format!("{}. {}", finding.message, finding.mend)));
    let (path, code) = (property(&row.located.file), finding.code);
    format!("::{command} file={path},line={line},col={column},title={code}::{message}\n")
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
