// SPDX-License-Identifier: EUPL-1.2
//! `/reconcile`: the Reconciliation Service API 0.2 of the W3C Entity Reconciliation Community Group, by which `OpenRefine` and others
//! match a column of words to meanings, per domain. A view beside the API with paths and names of that protocol.
//!
//! What is matched to is a meaning and never a word: a word with two meanings gives two candidates, and none of them is chosen unless
//! the domain was given. What is typed is kept nowhere.

mod asked;
mod candidate;
mod entity;
mod extend;
mod manifest;
mod preview;
mod property;
mod suggest;

use std::collections::BTreeMap;
use std::sync::Arc;

use actix_web::{HttpRequest, HttpResponse, web};
use serde::Serialize;

use crate::http::answer::{Keep, json, unchanged, write_json, written_json_once};
use crate::http::body::{form_fields, parse};
use crate::http::problem::Problem;
use crate::http::reconcile::asked::Fields;
use crate::http::reconcile::candidate::{Candidate, candidates};
use crate::http::reconcile::extend::Fetched;
use crate::http::reconcile::manifest::Manifest;
use crate::http::{App, readable, readable_and_postable};
use crate::publication::Publication;

/// The largest body, in bytes.
const LARGEST: usize = 524_288;

pub(super) fn routes(config: &mut web::ServiceConfig) {
    config
        .service(readable_and_postable("/reconcile", get, post))
        .service(readable("/reconcile/flyout/entity", suggest::entity_flyout))
        .service(readable("/reconcile/flyout/property", suggest::property_flyout))
        .service(readable("/reconcile/flyout/type", suggest::type_flyout))
        .service(readable("/reconcile/preview", preview::show))
        .service(readable("/reconcile/properties", extend::propose))
        .service(readable("/reconcile/suggest/entity", suggest::entities))
        .service(readable("/reconcile/suggest/property", suggest::properties))
        .service(readable("/reconcile/suggest/type", suggest::types));
}

/// The candidates for a query.
#[derive(Serialize)]
struct Answer<'a> {
    result: Vec<Candidate<'a>>,
}

/// What stands in an address, by name. What systems hang on it beside our own parameters is passed by.
struct Given(BTreeMap<String, String>);

impl Given {
    fn of(request: &HttpRequest) -> Self {
        Self(form_urlencoded::parse(request.query_string().as_bytes()).into_owned().collect())
    }

    /// A value, empty where it is not given.
    fn text(&self, name: &str) -> &str {
        self.0.get(name).map_or("", String::as_str)
    }
}

/// `GET /reconcile`: the manifest; with `queries` or `extend` in the address, what they ask.
async fn get(request: HttpRequest, app: web::Data<App>) -> Result<HttpResponse, Problem> {
    let publication = app.publication();
    let fields = Fields::of(form_urlencoded::parse(request.query_string().as_bytes()).into_owned())?;
    if !matches!(fields, Fields::Neither) {
        return answered(fields, publication).await;
    }
    let tag = app.tag(&publication);
    let fresh = || json(&tag, Keep::Shortly, &Manifest::new(&app, &publication));
    Ok(unchanged(&request, &tag, Keep::Shortly).unwrap_or_else(fresh))
}

/// `POST /reconcile`: the same from a form, so that what is asked stands in no address.
async fn post(request: HttpRequest, payload: web::Payload, app: web::Data<App>) -> Result<HttpResponse, Problem> {
    let publication = app.publication();
    let fields = Fields::of(form_fields(&request, payload, LARGEST).await?)?;
    if matches!(fields, Fields::Neither) {
        return Err(Problem::fault(
            "queries",
            "Dit gegeven is nodig: een veld queries of extend, met JSON erin.",
            "This is needed: a field queries or extend, with JSON in it.",
        ));
    }
    answered(fields, publication).await
}

/// The answer, worked out beside the threads that serve.
async fn answered(fields: Fields, publication: Arc<Publication>) -> Result<HttpResponse, Problem> {
    let written = web::block(move || match fields {
        Fields::Queries(text) => matched(&text, &publication),
        Fields::Extend(text) => fetched(&text, &publication),
        Fields::Neither => Err(Problem::internal()),
    });
    Ok(written_json_once(written.await.map_err(|_| Problem::internal())??))
}

fn matched(text: &str, publication: &Publication) -> Result<Vec<u8>, Problem> {
    let in_field = |problem: Problem| problem.in_field("queries");
    let body = parse(text.as_bytes()).map_err(in_field)?;
    let mut answers = serde_json::Map::new();
    for (key, question) in asked::queries(&body, publication).map_err(in_field)? {
        let answer = Answer { result: candidates(&question, publication)? };
        answers.insert(key.to_owned(), serde_json::to_value(answer).map_err(|_| Problem::internal())?);
    }
    write_json(&answers)
}

fn fetched(text: &str, publication: &Publication) -> Result<Vec<u8>, Problem> {
    let in_field = |problem: Problem| problem.in_field("extend");
    let body = parse(text.as_bytes()).map_err(in_field)?;
    let fetch = asked::fetch(&body, publication).map_err(in_field)?;
    write_json(&Fetched::new(&fetch, publication))
}
