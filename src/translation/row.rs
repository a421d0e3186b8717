// SPDX-License-Identifier: EUPL-1.2
//! One concept of the other domain beside the word that was asked: how it fits, and what to beware of.

use crate::divergence::{Confidence, Pair, Sentence};
use crate::model::{Concept, Degree, Domain, Glossary, Relation, Term};
use crate::translation::fit::{Fit, Ground, Via};

/// A concept that may stand for what was asked.
#[derive(Debug, Clone)]
pub struct Row<'a> {
    /// The term that was asked.
    pub asked: &'a Term,
    /// Which of its meanings this row is about; none where it is about the word as a whole.
    pub meaning: Option<&'a Concept>,
    /// The term of the concept.
    pub term: &'a Term,
    /// The concept.
    pub concept: &'a Concept,
    /// The word that its domain uses for it.
    pub label: &'a str,
    /// Other words that its domain uses for that term.
    pub other_labels: Vec<&'a str>,
    /// By what way it was found.
    pub via: Via,
    /// How well it fits.
    pub fit: Fit,
    /// How the meaning that was asked relates to the concept; none between different words, which nobody compared.
    pub relation: Option<Relation>,
    /// How much the difference matters; none when unclear, and between different words.
    pub degree: Option<Degree>,
    /// What it rests on.
    pub ground: Ground,
    /// How good the evidence is.
    pub confidence: Confidence,
    /// How it fits, in words.
    pub sentence: Sentence,
    /// Words that both definitions hold, where it rests on these.
    pub shared: Vec<String>,
    /// What goes wrong with its word, where something does.
    pub warning: Option<Warning<'a>>,
}

/// A word that both domains use for different things.
#[derive(Debug, Clone)]
pub struct Warning<'a> {
    /// The word.
    pub word: &'a str,
    /// How much that matters.
    pub degree: Degree,
    /// The warning in words.
    pub sentence: Sentence,
    /// The pair that says so.
    pub pair: &'a Pair,
}

/// How a concept fits, and why.
#[derive(Debug, Clone)]
pub(super) struct Finding {
    pub via: Via,
    pub fit: Fit,
    pub relation: Option<Relation>,
    pub degree: Option<Degree>,
    pub ground: Ground,
    pub confidence: Confidence,
    pub sentence: Sentence,
    pub shared: Vec<String>,
}

impl Finding {
    /// As a pair has it, read from the one side or the other.
    pub fn of_pair(pair: &Pair, relation: Relation) -> Self {
        Self {
            via: Via::Word,
            fit: Fit::of(relation),
            relation: Some(relation),
            degree: pair.degree,
            ground: pair.basis.into(),
            confidence: pair.confidence,
            sentence: pair.sentence.clone(),
            shared: Vec::new(),
        }
    }

    /// One concept that both domains have.
    pub fn shared_concept(sentence: Sentence) -> Self {
        Self {
            via: Via::Word,
            fit: Fit::Exact,
            relation: Some(Relation::Same),
            degree: Some(Degree::Same),
            ground: Ground::Editors,
            confidence: Confidence::High,
            sentence,
            shared: Vec::new(),
        }
    }

    /// A meaning of the word where nobody wrote down what the asking side means.
    pub fn one_sided(told: Option<&Pair>, untold: Sentence) -> Self {
        let bare = Self {
            via: Via::Word,
            fit: Fit::Unclear,
            relation: Some(Relation::OneSided),
            degree: Relation::OneSided.degree(),
            ground: Ground::Computed,
            confidence: Confidence::Low,
            sentence: untold,
            shared: Vec::new(),
        };
        told.map_or(bare, |pair| Self::of_pair(pair, Relation::OneSided))
    }

    /// Another word that editors noted.
    pub fn noted(fit: Fit, sentence: Sentence) -> Self {
        Self {
            via: Via::Mapping,
            fit,
            relation: None,
            degree: None,
            ground: Ground::Related,
            confidence: Confidence::Medium,
            sentence,
            shared: Vec::new(),
        }
    }

    /// Another word with a definition that shares words; nobody knows whether it fits.
    pub fn alike(shared: Vec<String>, sentence: Sentence) -> Self {
        Self {
            via: Via::Meaning,
            fit: Fit::Unclear,
            relation: None,
            degree: None,
            ground: Ground::Meaning,
            confidence: Confidence::Low,
            sentence,
            shared,
        }
    }
}

impl Row<'_> {
    /// Where it stands among others, smaller first: by how well it fits, then the word itself before other words, then
    /// what is surer and matters less.
    pub(super) fn order(&self) -> impl Ord + use<> {
        (self.fit.rank(), self.via, self.fit, std::cmp::Reverse(self.confidence), self.degree)
    }

    /// Whether the word itself fits.
    pub(super) fn is_own_word_that_fits(&self) -> bool {
        self.via == Via::Word && self.fit.fits()
    }
}

/// The word that a domain uses for a term, and the others that it uses. A word of its own stands in front only where it
/// gives the term one meaning: of several, nobody said which it names.
pub(super) fn labels<'a>(glossary: &Glossary, term: &'a Term, domain: &Domain) -> (&'a str, Vec<&'a str>) {
    let akin = |owner| glossary.belongs_to(&domain.id, owner) || glossary.belongs_to(owner, &domain.id);
    let used = term.alt_labels.iter().filter(|label| label.domain.as_ref().is_none_or(akin));
    let own = term.alt_labels.iter().find(|label| label.domain.as_ref().is_some_and(akin));
    let has_one = term.concepts.iter().filter(|concept| !concept.is_retired() && akin(&concept.domain)).count() == 1;
    let first = own.filter(|_| has_one).map_or(term.label.as_str(), |label| label.text.as_str());
    let all = std::iter::once(term.label.as_str()).chain(used.map(|label| label.text.as_str()));
    (first, all.filter(|label| *label != first).collect())
}
