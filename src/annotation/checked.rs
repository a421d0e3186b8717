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
    pub words: Vec<Word<'a>>,
}

/// A word that stands in a text, with how it is read. Names of a term are one word, save a name that one domain uses.
#[derive(Debug, Clone)]
pub struct Word<'a> {
    /// The term.
    pub term: &'a Term,
    /// The name that is read: that of the term, or one of a domain.
    pub name: Name<'a>,
    /// How often it stands in the text.
    pub count: usize,
    /// How sure it is that it stands in the text: that of its surest mention.
    pub confidence: Confidence,
    /// How it is read.
    pub reading: Reading<'a>,
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
        let mut words: Vec<(Key, Word<'a>)> = counted
            .into_iter()
            .map(|(key, (count, confidence))| {
                let term = &sides.glossary.terms[key.0];
                let name = Name::at(term, key.1.unwrap_or(0));
                let reading = Reading::new(term, &pairs[key.0], name, sides);
                (key, Word { term, name, count, confidence, reading })
            })
            .collect();
        words.sort_by_key(|(_, word)| std::cmp::Reverse((word.confidence, word.reading.weight())));
        let numbers: BTreeMap<Key, usize> = words.iter().enumerate().map(|(place, (key, _))| (*key, place)).collect();
        let of_words = keys.iter().map(|key| numbers[key]);
        Self {
            mentions: mentions.into_iter().zip(of_words).collect(),
            words: words.into_iter().map(|(_, word)| word).collect(),
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
