// SPDX-License-Identifier: EUPL-1.2
//! The names by which a term is known in running text.

use crate::divergence::Confidence;
use crate::language::{Lexicon, Token, words_of};
use crate::model::{DomainId, Term};
use crate::search::SearchField;

/// Endings that a name in capitals may have: *PGA's*.
pub(super) const BEHIND_CAPITALS: &[&str] = &["'s", "’s", "s"];

/// A name of a term.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Name<'a> {
    /// As it is written in the glossary.
    pub text: &'a str,
    /// The word itself, another word for it, or a search word.
    pub field: SearchField,
    /// The domain that uses it, if only one does.
    pub domain: Option<&'a DomainId>,
}

impl<'a> Name<'a> {
    /// The names of a term, in the order in which they count.
    pub fn all(term: &'a Term) -> impl Iterator<Item = Self> {
        let name = |text: &'a str, field| Self { text, field, domain: None };
        let others = term.alt_labels.iter().map(move |label| Self {
            domain: label.domain.as_ref(),
            ..name(label.text.as_str(), SearchField::AltLabel)
        });
        let hidden = term.hidden_labels.iter().map(move |label| name(label, SearchField::HiddenLabel));
        std::iter::once(name(&term.label, SearchField::Label)).chain(others).chain(hidden)
    }

    /// The name of a term at a place in [`Name::all`].
    #[must_use]
    pub fn at(term: &'a Term, place: usize) -> Self {
        Self::all(term).nth(place).unwrap_or(Self { text: &term.label, field: SearchField::Label, domain: None })
    }

    /// Its words.
    pub(super) fn words(&self, lexicon: &Lexicon) -> Vec<Token> {
        words_of(self.text, lexicon)
    }

    /// Whether it is written in capitals: *AF* is no *af*, *GRIP* no *grip*.
    pub(super) fn is_in_capitals(&self) -> bool {
        is_in_capitals(self.text)
    }

    /// The name as people are shown it; a search word is not.
    #[must_use]
    pub fn shown(&self) -> Option<&'a str> {
        (self.field != SearchField::HiddenLabel).then_some(self.text)
    }

    /// How sure it is that a text with this name is about the term: a search word may well mean something else there.
    #[must_use]
    pub fn confidence(&self) -> Confidence {
        if self.field == SearchField::HiddenLabel { Confidence::Medium } else { Confidence::High }
    }
}

/// Whether a word is written in capitals: two or more, with at most digits and hyphens beside them.
pub(super) fn is_in_capitals(word: &str) -> bool {
    let capitals = word.chars().filter(|letter| letter.is_uppercase()).count();
    capitals >= 2 && word.chars().all(|letter| letter.is_uppercase() || letter.is_ascii_digit() || letter == '-')
}
