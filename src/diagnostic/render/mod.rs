//! Findings as text: for people at a terminal, for a forge, for other programs. A table of formats.

mod github;
mod human;
mod json;

use crate::diagnostic::Finding;
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
pub fn render<'a>(
    format: Format,
    findings: &[Finding],
    root: &str,
    text_of: &dyn Fn(&str) -> Option<&'a str>,
) -> String {
    let paper = Paper { root, text_of };
    match format {
        Format::Human => human::render(findings, &paper),
        Format::Github => github::render(findings, &paper),
        Format::Json => json::render(findings, &paper),
    }
}

/// What the renderers need beside the findings.
struct Paper<'f, 'a> {
    root: &'f str,
    text_of: &'f dyn Fn(&str) -> Option<&'a str>,
}

impl<'a> Paper<'_, 'a> {
    /// The path from where the reader stands.
    fn path(&self, finding: &Finding) -> String {
        if finding.place.file.is_empty() {
            self.root.to_owned()
        } else {
            format!("{}/{}", self.root, finding.place.file)
        }
    }

    fn text(&self, finding: &Finding) -> Option<&'a str> {
        (self.text_of)(&finding.place.file)
    }

    /// Line and column of a finding, where they are known.
    fn line_and_column(&self, finding: &Finding) -> Option<(usize, usize)> {
        Some(crate::diagnostic::line_and_column(self.text(finding)?, finding.place.start?))
    }
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
