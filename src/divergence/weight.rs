//! How much a word weighs: a word that many texts hold says less of one of them.

use std::collections::{BTreeMap, BTreeSet};

use crate::language::{Lexicon, words_of};

/// From this many texts on, weights follow the texts fully; with fewer, all words weigh nearly alike.
const ENOUGH: f64 = 200.0;

/// The weight of every word when there are no texts to learn from, and the least and most that one can weigh.
const EVEN: f64 = 2.0;
const LEAST: f64 = 0.6;
const MOST: f64 = 3.5;

/// The weights of words, learned from texts of one kind.
#[derive(Debug, Clone, Default)]
pub struct Weights {
    texts: usize,
    /// In how many texts a normal form stands.
    holding: BTreeMap<String, usize>,
    /// In how many texts a field of meaning is spoken of.
    fields: BTreeMap<usize, usize>,
}

impl Weights {
    /// Learns from texts, each counted once.
    pub fn of<'t>(texts: impl Iterator<Item = &'t str>, lexicon: &Lexicon) -> Self {
        let mut weights = Self::default();
        for text in texts {
            weights.texts += 1;
            let words: BTreeSet<String> = words_of(text, lexicon).into_iter().map(|token| token.normal).collect();
            let fields: BTreeSet<usize> = words.iter().flat_map(|word| lexicon.fields_of(word)).copied().collect();
            for word in words {
                *weights.holding.entry(word).or_default() += 1;
            }
            for field in fields {
                *weights.fields.entry(field).or_default() += 1;
            }
        }
        weights
    }

    /// The weight of a normal form: the inverse document frequency as BM25 has it, kept within bounds.
    #[must_use]
    pub fn weight(&self, normal: &str) -> f64 {
        self.of_rarity(self.holding.get(normal).copied().unwrap_or(0))
    }

    /// The weight of a field of meaning, likewise.
    #[must_use]
    pub fn field_weight(&self, field: usize) -> f64 {
        self.of_rarity(self.fields.get(&field).copied().unwrap_or(0))
    }

    fn of_rarity(&self, holding: usize) -> f64 {
        let (texts, holding) = (self.texts as f64, holding as f64);
        let rarity = (1.0 + (texts - holding + 0.5) / (holding + 0.5)).ln().clamp(LEAST, MOST);
        let learned = (texts / ENOUGH).min(1.0);
        (1.0 - learned) * EVEN + learned * rarity
    }
}
