// SPDX-License-Identifier: EUPL-1.2
//! Findings as SARIF 2.1.0, for tools that gather the reports of others.

use serde_json::{Value, json};

use crate::diagnostic::render::{Row, one_line};
use crate::diagnostic::{Finding, Severity};

pub(super) fn render(rows: &[Row<'_, '_>]) -> String {
    let mut rules: Vec<&Finding> = rows.iter().map(|row| row.finding).collect();
    rules.sort_by_key(|finding| finding.code);
    rules.dedup_by_key(|finding| finding.code);
    let place = |code: &str| rules.iter().position(|rule| rule.code == code);
    let results: Vec<Value> = rows.iter().map(|row| result(row, place(row.finding.code))).collect();
    let driver = json!({
        "name": "taalbrug",
        "version": env!("CARGO_PKG_VERSION"),
        "rules": rules.iter().map(|rule| rule_of(rule)).collect::<Vec<_>>(),
    });
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{ "tool": { "driver": driver }, "language": "nl", "columnKind": "unicodeCodePoints", "results": results }],
    });
    format!("{log:#}\n")
}

fn rule_of(finding: &Finding) -> Value {
    json!({
        "id": finding.code,
        "shortDescription": { "text": finding.asks },
        "defaultConfiguration": { "level": level(finding.severity) },
    })
}

fn result(row: &Row<'_, '_>, rule: Option<usize>) -> Value {
    let finding = row.finding;
    let mut place = json!({ "artifactLocation": { "uri": uri(&row.located.file) } });
    if let Some((line, column)) = row.line_and_column() {
        place["region"] = json!({ "startLine": line, "startColumn": column });
    }
    json!({
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": level(finding.severity),
        "message": { "text": one_line(&format!("{}. {}", finding.message, finding.mend)) },
        "locations": [{ "physicalLocation": place }],
        "partialFingerprints": { "taalbrug/v1": row.fingerprint },
    })
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Hint => "note",
    }
}

/// A path as the reference of a URI.
fn uri(path: &str) -> String {
    let escape = |byte: u8| match byte {
        byte if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) => char::from(byte).to_string(),
        byte => format!("%{byte:02X}"),
    };
    path.bytes().map(escape).collect()
}
