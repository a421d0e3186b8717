// SPDX-License-Identifier: EUPL-1.2
//! A text cut into segments with marks. Joined, the segments give the text back byte for byte.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::divergence::align::{Partner, Tie};
use crate::divergence::text::Text;
use crate::model::Keyed;

/// A text with marks on parts of it; what carries none is shared or neutral.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Marked {
    text: Box<str>,
    cuts: Box<[Cut]>,
}

/// A marked part of a text, by its bytes. Parts do not overlap and stand in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
struct Cut {
    start: u32,
    end: u32,
    mark: Mark,
    /// The number that joins the two sides of a flip; 0 for none.
    number: u16,
}

/// A piece of a text with what is to be seen in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Segment<'a> {
    /// The text itself.
    pub text: &'a str,
    /// Whether a query found it.
    pub is_hit: bool,
    /// How it parts from the other side, if it does.
    pub mark: Option<Mark>,
    /// The number that joins the two sides of a flip.
    pub number: Option<usize>,
}

impl Segment<'_> {
    /// All its marks.
    pub fn marks(&self) -> impl Iterator<Item = Mark> {
        self.is_hit.then_some(Mark::Hit).into_iter().chain(self.mark)
    }

    /// Whether it carries a mark.
    #[must_use]
    pub fn has(&self, mark: Mark) -> bool {
        self.marks().any(|own| own == mark)
    }
}

/// What is to be seen in a segment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Mark {
    /// The query found it.
    Hit,
    /// It says the contrary of the other side.
    Flip,
    /// Only this side says it.
    Content,
}

impl Keyed for Mark {
    const ALL: &'static [(Self, &'static str, &'static str, &'static str)] = &[
        (Self::Hit, "hit", "gevonden", "found"),
        (Self::Flip, "flip", "tegenstelling", "contradiction"),
        (Self::Content, "content", "alleen hier", "only here"),
    ];
}

impl Marked {
    /// A text without marks.
    #[must_use]
    pub fn plain(text: &str) -> Self {
        Self { text: text.into(), cuts: Box::default() }
    }

    /// Its segments, in order; an empty text has none.
    #[must_use]
    pub fn segments(&self) -> Segments<'_> {
        Segments { cuts: &self.cuts, ..Segments::plain(&self.text) }
    }

    /// Whether there is no text.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }
}

/// The segments of a text, from a place on.
#[derive(Debug, Clone)]
pub struct Segments<'a> {
    text: &'a str,
    /// Where the next one begins, in bytes.
    at: usize,
    cuts: &'a [Cut],
    hits: &'a [Range<usize>],
}

impl<'a> Segments<'a> {
    /// A text without marks.
    #[must_use]
    pub fn plain(text: &'a str) -> Self {
        Self { text, at: 0, cuts: &[], hits: &[] }
    }

    /// The same with what a query found, by bytes, in order: segments are cut where that begins and ends.
    #[must_use]
    pub fn with_hits(self, hits: &'a [Range<usize>]) -> Self {
        Self { hits, ..self }
    }
}

impl<'a> Iterator for Segments<'a> {
    type Item = Segment<'a>;

    fn next(&mut self) -> Option<Segment<'a>> {
        let (at, end) = (self.at, self.text.len());
        self.cuts = &self.cuts[self.cuts.iter().take_while(|cut| cut.end as usize <= at).count()..];
        self.hits = &self.hits[self.hits.iter().take_while(|hit| hit.end <= at).count()..];
        let cut = self.cuts.first().map(|cut| (cut.start as usize..cut.end as usize, cut));
        let hit = self.hits.first();
        // The next place where anything begins or ends.
        let until = |range: &Range<usize>| if range.start > at { range.start } else { range.end };
        let ends = cut.iter().map(|(range, _)| until(range)).chain(hit.map(until));
        self.at = ends.fold(end, usize::min);
        let text = self.text.get(at..self.at).filter(|text| !text.is_empty())?;
        let cut = cut.filter(|(range, _)| range.start <= at).map(|(_, cut)| cut);
        Some(Segment {
            text,
            is_hit: hit.is_some_and(|hit| hit.start <= at),
            mark: cut.map(|cut| cut.mark),
            number: cut.map(|cut| usize::from(cut.number)).filter(|&number| number > 0),
        })
    }
}

/// Cuts a text: flips by their number, and the runs of words that have no partner.
pub(super) fn cut(text: &Text<'_>, partners: &[Option<Partner>], flips: &[(usize, Vec<usize>)]) -> Marked {
    let mut classes: Vec<Option<(Mark, Option<usize>)>> = text
        .content
        .iter()
        .zip(partners)
        .map(|(&counts, partner)| (counts && partner.is_none()).then_some((Mark::Content, None)))
        .collect();
    for (number, places) in flips {
        for &place in places {
            classes[place] = Some((Mark::Flip, Some(*number)));
        }
    }
    bridge(text, &mut classes);
    join(text, &classes)
}

/// Lets a run of content marks run on over one or two function words inside a clause: "houdt het vol".
fn bridge(text: &Text<'_>, classes: &mut [Option<(Mark, Option<usize>)>]) {
    let marked: Vec<usize> =
        (0..classes.len()).filter(|&place| classes[place] == Some((Mark::Content, None))).collect();
    for pair in marked.windows(2) {
        let (from, to) = (pair[0], pair[1]);
        let between = from + 1..to;
        let bridges = between.len() <= 2
            && text.tokens[from].clause == text.tokens[to].clause
            && between.clone().all(|place| classes[place].is_none() && text.tokens[place].stop);
        if bridges {
            classes[between].fill(Some((Mark::Content, None)));
        }
    }
}

/// Marks the words and what stands between them; words of one class that follow each other carry one mark.
fn join(text: &Text<'_>, classes: &[Option<(Mark, Option<usize>)>]) -> Marked {
    let small = |byte: usize| u32::try_from(byte).unwrap_or(u32::MAX);
    let mut cuts = Vec::new();
    let mut place = 0;
    for run in classes.chunk_by(|x, y| x == y) {
        let last = place + run.len() - 1;
        if let Some((mark, number)) = run[0] {
            let (start, end) = (text.tokens[place].range.start, text.tokens[last].range.end);
            let number = number.map_or(0, |number| u16::try_from(number).unwrap_or(u16::MAX));
            cuts.push(Cut { start: small(start), end: small(end), mark, number });
        }
        place += run.len();
    }
    Marked { text: text.source.into(), cuts: cuts.into() }
}

/// The runs of words that both texts share, as the first text writes them.
pub(super) fn shared_runs(text: &Text<'_>, partners: &[Option<Partner>], flipped: &[usize]) -> Vec<String> {
    let shared = |place: usize| {
        partners[place].is_some_and(|partner| matches!(partner.tie, Tie::Same | Tie::Synonym))
            && !flipped.contains(&place)
    };
    let mut runs = Vec::new();
    let mut run: Option<(usize, usize)> = None;
    for place in 0..text.tokens.len() {
        let goes_on =
            run.is_some_and(|(_, last)| place - last <= 2 && text.tokens[place].clause == text.tokens[last].clause);
        match (shared(place), run) {
            (true, Some((start, _))) if goes_on => run = Some((start, place)),
            (true, _) => {
                runs.extend(run.replace((place, place)));
            }
            (false, _) if goes_on && text.tokens[place].stop && !flipped.contains(&place) => {}
            (false, _) => runs.extend(run.take()),
        }
    }
    runs.extend(run);
    let words = |(start, last): (usize, usize)| {
        text.source[text.tokens[start].range.start..text.tokens[last].range.end].to_owned()
    };
    runs.into_iter().map(words).collect()
}

#[cfg(test)]
mod tests {
    use super::{Cut, Mark, Marked, Segment};

    #[test]
    fn both_layers_of_marks_stay_and_the_text_stays_whole() {
        let cuts = [Cut { start: 11, end: 21, mark: Mark::Flip, number: 1 }];
        let marked = Marked { text: "De hulp is vrijwillig.".into(), cuts: cuts.into() };
        let segment = |text, is_hit, mark: Option<Mark>| Segment { text, is_hit, mark, number: mark.map(|_| 1) };
        let plain = |text| segment(text, false, None);
        let found: Vec<Segment<'_>> = marked.segments().with_hits(&[3..7, 8..15]).collect();
        let expected = [
            plain("De "),
            segment("hulp", true, None),
            plain(" "),
            segment("is ", true, None),
            segment("vrij", true, Some(Mark::Flip)),
            segment("willig", false, Some(Mark::Flip)),
            plain("."),
        ];
        assert_eq!(found, expected);
        assert_eq!(Marked::plain("").segments().next(), None);
        assert_eq!(Marked::plain("De hulp").segments().collect::<Vec<_>>(), [plain("De hulp")]);
    }
}
