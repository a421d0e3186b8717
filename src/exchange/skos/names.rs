// SPDX-License-Identifier: EUPL-1.2
//! The addresses of this glossary: what a scheme, a term, a meaning and a source are called in linked data.
//!
//! `/id/` names things and never changes; the service answers there with where to read about them.

use oxrdf::NamedNode;

use crate::exchange::Refusal;
use crate::model::{
    ActorId, ConceptId, DomainId, Glossary, Keyed, ModelId, Party, PhaseId, PhaseRole, SourceId, TermId, Verdict,
};

/// The name of a meaning for ever, where its glossary has an address.
#[must_use]
pub fn concept_address(glossary: &Glossary, term: &TermId, concept: &ConceptId) -> Option<String> {
    Names::checked(glossary).ok().map(|names| names.concept(term, concept).into_string())
}

/// The name of the scheme of a domain for ever, where its glossary has an address.
#[must_use]
pub fn scheme_address(glossary: &Glossary, domain: &DomainId) -> Option<String> {
    Names::checked(glossary).ok().map(|names| names.scheme(domain).into_string())
}

/// Names below the address of a glossary.
#[derive(Debug, Clone)]
pub(super) struct Names {
    base: String,
}

impl Names {
    pub fn of(glossary: &Glossary) -> Self {
        Self { base: glossary.about.base_uri.trim_end_matches('/').to_owned() }
    }

    /// Whether things can be called so at all.
    pub fn checked(glossary: &Glossary) -> Result<Self, Refusal> {
        let names = Self::of(glossary);
        let wrong = || Refusal(format!("base_uri in glossary.toml is geen adres: ‘{}’.", names.base));
        NamedNode::new(format!("{}/id/x", names.base)).map_err(|_| wrong())?;
        Ok(names)
    }

    /// A name below the address, of letters that every address may hold.
    fn node(&self, path: &str) -> NamedNode {
        NamedNode::new_unchecked(format!("{}/{path}", self.base))
    }

    pub fn scheme(&self, domain: &DomainId) -> NamedNode {
        self.node(&format!("id/domain/{domain}"))
    }

    pub fn term(&self, term: &TermId) -> NamedNode {
        self.node(&format!("id/{term}"))
    }

    pub fn concept(&self, term: &TermId, concept: &ConceptId) -> NamedNode {
        self.node(&format!("id/{term}#{concept}"))
    }

    pub fn verdict(&self, term: &TermId, verdict: &Verdict) -> NamedNode {
        let [first, second] = &verdict.between;
        self.node(&format!("id/{term}#{first}/{second}"))
    }

    pub fn source(&self, source: &SourceId) -> NamedNode {
        self.node(&format!("id/source/{source}"))
    }

    pub fn actor(&self, actor: &ActorId) -> NamedNode {
        self.node(&format!("id/actor/{actor}"))
    }

    pub fn model(&self, model: &ModelId) -> NamedNode {
        self.node(&format!("id/model/{model}"))
    }

    pub fn phase(&self, model: &ModelId, phase: &PhaseId) -> NamedNode {
        self.node(&format!("id/model/{model}#{phase}"))
    }

    /// What a party does in a phase.
    pub fn phase_role(&self, model: &ModelId, role: &PhaseRole) -> NamedNode {
        let party = match &role.party {
            Party::Actor(actor) => format!("actor/{actor}"),
            Party::Domain(domain) => format!("domain/{domain}"),
        };
        self.node(&format!("id/model/{model}#{}/{party}/{}", role.phase, role.part.key()))
    }

    /// A property or class of our own vocabulary.
    pub fn own(&self, name: &str) -> NamedNode {
        self.node(&format!("ns#{name}"))
    }

    /// The namespace of our own vocabulary.
    pub fn namespace(&self) -> String {
        format!("{}/ns#", self.base)
    }

    /// What stands behind `/id/` in an address of this glossary.
    pub fn path<'a>(&self, address: &'a str) -> Option<&'a str> {
        address.strip_prefix(self.base.as_str())?.strip_prefix("/id/")
    }

    /// The term and the meaning that an address names.
    pub fn meaning(&self, address: &str) -> Option<(TermId, ConceptId)> {
        let (term, concept) = self.path(address)?.split_once('#')?;
        Some((TermId::parse(term)?, ConceptId::parse(concept)?))
    }

    /// The domain whose scheme an address names.
    pub fn domain(&self, address: &str) -> Option<DomainId> {
        DomainId::parse(self.path(address)?.strip_prefix("domain/")?)
    }

    /// The source that an address names.
    pub fn source_of(&self, address: &str) -> Option<SourceId> {
        SourceId::parse(self.path(address)?.strip_prefix("source/")?)
    }

    /// The actor that an address names.
    pub fn actor_of(&self, address: &str) -> Option<ActorId> {
        ActorId::parse(self.path(address)?.strip_prefix("actor/")?)
    }
}
