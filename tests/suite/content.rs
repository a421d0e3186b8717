// SPDX-License-Identifier: EUPL-1.2
//! The glossary of the project: whole, sound, honest.

use taalbrug::check;
use taalbrug::diagnostic::Severity;
use taalbrug::divergence::{Basis, Pair, Weights, Yardstick, headline, pairs_of};
use taalbrug::model::{Degree, FacetId, Kind, Party, Relation, SourceKind, Status, Term, VerdictStatus};
use taalbrug::source::{Content, load};

use crate::support::{TODAY, real_glossary};

fn content() -> Content {
    let (content, found) = load(&real_glossary()).expect("the glossary of the project");
    let findings = check::run(&content, found, TODAY);
    let to_mend: Vec<_> = findings.iter().filter(|finding| finding.severity != Severity::Hint).collect();
    assert!(to_mend.is_empty(), "{to_mend:#?}");
    content
}

fn pairs(term: &Term, content: &Content) -> Vec<Pair> {
    let weights = Weights::default();
    pairs_of(
        term,
        &Yardstick { lexicon: &content.lexicon, weights: &weights, glossary: &content.glossary, embedder: None },
    )
}

/// The terms whose headline has one of these degrees and is no one-sided pair.
fn with_degrees(content: &Content, degrees: &[Degree]) -> usize {
    let is = |term: &&Term| {
        let pairs = pairs(term, content);
        let pair = headline(&pairs).expect("every term has a pair");
        pair.relation != Relation::OneSided && pair.degree.is_some_and(|degree| degrees.contains(&degree))
    };
    content.glossary.terms.iter().filter(is).count()
}

#[test]
fn all_terms_are_there_with_their_degrees() {
    let content = content();
    assert_eq!(content.glossary.terms.len(), 79);
    assert_eq!(with_degrees(&content, &[Degree::Conflicting]), 16);
    assert_eq!(with_degrees(&content, &[Degree::Substantial]), 33);
    assert_eq!(with_degrees(&content, &[Degree::Nuance]), 11 + 1);
    assert_eq!(with_degrees(&content, &[Degree::Same]), 8);
    assert_eq!(content.glossary.terms.iter().filter(|term| !term.unused_by.is_empty()).count(), 10);
}

#[test]
fn every_headline_is_a_judgement_and_nothing_is_confirmed_yet() {
    let content = content();
    for term in &content.glossary.terms {
        let pairs = pairs(term, &content);
        assert_eq!(headline(&pairs).map(|pair| pair.basis), Some(Basis::Editors), "{}", term.id);
        assert!(term.concepts.iter().all(|concept| concept.status == Status::Draft), "{}", term.id);
        assert!(term.verdicts.iter().all(|verdict| verdict.status == VerdictStatus::Draft), "{}", term.id);
        assert!(term.verdicts.iter().all(|verdict| verdict.signed.is_empty()), "{}", term.id);
    }
}

#[test]
fn both_sides_of_a_diverging_term_have_facet_phrases() {
    let content = content();
    for term in &content.glossary.terms {
        let large = term.verdicts.first().is_some_and(|verdict| verdict.degree >= Degree::Nuance);
        if large {
            let bare: Vec<_> =
                term.concepts.iter().filter(|concept| concept.facets.is_empty()).map(|concept| &concept.id).collect();
            assert!(bare.is_empty(), "{}: {bare:?}", term.id);
        }
    }
}

#[test]
fn a_concept_without_a_source_says_so_and_is_in_nobodys_name() {
    let content = content();
    let glossary = &content.glossary;
    let draft_source = |id| glossary.source(id).is_some_and(|source| source.kind == SourceKind::Draft);
    let drafts: Vec<_> = glossary
        .terms
        .iter()
        .flat_map(|term| &term.concepts)
        .filter(|concept| concept.sources.iter().any(draft_source))
        .collect();
    assert!(drafts.len() >= 5);
    for concept in drafts {
        assert_eq!(concept.sources.len(), 1, "{}", concept.id);
        assert!(concept.owners.iter().all(|owner| owner.as_str() == "editors"), "{}", concept.id);
        assert_ne!(concept.kind, Kind::Law, "{}", concept.id);
    }
}

#[test]
fn a_role_without_a_source_is_a_draft_of_a_whole_domain() {
    let content = content();
    for role in content.glossary.models.iter().flat_map(|model| &model.roles) {
        assert_eq!(role.status, Status::Draft);
        if role.sources.is_empty() {
            assert!(matches!(role.party, Party::Domain(_)), "{role:?}");
        }
    }
}

#[test]
fn the_whole_register_and_all_facets_are_there() {
    let content = content();
    assert_eq!(content.glossary.sources.len(), 120 + 1);
    assert_eq!(content.glossary.facets.len(), 9);
    let threshold = FacetId::parse("threshold").expect("a facet key");
    assert_eq!(content.glossary.facet(&threshold).map(|facet| facet.label.as_str()), Some("Drempel"));
}
