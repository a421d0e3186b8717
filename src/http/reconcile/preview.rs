// SPDX-License-Identifier: EUPL-1.2
//! `/reconcile/preview?id=`: a meaning in a frame of a program for matching. Any site may show it: such programs run on someone's own
//! computer, and the page holds nothing that acts.

use std::borrow::Cow;

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

use crate::http::App;
use crate::http::answer::{framed, page};
use crate::http::card::basis_in_words;
use crate::http::lang::Lang;
use crate::http::reconcile::Given;
use crate::http::reconcile::entity::Entity;
use crate::http::sign::sign;

/// How large a frame should be, in pixels.
pub(super) const WIDTH: u32 = 440;
pub(super) const HEIGHT: u32 = 360;

/// What the page may load: our own styles, and no script.
const POLICY: &str = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *";

#[derive(Template)]
#[template(path = "reconcile-preview.html")]
struct PreviewPage<'a> {
    lang: Lang,
    label: &'a str,
    english: Option<&'a str>,
    domain: String,
    /// What tells this meaning apart from others of the same domain.
    meaning: Option<&'a str>,
    text: &'a str,
    status: &'static str,
    kind: &'static str,
    difference: Option<Difference<'a>>,
    page: String,
}

/// How others differ.
struct Difference<'a> {
    sign: &'static str,
    tone: &'static str,
    sentence: &'a str,
    basis: Cow<'static, str>,
}

#[derive(Template)]
#[template(path = "reconcile-unknown.html")]
struct UnknownPage;

/// `GET /reconcile/preview?id=`.
pub(super) async fn show(request: HttpRequest, app: web::Data<App>) -> HttpResponse {
    let (publication, given, lang) = (app.publication(), Given::of(&request), Lang::of(&request));
    let answer = match Entity::with_id(given.text("id"), &publication) {
        Some(entity) => page(StatusCode::OK, &PreviewPage::new(entity, lang)),
        None => page(StatusCode::NOT_FOUND, &UnknownPage),
    };
    framed(answer, POLICY)
}

impl<'a> PreviewPage<'a> {
    fn new(entity: Entity<'a>, lang: Lang) -> Self {
        let (term, concept) = (entity.entry.term, entity.concept);
        let difference = entity.pair().map(|pair| {
            let (sign, tone) = sign(pair.relation, pair.degree);
            Difference { sign, tone, sentence: lang.sentence(&pair.sentence), basis: basis_in_words(Some(pair), lang) }
        });
        Self {
            lang,
            label: &term.label,
            english: term.english.as_deref(),
            domain: entity.glossary.domain(&concept.domain).map_or_else(String::new, |domain| lang.domain(domain)),
            meaning: concept.label.as_deref(),
            text: entity.text(),
            status: lang.of_key(concept.status),
            kind: lang.of_key(concept.kind),
            difference,
            page: lang.address(&format!("/terms/{}", term.id)),
        }
    }
}
