// SPDX-License-Identifier: EUPL-1.2
//! `/domains` and `/domains/{id}`: the domains, and what one means by its words, who is in it and whom to ask.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

use crate::http::App;
use crate::http::answer::Keep;
use crate::http::lang::Lang;
use crate::http::pages::contact::ContactPart;
use crate::http::pages::defined;
use crate::http::pages::missing::no_such_page;
use crate::http::pages::named::Named;
use crate::http::pages::numbers::{NumberPart, asked_number, numbers, on_page};
use crate::http::pages::parts::{Badge, Frame, Link};
use crate::http::pages::roles::{TakenPart, sources_of, taken_by};
use crate::http::pages::sources::{SourceLine, listed};
use crate::http::pages::tagged_page;
use crate::http::paging::Page;
use crate::model::{Actor, Concept, Domain, DomainId, Glossary, Party, Term};
use crate::publication::{Entry, Publication, Wanted};

/// How many words a page shows.
const PER_PAGE: usize = 25;

/// The most actors, or words without a meaning, that a page lists.
const MOST_LISTED: usize = 100;

#[derive(Template)]
#[template(path = "domains.html")]
struct Domains<'a> {
    frame: Frame<'a>,
    domains: Vec<DomainRow<'a>>,
}

struct DomainRow<'a> {
    id: &'a str,
    name: Named<'a>,
    about: Option<Named<'a>>,
    parent: Option<Named<'a>>,
    /// How many words it gives a meaning, its own or that of a domain above it.
    words: usize,
}

#[derive(Template)]
#[template(path = "domain.html")]
struct DomainPage<'a> {
    frame: Frame<'a>,
    /// What search engines read of it.
    defined: String,
    name: Named<'a>,
    about: Option<Named<'a>>,
    parent: Option<DomainLink<'a>>,
    children: Vec<DomainLink<'a>>,
    total: usize,
    words: Vec<WordRow<'a>>,
    pages: Vec<NumberPart>,
    beyond: bool,
    /// Words of which it says that it does not use them.
    unused: Listed<Link<'a>>,
    /// Words of which nobody wrote down yet what it means by them.
    silent: Listed<Link<'a>>,
    actors: Listed<ActorLine<'a>>,
    contact: ContactPart<'a>,
    taken: Vec<TakenPart<'a>>,
    sources: Vec<SourceLine<'a>>,
}

/// The first of a list, and how many more there are.
struct Listed<T> {
    first: Vec<T>,
    more: usize,
}

struct DomainLink<'a> {
    id: &'a str,
    name: Named<'a>,
}

struct ActorLine<'a> {
    id: &'a str,
    name: Named<'a>,
    kind: &'static str,
}

struct WordRow<'a> {
    id: &'a str,
    label: Named<'a>,
    english: Option<&'a str>,
    meanings: Vec<MeaningLine<'a>>,
    badge: Option<Badge<'a>>,
    /// The other side of the difference; nothing where it lies within the domain.
    with: Option<Named<'a>>,
}

struct MeaningLine<'a> {
    text: Named<'a>,
    status: &'static str,
    /// The domain whose meaning it is, where that is another.
    whose: Option<Whose<'a>>,
}

/// Whose meaning a domain shows, where it is not its own.
enum Whose<'a> {
    /// It takes over what a domain above it means.
    Above(Named<'a>),
    /// A part of it means this.
    Part(Named<'a>),
}

/// `GET /domains`.
pub(super) async fn index(request: HttpRequest, app: web::Data<App>) -> HttpResponse {
    let publication = app.publication();
    let glossary = &publication.glossary;
    let frame = Frame::new(&publication, &request);
    let domains = glossary.domains.iter().map(|domain| DomainRow::new(domain, glossary, frame.lang)).collect();
    let page = Domains { frame, domains };
    tagged_page(&request, &app.tag(&publication), Keep::Shortly, &page)
}

/// `GET /domains/{id}`.
pub(super) async fn show(request: HttpRequest, id: web::Path<String>, app: web::Data<App>) -> HttpResponse {
    let publication = app.publication();
    let Some(domain) = DomainId::parse(&id).and_then(|id| publication.glossary.domain(&id)) else {
        return no_such_page(&publication, &request, &id);
    };
    let frame = Frame::new(&publication, &request);
    let (words, without) = by_meaning(domain, &publication.glossary);
    let (path, query) = (format!("/domains/{}", domain.id), request.query_string());
    let page = Page { path: &path, query, number: asked_number(query), size: PER_PAGE, total: words.len() };
    let page = DomainPage::new((domain, [&words, &without]), &page, (&publication, &app), frame);
    tagged_page(&request, &app.tag(&publication), Keep::Shortly, &page)
}

/// The words to which a domain gives a meaning today, its own, one of its parts or one of a domain above it; and the
/// others.
fn by_meaning<'a>(domain: &'a Domain, glossary: &'a Glossary) -> (Vec<&'a Term>, Vec<&'a Term>) {
    glossary.terms.iter().partition(|term| !glossary.meanings_today(term, &domain.id).is_empty())
}

fn listed_first<X, T>(items: impl Iterator<Item = X>, show: impl Fn(X) -> T) -> Listed<T> {
    let items: Vec<X> = items.collect();
    let more = items.len().saturating_sub(MOST_LISTED);
    Listed { first: items.into_iter().take(MOST_LISTED).map(show).collect(), more }
}

impl<'a> DomainRow<'a> {
    fn new(domain: &'a Domain, glossary: &'a Glossary, lang: Lang) -> Self {
        Self {
            id: domain.id.as_str(),
            name: Named::domain(lang, domain),
            about: domain.about.as_deref().map(|text| Named::dutch(lang, text)),
            parent: domain.parent.as_ref().map(|id| Named::domain_of(lang, id, glossary)),
            words: by_meaning(domain, glossary).0.len(),
        }
    }
}

impl<'a> DomainPage<'a> {
    fn new(
        (domain, [words, without]): (&'a Domain, [&[&'a Term]; 2]),
        page: &Page<'_>,
        (publication, app): (&'a Publication, &'a App),
        frame: Frame<'a>,
    ) -> Self {
        let (glossary, lang) = (&publication.glossary, frame.lang);
        let link = |domain: &'a Domain| DomainLink { id: domain.id.as_str(), name: Named::domain(lang, domain) };
        let word = |term: &'a Term| Link { id: term.id.as_str(), label: &term.label };
        let (unused, silent): (Vec<&Term>, Vec<&Term>) =
            without.iter().partition(|term| glossary.lineage(&domain.id).any(|id| term.unused_by.contains(id)));
        let party = Party::Domain(domain.id.clone());
        let own = |concept: &&Concept| concept.domain == domain.id;
        let row = |term: &&'a Term| Some(WordRow::new(publication.entry(&term.id)?, domain, publication, lang));
        let meant_by = glossary.terms.iter().flat_map(|term| &term.concepts).filter(own);
        let in_it = glossary.actors.iter().filter(|actor| actor.domains.contains(&domain.id));
        Self {
            defined: defined::domain(domain, glossary, &frame),
            name: Named::domain(lang, domain),
            about: domain.about.as_deref().map(|text| Named::dutch(lang, text)),
            parent: domain.parent.as_ref().and_then(|id| glossary.domain(id)).map(link),
            children: glossary
                .domains
                .iter()
                .filter(|child| child.parent.as_ref() == Some(&domain.id))
                .map(link)
                .collect(),
            total: words.len(),
            words: on_page(words, page).iter().filter_map(row).collect(),
            pages: numbers(page, lang),
            beyond: page.number > page.count(),
            unused: listed_first(unused.into_iter(), word),
            silent: listed_first(silent.into_iter(), word),
            actors: listed_first(in_it, |actor: &'a Actor| ActorLine {
                id: actor.id.as_str(),
                name: Named::actor(lang, actor),
                kind: lang.of_key(actor.kind),
            }),
            contact: ContactPart::new(meant_by, app, lang),
            taken: taken_by(&party, glossary, lang),
            sources: listed(sources_of(&party, glossary), glossary, lang),
            frame,
        }
    }
}

impl<'a> WordRow<'a> {
    fn new(entry: Entry<'a>, domain: &'a Domain, publication: &'a Publication, lang: Lang) -> Self {
        let (term, glossary) = (entry.term, &publication.glossary);
        let whose = |concept: &'a Concept| {
            let name = Named::domain_of(lang, &concept.domain, glossary);
            match concept.domain == domain.id {
                true => None,
                false if glossary.belongs_to(&domain.id, &concept.domain) => Some(Whose::Above(name)),
                false => Some(Whose::Part(name)),
            }
        };
        let meaning = |concept: &'a Concept| MeaningLine {
            text: Named::dutch(lang, &*concept.explanation),
            status: lang.of_key(concept.status),
            whose: whose(concept),
        };
        let pair =
            publication.word(entry, &Wanted { domains: vec![domain], ..Wanted::default() }).map(|word| word.pair);
        let is_other = |id: &&'a DomainId| !glossary.belongs_to(id, &domain.id) && !glossary.belongs_to(&domain.id, id);
        let other = pair.and_then(|pair| [&pair.b.domain, &pair.a.domain].into_iter().find(is_other));
        Self {
            id: term.id.as_str(),
            label: Named::dutch(lang, &*term.label),
            english: term.english.as_deref(),
            meanings: glossary.meanings_today(term, &domain.id).into_iter().map(meaning).collect(),
            badge: pair.map(|pair| Badge::new(pair, lang)),
            with: other.map(|id| Named::domain_of(lang, id, glossary)),
        }
    }
}
