//! Why a term matched, and where: worked out in memory for the terms that are shown.

use std::ops::Range;

use crate::divergence::{Mark, Segment};
use crate::language::{Token, allowed_edits, edits};
use crate::model::Keyed;
use crate::search::field::SearchField;
use crate::search::library::{Entry, Library, Name, Word};

/// A reason for which a term matched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match {
    /// Where.
    pub field: SearchField,
    /// The word that matched, as it is written there; of a hidden label the word that was typed.
    pub form: String,
    /// In what way.
    pub how: How,
}

/// In what way a word matched; better ways come first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum How {
    /// As typed.
    Exact,
    /// As another form of the word.
    Form,
    /// As the beginning of a word.
    Prefix,
    /// With typing errors.
    Typo,
}

impl Keyed for How {
    const ALL: &'static [(Self, &'static str, &'static str, &'static str)] = &[
        (Self::Exact, "exact", "precies dit woord", "exactly this word"),
        (Self::Form, "form", "een vorm van dit woord", "a form of this word"),
        (Self::Prefix, "prefix", "begint met dit woord", "begins with this word"),
        (Self::Typo, "typo", "lijkt op dit woord", "resembles this word"),
    ];
}

/// A word of the query, ready to be compared by number.
pub(super) struct Sought<'q> {
    typed: &'q str,
    folded: String,
    folded_number: Option<u32>,
    normal_number: Option<u32>,
    edits: usize,
}

impl<'q> Sought<'q> {
    pub fn new(token: &Token, query: &'q str, library: &Library) -> Self {
        Self {
            typed: &query[token.range.clone()],
            folded: token.folded.clone(),
            folded_number: library.known(&token.folded),
            normal_number: library.known(&token.normal),
            edits: allowed_edits(token.folded.chars().count()),
        }
    }

    /// The best reason in this entry: names before texts, and in each the closest way of matching.
    pub fn best_match(&self, entry: &Entry, library: &Library) -> Option<Match> {
        let in_names = entry.names.iter().flat_map(|name| {
            name.words.iter().filter_map(move |word| Some((self.how_in_name(word, library)?, name.field, name, word)))
        });
        if let Some((how, field, name, word)) = in_names.min_by_key(|(how, field, ..)| (*how, *field)) {
            return Some(Match { field, form: self.shown(name, word), how });
        }
        let in_texts = entry.texts.iter().flat_map(|text| {
            text.words.iter().filter_map(move |word| Some((self.how_in_text(word)?, text.field, word)))
        });
        let (how, field, word) = in_texts.min_by_key(|(how, field, _)| (*how, *field))?;
        Some(Match { field, form: library.spelling(word.folded).to_owned(), how })
    }

    fn shown(&self, name: &Name, word: &Word) -> String {
        match name.field {
            SearchField::HiddenLabel => self.typed.to_owned(),
            _ => name.text[word.start as usize..word.end as usize].to_owned(),
        }
    }

    fn how_in_text(&self, word: &Word) -> Option<How> {
        if Some(word.folded) == self.folded_number {
            Some(How::Exact)
        } else if Some(word.normal) == self.normal_number {
            Some(How::Form)
        } else {
            None
        }
    }

    fn how_in_name(&self, word: &Word, library: &Library) -> Option<How> {
        self.how_in_text(word).or_else(|| {
            let spelling = library.spelling(word.folded);
            if spelling.starts_with(&self.folded) {
                Some(How::Prefix)
            } else if self.edits > 0 && edits(spelling, &self.folded) <= self.edits {
                Some(How::Typo)
            } else {
                None
            }
        })
    }
}

/// For each concept of an entry, the ranges in its definition that the query found.
pub(super) fn marks(sought: &[Sought<'_>], entry: &Entry) -> Vec<Vec<Range<usize>>> {
    let mut marks = Vec::new();
    for text in entry.texts.iter().filter(|text| text.field == SearchField::Definition) {
        let found = |word: &&Word| sought.iter().any(|sought| sought.how_in_text(word).is_some());
        let range = |word: &Word| word.start as usize..word.end as usize;
        marks.resize(marks.len().max(text.concept + 1), Vec::new());
        marks[text.concept] = text.words.iter().filter(found).map(range).collect();
    }
    marks
}

/// Lays marks of the query over segments; both kinds of mark stay, and the text stays whole.
#[must_use]
pub fn overlay(segments: &[Segment], hits: &[Range<usize>]) -> Vec<Segment> {
    let mut laid = Vec::new();
    let mut start = 0;
    for segment in segments {
        let end = start + segment.text.len();
        let mut at = start;
        for hit in hits.iter().filter(|hit| hit.start < end && hit.end > start) {
            let (from, to) = (hit.start.max(start), hit.end.min(end));
            laid.extend(piece(segment, start, at..from, None));
            laid.extend(piece(segment, start, from..to, Some(Mark::Hit)));
            at = to;
        }
        laid.extend(piece(segment, start, at..end, None));
        start = end;
    }
    laid
}

/// A part of a segment that begins at byte `start` of the text, with one more mark if given; nothing when empty.
fn piece(segment: &Segment, start: usize, range: Range<usize>, mark: Option<Mark>) -> Option<Segment> {
    let text = segment.text.get(range.start - start..range.end - start).filter(|text| !text.is_empty())?;
    let marks = mark.into_iter().chain(segment.marks.iter().copied()).collect();
    Some(Segment { text: text.to_owned(), marks, number: segment.number })
}

#[cfg(test)]
mod tests {
    use super::overlay;
    use crate::divergence::{Mark, Segment};

    #[test]
    fn both_layers_of_marks_stay_and_the_text_stays_whole() {
        let segments = [
            Segment { text: "De hulp is ".into(), marks: vec![], number: None },
            Segment { text: "vrijwillig".into(), marks: vec![Mark::Flip], number: Some(1) },
            Segment { text: ".".into(), marks: vec![], number: None },
        ];
        let laid = overlay(&segments, &[3..7, 8..15]);
        let text: String = laid.iter().map(|segment| segment.text.as_str()).collect();
        assert_eq!(text, "De hulp is vrijwillig.");
        let marks: Vec<_> = laid.iter().map(|segment| (segment.text.as_str(), segment.marks.as_slice())).collect();
        let expected: [(&str, &[Mark]); 8] = [
            ("De ", &[]),
            ("hulp", &[Mark::Hit]),
            (" ", &[]),
            ("is ", &[Mark::Hit]),
            ("vrij", &[Mark::Hit, Mark::Flip]),
            ("willig", &[Mark::Flip]),
            (".", &[]),
            ("", &[]),
        ];
        assert_eq!(marks, expected[..7]);
    }
}
