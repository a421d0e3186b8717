//! Everything in a glossary that names something else, with the spot where it does so.

use crate::model::{ActorId, DomainId, FacetId, Glossary, LegalId, Party, PhaseRef, SourceId, Term};
use crate::source::Spot;

fn glossary_file() -> Spot {
    Spot::file("glossary.toml")
}

fn row(file: &str, list: &str, number: usize) -> Spot {
    Spot::file(file).key(list).row(number)
}

/// The spot of each concept of a term.
pub(super) fn concept_spots(term: &Term) -> impl Iterator<Item = (&crate::model::Concept, Spot)> {
    let spot = |number| Spot::term(&term.id).key("concepts").row(number);
    term.concepts.iter().enumerate().map(move |(number, concept)| (concept, spot(number)))
}

/// The spot of each verdict of a term.
pub(super) fn verdict_spots(term: &Term) -> impl Iterator<Item = (&crate::model::Verdict, Spot)> {
    let spot = |number| Spot::term(&term.id).key("verdicts").row(number);
    term.verdicts.iter().enumerate().map(move |(number, verdict)| (verdict, spot(number)))
}

/// Every citation of a source.
pub(super) fn sources(glossary: &Glossary) -> Vec<(&SourceId, Spot)> {
    let mut lists: Vec<(&[SourceId], Spot)> = vec![(&glossary.about.sources, glossary_file())];
    for (number, model) in glossary.models.iter().enumerate() {
        let spot = row("glossary.toml", "models", number);
        lists.push((&model.sources, spot.clone()));
        for (number, phase) in model.phases.iter().enumerate() {
            lists.push((&phase.sources, spot.clone().key("phases").row(number)));
        }
        for (number, role) in model.roles.iter().enumerate() {
            lists.push((&role.sources, spot.clone().key("roles").row(number)));
        }
    }
    for (number, actor) in glossary.actors.iter().enumerate() {
        lists.push((&actor.sources, row("actors.toml", "actors", number)));
    }
    for (number, frame) in glossary.legal_frames.iter().enumerate() {
        lists.push((&frame.sources, row("legal.toml", "legal_frames", number)));
    }
    for term in &glossary.terms {
        lists.push((&term.sources, Spot::term(&term.id)));
        lists.extend(concept_spots(term).map(|(concept, spot)| (concept.sources.as_slice(), spot)));
        lists.extend(verdict_spots(term).map(|(verdict, spot)| (verdict.sources.as_slice(), spot)));
    }
    lists.into_iter().flat_map(|(list, spot)| list.iter().map(move |id| (id, spot.clone().key("sources")))).collect()
}

/// Every citation of an actor.
pub(super) fn actors(glossary: &Glossary) -> Vec<(&ActorId, Spot)> {
    let mut found = Vec::new();
    for (number, model) in glossary.models.iter().enumerate() {
        let spot = row("glossary.toml", "models", number);
        found.extend(model.owner.iter().map(|owner| (owner, spot.clone().key("owner"))));
        for (number, role) in model.roles.iter().enumerate() {
            if let Party::Actor(actor) = &role.party {
                found.push((actor, spot.clone().key("roles").row(number).key("actor")));
            }
        }
    }
    for (number, actor) in glossary.actors.iter().enumerate() {
        let spot = row("actors.toml", "actors", number).key("successor");
        found.extend(actor.successor.iter().map(|id| (id, spot.clone())));
    }
    for (number, source) in glossary.sources.iter().enumerate() {
        let spot = row("sources.toml", "sources", number).key("actor");
        found.extend(source.actor.iter().map(|id| (id, spot.clone())));
    }
    for (concept, spot) in glossary.terms.iter().flat_map(concept_spots) {
        found.extend(concept.owners.iter().map(|id| (id, spot.clone().key("owner"))));
        found.extend(concept.values.roles.iter().map(|id| (id, spot.clone().key("values").key("roles"))));
    }
    found
}

/// Every citation of a domain.
pub(super) fn domains(glossary: &Glossary) -> Vec<(&DomainId, Spot)> {
    let mut found = Vec::new();
    for (number, domain) in glossary.domains.iter().enumerate() {
        let spot = row("glossary.toml", "domains", number).key("parent");
        found.extend(domain.parent.iter().map(|id| (id, spot.clone())));
    }
    for (number, model) in glossary.models.iter().enumerate() {
        for (place, role) in model.roles.iter().enumerate() {
            if let Party::Domain(domain) = &role.party {
                found.push((domain, row("glossary.toml", "models", number).key("roles").row(place).key("domain")));
            }
        }
    }
    for (number, actor) in glossary.actors.iter().enumerate() {
        let spot = row("actors.toml", "actors", number).key("domains");
        found.extend(actor.domains.iter().map(|id| (id, spot.clone())));
    }
    for term in &glossary.terms {
        let file = Spot::term(&term.id);
        found.extend(term.unused_by.iter().map(|id| (id, file.clone().key("unused_by"))));
        for (number, label) in term.alt_labels.iter().enumerate() {
            let spot = file.clone().key("alt_labels").row(number).key("domain");
            found.extend(label.domain.iter().map(|id| (id, spot.clone())));
        }
        found.extend(concept_spots(term).map(|(concept, spot)| (&concept.domain, spot.key("domain"))));
        for (verdict, spot) in verdict_spots(term) {
            for (number, signature) in verdict.signed.iter().enumerate() {
                found.push((&signature.domain, spot.clone().key("signed").row(number).key("domain")));
            }
        }
    }
    found
}

/// Every citation of a facet.
pub(super) fn facets(glossary: &Glossary) -> Vec<(&FacetId, Spot)> {
    let mut found = Vec::new();
    for term in &glossary.terms {
        for (concept, spot) in concept_spots(term) {
            found.extend(concept.facets.keys().map(|id| (id, spot.clone().key("facets"))));
        }
        for (verdict, spot) in verdict_spots(term) {
            found.extend(verdict.facets.keys().map(|id| (id, spot.clone().key("facets"))));
        }
    }
    found
}

/// Every citation of a phase.
pub(super) fn phases(glossary: &Glossary) -> Vec<(&PhaseRef, Spot)> {
    let spot = |term: &Term| Spot::term(&term.id).key("phases");
    glossary.terms.iter().flat_map(|term| term.phases.iter().map(move |phase| (phase, spot(term)))).collect()
}

/// Every citation of a legal frame.
pub(super) fn legal_frames(glossary: &Glossary) -> Vec<(&LegalId, Spot)> {
    let mut found = Vec::new();
    for (concept, spot) in glossary.terms.iter().flat_map(concept_spots) {
        let spot = spot.key("values").key("legal_basis");
        found.extend(concept.values.legal_basis.iter().map(|id| (id, spot.clone())));
    }
    found
}
