//! Findings as workflow commands of GitHub, which marks the lines in the review. Errors come first, because a forge
//! shows only the first ten of a step.

use std::fmt::Write as _;

use crate::diagnostic::render::{Paper, one_line};
use crate::diagnostic::{Finding, Severity};

pub(super) fn render(findings: &[Finding], paper: &Paper<'_, '_>) -> String {
    let mut ordered: Vec<&Finding> = findings.iter().collect();
    ordered.sort_by_key(|finding| finding.severity);
    let mut out = String::new();
    for finding in ordered {
        let command = match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Hint => "notice",
        };
        let (line, column) = paper.line_and_column(finding).unwrap_or((1, 1));
        let message = format!("{} {}", finding.message, finding.mend);
        let path = property(&paper.path(finding));
        let code = finding.code;
        let _ = writeln!(
            out,
            "::{command} file={path},line={line},col={column},title={code}::{}",
            data(&one_line(&message))
        );
    }
    out
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
