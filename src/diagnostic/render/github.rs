//! Findings as workflow commands of GitHub, which marks the lines in the review. Errors come first, because a forge
//! shows only the first ten of a step.

use std::fmt::Write as _;

use crate::diagnostic::Severity;
use crate::diagnostic::render::{Row, one_line};

pub(super) fn render(rows: &[Row<'_, '_>]) -> String {
    let mut ordered: Vec<&Row<'_, '_>> = rows.iter().collect();
    ordered.sort_by_key(|row| row.finding.severity);
    let mut out = String::new();
    for row in ordered {
        let finding = row.finding;
        let command = match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Hint => "notice",
        };
        let (line, column) = row.line_and_column().unwrap_or((1, 1));
        let message = format!("{}. {}", finding.message, finding.mend);
        let path = property(&row.located.file);
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
