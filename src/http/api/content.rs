// SPDX-License-Identifier: EUPL-1.2
//! The rest of the content: domains, models, actors, sources and places.

use actix_web::{HttpRequest, HttpResponse, web};
use serde_json::Value;

use crate::http::App;
use crate::http::answer::{Keep, json, unchanged};
use crate::http::api::parameters::NONE;
use crate::http::api::views::{ActorList, DomainList, ModelList, PlaceList, SourceList};
use crate::http::params::Input;
use crate::http::problem::Problem;
use crate::model::Glossary;

/// `GET /api/v1/domains`.
pub(super) async fn domains(request: HttpRequest, app: web::Data<App>) -> Result<HttpResponse, Problem> {
    show(&request, &app, |glossary| serde_json::to_value(DomainList::new(glossary)))
}

/// `GET /api/v1/models`: models of phases, and who acts when.
pub(super) async fn models(request: HttpRequest, app: web::Data<App>) -> Result<HttpResponse, Problem> {
    show(&request, &app, |glossary| serde_json::to_value(ModelList::new(glossary)))
}

/// `GET /api/v1/actors`.
pub(super) async fn actors(request: HttpRequest, app: web::Data<App>) -> Result<HttpResponse, Problem> {
    show(&request, &app, |glossary| serde_json::to_value(ActorList::new(glossary)))
}

/// `GET /api/v1/sources`.
pub(super) async fn sources(request: HttpRequest, app: web::Data<App>) -> Result<HttpResponse, Problem> {
    show(&request, &app, |glossary| serde_json::to_value(SourceList::new(glossary)))
}

/// `GET /api/v1/places`: places with agreements of their own.
pub(super) async fn places(request: HttpRequest, app: web::Data<App>) -> Result<HttpResponse, Problem> {
    show(&request, &app, |glossary| serde_json::to_value(PlaceList::new(glossary)))
}

/// A list of the glossary, which takes no parameters.
fn show(
    request: &HttpRequest,
    app: &App,
    list: fn(&Glossary) -> serde_json::Result<Value>,
) -> Result<HttpResponse, Problem> {
    let publication = app.publication();
    Input::of_query(request, NONE, &publication)?;
    let tag = app.tag(&publication);
    if let Some(answer) = unchanged(request, &tag, Keep::Shortly) {
        return Ok(answer);
    }
    let view = list(&publication.glossary).map_err(|_| Problem::internal())?;
    Ok(json(&tag, Keep::Shortly, &view))
}
