//! `/terms`: all terms, one term whole, and the pairs of one term.

use actix_web::{HttpRequest, HttpResponse, web};

use crate::divergence::Side;
use crate::http::answer::{Keep, json, json_page, unchanged};
use crate::http::api::operations::{NONE, TERM_DIVERGENCES, TERMS};
use crate::http::api::views::{PairView, TermDivergences, TermList, TermRow, TermView};
use crate::http::paging::Page;
use crate::http::params::Input;
use crate::http::problem::{Fault, Problem};
use crate::http::{API_BASE, App};
use crate::model::{Term, TermId};
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
    Input::of_query(&request, NONE, &publication)?;
    let entry = entry(&id, &publication)?;
    let tag = app.tag(&publication);
    let fresh = || json(&tag, Keep::Shortly, &TermView::new(entry, &publication));
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
    let between = between(input.text("between"), entry.term, &publication)?;
    let tag = app.tag(&publication);
    let wanted =
        |a: &Side, b: &Side| between.as_ref().is_none_or(|[x, y]| (is(x, a) && is(y, b)) || (is(x, b) && is(y, a)));
    let pairs = entry.pairs.iter().filter(|pair| wanted(&pair.a, &pair.b)).map(PairView::new).collect();
    let view = TermDivergences { term: entry.term.id.as_str(), revision: &publication.revision, pairs };
    Ok(unchanged(&request, &tag, Keep::Shortly).unwrap_or_else(|| json(&tag, Keep::Shortly, &view)))
}

fn entry<'a>(id: &str, publication: &'a Publication) -> Result<Entry<'a>, Problem> {
    TermId::parse(id).and_then(|id| publication.entry(&id)).ok_or_else(Problem::unknown_term)
}

/// Whether a side is the named concept, or of the named domain.
fn is(name: &str, side: &Side) -> bool {
    side.domain.as_str() == name || side.concept.as_ref().is_some_and(|concept| concept.as_str() == name)
}

/// The two sides that were asked for, when any were.
fn between(text: &str, term: &Term, publication: &Publication) -> Result<Option<[String; 2]>, Problem> {
    if text.is_empty() {
        return Ok(None);
    }
    let known = |name: &str| {
        publication.glossary.domains.iter().any(|domain| domain.id.as_str() == name)
            || term.concepts.iter().any(|concept| concept.id.as_str() == name)
    };
    let names: Vec<String> = text.split(',').map(|name| name.trim().to_owned()).collect();
    match <[String; 2]>::try_from(names) {
        Ok(pair) if pair.iter().all(|name| known(name)) => Ok(Some(pair)),
        _ => {
            let own: Vec<&str> = term.concepts.iter().map(|concept| concept.id.as_str()).collect();
            let reason =
                format!("Noem twee domeinen of betekenissen, zoals social,safety. Deze term kent: {}.", own.join(", "));
            Err(Problem::invalid_input(vec![Fault::new("between", reason)]))
        }
    }
}
