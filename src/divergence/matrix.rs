// SPDX-License-Identifier: EUPL-1.2
//! The domains against each other: how many pairs of which degree stand between each two.

use std::collections::BTreeMap;

use crate::divergence::pair::Pair;
use crate::model::{Degree, Domain, DomainId, TermId};

/// A cell for each two different domains that have pairs between them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Matrix {
    /// The cells, in the order of the domains.
    pub cells: Vec<Cell>,
}

/// What stands between two domains.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// The two domains.
    pub between: [DomainId; 2],
    /// How many pairs there are.
    pub pairs: usize,
    /// How many pairs of each degree, 0 to 3.
    pub per_degree: [usize; 4],
    /// How many pairs of which nothing is said yet.
    pub unclear: usize,
    /// The terms with a pair of the highest degree found here.
    pub worst: Vec<TermId>,
}

impl Matrix {
    /// Counts pairs between different domains; cells and sides follow the order of the domains.
    pub fn new<'a>(domains: &[Domain], pairs: impl Iterator<Item = (&'a TermId, &'a Pair)>) -> Self {
        let place = |id: &DomainId| domains.iter().position(|domain| &domain.id == id).unwrap_or(usize::MAX);
        let mut groups: BTreeMap<[usize; 2], Vec<(&TermId, Option<Degree>)>> = BTreeMap::new();
        for (term, pair) in pairs.filter(|(_, pair)| pair.a.domain != pair.b.domain) {
            let mut between = [place(&pair.a.domain), place(&pair.b.domain)];
            between.sort_unstable();
            groups.entry(between).or_default().push((term, pair.degree));
        }
        let cell = |(between, found): ([usize; 2], Vec<_>)| {
            let [Some(a), Some(b)] = between.map(|place| domains.get(place)) else { return None };
            Some(Cell::new([&a.id, &b.id], &found))
        };
        Self { cells: groups.into_iter().filter_map(cell).collect() }
    }
}

impl Cell {
    fn new(between: [&DomainId; 2], found: &[(&TermId, Option<Degree>)]) -> Self {
        let mut per_degree = [0; 4];
        for degree in found.iter().filter_map(|(_, degree)| *degree) {
            per_degree[usize::from(degree.number())] += 1;
        }
        let highest = found.iter().filter_map(|(_, degree)| *degree).max();
        let mut worst: Vec<TermId> = found
            .iter()
            .filter(|(_, degree)| degree.is_some() && *degree == highest)
            .map(|(term, _)| (*term).clone())
            .collect();
        worst.dedup();
        let unclear = found.iter().filter(|(_, degree)| degree.is_none()).count();
        Self { between: between.map(Clone::clone), pairs: found.len(), per_degree, unclear, worst }
    }
}
