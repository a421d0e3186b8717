// SPDX-License-Identifier: EUPL-1.2
//! Which domains mean different things by a word.

use crate::divergence::pair::{Pair, Side};
use crate::model::{Concept, DomainId, Glossary, Relation, Term};

impl Pair {
    /// Whether its two meanings are in use and differ by more than a nuance. What only one side describes, and what is
    /// unclear, tells no difference.
    #[must_use]
    pub fn differs(&self) -> bool {
        use Relation::{Broader, Conflict, Homonym, Narrower, Overlap};
        !self.retired && matches!(self.relation, Broader | Narrower | Overlap | Conflict | Homonym)
    }

    /// Whether one of its meanings is only of the first and the other only of the second: a meaning that two domains
    /// share does not part them.
    #[must_use]
    pub fn lies_between(&self, [first, second]: [&[&Concept]; 2]) -> bool {
        let holds = |meanings: &[&Concept], side: &Side| {
            meanings.iter().any(|concept| side.concept.as_ref() == Some(&concept.id))
        };
        let only = |own: &[&Concept], other: &[&Concept], side: &Side| holds(own, side) && !holds(other, side);
        let parted = |a: &Side, b: &Side| only(first, second, a) && only(second, first, b);
        parted(&self.a, &self.b) || parted(&self.b, &self.a)
    }
}

/// Every two domains that mean different things by a word, in the order of the domains.
#[must_use]
pub fn differing_domains<'a>(term: &Term, pairs: &[Pair], glossary: &'a Glossary) -> Vec<[&'a DomainId; 2]> {
    let differing: Vec<&Pair> = pairs.iter().filter(|pair| pair.differs()).collect();
    if differing.is_empty() {
        return Vec::new();
    }
    let meanings: Vec<Vec<&Concept>> =
        glossary.domains.iter().map(|domain| glossary.meanings_in(term, &domain.id, None)).collect();
    let mut found = Vec::new();
    for (number, first) in glossary.domains.iter().enumerate() {
        for (other, second) in glossary.domains.iter().enumerate().skip(number + 1) {
            if differing.iter().any(|pair| pair.lies_between([&meanings[number], &meanings[other]])) {
                found.push([&first.id, &second.id]);
            }
        }
    }
    found
}
