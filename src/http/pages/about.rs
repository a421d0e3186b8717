// SPDX-License-Identifier: EUPL-1.2
//! `/about`: what this is, who says what, what it rests on, and how much of it is a draft.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

use crate::divergence::{Basis, Pair};
use crate::http::answer::Keep;
use crate::http::lang::Lang;
use crate::http::pages::parts::{Frame, Link};
use crate::http::pages::tagged_page;
use crate::http::{App, Settings};
use crate::language::in_words;
use crate::model::{Relation, Source, SourceId, Status, Term, VerdictStatus};
use crate::publication::Publication;

/// The most terms that are named with a source.
const MOST_TERMS: usize = 8;

#[derive(Template)]
#[template(path = "about.html")]
struct About<'a> {
    frame: Frame<'a>,
    description: Option<&'a str>,
    domains: String,
    figures: Vec<Figure>,
    /// What the glossary as a whole rests on.
    sources: Vec<SourcePart<'a>>,
    source_count: usize,
    contact: Option<ContactPart<'a>>,
}

/// A source, with the first of the terms that name it.
struct SourcePart<'a> {
    source: &'a Source,
    terms: Vec<Link<'a>>,
}

/// A number with what it counts.
struct Figure {
    what: &'static str,
    count: usize,
    /// What to know about it.
    note: &'static str,
}

/// The team to ask, as the configuration says.
pub(super) struct ContactPart<'a> {
    pub name: &'a str,
    pub email: &'a str,
    pub url: &'a str,
}

impl<'a> ContactPart<'a> {
    pub fn of(settings: &'a Settings) -> Option<Self> {
        let contact = settings.contact.as_ref()?;
        Some(Self { name: &contact.name, email: &contact.email, url: &contact.url })
    }
}

/// `GET /about`.
pub(super) async fn show(request: HttpRequest, app: web::Data<App>) -> HttpResponse {
    let publication = app.publication();
    let glossary = &publication.glossary;
    let lang = Lang::of(&request);
    let roots: Vec<&str> = glossary.root_domains().map(|domain| domain.phrase.as_str()).collect();
    let english: Vec<String> = glossary.root_domains().map(|domain| format!("the {}", domain.english)).collect();
    let english: Vec<&str> = english.iter().map(String::as_str).collect();
    let page = About {
        frame: Frame::new(&publication, &request),
        description: glossary.about.description.as_deref(),
        domains: lang.say(in_words(&roots, "en"), in_words(&english, "and")),
        figures: figures(&publication, lang),
        sources: glossary.about.sources.iter().filter_map(|id| source_part(id, &publication)).collect(),
        source_count: glossary.sources.len(),
        contact: ContactPart::of(&app.settings),
    };
    tagged_page(&request, &app.tag(&publication), Keep::Shortly, &page)
}

fn source_part<'a>(id: &SourceId, publication: &'a Publication) -> Option<SourcePart<'a>> {
    let source = publication.glossary.source(id)?;
    let names =
        |term: &Term| term.sources.contains(id) || term.concepts.iter().any(|concept| concept.sources.contains(id));
    let terms = publication.glossary.terms.iter().enumerate().filter(|(_, term)| names(term));
    let terms = terms.take(MOST_TERMS).map(|(place, _)| Link::to(publication, place)).collect();
    Some(SourcePart { source, terms })
}

/// What is counted: its name, what to know about it, both in two languages, and how it is counted.
const FIGURES: &[([&str; 2], [&str; 2], Count)] = &[
    (
        ["Woorden", "Words"],
        ["Elk woord heeft een eigen bladzijde.", "Each word has a page of its own."],
        |publication| publication.glossary.terms.len(),
    ),
    (
        ["Betekenissen", "Meanings"],
        ["Een domein kan er meer dan één hebben.", "A domain can have more than one."],
        Publication::concept_count,
    ),
    (
        ["waarvan concept", "of which drafts"],
        ["Hun domein heeft ze nog niet bevestigd.", "Their domain has not confirmed them yet."],
        |publication| concepts(publication, Status::Draft),
    ),
    (
        ["waarvan bevestigd", "of which confirmed"],
        ["Iemand van het domein zelf heeft ze nagekeken.", "Someone of the domain itself checked them."],
        |publication| concepts(publication, Status::Confirmed),
    ),
    (
        ["Oordelen van de redactie: concept", "Judgements of the editors: drafts"],
        ["Nog niet door beide domeinen bevestigd.", "Not confirmed by both domains yet."],
        |publication| judged(publication, VerdictStatus::Draft),
    ),
    (
        ["Oordelen van de redactie: bevestigd", "Judgements of the editors: confirmed"],
        ["Beide domeinen tekenden ervoor.", "Both domains signed them."],
        |publication| judged(publication, VerdictStatus::Confirmed),
    ),
    (
        ["Afgeleid uit oordelen", "Derived from judgements"],
        [
            "Volgt uit andere oordelen; niemand keek er zelf naar.",
            "Follows from other judgements; nobody looked at it.",
        ],
        |publication| pairs(publication).filter(|pair| pair.basis == Basis::Derived).count(),
    ),
    (
        ["Berekend", "Computed"],
        ["Door een programma vergeleken; niemand keek het na.", "Compared by a program; nobody checked it."],
        |publication| pairs(publication).filter(|pair| pair.basis == Basis::Computed).count(),
    ),
    (
        ["Onduidelijk", "Unclear"],
        ["Er is te weinig bekend. Vraag het elkaar.", "Too little is known. Ask each other."],
        |publication| pairs(publication).filter(|pair| pair.relation == Relation::Unclear).count(),
    ),
];

/// Counts something of what is published.
type Count = fn(&Publication) -> usize;

/// How much there is, and how far it has come.
fn figures(publication: &Publication, lang: Lang) -> Vec<Figure> {
    let figure = |(what, note, count): &([&'static str; 2], [&'static str; 2], Count)| Figure {
        what: lang.say(what[0], what[1]),
        count: count(publication),
        note: lang.say(note[0], note[1]),
    };
    FIGURES.iter().map(figure).collect()
}

fn concepts(publication: &Publication, status: Status) -> usize {
    let all = publication.glossary.terms.iter().flat_map(|term| &term.concepts);
    all.filter(|concept| concept.status == status).count()
}

/// The pairs that are in use.
fn pairs(publication: &Publication) -> impl Iterator<Item = &Pair> {
    publication.pairs().map(|(_, pair)| pair).filter(|pair| !pair.retired)
}

fn judged(publication: &Publication, status: VerdictStatus) -> usize {
    pairs(publication).filter(|pair| pair.basis == Basis::Editors && pair.standing() == Some(status)).count()
}
