//! Findings for people: the line itself, what is wrong with it, and how to mend it.

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use crate::diagnostic::render::{Paper, one_line};
use crate::diagnostic::{Finding, Severity, Tally};
use crate::model::Keyed;

/// Lines longer than this are not shown; only their place is.
const LONGEST_LINE: usize = 400;

pub(super) fn render(findings: &[Finding], paper: &Paper<'_, '_>) -> String {
    let renderer = Renderer::styled();
    let mut out = String::new();
    for finding in findings {
        out.push_str(&renderer.render(&[group(finding, paper)]));
        out.push_str("\n\n");
    }
    out.push_str(&summary(Tally::of(findings)));
    out
}

fn group<'a>(finding: &Finding, paper: &Paper<'_, 'a>) -> Group<'a> {
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Hint => Level::INFO,
    };
    let title = level.with_name(finding.severity.dutch()).primary_title(one_line(&finding.message)).id(finding.code);
    let path = paper.path(finding);
    let group = match shown_line(finding, paper) {
        Some((line, number, span)) => title.element(
            Snippet::source(line).path(path).line_start(number).annotation(AnnotationKind::Primary.span(span)),
        ),
        None => {
            let origin = Origin::path(path);
            title.element(match paper.line_and_column(finding) {
                Some((line, column)) => origin.line(line).char_column(column),
                None => origin,
            })
        }
    };
    group.element(Level::HELP.with_name("zo lost u het op").message(one_line(&finding.mend)))
}

/// The line in which a finding starts, its number, and the place in it.
fn shown_line<'a>(finding: &Finding, paper: &Paper<'_, 'a>) -> Option<(&'a str, usize, std::ops::Range<usize>)> {
    let text = paper.text(finding)?;
    let (number, _) = paper.line_and_column(finding)?;
    let start = finding.place.start?.min(text.len());
    let line_start = text[..start].rfind('\n').map_or(0, |place| place + 1);
    let line = text[line_start..].lines().next().unwrap_or("");
    let end = finding.place.end?.clamp(start, line_start + line.len());
    (line.len() <= LONGEST_LINE).then_some((line, number, start - line_start..end.max(start) - line_start))
}

fn summary(tally: Tally) -> String {
    if tally == Tally::default() {
        return "Geen fouten gevonden.\n".to_owned();
    }
    let count = |number: usize, one: &str, more: &str| format!("{number} {}", if number == 1 { one } else { more });
    format!(
        "{}, {}, {}.\n",
        count(tally.errors, "fout", "fouten"),
        count(tally.warnings, "waarschuwing", "waarschuwingen"),
        count(tally.hints, "tip", "tips"),
    )
}
