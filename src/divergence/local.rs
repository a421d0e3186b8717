// SPDX-License-Identifier: EUPL-1.2
//! The pairs that a place adds to those of a term. What holds everywhere was compared already and is not done again.

use crate::divergence::compare::Yardstick;
use crate::divergence::derived::Premises;
use crate::divergence::known::Known;
use crate::divergence::pair::{Pair, Workshop};
use crate::model::{Concept, Glossary, LocalTerm, Term};

/// The pairs of a term in a place that do not hold everywhere: those with a meaning of the place, and those that say
/// which domain has none. In the order of all pairs of a term.
pub(super) fn pairs_in_place(term: &Term, local: &LocalTerm, yardstick: &Yardstick<'_>, known: &Known) -> Vec<Pair> {
    let glossary = yardstick.glossary;
    let whole = everything(term, local, glossary);
    let workshop = Workshop { term: &whole, glossary, yardstick, known, premises: Premises::of(&whole) };
    let mut pairs = Vec::new();
    for (number, a) in whole.concepts.iter().enumerate() {
        for b in &whole.concepts[number + 1..] {
            let is_local = a.place.is_some() || b.place.is_some();
            if is_local && belongs(a, b, &whole, local) {
                pairs.push(workshop.pair(a, b));
            }
        }
    }
    pairs.sort_by_key(|pair| workshop.order(pair));
    let here = what_holds(&whole, local, glossary);
    let workshop = Workshop { term: &here, glossary, yardstick, known, premises: Premises::of(&here) };
    pairs.extend(workshop.one_sided());
    pairs
}

/// Whether two meanings make a pair here: both hold here, or the one stands in front of the other, or editors judged
/// them.
fn belongs(a: &Concept, b: &Concept, whole: &Term, local: &LocalTerm) -> bool {
    let holds = |concept| !local.replaces(concept);
    (holds(a) && holds(b)) || a.domain == b.domain || whole.verdict(&a.id, &b.id).is_some()
}

/// The term with everything that can be named in a place.
fn everything(term: &Term, local: &LocalTerm, glossary: &Glossary) -> Term {
    Term {
        concepts: glossary.concepts_in(term, Some(local)).into_iter().cloned().collect(),
        verdicts: local.verdicts.iter().chain(&term.verdicts).cloned().collect(),
        ..term.clone()
    }
}

/// The same with only what holds in the place: the meanings that another stands in front of left out.
fn what_holds(whole: &Term, local: &LocalTerm, glossary: &Glossary) -> Term {
    let speaks = |concept: &Concept| concept.place.is_some() && !concept.is_retired();
    let mut here = whole.clone();
    here.concepts.retain(|concept| !local.replaces(concept));
    here.unused_by.retain(|domain| {
        !whole.concepts.iter().any(|concept| speaks(concept) && glossary.belongs_to(&concept.domain, domain))
    });
    here
}

#[cfg(test)]
mod tests {
    use super::pairs_in_place;
    use crate::divergence::compare::tests::with;
    use crate::divergence::example;
    use crate::divergence::known::Known;
    use crate::divergence::known::tests::made;
    use crate::divergence::pair::{Pair, pairs_of_known};
    use crate::model::{Concept, ConceptId, DomainId, Glossary, LocalTerm, Place, PlaceId, Term, TermId};

    fn concept(domain: &str, place: Option<&str>, definition: &str) -> Concept {
        let name = place.map_or_else(|| domain.to_owned(), |place| format!("{domain}-{place}"));
        let place = place.and_then(PlaceId::parse);
        Concept { place, definition: definition.to_owned(), ..example::concept(&name, domain) }
    }

    fn term(concepts: Vec<Concept>) -> Term {
        Term { id: TermId::parse("overleg").expect("an id"), concepts, ..example::term(&[], &[]) }
    }

    /// A place that gives the word these meanings.
    fn place(id: &str, meanings: &[(&str, &str)]) -> Place {
        let concepts = meanings.iter().map(|(domain, text)| concept(domain, Some(id), text)).collect();
        let term = TermId::parse("overleg").expect("an id");
        let local = LocalTerm { term, concepts, verdicts: Vec::new(), agreements: Vec::new() };
        let id = PlaceId::parse(id).expect("an id");
        Place { id, label: "Voorbeeldstad".to_owned(), note: None, parties: Vec::new(), terms: vec![local] }
    }

    fn glossary(places: Vec<Place>) -> Glossary {
        Glossary { domains: ["social", "safety"].map(example::domain).into(), places, ..Glossary::default() }
    }

    fn sides(pairs: &[Pair]) -> Vec<String> {
        let name = |id: &Option<ConceptId>| id.as_ref().map_or_else(|| "-".to_owned(), ToString::to_string);
        pairs.iter().map(|pair| format!("{} {}", name(&pair.a.concept), name(&pair.b.concept))).collect()
    }

    #[test]
    fn a_place_adds_its_own_pairs_and_texts_that_places_share_are_compared_once() {
        let word = term(vec![
            concept("social", None, "Gesprek met een gezin."),
            concept("safety", None, "Bespreking van een zaak."),
        ]);
        let shared = [("safety", "Gesprek over een gezin.")];
        let glossary = glossary(vec![place("een", &shared), place("twee", &shared)]);
        with(&glossary, |yardstick| {
            let known = Known::default();
            assert_eq!(sides(&pairs_of_known(&word, yardstick, &known)), ["social safety"]);
            let of = |number: usize| pairs_in_place(&word, &glossary.places[number].terms[0], yardstick, &known);
            let first = of(0);
            assert_eq!(sides(&first), ["social safety-een", "safety-een safety"]);
            assert!(first[0].sentence.dutch.contains("de safety in Voorbeeldstad"), "{:?}", first[0].sentence);
            assert_eq!(made(&known), 3);
            assert_eq!(sides(&of(1)), ["social safety-twee", "safety-twee safety"]);
            assert_eq!(made(&known), 3, "the second place compares nothing anew");
        });
    }

    #[test]
    fn a_place_may_speak_for_a_domain_that_is_silent_elsewhere() {
        let word = Term {
            unused_by: vec![DomainId::parse("safety").expect("an id")],
            replaced_by: Vec::new(),
            ..term(vec![concept("social", None, "Gesprek met een gezin.")])
        };
        let speaks = glossary(vec![place("een", &[("safety", "Gesprek over een gezin.")])]);
        let still = glossary(vec![place("een", &[("social", "Gesprek thuis.")])]);
        for (glossary, wanted) in
            [(&speaks, &["social safety-een"][..]), (&still, &["social-een social", "social-een -"][..])]
        {
            with(glossary, |yardstick| {
                let pairs = pairs_in_place(&word, &glossary.places[0].terms[0], yardstick, &Known::default());
                assert_eq!(sides(&pairs), wanted);
            });
        }
    }
}
