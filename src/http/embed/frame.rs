// SPDX-License-Identifier: EUPL-1.2
//! `/embed/terms/{id}`: a card for frames, which works without script. Only here may other sites show us in a frame.

use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderValue};
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use serde_json::{Map, Value};

use crate::http::App;
use crate::http::answer::{Keep, framed, page, unchanged};
use crate::http::card::{CARD, Card, Wanted};
use crate::http::lang::Lang;
use crate::http::params::Input;
use crate::http::problem::Problem;
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
    let lang = Lang::of(&request);
    let tag = lang.tag(&app.tag(&publication));
    let answer = match card_page(&request, &id, &publication) {
        Ok(card) => unchanged(&request, &tag, Keep::Shortly).unwrap_or_else(|| {
            let mut answer = page(StatusCode::OK, &card);
            if let Ok(tag) = HeaderValue::from_str(&tag.to_string()) {
                answer.headers_mut().insert(header::ETAG, tag);
            }
            answer.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static(Keep::Shortly.words()));
            answer
        }),
        Err(status) => page(status, &message(status)),
    };
    let policy = format!(
        "default-src 'none'; style-src 'self'; script-src 'self'; base-uri 'none'; form-action 'none'; {}",
        app.settings.frame_ancestors.policy()
    );
    framed(lang.marked(answer), &policy)
}

fn card_page<'a>(request: &HttpRequest, id: &str, publication: &'a Publication) -> Result<CardPage<'a>, StatusCode> {
    let entry = TermId::parse(id).and_then(|id| publication.entry(&id)).ok_or(StatusCode::NOT_FOUND)?;
    let own = |name: &str| CARD.iter().any(|param| param.name == name);
    let given = form_urlencoded::parse(request.query_string().as_bytes()).filter(|(name, _)| own(name));
    let given: Map<String, Value> =
        given.map(|(name, value)| (name.into_owned(), Value::from(value.into_owned()))).collect();
    let read = || -> Result<_, Problem> {
        let input = Input::of_body(&Value::Object(given), CARD, publication)?;
        let wanted = Wanted::read(&input, Lang::of(request), publication)?;
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
