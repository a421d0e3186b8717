// SPDX-License-Identifier: EUPL-1.2
//! The pages that people use, rendered here and working without scripts. Views of the same publication as the API.

mod about;
mod accessibility;
mod actors;
mod agenda;
mod api;
mod ask;
mod asked;
mod beside;
mod bridge;
mod changed;
mod changes;
mod choice;
mod contact;
mod defined;
mod differences;
mod domains;
mod filters;
mod happened;
mod help;
mod home;
mod local;
mod marked;
mod matrix;
mod missing;
mod named;
mod numbers;
mod pair;
mod parts;
mod phases;
mod picked;
mod proposal;
mod reach;
mod roles;
mod side;
mod sources;
mod subject;
mod table;
mod term;
mod text_check;
mod then;
mod tips;
mod trend;
mod withdrawn;
mod wordlist;

pub(super) use self::changed::{ADDRESS as CHANGED, addresses, show as changed};
pub(super) use self::missing::not_found;
pub(super) use self::parts::Preview;

use actix_web::http::StatusCode;
use actix_web::http::header::{self, EntityTag};
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

use crate::http::answer::{Keep, unchanged};
use crate::http::lang::Lang;
use crate::http::pages::missing::no_such_page;
use crate::http::pages::parts::Frame;
use crate::http::problem::{Kind, Problem};
use crate::http::{App, readable};

/// Pages may use our own style sheet, scripts and pictures, ask our own service and send their form here; nothing else.
const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

pub(super) fn routes(config: &mut web::ServiceConfig) {
    config
        .service(readable("/", home::show))
        .service(readable("/actors/{id}", actors::show))
        .service(readable("/agenda", agenda::show))
        .service(readable("/changes", changes::show))
        .service(readable("/changes/{commit}", changes::one))
        .service(readable("/differences", differences::show))
        .service(readable("/domains", domains::index))
        .service(readable("/domains/{id}", domains::show))
        .service(readable("/phases", phases::show))
        .service(readable("/terms/{id}", term::show))
        .service(readable("/text-check", text_check::show))
        .service(readable("/about", about::show))
        .service(readable("/accessibility", accessibility::show))
        .service(readable("/api", api::show))
        .service(readable("/problems/{slug}", problem));
}

/// The page of a term, as `/terms/{id}` has it: for who asks for it by its name.
pub(super) async fn show_term(request: HttpRequest, id: web::Path<String>, app: web::Data<App>) -> HttpResponse {
    term::show(request, id, app).await
}

/// What a kind of problem means, and what to do about it.
#[derive(Template)]
#[template(path = "problem.html")]
struct ProblemPage<'a> {
    frame: Frame<'a>,
    kind: &'static Kind,
}

/// `GET /problems/{slug}`: what a problem of the API means.
async fn problem(request: HttpRequest, slug: web::Path<String>, app: web::Data<App>) -> HttpResponse {
    let publication = app.publication();
    let Some(kind) = Kind::named(&slug) else { return no_such_page(&publication, &request, "") };
    let page = ProblemPage { frame: Frame::new(&publication, &request), kind };
    tagged_page(&request, &app.tag(&publication), Keep::Shortly, &page)
}

/// A rendered page, in the language of the request.
fn page(request: &HttpRequest, status: StatusCode, template: &impl Template) -> HttpResponse {
    Lang::of(request).marked(rendered(status, template))
}

fn rendered(status: StatusCode, template: &impl Template) -> HttpResponse {
    match template.render() {
        Ok(html) => HttpResponse::build(status)
            .insert_header(("Content-Security-Policy", POLICY))
            .content_type("text/html; charset=utf-8")
            .body(html),
        Err(error) => {
            tracing::error!("a page cannot be rendered: {error}");
            Problem::internal().into()
        }
    }
}

/// A rendered page with a tag, or that the caller has it already. Both carry the policy: a browser lays the headers of
/// the short answer over the page it kept.
fn tagged_page(request: &HttpRequest, tag: &EntityTag, keep: Keep, template: &impl Template) -> HttpResponse {
    let lang = Lang::of(request);
    let tag = &lang.tag(tag);
    let mut answer = unchanged(request, tag, keep).unwrap_or_else(|| rendered(StatusCode::OK, template));
    let headers = answer.headers_mut();
    lang.mark(headers);
    if let Ok(value) = header::HeaderValue::from_str(&tag.to_string()) {
        headers.insert(header::ETAG, value);
    }
    headers.insert(header::CACHE_CONTROL, header::HeaderValue::from_static(keep.words()));
    headers.insert(header::CONTENT_SECURITY_POLICY, header::HeaderValue::from_static(POLICY));
    answer
}
