// SPDX-License-Identifier: EUPL-1.2
//! What follows from verdicts for two meanings that no editor judged.
//!
//! What is the same as a meaning relates to a third as that meaning does. So a way over verdicts of which at most one
//! says something else than `same` gives a relation between its ends. Verdicts whose texts changed after they were
//! judged, and meanings that are no longer in use, take no part. Where two ways say different things, nothing follows.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::divergence::fingerprint;
use crate::divergence::score::Confidence;
use crate::model::{Concept, ConceptId, Relation, Term, Verdict, VerdictStatus};

/// What verdicts on other pairs say of a pair that has none of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Derivation {
    /// They give it a relation.
    Follows(Derived),
    /// They give it a relation, and the texts say something that does not go with it: this.
    Disputed(Derived, Relation),
    /// They contradict each other.
    Contradictory,
}

/// A relation that follows from verdicts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Derived {
    /// The relation, read from the first meaning to the second.
    pub relation: Relation,
    /// The verdicts it follows from, two or more: each begins at the meaning where the one before it ended.
    pub steps: Vec<Step>,
    /// Confirmed where every one of these verdicts is, by both its sides; else draft.
    pub status: VerdictStatus,
}

/// A verdict on the way from one meaning to another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// The two meanings, in the order of the way.
    pub between: [ConceptId; 2],
    /// How they relate, read in that order.
    pub relation: Relation,
}

/// A verdict that does not go with those before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contradiction {
    /// Which verdict of the term, from 0.
    pub verdict: usize,
    /// What follows from verdicts before it for the same two meanings, in the order in which it names them.
    pub derived: Derived,
}

/// The verdicts of a term that do not go with those before them, in the order of the term.
#[must_use]
pub fn contradictions(term: &Term) -> Vec<Contradiction> {
    let premises = Premises::of(term);
    let against = |(place, verdict): (usize, &Verdict)| {
        let [a, b] = &verdict.between;
        let own = premises.links.get(a)?.iter().find(|link| link.place == place)?;
        let mut ways = premises.ways(a, b, place).into_iter();
        let derived = ways.find(|way| way.relation != own.relation)?.derived(a);
        Some(Contradiction { verdict: place, derived })
    };
    term.verdicts.iter().enumerate().filter_map(against).collect()
}

/// The verdicts of a term from which others may follow.
pub(super) struct Premises<'a> {
    /// From each meaning those to others, by the id of the other, so that no order of writing shows in what follows.
    links: BTreeMap<&'a ConceptId, Vec<Link<'a>>>,
}

/// A verdict, read from one of its sides.
struct Link<'a> {
    place: usize,
    to: &'a ConceptId,
    relation: Relation,
    status: VerdictStatus,
}

impl<'a> Premises<'a> {
    pub fn of(term: &'a Term) -> Self {
        let mut links: BTreeMap<_, Vec<Link<'_>>> = BTreeMap::new();
        for (place, verdict) in term.verdicts.iter().enumerate() {
            let [Some(a), Some(b)] = verdict.between.each_ref().map(|id| term.concept(id)) else { continue };
            if !counts(verdict, a, b) {
                continue;
            }
            let (status, relation) = (status(verdict, a, b), verdict.relation);
            links.entry(&a.id).or_default().push(Link { place, to: &b.id, relation, status });
            links.entry(&b.id).or_default().push(Link { place, to: &a.id, relation: relation.mirrored(), status });
        }
        for from_one in links.values_mut() {
            from_one.sort_by_key(|link| link.to);
        }
        Self { links }
    }

    /// What follows for two meanings without a verdict of their own; nothing where no way leads from one to the other.
    pub fn between(&self, a: &ConceptId, b: &ConceptId) -> Option<Derivation> {
        let (first, last) = if a <= b { (a, b) } else { (b, a) };
        let mut ways = self.ways(first, last, usize::MAX).into_iter();
        let derived = ways.next()?.derived(first);
        Some(match ways.next() {
            Some(_) => Derivation::Contradictory,
            None if a <= b => Derivation::Follows(derived),
            None => Derivation::Follows(derived.mirrored()),
        })
    }

    /// For each relation that the verdicts before a place give two meanings the shortest way, of these the first by id.
    fn ways<'w>(&'w self, start: &'w ConceptId, end: &ConceptId, before: usize) -> Vec<Way<'w>> {
        let mut ways = vec![Way { end: start, relation: Relation::Same, links: Vec::new() }];
        let mut next = 0;
        while let Some(way) = ways.get(next).cloned() {
            next += 1;
            let onward = self.links.get(way.end).into_iter().flatten();
            for link in onward.filter(|link| link.place < before && link.to != start) {
                let Some(relation) = joined(way.relation, link.relation) else { continue };
                if !ways.iter().any(|known| known.end == link.to && known.relation == relation) {
                    let links = way.links.iter().copied().chain([link]).collect();
                    ways.push(Way { end: link.to, relation, links });
                }
            }
        }
        ways.retain(|way| way.end == end);
        ways
    }
}

/// Whether anything may follow from a verdict on these two meanings.
fn counts(verdict: &Verdict, a: &Concept, b: &Concept) -> bool {
    let in_use = !a.is_retired() && !b.is_retired() && a.id != b.id;
    in_use && verdict.relation.degree() == Some(verdict.degree) && !fingerprint::is_outdated(verdict, a, b)
}

/// How far a verdict on these two meanings has come: confirmed only with the word of both sides.
fn status(verdict: &Verdict, a: &Concept, b: &Concept) -> VerdictStatus {
    let signed = verdict.is_signed_by(&a.domain) && verdict.is_signed_by(&b.domain);
    if signed { verdict.status } else { VerdictStatus::Draft }
}

/// The relation over two steps: `same` hands on the other; of two others nothing is known.
fn joined(first: Relation, second: Relation) -> Option<Relation> {
    match (first, second) {
        (Relation::Same, other) | (other, Relation::Same) => Some(other),
        _ => None,
    }
}

/// A way over verdicts, with the relation that it gives its ends.
#[derive(Clone)]
struct Way<'w> {
    end: &'w ConceptId,
    relation: Relation,
    links: Vec<&'w Link<'w>>,
}

impl Way<'_> {
    /// What follows over this way from the meaning where it starts.
    fn derived(&self, start: &ConceptId) -> Derived {
        let mut here = start;
        let mut steps = Vec::with_capacity(self.links.len());
        for link in &self.links {
            steps.push(Step { between: [here.clone(), link.to.clone()], relation: link.relation });
            here = link.to;
        }
        let confirmed = self.links.iter().all(|link| link.status == VerdictStatus::Confirmed);
        let status = if confirmed { VerdictStatus::Confirmed } else { VerdictStatus::Draft };
        Derived { relation: self.relation, steps, status }
    }
}

impl Derived {
    /// The same, read from the second meaning to the first.
    fn mirrored(self) -> Self {
        let turned = |Step { between: [a, b], relation }| Step { between: [b, a], relation: relation.mirrored() };
        let steps = self.steps.into_iter().rev().map(turned).collect();
        Self { relation: self.relation.mirrored(), steps, status: self.status }
    }

    /// How good it is as evidence: no editor looked at this pair, so never better than medium.
    pub(super) fn confidence(&self) -> Confidence {
        match self.status {
            VerdictStatus::Confirmed => Confidence::Medium,
            VerdictStatus::Draft => Confidence::Low,
        }
    }

    /// Whether what the texts say does not go with it: degrees far apart, or the wider one turned around.
    fn is_disputed_by(&self, computed: Relation) -> bool {
        let far = computed.degree().zip(self.relation.degree()).is_some_and(|(x, y)| x.is_far_from(y));
        far || (computed != self.relation && computed == self.relation.mirrored())
    }
}

impl Derivation {
    /// The same, held against what the texts say by themselves.
    pub(super) fn held_against(self, computed: Relation) -> Self {
        match self {
            Self::Follows(derived) if derived.is_disputed_by(computed) => Self::Disputed(derived, computed),
            other => other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Derivation, Derived, Premises, contradictions};
    use crate::divergence::example::{CONCEPTS, id, pairs, term};
    use crate::divergence::pair::Basis;
    use crate::divergence::score::Confidence;
    use crate::model::{Date, Relation, Signature, Status, Term, VerdictStatus};

    fn between(term: &Term, a: &str, b: &str) -> Option<Derivation> {
        Premises::of(term).between(&id(a), &id(b))
    }

    fn derived(term: &Term, a: &str, b: &str) -> Derived {
        match between(term, a, b) {
            Some(Derivation::Follows(derived)) => derived,
            other => panic!("{a} and {b}: {other:?}"),
        }
    }

    fn way(derived: &Derived) -> String {
        let step = |step: &super::Step| format!("{}-{}", step.between[0], step.between[1]);
        derived.steps.iter().map(step).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn what_is_the_same_as_a_meaning_relates_to_a_third_as_that_meaning_does() {
        for relation in [Relation::Same, Relation::Nuance, Relation::Overlap, Relation::Conflict, Relation::Homonym] {
            let term = term(CONCEPTS, &[("a", "b", Relation::Same), ("c", "b", relation)]);
            let found = derived(&term, "a", "c");
            assert_eq!((found.relation, way(&found).as_str()), (relation, "a-b b-c"));
            assert_eq!(between(&term, "a", "d"), None);
        }
    }

    #[test]
    fn the_direction_is_kept_over_every_step_and_turns_with_the_sides() {
        let term =
            term(CONCEPTS, &[("b", "a", Relation::Same), ("c", "b", Relation::Broader), ("d", "c", Relation::Same)]);
        let found = derived(&term, "a", "d");
        assert_eq!((found.relation, way(&found).as_str()), (Relation::Narrower, "a-b b-c c-d"));
        let steps: Vec<Relation> = found.steps.iter().map(|step| step.relation).collect();
        assert_eq!(steps, [Relation::Same, Relation::Narrower, Relation::Same]);
        let turned = derived(&term, "d", "a");
        assert_eq!((turned.relation, way(&turned).as_str()), (Relation::Broader, "d-c c-b b-a"));
        assert_eq!(turned.steps[1].relation, Relation::Broader);
    }

    #[test]
    fn nothing_follows_from_two_verdicts_that_both_say_something_else_than_the_same() {
        for relation in [Relation::Nuance, Relation::Broader, Relation::Conflict] {
            let term = term(CONCEPTS, &[("a", "b", relation), ("b", "c", relation)]);
            assert_eq!(between(&term, "a", "c"), None, "{relation:?}");
        }
    }

    #[test]
    fn nothing_follows_from_verdicts_that_contradict_each_other() {
        let same = Relation::Same;
        let term =
            term(CONCEPTS, &[("a", "b", same), ("c", "d", same), ("a", "c", Relation::Conflict), ("b", "d", same)]);
        assert_eq!(between(&term, "a", "d"), Some(Derivation::Contradictory));
        assert_eq!(between(&term, "d", "a"), Some(Derivation::Contradictory));
        let pairs = pairs(&term);
        let unjudged = pairs.iter().find(|pair| pair.derivation.is_some()).expect("a pair without a verdict");
        assert_eq!((unjudged.relation, unjudged.basis), (Relation::Unclear, Basis::Computed));
        let told = "Let op: de oordelen van de redactie over ‘woord’ spreken elkaar tegen als het gaat om de school en de rechter. Vraag het na.";
        assert_eq!(unjudged.sentence.dutch, told);
        assert!(unjudged.sentence.english.contains("contradict each other about the school and the rechter"));
    }

    #[test]
    fn a_draft_makes_a_draft_of_what_follows_and_only_both_sides_confirm() {
        let mut term = term(CONCEPTS, &[("a", "b", Relation::Same), ("b", "c", Relation::Conflict)]);
        let sign = |term: &mut Term, verdict: usize, place: usize| {
            let domain = term.concepts[place].domain.clone();
            let signature = Signature { domain, by: "redacteur".into(), on: Date { year: 2026, month: 1, day: 1 } };
            term.verdicts[verdict].signed.push(signature);
            term.verdicts[verdict].status = VerdictStatus::Confirmed;
        };
        for (verdict, place, status) in [
            (0, 0, VerdictStatus::Draft),
            (0, 1, VerdictStatus::Draft),
            (1, 1, VerdictStatus::Draft),
            (1, 2, VerdictStatus::Confirmed),
        ] {
            sign(&mut term, verdict, place);
            let found = derived(&term, "a", "c");
            assert_eq!(found.status, status, "{verdict} {place}");
            assert_eq!(found.confidence() == Confidence::Medium, status == VerdictStatus::Confirmed);
        }
    }

    #[test]
    fn outdated_verdicts_and_retired_meanings_take_no_part() {
        let verdicts = &[("a", "b", Relation::Same), ("b", "c", Relation::Conflict)];
        let mut outdated = term(CONCEPTS, verdicts);
        outdated.verdicts[1].applies_to = Some("0".repeat(16));
        assert_eq!(between(&outdated, "a", "c"), None);
        for place in 0..3 {
            let mut retired = term(CONCEPTS, verdicts);
            retired.concepts[place].status = Status::Retired;
            assert_eq!(between(&retired, "a", "c"), None, "{place}");
        }
    }

    #[test]
    fn texts_dispute_what_lies_two_degrees_away_or_turns_the_wider_around() {
        for (verdicts, texts, disputed) in [
            (Relation::Same, Relation::Conflict, true),
            (Relation::Same, Relation::OneSided, true),
            (Relation::Conflict, Relation::Nuance, true),
            (Relation::Broader, Relation::Narrower, true),
            (Relation::Broader, Relation::Broader, false),
            (Relation::Same, Relation::Nuance, false),
            (Relation::Overlap, Relation::Conflict, false),
            (Relation::Conflict, Relation::Unclear, false),
        ] {
            let term = term(CONCEPTS, &[("a", "b", Relation::Same), ("b", "c", verdicts)]);
            let found = between(&term, "a", "c").expect("something follows").held_against(texts);
            assert_eq!(matches!(found, Derivation::Disputed(_, by) if by == texts), disputed, "{verdicts:?} {texts:?}");
        }
    }

    #[test]
    fn a_contradiction_is_told_once_at_the_last_of_its_verdicts() {
        let same = Relation::Same;
        for (verdicts, told) in [
            (vec![("a", "b", same), ("b", "c", same), ("a", "c", Relation::Homonym)], vec![2]),
            (vec![("a", "c", Relation::Nuance), ("b", "a", same), ("c", "b", Relation::Conflict)], vec![2]),
            (vec![("a", "b", same), ("b", "c", same), ("c", "d", same), ("d", "a", Relation::Overlap)], vec![3]),
            (vec![("a", "b", same), ("a", "c", Relation::Broader), ("b", "c", Relation::Broader)], vec![]),
            (vec![("a", "b", same), ("a", "c", Relation::Broader), ("c", "b", Relation::Broader)], vec![2]),
            (vec![("a", "b", Relation::Nuance), ("b", "c", Relation::Nuance), ("a", "c", Relation::Conflict)], vec![]),
            (vec![("a", "a", same), ("a", "x", same)], vec![]),
        ] {
            let found = contradictions(&term(CONCEPTS, &verdicts));
            let places: Vec<usize> = found.iter().map(|found| found.verdict).collect();
            assert_eq!(places, told, "{verdicts:?}");
        }
    }
}
