// SPDX-License-Identifier: EUPL-1.2
//! For operators: is the process alive, may requests be sent to it, and does it serve what the editors last wrote.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::Serialize;

use crate::diagnostic::Located;
use crate::http::{App, readable};

#[derive(Serialize)]
struct Live {
    status: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Health {
    /// `pass`, `warn` while an older revision serves because the latest edit cannot, or `fail` while it stops.
    status: &'static str,
    /// Whether requests may be sent here.
    ready: bool,
    /// Whether the latest edit cannot serve, and an older revision does.
    serves_old_revision: bool,
    revision: String,
    /// Since when this revision serves.
    since: String,
    terms: usize,
    concepts: usize,
    pairs: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    trouble: Option<TroubleView>,
}

#[derive(Serialize)]
struct TroubleView {
    message: String,
    findings: Vec<Located>,
}

pub(super) fn routes(config: &mut web::ServiceConfig) {
    config.service(readable("/health", ready));
    config.service(readable("/health/live", live)).service(readable("/health/ready", ready));
}

/// `GET /health/live`: the process answers.
async fn live() -> HttpResponse {
    HttpResponse::Ok().json(Live { status: "pass" })
}

/// `GET /health` and `/health/ready`: which revision it serves, and whether that is the latest edit; 503 while it stops. An old revision
/// is a reason to look, and none to send requests elsewhere.
async fn ready(app: web::Data<App>) -> HttpResponse {
    let publication = app.publication();
    let trouble = app
        .shelf
        .trouble()
        .map(|trouble| TroubleView { message: trouble.message.clone(), findings: trouble.findings.clone() });
    let ready = !app.is_stopping();
    let status = match (ready, &trouble) {
        (false, _) => "fail",
        (true, Some(_)) => "warn",
        (true, None) => "pass",
    };
    let code = if ready { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE };
    HttpResponse::build(code).json(Health {
        status,
        ready,
        serves_old_revision: trouble.is_some(),
        revision: publication.revision.clone(),
        since: app.shelf.since().to_string(),
        terms: publication.glossary.terms.len(),
        concepts: publication.concept_count(),
        pairs: publication.pairs().count(),
        trouble,
    })
}
