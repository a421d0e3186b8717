// SPDX-License-Identifier: EUPL-1.2
//! `/export/{form}`: the whole glossary in a file, with what that form cannot say; `/ns`: our own vocabulary.

use actix_web::http::header::{self, HeaderValue};
use actix_web::{HttpRequest, HttpResponse, web};
use serde::Serialize;

use crate::exchange::{Losses, Output, own_vocabulary, write};
use crate::http::App;
use crate::http::answer::{Keep, json, unchanged};
use crate::http::linked::{Shown, as_file};
use crate::http::problem::Problem;
use crate::model::Keyed;
use crate::publication::Publication;
use crate::source::glossary_schema;

/// The media type of each form, and the ending of its file.
const FILES: [(Output, &str, &str); 5] = [
    (Output::Turtle, "text/turtle; charset=utf-8", "ttl"),
    (Output::JsonLd, "application/ld+json", "jsonld"),
    (Output::Csv, "text/csv; charset=utf-8; header=present", "csv"),
    (Output::Json, "application/json", "json"),
    (Output::Tbx, "application/x-tbx+xml", "tbx"),
];

/// `GET /export/{form}`: the whole glossary.
pub(super) async fn show(
    request: HttpRequest,
    form: web::Path<String>,
    app: web::Data<App>,
) -> Result<HttpResponse, Problem> {
    let publication = app.publication();
    let output = Output::from_key(&form).ok_or_else(Problem::no_such_path)?;
    let (_, media_type, ending) = FILES.into_iter().find(|row| row.0 == output).ok_or_else(Problem::no_such_path)?;
    let shown = Shown { form: output.key(), media_type };
    let tag = shown.tag(&app, &publication);
    if let Some(answer) = unchanged(&request, &tag, Keep::Shortly) {
        return Ok(answer);
    }
    let (text, _) = written(output, publication).await?;
    let mut answer = shown.answer(&request, tag, || text);
    as_file(&mut answer, &format!("taalbrug.{ending}"));
    if let Ok(value) = HeaderValue::from_str(&format!("</export/{}/losses>; rel=\"describedby\"", output.key())) {
        answer.headers_mut().insert(header::LINK, value);
    }
    Ok(answer)
}

/// What a form cannot say.
#[derive(Serialize)]
struct LossReport<'a> {
    form: &'a str,
    revision: &'a str,
    losses: Vec<LossRow<'a>>,
}

/// One kind of loss.
#[derive(Serialize)]
struct LossRow<'a> {
    dutch: &'a str,
    english: &'a str,
    places: &'a [String],
}

/// `GET /export/{form}/losses`: what the form cannot say of this revision.
pub(super) async fn losses(
    request: HttpRequest,
    form: web::Path<String>,
    app: web::Data<App>,
) -> Result<HttpResponse, Problem> {
    let publication = app.publication();
    let output = Output::from_key(&form).ok_or_else(Problem::no_such_path)?;
    let tag = Shown { form: output.key(), media_type: "" }.tag(&app, &publication);
    if let Some(answer) = unchanged(&request, &tag, Keep::Shortly) {
        return Ok(answer);
    }
    let (_, losses) = written(output, publication.clone()).await?;
    let rows = losses.all().map(|loss| LossRow { dutch: &loss.dutch, english: &loss.english, places: &loss.places });
    let report = LossReport { form: output.key(), revision: &publication.revision, losses: rows.collect() };
    Ok(json(&tag, Keep::Shortly, &report))
}

/// The glossary in a form, written beside the threads that serve.
async fn written(output: Output, publication: std::sync::Arc<Publication>) -> Result<(String, Losses), Problem> {
    let done = web::block(move || write(output, &publication.glossary)).await;
    done.ok().and_then(Result::ok).ok_or_else(Problem::internal)
}

/// `GET /ns`: the vocabulary for what SKOS cannot say.
pub(super) async fn vocabulary(request: HttpRequest, app: web::Data<App>) -> Result<HttpResponse, Problem> {
    let publication = app.publication();
    let shown = Shown { form: "ns", media_type: "text/turtle; charset=utf-8" };
    let text = own_vocabulary(&publication.glossary).map_err(|_| Problem::internal())?;
    let tag = shown.tag(&app, &publication);
    Ok(shown.answer(&request, tag, || text))
}

/// `GET /export/json/schema`: what the JSON of a whole glossary may hold.
pub(super) async fn schema(request: HttpRequest, app: web::Data<App>) -> HttpResponse {
    let tag = Shown { form: "schema", media_type: "" }.tag(&app, &app.publication());
    let fresh = || {
        let mut answer = HttpResponse::Ok();
        answer.insert_header(header::ETag(tag.clone())).insert_header(Keep::Shortly.header());
        answer.content_type("application/schema+json").body(glossary_schema().to_string())
    };
    unchanged(&request, &tag, Keep::Shortly).unwrap_or_else(fresh)
}
