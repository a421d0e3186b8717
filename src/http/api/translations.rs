// SPDX-License-Identifier: EUPL-1.2
//! `/translations`: from a word of one domain to the concepts of another.

use actix_web::{HttpRequest, HttpResponse, web};

use crate::http::App;
use crate::http::answer::{Keep, json, unchanged};
use crate::http::api::parameters::TRANSLATIONS;
use crate::http::api::views::TranslationResult;
use crate::http::params::Input;
use crate::http::problem::Problem;

/// `GET /api/v1/translations`: what of one domain fits a word of another, and how well.
pub(super) async fn get(request: HttpRequest, app: web::Data<App>) -> Result<HttpResponse, Problem> {
    let publication = app.publication();
    let input = Input::of_query(&request, TRANSLATIONS, &publication)?;
    let domain = |name| input.domain(name, &publication).ok_or_else(Problem::internal);
    let (from, to) = (domain("from")?, domain("to")?);
    if from.id == to.id {
        return Err(Problem::fault(
            "to",
            "Dit is hetzelfde domein als bij from. Kies een ander domein.",
            "This is the same domain as that of from. Choose another domain.",
        ));
    }
    let tag = app.tag(&publication);
    if let Some(answer) = unchanged(&request, &tag, Keep::Nowhere) {
        return Ok(answer);
    }
    let typed = input.text("q");
    let translated = publication.translate(typed, from, to).map_err(|error| {
        tracing::error!("the index cannot be read: {error}");
        Problem::internal()
    })?;
    Ok(json(&tag, Keep::Nowhere, &TranslationResult::new(typed, [from, to], &translated, &publication)))
}
