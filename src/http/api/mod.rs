// SPDX-License-Identifier: EUPL-1.2
//! The JSON API under `/api/v1`: one file per group of addresses, views of their own, and the OpenAPI document that is
//! made from the same tables.

mod annotations;
mod assistant;
mod between;
mod bodies;
mod cards;
mod changes;
mod compare;
mod content;
mod divergences;
mod examples;
mod form;
mod forms;
mod groups;
mod lookup;
mod null;
mod openapi;
mod operations;
mod parameters;
mod problems;
mod readings;
mod sample;
mod search;
mod suggest;
mod terms;
mod translations;
mod views;

pub(super) use self::assistant::{Answer, Desk, LARGEST, PROTOCOLS, answer, foreign, refusal};
pub use self::openapi::openapi_document;

use actix_web::body::{EitherBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::Method;
use actix_web::http::header::{ACCEPT, Accept, Header};
use actix_web::middleware::{Next, from_fn};
use actix_web::{Error, HttpMessage, HttpRequest, HttpResponse, web};

use crate::http::problem::Problem;
use crate::http::{App, postable, readable, readable_and_postable};

/// One term, as `/terms/{id}` has it: for who asks for it by its name.
pub(super) async fn show_term(
    request: HttpRequest,
    id: web::Path<String>,
    app: web::Data<App>,
) -> Result<HttpResponse, Problem> {
    terms::show(request, id, app).await
}

pub(super) fn routes(config: &mut web::ServiceConfig) {
    config.service(
        web::scope("")
            .wrap(from_fn(only_json))
            .service(readable_and_postable("/search", search::get, search::post))
            .service(readable_and_postable("/suggest", suggest::get, suggest::post))
            .service(readable("/terms", terms::list))
            .service(readable_and_postable("/terms/{id:lookup}", terms::show, lookup::post))
            .service(readable("/terms/{id}", terms::show))
            .service(readable("/terms/{id}/divergences", terms::divergences))
            .service(readable("/terms/{id}/changes", changes::of_term))
            .service(readable("/changes", changes::list))
            .service(readable("/terms/{id}/card", cards::show))
            .service(readable("/cards", cards::list))
            .service(readable("/divergences", divergences::list))
            .service(readable("/translations", translations::get))
            .service(postable("/compare", compare::post))
            .service(postable("/annotations", annotations::post))
            .service(readable("/forms", forms::list))
            .service(readable("/readings", readings::list))
            .service(readable("/domains", content::domains))
            .service(readable("/models", content::models))
            .service(readable("/actors", content::actors))
            .service(readable("/sources", content::sources))
            .service(readable("/places", content::places))
            .service(readable("/problems", problems::list))
            .service(readable("/openapi.json", openapi::show))
            .default_service(web::to(crate::http::problem::unknown_path)),
    );
}

/// Refuses a caller that accepts no JSON. Kept apart from the handlers, which then need not ask.
async fn only_json(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<EitherBody<impl MessageBody>>, Error> {
    if request.method() != Method::OPTIONS && !accepts_json(&request) {
        let answer = Problem::not_acceptable().into();
        return Ok(request
            .into_response::<actix_web::body::BoxBody, actix_web::HttpResponse>(answer)
            .map_into_right_body());
    }
    next.call(request).await.map(ServiceResponse::map_into_left_body)
}

/// Whether `Accept` allows JSON: no header, `*/*`, `application/*` or `application/json`, not with weight 0.
pub(super) fn accepts_json(request: &impl HttpMessage) -> bool {
    if !request.headers().contains_key(ACCEPT) {
        return true;
    }
    let Ok(accept) = Accept::parse(request) else { return true };
    accept.0.iter().any(|range| {
        let (kind, part) = (range.item.type_().as_str(), range.item.subtype().as_str());
        let json = matches!((kind, part), ("*", "*") | ("application", "*" | "json" | "problem"));
        json && range.quality > actix_web::http::header::Quality::ZERO
    })
}
