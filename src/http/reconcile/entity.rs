// SPDX-License-Identifier: EUPL-1.2
//! What is matched to: a meaning of a word, as an entity with an identifier, a name and types. A type is a domain.
//!
//! The identifier is `signaal.safety`: programs put it into addresses as it is, so it has no letter that an address would take for
//! something else, as the `#` of its name in linked data. The name tells the domain as well, because one word has a meaning in each and a list of candidates shows little more than names.

use serde::Serialize;

use crate::divergence::{Pair, Side, headline};
use crate::language::fold;
use crate::model::{Concept, ConceptId, Domain, DomainId, Glossary, TermId};
use crate::publication::{Entry, Publication};

/// A meaning of a word.
#[derive(Clone, Copy)]
pub(super) struct Entity<'a> {
    /// The word with its pairs.
    pub entry: Entry<'a>,
    /// The meaning.
    pub concept: &'a Concept,
    /// The glossary that both stand in.
    pub glossary: &'a Glossary,
}

/// A domain as a type.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Kind<'a> {
    pub id: &'a str,
    pub name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'a str>,
    /// The domain above it, if there is one.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    broader: Vec<Kind<'a>>,
}

impl<'a> Kind<'a> {
    /// A domain by its identifier and name.
    pub fn bare(domain: &'a Domain) -> Self {
        Self { id: domain.id.as_str(), name: &domain.label, description: None, broader: Vec::new() }
    }

    /// A domain with what is said about it and the domains above it.
    pub fn whole(domain: &'a Domain, glossary: &'a Glossary) -> Self {
        let mut lineage: Vec<&Domain> = glossary.lineage(&domain.id).filter_map(|id| glossary.domain(id)).collect();
        lineage.reverse();
        let below = |above: Option<Kind<'a>>, domain: &'a Domain| {
            let description = Some(domain.about.as_deref().unwrap_or(&domain.english));
            Some(Kind { description, broader: above.into_iter().collect(), ..Kind::bare(domain) })
        };
        lineage.into_iter().fold(None, below).unwrap_or_else(|| Kind::bare(domain))
    }
}

impl<'a> Entity<'a> {
    /// A meaning of a word.
    pub fn new(entry: Entry<'a>, concept: &'a Concept, publication: &'a Publication) -> Self {
        Self { entry, concept, glossary: &publication.glossary }
    }

    /// The meaning with this identifier, also one that is no longer in use; so is its name in linked data, whole or without the
    /// address in front.
    pub fn with_id(id: &str, publication: &'a Publication) -> Option<Self> {
        let id = id.strip_prefix(&space(&publication.glossary)).unwrap_or(id);
        let (term, concept) = id.split_once(['.', '#'])?;
        let entry = publication.entry(&TermId::parse(term)?)?;
        let concept = entry.term.concept(&ConceptId::parse(concept)?)?;
        Some(Self::new(entry, concept, publication))
    }

    /// The meanings in use whose whole name this is.
    pub fn with_name(name: &str, publication: &'a Publication) -> Vec<Self> {
        let folded = fold(name.trim());
        let words = name.match_indices(" (").map(|(place, _)| &name[..place]);
        let terms = words.flat_map(|word| publication.look_up_all(word)).map(|known| &known.term.id);
        let entries = terms.filter_map(|id| publication.entry(id));
        let entities = entries.flat_map(|entry| Self::in_use(entry, publication));
        entities.filter(|entity| fold(&entity.name()) == folded).collect()
    }

    /// The meanings of a word that are in use, in the order of the domains.
    pub fn in_use(entry: Entry<'a>, publication: &'a Publication) -> Vec<Self> {
        let concepts = entry.term.concepts.iter().filter(|concept| !concept.is_retired());
        concepts.map(|concept| Self::new(entry, concept, publication)).collect()
    }

    /// Its identifier.
    pub fn id(&self) -> String {
        format!("{}.{}", self.entry.term.id, self.concept.id)
    }

    /// Its address in linked data.
    pub fn uri(&self) -> String {
        format!("{}{}#{}", space(self.glossary), self.entry.term.id, self.concept.id)
    }

    /// The word with the domain, and what tells this meaning apart from others of the same domain.
    pub fn name(&self) -> String {
        let (word, domain) = (&self.entry.term.label, self.glossary.domain_label(&self.concept.domain));
        match &self.concept.label {
            Some(label) => format!("{word} ({domain}: {label})"),
            None => format!("{word} ({domain})"),
        }
    }

    /// What it means, in plain Dutch where that is written.
    pub fn text(&self) -> &'a str {
        let texts = [&self.concept.explanation, &self.concept.definition];
        texts.into_iter().find(|text| !text.trim().is_empty()).map_or("", String::as_str)
    }

    /// What it means, and how others differ: nobody should take one side for the only one.
    pub fn description(&self) -> String {
        match self.pair() {
            Some(pair) => format!("{} {}", self.text(), pair.sentence.dutch).trim().to_owned(),
            None => self.text().to_owned(),
        }
    }

    /// Its domain and those above it.
    pub fn types(&self) -> Vec<Kind<'a>> {
        let domains = self.glossary.lineage(&self.concept.domain).filter_map(|id| self.glossary.domain(id));
        domains.map(Kind::bare).collect()
    }

    /// Whether its domain is this one, or lies below it.
    pub fn is_of(&self, domain: &DomainId) -> bool {
        self.glossary.belongs_to(&self.concept.domain, domain)
    }

    /// Whether this is the same meaning.
    pub fn is(&self, other: &Entity<'_>) -> bool {
        self.entry.term.id == other.entry.term.id && self.concept.id == other.concept.id
    }

    /// Of the pairs that it takes part in, the one that stands for them in lists.
    pub fn pair(&self) -> Option<&'a Pair> {
        let own = self.entry.pairs.iter().filter(|pair| self.is_side(&pair.a) || self.is_side(&pair.b));
        headline(own).filter(|pair| !pair.retired)
    }

    /// Whether a side of a pair is this meaning.
    pub fn is_side(&self, side: &Side) -> bool {
        side.concept.as_ref() == Some(&self.concept.id)
    }
}

/// What stands before identifiers in linked data.
pub(super) fn space(glossary: &Glossary) -> String {
    format!("{}/id/", glossary.about.base_uri.trim_end_matches('/'))
}
