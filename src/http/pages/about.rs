//! `/about`: what this is, who says what, what it rests on, and how much of it is a draft.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

use crate::divergence::Basis;
use crate::http::answer::Keep;
use crate::http::pages::lang::Lang;
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

/// How much there is, and how far it has come.
fn figures(publication: &Publication, lang: Lang) -> Vec<Figure> {
    let concepts = || publication.glossary.terms.iter().flat_map(|term| &term.concepts);
    let with = |status| concepts().filter(|concept| concept.status == status).count();
    let pairs = || publication.pairs().map(|(_, pair)| pair).filter(|pair| !pair.retired);
    let judged =
        |status| pairs().filter(|pair| pair.basis == Basis::Editors && pair.standing() == Some(status)).count();
    let of = |basis| pairs().filter(|pair| pair.basis == basis).count();
    let unclear = pairs().filter(|pair| pair.relation == Relation::Unclear).count();
    let figure = |what: (&'static str, &'static str), count, note: (&'static str, &'static str)| Figure {
        what: lang.say(what.0, what.1),
        count,
        note: lang.say(note.0, note.1),
    };
    vec![
        figure(
            ("Woorden", "Words"),
            publication.glossary.terms.len(),
            ("Elk woord heeft een eigen bladzijde.", "Each word has a page of its own."),
        ),
        figure(
            ("Betekenissen", "Meanings"),
            publication.concept_count(),
            ("Een domein kan er meer dan één hebben.", "A domain can have more than one."),
        ),
        figure(
            ("waarvan concept", "of which drafts"),
            with(Status::Draft),
            ("Hun domein heeft ze nog niet bevestigd.", "Their domain has not confirmed them yet."),
        ),
        figure(
            ("waarvan bevestigd", "of which confirmed"),
            with(Status::Confirmed),
            ("Iemand van het domein zelf heeft ze nagekeken.", "Someone of the domain itself checked them."),
        ),
        figure(
            ("Oordelen van de redactie: concept", "Judgements of the editors: drafts"),
            judged(VerdictStatus::Draft),
            ("Nog niet door beide domeinen bevestigd.", "Not confirmed by both domains yet."),
        ),
        figure(
            ("Oordelen van de redactie: bevestigd", "Judgements of the editors: confirmed"),
            judged(VerdictStatus::Confirmed),
            ("Beide domeinen tekenden ervoor.", "Both domains signed them."),
        ),
        figure(
            ("Afgeleid uit oordelen", "Derived from judgements"),
            of(Basis::Derived),
            (
                "Volgt uit andere oordelen; niemand keek er zelf naar.",
                "Follows from other judgements; nobody looked at it.",
            ),
        ),
        figure(
            ("Berekend", "Computed"),
            of(Basis::Computed),
            ("Door een programma vergeleken; niemand keek het na.", "Compared by a program; nobody checked it."),
        ),
        figure(
            ("Onduidelijk", "Unclear"),
            unclear,
            ("Er is te weinig bekend. Vraag het elkaar.", "Too little is known. Ask each other."),
        ),
    ]
}
