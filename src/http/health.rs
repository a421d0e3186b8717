// SPDX-License-Identifier: EUPL-1.2
//! For operators: is the process alive, and does it serve what the editors last wrote.

use actix_web::{HttpResponse, web};
use serde::Serialize;

use crate::diagnostic::Located;
use crate::http::{App, readable};

#[derive(Serialize)]
struct Live {
    status: &'static str,
}

#[derive(Serialize)]
struct Ready {
    /// `pass`, or `warn` while an older revision serves because the latest edit cannot.
    status: &'static str,
    revision: String,
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
    config.service(readable("/health/live", live)).service(readable("/health/ready", ready));
}

/// `GET /health/live`: the process answers.
async fn live() -> HttpResponse {
    HttpResponse::Ok().json(Live { status: "pass" })
}

/// `GET /health/ready`: it serves a revision, and whether that is the latest edit.
async fn ready(app: web::Data<App>) -> HttpResponse {
    let publication = app.publication();
    let trouble = app
        .shelf
        .trouble()
        .map(|trouble| TroubleView { message: trouble.message.clone(), findings: trouble.findings.clone() });
    HttpResponse::Ok().json(Ready {
        status: if trouble.is_some() { "warn" } else { "pass" },
        revision: publication.revision.clone(),
        terms: publication.glossary.terms.len(),
        concepts: publication.concept_count(),
        pairs: publication.pairs().count(),
        trouble,
    })
}
