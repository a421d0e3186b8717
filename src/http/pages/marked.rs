//! Marked text as HTML: differences by more than colour, said aloud to those who hear the page, and a legend that
//! explains the marks that are shown.

use std::collections::BTreeSet;

use askama::filters::{Html, escape};

use crate::divergence::{Mark, Pair, Segment};

/// Above this share of marked text, marks of content say nothing any more and are left out.
const MOST_MARKED: f64 = 0.6;

/// Which differences the two definitions of a pair carry. Both sides show the same, or a reader would take the side
/// without marks for the shared one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Marking {
    /// Contradictions, and what only one side says.
    Everything,
    /// Contradictions alone: a side is nearly all different, so that marking every word would say nothing.
    Contradictions,
}

impl Marking {
    pub fn of(pair: Option<&Pair>) -> Self {
        let sides = pair.into_iter().flat_map(|pair| [&pair.segments_a, &pair.segments_b]);
        let most = sides.map(|segments| content_share(segments)).fold(0.0, f64::max);
        if most > MOST_MARKED { Self::Contradictions } else { Self::Everything }
    }

    fn shows(self, mark: Mark) -> bool {
        self == Self::Everything || mark != Mark::Content
    }
}

/// What each mark means, as it looks.
const LEGEND: &[(Mark, &str)] = &[
    (Mark::Hit, "<mark>woord</mark> uw zoekwoord, of een vorm ervan"),
    (
        Mark::Flip,
        "<strong class=\"flip\">woord<sup>1</sup></strong> zegt het tegendeel van het woord met hetzelfde nummer in de andere tekst",
    ),
    (Mark::Content, "<span class=\"only\">woord</span> staat alleen in deze tekst"),
];

/// The marks that a page shows, so that it explains those and no others.
#[derive(Debug, Default)]
pub(super) struct Legend(BTreeSet<Mark>);

impl Legend {
    /// What each shown mark means, as HTML.
    pub fn lines(&self) -> Vec<&'static str> {
        LEGEND.iter().filter(|(mark, _)| self.0.contains(mark)).map(|(_, line)| *line).collect()
    }

    /// Segments as escaped HTML with their marks, which the legend takes in.
    pub fn marked(&mut self, segments: &[Segment], marking: Marking) -> String {
        segments.iter().map(|segment| self.piece(segment, marking)).collect()
    }

    fn piece(&mut self, segment: &Segment, marking: Marking) -> String {
        let mut piece = escaped(&segment.text);
        for mark in [Mark::Hit, Mark::Content, Mark::Flip] {
            if segment.marks.contains(&mark) && marking.shows(mark) {
                piece = with_mark(&piece, mark, segment.number.unwrap_or(0));
                self.0.insert(mark);
            }
        }
        piece
    }
}

fn with_mark(text: &str, mark: Mark, number: usize) -> String {
    match mark {
        Mark::Hit => format!("<mark>{text}</mark>"),
        Mark::Content => format!(
            "<span class=\"only\"><span class=\"hidden\">[alleen hier: </span>{text}<span class=\"hidden\">]</span></span>"
        ),
        Mark::Flip => format!(
            "<strong class=\"flip\"><span class=\"hidden\">[tegenstelling {number}: </span>{text}<sup aria-hidden=\"true\">{number}</sup><span class=\"hidden\">]</span></strong>"
        ),
    }
}

fn escaped(text: &str) -> String {
    let Ok(safe) = escape(text, Html);
    safe.to_string()
}

fn content_share(segments: &[Segment]) -> f64 {
    let all: usize = segments.iter().map(|segment| segment.text.len()).sum();
    let marked: usize = segments
        .iter()
        .filter(|segment| segment.marks.contains(&Mark::Content))
        .map(|segment| segment.text.len())
        .sum();
    if all == 0 { 0.0 } else { marked as f64 / all as f64 }
}

#[cfg(test)]
mod tests {
    use super::{LEGEND, Legend, Marking};
    use crate::divergence::{Mark, Segment};
    use crate::model::Keyed;

    fn segment(text: &str, mark: Mark, number: Option<usize>) -> Segment {
        Segment { text: text.to_owned(), marks: vec![mark], number }
    }

    #[test]
    fn text_is_escaped_and_a_flip_is_said_in_words() {
        let plain = Segment { text: "Hulp <b> is een ".into(), marks: vec![], number: None };
        let html = Legend::default().marked(&[plain, segment("plicht", Mark::Flip, Some(2))], Marking::Everything);
        assert!(html.starts_with("Hulp &#60;b&#62; is een "), "{html}");
        assert!(html.contains("[tegenstelling 2: ") && html.contains("<sup aria-hidden=\"true\">2</sup>"), "{html}");
    }

    #[test]
    fn without_marks_of_content_a_flip_and_a_hit_stay() {
        let segments = [
            segment("anders", Mark::Content, None),
            segment("moet", Mark::Flip, Some(1)),
            segment("zorg", Mark::Hit, None),
        ];
        let html = Legend::default().marked(&segments, Marking::Contradictions);
        assert!(html.starts_with("anders<strong class=\"flip\">") && html.contains("<mark>zorg</mark>"), "{html}");
    }

    #[test]
    fn a_legend_explains_every_mark_that_is_shown_and_no_other() {
        assert!(Mark::ALL.iter().all(|row| LEGEND.iter().any(|(mark, _)| *mark == row.0)));
        let mut legend = Legend::default();
        assert!(legend.lines().is_empty());
        legend.marked(&[segment("anders", Mark::Content, None)], Marking::Contradictions);
        assert!(legend.lines().is_empty());
        legend.marked(&[segment("anders", Mark::Content, None)], Marking::Everything);
        assert_eq!(legend.lines(), [LEGEND[2].1]);
    }
}
