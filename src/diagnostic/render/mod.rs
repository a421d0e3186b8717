//! Findings as text: for people at a terminal, for a forge, for other programs. A table of formats.

mod github;
mod human;
mod json;

use crate::diagnostic::{Finding, Located, Tally};
use crate::model::Keyed;

/// The forms in which findings can be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// For people.
    Human,
    /// Annotations of GitHub workflows.
    Github,
    /// For programs.
    Json,
}

impl Keyed for Format {
    const ALL: &'static [(Self, &'static str, &'static str, &'static str)] = &[
        (Self::Human, "human", "voor mensen", "for people"),
        (Self::Github, "github", "voor een pull request op GitHub", "for a pull request on GitHub"),
        (Self::Json, "json", "voor programma's", "for programs"),
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
    let row = |(finding, located): (&'f Finding, Located)| {
        let file = if located.file.is_empty() { root.to_owned() } else { format!("{root}/{}", located.file) };
        Row { finding, text: text_of(&finding.place.file), located: Located { file, ..located } }
    };
    let rows: Vec<Row<'f, 'a>> = findings.iter().zip(located).map(row).collect();
    match format {
        Format::Human => human::render(&rows),
        Format::Github => github::render(&rows),
        Format::Json => json::render(&rows),
    }
}

/// A finding with what the renderers need beside it.
struct Row<'f, 'a> {
    finding: &'f Finding,
    /// The text of its file.
    text: Option<&'a str>,
    /// Its line and column, and its path from where the reader stands.
    located: Located,
}

impl Row<'_, '_> {
    /// Line and column, where they are known.
    fn line_and_column(&self) -> Option<(usize, usize)> {
        self.located.line.zip(self.located.column)
    }
}

/// How many findings there are of each severity.
fn tally(rows: &[Row<'_, '_>]) -> Tally {
    Tally::of(rows.iter().map(|row| row.finding))
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
