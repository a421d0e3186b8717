// SPDX-License-Identifier: EUPL-1.2
//! What a change means, as a page: the words of `diff`, with a link to the page of each word as it would become. The service does
//! not show it; a preview is made of it.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

use crate::change::{AskReport, Changes, Report, Standing, TermChange, TermFate, TermReport};
use crate::http::App;
use crate::http::lang::Lang;
use crate::http::pages::happened::{ElsewherePart, TermPart};
use crate::http::pages::marked::Legend;
use crate::http::pages::page;
use crate::http::pages::parts::Frame;
use crate::model::{DomainId, Glossary, Keyed, PlaceId};
use crate::publication::Publication;

/// Where this page stands among those that a preview is made of.
pub(in crate::http) const ADDRESS: &str = "/changed";

#[derive(Template)]
#[template(path = "changed.html")]
struct Changed<'a> {
    frame: Frame<'a>,
    asks: Vec<AskRow<'a>>,
    /// What happened to each word, its identifier, and its pages as they would become.
    words: Vec<(TermPart<'a>, &'a str, Vec<Link>)>,
    elsewhere: Vec<ElsewherePart<'a>>,
    legend: Vec<&'static str>,
}

/// An address, with words for it.
type Link = (String, String);

/// A domain that must agree.
struct AskRow<'a> {
    domain: String,
    word: &'a str,
    about: &'a str,
    standing: &'static str,
    is_missing: bool,
}

/// Shows the changes that lie beside the publication.
pub(in crate::http) async fn show(
    request: HttpRequest,
    app: web::Data<App>,
    changes: web::Data<Changes>,
) -> HttpResponse {
    let publication = app.publication();
    let report = Report::new(&changes);
    let frame = Frame::new(&publication, &request);
    page(&request, StatusCode::OK, &Changed::new((&changes, &report), &publication, frame))
}

/// The addresses of the pages of a word as it would become: everywhere, and in places of which something changed.
pub(in crate::http) fn addresses<'a>(term: &'a TermChange) -> Vec<(String, Option<&'a PlaceId>)> {
    if term.fate == TermFate::Withdrawn {
        return Vec::new();
    }
    let address = format!("/terms/{}", term.id);
    let in_place = |place: &'a PlaceId| (format!("/terms/{}?place={place}", term.id), Some(place));
    std::iter::once((address, None)).chain(term.places.iter().map(in_place)).collect()
}

impl<'a> Changed<'a> {
    fn new((changes, report): (&Changes, &'a Report), publication: &Publication, frame: Frame<'a>) -> Self {
        let (lang, glossary) = (frame.lang, &publication.glossary);
        let mut legend = Legend::new(lang);
        let word = |(change, term): (&TermChange, &'a TermReport)| {
            let part = TermPart::new(term, publication, &mut legend, lang);
            (part, term.id.as_str(), links(change, glossary, lang))
        };
        let asks = report.terms.iter().flat_map(|term| term.asks.iter().map(move |ask| (term, ask)));
        Self {
            words: changes.terms.iter().zip(&report.terms).map(word).collect(),
            asks: asks.map(|(term, ask)| ask_row(term, ask, (glossary, lang))).collect(),
            elsewhere: report.elsewhere.iter().map(|part| ElsewherePart::new(part, lang)).collect(),
            legend: legend.lines(),
            frame,
        }
    }
}

fn ask_row<'a>(term: &'a TermReport, ask: &'a AskReport, (glossary, lang): (&Glossary, Lang)) -> AskRow<'a> {
    let domain = DomainId::parse(&ask.domain).and_then(|id| glossary.domain(&id));
    let standing = Standing::from_key(&ask.standing);
    AskRow {
        domain: domain.map_or_else(|| ask.domain.clone(), |domain| lang.domain(domain)),
        word: &term.label,
        about: lang.say(&ask.about, &ask.about_english),
        standing: standing.map_or("", |standing| lang.of_key(standing)),
        is_missing: standing == Some(Standing::Missing),
    }
}

/// The pages of a word as they would become.
fn links(term: &TermChange, glossary: &Glossary, lang: Lang) -> Vec<Link> {
    let words = |place: Option<&PlaceId>| match place {
        None => lang.say("Bekijk de bladzijde zoals zij wordt", "See the page as it becomes").to_owned(),
        Some(id) => {
            let label = glossary.place(id).map_or(id.as_str(), |place| place.label.as_str());
            format!("{} {label}", lang.say("In", "In"))
        }
    };
    addresses(term).into_iter().map(|(address, place)| (address, words(place))).collect()
}
