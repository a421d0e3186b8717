// SPDX-License-Identifier: EUPL-1.2
//! A word that people use, with the concepts that domains give it.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::model::{Concept, ConceptId, DomainId, PhaseRef, SourceId, TermId, Verdict};

/// A word, its other forms, and what it means per domain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Term {
    /// The identifier; the file name.
    pub id: TermId,
    /// The word itself (SKOS prefLabel, voorkeursterm).
    pub label: String,
    /// Other words for it (altLabel).
    pub alt_labels: Vec<AltLabel>,
    /// Found by search, never shown (hiddenLabel, zoekterm).
    pub hidden_labels: Vec<String>,
    /// The English word or words.
    pub english: Option<String>,
    /// What to beware of in English.
    pub english_note: Option<String>,
    /// The phases in which the word plays a part.
    pub phases: Vec<PhaseRef>,
    /// Wider words: a term id, or a word that has no entry of its own.
    pub broader: Vec<String>,
    /// Narrower words, likewise.
    pub narrower: Vec<String>,
    /// Related words, likewise.
    pub related: Vec<String>,
    /// Domains that say they do not use the word.
    pub unused_by: Vec<DomainId>,
    /// What came in its place, where it is withdrawn.
    pub replaced_by: Vec<TermId>,
    /// Context of the word as a whole.
    pub note: Option<String>,
    /// What the note and the relations rest on.
    pub sources: Vec<SourceId>,
    /// The meanings, in the order of the domains.
    pub concepts: Vec<Concept>,
    /// What editors say of the differences.
    pub verdicts: Vec<Verdict>,
}

/// Another word for a term; some belong to one domain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AltLabel {
    /// The word.
    pub text: String,
    /// The domain that uses it, if only one does.
    pub domain: Option<DomainId>,
}

impl Term {
    /// Every word by which the term is found: its label, then other words, then those that are never shown.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        let others = self.alt_labels.iter().map(|label| &label.text).chain(&self.hidden_labels);
        std::iter::once(&self.label).chain(others).map(String::as_str)
    }

    /// Whether all its meanings are retired: the word is withdrawn, and still answers.
    #[must_use]
    pub fn is_withdrawn(&self) -> bool {
        !self.concepts.is_empty() && self.concepts.iter().all(Concept::is_retired)
    }

    /// The concept with this id.
    #[must_use]
    pub fn concept(&self, id: &ConceptId) -> Option<&Concept> {
        self.concepts.iter().find(|concept| &concept.id == id)
    }

    /// The meanings that this domain gives the word.
    pub fn concepts_of<'a>(&'a self, domain: &'a DomainId) -> impl Iterator<Item = &'a Concept> {
        self.concepts.iter().filter(move |concept| &concept.domain == domain)
    }

    /// What a side of a comparison is called: by a name of its domain, and where the domain gives the word more than
    /// one meaning, by what tells that meaning apart too.
    #[must_use]
    pub fn side_name(&self, domain_name: &str, concept: Option<&ConceptId>) -> String {
        match concept.and_then(|id| self.distinction(id)) {
            Some(distinction) => format!("{domain_name} ({distinction})"),
            None => domain_name.to_owned(),
        }
    }

    /// What tells a meaning apart from the others that its domain gives the word in that place: its label, else its id. Nothing where
    /// there are no others.
    #[must_use]
    pub fn distinction(&self, id: &ConceptId) -> Option<&str> {
        let concept = self.concept(id)?;
        let like = |other: &&Concept| (&other.domain, &other.place) == (&concept.domain, &concept.place);
        if self.concepts.iter().filter(like).count() < 2 {
            return None;
        }
        Some(concept.label.as_deref().unwrap_or(concept.id.as_str()))
    }

    /// Every source that the term cites, in its own name, for its concepts or for its verdicts.
    #[must_use]
    pub fn cited_sources(&self) -> BTreeSet<&SourceId> {
        let of_concepts = self.concepts.iter().flat_map(|concept| &concept.sources);
        let of_verdicts = self.verdicts.iter().flat_map(|verdict| &verdict.sources);
        self.sources.iter().chain(of_concepts).chain(of_verdicts).collect()
    }

    /// The verdict on these two concepts, in either order.
    #[must_use]
    pub fn verdict(&self, a: &ConceptId, b: &ConceptId) -> Option<&Verdict> {
        self.verdicts.iter().find(|verdict| verdict.is_about(a, b))
    }
}
