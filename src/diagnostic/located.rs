// SPDX-License-Identifier: EUPL-1.2
//! A finding with its line and column, for programs and for people who cannot see the file.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::diagnostic::{Finding, Lines};
use crate::model::Keyed;

/// A finding as others need it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Located {
    /// The code of the rule.
    pub code: &'static str,
    /// `error`, `warning` or `hint`.
    pub severity: &'static str,
    /// The path in the glossary folder; empty for the folder itself.
    pub file: String,
    /// The line, from 1, where it is known.
    pub line: Option<usize>,
    /// The column in characters, from 1, where it is known.
    pub column: Option<usize>,
    /// What is wrong, in Dutch.
    pub message: String,
    /// How to mend it, in Dutch.
    pub mend: String,
}

impl Located {
    /// Findings with their lines and columns, in their order; `text_of` gives the text of a file.
    #[must_use]
    pub fn all<'f, 'a>(findings: &'f [Finding], text_of: &dyn Fn(&str) -> Option<&'a str>) -> Vec<Self> {
        let mut lines: BTreeMap<&str, Option<Lines<'a>>> = BTreeMap::new();
        let locate = |finding: &'f Finding| -> Self {
            let Finding { code, severity, place, message, mend, .. } = finding;
            let lines = lines.entry(&place.file).or_insert_with(|| text_of(&place.file).map(Lines::of));
            let at = lines.as_ref().zip(place.start).map(|(lines, start)| lines.line_and_column(start));
            Self {
                code,
                severity: severity.key(),
                file: place.file.clone(),
                line: at.map(|at| at.0),
                column: at.map(|at| at.1),
                message: message.clone(),
                mend: mend.clone(),
            }
        };
        findings.iter().map(locate).collect()
    }
}
