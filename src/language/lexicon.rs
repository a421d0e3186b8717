//! The word lists of a glossary, ready to be asked.

use std::collections::{BTreeMap, BTreeSet};

use crate::language::{fold, normal_form};

/// Word lists from `glossary/lexicon/`. An empty lexicon works; it merely knows less.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lexicon {
    irregular: BTreeMap<String, String>,
    synonyms: BTreeMap<String, BTreeSet<usize>>,
    opposites: BTreeMap<String, BTreeSet<String>>,
    negations: BTreeSet<String>,
    without: BTreeSet<String>,
    neutral: Vec<Vec<String>>,
    signals: BTreeMap<String, Signal>,
}

/// What must or may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Force {
    /// It is required.
    Must,
    /// It is allowed or free.
    Free,
    /// It is not required.
    NeedNot,
    /// It is not allowed.
    Forbidden,
}

/// A word that says what must or may be: what it says, and what it says when it is denied. *Moet niet* forbids,
/// *niet verplicht* lifts a duty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Signal {
    /// What the word says.
    pub plain: Force,
    /// What it says with a negation.
    pub denied: Force,
}

impl Lexicon {
    /// Adds an irregular form: *genomen* is a form of the regular word *nemen*; a form that is its own base stays as
    /// it is (*gegevens*); add such forms first.
    /// Add these first; the other lists rest on them.
    pub fn add_irregular(&mut self, form: &str, base: &str) {
        let (form, base) = (fold(form), fold(base));
        let normal = match self.irregular.get(&base) {
            Some(known) => known.clone(),
            None if form == base => base,
            None => normal_form(&base, &Self::default()),
        };
        self.irregular.insert(form, normal);
    }

    /// Adds a group of words that mean nearly the same.
    pub fn add_synonyms<'a>(&mut self, group: usize, words: impl IntoIterator<Item = &'a str>) {
        for word in words {
            let normal = normal_form(&fold(word), self);
            self.synonyms.entry(normal).or_default().insert(group);
        }
    }

    /// Adds two words that exclude each other.
    pub fn add_opposites(&mut self, a: &str, b: &str) {
        let (a, b) = (normal_form(&fold(a), self), normal_form(&fold(b), self));
        self.opposites.entry(a.clone()).or_default().insert(b.clone());
        self.opposites.entry(b).or_default().insert(a);
    }

    /// Adds a word that denies: *niet*, *geen*.
    pub fn add_negation(&mut self, word: &str) {
        self.negations.insert(fold(word));
    }

    /// Adds a word that denies only what comes after it: *zonder*.
    pub fn add_without(&mut self, word: &str) {
        self.without.insert(fold(word));
    }

    /// Adds a group of words in which a negation does not deny: *niet alleen*.
    pub fn add_neutral(&mut self, group: &str) {
        self.neutral.push(group.split_whitespace().map(fold).collect());
    }

    /// Adds a word that says what must or may be done.
    pub fn add_signal(&mut self, word: &str, signal: Signal) {
        self.signals.insert(fold(word), signal);
    }

    /// The normal form of an irregular form, if it is one.
    #[must_use]
    pub fn irregular(&self, folded: &str) -> Option<&str> {
        self.irregular.get(folded).map(String::as_str)
    }

    /// Whether two normal forms stand in one group of synonyms.
    #[must_use]
    pub fn are_synonyms(&self, a: &str, b: &str) -> bool {
        match (self.synonyms.get(a), self.synonyms.get(b)) {
            (Some(a), Some(b)) => !a.is_disjoint(b),
            _ => false,
        }
    }

    /// Whether two normal forms are listed as opposites.
    #[must_use]
    pub fn are_opposites(&self, a: &str, b: &str) -> bool {
        self.opposites.get(a).is_some_and(|of_a| of_a.contains(b))
    }

    /// Whether this folded word denies.
    #[must_use]
    pub fn is_negation(&self, folded: &str) -> bool {
        self.negations.contains(folded) || self.is_without(folded)
    }

    /// Whether this folded word denies only what comes after it.
    #[must_use]
    pub fn is_without(&self, folded: &str) -> bool {
        self.without.contains(folded)
    }

    /// The groups of folded words in which a negation does not deny.
    pub fn neutral_groups(&self) -> impl Iterator<Item = &[String]> {
        self.neutral.iter().map(Vec::as_slice)
    }

    /// What this folded word says must or may be done.
    #[must_use]
    pub fn signal(&self, folded: &str) -> Option<Signal> {
        self.signals.get(folded).copied()
    }
}
