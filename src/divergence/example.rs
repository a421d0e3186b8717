// SPDX-License-Identifier: EUPL-1.2
//! Small terms for the tests of this floor: meanings by id and domain, and verdicts on them.

use crate::divergence::compare::tests::with;
use crate::divergence::overview::Overview;
use crate::divergence::pair::{Pair, pairs_of};
use crate::model::{Concept, ConceptId, Domain, DomainId, Glossary, Relation, Term, TermId, Verdict};

/// Four meanings, each of a domain of its own.
pub(super) const CONCEPTS: &[(&str, &str)] = &[("a", "school"), ("b", "wijk"), ("c", "politie"), ("d", "rechter")];

/// An id of a concept.
pub(super) fn id(text: &str) -> ConceptId {
    ConceptId::parse(text).expect("an id of a test is well formed")
}

/// A term with these meanings, as id and domain, and these verdicts, all of them drafts.
pub(super) fn term(concepts: &[(&str, &str)], verdicts: &[(&str, &str, Relation)]) -> Term {
    Term {
        id: TermId::parse("woord").expect("an id of a test is well formed"),
        label: "woord".to_owned(),
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
        concepts: concepts.iter().map(|(id, domain)| concept(id, domain)).collect(),
        verdicts: verdicts.iter().map(|(a, b, relation)| verdict([a, b], *relation)).collect(),
    }
}

/// The pairs of a term, in a glossary with the domains of [`CONCEPTS`].
pub(super) fn pairs(term: &Term) -> Vec<Pair> {
    with(&glossary(), |yardstick| pairs_of(term, yardstick))
}

/// What these say together.
pub(super) fn overview(term: &Term) -> Overview {
    Overview::new(term, &glossary(), &pairs(term))
}

fn glossary() -> Glossary {
    Glossary { domains: CONCEPTS.iter().map(|(_, name)| domain(name)).collect(), ..Glossary::default() }
}

/// A domain.
pub(super) fn domain(name: &str) -> Domain {
    Domain {
        id: DomainId::parse(name).expect("an id of a test is well formed"),
        label: name.to_owned(),
        phrase: format!("de {name}"),
        english: name.to_owned(),
        about: None,
        parent: None,
        editors: Vec::new(),
    }
}

/// A meaning whose text says nothing of any other.
pub(super) fn concept(name: &str, domain: &str) -> Concept {
    let domain = DomainId::parse(domain).expect("an id of a test is well formed");
    Concept { definition: format!("Wat {name} zegt."), ..Concept::bare(id(name), domain) }
}

fn verdict(between: [&str; 2], relation: Relation) -> Verdict {
    let degree = relation.degree().expect("a verdict has a degree");
    Verdict { why: "Daarom.".to_owned(), ..Verdict::bare(between.map(id), relation, degree) }
}
