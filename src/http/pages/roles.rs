// SPDX-License-Identifier: EUPL-1.2
//! Who has which part in the phases of models. What no source says is a draft and shown as such.

use crate::http::lang::Lang;
use crate::http::pages::named::Named;
use crate::http::pages::sources::codes;
use crate::language::capital;
use crate::model::{Glossary, Model, Part, Party, Phase, PhaseRole, SourceId};

/// Who has a part in a phase.
pub(super) struct RolePart<'a> {
    pub who: Named<'a>,
    /// The page of the actor or the domain.
    pub address: String,
    pub status: &'static str,
    pub note: Option<Named<'a>>,
    pub sources: Vec<&'a str>,
}

/// A part that someone has in a phase.
pub(super) struct TakenPart<'a> {
    pub model: Named<'a>,
    pub model_id: &'a str,
    pub phase: Named<'a>,
    pub part: String,
    pub role: RolePart<'a>,
}

impl<'a> RolePart<'a> {
    fn new(role: &'a PhaseRole, glossary: &'a Glossary, lang: Lang) -> Self {
        let (who, address) = match &role.party {
            Party::Actor(id) => (Named::actor_of(lang, id, glossary), format!("/actors/{id}")),
            Party::Domain(id) => (Named::domain_of(lang, id, glossary), format!("/domains/{id}")),
        };
        Self {
            who,
            address: lang.address(&address),
            status: lang.of_key(role.status),
            note: role.note.as_deref().map(|note| Named::dutch(lang, note)),
            sources: codes(&role.sources),
        }
    }
}

/// Who has this part in a phase.
pub(super) fn who_has<'a>(
    part: Part,
    phase: &Phase,
    model: &'a Model,
    (glossary, lang): (&'a Glossary, Lang),
) -> Vec<RolePart<'a>> {
    let here = model.roles.iter().filter(|role| role.phase == phase.id && role.part == part);
    here.map(|role| RolePart::new(role, glossary, lang)).collect()
}

/// The parts that someone has in all models.
pub(super) fn taken_by<'a>(party: &Party, glossary: &'a Glossary, lang: Lang) -> Vec<TakenPart<'a>> {
    let taken = |(model, role): (&'a Model, &'a PhaseRole)| {
        let phase = model.phases.iter().find(|phase| phase.id == role.phase)?;
        Some(TakenPart {
            model: Named::model(lang, model),
            model_id: model.id.as_str(),
            phase: Named::phase(lang, phase),
            part: capital(lang.of_key(role.part)),
            role: RolePart::new(role, glossary, lang),
        })
    };
    roles_of(party, glossary).filter_map(taken).collect()
}

/// What the parts that someone has rest on.
pub(super) fn sources_of<'a>(party: &Party, glossary: &'a Glossary) -> impl Iterator<Item = &'a SourceId> {
    roles_of(party, glossary).flat_map(|(_, role)| &role.sources)
}

fn roles_of<'a>(party: &Party, glossary: &'a Glossary) -> impl Iterator<Item = (&'a Model, &'a PhaseRole)> {
    let roles = glossary.models.iter().flat_map(|model| model.roles.iter().map(move |role| (model, role)));
    roles.filter(move |(_, role)| role.party == *party)
}
