// SPDX-License-Identifier: EUPL-1.2
//! `/id/{id}` and `/doc/{id}`: a term by its name, in the form that is asked for.

use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderName, HeaderValue};
use actix_web::{HttpRequest, HttpResponse, web};

use crate::exchange::{term_jsonld, term_turtle};
use crate::http::linked::Shown;
use crate::http::linked::accept::{FORMS, Form, wanted};
use crate::http::problem::Problem;
use crate::http::{App, api, pages};
use crate::model::{ActorId, ConceptId, DomainId, SourceId, TermId};

/// `GET /id/{id}`: the name of a word; its document is elsewhere. So is that of a meaning: `word.meaning`, as it is matched to, or
/// `word#meaning` where that was written as one part of an address.
pub(super) async fn name(id: web::Path<String>, app: web::Data<App>) -> Result<HttpResponse, Problem> {
    let (word, meaning) =
        id.split_once(['.', '#']).map_or((id.as_str(), None), |(word, meaning)| (word, Some(meaning)));
    let id = TermId::parse(word).ok_or_else(Problem::unknown_term)?;
    let publication = app.publication();
    let term = publication.glossary.term(&id);
    if term.is_none() && !is_gone(&id, &app) {
        return Err(Problem::unknown_term());
    }
    let Some((term, meaning)) = term.zip(meaning) else { return Ok(see(&format!("/doc/{id}"))) };
    let concept = ConceptId::parse(meaning).and_then(|id| term.concept(&id)).ok_or_else(Problem::unknown_term)?;
    Ok(see(&format!("/doc/{id}#{}", concept.id)))
}

/// Whether a term stood in the glossary and is gone.
fn is_gone(term: &TermId, app: &App) -> bool {
    app.past().history().is_some_and(|history| history.last_day_of(term).is_some())
}

/// `GET /id/actor/{id}`: the name of an organisation, role or group.
pub(super) async fn actor(id: web::Path<String>, app: web::Data<App>) -> Result<HttpResponse, Problem> {
    let publication = app.publication();
    let actor = ActorId::parse(&id).and_then(|id| publication.glossary.actor(&id)).ok_or_else(Problem::no_such_path)?;
    Ok(see(&format!("/actors/{}", actor.id)))
}

/// `GET /id/model/{id}`: the name of a model; all of them stand on one page.
pub(super) async fn model(id: web::Path<String>, app: web::Data<App>) -> Result<HttpResponse, Problem> {
    let publication = app.publication();
    let known = publication.glossary.models.iter().any(|model| model.id.as_str() == id.as_str());
    if known { Ok(see("/phases")) } else { Err(Problem::no_such_path()) }
}

/// `GET /id/source/{id}`: the name of a source; all of them stand in one list.
pub(super) async fn source(id: web::Path<String>, app: web::Data<App>) -> Result<HttpResponse, Problem> {
    let publication = app.publication();
    let known = SourceId::parse(&id).is_some_and(|id| publication.glossary.source(&id).is_some());
    if known { Ok(see("/api/v1/sources")) } else { Err(Problem::no_such_path()) }
}

/// `GET /id/domain/{id}`: the name of a scheme; its page is elsewhere.
pub(super) async fn domain(id: web::Path<String>, app: web::Data<App>) -> Result<HttpResponse, Problem> {
    let publication = app.publication();
    let domain =
        DomainId::parse(&id).and_then(|id| publication.glossary.domain(&id)).ok_or_else(Problem::no_such_path)?;
    Ok(see(&format!("/domains/{}", domain.id)))
}

/// What is named cannot be sent; this is where to read about it.
fn see(path: &str) -> HttpResponse {
    HttpResponse::build(StatusCode::SEE_OTHER).insert_header((header::LOCATION, path)).finish()
}

/// `GET /doc/{id}`: a term as a page, as JSON, or as linked data.
pub(super) async fn show(
    request: HttpRequest,
    id: web::Path<String>,
    app: web::Data<App>,
) -> Result<HttpResponse, Problem> {
    let publication = app.publication();
    let known = TermId::parse(&id).ok_or_else(Problem::unknown_term)?;
    let Some(form) = wanted(&request) else { return Err(Problem::other_forms(&FORMS.map(|row| row.1))) };
    let Some(term) = publication.glossary.term(&known) else { return gone(request, (&known, form), app).await };
    let address = format!("/doc/{}", term.id);
    let media_type = FORMS.iter().find(|row| row.0 == form).map_or("", |row| row.1);
    let path = web::Path::from(term.id.to_string());
    let (mut answer, stands) = match form {
        Form::Html => (pages::show_term(request, path, app).await, format!("/terms/{}", term.id)),
        Form::Json => (api::show_term(request, path, app).await?, format!("/api/v1/terms/{}", term.id)),
        Form::Turtle | Form::JsonLd => {
            let shown = Shown { form: media_type.rsplit('/').next().unwrap_or_default(), media_type };
            let write = if form == Form::Turtle { term_turtle } else { term_jsonld };
            let text = write(&publication.glossary, term).map_err(|_| Problem::internal())?;
            let tag = shown.tag(&app, &publication);
            (shown.answer(&request, tag, || text), address.clone())
        }
    };
    let headers = answer.headers_mut();
    set(headers, header::VARY, "Accept");
    set(headers, header::CONTENT_LOCATION, &stands);
    for (_, other) in FORMS.iter().filter(|(other, _)| *other != form) {
        if let Ok(value) = HeaderValue::from_str(&format!("<{address}>; rel=\"alternate\"; type=\"{other}\"")) {
            headers.append(header::LINK, value);
        }
    }
    Ok(answer)
}

/// What became of a term that does not stand there: as a page, or as a problem for programs.
async fn gone(
    request: HttpRequest,
    (term, form): (&TermId, Form),
    app: web::Data<App>,
) -> Result<HttpResponse, Problem> {
    let path = web::Path::from(term.to_string());
    let mut answer = match form {
        Form::Html if is_gone(term, &app) => pages::show_term(request, path, app).await,
        _ => api::show_term(request, path, app).await.unwrap_or_else(Into::into),
    };
    set(answer.headers_mut(), header::VARY, "Accept");
    Ok(answer)
}

fn set(headers: &mut header::HeaderMap, name: HeaderName, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        headers.append(name, value);
    }
}
