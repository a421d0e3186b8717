// SPDX-License-Identifier: EUPL-1.2
//! A term as it was on a day: `/terms/{id}?on=2026-05-01`. Marked as old everywhere, with the way to now; and a clear answer
//! where it cannot be shown.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;

use crate::history::History;
use crate::http::App;
use crate::http::answer::Keep;
use crate::http::lang::Lang;
use crate::http::pages::happened::{MomentPart, PastPart, TermPart};
use crate::http::pages::marked::{Legend, Marking};
use crate::http::pages::pair::PairPart;
use crate::http::pages::parts::{Badge, Frame};
use crate::http::pages::side::{SidePart, sides};
use crate::http::pages::sources::{SourceLine, listed};
use crate::http::pages::subject::Subject;
use crate::http::pages::table::Table;
use crate::http::pages::{page, tagged_page};
use crate::http::past::{Former, Misfit, former};
use crate::model::{Date, TermId};
use crate::publication::{Past, Publication};

/// The most changes of a term that stand on its page.
const MOST_MOMENTS: usize = 10;

#[derive(Template)]
#[template(path = "then.html")]
struct ThenPage<'a> {
    frame: Frame<'a>,
    label: &'a str,
    english: Option<&'a str>,
    /// The day that was asked for.
    on: Date,
    /// The day of the revision of then.
    day: Date,
    commit: &'a str,
    /// When another revision followed it.
    until: Option<Date>,
    /// Where the term of now is; nothing where it is gone.
    now: Option<String>,
    badge: Option<Badge<'a>>,
    sides: Vec<SidePart<'a>>,
    legend: Vec<&'static str>,
    pairs: Vec<PairPart<'a>>,
    sources: Vec<SourceLine<'a>>,
}

#[derive(Template)]
#[template(path = "then-not.html")]
struct NotThenPage<'a> {
    frame: Frame<'a>,
    title: String,
    text: String,
    /// A day on which it can be shown, with its page.
    shown_on: Option<(String, String)>,
    /// Where the term of now is.
    now: Option<String>,
}

/// The history of a term, as it stands on its page.
pub(super) struct TermHistory<'a> {
    pub past: PastPart,
    pub moments: Vec<MomentPart<'a>>,
    /// What the marks in them mean.
    pub legend: Vec<&'static str>,
    /// How many earlier changes do not stand there.
    pub left_out: usize,
    /// Whether it stood in the first revision that is known.
    pub was_there_first: bool,
}

impl<'a> TermHistory<'a> {
    /// The history of a term.
    pub fn new(id: &TermId, (publication, past): (&Publication, &'a Past), lang: Lang) -> Self {
        let mut legend = Legend::new(lang);
        let history = past.history();
        let happened = history.map(|history| history.of_term(id)).unwrap_or_default();
        let left_out = happened.len().saturating_sub(MOST_MOMENTS);
        let mut moment =
            |(revision, term)| MomentPart::new(revision, TermPart::new(term, publication, &mut legend, lang), lang);
        Self {
            past: PastPart::new(past, publication, lang),
            moments: happened.into_iter().take(MOST_MOMENTS).map(&mut moment).collect(),
            legend: legend.lines(),
            left_out,
            was_there_first: history.is_some_and(|history| history.was_there_first(id)),
        }
    }
}

/// The day that an address asks for, as it stands there.
pub(super) fn asked_day(request: &HttpRequest) -> Option<String> {
    let mut pairs = form_urlencoded::parse(request.query_string().as_bytes());
    pairs.find(|(name, _)| name == "on").map(|(_, value)| value.into_owned()).filter(|value| !value.is_empty())
}

/// A term as it was on the day that was asked for.
pub(super) async fn show(request: &HttpRequest, id: &TermId, asked: &str, app: &App) -> HttpResponse {
    let (publication, past, today) = (app.publication(), app.past(), (app.today)());
    let frame = Frame::new(&publication, request);
    let Some(day) = Date::parse(asked) else {
        let text = frame.say("Schrijf een dag als 2026-05-01.", "Write a day as 2026-05-01.").to_owned();
        let title = frame.say("Dit is geen dag", "This is no day").to_owned();
        let now = now(id, &publication, &frame);
        return page(request, StatusCode::BAD_REQUEST, &NotThenPage { title, text, shown_on: None, now, frame });
    };
    match former((&publication, &past), id.clone(), day, today).await {
        Ok(former) => {
            let tag = app.tag_on_with(&publication, today, &past);
            let now = now(id, &publication, &frame);
            tagged_page(request, &tag, Keep::Shortly, &ThenPage::new(&former, day, now, frame))
        }
        Err(misfit) => {
            let (dutch, english) = misfit.words();
            let title = format!("{} {day}", frame.say("Dit woord op", "This word on"));
            let now = now(id, &publication, &frame);
            let page_of = NotThenPage { title, text: frame.lang.say(dutch, english), shown_on: None, now, frame };
            page(request, status(&misfit), &page_of)
        }
    }
}

fn status(misfit: &Misfit) -> StatusCode {
    match misfit {
        Misfit::Future => StatusCode::BAD_REQUEST,
        Misfit::Reading => StatusCode::SERVICE_UNAVAILABLE,
        Misfit::NoHistory(..) | Misfit::Before(_) | Misfit::Absent(_) => StatusCode::NOT_FOUND,
    }
}

/// The page of a term that stood in the glossary and is gone; nothing where the history knows none.
pub(super) fn gone(request: &HttpRequest, id: &TermId, app: &App, history: &History) -> Option<HttpResponse> {
    let day = history.last_day_of(id)?;
    let publication = app.publication();
    let frame = Frame::new(&publication, request);
    let address = frame.to(&format!("/terms/{id}?on={day}"));
    let gone = NotThenPage {
        title: frame.say("Dit woord is weggehaald", "This word was withdrawn").to_owned(),
        text: frame
            .say("Het staat niet meer in de woordenlijst.", "It does not stand in the glossary any more.")
            .to_owned(),
        shown_on: Some((day.to_string(), address)),
        now: history
            .later_name(id.as_str())
            .and_then(TermId::parse)
            .and_then(|later| now(&later, &publication, &frame)),
        frame,
    };
    Some(page(request, StatusCode::GONE, &gone))
}

/// Where the term of now is, where it is still there.
fn now(id: &TermId, publication: &Publication, frame: &Frame<'_>) -> Option<String> {
    publication.entry(id).map(|entry| frame.term(entry.term.id.as_str()))
}

impl<'a> ThenPage<'a> {
    fn new(former: &'a Former, on: Date, now: Option<String>, frame: Frame<'a>) -> Self {
        let (entry, glossary) = (former.then.entry(), &former.then.glossary);
        let table = Table::of_all(entry, glossary);
        let subject = Subject { entry, glossary, lang: frame.lang };
        let marking = Marking::of(table.headline);
        let mut legend = Legend::new(frame.lang);
        let sides = sides(&table, subject, |segments| legend.marked(segments, marking));
        let absence = frame.say(
            "Wat dit domein er toen mee bedoelde, stond hier niet.",
            "What this domain meant by it then did not stand here.",
        );
        let described = table.pairs.iter().filter(|pair| pair.b.concept.is_some());
        Self {
            label: &entry.term.label,
            english: entry.term.english.as_deref(),
            on,
            day: former.revision.day,
            commit: &former.revision.commit,
            until: former.until,
            now,
            badge: table.headline.map(|pair| Badge::new(pair, frame.lang)),
            sides: sides.into_iter().map(|side| SidePart { absence: side.absence.map(|_| absence), ..side }).collect(),
            legend: legend.lines(),
            pairs: described.map(|pair| PairPart::new(pair, subject)).collect(),
            sources: listed(entry.cited_sources(), glossary, frame.lang),
            frame,
        }
    }
}
