//! What stands out in a terminal, and how marked text is shown in it. Without a terminal the colours are left out.

use anstyle::{AnsiColor, Style};

use crate::divergence::{Mark, Pair, Segment};
use crate::model::{Degree, Keyed};

/// Something went wrong.
pub(super) const ERROR: Style = AnsiColor::Red.on_default().bold();
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

/// The text in a style.
pub(super) fn styled(style: Style, text: &str) -> String {
    format!("{}{text}{}", style.render(), style.render_reset())
}

/// Marked text.
pub(super) fn marked(segments: &[Segment]) -> String {
    let piece = |segment: &Segment| {
        let style = match segment.marks.as_slice() {
            marks if marks.contains(&Mark::Flip) => FLIP,
            marks if marks.contains(&Mark::Hit) => HIT,
            marks if marks.contains(&Mark::Content) => CONTENT,
            _ => return segment.text.clone(),
        };
        let number = segment.number.map_or_else(String::new, |number| format!("[{number}]"));
        format!("{}{number}", styled(style, &segment.text))
    };
    segments.iter().map(piece).collect()
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
    format!("{}{degree} {}", styled(style, pair.relation.dutch()), styled(QUIET, &format!("– {}", pair.basis.dutch())))
}
