// SPDX-License-Identifier: EUPL-1.2
//! `/suggest`: completions as someone types.

use actix_web::{HttpRequest, HttpResponse, web};

use crate::http::App;
use crate::http::answer::{Keep, json, json_once, unchanged};
use crate::http::api::parameters::SUGGEST;
use crate::http::api::views::{CompletionView, SuggestResult, SuggestionView};
use crate::http::body::json_body;
use crate::http::params::Input;
use crate::http::problem::Problem;
use crate::publication::Publication;

/// The most completions that are offered.
const MOST: usize = 10;

/// The largest body, in bytes.
const LARGEST: usize = 4_096;

/// `GET /api/v1/suggest`: terms that what was typed may become.
pub(super) async fn get(request: HttpRequest, app: web::Data<App>) -> Result<HttpResponse, Problem> {
    let publication = app.publication();
    let input = Input::of_query(&request, SUGGEST, &publication)?;
    let tag = app.tag(&publication);
    let fresh = || json(&tag, Keep::Nowhere, &completed(input.text("q"), &publication));
    Ok(unchanged(&request, &tag, Keep::Nowhere).unwrap_or_else(fresh))
}

/// `POST /api/v1/suggest`: the same, and what was typed stands in no address.
pub(super) async fn post(
    request: HttpRequest,
    payload: web::Payload,
    app: web::Data<App>,
) -> Result<HttpResponse, Problem> {
    let publication = app.publication();
    let body = json_body(&request, payload, LARGEST, &publication).await?;
    let input = Input::of_body(&body, SUGGEST, &publication)?;
    Ok(json_once(&completed(input.text("q"), &publication)))
}

fn completed<'a>(query: &'a str, publication: &'a Publication) -> SuggestResult<'a> {
    let found = publication.index().suggest(query, MOST);
    let near = if found.is_empty() { publication.index().did_you_mean(query) } else { Vec::new() };
    SuggestResult {
        query,
        revision: &publication.revision,
        completions: found.into_iter().map(|completion| CompletionView::new(completion, publication)).collect(),
        suggestions: near.into_iter().map(|place| SuggestionView::new(place, publication)).collect(),
    }
}
