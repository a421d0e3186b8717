// SPDX-License-Identifier: EUPL-1.2
//! `/changes` and `/terms/{id}/changes`: what changed per revision, everywhere and in one term.

use actix_web::{HttpRequest, HttpResponse, web};

use crate::http::answer::{Keep, json_page, unchanged};
use crate::http::api::parameters::CHANGES;
use crate::http::api::views::{ChangeList, HistoryView, RevisionView, TermChanges, TermMoment};
use crate::http::paging::Page;
use crate::http::params::Input;
use crate::http::problem::Problem;
use crate::http::{API_BASE, App};
use crate::model::TermId;

/// `GET /api/v1/changes`: revisions, the latest first.
pub(super) async fn list(request: HttpRequest, app: web::Data<App>) -> Result<HttpResponse, Problem> {
    let (publication, past) = (app.publication(), app.past());
    let input = Input::of_query(&request, CHANGES, &publication)?;
    let tag = app.tag_with(&publication, &past);
    if let Some(answer) = unchanged(&request, &tag, Keep::Shortly) {
        return Ok(answer);
    }
    let since = input.day("since");
    let history = past.history();
    let all = history.map_or(&[][..], |history| &history.revisions);
    let wanted = || all.iter().rev().filter(|revision| since.is_none_or(|since| revision.day >= since));
    let (number, size, total) = (input.count("page"), input.count("perPage"), wanted().count());
    let on_page = || wanted().skip((number - 1) * size).take(size);
    let view = ChangeList {
        revision: &publication.revision,
        history: HistoryView::new(&past, &publication),
        total,
        page: number,
        per_page: size,
        changes: history.map(|history| on_page().map(|revision| RevisionView::new(revision, history)).collect()),
    };
    let path = format!("{API_BASE}/changes");
    let page = Page { path: &path, query: request.query_string(), number, size, total };
    Ok(json_page(&tag, Keep::Shortly, &page, &view))
}

/// `GET /api/v1/terms/{id}/changes`: what happened to one term, the latest first; also to one that is gone.
pub(super) async fn of_term(
    request: HttpRequest,
    id: web::Path<String>,
    app: web::Data<App>,
) -> Result<HttpResponse, Problem> {
    let (publication, past) = (app.publication(), app.past());
    let input = Input::of_query(&request, CHANGES, &publication)?;
    let term = TermId::parse(&id).ok_or_else(Problem::unknown_term)?;
    let history = past.history();
    let happened = history.map(|history| history.of_term(&term));
    if publication.entry(&term).is_none() && happened.as_ref().is_none_or(Vec::is_empty) {
        return Err(Problem::unknown_term());
    }
    let tag = app.tag_with(&publication, &past);
    if let Some(answer) = unchanged(&request, &tag, Keep::Shortly) {
        return Ok(answer);
    }
    let since = input.day("since");
    let mut happened = happened.unwrap_or_default();
    happened.retain(|(revision, _)| since.is_none_or(|since| revision.day >= since));
    let (number, size, total) = (input.count("page"), input.count("perPage"), happened.len());
    let on_page = happened.into_iter().skip((number - 1) * size).take(size);
    let moments = || on_page.map(|(revision, change)| TermMoment::new(revision, change)).collect();
    let view = TermChanges {
        term: term.as_str(),
        revision: &publication.revision,
        history: HistoryView::new(&past, &publication),
        total,
        page: number,
        per_page: size,
        changes: history.is_some().then(moments),
    };
    let path = format!("{API_BASE}/terms/{term}/changes");
    let page = Page { path: &path, query: request.query_string(), number, size, total };
    Ok(json_page(&tag, Keep::Shortly, &page, &view))
}
