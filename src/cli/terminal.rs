// SPDX-License-Identifier: EUPL-1.2
//! What stands out in a terminal, and how marked text is shown in it. Without a terminal the colours are left out.

use std::io::{self, Write};
use std::sync::atomic::{AtomicBool, Ordering};

use anstyle::{AnsiColor, Style};

use crate::divergence::{Mark, Pair, Segment, Segments};
use crate::model::{Degree, Keyed};

/// Something went wrong.
pub(super) const ERROR: Style = AnsiColor::Red.on_default().bold();
/// Something could be better.
pub(super) const WARNING: Style = AnsiColor::Yellow.on_default().bold();
/// A heading.
pub(super) const HEADING: Style = Style::new().bold();
/// Less important.
pub(super) const QUIET: Style = Style::new().dimmed();
/// A word that says the contrary.
const FLIP: Style = AnsiColor::Red.on_default().bold().underline();
/// Words that only one side has.
const CONTENT: Style = Style::new().underline();
/// What was found.
const HIT: Style = AnsiColor::Yellow.on_default().bold();

/// Whether a line could not be written for another reason than that its reader left.
static UNWRITTEN: AtomicBool = AtomicBool::new(false);

/// Writes a line for the reader. One who leaves early is no fault; a full disk is, and [`wrote_all`] tells.
pub(super) fn say(line: &str) {
    let written = writeln!(anstream::stdout(), "{}", harmless(line));
    if written.is_err_and(|cause| cause.kind() != io::ErrorKind::BrokenPipe) {
        UNWRITTEN.store(true, Ordering::Relaxed);
    }
}

/// Writes a text as it is, without a line end of its own: for a file and not for a person.
pub(super) fn hand_over(text: &str) {
    let written = io::stdout().write_all(text.as_bytes()).and_then(|()| io::stdout().flush());
    if written.is_err_and(|cause| cause.kind() != io::ErrorKind::BrokenPipe) {
        UNWRITTEN.store(true, Ordering::Relaxed);
    }
}

/// Whether everything that was said could be written.
pub(super) fn wrote_all() -> bool {
    !UNWRITTEN.load(Ordering::Relaxed)
}

/// The text without what could steer a terminal; colours and line breaks stay.
fn harmless(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        let colour = rest.strip_prefix("\u{1b}[").and_then(|after| {
            let end = after.find(|letter: char| !(letter.is_ascii_digit() || letter == ';'))?;
            after[end..].starts_with('m').then_some(2 + end + 1)
        });
        let length = colour.unwrap_or(letter.len_utf8());
        if colour.is_some() || letter == '\n' || !letter.is_control() {
            safe.push_str(&rest[..length]);
        }
        rest = &rest[length..];
    }
    safe
}

/// The text in a style.
pub(super) fn styled(style: Style, text: &str) -> String {
    format!("{}{text}{}", style.render(), style.render_reset())
}

/// Marked text.
pub(super) fn marked(segments: Segments<'_>) -> String {
    let piece = |segment: Segment<'_>| {
        let style = match (segment.mark, segment.is_hit) {
            (Some(Mark::Flip), _) => FLIP,
            (_, true) => HIT,
            (Some(_), false) => CONTENT,
            (None, false) => return segment.text.to_owned(),
        };
        let number = segment.number.map_or_else(String::new, |number| format!("[{number}]"));
        format!("{}{number}", styled(style, segment.text))
    };
    segments.map(piece).collect()
}

/// The difference of a pair on one line: relation, degree, and who says so.
pub(super) fn difference(pair: &Pair) -> String {
    let style = match pair.degree {
        Some(Degree::Conflicting) => AnsiColor::Red.on_default().bold(),
        Some(Degree::Substantial) => AnsiColor::Yellow.on_default().bold(),
        Some(_) => AnsiColor::Green.on_default().bold(),
        None => Style::new().bold(),
    };
    let degree = pair.degree.map_or_else(String::new, |degree| format!(" (graad {degree}: {})", degree.dutch()));
    let standing = match pair.derived() {
        Some(derived) => format!(", {}", derived.status.dutch()),
        None if pair.is_outdated() => ", verouderd".to_owned(),
        None => String::new(),
    };
    let basis = styled(QUIET, &format!("– {}{standing}", pair.basis.dutch()));
    format!("{}{degree} {basis}", styled(style, pair.relation.dutch()))
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn colours_stay_and_other_controls_go() {
        assert_eq!(harmless("\u{1b}[1;31mrood\u{1b}[0m\n"), "\u{1b}[1;31mrood\u{1b}[0m\n");
        assert_eq!(harmless("a\u{1b}[2Jb\u{7}c\u{1b}]0;x"), "a[2Jbc]0;x");
    }
}
