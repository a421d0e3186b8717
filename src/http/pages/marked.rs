// SPDX-License-Identifier: EUPL-1.2
//! Marked text as HTML: differences by more than colour, said aloud to those who hear the page, and a legend that
//! explains the marks that are shown.

use std::collections::BTreeSet;

use askama::filters::{Html, escape};

use crate::divergence::{Mark, Marked, Pair, Segment};
use crate::http::lang::Lang;

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
        let most = sides.map(content_share).fold(0.0, f64::max);
        if most > MOST_MARKED { Self::Contradictions } else { Self::Everything }
    }

    fn shows(self, mark: Mark) -> bool {
        self == Self::Everything || mark != Mark::Content
    }
}

/// What each mark means, as it looks, in both languages.
const LEGEND: &[(Mark, &str, &str)] = &[
    (
        Mark::Hit,
        "<mark>woord</mark> uw zoekwoord, of een vorm ervan",
        "<mark>word</mark> what you searched for, or a form of it",
    ),
    (
        Mark::Flip,
        "<strong class=\"flip\">woord<sup>1</sup></strong> zegt het tegendeel van het woord met hetzelfde nummer in de andere tekst",
        "<strong class=\"flip\">word<sup>1</sup></strong> says the contrary of the word with the same number in the other text",
    ),
    (
        Mark::Content,
        "<span class=\"only\">woord</span> staat alleen in deze tekst",
        "<span class=\"only\">word</span> stands in this text only",
    ),
];

/// The marks that a page shows, so that it explains those and no others, in its language.
#[derive(Debug)]
pub(super) struct Legend {
    lang: Lang,
    shown: BTreeSet<Mark>,
}

impl Legend {
    /// The legend of a page in this language, on which nothing is marked yet.
    pub fn new(lang: Lang) -> Self {
        Self { lang, shown: BTreeSet::new() }
    }

    /// What each shown mark means, as HTML.
    pub fn lines(&self) -> Vec<&'static str> {
        let shown = LEGEND.iter().filter(|(mark, ..)| self.shown.contains(mark));
        shown.map(|(_, dutch, english)| self.lang.say(*dutch, *english)).collect()
    }

    /// Segments as escaped HTML with their marks, which the legend takes in.
    pub fn marked<'a>(&mut self, segments: impl IntoIterator<Item = Segment<'a>>, marking: Marking) -> String {
        segments.into_iter().map(|segment| self.piece(segment, marking)).collect()
    }

    fn piece(&mut self, segment: Segment<'_>, marking: Marking) -> String {
        let mut piece = escaped(segment.text);
        for mark in [Mark::Hit, Mark::Content, Mark::Flip] {
            if segment.has(mark) && marking.shows(mark) {
                piece = self.with_mark(&piece, mark, segment.number.unwrap_or(0));
                self.shown.insert(mark);
            }
        }
        piece
    }

    /// A text with a mark, which is also said to those who hear the page, in its language.
    fn with_mark(&self, text: &str, mark: Mark, number: usize) -> String {
        let said = |words: &str| match self.lang {
            Lang::Dutch | Lang::AskedDutch => format!("<span class=\"hidden\">{words}</span>"),
            Lang::English => format!("<span class=\"hidden\" lang=\"en\">{words}</span>"),
        };
        let (only, contrary) = self.lang.say(("alleen hier", "tegenstelling"), ("only here", "contradiction"));
        match mark {
            Mark::Hit => format!("<mark>{text}</mark>"),
            Mark::Content => {
                format!("<span class=\"only\">{}{text}{}</span>", said(&format!("[{only}: ")), said("]"))
            }
            Mark::Flip => format!(
                "<strong class=\"flip\">{}{text}<sup aria-hidden=\"true\">{number}</sup>{}</strong>",
                said(&format!("[{contrary} {number}: ")),
                said("]")
            ),
        }
    }
}

fn escaped(text: &str) -> String {
    let Ok(safe) = escape(text, Html);
    safe.to_string()
}

fn content_share(marked: &Marked) -> f64 {
    let all: usize = marked.segments().map(|segment| segment.text.len()).sum();
    let only_here = marked.segments().filter(|segment| segment.has(Mark::Content));
    let marked: usize = only_here.map(|segment| segment.text.len()).sum();
    if all == 0 { 0.0 } else { marked as f64 / all as f64 }
}

#[cfg(test)]
mod tests {
    use super::{LEGEND, Legend, Marking};
    use crate::divergence::{Mark, Segment};
    use crate::http::lang::Lang;
    use crate::model::Keyed;

    fn segment(text: &str, mark: Mark, number: Option<usize>) -> Segment<'_> {
        let is_hit = mark == Mark::Hit;
        Segment { text, is_hit, mark: (!is_hit).then_some(mark), number }
    }

    #[test]
    fn text_is_escaped_and_a_flip_is_said_in_words() {
        let plain = Segment { text: "Hulp <b> is een ", is_hit: false, mark: None, number: None };
        let html =
            Legend::new(Lang::Dutch).marked([plain, segment("plicht", Mark::Flip, Some(2))], Marking::Everything);
        assert!(html.starts_with("Hulp &#60;b&#62; is een "), "{html}");
        assert!(html.contains("[tegenstelling 2: ") && html.contains("<sup aria-hidden=\"true\">2</sup>"), "{html}");
        let html = Legend::new(Lang::English).marked([segment("plicht", Mark::Flip, Some(2))], Marking::Everything);
        assert!(html.contains("<span class=\"hidden\" lang=\"en\">[contradiction 2: </span>plicht"), "{html}");
    }

    #[test]
    fn without_marks_of_content_a_flip_and_a_hit_stay() {
        let segments = [
            segment("anders", Mark::Content, None),
            segment("moet", Mark::Flip, Some(1)),
            segment("zorg", Mark::Hit, None),
        ];
        let html = Legend::new(Lang::Dutch).marked(segments, Marking::Contradictions);
        assert!(html.starts_with("anders<strong class=\"flip\">") && html.contains("<mark>zorg</mark>"), "{html}");
    }

    #[test]
    fn a_legend_explains_every_mark_that_is_shown_and_no_other() {
        assert!(Mark::ALL.iter().all(|row| LEGEND.iter().any(|(mark, ..)| *mark == row.0)));
        let mut legend = Legend::new(Lang::Dutch);
        assert!(legend.lines().is_empty());
        legend.marked([segment("anders", Mark::Content, None)], Marking::Contradictions);
        assert!(legend.lines().is_empty());
        legend.marked([segment("anders", Mark::Content, None)], Marking::Everything);
        assert_eq!(legend.lines(), [LEGEND[2].1]);
    }
}
