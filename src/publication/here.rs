// SPDX-License-Identifier: EUPL-1.2
//! A term as it stands in one place: what was agreed there, laid over what holds everywhere. Looked up, never compared.

use std::collections::{BTreeMap, BTreeSet};

use crate::divergence::{Matrix, Overview, Pair, Side};
use crate::model::{Concept, DomainId, LocalTerm, Meant, Place, SourceId, Term, TermId};
use crate::publication::{Entry, Publication};

/// What a place lays over a term.
#[derive(Clone, Copy)]
pub struct Here<'a> {
    /// The place.
    pub place: &'a Place,
    /// What it says of the term, if anything.
    pub local: Option<&'a LocalTerm>,
    /// The pairs that hold in this place alone.
    pairs: &'a [Pair],
}

impl<'a> Entry<'a> {
    /// What the place that was asked for says of the term.
    #[must_use]
    pub fn local(&self) -> Option<&'a LocalTerm> {
        self.here.and_then(|here| here.local)
    }

    /// The meanings that can be named, in the order of the domains; of a domain those of the place first.
    #[must_use]
    pub fn concepts(&self) -> Vec<&'a Concept> {
        self.glossary.concepts_in(self.term, self.local())
    }

    /// The same without those that another stands in front of in the place.
    #[must_use]
    pub fn concepts_here(&self) -> Vec<&'a Concept> {
        let replaced = |concept: &Concept| self.local().is_some_and(|local| local.replaces(concept));
        self.concepts().into_iter().filter(|concept| !replaced(concept)).collect()
    }

    /// What a domain means by the word: its own, what the place agreed, or what it inherits.
    #[must_use]
    pub fn meant_by(&self, domain: &'a DomainId) -> Option<Meant<'a>> {
        self.glossary.meant_by(domain, self.term, self.local())
    }

    /// The same; a domain without a meaning for the word means nothing by it.
    #[must_use]
    pub fn meant_or_nothing(&self, domain: &'a DomainId) -> Meant<'a> {
        self.meant_by(domain).unwrap_or(Meant { domain, from: domain, concepts: Vec::new() })
    }

    /// The meanings in use of a domain: its own, what the place agreed, what it inherits, or those of its parts.
    #[must_use]
    pub fn meanings(&self, domain: &'a DomainId) -> Vec<&'a Concept> {
        self.glossary.meanings_in(self.term, domain, self.local())
    }

    /// Every source that is cited, also by the place.
    #[must_use]
    pub fn cited_sources(&self) -> BTreeSet<&'a SourceId> {
        let mut cited = self.term.cited_sources();
        cited.extend(self.local().into_iter().flat_map(LocalTerm::cited_sources));
        cited
    }

    /// The pairs that hold: everywhere, or in the place, where the pairs of a meaning that another stands in front of
    /// are left out. Those in use come before the others, those across domains before the others.
    #[must_use]
    pub fn pairs_here(&self) -> Vec<&'a Pair> {
        let (Some(here), Some(local)) = (self.here, self.local()) else { return self.pairs.iter().collect() };
        let holds = |side: &Side| {
            let concept = side.concept.as_ref().and_then(|id| self.term.concept(id));
            concept.is_some_and(|concept| !local.replaces(concept))
        };
        let everywhere = self.pairs.iter().filter(|pair| holds(&pair.a) && holds(&pair.b));
        let mut pairs: Vec<&Pair> = here.pairs.iter().chain(everywhere).collect();
        let says_who_is_silent = |pair: &Pair| pair.b.concept.is_none();
        pairs.sort_by_key(|pair| {
            (says_who_is_silent(pair), pair.retired, pair.a.domain == pair.b.domain, pair.ruling.is_none())
        });
        pairs
    }

    /// What a name can stand for: a domain, and a meaning. A meaning that is called as a domain is, goes by `domain/meaning`
    /// too.
    #[must_use]
    pub fn named(&self, name: &str) -> Vec<Meant<'a>> {
        let (domain, id) = name.split_once('/').map_or((None, name), |(domain, id)| (Some(domain), id));
        let is_asked = |concept: &&Concept| {
            concept.id.as_str() == id && domain.is_none_or(|domain| concept.domain.as_str() == domain)
        };
        let concept = self.concepts().into_iter().find(is_asked).map(Meant::of_concept);
        let domain = DomainId::parse(name).and_then(|id| self.glossary.domain(&id));
        let domain = domain.map(|domain| self.meant_or_nothing(&domain.id));
        domain.into_iter().chain(concept).collect()
    }

    /// The pairs that hold between what two sides mean, also those that say that one of the two is silent.
    #[must_use]
    pub fn pairs_between(&self, [a, b]: [&Meant<'_>; 2]) -> Vec<&'a Pair> {
        let is = |meant: &Meant<'_>, side: &Side| match &side.concept {
            Some(concept) => meant.holds(concept),
            None => meant.concepts.is_empty() && self.glossary.belongs_to(meant.domain, &side.domain),
        };
        let between = |pair: &&Pair| (is(a, &pair.a) && is(b, &pair.b)) || (is(b, &pair.a) && is(a, &pair.b));
        self.pairs_here().into_iter().filter(between).collect()
    }

    /// How a side of a pair is called as a heading: by its domain, its place, and its label where the domain gives the
    /// word more than one meaning.
    #[must_use]
    pub fn side_name(&self, side: &Side) -> String {
        self.side_name_with(side, self.glossary.domain_label(&side.domain))
    }

    /// The same, with another name for its domain.
    #[must_use]
    pub fn side_name_with(&self, side: &Side, domain: &str) -> String {
        let Some(place) = side.place.as_ref().and_then(|id| self.glossary.place(id)) else {
            return self.term.side_name(domain, side.concept.as_ref());
        };
        let own = self.local().into_iter().flat_map(|local| &local.concepts);
        let of_domain = own.filter(|concept| concept.domain == side.domain);
        let label = self.local().zip(side.concept.as_ref()).and_then(|(local, id)| local.concept(id)?.label.as_deref());
        match label.filter(|_| of_domain.count() > 1) {
            Some(label) => format!("{domain} in {} ({label})", place.label),
            None => format!("{domain} in {}", place.label),
        }
    }
}

impl Publication {
    /// A term as it stands in a place; everywhere without one.
    #[must_use]
    pub fn in_place<'a>(&'a self, entry: Entry<'a>, place: Option<&'a Place>) -> Entry<'a> {
        let here = |place: &'a Place| Here {
            place,
            local: place.term(&entry.term.id),
            pairs: self.local.get(&place.id).and_then(|terms| terms.get(&entry.term.id)).map_or(&[], Vec::as_slice),
        };
        let overview = place.and_then(|place| self.local_overviews.get(&place.id)?.get(&entry.term.id));
        Entry { here: place.map(here), overview: overview.unwrap_or(entry.overview), ..entry }
    }

    /// The domains against each other, in a place or everywhere.
    #[must_use]
    pub fn matrix_in(&self, place: Option<&Place>) -> &Matrix {
        place.and_then(|place| self.matrices.get(&place.id)).unwrap_or(&self.matrix)
    }

    /// The same publication with what pairs say together in each place: the domains against each other, and the overview
    /// of each term that the place speaks of.
    pub(super) fn with_places(mut self) -> Self {
        let places = || self.glossary.places.iter();
        let matrices = places().map(|place| (place.id.clone(), self.matrix_of(place))).collect();
        let local_overviews = places().map(|place| (place.id.clone(), self.overviews_of(place))).collect();
        (self.matrices, self.local_overviews) = (matrices, local_overviews);
        self
    }

    /// What the pairs of each term that a place speaks of say together there.
    fn overviews_of(&self, place: &Place) -> BTreeMap<TermId, Overview> {
        let overview = |local: &LocalTerm| {
            let entry = self.in_place(self.entry(&local.term)?, Some(place));
            let holds = |concept: &&Concept| !local.replaces(concept);
            let concepts = entry.concepts().into_iter().filter(holds).cloned().collect();
            let here = Term { concepts, ..entry.term.clone() };
            let pairs: Vec<Pair> = entry.pairs_here().into_iter().cloned().collect();
            Some((local.term.clone(), Overview::new(&here, &self.glossary, &pairs)))
        };
        place.terms.iter().filter_map(overview).collect()
    }

    /// Counts the pairs that hold in a place.
    fn matrix_of(&self, place: &Place) -> Matrix {
        let entries = self.entries().map(|entry| self.in_place(entry, Some(place)));
        let pairs = entries.flat_map(|entry| entry.pairs_here().into_iter().map(move |pair| (&entry.term.id, pair)));
        Matrix::new(&self.glossary.domains, pairs)
    }
}
