// SPDX-License-Identifier: EUPL-1.2
//! A text with the terms in it, and how its writer and its reader read each of them.

use std::collections::BTreeMap;

use crate::annotation::mention::Mention;
use crate::annotation::name::Name;
use crate::annotation::reading::{Difference, Reading, Sides};
use crate::divergence::{Confidence, Pair};
use crate::model::Term;

/// The terms in a text.
#[derive(Debug, Clone)]
pub struct Checked<'a> {
    /// Where they stand, in order, each with the place of its word among the words.
    pub mentions: Vec<(Mention, usize)>,
    /// The words: those that surely stand in the text first, and of those the ones that matter most.
    pub words: Vec<Counted<'a>>,
}

/// A word with how it is read. Names of a term are one word, save a name that one domain uses.
#[derive(Debug, Clone)]
pub struct Word<'a> {
    /// The term.
    pub term: &'a Term,
    /// The name that is read: that of the term, or one of a domain.
    pub name: Name<'a>,
    /// How it is read.
    pub reading: Reading<'a>,
}

/// A word that stands in a text.
#[derive(Debug, Clone)]
pub struct Counted<'a> {
    /// The word.
    pub word: Word<'a>,
    /// How often it stands in the text.
    pub count: usize,
    /// How sure it is that it stands in the text: that of its surest mention.
    pub confidence: Confidence,
}

impl<'a> Word<'a> {
    /// A name of a term as two domains read it, given the pairs of the term.
    fn new(term: &'a Term, pairs: &'a [Pair], name: Name<'a>, sides: Sides<'a>) -> Self {
        Self { term, name, reading: Reading::new(term, pairs, name, sides) }
    }

    /// Every word that names of a term can be: the term itself, and each name that one domain uses.
    #[must_use]
    pub fn all(term: &'a Term, pairs: &'a [Pair], sides: Sides<'a>) -> Vec<Self> {
        let own = std::iter::once(Name::at(term, 0));
        let names = own.chain(Name::all(term).skip(1).filter(|name| name.domain.is_some()));
        names.map(|name| Self::new(term, pairs, name, sides)).collect()
    }
}

/// What a word is known by while it is counted: its term, and the name where that belongs to a domain.
type Key = (usize, Option<usize>);

impl<'a> Checked<'a> {
    /// Sorts out mentions, given who writes and who reads, and the pairs of each term.
    #[must_use]
    pub fn new(mentions: Vec<Mention>, sides: Sides<'a>, pairs: &'a [Vec<Pair>]) -> Self {
        let key = |mention: &Mention| -> Key {
            let name = Name::at(&sides.glossary.terms[mention.term], mention.name);
            (mention.term, name.domain.map(|_| mention.name))
        };
        let mut counted: BTreeMap<Key, (usize, Confidence)> = BTreeMap::new();
        let keys: Vec<Key> = mentions.iter().map(key).collect();
        for (mention, key) in mentions.iter().zip(&keys) {
            let (count, confidence) = counted.entry(*key).or_insert((0, Confidence::Low));
            *count += 1;
            *confidence = (*confidence).max(mention.confidence);
        }
        let mut words: Vec<(Key, Counted<'a>)> = counted
            .into_iter()
            .map(|(key, (count, confidence))| {
                let term = &sides.glossary.terms[key.0];
                let name = Name::at(term, key.1.unwrap_or(0));
                (key, Counted { word: Word::new(term, &pairs[key.0], name, sides), count, confidence })
            })
            .collect();
        words.sort_by_key(|(_, found)| std::cmp::Reverse((found.confidence, found.word.reading.weight())));
        let numbers: BTreeMap<Key, usize> = words.iter().enumerate().map(|(place, (key, _))| (*key, place)).collect();
        let of_words = keys.iter().map(|key| numbers[key]);
        Self {
            mentions: mentions.into_iter().zip(of_words).collect(),
            words: words.into_iter().map(|(_, found)| found).collect(),
        }
    }
}

impl Reading<'_> {
    /// How much it matters, to order by: what is unclear comes before a nuance.
    fn weight(&self) -> u8 {
        match (self.difference, self.degree) {
            (Difference::Unclear, _) | (_, None) => 3,
            (_, Some(degree)) => 2 * degree.number(),
        }
    }
}
