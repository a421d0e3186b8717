// SPDX-License-Identifier: EUPL-1.2
//! What stands beside the terms, as tables: the glossary itself, actors, sources, laws, places.

use toml_edit::{InlineTable, Table, Value};

use crate::model::{
    Actor, Agreement, Domain, Facet, Glossary, Keyed, LegalFrame, LocalTerm, Model, Partner, Party, Phase, PhaseRole,
    Place, Source,
};
use crate::source::written::put::{day, list, rows, text, texts};
use crate::source::written::term::{concept, verdict};

pub(super) fn glossary(glossary: &Glossary) -> Table {
    let mut table = Table::new();
    let about = &glossary.about;
    text(&mut table, "title", Some(&about.title));
    text(&mut table, "description", about.description.as_ref());
    text(&mut table, "caveat", about.caveat.as_ref());
    text(&mut table, "language", Some(&about.language));
    text(&mut table, "licence", Some(&about.licence));
    text(&mut table, "base_uri", Some(&about.base_uri));
    texts(&mut table, "sources", &about.sources);
    rows(&mut table, "domains", glossary.domains.iter().map(domain));
    rows(&mut table, "facets", glossary.facets.iter().map(facet));
    rows(&mut table, "models", glossary.models.iter().map(model));
    table
}

fn domain(domain: &Domain) -> Table {
    let mut table = Table::new();
    text(&mut table, "id", Some(&domain.id));
    text(&mut table, "label", Some(&domain.label));
    text(&mut table, "phrase", Some(&domain.phrase));
    text(&mut table, "english", Some(&domain.english));
    text(&mut table, "about", domain.about.as_ref());
    text(&mut table, "parent", domain.parent.as_ref());
    table
}

fn facet(facet: &Facet) -> Table {
    let mut table = Table::new();
    text(&mut table, "id", Some(&facet.id));
    text(&mut table, "label", Some(&facet.label));
    text(&mut table, "english", Some(&facet.english));
    text(&mut table, "question", facet.question.as_ref());
    table
}

fn model(model: &Model) -> Table {
    let mut table = Table::new();
    text(&mut table, "id", Some(&model.id));
    text(&mut table, "label", Some(&model.label));
    text(&mut table, "english", Some(&model.english));
    text(&mut table, "about", Some(&model.about));
    text(&mut table, "owner", model.owner.as_ref());
    texts(&mut table, "sources", &model.sources);
    rows(&mut table, "phases", model.phases.iter().map(phase));
    rows(&mut table, "roles", model.roles.iter().map(role));
    table
}

fn phase(phase: &Phase) -> Table {
    let mut table = Table::new();
    text(&mut table, "id", Some(&phase.id));
    text(&mut table, "label", Some(&phase.label));
    text(&mut table, "english", Some(&phase.english));
    text(&mut table, "about", phase.about.as_ref());
    text(&mut table, "target_group", phase.target_group.as_ref());
    text(&mut table, "status", Some(&phase.status.key()));
    texts(&mut table, "sources", &phase.sources);
    table
}

fn role(role: &PhaseRole) -> Table {
    let mut table = Table::new();
    text(&mut table, "phase", Some(&role.phase));
    match &role.party {
        Party::Actor(actor) => text(&mut table, "actor", Some(actor)),
        Party::Domain(domain) => text(&mut table, "domain", Some(domain)),
    }
    text(&mut table, "role", Some(&role.part.key()));
    text(&mut table, "note", role.note.as_ref());
    text(&mut table, "status", Some(&role.status.key()));
    texts(&mut table, "sources", &role.sources);
    table
}

pub(super) fn actors(actors: &[Actor]) -> Table {
    let mut table = Table::new();
    rows(&mut table, "actors", actors.iter().map(actor));
    table
}

fn actor(actor: &Actor) -> Table {
    let mut table = Table::new();
    text(&mut table, "id", Some(&actor.id));
    text(&mut table, "label", Some(&actor.label));
    text(&mut table, "abbreviation", actor.abbreviation.as_ref());
    text(&mut table, "english", actor.english.as_ref());
    texts(&mut table, "domains", &actor.domains);
    text(&mut table, "kind", Some(&actor.kind.key()));
    text(&mut table, "about", actor.about.as_ref());
    texts(&mut table, "urls", &actor.urls);
    text(&mut table, "status", Some(&actor.status.key()));
    text(&mut table, "successor", actor.successor.as_ref());
    texts(&mut table, "sources", &actor.sources);
    table
}

pub(super) fn sources(sources: &[Source]) -> Table {
    let mut table = Table::new();
    rows(&mut table, "sources", sources.iter().map(source));
    table
}

fn source(source: &Source) -> Table {
    let mut table = Table::new();
    text(&mut table, "id", Some(&source.id));
    text(&mut table, "title", Some(&source.title));
    text(&mut table, "publisher", Some(&source.publisher));
    text(&mut table, "actor", source.actor.as_ref());
    text(&mut table, "year", source.year.as_ref());
    texts(&mut table, "urls", &source.urls);
    text(&mut table, "locator", source.locator.as_ref());
    text(&mut table, "note", source.note.as_ref());
    text(&mut table, "kind", Some(&source.kind.key()));
    table
}

pub(super) fn legal(frames: &[LegalFrame]) -> Table {
    let mut table = Table::new();
    rows(&mut table, "legal_frames", frames.iter().map(frame));
    table
}

fn frame(frame: &LegalFrame) -> Table {
    let mut table = Table::new();
    text(&mut table, "id", Some(&frame.id));
    text(&mut table, "label", Some(&frame.label));
    text(&mut table, "abbreviation", frame.abbreviation.as_ref());
    text(&mut table, "about", Some(&frame.about));
    text(&mut table, "status", Some(&frame.status.key()));
    text(&mut table, "note", frame.note.as_ref());
    texts(&mut table, "sources", &frame.sources);
    table
}

pub(super) fn place(place: &Place) -> Table {
    let mut table = Table::new();
    text(&mut table, "label", Some(&place.label));
    text(&mut table, "note", place.note.as_ref());
    list(&mut table, "parties", place.parties.iter().map(partner));
    table
}

pub(super) fn local_term(local: &LocalTerm) -> Table {
    let mut table = Table::new();
    rows(&mut table, "concepts", local.concepts.iter().map(concept));
    rows(&mut table, "verdicts", local.verdicts.iter().map(verdict));
    rows(&mut table, "agreements", local.agreements.iter().map(agreement));
    table
}

fn agreement(agreement: &Agreement) -> Table {
    let mut table = Table::new();
    text(&mut table, "text", Some(&agreement.text));
    list(&mut table, "parties", agreement.parties.iter().map(partner));
    day(&mut table, "agreed_on", Some(agreement.agreed_on));
    day(&mut table, "valid_until", Some(agreement.valid_until));
    texts(&mut table, "sources", &agreement.sources);
    text(&mut table, "status", Some(&agreement.status.key()));
    table
}

fn partner(partner: &Partner) -> Value {
    match partner {
        Partner::Actor(id) => Value::from(id.as_str()),
        Partner::Role(role) => Value::InlineTable(InlineTable::from_iter([("role", Value::from(role.as_str()))])),
    }
}
