// SPDX-License-Identifier: EUPL-1.2
//! `/phases`: the models of phases beside each other, who has which part in them, and words that go from phase to phase.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

use crate::http::App;
use crate::http::answer::Keep;
use crate::http::lang::Lang;
use crate::http::pages::named::Named;
use crate::http::pages::parts::Frame;
use crate::http::pages::reach::{ReachingWord, Shortened, across_models, within_one};
use crate::http::pages::roles::{RolePart, who_has};
use crate::http::pages::sources::{SourceLine, codes, listed};
use crate::http::pages::tagged_page;
use crate::language::capital;
use crate::model::{Degree, Glossary, Keyed, Model, Part, Phase, PhaseRef, SourceId, Status};
use crate::publication::{Parting, Wanted};

#[derive(Template)]
#[template(path = "phases.html")]
struct Phases<'a> {
    frame: Frame<'a>,
    /// The numbers of the steps of the longest model.
    steps: Vec<usize>,
    models: Vec<ModelPart<'a>>,
    /// How many roles there are, and how many of them are no draft any more.
    roles: usize,
    firm: usize,
    /// Words with a part in several models.
    shared: Shortened<ReachingWord<'a>>,
    /// Words with a part in several phases of one model, of which the meanings part.
    moving: Shortened<ReachingWord<'a>>,
    sources: Vec<SourceLine<'a>>,
}

struct ModelPart<'a> {
    id: &'a str,
    name: Named<'a>,
    about: Named<'a>,
    /// Who published it: the identifier and the name.
    owner: Option<(&'a str, Named<'a>)>,
    sources: Vec<&'a str>,
    phases: Vec<PhasePart<'a>>,
    rows: Vec<PartRow<'a>>,
    /// Whether it is said of any phase whom it is for.
    has_groups: bool,
    /// Whether it is said of anyone which part they have.
    has_roles: bool,
}

struct PhasePart<'a> {
    name: Named<'a>,
    about: Option<Named<'a>>,
    group: Option<Named<'a>>,
    status: &'static str,
    sources: Vec<&'a str>,
    /// How many words with a part in this phase differ, and how many of these clash.
    differing: usize,
    clashing: usize,
    /// Where these words stand.
    address: String,
}

/// A part that someone can have, with who has it in each phase.
struct PartRow<'a> {
    part: String,
    cells: Vec<PartCell<'a>>,
}

struct PartCell<'a> {
    phase: Named<'a>,
    roles: Vec<RolePart<'a>>,
}

/// `GET /phases`.
pub(super) async fn show(request: HttpRequest, app: web::Data<App>) -> HttpResponse {
    let publication = app.publication();
    let glossary = &publication.glossary;
    let frame = Frame::new(&publication, &request);
    let lang = frame.lang;
    let words = publication.words(&Wanted::default());
    let longest = glossary.models.iter().map(|model| model.phases.len()).max().unwrap_or(0);
    let page = Phases {
        steps: (1..=longest).collect(),
        models: glossary.models.iter().map(|model| ModelPart::new(model, &words, glossary, lang)).collect(),
        roles: glossary.models.iter().map(|model| model.roles.len()).sum(),
        firm: glossary.models.iter().flat_map(|model| &model.roles).filter(|role| role.status != Status::Draft).count(),
        shared: across_models(&words, glossary, lang),
        moving: within_one(&words, glossary, lang),
        sources: listed(glossary.models.iter().flat_map(cited), glossary, lang),
        frame,
    };
    tagged_page(&request, &app.tag(&publication), Keep::Shortly, &page)
}

/// Every source that a model, its phases or its roles rest on.
fn cited(model: &Model) -> impl Iterator<Item = &SourceId> {
    let of_phases = model.phases.iter().flat_map(|phase| &phase.sources);
    let of_roles = model.roles.iter().flat_map(|role| &role.sources);
    model.sources.iter().chain(of_phases).chain(of_roles)
}

impl<'a> ModelPart<'a> {
    fn new(model: &'a Model, words: &[Parting<'_>], glossary: &'a Glossary, lang: Lang) -> Self {
        let cell = |part: Part, phase: &'a Phase| PartCell {
            phase: Named::phase(lang, phase),
            roles: who_has(part, phase, model, (glossary, lang)),
        };
        let row = |part: Part| PartRow {
            part: capital(lang.of_key(part)),
            cells: model.phases.iter().map(|phase| cell(part, phase)).collect(),
        };
        Self {
            id: model.id.as_str(),
            name: Named::model(lang, model),
            about: Named::dutch(lang, &*model.about),
            owner: model.owner.as_ref().map(|id| (id.as_str(), Named::actor_of(lang, id, glossary))),
            sources: codes(&model.sources),
            phases: model.phases.iter().map(|phase| PhasePart::new(phase, model, words, lang)).collect(),
            rows: Part::ALL.iter().map(|known| row(known.0)).collect(),
            has_groups: model.phases.iter().any(|phase| phase.target_group.is_some()),
            has_roles: !model.roles.is_empty(),
        }
    }
}

impl<'a> PhasePart<'a> {
    fn new(phase: &'a Phase, model: &'a Model, words: &[Parting<'_>], lang: Lang) -> Self {
        let name = PhaseRef { model: model.id.clone(), phase: phase.id.clone() };
        let here = || words.iter().filter(|word| word.entry.term.phases.contains(&name));
        let from = |degree| here().filter(|word| word.pair.degree >= Some(degree)).count();
        Self {
            name: Named::phase(lang, phase),
            about: phase.about.as_deref().map(|text| Named::dutch(lang, text)),
            group: phase.target_group.as_deref().map(|text| Named::dutch(lang, text)),
            status: lang.of_key(phase.status),
            sources: codes(&phase.sources),
            differing: from(Degree::Nuance),
            clashing: from(Degree::Conflicting),
            address: lang.address(&format!("/differences?phase={name}")),
        }
    }
}
