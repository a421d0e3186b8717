//! Findings for programs: a list of objects, and the count per severity.

use serde::Serialize;

use crate::diagnostic::render::Paper;
use crate::diagnostic::{Finding, Tally};
use crate::model::Keyed;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Report<'a> {
    errors: usize,
    warnings: usize,
    hints: usize,
    findings: Vec<Row<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Row<'a> {
    code: &'a str,
    severity: &'a str,
    file: String,
    line: Option<usize>,
    column: Option<usize>,
    message: &'a str,
    mend: &'a str,
}

pub(super) fn render(findings: &[Finding], paper: &Paper<'_, '_>) -> String {
    let row = |finding| {
        let place = paper.line_and_column(finding);
        Row {
            code: finding.code,
            severity: finding.severity.key(),
            file: paper.path(finding),
            line: place.map(|place| place.0),
            column: place.map(|place| place.1),
            message: &finding.message,
            mend: &finding.mend,
        }
    };
    let Tally { errors, warnings, hints } = Tally::of(findings);
    let report = Report { errors, warnings, hints, findings: findings.iter().map(row).collect() };
    let mut text = serde_json::to_string_pretty(&report).expect("plain strings and numbers are always JSON");
    text.push('\n');
    text
}
