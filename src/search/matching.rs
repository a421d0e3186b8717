// SPDX-License-Identifier: EUPL-1.2
//! Why a term matched, and where: worked out in memory for the terms that are shown.

use std::ops::Range;

use crate::model::Keyed;
use crate::search::entry::{Entry, Name, RunningText, Word};
use crate::search::field::{FIELDS, FieldKind, Fields, Scale, SearchField};
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

/// A term that was found, as far as there is anything to see in it.
#[derive(Clone, Copy)]
pub(super) struct Seen<'a> {
    pub entry: &'a Entry,
    /// The texts in which something was found; the others are not looked into.
    pub fields: Fields,
    pub library: &'a Library,
}

impl<'a> Seen<'a> {
    /// The texts in which something was found.
    fn texts(self) -> impl Iterator<Item = &'a RunningText> {
        self.entry.texts.iter().filter(move |text| self.fields.has(text.field))
    }
}

/// Why a term matches: for each word of the question the best reason, best first; what is true of several words is
/// said once.
pub(super) fn reasons(question: &Question, seen: Seen<'_>) -> Vec<Match> {
    let names: Vec<(&Span, &Name)> =
        question.spans.iter().filter_map(|span| Some((span, span.best_name(seen.entry)?))).collect();
    let of_word = |(place, word): (usize, &Asked)| {
        let whole = names.iter().filter(|(span, _)| span.words.contains(&place));
        let whole = whole.map(|(span, name)| span.reason(name, word.scale));
        best(whole.chain(word.best_reason(seen)))
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
        let worth = |name: &&Name| name.field.row().whole.of(self.how);
        entry
            .names
            .iter()
            .filter(|name| self.is(name))
            .reduce(|best, other| if worth(&other) > worth(&best) { other } else { best })
    }

    fn reason(&self, name: &Name, scale: Scale) -> Reason {
        let hidden = name.field == SearchField::HiddenLabel;
        let form = if hidden { self.typed.as_str() } else { &name.text[name.core.clone()] };
        let found = Match { field: name.field, form: form.to_owned(), how: self.how };
        Reason { worth: self.cover * scale.whole(name.field.row(), self.how), found }
    }
}

/// A word of an entry that may be the reason.
struct Candidate<'a> {
    worth: f32,
    field: SearchField,
    how: How,
    word: &'a Word,
    /// The name that it stands in, unless it stands in a text.
    name: Option<&'a Name>,
}

impl Asked {
    /// The best word of an entry that this is. Texts are only looked into for what may be better than a name.
    fn best_reason(&self, seen: Seen<'_>) -> Option<Reason> {
        let candidates = |field: SearchField, name, words| self.candidates((field, name), words, seen.library);
        let in_names = seen.entry.names.iter().flat_map(|name| candidates(name.field, Some(name), &name.words));
        let in_names = best_of(None, in_names);
        let of_texts = FIELDS.iter().filter(|row| row.kind == FieldKind::Text);
        let most_in_texts = of_texts.map(|row| self.scale.among(row, How::Exact)).fold(0.0, f32::max);
        let best = if in_names.as_ref().is_some_and(|best| best.worth >= most_in_texts) {
            in_names
        } else {
            best_of(in_names, seen.texts().flat_map(|text| candidates(text.field, None, &text.words)))
        };
        best.map(|best| self.reason(&best, seen.library))
    }

    /// The words of a name or text that this is.
    fn candidates<'a>(
        &'a self,
        (field, name): (SearchField, Option<&'a Name>),
        words: &'a [Word],
        library: &'a Library,
    ) -> impl Iterator<Item = Candidate<'a>> {
        let row = field.row();
        words.iter().filter_map(move |word| {
            let (how, share) = self.how(word, row.kind, library)?;
            Some(Candidate { worth: share * self.scale.among(row, how), field, how, word, name })
        })
    }

    fn reason(&self, best: &Candidate<'_>, library: &Library) -> Reason {
        let form = match (best.name, best.field) {
            (_, SearchField::HiddenLabel) => self.typed.as_str(),
            (Some(name), _) => &name.text[best.word.range()],
            (None, _) => library.spelling(best.word.folded),
        };
        Reason { worth: best.worth, found: Match { field: best.field, form: form.to_owned(), how: best.how } }
    }

    /// In what way this is a word of a name or text, and how much of it counts.
    fn how(&self, word: &Word, kind: FieldKind, library: &Library) -> Option<(How, f32)> {
        let begun = match kind {
            FieldKind::Name => &self.reading.begun_in_names,
            FieldKind::Text => &self.reading.begun_in_texts,
        };
        let is_part = |form: &u32| library.parts(word.folded).is_some_and(|parts| parts.all.contains(form));
        if !self.may_be(word, library) || (word.is_stop() && kind == FieldKind::Text) {
            None
        } else if Some(word.folded) == self.number {
            Some((How::Exact, 1.0))
        } else if self.forms.contains(&word.normal) {
            Some((How::Form, 1.0))
        } else if self.forms.iter().any(is_part) {
            Some((How::Compound, 1.0))
        } else if begun.binary_search(&word.folded).is_ok() {
            Some((How::Prefix, 1.0))
        } else if self.reading.meant.iter().any(|&(folded, normal)| word.folded == folded || word.normal == normal) {
            Some((How::Typo, 1.0))
        } else {
            let parts = self.parts.iter().filter(|part| part.form == word.normal);
            parts.map(|part| (How::Part, part.share)).max_by(|x, y| x.1.total_cmp(&y.1))
        }
    }
}

/// The best of these and of what was found before; of equals the first.
fn best_of<'a>(before: Option<Candidate<'a>>, found: impl Iterator<Item = Candidate<'a>>) -> Option<Candidate<'a>> {
    let counting = found.filter(|candidate| candidate.worth > 0.0);
    before.into_iter().chain(counting).reduce(|best, other| if other.worth > best.worth { other } else { best })
}

/// For each concept of an entry, the ranges in its definition that the query found.
pub(super) fn marks(question: &Question, seen: Seen<'_>) -> Vec<Vec<Range<usize>>> {
    let mut marks = Vec::new();
    for text in seen.texts().filter(|text| text.field == SearchField::Definition) {
        let found =
            |word: &&Word| question.words.iter().any(|asked| asked.how(word, FieldKind::Text, seen.library).is_some());
        marks.resize(marks.len().max(text.concept + 1), Vec::new());
        marks[text.concept] = text.words.iter().filter(found).map(Word::range).collect();
    }
    marks
}
