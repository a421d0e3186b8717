// SPDX-License-Identifier: EUPL-1.2
//! `/terms`: all terms, one term whole, and the pairs of one term.

use actix_web::{HttpRequest, HttpResponse, web};

use crate::http::answer::{Keep, json, json_page, unchanged};
use crate::http::api::between::Between;
use crate::http::api::parameters::{TERM, TERM_DIVERGENCES, TERMS};
use crate::http::api::views::{PastView, TermDivergences, TermList, TermRow, TermView};
use crate::http::paging::Page;
use crate::http::params::Input;
use crate::http::past::former;
use crate::http::problem::Problem;
use crate::http::{API_BASE, App};
use crate::model::{Date, Place, TermId};
use crate::publication::{Entry, Publication};

/// `GET /api/v1/terms`: every term in short.
pub(super) async fn list(request: HttpRequest, app: web::Data<App>) -> Result<HttpResponse, Problem> {
    let publication = app.publication();
    let input = Input::of_query(&request, TERMS, &publication)?;
    let tag = app.tag(&publication);
    if let Some(answer) = unchanged(&request, &tag, Keep::Shortly) {
        return Ok(answer);
    }
    let (number, size) = (input.count("page"), input.count("perPage"));
    let path = format!("{API_BASE}/terms");
    let total = publication.glossary.terms.len();
    let page = Page { path: &path, query: request.query_string(), number, size, total };
    let terms = publication.entries().skip((number - 1) * size).take(size).map(TermRow::new).collect();
    let view = TermList { revision: &publication.revision, total, page: number, per_page: size, terms };
    Ok(json_page(&tag, Keep::Shortly, &page, &view))
}

/// `GET /api/v1/terms/{id}`: one term, its meaning in each domain, and where those part.
pub(super) async fn show(
    request: HttpRequest,
    id: web::Path<String>,
    app: web::Data<App>,
) -> Result<HttpResponse, Problem> {
    let publication = app.publication();
    let input = Input::of_query(&request, TERM, &publication)?;
    let today = (app.today)();
    if let Some(day) = input.day("on") {
        return show_then(&request, &id, (day, input.place(&publication)), &app).await;
    }
    let place = input.place(&publication);
    let entry = entry(&id, &publication).map_err(|unknown| gone(&id, &app).unwrap_or(unknown))?;
    let tag = app.tag_in(&publication, place, today);
    let fresh = || json(&tag, Keep::Shortly, &TermView::new(publication.in_place(entry, place), &publication, today));
    Ok(unchanged(&request, &tag, Keep::Shortly).unwrap_or_else(fresh))
}

/// One term as it was on a day, everywhere.
async fn show_then(
    request: &HttpRequest,
    id: &str,
    (day, place): (Date, Option<&Place>),
    app: &App,
) -> Result<HttpResponse, Problem> {
    if place.is_some() {
        return Err(Problem::fault(
            "place",
            "Dit gaat niet samen met on: van een dag van toen is er alleen wat overal gold.",
            "This does not go with on: of a day in the past there is only what held everywhere.",
        ));
    }
    let (publication, past, today) = (app.publication(), app.past(), (app.today)());
    let term = TermId::parse(id).ok_or_else(Problem::unknown_term)?;
    let former = former((&publication, &past), term.clone(), day, today).await.map_err(|misfit| misfit.problem())?;
    let tag = app.tag_on_with(&publication, today, &past);
    let view = PastView {
        on: day.to_string(),
        date: former.revision.day.to_string(),
        commit: &former.revision.commit,
        now: publication.entry(&term).map(|entry| format!("{API_BASE}/terms/{}", entry.term.id)),
        message: "Dit is oud: zo stond de term er op die dag. Wat is berekend, is berekend met de woordenlijsten van nu.",
    };
    let fresh = || json(&tag, Keep::Shortly, &TermView::of_then(&former.then, &publication, today, view));
    Ok(unchanged(request, &tag, Keep::Shortly).unwrap_or_else(fresh))
}

/// What to say of a term that stood in the glossary and is gone.
fn gone(id: &str, app: &App) -> Option<Problem> {
    let (publication, past) = (app.publication(), app.past());
    let history = past.history()?;
    let day = history.last_day_of(&TermId::parse(id)?)?;
    let later = history.later_name(id).and_then(TermId::parse).filter(|later| publication.entry(later).is_some());
    Some(Problem::withdrawn_term(&day.to_string(), later.as_ref().map(TermId::as_str)))
}

/// `GET /api/v1/terms/{id}/divergences`: the pairs of one term, or those between two sides.
pub(super) async fn divergences(
    request: HttpRequest,
    id: web::Path<String>,
    app: web::Data<App>,
) -> Result<HttpResponse, Problem> {
    let publication = app.publication();
    let entry = entry(&id, &publication)?;
    let input = Input::of_query(&request, TERM_DIVERGENCES, &publication)?;
    let entry = publication.in_place(entry, input.place(&publication));
    let between = Between::read(input.text("between"), entry)?;
    let tag = app.tag(&publication);
    let fresh = || json(&tag, Keep::Shortly, &TermDivergences::new(entry, between.as_ref(), &publication.revision));
    Ok(unchanged(&request, &tag, Keep::Shortly).unwrap_or_else(fresh))
}

/// The term of this id.
pub(super) fn entry<'a>(id: &str, publication: &'a Publication) -> Result<Entry<'a>, Problem> {
    TermId::parse(id).and_then(|id| publication.entry(&id)).ok_or_else(Problem::unknown_term)
}
