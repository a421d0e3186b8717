// SPDX-License-Identifier: EUPL-1.2
//! What a domain means by a word: its own meaning, that of a place, or the one of the nearest domain above it.

use crate::model::{Concept, ConceptId, DomainId, Glossary, Keyed, LocalTerm, PlaceId, Term};

/// What a domain means by a word, and whose text that is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meant<'a> {
    /// The domain that was asked for.
    pub domain: &'a DomainId,
    /// The domain that the texts belong to: itself, or one above it.
    pub from: &'a DomainId,
    /// The meanings, in their order; those that are no longer in use only where there is no other.
    pub concepts: Vec<&'a Concept>,
}

/// How a domain comes by a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// It is its own, and holds everywhere.
    Own,
    /// It is of a domain above it in the tree, as it has none of its own.
    Inherited,
    /// It was agreed in one place.
    Local,
}

impl Keyed for Origin {
    const ALL: &'static [(Self, &'static str, &'static str, &'static str)] = &[
        (Self::Own, "own", "eigen betekenis", "own meaning"),
        (Self::Inherited, "inherited", "overgenomen", "inherited"),
        (Self::Local, "local", "lokale afspraak", "local agreement"),
    ];
}

impl<'a> Meant<'a> {
    /// How the domain comes by the texts. What it inherits is inherited, also when it was agreed in a place.
    #[must_use]
    pub fn origin(&self) -> Origin {
        match self.place() {
            _ if self.domain != self.from => Origin::Inherited,
            Some(_) => Origin::Local,
            None => Origin::Own,
        }
    }

    /// The place where the texts were agreed, if they were.
    #[must_use]
    pub fn place(&self) -> Option<&'a PlaceId> {
        self.concepts.first().and_then(|concept| concept.place.as_ref())
    }

    /// Whether this meaning is one of them.
    #[must_use]
    pub fn holds(&self, id: &ConceptId) -> bool {
        self.concepts.iter().any(|concept| &concept.id == id)
    }

    /// One meaning alone, as what its own domain means.
    #[must_use]
    pub fn of_concept(concept: &'a Concept) -> Self {
        Self { domain: &concept.domain, from: &concept.domain, concepts: vec![concept] }
    }
}

impl Glossary {
    /// What a domain means by a word, in a place where one is given: what the place agreed for the domain, else the
    /// domain's own, else what the domain above it means. Nothing where no domain up the tree has a meaning, or where
    /// the nearest one that speaks says that it does not use the word.
    #[must_use]
    pub fn meant_by<'a>(
        &'a self,
        domain: &'a DomainId,
        term: &'a Term,
        local: Option<&'a LocalTerm>,
    ) -> Option<Meant<'a>> {
        for from in self.lineage(domain) {
            let here = local.map(|local| in_use(&local.concepts, from)).unwrap_or_default();
            let concepts = if here.is_empty() { in_use(&term.concepts, from) } else { here };
            if !concepts.is_empty() {
                return Some(Meant { domain, from, concepts });
            }
            if term.unused_by.contains(from) {
                return None;
            }
        }
        let retired: Vec<&Concept> = term.concepts_of(domain).collect();
        (!retired.is_empty()).then_some(Meant { domain, from: domain, concepts: retired })
    }

    /// What a domain means by a word today, everywhere: what [`Self::meant_by`] says, only as far as it is in use; else what
    /// its parts mean, unless it says that it does not use the word.
    #[must_use]
    pub fn meanings_today<'a>(&'a self, term: &'a Term, domain: &'a DomainId) -> Vec<&'a Concept> {
        self.meanings_in(term, domain, None)
    }

    /// The same in a place, where one is given: what the place agreed stands in front of the rest.
    #[must_use]
    pub fn meanings_in<'a>(
        &'a self,
        term: &'a Term,
        domain: &'a DomainId,
        local: Option<&'a LocalTerm>,
    ) -> Vec<&'a Concept> {
        let meant = self.meant_by(domain, term, local).map(|meant| meant.concepts).unwrap_or_default();
        let own: Vec<&Concept> = meant.into_iter().filter(|concept| !concept.is_retired()).collect();
        if !own.is_empty() || term.unused_by.contains(domain) {
            return own;
        }
        let holds = |concept: &Concept| !concept.is_retired() && local.is_none_or(|local| !local.replaces(concept));
        let of_part = |concept: &&Concept| holds(concept) && self.belongs_to(&concept.domain, domain);
        self.concepts_in(term, local).into_iter().filter(of_part).collect()
    }

    /// The meanings of a word in a place, in the order of the domains: of each domain those of the place first.
    #[must_use]
    pub fn concepts_in<'a>(&self, term: &'a Term, local: Option<&'a LocalTerm>) -> Vec<&'a Concept> {
        // Those of the term stand in that order.
        let Some(local) = local else { return term.concepts.iter().collect() };
        let mut concepts: Vec<&Concept> = local.concepts.iter().chain(&term.concepts).collect();
        concepts.sort_by_key(|concept| self.order_of(&concept.domain));
        concepts
    }
}

/// The meanings of one domain that are in use.
fn in_use<'a>(concepts: &'a [Concept], domain: &DomainId) -> Vec<&'a Concept> {
    concepts.iter().filter(|concept| &concept.domain == domain && !concept.is_retired()).collect()
}
