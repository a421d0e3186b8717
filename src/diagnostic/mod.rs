// SPDX-License-Identifier: EUPL-1.2
//! Findings: what is wrong in the content, where, and how to mend it, in plain Dutch for people who do not program.
//!
//! A mistake in content is a finding and never an `Err`. A rule is data: its code, what it asks, why, and an example.

mod example;
mod lines;
mod located;
mod render;
mod system;

use std::ops::Range;

pub use self::example::{BASE, Example};
pub use self::lines::Lines;
pub use self::located::Located;
pub use self::render::{Format, render};
pub use self::system::reason;

use crate::model::Keyed;

/// What a rule is, apart from how it looks for faults: the text of its handbook page.
#[derive(Debug)]
pub struct Rule {
    /// The code, for example `G101`. Never given to another rule.
    pub code: &'static str,
    /// How grave a finding is.
    pub severity: Severity,
    /// What the rule asks, in one Dutch sentence.
    pub asks: &'static str,
    /// Why, in one Dutch sentence.
    pub why: &'static str,
    /// The same in English.
    pub english: Said,
    /// An edit that breaks the rule, where text can show it.
    pub example: Option<Example>,
}

/// What a rule asks and why, each in one sentence.
#[derive(Debug)]
pub struct Said {
    /// What it asks.
    pub asks: &'static str,
    /// Why.
    pub why: &'static str,
}

impl Rule {
    /// A finding under this rule.
    #[must_use]
    pub fn finding(&self, place: Place, message: impl Into<String>, mend: impl Into<String>) -> Finding {
        Finding {
            code: self.code,
            severity: self.severity,
            asks: self.asks,
            place,
            message: message.into(),
            mend: mend.into(),
            key: String::new(),
            fix: None,
        }
    }
}

/// What the program can mend by itself, at the place of a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fix {
    /// The key that stands there gets this name.
    Key(String),
    /// The text that stands there becomes this one.
    Text(String),
}

/// How grave a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The glossary cannot be served like this.
    Error,
    /// It can be served, but must be mended before it is merged.
    Warning,
    /// Worth a look; never stops anyone.
    Hint,
}

impl Keyed for Severity {
    const ALL: &'static [(Self, &'static str, &'static str, &'static str)] = &[
        (Self::Error, "error", "fout", "error"),
        (Self::Warning, "warning", "waarschuwing", "warning"),
        (Self::Hint, "hint", "tip", "hint"),
    ];
}

/// Where something stands: a file of the glossary folder and, if known, a range of bytes in it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The path in the glossary folder, with forward slashes.
    pub file: String,
    /// The start of the range, in bytes.
    pub start: Option<usize>,
    /// The end of the range, in bytes.
    pub end: Option<usize>,
    /// The way down to it from the outermost table: keys, numbers of rows from 0, texts of items; empty where unknown.
    pub way: Vec<String>,
}

impl Place {
    /// A whole file.
    #[must_use]
    pub fn file(file: &str) -> Self {
        Self { file: file.to_owned(), start: None, end: None, way: Vec::new() }
    }

    /// A range in a file.
    #[must_use]
    pub fn range(file: &str, range: Range<usize>) -> Self {
        Self { file: file.to_owned(), start: Some(range.start), end: Some(range.end), way: Vec::new() }
    }

    /// The same, with the way down to it.
    #[must_use]
    pub fn at(self, way: Vec<String>) -> Self {
        Self { way, ..self }
    }
}

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The code of the rule.
    pub code: &'static str,
    /// How grave it is.
    pub severity: Severity,
    /// What the rule asks.
    pub asks: &'static str,
    /// Where it is.
    pub place: Place,
    /// What is wrong.
    pub message: String,
    /// How to mend it.
    pub mend: String,
    /// What it is about, by names that stay when lines and rows move: `concepts.social.owner`. Empty where unknown.
    pub key: String,
    /// How the program can mend it by itself, where that is safe.
    pub fix: Option<Fix>,
}

/// Puts findings in reading order: by file and place, then by code.
pub fn sort(findings: &mut Vec<Finding>) {
    findings.sort_by(|x, y| (&x.place, x.code, &x.message).cmp(&(&y.place, y.code, &y.message)));
    findings.dedup();
}

/// How many findings there are of each severity.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Errors.
    pub errors: usize,
    /// Warnings.
    pub warnings: usize,
    /// Hints.
    pub hints: usize,
}

impl Tally {
    /// Counts findings.
    #[must_use]
    pub fn of<'f>(findings: impl IntoIterator<Item = &'f Finding>) -> Self {
        let mut tally = Self::default();
        for finding in findings {
            match finding.severity {
                Severity::Error => tally.errors += 1,
                Severity::Warning => tally.warnings += 1,
                Severity::Hint => tally.hints += 1,
            }
        }
        tally
    }
}
