// SPDX-License-Identifier: EUPL-1.2
//! `/actors/{id}`: an organisation, role or group: what it is, which meanings are its own, and its part per phase.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

use crate::http::App;
use crate::http::answer::Keep;
use crate::http::lang::Lang;
use crate::http::pages::contact::ContactPart;
use crate::http::pages::missing::no_such_page;
use crate::http::pages::named::Named;
use crate::http::pages::numbers::{NumberPart, asked_number, numbers, on_page};
use crate::http::pages::parts::Frame;
use crate::http::pages::roles::{TakenPart, sources_of, taken_by};
use crate::http::pages::sources::{SourceLine, listed};
use crate::http::pages::tagged_page;
use crate::http::paging::Page;
use crate::language::capital;
use crate::model::{Actor, ActorId, ActorStatus, Concept, Glossary, Party, Term};
use crate::publication::Publication;

/// How many meanings a page shows.
const PER_PAGE: usize = 25;

#[derive(Template)]
#[template(path = "actor.html")]
struct ActorPage<'a> {
    frame: Frame<'a>,
    name: Named<'a>,
    abbreviation: Option<&'a str>,
    kind: String,
    about: Option<Named<'a>>,
    /// It no longer exists.
    has_ended: bool,
    /// Who took over: the identifier and the name.
    successor: Option<(&'a str, Named<'a>)>,
    urls: &'a [String],
    /// The domains it works in: identifier and name.
    domains: Vec<(&'a str, Named<'a>)>,
    total: usize,
    meanings: Vec<MeaningRow<'a>>,
    pages: Vec<NumberPart>,
    beyond: bool,
    contact: ContactPart<'a>,
    taken: Vec<TakenPart<'a>>,
    sources: Vec<SourceLine<'a>>,
}

struct MeaningRow<'a> {
    id: &'a str,
    label: Named<'a>,
    /// What tells this meaning apart from others of its domain.
    distinction: Option<Named<'a>>,
    domain: Named<'a>,
    text: Named<'a>,
    kind: &'static str,
    status: &'static str,
}

/// `GET /actors/{id}`.
pub(super) async fn show(request: HttpRequest, id: web::Path<String>, app: web::Data<App>) -> HttpResponse {
    let publication = app.publication();
    let Some(actor) = ActorId::parse(&id).and_then(|id| publication.glossary.actor(&id)) else {
        return no_such_page(&publication, &request, &id);
    };
    let frame = Frame::new(&publication, &request);
    let owned = owned_by(actor, &publication.glossary);
    let (path, query) = (format!("/actors/{}", actor.id), request.query_string());
    let page = Page { path: &path, query, number: asked_number(query), size: PER_PAGE, total: owned.len() };
    let page = ActorPage::new((actor, &owned), &page, (&publication, &app), frame);
    tagged_page(&request, &app.tag(&publication), Keep::Shortly, &page)
}

/// The meanings in use of which an actor is an owner.
fn owned_by<'a>(actor: &Actor, glossary: &'a Glossary) -> Vec<(&'a Term, &'a Concept)> {
    let concepts = glossary.terms.iter().flat_map(|term| term.concepts.iter().map(move |concept| (term, concept)));
    concepts.filter(|(_, concept)| !concept.is_retired() && concept.owners.contains(&actor.id)).collect()
}

impl<'a> ActorPage<'a> {
    fn new(
        (actor, owned): (&'a Actor, &[(&'a Term, &'a Concept)]),
        page: &Page<'_>,
        (publication, app): (&'a Publication, &'a App),
        frame: Frame<'a>,
    ) -> Self {
        let (glossary, lang) = (&publication.glossary, frame.lang);
        let party = Party::Actor(actor.id.clone());
        let shown = on_page(owned, page);
        let of_meanings = shown.iter().flat_map(|(_, concept)| &concept.sources);
        let cited = actor.sources.iter().chain(sources_of(&party, glossary)).chain(of_meanings);
        Self {
            name: Named::actor(lang, actor),
            abbreviation: actor.abbreviation.as_deref(),
            kind: capital(lang.of_key(actor.kind)),
            about: actor.about.as_deref().map(|text| Named::dutch(lang, text)),
            has_ended: actor.status == ActorStatus::Ended,
            successor: actor.successor.as_ref().map(|id| (id.as_str(), Named::actor_of(lang, id, glossary))),
            urls: &actor.urls,
            domains: actor.domains.iter().map(|id| (id.as_str(), Named::domain_of(lang, id, glossary))).collect(),
            total: owned.len(),
            meanings: shown.iter().map(|&(term, concept)| MeaningRow::new(term, concept, glossary, lang)).collect(),
            pages: numbers(page, lang),
            beyond: page.number > page.count(),
            contact: ContactPart::new(owned.iter().map(|(_, concept)| *concept), app, lang),
            taken: taken_by(&party, glossary, lang),
            sources: listed(cited, glossary, lang),
            frame,
        }
    }
}

impl<'a> MeaningRow<'a> {
    fn new(term: &'a Term, concept: &'a Concept, glossary: &'a Glossary, lang: Lang) -> Self {
        Self {
            id: term.id.as_str(),
            label: Named::dutch(lang, &*term.label),
            distinction: term.distinction(&concept.id).map(|text| Named::dutch(lang, text)),
            domain: Named::domain_of(lang, &concept.domain, glossary),
            text: Named::dutch(lang, &*concept.explanation),
            kind: lang.of_key(concept.kind),
            status: lang.of_key(concept.status),
        }
    }
}
