// SPDX-License-Identifier: EUPL-1.2
//! How much of a clause of one text answers to a clause of the other.

use std::collections::BTreeMap;

use crate::divergence::align::Alignment;
use crate::divergence::text::Text;

/// How many words of each clause count, and how many of them answer to each other. A quantity counts as one word, however
/// many say it: *niet ouder dan 16 jaar* does not outweigh what it is about.
pub(super) struct Shared {
    of_a: BTreeMap<usize, usize>,
    of_b: BTreeMap<usize, usize>,
    joined: BTreeMap<(usize, usize), usize>,
}

impl Shared {
    pub fn new(a: &Text<'_>, b: &Text<'_>, alignment: &Alignment) -> Self {
        let words = |text: &Text<'_>| {
            let mut words = BTreeMap::new();
            let counted = text.content_places().filter(|&place| is_counted(text, place));
            counted.for_each(|place| *words.entry(text.tokens[place].clause).or_default() += 1);
            words
        };
        let mut joined = BTreeMap::new();
        for (i, partner) in alignment.from_a.iter().enumerate() {
            if let Some(partner) = partner.filter(|_| is_counted(a, i)) {
                let clauses = (a.tokens[i].clause, b.tokens[partner.place].clause);
                *joined.entry(clauses).or_default() += 1;
            }
        }
        Self { of_a: words(a), of_b: words(b), joined }
    }

    /// How many words of the two clauses answer to each other.
    pub fn joined(&self, a: usize, b: usize) -> usize {
        self.joined.get(&(a, b)).copied().unwrap_or(0)
    }

    /// How much of the two clauses answers to each other, 0 to 1; the same both ways.
    pub fn between(&self, a: usize, b: usize) -> f64 {
        let count = |words: &BTreeMap<usize, usize>, clause| words.get(&clause).copied().unwrap_or(0);
        match count(&self.of_a, a) + count(&self.of_b, b) {
            0 => 0.0,
            all => 2.0 * self.joined(a, b) as f64 / all as f64,
        }
    }
}

/// Whether a word is counted: of a quantity the first alone.
fn is_counted(text: &Text<'_>, place: usize) -> bool {
    text.quantity_at(place).is_none_or(|quantity| quantity.places.start == place)
}
