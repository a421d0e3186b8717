// SPDX-License-Identifier: EUPL-1.2
//! The order in which terms are shown. Every order ends in the alphabet, so that pages never overlap.

use std::cmp::Ordering;
use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::language::fold;
use crate::model::{Degree, Keyed};
use crate::search::entry::Entry;
use crate::search::library::{Library, TermFacts};
use crate::search::tally::Counted;

/// An order of terms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// What matches best first.
    Relevance,
    /// By the word itself, capitals, marks and hyphens left out.
    Label,
    /// The greatest difference first; of equals what matches best.
    Divergence,
}

impl Keyed for Sort {
    const ALL: &'static [(Self, &'static str, &'static str, &'static str)] = &[
        (Self::Relevance, "relevance", "beste eerst", "best first"),
        (Self::Label, "label", "alfabet", "alphabet"),
        (Self::Divergence, "divergence", "grootste verschil eerst", "greatest difference first"),
    ];
}

/// What terms are ordered by, for each term.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Order {
    /// Its place in the alphabet.
    alphabet: Vec<u32>,
    /// How much its meanings differ: 0 when that is unclear, else one more than the degree.
    difference: Vec<u8>,
}

impl Order {
    pub fn new(entries: &[Entry], facts: &[TermFacts]) -> Self {
        let label = |place: usize| entries[place].names.first().map(|name| fold(&name.text)).unwrap_or_default();
        let mut places: Vec<usize> = (0..entries.len()).collect();
        places.sort_by_cached_key(|&place| (label(place), place));
        let mut alphabet = vec![0; entries.len()];
        for (number, place) in (0..).zip(places) {
            alphabet[place] = number;
        }
        let degree = |place: usize| facts.get(place).and_then(|facts| Degree::from_key(facts.degree?));
        let difference = |place: usize| degree(place).map_or(0, |degree| degree.number() + 1);
        Self { alphabet, difference: (0..entries.len()).map(difference).collect() }
    }
}

/// The terms at these ranks of an order, in that order.
pub(super) fn sorted(kept: Vec<Counted>, sort: Sort, ranks: Range<usize>, library: &Library) -> Vec<Counted> {
    let Order { alphabet, difference } = &library.order;
    let by_letter = |x: &Counted, y: &Counted| alphabet[x.term as usize].cmp(&alphabet[y.term as usize]);
    let by_difference = |x: &Counted, y: &Counted| difference[y.term as usize].cmp(&difference[x.term as usize]);
    match sort {
        Sort::Relevance => ranked(kept, ranks),
        Sort::Label => at_ranks(kept, ranks, by_letter),
        Sort::Divergence => at_ranks(kept, ranks, |x, y| {
            by_difference(x, y).then(y.score.total_cmp(&x.score)).then_with(|| by_letter(x, y))
        }),
    }
}

/// The terms at these ranks: best first; of equals in the order of the terms.
pub(super) fn ranked(kept: Vec<Counted>, ranks: Range<usize>) -> Vec<Counted> {
    at_ranks(kept, ranks, |x, y| y.score.total_cmp(&x.score).then(x.term.cmp(&y.term)))
}

/// The terms at these ranks; what comes after them is not put in order.
fn at_ranks(
    mut kept: Vec<Counted>,
    ranks: Range<usize>,
    order: impl Fn(&Counted, &Counted) -> Ordering,
) -> Vec<Counted> {
    if ranks.end < kept.len() {
        kept.select_nth_unstable_by(ranks.end, &order);
        kept.truncate(ranks.end);
    }
    kept.sort_unstable_by(&order);
    kept.split_off(ranks.start.min(kept.len()))
}
