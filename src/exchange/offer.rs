// SPDX-License-Identifier: EUPL-1.2
//! What a file offers: terms as far as the file gives them, sources that it names, and what it says besides.

use std::collections::BTreeMap;
use std::fmt;

use crate::exchange::Losses;
use crate::language::{fold, slug};
use crate::model::{ActorId, Concept, ConceptId, DomainId, Glossary, Source, Term, TermId};

/// What an editor asks of an import.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Choices {
    /// The domain of meanings of which the file does not say one.
    pub domain: Option<DomainId>,
    /// Whether what the file says of confirmations counts.
    pub status: StatusChoice,
    /// What the file is called, for messages and for its source.
    pub name: String,
}

/// What becomes of the status that a file gives.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum StatusChoice {
    /// What is imported is a draft; what was withdrawn stays withdrawn.
    #[default]
    Draft,
    /// As the file says: for a file that comes from this glossary itself.
    AsGiven,
}

/// Why nothing can be read from a file, in plain Dutch, with a way out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal(pub String);

impl fmt::Display for Refusal {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl std::error::Error for Refusal {}

/// What a file offers.
#[derive(Debug, Default, Clone, PartialEq)]
pub struct Offer {
    /// Terms, in the order of the file.
    pub terms: Vec<OfferedTerm>,
    /// Sources that the register lacks.
    pub sources: Vec<Source>,
    /// What could not be taken along, or had to be assumed.
    pub losses: Losses,
}

/// A term as the file gives it.
#[derive(Debug, Clone, PartialEq)]
pub struct OfferedTerm {
    /// The term.
    pub term: Term,
    /// Keys that the file does not give and a new meaning needs: `concepts.social.kind`. They never differ from what stands.
    pub assumed: Vec<String>,
}

impl OfferedTerm {
    /// A term with nothing but its name.
    pub(super) fn new(id: TermId, label: String) -> Self {
        Self { term: bare_term(id, label), assumed: Vec::new() }
    }

    /// Notes that a key of a meaning was filled in without the file saying so.
    pub(super) fn assume(&mut self, concept: &ConceptId, key: &str) {
        self.assumed.push(format!("concepts.{concept}.{key}"));
    }

    /// The id for a meaning of which the file gives none: that of the one meaning that the domain has, or a new one after the domain.
    /// Nothing where the domain gives the word several meanings, so that it is not known which one this is.
    pub(super) fn free_id(&self, domain: &DomainId, known: Option<&Term>) -> Option<ConceptId> {
        let is_free = |id: &ConceptId| self.term.concept(id).is_none();
        let here = self.term.concepts_of(domain).count();
        let standing: Vec<&Concept> = known.map(|term| term.concepts_of(domain).collect()).unwrap_or_default();
        match standing.as_slice() {
            [only] if here == 0 => Some(only.id.clone()),
            [] => {
                let taken = |id: &ConceptId| known.is_some_and(|term| term.concept(id).is_some());
                let names =
                    std::iter::once(domain.to_string()).chain((2..50).map(|number| format!("{domain}-{number}")));
                names.filter_map(|name| ConceptId::parse(&name)).find(|id| is_free(id) && !taken(id))
            }
            _ => None,
        }
    }
}

fn bare_term(id: TermId, label: String) -> Term {
    Term {
        id,
        label,
        alt_labels: Vec::new(),
        hidden_labels: Vec::new(),
        english: None,
        english_note: None,
        phases: Vec::new(),
        broader: Vec::new(),
        narrower: Vec::new(),
        related: Vec::new(),
        unused_by: Vec::new(),
        replaced_by: Vec::new(),
        note: None,
        sources: Vec::new(),
        concepts: Vec::new(),
        verdicts: Vec::new(),
    }
}

/// The id of a word: that of the term that has it as its label, or one made of its letters. At most 80 characters, cut
/// between words.
pub(super) fn id_of(label: &str, known: &BTreeMap<String, TermId>) -> Option<TermId> {
    if let Some(id) = known.get(&folded(label)) {
        return Some(id.clone());
    }
    let name = slug(label);
    let cut = if name.len() <= 80 { name.as_str() } else { name.get(..80)?.rsplit_once('-')?.0 };
    TermId::parse(cut)
}

/// The labels of a glossary, each in one spelling, with the term of each.
pub(super) fn labels_of(glossary: &Glossary) -> BTreeMap<String, TermId> {
    glossary.terms.iter().map(|term| (folded(&term.label), term.id.clone())).collect()
}

/// One spelling for a label.
pub(super) fn folded(label: &str) -> String {
    fold(&label.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// The domain that is called so: by its id, its name or its phrase.
pub(super) fn domain_called(glossary: &Glossary, name: &str) -> Option<DomainId> {
    let wanted = folded(name);
    let is_called = |names: [&str; 4]| names.into_iter().any(|own| folded(own) == wanted);
    let found = glossary.domains.iter().find(|domain| {
        is_called([domain.id.as_str(), domain.label.as_str(), domain.phrase.as_str(), domain.english.as_str()])
    });
    found.map(|domain| domain.id.clone())
}

/// Whose meaning it is where the file names nobody: the editors, where the glossary knows them, else an actor of the domain.
pub(super) fn caretaker(glossary: &Glossary, domain: &DomainId) -> Vec<ActorId> {
    let editors = glossary.actors.iter().find(|actor| actor.id.as_str() == "editors");
    let of_domain = || glossary.actors.iter().find(|actor| actor.domains.contains(domain));
    editors.or_else(of_domain).map(|actor| actor.id.clone()).or_else(|| ActorId::parse("editors")).into_iter().collect()
}
