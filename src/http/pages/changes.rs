// SPDX-License-Identifier: EUPL-1.2
//! `/changes` and `/changes/{commit}`: what changed per revision, and whether domains come closer.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

use crate::history::{History, Revision};
use crate::http::answer::Keep;
use crate::http::lang::Lang;
use crate::http::pages::happened::{ElsewherePart, PastPart, TermPart};
use crate::http::pages::marked::Legend;
use crate::http::pages::missing::no_such_page;
use crate::http::pages::numbers::{NumberPart, asked_number, numbers};
use crate::http::pages::parts::Frame;
use crate::http::pages::tagged_page;
use crate::http::pages::trend::TrendPart;
use crate::http::paging::Page;
use crate::http::told::headline;
use crate::http::{API_BASE, App};
use crate::model::Date;
use crate::publication::Publication;

/// How many revisions stand on a page.
const PER_PAGE: usize = 10;

/// How many words of a revision stand on a page of many revisions, and on a page of its own.
const MOST_WORDS: [usize; 2] = [10, 200];

#[derive(Template)]
#[template(path = "changes.html")]
struct Changes<'a> {
    frame: Frame<'a>,
    /// The day of the revision that this page is about, where it is one.
    one: Option<String>,
    past: PastPart,
    revisions: Vec<RevisionPart<'a>>,
    trend: Option<TrendPart<'a>>,
    legend: Vec<&'static str>,
    pages: Vec<NumberPart>,
    /// From which day on changes are shown, where that was asked.
    since: Option<String>,
    /// Whether the day that was asked for is none.
    is_no_day: bool,
    /// The same as data.
    data: String,
}

struct RevisionPart<'a> {
    day: String,
    commit: &'a str,
    address: String,
    headline: String,
    is_first: bool,
    terms: Vec<TermPart<'a>>,
    /// How many words are left out here.
    left_out: usize,
    elsewhere: Vec<ElsewherePart<'a>>,
}

/// `GET /changes`.
pub(super) async fn show(request: HttpRequest, app: web::Data<App>) -> HttpResponse {
    let (publication, past) = (app.publication(), app.past());
    let query = request.query_string();
    let frame = Frame::new(&publication, &request);
    let asked = asked_day(query);
    let since = asked.as_deref().and_then(Date::parse);
    let all = past.history().map_or(&[][..], |history| &history.revisions);
    let wanted: Vec<&Revision> =
        all.iter().rev().filter(|revision| since.is_none_or(|since| revision.day >= since)).collect();
    let number = asked_number(query);
    let page = Page { path: "/changes", query, number, size: PER_PAGE, total: wanted.len() };
    let on_page = wanted.into_iter().skip((number - 1) * PER_PAGE).take(PER_PAGE);
    let mut writer = Writer::new(&publication, past.history().map(AsRef::as_ref), frame.lang, MOST_WORDS[0]);
    let is_start = number == 1 && asked.is_none();
    let trend = past.history().filter(|_| is_start);
    let trend = trend.and_then(|history| TrendPart::new(history, &publication.glossary, frame.lang));
    let changes = Changes {
        revisions: on_page.map(|revision| writer.revision(revision)).collect(),
        past: PastPart::new(&past, &publication, frame.lang),
        one: None,
        trend,
        legend: writer.legend.lines(),
        pages: numbers(&page, frame.lang),
        is_no_day: asked.is_some() && since.is_none(),
        since: since.map(|since| since.to_string()),
        data: format!("{API_BASE}/changes"),
        frame,
    };
    if changes.is_no_day {
        return crate::http::pages::page(&request, actix_web::http::StatusCode::BAD_REQUEST, &changes);
    }
    tagged_page(&request, &app.tag_with(&publication, &past), Keep::Shortly, &changes)
}

/// `GET /changes/{commit}`: one revision.
pub(super) async fn one(request: HttpRequest, commit: web::Path<String>, app: web::Data<App>) -> HttpResponse {
    let (publication, past) = (app.publication(), app.past());
    let found = past.history().and_then(|history| Some((history, history.revision(&commit)?)));
    let Some((history, revision)) = found else { return no_such_page(&publication, &request, "") };
    let frame = Frame::new(&publication, &request);
    let mut writer = Writer::new(&publication, Some(history), frame.lang, MOST_WORDS[1]);
    let changes = Changes {
        revisions: vec![writer.revision(revision)],
        past: PastPart::new(&past, &publication, frame.lang),
        one: Some(revision.day.to_string()),
        trend: None,
        legend: writer.legend.lines(),
        pages: Vec::new(),
        is_no_day: false,
        since: None,
        data: format!("{API_BASE}/changes?since={}", revision.day),
        frame,
    };
    tagged_page(&request, &app.tag_with(&publication, &past), Keep::Shortly, &changes)
}

/// The day that an address asks for, as it stands there.
fn asked_day(query: &str) -> Option<String> {
    let (_, value) = form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == "since")?;
    Some(value.into_owned()).filter(|value| !value.is_empty())
}

/// Writes revisions, and notes which marks their texts carry.
struct Writer<'a> {
    publication: &'a Publication,
    history: Option<&'a History>,
    legend: Legend,
    lang: Lang,
    most: usize,
}

impl<'a> Writer<'a> {
    fn new(publication: &'a Publication, history: Option<&'a History>, lang: Lang, most: usize) -> Self {
        Self { publication, history, legend: Legend::new(lang), lang, most }
    }

    fn revision(&mut self, revision: &'a Revision) -> RevisionPart<'a> {
        let (report, lang) = (&revision.told.report, self.lang);
        let shown = report.terms.iter().take(self.most);
        RevisionPart {
            day: revision.day.to_string(),
            commit: &revision.commit,
            address: lang.address(&format!("/changes/{}", revision.commit)),
            headline: headline(report, lang),
            is_first: self.history.and_then(|history| history.revisions.first()) == Some(revision),
            terms: shown.map(|term| TermPart::new(term, self.publication, &mut self.legend, lang)).collect(),
            left_out: report.terms.len().saturating_sub(self.most),
            elsewhere: report.elsewhere.iter().map(|part| ElsewherePart::new(part, lang)).collect(),
        }
    }
}
