//! A finding with its line and column, for programs and for people who cannot see the file.

use serde::Serialize;

use crate::diagnostic::{Finding, line_and_column};
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
    /// Finds line and column in the text of the file.
    #[must_use]
    pub fn new(finding: &Finding, text: Option<&str>) -> Self {
        let place = text.zip(finding.place.start).map(|(text, start)| line_and_column(text, start));
        Self {
            code: finding.code,
            severity: finding.severity.key(),
            file: finding.place.file.clone(),
            line: place.map(|place| place.0),
            column: place.map(|place| place.1),
            message: finding.message.clone(),
            mend: finding.mend.clone(),
        }
    }
}
