//! The pages that people use, rendered here and working without scripts. Views of the same publication as the API.

mod actors;
mod agenda;
mod asked;
mod beside;
mod choice;
mod contact;
mod differences;
mod domains;
mod filters;
mod help;
mod home;
mod lang;
mod local;
mod marked;
mod matrix;
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

use actix_web::http::StatusCode;
use actix_web::http::header::{self, EntityTag};
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

use crate::http::answer::{Keep, unchanged};
use crate::http::pages::parts::{Frame, Link};
use crate::http::problem::{Problem, unknown_path};
use crate::http::{API_BASE, App, readable};
use crate::publication::Publication;
use crate::search::Query;

/// Pages may use our own style sheet, scripts and pictures, ask our own service and send their form here; nothing else.
const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

pub(super) fn routes(config: &mut web::ServiceConfig) {
    config
        .service(readable("/", home::show))
        .service(readable("/actors/{id}", actors::show))
        .service(readable("/agenda", agenda::show))
        .service(readable("/differences", differences::show))
        .service(readable("/domains", domains::index))
        .service(readable("/domains/{id}", domains::show))
        .service(readable("/phases", phases::show))
        .service(readable("/terms/{id}", term::show))
        .service(readable("/text-check", text_check::show))
        .service(readable("/problems/{slug}", problem));
}

/// Says one thing, with a way on.
#[derive(Template)]
#[template(path = "message.html")]
struct Message<'a> {
    frame: Frame<'a>,
    title: String,
    text: String,
    english: Option<String>,
    near: Vec<Link<'a>>,
}

/// The answer to an unknown address: a page that helps on, or a problem for programs under the API.
pub(super) async fn not_found(request: HttpRequest, app: web::Data<App>) -> HttpResponse {
    if request.path().starts_with(API_BASE) {
        return unknown_path(request).await;
    }
    let publication = app.publication();
    no_such_page(&publication, &request, request.path().rsplit('/').next().unwrap_or(""))
}

/// A page that says that there is nothing here, with the terms that come near to what was asked for.
fn no_such_page(publication: &Publication, request: &HttpRequest, sought: &str) -> HttpResponse {
    let query = Query { text: sought.chars().take(80).collect(), take: 5, ..Query::default() };
    let found = publication.index().search(&query).unwrap_or_default();
    let places = found.hits.iter().map(|hit| hit.place).chain(found.near.iter().copied());
    let frame = Frame::new(publication, request);
    let message = Message {
        title: frame.say("Deze bladzijde bestaat niet", "This page does not exist").to_owned(),
        text: frame
            .say(
                "Misschien staat er een typefout in het adres, of heet het woord nu anders.",
                "There may be a typing error in the address, or the word has another name now.",
            )
            .to_owned(),
        english: None,
        frame,
        near: if sought.is_empty() {
            Vec::new()
        } else {
            places.take(5).map(|place| Link::to(publication, place)).collect()
        },
    };
    page(StatusCode::NOT_FOUND, &message)
}

/// `GET /problems/{slug}`: what a problem of the API means.
async fn problem(request: HttpRequest, slug: web::Path<String>, app: web::Data<App>) -> HttpResponse {
    let publication = app.publication();
    let Some(kind) = Problem::kind_named(&slug) else { return no_such_page(&publication, &request, "") };
    let message = Message {
        frame: Frame::new(&publication, &request),
        title: kind.title.to_owned(),
        text: kind.about.to_owned(),
        english: Some(format!("{} (HTTP {}).", kind.english, kind.status)),
        near: Vec::new(),
    };
    page(StatusCode::OK, &message)
}

/// A rendered page.
fn page(status: StatusCode, template: &impl Template) -> HttpResponse {
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
    let mut answer = unchanged(request, tag, keep).unwrap_or_else(|| page(StatusCode::OK, template));
    let headers = answer.headers_mut();
    if let Ok(value) = header::HeaderValue::from_str(&tag.to_string()) {
        headers.insert(header::ETAG, value);
    }
    headers.insert(header::CACHE_CONTROL, header::HeaderValue::from_static(keep.words()));
    headers.insert(header::CONTENT_SECURITY_POLICY, header::HeaderValue::from_static(POLICY));
    answer
}
