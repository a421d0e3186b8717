// SPDX-License-Identifier: EUPL-1.2
//! `glossary.toml`, `actors.toml`, `sources.toml` and `legal.toml` to the model.

use crate::model::{
    About, Actor, ActorId, ActorStatus, Domain, DomainId, Facet, FacetId, LegalFrame, LegalId, Model, ModelId, Party,
    Phase, PhaseId, PhaseRole, Source, SourceId, Status,
};
use crate::source::convert::{Converter, id, ids, keyed, sources};
use crate::source::fields::Fields;

impl Converter {
    pub(super) fn take_glossary(&mut self, fields: &Fields) {
        let text = |key| fields.text(key).unwrap_or_default();
        self.glossary.about = About {
            title: text("title"),
            description: fields.text("description"),
            caveat: fields.text("caveat"),
            language: text("language"),
            licence: text("licence"),
            base_uri: text("base_uri").trim_end_matches('/').to_owned(),
            sources: sources(fields),
        };
        self.glossary.domains = self.rows(fields, "domains", |_, row, _| domain(row));
        self.glossary.facets = self.rows(fields, "facets", |_, row, _| facet(row));
        self.glossary.models = self.rows(fields, "models", Self::model);
    }

    pub(super) fn take_actors(&mut self, fields: &Fields) {
        self.glossary.actors = self.rows(fields, "actors", |_, row, _| actor(row));
    }

    pub(super) fn take_sources(&mut self, fields: &Fields) {
        self.glossary.sources = self.rows(fields, "sources", |_, row, _| source(row));
    }

    pub(super) fn take_legal(&mut self, fields: &Fields) {
        self.glossary.legal_frames = self.rows(fields, "legal_frames", |_, row, _| legal_frame(row));
    }

    fn model(&mut self, row: &Fields, number: usize) -> Option<Model> {
        Some(Model {
            id: id(row, "id", ModelId::parse)?,
            label: row.text("label")?,
            english: row.text("english")?,
            about: row.text("about")?,
            owner: id(row, "owner", ActorId::parse),
            sources: sources(row),
            phases: self.rows(row, &format!("models.{number}.phases"), |_, row, _| phase(row)),
            roles: self.rows(row, &format!("models.{number}.roles"), |_, row, _| role(row)),
        })
    }
}

fn domain(row: &Fields) -> Option<Domain> {
    Some(Domain {
        id: id(row, "id", DomainId::parse)?,
        label: row.text("label")?,
        phrase: row.text("phrase")?,
        english: row.text("english")?,
        about: row.text("about"),
        parent: id(row, "parent", DomainId::parse),
        editors: row.texts("editors"),
    })
}

fn facet(row: &Fields) -> Option<Facet> {
    Some(Facet {
        id: id(row, "id", FacetId::parse)?,
        label: row.text("label")?,
        english: row.text("english")?,
        question: row.text("question"),
    })
}

fn phase(row: &Fields) -> Option<Phase> {
    Some(Phase {
        id: id(row, "id", PhaseId::parse)?,
        label: row.text("label")?,
        english: row.text("english")?,
        about: row.text("about"),
        target_group: row.text("target_group"),
        status: keyed(row, "status").unwrap_or(Status::Draft),
        sources: sources(row),
    })
}

/// A role names an actor or a domain; a row with neither is left out, and a rule reports it.
fn role(row: &Fields) -> Option<PhaseRole> {
    let actor = id(row, "actor", ActorId::parse).map(Party::Actor);
    Some(PhaseRole {
        phase: id(row, "phase", PhaseId::parse)?,
        party: actor.or_else(|| id(row, "domain", DomainId::parse).map(Party::Domain))?,
        part: keyed(row, "role")?,
        note: row.text("note"),
        status: keyed(row, "status")?,
        sources: sources(row),
    })
}

fn actor(row: &Fields) -> Option<Actor> {
    Some(Actor {
        id: id(row, "id", ActorId::parse)?,
        label: row.text("label")?,
        abbreviation: row.text("abbreviation"),
        english: row.text("english"),
        domains: ids(row, "domains", DomainId::parse),
        kind: keyed(row, "kind")?,
        about: row.text("about"),
        urls: row.texts("urls"),
        status: keyed(row, "status").unwrap_or(ActorStatus::Active),
        successor: id(row, "successor", ActorId::parse),
        sources: sources(row),
    })
}

fn source(row: &Fields) -> Option<Source> {
    Some(Source {
        id: id(row, "id", SourceId::parse)?,
        title: row.text("title")?,
        publisher: row.text("publisher")?,
        actor: id(row, "actor", ActorId::parse),
        year: row.text("year"),
        urls: row.texts("urls"),
        locator: row.text("locator"),
        note: row.text("note"),
        kind: keyed(row, "kind")?,
    })
}

fn legal_frame(row: &Fields) -> Option<LegalFrame> {
    Some(LegalFrame {
        id: id(row, "id", LegalId::parse)?,
        label: row.text("label")?,
        abbreviation: row.text("abbreviation"),
        about: row.text("about")?,
        status: keyed(row, "status")?,
        note: row.text("note"),
        sources: sources(row),
    })
}
