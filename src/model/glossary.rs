// SPDX-License-Identifier: EUPL-1.2
//! The whole: terms and everything they refer to, with look-ups by identifier.

use serde::{Deserialize, Serialize};

use crate::model::{
    Actor, ActorId, Domain, DomainId, Facet, FacetId, LegalFrame, LegalId, Model, Partner, Phase, PhaseRef, Place,
    PlaceId, Source, SourceId, Term, TermId,
};

/// A glossary, complete and without any trace of how it was written.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Glossary {
    /// Title, licence and address.
    pub about: About,
    /// Domains, in the order in which they are shown.
    pub domains: Vec<Domain>,
    /// Facets, in the order in which they are shown.
    pub facets: Vec<Facet>,
    /// Models of phases.
    pub models: Vec<Model>,
    /// Organisations, roles and groups.
    pub actors: Vec<Actor>,
    /// The source register.
    pub sources: Vec<Source>,
    /// Laws and agreements.
    pub legal_frames: Vec<LegalFrame>,
    /// Terms, sorted by identifier. They are kept in a list of their own.
    #[serde(skip)]
    pub terms: Vec<Term>,
    /// Places with agreements of their own, sorted by identifier.
    pub places: Vec<Place>,
}

/// What the glossary says of itself.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct About {
    /// The title.
    pub title: String,
    /// What it is for, in plain Dutch.
    pub description: Option<String>,
    /// What readers must know before they rely on it.
    pub caveat: Option<String>,
    /// The language of the content, a BCP 47 tag.
    pub language: String,
    /// The licence of the content, an SPDX identifier.
    pub licence: String,
    /// The address under which identifiers live, without a slash at the end.
    pub base_uri: String,
    /// Sources on which the glossary as a whole rests.
    pub sources: Vec<SourceId>,
}

impl Glossary {
    /// The term with this id.
    #[must_use]
    pub fn term(&self, id: &TermId) -> Option<&Term> {
        self.terms.binary_search_by(|term| term.id.cmp(id)).ok().map(|place| &self.terms[place])
    }

    /// The place with this id.
    #[must_use]
    pub fn place(&self, id: &PlaceId) -> Option<&Place> {
        self.places.binary_search_by(|place| place.id.cmp(id)).ok().map(|at| &self.places[at])
    }

    /// The places that agreed something about a term.
    pub fn places_of<'a>(&'a self, term: &'a TermId) -> impl Iterator<Item = &'a Place> {
        self.places.iter().filter(move |place| place.term(term).is_some())
    }

    /// The domain with this id.
    #[must_use]
    pub fn domain(&self, id: &DomainId) -> Option<&Domain> {
        self.domains.iter().find(|domain| &domain.id == id)
    }

    /// The place of a domain in the order in which domains are shown; an unknown one comes last.
    #[must_use]
    pub fn order_of(&self, id: &DomainId) -> usize {
        self.domains.iter().position(|domain| &domain.id == id).unwrap_or(usize::MAX)
    }

    /// The Dutch name of a domain; of an unknown one its identifier.
    #[must_use]
    pub fn domain_label<'a>(&'a self, id: &'a DomainId) -> &'a str {
        self.domain(id).map_or(id.as_str(), |domain| domain.label.as_str())
    }

    /// How someone who agreed is called: the Dutch name of an actor, or the role as written.
    #[must_use]
    pub fn partner_label<'a>(&'a self, partner: &'a Partner) -> &'a str {
        match partner {
            Partner::Actor(id) => self.actor(id).map_or(id.as_str(), |actor| actor.label.as_str()),
            Partner::Role(role) => role,
        }
    }

    /// The facet with this key.
    #[must_use]
    pub fn facet(&self, id: &FacetId) -> Option<&Facet> {
        self.facets.iter().find(|facet| &facet.id == id)
    }

    /// The actor with this id.
    #[must_use]
    pub fn actor(&self, id: &ActorId) -> Option<&Actor> {
        self.actors.iter().find(|actor| &actor.id == id)
    }

    /// The source with this code.
    #[must_use]
    pub fn source(&self, id: &SourceId) -> Option<&Source> {
        self.sources.iter().find(|source| &source.id == id)
    }

    /// The legal frame with this id.
    #[must_use]
    pub fn legal_frame(&self, id: &LegalId) -> Option<&LegalFrame> {
        self.legal_frames.iter().find(|frame| &frame.id == id)
    }

    /// The phase this names, with its model.
    #[must_use]
    pub fn phase(&self, name: &PhaseRef) -> Option<(&Model, &Phase)> {
        let model = self.models.iter().find(|model| model.id == name.model)?;
        let phase = model.phases.iter().find(|phase| phase.id == name.phase)?;
        Some((model, phase))
    }

    /// Whether the domain is `ancestor` itself or lies below it in the tree.
    #[must_use]
    pub fn belongs_to(&self, domain: &DomainId, ancestor: &DomainId) -> bool {
        self.lineage(domain).any(|id| id == ancestor)
    }

    /// The domain and those above it in the tree, the nearest first. Ends in a circle of domains too, which a rule
    /// tells of.
    pub fn lineage<'a>(&'a self, domain: &'a DomainId) -> impl Iterator<Item = &'a DomainId> {
        let parent = |id: &&'a DomainId| self.domain(id).and_then(|domain| domain.parent.as_ref());
        std::iter::successors(Some(domain), parent).take(self.domains.len() + 1)
    }

    /// The domains without a parent, in order.
    pub fn root_domains(&self) -> impl Iterator<Item = &Domain> {
        self.domains.iter().filter(|domain| domain.parent.is_none())
    }
}
