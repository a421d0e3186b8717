//! `/suggest`: completions as someone types.

use actix_web::{HttpRequest, HttpResponse, web};

use crate::http::App;
use crate::http::answer::{Keep, json, unchanged};
use crate::http::api::operations::SUGGEST;
use crate::http::api::views::{CompletionView, SuggestResult, SuggestionView};
use crate::http::params::Input;
use crate::http::problem::Problem;

/// The most completions that are offered.
const MOST: usize = 10;

/// `GET /api/v1/suggest`: terms that what was typed may become.
pub(super) async fn get(request: HttpRequest, app: web::Data<App>) -> Result<HttpResponse, Problem> {
    let publication = app.publication();
    let input = Input::of_query(&request, SUGGEST, &publication)?;
    let tag = app.tag(&publication);
    if let Some(answer) = unchanged(&request, &tag, Keep::Nowhere) {
        return Ok(answer);
    }
    let query = input.text("q");
    let found = publication.index().suggest(query, MOST);
    let near = if found.is_empty() { publication.index().did_you_mean(query) } else { Vec::new() };
    let result = SuggestResult {
        query,
        revision: &publication.revision,
        completions: found.into_iter().map(|completion| CompletionView::new(completion, &publication)).collect(),
        suggestions: near.into_iter().map(|place| SuggestionView::new(place, &publication)).collect(),
    };
    Ok(json(&tag, Keep::Nowhere, &result))
}
