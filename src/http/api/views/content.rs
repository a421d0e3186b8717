// SPDX-License-Identifier: EUPL-1.2
//! Domains, models, actors and sources as JSON.

use schemars::JsonSchema;
use serde::Serialize;

use crate::model::{Actor, Domain, Glossary, Keyed, Model, Party, Phase, PhaseRole, Source, SourceId};

/// The domains.
#[derive(Serialize, JsonSchema)]
pub(in crate::http::api) struct DomainList<'a> {
    domains: Vec<DomainView<'a>>,
}

#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(rename = "Domain")]
struct DomainView<'a> {
    id: &'a str,
    label: &'a str,
    /// The name inside a Dutch sentence.
    phrase: &'a str,
    english: &'a str,
    about: Option<&'a str>,
    /// The domain it is a part of.
    parent: Option<&'a str>,
    /// How many terms have a meaning in it.
    terms: usize,
}

impl<'a> DomainList<'a> {
    pub fn new(glossary: &'a Glossary) -> Self {
        let domain = |domain: &'a Domain| DomainView {
            id: domain.id.as_str(),
            label: &domain.label,
            phrase: &domain.phrase,
            english: &domain.english,
            about: domain.about.as_deref(),
            parent: domain.parent.as_ref().map(AsRef::as_ref),
            terms: glossary.terms.iter().filter(|term| term.concepts_of(&domain.id).next().is_some()).count(),
        };
        Self { domains: glossary.domains.iter().map(domain).collect() }
    }
}

/// The models of phases.
#[derive(Serialize, JsonSchema)]
pub(in crate::http::api) struct ModelList<'a> {
    models: Vec<ModelView<'a>>,
}

#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(rename = "Model")]
struct ModelView<'a> {
    id: &'a str,
    label: &'a str,
    english: &'a str,
    about: &'a str,
    owner: Option<&'a str>,
    sources: Vec<&'a str>,
    /// The phases, in order.
    phases: Vec<PhaseView<'a>>,
}

#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(rename = "Phase")]
struct PhaseView<'a> {
    id: &'a str,
    label: &'a str,
    english: &'a str,
    about: Option<&'a str>,
    target_group: Option<&'a str>,
    status: &'a str,
    sources: Vec<&'a str>,
    /// Who does what in it.
    roles: Vec<RoleView<'a>>,
}

#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(rename = "Role")]
struct RoleView<'a> {
    /// The actor, or
    actor: Option<&'a str>,
    /// the domain as a whole.
    domain: Option<&'a str>,
    /// The Dutch name of either.
    label: &'a str,
    /// leads, `takes_part` or informed.
    role: &'a str,
    /// What no source says is a draft.
    status: &'a str,
    note: Option<&'a str>,
    sources: Vec<&'a str>,
}

fn codes(sources: &[SourceId]) -> Vec<&str> {
    sources.iter().map(AsRef::as_ref).collect()
}

impl<'a> ModelList<'a> {
    pub fn new(glossary: &'a Glossary) -> Self {
        let model = |model: &'a Model| ModelView {
            id: model.id.as_str(),
            label: &model.label,
            english: &model.english,
            about: &model.about,
            owner: model.owner.as_ref().map(AsRef::as_ref),
            sources: codes(&model.sources),
            phases: model.phases.iter().map(|of| phase(of, model, glossary)).collect(),
        };
        Self { models: glossary.models.iter().map(model).collect() }
    }
}

fn phase<'a>(phase: &'a Phase, model: &'a Model, glossary: &'a Glossary) -> PhaseView<'a> {
    PhaseView {
        id: phase.id.as_str(),
        label: &phase.label,
        english: &phase.english,
        about: phase.about.as_deref(),
        target_group: phase.target_group.as_deref(),
        status: phase.status.key(),
        sources: codes(&phase.sources),
        roles: model.roles.iter().filter(|role| role.phase == phase.id).map(|of| role(of, glossary)).collect(),
    }
}

fn role<'a>(role: &'a PhaseRole, glossary: &'a Glossary) -> RoleView<'a> {
    let (actor, domain, label) = match &role.party {
        Party::Actor(id) => (Some(id.as_str()), None, glossary.actor(id).map(|actor| actor.label.as_str())),
        Party::Domain(id) => (None, Some(id.as_str()), glossary.domain(id).map(|domain| domain.label.as_str())),
    };
    RoleView {
        actor,
        domain,
        label: label.unwrap_or_default(),
        role: role.part.key(),
        status: role.status.key(),
        note: role.note.as_deref(),
        sources: codes(&role.sources),
    }
}

/// Organisations, roles and groups.
#[derive(Serialize, JsonSchema)]
pub(in crate::http::api) struct ActorList<'a> {
    actors: Vec<ActorView<'a>>,
}

#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(rename = "Actor")]
struct ActorView<'a> {
    id: &'a str,
    label: &'a str,
    abbreviation: Option<&'a str>,
    english: Option<&'a str>,
    domains: Vec<&'a str>,
    /// organisation, role or group.
    kind: &'a str,
    about: Option<&'a str>,
    urls: &'a [String],
    /// active or ended.
    status: &'a str,
    successor: Option<&'a str>,
    sources: Vec<&'a str>,
}

impl<'a> ActorList<'a> {
    pub fn new(glossary: &'a Glossary) -> Self {
        let actor = |actor: &'a Actor| ActorView {
            id: actor.id.as_str(),
            label: &actor.label,
            abbreviation: actor.abbreviation.as_deref(),
            english: actor.english.as_deref(),
            domains: actor.domains.iter().map(AsRef::as_ref).collect(),
            kind: actor.kind.key(),
            about: actor.about.as_deref(),
            urls: &actor.urls,
            status: actor.status.key(),
            successor: actor.successor.as_ref().map(AsRef::as_ref),
            sources: codes(&actor.sources),
        };
        Self { actors: glossary.actors.iter().map(actor).collect() }
    }
}

/// The source register.
#[derive(Serialize, JsonSchema)]
pub(in crate::http::api) struct SourceList<'a> {
    sources: Vec<SourceView<'a>>,
}

/// What definitions rest on.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(rename = "Source")]
pub(in crate::http::api) struct SourceView<'a> {
    id: &'a str,
    title: &'a str,
    publisher: &'a str,
    actor: Option<&'a str>,
    year: Option<&'a str>,
    urls: &'a [String],
    locator: Option<&'a str>,
    note: Option<&'a str>,
    /// page, report, law and so on; draft for our own wording without a source.
    kind: &'a str,
    /// The kind in Dutch words.
    kind_text: &'a str,
}

impl<'a> SourceView<'a> {
    pub fn new(source: &'a Source) -> Self {
        Self {
            id: source.id.as_str(),
            title: &source.title,
            publisher: &source.publisher,
            actor: source.actor.as_ref().map(AsRef::as_ref),
            year: source.year.as_deref(),
            urls: &source.urls,
            locator: source.locator.as_deref(),
            note: source.note.as_deref(),
            kind: source.kind.key(),
            kind_text: source.kind.dutch(),
        }
    }

    /// The source in a few words, with where to read it.
    pub fn in_words(&self) -> String {
        let year = self.year.map(|year| format!(" ({year})")).unwrap_or_default();
        let url = self.urls.first().map(|url| format!(", {url}")).unwrap_or_default();
        format!("{}, {}{year}{url}", self.title, self.publisher)
    }
}

impl<'a> SourceList<'a> {
    pub fn new(glossary: &'a Glossary) -> Self {
        Self { sources: glossary.sources.iter().map(SourceView::new).collect() }
    }
}
