// SPDX-License-Identifier: EUPL-1.2
//! Which domains a file of the glossary asks, so that whoever owns a meaning looks at a change to it.
//!
//! A term file asks every domain that has a meaning in it, that a verdict in it is about, or that it says does not use the word.
//! What belongs to no domain in particular asks all.

use crate::model::{ConceptId, Domain, DomainId, Glossary, LocalTerm, Term, Verdict};

/// Who is asked for what.
pub(super) struct Asked<'a> {
    /// The domains with teams, in the order of the glossary; together they are asked for what belongs to none in particular.
    pub domains: Vec<&'a Domain>,
    /// The files of terms, by their path in the glossary, each with those of these domains that it asks.
    pub files: Vec<(String, Vec<&'a Domain>)>,
    /// Domains for which nobody is asked: neither they nor a domain above them has teams.
    pub without: Vec<&'a Domain>,
}

impl<'a> Asked<'a> {
    pub fn of(glossary: &'a Glossary) -> Self {
        let domains: Vec<&Domain> = glossary.domains.iter().filter(|domain| !domain.editors.is_empty()).collect();
        let who = |wanted: Vec<&DomainId>| {
            let wanted: Vec<&DomainId> = wanted.into_iter().filter_map(|id| keeper(id, glossary)).collect();
            let mut asked = domains.clone();
            if !wanted.is_empty() {
                asked.retain(|domain| wanted.contains(&&domain.id));
            }
            asked
        };
        let of_term = |term: &'a Term| (format!("terms/{}.toml", term.id), who(domains_of(term)));
        let mut files: Vec<_> = glossary.terms.iter().map(of_term).collect();
        for place in &glossary.places {
            files.extend(place.terms.iter().map(|local| {
                let path = format!("local/{}/terms/{}.toml", place.id, local.term);
                (path, who(domains_in(local, glossary)))
            }));
        }
        let without = glossary.domains.iter().filter(|domain| keeper(&domain.id, glossary).is_none()).collect();
        Self { domains, files, without }
    }

    /// The files that do not ask all.
    pub fn exceptions(&self) -> impl Iterator<Item = &(String, Vec<&'a Domain>)> {
        self.files.iter().filter(|(_, asked)| asked.len() < self.domains.len())
    }
}

/// The nearest domain with teams, from this one upward.
fn keeper<'a>(id: &'a DomainId, glossary: &'a Glossary) -> Option<&'a DomainId> {
    glossary.lineage(id).find(|id| glossary.domain(id).is_some_and(|domain| !domain.editors.is_empty()))
}

fn domains_of(term: &Term) -> Vec<&DomainId> {
    term.concepts.iter().map(|concept| &concept.domain).chain(&term.unused_by).collect()
}

/// The domains of the meanings of a place and of what its verdicts compare them with; of agreements alone those of the term.
fn domains_in<'a>(local: &'a LocalTerm, glossary: &'a Glossary) -> Vec<&'a DomainId> {
    let everywhere = glossary.term(&local.term);
    let domain_of = |id: &ConceptId| {
        let general = everywhere.into_iter().flat_map(|term| &term.concepts);
        local.concepts.iter().chain(general).find(|concept| &concept.id == id).map(|concept| &concept.domain)
    };
    let of_verdict = |verdict: &Verdict| verdict.between.iter().filter_map(domain_of).collect::<Vec<_>>();
    let own = local.concepts.iter().map(|concept| &concept.domain);
    let mut domains: Vec<&DomainId> = own.chain(local.verdicts.iter().flat_map(of_verdict)).collect();
    if !local.agreements.is_empty() {
        domains.extend(everywhere.into_iter().flat_map(domains_of));
    }
    domains
}
