//! Findings for programs: a list of objects, and the count per severity.

use serde::Serialize;

use crate::diagnostic::render::Paper;
use crate::diagnostic::{Finding, Located, Tally};

#[derive(Serialize)]
struct Report {
    errors: usize,
    warnings: usize,
    hints: usize,
    findings: Vec<Located>,
}

pub(super) fn render(findings: &[Finding], paper: &Paper<'_, '_>) -> String {
    let located = |finding| Located { file: paper.path(finding), ..Located::new(finding, paper.text(finding)) };
    let Tally { errors, warnings, hints } = Tally::of(findings);
    let report = Report { errors, warnings, hints, findings: findings.iter().map(located).collect() };
    let mut text = serde_json::to_string_pretty(&report).expect("plain strings and numbers are always JSON");
    text.push('\n');
    text
}
