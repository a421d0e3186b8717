// SPDX-License-Identifier: EUPL-1.2
//! `/readings`: how a writer and a reader read every word, so that a browser checks a text without sending it or telling
//! which words stand in it.

use actix_web::{HttpRequest, HttpResponse, web};

use crate::http::answer::{Keep, json_page, unchanged};
use crate::http::api::parameters::READINGS;
use crate::http::api::views::ReadingList;
use crate::http::paging::Page;
use crate::http::params::Input;
use crate::http::problem::Problem;
use crate::http::{API_BASE, App};

/// `GET /api/v1/readings`: by page, as all lists of terms.
pub(super) async fn list(request: HttpRequest, app: web::Data<App>) -> Result<HttpResponse, Problem> {
    let publication = app.publication();
    let input = Input::of_query(&request, READINGS, &publication)?;
    let domain = |name| input.domain(name, &publication).ok_or_else(Problem::internal);
    let (writer, reader) = (domain("writer")?, domain("reader")?);
    let tag = app.tag(&publication);
    if let Some(answer) = unchanged(&request, &tag, Keep::Shortly) {
        return Ok(answer);
    }
    let (number, size) = (input.count("page"), input.count("perPage"));
    let path = format!("{API_BASE}/readings");
    let total = publication.glossary.terms.len();
    let page = Page { path: &path, query: request.query_string(), number, size, total };
    let places = (0..total).skip((number - 1) * size).take(size);
    let words: Vec<_> = places.flat_map(|place| publication.words_of(place, writer, reader)).collect();
    Ok(json_page(&tag, Keep::Shortly, &page, &ReadingList::new(&page, [writer, reader], &words, &publication)))
}
