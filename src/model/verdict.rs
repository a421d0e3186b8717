// SPDX-License-Identifier: EUPL-1.2
//! What editors say of two concepts. A verdict wins over anything the program computes.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::model::{ConceptId, Date, Degree, DomainId, FacetId, Keyed, Relation, SourceId};

/// The editors' judgement of how two concepts of one term relate, read from the first to the second.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verdict {
    /// The two concepts.
    pub between: [ConceptId; 2],
    /// How they relate.
    pub relation: Relation,
    /// How much it matters; a rule holds it to the relation.
    pub degree: Degree,
    /// The difference in one sentence.
    pub why: String,
    /// What goes wrong when nobody notices.
    pub misunderstanding: Option<String>,
    /// What the two can ask each other.
    pub questions: Vec<String>,
    /// How much each facet differs.
    pub facets: BTreeMap<FacetId, Degree>,
    /// What the judgement rests on.
    pub sources: Vec<SourceId>,
    /// Whether both sides confirmed it.
    pub status: VerdictStatus,
    /// Who signed, per domain.
    pub signed: Vec<Signature>,
    /// The fingerprint of the texts that were judged; when those change, the verdict is outdated.
    pub applies_to: Option<String>,
}

impl Verdict {
    /// A draft that says how two concepts relate and nothing more.
    #[must_use]
    pub fn bare(between: [ConceptId; 2], relation: Relation, degree: Degree) -> Self {
        Self {
            between,
            relation,
            degree,
            why: String::new(),
            misunderstanding: None,
            questions: Vec::new(),
            facets: BTreeMap::new(),
            sources: Vec::new(),
            status: VerdictStatus::Draft,
            signed: Vec::new(),
            applies_to: None,
        }
    }

    /// Whether this domain signed it.
    #[must_use]
    pub fn is_signed_by(&self, domain: &DomainId) -> bool {
        self.signed.iter().any(|signature| &signature.domain == domain)
    }

    /// Whether it is about these two concepts, in either order.
    #[must_use]
    pub fn is_about(&self, a: &ConceptId, b: &ConceptId) -> bool {
        let [first, second] = &self.between;
        (first, second) == (a, b) || (first, second) == (b, a)
    }
}

/// A signature of one domain under a verdict, by a role and not by a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signature {
    /// The domain that signs.
    pub domain: DomainId,
    /// The role that signs, for example "redacteur jeugd".
    pub by: String,
    /// The day of signing.
    pub on: Date,
}

/// Whether a verdict stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum VerdictStatus {
    /// A proposal of the editors.
    Draft,
    /// Signed by both domains.
    Confirmed,
}

impl Keyed for VerdictStatus {
    const ALL: &'static [(Self, &'static str, &'static str, &'static str)] = &[
        (Self::Draft, "draft", "concept", "draft"),
        (Self::Confirmed, "confirmed", "bevestigd door beide domeinen", "confirmed by both domains"),
    ];
}
