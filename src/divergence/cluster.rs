// SPDX-License-Identifier: EUPL-1.2
//! Which meanings of a term agree: groups in which every two do.
//!
//! Two meanings agree where editors, verdicts on other pairs or the texts assert that they are the same or nearly so.
//! What is unclear, or was judged of other texts than these, joins nobody. A group is never closed over a chain: that A
//! agrees with B and B with C does not bring A and C together.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::divergence::pair::{Basis, Pair};
use crate::divergence::sentence::Sentence;
use crate::divergence::wording;
use crate::model::{Concept, ConceptId, Degree, Glossary, Term};

/// The meanings of a term in groups that agree, and that in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clusters {
    /// The meanings that are in use, each in one group; groups and their members in the order of the term.
    pub groups: Vec<Vec<ConceptId>>,
    /// The weakest that anything known of these meanings rests on; nothing where nothing is known.
    pub basis: Option<Basis>,
    /// How many there are; then who agrees, who differs, what is not known, and what that rests on. A sentence each.
    pub statements: Vec<Sentence>,
}

impl Clusters {
    /// The clusters of a term whose pairs these are; nothing where fewer than two meanings are in use.
    pub(super) fn new(term: &Term, glossary: &Glossary, pairs: &[Pair]) -> Option<Self> {
        let table = Table::new(term, pairs);
        if table.concepts.len() < 2 {
            return None;
        }
        let groups = table.groups();
        let name = |&place: &usize| table.concepts[place].id.clone();
        Some(Self {
            groups: groups.iter().map(|group| group.iter().map(name).collect()).collect(),
            basis: table.known().map(|pair| pair.basis).max(),
            statements: wording::of_table(&table, &groups, (term, glossary)),
        })
    }

    /// All statements after each other.
    #[must_use]
    pub fn sentence(&self) -> Sentence {
        let join = |text: fn(&Sentence) -> &str| self.statements.iter().map(text).collect::<Vec<_>>().join(" ");
        Sentence { dutch: join(|told| &told.dutch), english: join(|told| &told.english) }
    }

    /// How many meanings there are.
    #[must_use]
    pub fn meanings(&self) -> usize {
        self.groups.iter().map(Vec::len).sum()
    }
}

/// The meanings of a term that are in use, and what is known of each two.
pub(super) struct Table<'a> {
    /// In the order of the term.
    pub concepts: Vec<&'a Concept>,
    pairs: BTreeMap<[&'a ConceptId; 2], &'a Pair>,
}

impl<'a> Table<'a> {
    fn new(term: &'a Term, pairs: &'a [Pair]) -> Self {
        let concepts = term.concepts.iter().filter(|concept| !concept.is_retired()).collect();
        let of_two = |pair: &'a Pair| Some((in_order([pair.a.concept.as_ref()?, pair.b.concept.as_ref()?]), pair));
        Self { concepts, pairs: pairs.iter().filter(|pair| !pair.retired).filter_map(of_two).collect() }
    }

    /// The pair of two meanings, by their places.
    pub fn pair(&self, x: usize, y: usize) -> Option<&'a Pair> {
        self.pairs.get(&in_order([&self.concepts[x].id, &self.concepts[y].id])).copied()
    }

    /// How much two meanings differ, as far as that is known of the texts that stand there now.
    pub fn degree(&self, x: usize, y: usize) -> Option<Degree> {
        self.pair(x, y).filter(|pair| !pair.is_outdated()).and_then(Pair::asserted)
    }

    /// The pairs of which that is known.
    pub fn known(&self) -> impl Iterator<Item = &'a Pair> {
        self.pairs.values().copied().filter(|pair| !pair.is_outdated() && pair.asserted().is_some())
    }

    /// Whether there is a verdict on other texts than these.
    pub fn has_outdated(&self) -> bool {
        self.pairs.values().any(|pair| pair.is_outdated())
    }

    /// Groups in which every two agree, by place. What is the same comes together before what is nearly so, and of
    /// equals what stands first.
    fn groups(&self) -> Vec<Vec<usize>> {
        let mut groups: Vec<Vec<usize>> = (0..self.concepts.len()).map(|place| vec![place]).collect();
        for most in [Degree::Same, Degree::Nuance] {
            let agree = |x: usize, y: usize| self.degree(x, y).is_some_and(|degree| degree <= most);
            let mut joined: Vec<Vec<usize>> = Vec::new();
            for group in groups {
                let fits = |other: &&mut Vec<usize>| other.iter().all(|&x| group.iter().all(|&y| agree(x, y)));
                match joined.iter_mut().find(fits) {
                    Some(other) => other.extend(group),
                    None => joined.push(group),
                }
            }
            groups = joined;
        }
        for group in &mut groups {
            group.sort_unstable();
        }
        groups
    }
}

fn in_order(mut between: [&ConceptId; 2]) -> [&ConceptId; 2] {
    between.sort_unstable();
    between
}

#[cfg(test)]
mod tests {
    use crate::divergence::example::{CONCEPTS, overview, term};
    use crate::divergence::pair::Basis;
    use crate::model::{Relation, Status, Term};

    /// The groups of a term, `ab c d`, and the weakest that they rest on.
    fn groups(term: &Term) -> (String, Option<Basis>) {
        let Some(clusters) = overview(term).clusters else { return (String::new(), None) };
        let group = |ids: &Vec<crate::model::ConceptId>| ids.iter().map(AsRef::as_ref).collect::<String>();
        (clusters.groups.iter().map(group).collect::<Vec<_>>().join(" "), clusters.basis)
    }

    #[test]
    fn every_two_of_a_group_agree() {
        let (same, nuance, conflict) = (Relation::Same, Relation::Nuance, Relation::Conflict);
        for (verdicts, together, basis) in [
            (vec![], "a b c d", None),
            (vec![("a", "c", same)], "ac b d", Some(Basis::Editors)),
            (vec![("a", "b", nuance), ("b", "c", nuance)], "ab c d", Some(Basis::Editors)),
            (vec![("a", "b", same), ("b", "c", nuance)], "abc d", Some(Basis::Derived)),
            (vec![("a", "b", nuance), ("b", "c", same), ("a", "c", conflict)], "a bc d", Some(Basis::Editors)),
            (vec![("d", "a", same), ("c", "b", same), ("a", "b", conflict)], "ad bc", Some(Basis::Derived)),
            (vec![("a", "b", Relation::Broader)], "a b c d", Some(Basis::Editors)),
        ] {
            let found = groups(&term(CONCEPTS, &verdicts));
            assert_eq!((found.0.as_str(), found.1), (together, basis), "{verdicts:?}");
        }
    }

    #[test]
    fn equal_texts_agree_and_unclear_ones_join_nobody() {
        let mut term = term(CONCEPTS, &[]);
        term.concepts[3].definition = term.concepts[1].definition.clone();
        assert_eq!(groups(&term), ("a bd c".to_owned(), Some(Basis::Computed)));
    }

    #[test]
    fn a_verdict_on_other_texts_brings_nobody_together() {
        let mut term = term(CONCEPTS, &[("a", "b", Relation::Same)]);
        term.verdicts[0].applies_to = Some("0".repeat(16));
        assert_eq!(groups(&term), ("a b c d".to_owned(), None));
    }

    #[test]
    fn retired_meanings_stand_in_no_group_and_one_meaning_is_none() {
        let mut term = term(CONCEPTS, &[("a", "b", Relation::Same)]);
        term.concepts[1].status = Status::Retired;
        assert_eq!(groups(&term), ("a c d".to_owned(), None));
        for concept in &mut term.concepts[1..] {
            concept.status = Status::Retired;
        }
        assert_eq!(overview(&term).clusters, None);
    }
}
