// SPDX-License-Identifier: EUPL-1.2
//! `/search`: terms by words and filters.

use actix_web::{HttpRequest, HttpResponse, web};

use crate::http::answer::{Keep, json_once, json_page, unchanged};
use crate::http::api::parameters::SEARCH;
use crate::http::api::views::{AskedSearch, SearchResult};
use crate::http::body::json_body;
use crate::http::paging::Page;
use crate::http::params::Input;
use crate::http::problem::Problem;
use crate::http::{API_BASE, App};
use crate::model::Keyed;
use crate::publication::Publication;
use crate::search::{FACETS, Found, Notice, Query, Sort};

/// The largest body, in bytes.
const LARGEST: usize = 16_384;

/// `GET /api/v1/search`: the question stands in the address.
pub(super) async fn get(request: HttpRequest, app: web::Data<App>) -> Result<HttpResponse, Problem> {
    let publication = app.publication();
    let input = Input::of_query(&request, SEARCH, &publication)?;
    let tag = app.tag(&publication);
    if let Some(answer) = unchanged(&request, &tag, Keep::Nowhere) {
        return Ok(answer);
    }
    let answered = Answered::new(&input, &publication)?;
    let (number, size) = (input.count("page"), input.count("perPage"));
    let path = format!("{API_BASE}/search");
    let page = Page { path: &path, query: request.query_string(), number, size, total: answered.found.total };
    Ok(json_page(&tag, Keep::Nowhere, &page, &answered.view(&input, &publication)))
}

/// `POST /api/v1/search`: the same from a body, so that what was typed is in no address.
pub(super) async fn post(
    request: HttpRequest,
    payload: web::Payload,
    app: web::Data<App>,
) -> Result<HttpResponse, Problem> {
    let publication = app.publication();
    let body = json_body(&request, payload, LARGEST, &publication).await?;
    let input = Input::of_body(&body, SEARCH, &publication)?;
    Ok(json_once(&Answered::new(&input, &publication)?.view(&input, &publication)))
}

/// A question that was answered.
struct Answered {
    found: Found,
    notices: Vec<Notice>,
}

impl Answered {
    fn new(input: &Input, publication: &Publication) -> Result<Self, Problem> {
        let understood = publication.understand(input.text("q"));
        let filters = FACETS.iter().map(|facet| input.filter(facet, publication));
        let take = input.count("perPage");
        let query = Query {
            filters: filters.filter(|filter| !filter.values.is_empty()).collect(),
            skip: (input.count("page") - 1) * take,
            take,
            sort: Sort::from_key(input.text("sort")),
            ..Query::of(&understood)
        };
        let found = publication.index().search(&query).map_err(|error| {
            tracing::error!("the index cannot be read: {error}");
            Problem::internal()
        })?;
        Ok(Self { notices: understood.all_notices(&found), found })
    }

    fn view<'a>(&'a self, input: &'a Input, publication: &'a Publication) -> SearchResult<'a> {
        let asked = AskedSearch {
            query: input.text("q"),
            page: input.count("page"),
            per_page: input.count("perPage"),
            place: input.place(publication),
        };
        SearchResult::new(asked, &self.found, &self.notices, publication)
    }
}
