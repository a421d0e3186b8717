//! `/terms`: all terms, one term whole, and the pairs of one term.

use actix_web::{HttpRequest, HttpResponse, web};

use crate::http::answer::{Keep, json, json_page, unchanged};
use crate::http::api::between::Between;
use crate::http::api::parameters::{TERM, TERM_DIVERGENCES, TERMS};
use crate::http::api::views::{TermDivergences, TermList, TermRow, TermView};
use crate::http::paging::Page;
use crate::http::params::Input;
use crate::http::problem::Problem;
use crate::http::{API_BASE, App};
use crate::model::TermId;
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
    let place = Input::of_query(&request, TERM, &publication)?.place(&publication);
    let entry = entry(&id, &publication)?;
    let today = (app.today)();
    let tag = app.tag_in(&publication, place, today);
    let fresh = || json(&tag, Keep::Shortly, &TermView::new(publication.in_place(entry, place), &publication, today));
    Ok(unchanged(&request, &tag, Keep::Shortly).unwrap_or_else(fresh))
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
