// SPDX-License-Identifier: EUPL-1.2
//! One meaning of a term, in one domain, with its owner and what it rests on.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::model::{ActorId, ConceptId, Date, DomainId, FacetId, Keyed, PlaceId, SourceId, Values};

/// One meaning: exact text to compare, plain text to read, and whose meaning it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Concept {
    /// Unique within the term.
    pub id: ConceptId,
    /// The domain that gives the word this meaning.
    pub domain: DomainId,
    /// The one place where it holds; nothing where it holds everywhere.
    pub place: Option<PlaceId>,
    /// A short name that tells this meaning apart from others of the same domain.
    pub label: Option<String>,
    /// The exact definition, at most 60 words: this text is compared.
    pub definition: String,
    /// The same in plain Dutch (B1): this text is read first.
    pub explanation: String,
    /// Context; shown, never compared.
    pub note: Option<String>,
    /// Cases that fall under it.
    pub examples: Vec<String>,
    /// Cases that do not.
    pub counter_examples: Vec<String>,
    /// What sort of meaning it is.
    pub kind: Kind,
    /// Whose meaning it is.
    pub owners: Vec<ActorId>,
    /// What it rests on.
    pub sources: Vec<SourceId>,
    /// Whether its domain confirmed it.
    pub status: Status,
    /// When its domain last looked at it.
    pub reviewed_on: Option<Date>,
    /// Whom to ask: a role or address, never a person.
    pub contact: Option<String>,
    /// Short phrases per facet.
    pub facets: BTreeMap<FacetId, String>,
    /// The same for machines.
    pub values: Values,
}

impl Concept {
    /// A draft with nothing but its name and its domain.
    #[must_use]
    pub fn bare(id: ConceptId, domain: DomainId) -> Self {
        Self {
            id,
            domain,
            place: None,
            label: None,
            definition: String::new(),
            explanation: String::new(),
            note: None,
            examples: Vec::new(),
            counter_examples: Vec::new(),
            kind: Kind::Working,
            owners: Vec::new(),
            sources: Vec::new(),
            status: Status::Draft,
            reviewed_on: None,
            contact: None,
            facets: BTreeMap::new(),
            values: Values::default(),
        }
    }

    /// The definition; where there is none, the explanation.
    #[must_use]
    pub fn described(&self) -> &str {
        if self.definition.is_empty() { &self.explanation } else { &self.definition }
    }

    /// Whether its domain no longer uses it.
    #[must_use]
    pub fn is_retired(&self) -> bool {
        self.status == Status::Retired
    }
}

/// What sort of meaning it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// Defined by law.
    Law,
    /// Defined by policy.
    Policy,
    /// A working definition of practice.
    Working,
    /// Loose use among colleagues.
    Jargon,
}

impl Keyed for Kind {
    const ALL: &'static [(Self, &'static str, &'static str, &'static str)] = &[
        (Self::Law, "law", "uit de wet", "law"),
        (Self::Policy, "policy", "uit beleid", "policy"),
        (Self::Working, "working", "werkdefinitie", "working definition"),
        (Self::Jargon, "jargon", "spreektaal", "jargon"),
    ];
}

/// How far a text has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Status {
    /// Not confirmed by its domain.
    Draft,
    /// Confirmed by its domain.
    Confirmed,
    /// No longer in use.
    Retired,
}

impl Keyed for Status {
    const ALL: &'static [(Self, &'static str, &'static str, &'static str)] = &[
        (Self::Draft, "draft", "concept", "draft"),
        (Self::Confirmed, "confirmed", "bevestigd", "confirmed"),
        (Self::Retired, "retired", "vervallen", "retired"),
    ];
}
