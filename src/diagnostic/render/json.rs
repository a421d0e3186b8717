// SPDX-License-Identifier: EUPL-1.2
//! Findings for programs: a list of objects, and the count per severity.

use serde::Serialize;

use crate::diagnostic::render::{Row, tally};
use crate::diagnostic::{Located, Tally};

#[derive(Serialize)]
struct Report<'r> {
    errors: usize,
    warnings: usize,
    hints: usize,
    findings: Vec<&'r Located>,
}

pub(super) fn render(rows: &[Row<'_, '_>]) -> String {
    let Tally { errors, warnings, hints } = tally(rows);
    let report = Report { errors, warnings, hints, findings: rows.iter().map(|row| &row.located).collect() };
    let mut text = serde_json::to_string_pretty(&report).expect("plain strings and numbers are always JSON");
    text.push('\n');
    text
}
