//! The order in which terms are shown. Every order ends in the alphabet, so that pages never overlap.

use std::cmp::Ordering;
use std::ops::Range;

use crate::language::fold;
use crate::model::{Degree, Keyed};
use crate::search::entry::Entry;
use crate::search::library::{Library, TermFacts};

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
#[derive(Debug, Default)]
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

/// A term with its score.
type Scored = (f32, u32);

/// The terms at these ranks of an order, in that order.
pub(super) fn sorted(kept: Vec<Scored>, sort: Sort, ranks: Range<usize>, library: &Library) -> Vec<Scored> {
    let Order { alphabet, difference } = &library.order;
    let by_letter = |x: &Scored, y: &Scored| alphabet[x.1 as usize].cmp(&alphabet[y.1 as usize]);
    let by_difference = |x: &Scored, y: &Scored| difference[y.1 as usize].cmp(&difference[x.1 as usize]);
    match sort {
        Sort::Relevance => ranked(kept, ranks),
        Sort::Label => at_ranks(kept, ranks, by_letter),
        Sort::Divergence => {
            at_ranks(kept, ranks, |x, y| by_difference(x, y).then(y.0.total_cmp(&x.0)).then_with(|| by_letter(x, y)))
        }
    }
}

/// The terms at these ranks: best first; of equals in the order of the terms.
pub(super) fn ranked(kept: Vec<Scored>, ranks: Range<usize>) -> Vec<Scored> {
    at_ranks(kept, ranks, |x, y| y.0.total_cmp(&x.0).then(x.1.cmp(&y.1)))
}

/// The terms at these ranks; what comes after them is not put in order.
fn at_ranks(mut kept: Vec<Scored>, ranks: Range<usize>, order: impl Fn(&Scored, &Scored) -> Ordering) -> Vec<Scored> {
    if ranks.end < kept.len() {
        kept.select_nth_unstable_by(ranks.end, &order);
        kept.truncate(ranks.end);
    }
    kept.sort_unstable_by(&order);
    kept.split_off(ranks.start.min(kept.len()))
}
