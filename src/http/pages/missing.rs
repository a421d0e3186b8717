// SPDX-License-Identifier: EUPL-1.2
//! The page for an address that does not exist: what was sought stands in a search field, with the terms that come near.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

use crate::http::pages::page;
use crate::http::pages::parts::{Frame, Link};
use crate::http::problem::unknown_path;
use crate::http::{API_BASE, App};
use crate::publication::Publication;
use crate::search::Query;

/// The most letters of an address that are sought.
const LONGEST: usize = 80;

/// How many terms are offered.
const OFFERED: usize = 3;

#[derive(Template)]
#[template(path = "missing.html")]
struct Missing<'a> {
    frame: Frame<'a>,
    sought: String,
    near: Vec<Link<'a>>,
}

/// The answer to an unknown address: a page that helps on, or a problem for programs under the API.
pub(in crate::http) async fn not_found(request: HttpRequest, app: web::Data<App>) -> HttpResponse {
    if request.path().starts_with(API_BASE) {
        return unknown_path(request).await;
    }
    let publication = app.publication();
    no_such_page(&publication, &request, request.path().rsplit('/').next().unwrap_or(""))
}

/// A page that says that there is nothing here, with a search for what the address may have meant.
pub(super) fn no_such_page(publication: &Publication, request: &HttpRequest, part: &str) -> HttpResponse {
    let sought = words_of(part);
    let query = Query { text: sought.clone(), take: OFFERED, ..Query::default() };
    let found = publication.index().search(&query).unwrap_or_default();
    let places = found.hits.iter().map(|hit| hit.place).chain(found.near.iter().copied());
    let near = if sought.is_empty() { 0 } else { OFFERED };
    let missing = Missing {
        frame: Frame::new(publication, request),
        near: places.take(near).map(|place| Link::to(publication, place)).collect(),
        sought,
    };
    page(request, StatusCode::NOT_FOUND, &missing)
}

/// The words in a part of an address, as far as they can be read.
fn words_of(part: &str) -> String {
    let text = format!("q={}", part.replace(['&', '+'], " "));
    let read = form_urlencoded::parse(text.as_bytes()).next().map(|(_, words)| words.into_owned()).unwrap_or_default();
    let bare: String = read.chars().map(|letter| if letter.is_alphanumeric() { letter } else { ' ' }).collect();
    bare.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(LONGEST).collect()
}

#[cfg(test)]
mod tests {
    use super::words_of;

    #[test]
    fn the_words_of_an_address_are_sought_and_nothing_else_of_it() {
        for (part, words) in [
            ("zorg-en-veiligheidshuis", "zorg en veiligheidshuis"),
            ("cli%C3%ABnt", "cliënt"),
            ("melding&x=1+2", "melding x 1 2"),
            ("%3Cscript%3E", "script"),
            ("%FF%00", ""),
            ("", ""),
        ] {
            assert_eq!(words_of(part), words, "{part}");
        }
        assert_eq!(words_of(&"x".repeat(500)).len(), 80);
    }
}
