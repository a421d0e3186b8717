//! Why a term matched, and where: worked out in memory for the terms that are shown.

use std::ops::Range;

use crate::divergence::{Mark, Segment};
use crate::model::Keyed;
use crate::search::entry::{Entry, Name, Word};
use crate::search::field::{FieldKind, Scale, SearchField};
use crate::search::library::Library;
use crate::search::question::{Asked, Question};
use crate::search::span::Span;

/// A reason for which a term matched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match {
    /// Where.
    pub field: SearchField,
    /// The word or the whole name that matched, as it is written there; of a hidden label what was typed.
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
    /// As a part of a compound.
    Compound,
    /// As the beginning of a word.
    Prefix,
    /// With typing errors.
    Typo,
    /// The word that matched is a part of the one that was typed.
    Part,
}

impl Keyed for How {
    const ALL: &'static [(Self, &'static str, &'static str, &'static str)] = &[
        (Self::Exact, "exact", "precies dit woord", "exactly this word"),
        (Self::Form, "form", "een vorm van dit woord", "a form of this word"),
        (Self::Compound, "compound", "samenstelling met dit woord", "a compound with this word"),
        (Self::Prefix, "prefix", "begint met dit woord", "begins with this word"),
        (Self::Typo, "typo", "lijkt op dit woord", "resembles this word"),
        (Self::Part, "part", "deel van dit woord", "a part of this word"),
    ];
}

/// Why an entry matches: for each word of the question the best reason, best first; what is true of several words is
/// said once.
pub(super) fn reasons(question: &Question, entry: &Entry, library: &Library) -> Vec<Match> {
    let names: Vec<(&Span, &Name)> =
        question.spans.iter().filter_map(|span| Some((span, span.best_name(entry)?))).collect();
    let of_word = |(place, word): (usize, &Asked)| {
        let whole = names.iter().filter(|(span, _)| span.words.contains(&place));
        let whole = whole.map(|(span, name)| span.reason(name, word.scale));
        best(whole.chain(word.best_reason(entry, library)))
    };
    let mut reasons: Vec<Reason> = question.words.iter().enumerate().filter_map(of_word).collect();
    reasons.sort_by(Reason::in_order);
    let mut matches: Vec<Match> = Vec::new();
    for reason in reasons {
        if !matches.contains(&reason.found) {
            matches.push(reason.found);
        }
    }
    matches
}

/// A match with what it is worth, as it counted for the order.
#[derive(Debug, Clone)]
struct Reason {
    worth: f32,
    found: Match,
}

impl Reason {
    /// The order in which reasons are told: names before texts, then the best first.
    fn in_order(&self, other: &Self) -> std::cmp::Ordering {
        let in_text = |reason: &Self| reason.found.field.row().kind == FieldKind::Text;
        in_text(self).cmp(&in_text(other)).then(other.worth.total_cmp(&self.worth))
    }
}

/// The best of the reasons; of equals the first.
fn best(reasons: impl Iterator<Item = Reason>) -> Option<Reason> {
    let counting = reasons.filter(|reason| reason.worth > 0.0);
    counting.reduce(|best, other| if other.worth > best.worth { other } else { best })
}

impl Span {
    /// The best name of an entry that this is.
    fn best_name<'a>(&self, entry: &'a Entry) -> Option<&'a Name> {
        let is_meant = |name: &&Name| {
            name.wholes.iter().any(|whole| self.exact.contains(whole)) || self.forms.contains(&name.whole_form)
        };
        let worth = |name: &&Name| name.field.row().whole.of(self.how);
        entry
            .names
            .iter()
            .filter(is_meant)
            .reduce(|best, other| if worth(&other) > worth(&best) { other } else { best })
    }

    fn reason(&self, name: &Name, scale: Scale) -> Reason {
        let hidden = name.field == SearchField::HiddenLabel;
        let form = if hidden { self.typed.as_str() } else { &name.text[name.core.clone()] };
        let found = Match { field: name.field, form: form.to_owned(), how: self.how };
        Reason { worth: self.cover * scale.whole(name.field.row(), self.how), found }
    }
}

impl Asked {
    /// The best word of an entry that this is.
    fn best_reason(&self, entry: &Entry, library: &Library) -> Option<Reason> {
        let reason = |(how, share): (How, f32), field: SearchField, form: String| Reason {
            worth: share * self.scale.among(field.row(), how),
            found: Match { field, form, how },
        };
        let in_names = entry.names.iter().flat_map(|name| {
            let shown = move |word: &Word| match name.field {
                SearchField::HiddenLabel => self.typed.clone(),
                _ => name.text[word.start as usize..word.end as usize].to_owned(),
            };
            let found = name.words.iter().filter_map(|word| Some((self.how(word, FieldKind::Name, library)?, word)));
            found.map(move |(how, word)| reason(how, name.field, shown(word)))
        });
        let in_texts = entry.texts.iter().flat_map(|text| {
            let found = text.words.iter().filter_map(|word| Some((self.how(word, FieldKind::Text, library)?, word)));
            found.map(move |(how, word)| reason(how, text.field, library.spelling(word.folded).to_owned()))
        });
        best(in_names.chain(in_texts))
    }

    /// In what way this is a word of a name or text, and how much of it counts.
    fn how(&self, word: &Word, kind: FieldKind, library: &Library) -> Option<(How, f32)> {
        let begun = match kind {
            FieldKind::Name => &self.reading.begun_in_names,
            FieldKind::Text => &self.reading.begun_in_texts,
        };
        let parts = library.parts(word.folded);
        if word.stop && kind == FieldKind::Text {
            None
        } else if Some(word.folded) == self.number {
            Some((How::Exact, 1.0))
        } else if self.forms.contains(&word.normal) {
            Some((How::Form, 1.0))
        } else if parts.is_some_and(|parts| self.forms.iter().any(|form| parts.all.contains(form))) {
            Some((How::Compound, 1.0))
        } else if begun.contains(&word.folded) {
            Some((How::Prefix, 1.0))
        } else if self.reading.meant.iter().any(|&(folded, normal)| word.folded == folded || word.normal == normal) {
            Some((How::Typo, 1.0))
        } else {
            let parts = self.parts.iter().filter(|part| part.form == word.normal);
            parts.map(|part| (How::Part, part.share)).max_by(|x, y| x.1.total_cmp(&y.1))
        }
    }
}

/// For each concept of an entry, the ranges in its definition that the query found.
pub(super) fn marks(question: &Question, entry: &Entry, library: &Library) -> Vec<Vec<Range<usize>>> {
    let mut marks = Vec::new();
    for text in entry.texts.iter().filter(|text| text.field == SearchField::Definition) {
        let found =
            |word: &&Word| question.words.iter().any(|asked| asked.how(word, FieldKind::Text, library).is_some());
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
