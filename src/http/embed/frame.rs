// SPDX-License-Identifier: EUPL-1.2
//! `/embed/terms/{id}`: a card for frames, which works without script. Only here may other sites show us in a frame.

use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderValue};
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use serde_json::{Map, Value};

use crate::http::answer::{Keep, unchanged};
use crate::http::card::{CARD, Card, Wanted};
use crate::http::lang::Lang;
use crate::http::params::Input;
use crate::http::problem::Problem;
use crate::http::{App, MayBeFramed};
use crate::model::TermId;
use crate::publication::Publication;

#[derive(Template)]
#[template(path = "embed-term.html")]
struct CardPage<'a> {
    card: Card<'a>,
    lang: Lang,
}

#[derive(Template)]
#[template(path = "embed-message.html")]
struct MessagePage {
    text: &'static str,
    english: &'static str,
}

/// `GET /embed/terms/{id}`. What systems hang on an address beside our own parameters is passed by.
pub(super) async fn show(request: HttpRequest, id: web::Path<String>, app: web::Data<App>) -> HttpResponse {
    let publication = app.publication();
    let tag = app.tag(&publication);
    let answer = match card_page(&request, &id, &publication) {
        Ok(page) => unchanged(&request, &tag, Keep::Shortly).unwrap_or_else(|| {
            let mut answer = rendered(StatusCode::OK, &page);
            if let Ok(tag) = HeaderValue::from_str(&tag.to_string()) {
                answer.headers_mut().insert(header::ETAG, tag);
            }
            answer.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static(Keep::Shortly.words()));
            answer
        }),
        Err(status) => rendered(status, &message(status)),
    };
    framed(answer, &app)
}

fn card_page<'a>(request: &HttpRequest, id: &str, publication: &'a Publication) -> Result<CardPage<'a>, StatusCode> {
    let entry = TermId::parse(id).and_then(|id| publication.entry(&id)).ok_or(StatusCode::NOT_FOUND)?;
    let own = |name: &str| CARD.iter().any(|param| param.name == name);
    let given = form_urlencoded::parse(request.query_string().as_bytes()).filter(|(name, _)| own(name));
    let given: Map<String, Value> =
        given.map(|(name, value)| (name.into_owned(), Value::from(value.into_owned()))).collect();
    let read = || -> Result<_, Problem> {
        let input = Input::of_body(&Value::Object(given), CARD, publication)?;
        let wanted = Wanted::read(&input, publication)?;
        Ok((wanted, input.place(publication)))
    };
    let (wanted, place) = read().map_err(|_| StatusCode::BAD_REQUEST)?;
    let entry = publication.in_place(entry, place);
    Ok(CardPage { card: Card::new(entry, wanted, &publication.glossary), lang: wanted.lang })
}

fn message(status: StatusCode) -> MessagePage {
    match status {
        StatusCode::NOT_FOUND => MessagePage {
            text: "Dit woord staat niet in Taalbrug. Misschien staat er een typefout in het adres.",
            english: "This word is not in Taalbrug.",
        },
        _ => MessagePage {
            text: "Dit adres klopt niet. Kijk welke domeinen en plaatsen er zijn, en schrijf ze zoals daar.",
            english: "This address names a domain, place or language that does not exist.",
        },
    }
}

fn rendered(status: StatusCode, template: &impl Template) -> HttpResponse {
    match template.render() {
        Ok(html) => HttpResponse::build(status).content_type("text/html; charset=utf-8").body(html),
        Err(error) => {
            tracing::error!("a page for frames cannot be rendered: {error}");
            Problem::internal().into()
        }
    }
}

/// The policy of pages for frames, also on the answer that one is known: a browser lays its headers over what it kept.
fn framed(mut answer: HttpResponse, app: &App) -> HttpResponse {
    let policy = format!(
        "default-src 'none'; style-src 'self'; script-src 'self'; base-uri 'none'; form-action 'none'; {}",
        app.settings.frame_ancestors.policy()
    );
    if let Ok(policy) = HeaderValue::from_str(&policy) {
        answer.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy);
        answer.extensions_mut().insert(MayBeFramed);
    }
    answer
}
