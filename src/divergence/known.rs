// SPDX-License-Identifier: EUPL-1.2
//! What was compared already while the pairs of one term are made: places that share a text share its comparison.

use std::cell::RefCell;
use std::collections::BTreeMap;

use crate::divergence::compare::{Comparison, Yardstick, compare};
use crate::divergence::fingerprint;
use crate::divergence::pair::meaning;
use crate::model::Concept;

/// Comparisons of one term, by everything that was compared: first what the one side says, then the other.
#[derive(Debug, Default)]
pub(super) struct Known(RefCell<BTreeMap<[Vec<String>; 2], Comparison>>);

impl Known {
    /// The comparison of two meanings, made when it is asked for the first time.
    pub fn compare(&self, a: &Concept, b: &Concept, term: &str, yardstick: &Yardstick<'_>) -> Comparison {
        let key = [a, b].map(fingerprint::compared);
        let fresh = || compare(&meaning(a), &meaning(b), term, yardstick);
        self.0.borrow_mut().entry(key).or_insert_with(fresh).clone()
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::Known;

    /// How many comparisons were made.
    pub(in crate::divergence) fn made(known: &Known) -> usize {
        known.0.borrow().len()
    }
}
