// SPDX-License-Identifier: EUPL-1.2
//! The word lists of a glossary, ready to be asked. Its maps are looked into and never walked, so that no order shows.

use rustc_hash::{FxHashMap, FxHashSet};
use serde::{Deserialize, Serialize};

use crate::language::{Token, fold, normal_form};

/// Word lists from `glossary/lexicon/`. An empty lexicon works; it merely knows less.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Lexicon {
    irregular: FxHashMap<String, String>,
    synonyms: FxHashMap<String, FxHashSet<usize>>,
    groups: usize,
    /// By the normal form of their last word: the words before it, and the one word that says the same.
    phrases: FxHashMap<String, Vec<(Vec<String>, String)>>,
    denials: FxHashSet<String>,
    light: FxHashSet<String>,
    fields: FxHashMap<String, Vec<usize>>,
    opposites: FxHashMap<String, FxHashSet<String>>,
    negations: FxHashSet<String>,
    without: FxHashSet<String>,
    neutral: Vec<Vec<String>>,
    signals: FxHashMap<String, Signal>,
    /// By their first word: the words after it, and what the group does.
    cues: FxHashMap<String, Vec<(Vec<String>, Cue)>>,
    units: FxHashMap<String, f64>,
    parties: FxHashMap<String, usize>,
    /// Words of which compounds are made, as they are written.
    plain: FxHashSet<String>,
    /// The normal forms of those.
    plain_forms: FxHashSet<String>,
}

/// The fewest letters of a part of a compound.
const LEAST_PART: usize = 4;

/// What must or may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signal {
    /// What the word says.
    pub plain: Force,
    /// What it says with a negation.
    pub denied: Force,
}

/// What a word or group of words does in a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Cue {
    /// What follows comes later: *voordat*.
    Before,
    /// What follows came earlier: *nadat*.
    After,
    /// It holds always or for all.
    All,
    /// It holds never or for none.
    NoneAtAll,
    /// It holds for this alone.
    Only,
    /// A noun for consent.
    Consent,
    /// A verb that says who decides or acts.
    Decision,
    /// The number that follows is the least.
    AtLeast,
    /// The number that follows is too little.
    MoreThan,
    /// The number that follows is the most.
    AtMost,
    /// The number that follows is too much.
    LessThan,
    /// The number before is the least.
    OrMore,
    /// The number before is the most.
    OrLess,
}

impl Lexicon {
    /// Adds a word or group of words with what it does.
    pub fn add_cue(&mut self, group: &str, cue: Cue) {
        let mut words = group.split_whitespace().map(fold);
        if let Some(first) = words.next() {
            self.cues.entry(first).or_default().push((words.collect(), cue));
        }
    }

    /// What the words here do, each with how many words it takes.
    pub fn cues<'a>(&'a self, words: &'a [Token]) -> impl Iterator<Item = (Cue, usize)> + 'a {
        let groups =
            words.first().and_then(|first| self.cues.get(&first.folded)).map(Vec::as_slice).unwrap_or_default();
        let follows = |rest: &[String]| {
            let after = words[1..].iter().map(|token| token.folded.as_str());
            after.take(rest.len()).eq(rest.iter().map(String::as_str))
        };
        groups.iter().filter(move |(rest, _)| follows(rest)).map(|(rest, cue)| (*cue, rest.len() + 1))
    }

    /// Adds a unit of time with its length in minutes.
    pub fn add_unit(&mut self, word: &str, minutes: f64) {
        self.units.insert(fold(word), minutes);
    }

    /// The length of a unit of time, in minutes.
    #[must_use]
    pub fn unit(&self, folded: &str) -> Option<f64> {
        self.units.get(folded).copied()
    }

    /// Adds a word by which a party is named.
    pub fn add_party(&mut self, party: usize, word: &str) {
        self.parties.insert(fold(word), party);
    }

    /// The party that a word names.
    #[must_use]
    pub fn party(&self, folded: &str) -> Option<usize> {
        self.parties.get(folded).copied()
    }

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

    /// Adds an everyday word of which compounds are made.
    pub fn add_plain(&mut self, word: &str) {
        let folded = fold(word);
        self.plain_forms.insert(normal_form(&folded, self));
        self.plain.insert(folded);
    }

    /// Whether this folded word is an everyday word of which compounds are made.
    #[must_use]
    pub fn is_plain(&self, folded: &str) -> bool {
        self.plain.contains(folded)
    }

    /// Whether this is the normal form of an everyday word of which compounds are made.
    #[must_use]
    pub fn is_plain_form(&self, normal: &str) -> bool {
        self.plain_forms.contains(normal)
    }

    /// Adds a group of words that mean nearly the same.
    pub fn add_synonyms<'a>(&mut self, words: impl IntoIterator<Item = &'a str>) {
        for word in words {
            self.add_plain(word);
            let normal = normal_form(&fold(word), self);
            self.synonyms.entry(normal).or_default().insert(self.groups);
        }
        self.groups += 1;
    }

    /// Adds a phrase that says the same as one word: *op de hoogte brengen* says *informeren*. Its last word may stand
    /// apart from the others and in any form; an article at its start may be left out.
    pub fn add_phrase(&mut self, phrase: &str, word: &str) {
        let mut words: Vec<String> = phrase.split_whitespace().map(fold).collect();
        if words.len() > 2 && ["een", "het", "de"].contains(&words[0].as_str()) {
            words.remove(0);
        }
        if let Some(last) = words.pop().filter(|_| !words.is_empty()) {
            let last = normal_form(&last, self);
            self.phrases.entry(last).or_default().push((words, fold(word)));
        }
    }

    /// The phrases that end in a word with this normal form: the words before it, and the word that says the same.
    #[must_use]
    pub fn phrases(&self, last: &str) -> &[(Vec<String>, String)] {
        self.phrases.get(last).map(Vec::as_slice).unwrap_or_default()
    }

    /// Adds a word of a field of meaning.
    pub fn add_to_field(&mut self, field: usize, word: &str) {
        let normal = normal_form(&fold(word), self);
        let fields = self.fields.entry(normal).or_default();
        if !fields.contains(&field) {
            fields.push(field);
        }
    }

    /// The fields of meaning of the word with this normal form; of a compound that is in none, those of its last part or
    /// else its first.
    #[must_use]
    pub fn fields_of(&self, normal: &str) -> &[usize] {
        let known = |word: &str| self.fields.get(word).map(Vec::as_slice);
        let cuts = || {
            let last = (normal.len() + 1).saturating_sub(LEAST_PART);
            (LEAST_PART..last).filter(|&cut| normal.is_char_boundary(cut))
        };
        known(normal)
            .or_else(|| cuts().find_map(|cut| known(&normal[cut..])))
            .or_else(|| cuts().rev().find_map(|cut| known(&normal[..cut])))
            .unwrap_or_default()
    }

    /// Adds a word that says little.
    pub fn add_light(&mut self, word: &str) {
        let normal = normal_form(&fold(word), self);
        self.light.insert(normal);
    }

    /// Whether the word with this normal form says little.
    #[must_use]
    pub fn is_light(&self, normal: &str) -> bool {
        self.light.contains(normal)
    }

    /// Adds a verb that says that what it governs is not done: *weigeren*.
    pub fn add_denial(&mut self, verb: &str) {
        let normal = normal_form(&fold(verb), self);
        self.denials.insert(normal);
    }

    /// Whether the verb with this normal form says that what it governs is not done.
    #[must_use]
    pub fn is_denial(&self, normal: &str) -> bool {
        self.denials.contains(normal)
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

    /// The irregular forms, folded, that have this normal form: *gewogen* and *woog* of *weeg*.
    pub fn irregular_forms<'a>(&'a self, normal: &'a str) -> impl Iterator<Item = &'a str> {
        self.irregular.iter().filter(move |(_, own)| *own == normal).map(|(form, _)| form.as_str())
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
