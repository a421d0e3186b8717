// SPDX-License-Identifier: EUPL-1.2
//! Findings for people: the line itself, what is wrong with it, and how to mend it.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use crate::diagnostic::Severity;
use crate::diagnostic::render::{Row, in_words, one_line, tally};
use crate::model::Keyed;

/// Lines longer than this are not shown; only their place is.
const LONGEST_LINE: usize = 400;

/// Of a hint that is told so often the rest is only counted: what must be mended must not drown in it.
const MOST_HINTS: usize = 3;

pub(super) fn render(rows: &[Row<'_, '_>]) -> String {
    let renderer = Renderer::styled();
    let mut out = String::new();
    let mut hints: BTreeMap<&str, usize> = BTreeMap::new();
    for row in rows {
        if row.finding.severity == Severity::Hint {
            let told = hints.entry(row.finding.code).and_modify(|told| *told += 1).or_insert(1);
            if *told > MOST_HINTS {
                continue;
            }
        }
        out.push_str(&renderer.render(&[group(row)]));
        out.push_str("\n\n");
    }
    for (code, told) in hints.into_iter().filter(|(_, told)| *told > MOST_HINTS) {
        let more = told - MOST_HINTS;
        let _ = writeln!(
            out,
            "tip[{code}]: nog {more} keer; ‘taalbrug explain {code}’ legt uit, --format json noemt ze alle\n"
        );
    }
    out.push_str(&in_words(tally(rows)));
    out.push('\n');
    out
}

fn group<'a>(row: &Row<'_, 'a>) -> Group<'a> {
    let finding = row.finding;
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Hint => Level::INFO,
    };
    let title = level.with_name(finding.severity.dutch()).primary_title(one_line(&finding.message)).id(finding.code);
    let path = row.located.file.clone();
    let group = match shown_line(row) {
        Some((line, number, span)) => title.element(
            Snippet::source(line).path(path).line_start(number).annotation(AnnotationKind::Primary.span(span)),
        ),
        None => {
            let origin = Origin::path(path);
            title.element(match row.line_and_column() {
                Some((line, column)) => origin.line(line).char_column(column),
                None => origin,
            })
        }
    };
    group.element(Level::HELP.with_name("zo lost u het op").message(one_line(&finding.mend)))
}

/// The line in which a finding starts, its number, and the place in it.
fn shown_line<'a>(row: &Row<'_, 'a>) -> Option<(&'a str, usize, std::ops::Range<usize>)> {
    let (text, place) = (row.text?, &row.finding.place);
    let number = row.located.line?;
    let start = place.start?.min(text.len());
    let line_start = text[..start].rfind('\n').map_or(0, |place| place + 1);
    let line = text[line_start..].lines().next().unwrap_or("");
    let end = place.end?.clamp(start, line_start + line.len());
    (line.len() <= LONGEST_LINE).then_some((line, number, start - line_start..end.max(start) - line_start))
}
