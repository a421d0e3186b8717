// SPDX-License-Identifier: EUPL-1.2
//! What the TOML parser says, in plain Dutch: the real cause, read from the text around the place. A table of causes.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::source::causes::{CAUSES, Cause, Reach, starts_anew};
use crate::source::files::File;

/// More faults of syntax than this in one file are not told: mending these comes first.
const MOST_FAULTS: usize = 5;

/// A fault of syntax.
#[derive(Debug)]
pub(super) struct Fault {
    pub range: Range<usize>,
    pub wrong: String,
    pub mend: String,
    /// Whether it says that something stands there twice: often so because of a heading before it.
    pub doubles: bool,
}

/// A place in a text at which the parser stopped, as causes look at it.
pub(super) struct Seen<'t> {
    pub text: &'t str,
    pub start: usize,
    /// What the parser points at.
    pub pointed_at: &'t str,
    /// Whether any text may be a key here, between quotes.
    pub free_keys: bool,
}

impl<'t> Seen<'t> {
    /// The line up to the place.
    pub fn before(&self) -> &'t str {
        let before = &self.text[..self.start];
        &before[before.rfind('\n').map_or(0, |end| end + 1)..]
    }

    /// The line from the place on.
    pub fn after(&self) -> &'t str {
        self.text[self.start..].lines().next().unwrap_or_default()
    }
}

/// The faults of syntax of a text, in reading order. Echoes are left out: what the parser says on the line of a fault
/// or just below it, what it says again, and all that stands in something that was never closed.
pub(super) fn faults(file: &File, errors: &[toml::de::Error]) -> Vec<Fault> {
    let text = file.text.as_str();
    if let Some(range) = merge_mark(text).filter(|_| !errors.is_empty()) {
        let wrong = "in dit bestand staan nog twee versies door elkaar: <<<<<<<, ======= en >>>>>>>".to_owned();
        let mend = "Kies welke versie blijft. Haal de andere weg, en ook de regels met deze tekens.".to_owned();
        return vec![Fault { range, wrong, mend, doubles: false }];
    }
    let mut errors: Vec<(Range<usize>, &str)> =
        errors.iter().map(|error| (error.span().unwrap_or(0..0), error.message())).collect();
    errors.sort_by_key(|(span, _)| (span.start, span.end));
    let mut faults = Vec::new();
    let mut told = BTreeSet::new();
    let mut echo_until = 0;
    let mut bad_heading = false;
    for (span, message) in errors {
        let seen = seen(file, &span);
        let echo = span.start < echo_until;
        echo_until = echo_until.max(end_of_next_line(text, span.start));
        if echo {
            continue;
        }
        let cause = cause_of(message, &seen);
        // What seems open or double may be so because of the fault before it.
        if cause.reach == Reach::Rest && !faults.is_empty() {
            break;
        }
        if cause.reach == Reach::Doubles && bad_heading {
            continue;
        }
        bad_heading |= seen.before().starts_with('[') && cause.reach == Reach::Line;
        if told.insert((cause.wrong, cause.mend)) {
            faults.push(fault(cause, &seen, span));
        }
        if cause.reach == Reach::Rest || faults.len() == MOST_FAULTS {
            break;
        }
    }
    faults
}

/// What is wrong and how to mend it, given what the parser says and the text it points at.
pub(super) fn explain(message: &str, pointed_at: &str) -> (String, String) {
    let cause = cause_of(message, &Seen { text: pointed_at, start: 0, pointed_at, free_keys: false });
    (cause.wrong.to_owned(), cause.mend.to_owned())
}

fn cause_of(message: &str, seen: &Seen<'_>) -> &'static Cause {
    let fits = |cause: &&Cause| message.starts_with(cause.says) && (cause.when)(seen);
    CAUSES.iter().find(fits).expect("the last cause fits always")
}

fn seen<'t>(file: &'t File, span: &Range<usize>) -> Seen<'t> {
    let text = file.text.as_str();
    let start = text.floor_char_boundary(span.start);
    let free_keys = file.path.starts_with("lexicon/");
    Seen { text, start, pointed_at: text.get(span.clone()).unwrap_or_default(), free_keys }
}

fn fault(cause: &Cause, seen: &Seen<'_>, span: Range<usize>) -> Fault {
    let range = match cause.reach {
        Reach::Rest if starts_anew(seen) => {
            let end = seen.text[..seen.start - seen.before().len()].trim_end().len();
            end..end
        }
        Reach::Rest => match seen.text[..seen.start].rfind("\"\"\"") {
            Some(opening) if cause.says.starts_with("invalid multi-line") => opening..opening + 3,
            _ => span,
        },
        _ => span,
    };
    let doubles = cause.reach == Reach::Doubles;
    Fault { range, wrong: cause.wrong.to_owned(), mend: cause.mend.to_owned(), doubles }
}

/// Where the marks stand that are left of two versions.
fn merge_mark(text: &str) -> Option<Range<usize>> {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if line.starts_with("<<<<<<<") || line.starts_with(">>>>>>>") {
            return Some(start..start + 7);
        }
        start += line.len();
    }
    None
}

/// Where the line after the one of this place ends.
fn end_of_next_line(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes().get(start..).unwrap_or_default();
    let ends = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'\n').map(|(place, _)| start + place + 1);
    ends.take(2).last().unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::explain;
    use crate::source::causes::CAUSES;

    #[test]
    fn no_word_of_the_parser_is_shown() {
        for message in CAUSES.iter().map(|cause| cause.says).chain(["something new, expected `nan`"]) {
            let (wrong, mend) = explain(message, "x");
            assert!(!wrong.is_empty() && mend.ends_with('.'), "{message}: {wrong} {mend}");
            assert!(!wrong.contains("expected") && !mend.contains("expected"), "{message}: {wrong} {mend}");
        }
    }
}
