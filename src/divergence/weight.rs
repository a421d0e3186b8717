// SPDX-License-Identifier: EUPL-1.2
//! How much a word weighs: a word that many texts hold says less of one of them.

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use crate::language::{Lexicon, remembering, words_of};
use crate::work;

/// From this many texts on, weights follow the texts fully; with fewer, all words weigh nearly alike.
const ENOUGH: f64 = 200.0;

/// The weight of every word when there are no texts to learn from, and the least and most that one can weigh.
const EVEN: f64 = 2.0;
const LEAST: f64 = 0.6;
const MOST: f64 = 3.5;

/// How many texts are read at a time.
const PART: usize = 16;

/// The weights of words, learned from texts of one kind.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Weights {
    texts: usize,
    /// In how many texts a normal form stands.
    holding: FxHashMap<String, usize>,
    /// In how many texts a field of meaning is spoken of.
    fields: FxHashMap<usize, usize>,
}

impl Weights {
    /// Learns from texts, each counted once.
    pub fn of<'t>(texts: impl Iterator<Item = &'t str>, lexicon: &Lexicon) -> Self {
        let texts: Vec<&str> = texts.collect();
        let mut weights = Self { texts: texts.len(), ..Self::default() };
        let parts: Vec<&[&str]> = texts.chunks(PART).collect();
        let told = work::each_within(&parts, |hand| remembering(lexicon, hand), |part| Told::by(part, lexicon));
        for Told { words, fields } in told {
            for (word, count) in words {
                *weights.holding.entry(word).or_default() += count;
            }
            for (field, count) in fields {
                *weights.fields.entry(field).or_default() += count;
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

/// What some texts say: words and fields of meaning, each with the number of texts that have it.
struct Told {
    words: Vec<(String, usize)>,
    fields: Vec<(usize, usize)>,
}

impl Told {
    fn by(texts: &[&str], lexicon: &Lexicon) -> Self {
        let (mut words, mut fields) = (Vec::new(), Vec::new());
        for text in texts {
            let own: BTreeSet<String> = words_of(text, lexicon).into_iter().map(|token| token.normal).collect();
            let spoken: BTreeSet<usize> = own.iter().flat_map(|word| lexicon.fields_of(word)).copied().collect();
            words.extend(own);
            fields.extend(spoken);
        }
        Self { words: counted(words), fields: counted(fields) }
    }
}

/// Each thing once, with how often it was there.
fn counted<T: Ord>(mut things: Vec<T>) -> Vec<(T, usize)> {
    things.sort_unstable();
    let mut counted: Vec<(T, usize)> = Vec::new();
    for thing in things {
        match counted.last_mut() {
            Some((last, count)) if *last == thing => *count += 1,
            _ => counted.push((thing, 1)),
        }
    }
    counted
}
