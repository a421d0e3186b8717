// SPDX-License-Identifier: EUPL-1.2
//! Findings as text: for people at a terminal, for a forge, for other programs. A table of formats.

mod github;
mod gitlab;
mod human;
mod json;
mod sarif;
mod summary;

use std::collections::BTreeMap;

use crate::diagnostic::{Finding, Located, Tally};
use crate::language::digest;
use crate::model::Keyed;

/// The forms in which findings can be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// For people.
    Human,
    /// Annotations of GitHub workflows.
    Github,
    /// Code Quality of GitLab.
    Gitlab,
    /// SARIF 2.1.0.
    Sarif,
    /// For programs.
    Json,
    /// A page in Markdown.
    Markdown,
}

impl Keyed for Format {
    const ALL: &'static [(Self, &'static str, &'static str, &'static str)] = &[
        (Self::Human, "human", "voor mensen", "for people"),
        (Self::Github, "github", "voor een pull request op GitHub", "for a pull request on GitHub"),
        (Self::Gitlab, "gitlab", "voor een merge request op GitLab", "for a merge request on GitLab"),
        (Self::Sarif, "sarif", "voor programma's die verslagen verzamelen", "for programs that gather reports"),
        (Self::Json, "json", "voor programma's", "for programs"),
        (Self::Markdown, "markdown", "als bladzijde", "as a page"),
    ];
}

/// Findings in order, as text. `root` is the glossary folder as the reader named it; `text_of` gives the text of a
/// file in it.
pub fn render<'f, 'a>(
    format: Format,
    findings: &'f [Finding],
    root: &str,
    text_of: &dyn Fn(&str) -> Option<&'a str>,
) -> String {
    let located = Located::all(findings, text_of);
    let root = root.strip_prefix("./").unwrap_or(root).trim_end_matches('/');
    let mut seen: BTreeMap<[&'f str; 3], usize> = BTreeMap::new();
    let row = |(finding, located): (&'f Finding, Located)| {
        let file = if located.file.is_empty() { root.to_owned() } else { format!("{root}/{}", located.file) };
        let own: [&'f str; 3] = [&finding.place.file, finding.code, &finding.key];
        let number = *seen.entry(own).and_modify(|number| *number += 1).or_default();
        let fingerprint = digest(own.map(str::to_owned).into_iter().chain([number.to_string()]));
        Row { finding, text: text_of(&finding.place.file), located: Located { file, ..located }, fingerprint }
    };
    let rows: Vec<Row<'f, 'a>> = findings.iter().zip(located).map(row).collect();
    match format {
        Format::Human => human::render(&rows),
        Format::Github => github::render(&rows),
        Format::Gitlab => gitlab::render(&rows),
        Format::Sarif => sarif::render(&rows),
        Format::Json => json::render(&rows),
        Format::Markdown => summary::render(&rows),
    }
}

/// A finding with what the renderers need beside it.
struct Row<'f, 'a> {
    finding: &'f Finding,
    /// The text of its file.
    text: Option<&'a str>,
    /// Its line and column, and its path from where the reader stands.
    located: Located,
    /// By what it is known again in another report: its file, rule and key, and its number among those that share these.
    fingerprint: String,
}

impl Row<'_, '_> {
    /// Line and column, where they are known.
    fn line_and_column(&self) -> Option<(usize, usize)> {
        self.located.line.zip(self.located.column)
    }

    /// File, line and column in one word, as far as they are known.
    fn shown_place(&self) -> String {
        let file = &self.located.file;
        self.line_and_column().map_or_else(|| file.clone(), |(line, column)| format!("{file}:{line}:{column}"))
    }
}

/// How many findings there are of each severity.
fn tally(rows: &[Row<'_, '_>]) -> Tally {
    Tally::of(rows.iter().map(|row| row.finding))
}

/// How many findings there are, in one Dutch sentence.
fn in_words(tally: Tally) -> String {
    if tally == Tally::default() {
        return "Geen fouten gevonden.".to_owned();
    }
    let count = |number: usize, one: &str, more: &str| format!("{number} {}", if number == 1 { one } else { more });
    format!(
        "{}, {}, {}.",
        count(tally.errors, "fout", "fouten"),
        count(tally.warnings, "waarschuwing", "waarschuwingen"),
        count(tally.hints, "tip", "tips"),
    )
}

/// A text on one line, without control characters that could steer a terminal or a forge.
fn one_line(text: &str) -> String {
    let visible = |letter: char| if letter.is_control() { ' ' } else { letter };
    text.chars().filter(|letter| !is_direction_control(*letter)).map(visible).collect()
}

/// Characters that turn the direction of writing around.
fn is_direction_control(letter: char) -> bool {
    matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' | '\u{61c}')
}
