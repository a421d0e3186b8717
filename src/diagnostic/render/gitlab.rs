// SPDX-License-Identifier: EUPL-1.2
//! Findings as a report of GitLab's Code Quality, which shows in a merge request what is new. A finding is the same one
//! as before when its fingerprint is: of its file, rule and key, and not of its line.

use serde_json::{Value, json};

use crate::diagnostic::Severity;
use crate::diagnostic::render::{Row, one_line};

pub(super) fn render(rows: &[Row<'_, '_>]) -> String {
    let issue = |row: &Row<'_, '_>| -> Value {
        let finding = row.finding;
        let severity = match finding.severity {
            Severity::Error => "major",
            Severity::Warning => "minor",
            Severity::Hint => "info",
        };
        json!({
            "description": one_line(&format!("{}. {}", finding.message, finding.mend)),
            "check_name": finding.code,
            "fingerprint": row.fingerprint,
            "severity": severity,
            "location": { "path": row.located.file, "lines": { "begin": row.located.line.unwrap_or(1) } },
        })
    };
    format!("{:#}\n", Value::Array(rows.iter().map(issue).collect()))
}
