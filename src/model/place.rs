// SPDX-License-Identifier: EUPL-1.2
//! Places: what one municipality or region agreed on top of what holds everywhere.

use serde::{Deserialize, Serialize};

use crate::model::{ActorId, Concept, ConceptId, Date, PlaceId, SourceId, Status, TermId, Verdict};

/// A place with agreements of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// The identifier; the name of its folder.
    pub id: PlaceId,
    /// The name: "Voorbeeldstad".
    pub label: String,
    /// What a reader should know about it.
    pub note: Option<String>,
    /// Who agrees here, where an agreement does not say.
    pub parties: Vec<Partner>,
    /// What was agreed, sorted by term.
    pub terms: Vec<LocalTerm>,
}

/// What a place says of one term.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LocalTerm {
    /// The term.
    pub term: TermId,
    /// Meanings that hold here, in the order of the domains; each stands in front of those of its domain.
    pub concepts: Vec<Concept>,
    /// What editors say of them, beside each other or beside what holds everywhere.
    pub verdicts: Vec<Verdict>,
    /// What was agreed in words.
    pub agreements: Vec<Agreement>,
}

/// What people agreed to mean by a word.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agreement {
    /// The agreement: "In ons casusoverleg bedoelen we met een signaal …".
    pub text: String,
    /// Who agreed; empty where the place says it for all its agreements.
    pub parties: Vec<Partner>,
    /// The day of agreeing.
    pub agreed_on: Date,
    /// The last day on which it holds.
    pub valid_until: Date,
    /// What it rests on.
    pub sources: Vec<SourceId>,
    /// How far it has come.
    pub status: Status,
}

/// Who agrees: an actor of the glossary, or a role in words; never a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Partner {
    /// An organisation, role or group of the glossary.
    Actor(ActorId),
    /// A role in words.
    Role(String),
}

impl Place {
    /// What it says of this term.
    #[must_use]
    pub fn term(&self, id: &TermId) -> Option<&LocalTerm> {
        self.terms.binary_search_by(|local| local.term.cmp(id)).ok().map(|at| &self.terms[at])
    }

    /// Who made an agreement of this place.
    #[must_use]
    pub fn partners<'a>(&'a self, agreement: &'a Agreement) -> &'a [Partner] {
        if agreement.parties.is_empty() { &self.parties } else { &agreement.parties }
    }

    /// How many of its agreements have lapsed on a day.
    #[must_use]
    pub fn lapsed_on(&self, day: Date) -> usize {
        let agreements = self.terms.iter().flat_map(|local| &local.agreements);
        agreements.filter(|agreement| agreement.has_lapsed_on(day)).count()
    }
}

impl Agreement {
    /// Whether its last day lies before this one.
    #[must_use]
    pub fn has_lapsed_on(&self, day: Date) -> bool {
        self.valid_until < day
    }

    /// How it stands on a day, in Dutch: until when it holds, or when it lapsed.
    #[must_use]
    pub fn standing_on(&self, day: Date) -> String {
        let until = self.valid_until;
        if self.has_lapsed_on(day) { format!("verlopen op {until}") } else { format!("geldt tot en met {until}") }
    }
}

impl LocalTerm {
    /// Every source that is cited for its meanings, its verdicts or its agreements.
    pub fn cited_sources(&self) -> impl Iterator<Item = &SourceId> {
        let of_concepts = self.concepts.iter().flat_map(|concept| &concept.sources);
        let of_verdicts = self.verdicts.iter().flat_map(|verdict| &verdict.sources);
        let of_agreements = self.agreements.iter().flat_map(|agreement| &agreement.sources);
        of_concepts.chain(of_verdicts).chain(of_agreements)
    }

    /// The meaning with this id, if it is one of the place.
    #[must_use]
    pub fn concept(&self, id: &ConceptId) -> Option<&Concept> {
        self.concepts.iter().find(|concept| &concept.id == id)
    }

    /// The meanings in use here that stand in front of this one, which holds everywhere.
    pub fn in_front_of<'a>(&'a self, concept: &'a Concept) -> impl Iterator<Item = &'a Concept> {
        let in_front = |own: &&Concept| !own.is_retired() && own.domain == concept.domain;
        self.concepts.iter().filter(move |own| concept.place.is_none() && in_front(own))
    }

    /// Whether another meaning stands in front of this one here.
    #[must_use]
    pub fn replaces(&self, concept: &Concept) -> bool {
        self.in_front_of(concept).next().is_some()
    }
}
