// SPDX-License-Identifier: EUPL-1.2
//! Domains, which own concepts, and facets, the sides of a meaning that can be compared one by one.

use serde::{Deserialize, Serialize};

use crate::model::{DomainId, FacetId};

/// A field of work with its own meanings; in SKOS terms a concept scheme. Domains form a tree.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Domain {
    /// The identifier, for example `social`.
    pub id: DomainId,
    /// The name as a heading: "Sociaal domein".
    pub label: String,
    /// The name inside a sentence: "het sociaal domein".
    pub phrase: String,
    /// The English name, usable in a sentence after "the".
    pub english: String,
    /// Who belongs to it, in plain Dutch.
    pub about: Option<String>,
    /// The domain whose meanings it inherits when it has none of its own.
    pub parent: Option<DomainId>,
    /// The teams of a forge that look at a change for this domain, as that forge names them: `@org/team`.
    pub editors: Vec<String>,
}

/// One side of a meaning: goal, threshold, who acts, and so on. Facets are data; a glossary may add its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facet {
    /// The key in files, for example `legal_basis`.
    pub id: FacetId,
    /// The Dutch name.
    pub label: String,
    /// The English name.
    pub english: String,
    /// The question that this facet answers, in Dutch.
    pub question: Option<String>,
}
