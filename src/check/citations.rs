// SPDX-License-Identifier: EUPL-1.2
//! Everything in a glossary that names something else, with the spot where it does so.

use crate::check::written::{local_terms, rows};
use crate::model::{
    ActorId, Agreement, Concept, DomainId, FacetId, Glossary, LegalId, Partner, Party, PhaseRef, Place, SourceId, Term,
    Verdict,
};
use crate::source::Spot;

fn glossary_file() -> Spot {
    Spot::file("glossary.toml")
}

fn row(file: &str, list: &str, number: usize) -> Spot {
    Spot::file(file).key(list).row(number)
}

/// Every concept with its spot: those of terms, then those of places.
pub(super) fn concepts(glossary: &Glossary) -> impl Iterator<Item = (&Concept, Spot)> {
    let everywhere = glossary.terms.iter().map(|term| (&term.concepts, Spot::term(&term.id)));
    let local = local_terms(glossary).map(|(place, local)| (&local.concepts, Spot::local(&place.id, &local.term)));
    everywhere.chain(local).flat_map(|(concepts, file)| rows(concepts, file.key("concepts")))
}

/// Every verdict with its spot: those of terms, then those of places.
pub(super) fn verdicts(glossary: &Glossary) -> impl Iterator<Item = (&Verdict, Spot)> {
    let everywhere = glossary.terms.iter().map(|term| (&term.verdicts, Spot::term(&term.id)));
    let local = local_terms(glossary).map(|(place, local)| (&local.verdicts, Spot::local(&place.id, &local.term)));
    everywhere.chain(local).flat_map(|(verdicts, file)| rows(verdicts, file.key("verdicts")))
}

/// Every agreement with its spot and its place.
pub(super) fn agreements(glossary: &Glossary) -> impl Iterator<Item = (&Place, &Agreement, Spot)> {
    local_terms(glossary).flat_map(|(place, local)| {
        let list = Spot::local(&place.id, &local.term).key("agreements");
        rows(&local.agreements, list).map(move |(agreement, spot)| (place, agreement, spot))
    })
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
    }
    lists.extend(concepts(glossary).map(|(concept, spot)| (concept.sources.as_slice(), spot)));
    lists.extend(verdicts(glossary).map(|(verdict, spot)| (verdict.sources.as_slice(), spot)));
    lists.extend(agreements(glossary).map(|(_, agreement, spot)| (agreement.sources.as_slice(), spot)));
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
    for (concept, spot) in concepts(glossary) {
        found.extend(concept.owners.iter().map(|id| (id, spot.clone().key("owner"))));
        found.extend(concept.values.roles.iter().map(|id| (id, spot.clone().key("values").key("roles"))));
    }
    let own = glossary.places.iter().map(|place| (&place.parties, Spot::place(&place.id)));
    let of_agreements = agreements(glossary).map(|(_, agreement, spot)| (&agreement.parties, spot));
    for (partners, spot) in own.chain(of_agreements) {
        let actors = partners.iter().filter_map(|partner| match partner {
            Partner::Actor(id) => Some(id),
            Partner::Role(_) => None,
        });
        found.extend(actors.map(|id| (id, spot.clone().key("parties"))));
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
    }
    found.extend(concepts(glossary).map(|(concept, spot)| (&concept.domain, spot.key("domain"))));
    for (verdict, spot) in verdicts(glossary) {
        let signed = rows(&verdict.signed, spot.key("signed"));
        found.extend(signed.map(|(signature, spot)| (&signature.domain, spot.key("domain"))));
    }
    found
}

/// Every citation of a facet.
pub(super) fn facets(glossary: &Glossary) -> Vec<(&FacetId, Spot)> {
    let mut found = Vec::new();
    for (concept, spot) in concepts(glossary) {
        found.extend(concept.facets.keys().map(|id| (id, spot.clone().key("facets"))));
    }
    for (verdict, spot) in verdicts(glossary) {
        found.extend(verdict.facets.keys().map(|id| (id, spot.clone().key("facets"))));
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
    for (concept, spot) in concepts(glossary) {
        let spot = spot.key("values").key("legal_basis");
        found.extend(concept.values.legal_basis.iter().map(|id| (id, spot.clone())));
    }
    found
}
