// SPDX-License-Identifier: EUPL-1.2
//! Cards: a term in short, as intranets show it.

use actix_web::{HttpRequest, HttpResponse, web};

use crate::http::answer::{Keep, json, json_page, unchanged};
use crate::http::api::terms::entry;
use crate::http::card::{CARD, CARDS, Card, CardList, Wanted};
use crate::http::lang::Lang;
use crate::http::paging::Page;
use crate::http::params::Input;
use crate::http::problem::Problem;
use crate::http::{API_BASE, App};

/// `GET /api/v1/terms/{id}/card`: one term.
pub(super) async fn show(
    request: HttpRequest,
    id: web::Path<String>,
    app: web::Data<App>,
) -> Result<HttpResponse, Problem> {
    let publication = app.publication();
    let input = Input::of_query(&request, CARD, &publication)?;
    let lang = Lang::of(&request);
    let (wanted, place) = (Wanted::read(&input, lang, &publication)?, input.place(&publication));
    let entry = publication.in_place(entry(&id, &publication)?, place);
    let tag = lang.tag(&app.tag(&publication));
    let fresh = || json(&tag, Keep::Shortly, &Card::new(entry, wanted, &publication.glossary));
    Ok(lang.marked(unchanged(&request, &tag, Keep::Shortly).unwrap_or_else(fresh)))
}

/// `GET /api/v1/cards`: every term, so that whoever shows some of them need not say which.
pub(super) async fn list(request: HttpRequest, app: web::Data<App>) -> Result<HttpResponse, Problem> {
    let publication = app.publication();
    let input = Input::of_query(&request, CARDS, &publication)?;
    let lang = Lang::of(&request);
    let (wanted, place) = (Wanted::read(&input, lang, &publication)?, input.place(&publication));
    let tag = lang.tag(&app.tag(&publication));
    if let Some(answer) = unchanged(&request, &tag, Keep::Shortly) {
        return Ok(lang.marked(answer));
    }
    let (number, size) = (input.count("page"), input.count("perPage"));
    let (path, total) = (format!("{API_BASE}/cards"), publication.glossary.terms.len());
    let entries = publication.entries().skip((number - 1) * size).take(size);
    let card = |entry| Card::new(publication.in_place(entry, place), wanted, &publication.glossary);
    let view = CardList {
        revision: &publication.revision,
        total,
        page: number,
        per_page: size,
        cards: entries.map(card).collect(),
    };
    let page = Page { path: &path, query: request.query_string(), number, size, total };
    Ok(lang.marked(json_page(&tag, Keep::Shortly, &page, &view)))
}
