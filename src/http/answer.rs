// SPDX-License-Identifier: EUPL-1.2
//! Answers: JSON with an entity tag, so that a repeated question costs nothing.

use std::sync::Mutex;

use actix_web::http::StatusCode;
use actix_web::http::header::{self, ContentType, EntityTag, HeaderValue, IfNoneMatch};
use actix_web::{HttpMessage, HttpRequest, HttpResponse, HttpResponseBuilder, ResponseError};
use askama::Template;
use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::http::paging::Page;
use crate::http::problem::Problem;
use crate::http::{App, MayBeFramed};
use crate::model::{Date, Place};
use crate::publication::{Past, Publication};

/// Headers that scripts of other sites may read.
pub(super) const EXPOSED_HEADERS: &str =
    "API-Version, ETag, Link, Total-Count, Current-Page, Per-Page, Total-Pages, Retry-After, Allow";

/// How long others may keep an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Keep {
    /// Reference data: a minute, then ask again with the tag.
    Shortly,
    /// What other sites load on every page: five minutes, and for a day while a newer one is fetched.
    Meanwhile,
    /// Its address changes when it does: as long as they like.
    ForGood,
    /// It holds what someone typed: nowhere.
    Nowhere,
}

impl Keep {
    /// The words of `Cache-Control`.
    pub fn words(self) -> &'static str {
        match self {
            Self::Shortly => "public, max-age=60, must-revalidate",
            Self::Meanwhile => "public, max-age=300, stale-while-revalidate=86400",
            Self::ForGood => "public, max-age=31536000, immutable",
            Self::Nowhere => "no-store",
        }
    }

    pub fn header(self) -> (&'static str, &'static str) {
        ("Cache-Control", self.words())
    }
}

/// Sixteen hexadecimal digits of a SHA-256.
pub(super) fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes)[..8].iter().fold(String::new(), |text, byte| format!("{text}{byte:02x}"))
}

impl App {
    /// The tag of everything that this program says of this publication: with these settings an address has one
    /// representation for the two.
    pub(super) fn tag(&self, publication: &Publication) -> EntityTag {
        EntityTag::new_strong(format!("{}-{}", publication.revision, self.seed))
    }

    /// The same for what also says which agreements of a place have lapsed on a day: agreements lapse one by one in
    /// the order of their last days, so that their number tells which.
    pub(super) fn tag_in(&self, publication: &Publication, place: Option<&Place>, today: Date) -> EntityTag {
        match place.map_or(0, |place| place.lapsed_on(today)) {
            0 => self.tag(publication),
            lapsed => EntityTag::new_strong(format!("{}-{}-{lapsed}", publication.revision, self.seed)),
        }
    }

    /// The same for what also tells of the past.
    pub(super) fn tag_with(&self, publication: &Publication, past: &Past) -> EntityTag {
        EntityTag::new_strong(format!("{}-{}-{}", publication.revision, self.seed, digest(past.mark().as_bytes())))
    }

    /// The same for what says what day it is and tells of the past.
    pub(super) fn tag_on_with(&self, publication: &Publication, today: Date, past: &Past) -> EntityTag {
        let past = digest(past.mark().as_bytes());
        EntityTag::new_strong(format!("{}-{}-{today}-{past}", publication.revision, self.seed))
    }
}

/// An answer that takes long to make, kept as long as its tag holds.
#[derive(Default)]
pub(super) struct KeptAnswer(Mutex<Option<(String, Vec<u8>)>>);

impl KeptAnswer {
    /// The answer with this tag.
    pub fn get(&self, tag: &str) -> Option<Vec<u8>> {
        let kept = self.0.lock().ok()?;
        kept.as_ref().filter(|(own, _)| own == tag).map(|(_, bytes)| bytes.clone())
    }

    /// Keeps an answer instead of the one before.
    pub fn put(&self, tag: &str, bytes: &[u8]) {
        if let Ok(mut kept) = self.0.lock() {
            *kept = Some((tag.to_owned(), bytes.to_vec()));
        }
    }
}

/// The answer that the caller has the representation already, if so.
pub(super) fn unchanged(request: &HttpRequest, tag: &EntityTag, keep: Keep) -> Option<HttpResponse> {
    let wanted = request.get_header::<IfNoneMatch>()?;
    let known = match wanted {
        IfNoneMatch::Any => true,
        IfNoneMatch::Items(tags) => tags.iter().any(|known| known.weak_eq(tag)),
    };
    known.then(|| {
        HttpResponse::build(StatusCode::NOT_MODIFIED)
            .insert_header(header::ETag(tag.clone()))
            .insert_header(keep.header())
            .finish()
    })
}

/// A view as JSON.
pub(super) fn json(tag: &EntityTag, keep: Keep, view: &impl Serialize) -> HttpResponse {
    let mut answer = HttpResponse::Ok();
    answer.insert_header(header::ETag(tag.clone())).insert_header(keep.header());
    with_view(&mut answer, view)
}

/// JSON that was written already, beside the threads that answer.
pub(super) fn written_json(tag: &EntityTag, keep: Keep, bytes: Vec<u8>) -> HttpResponse {
    let mut answer = HttpResponse::Ok();
    answer.insert_header(header::ETag(tag.clone())).insert_header(keep.header());
    answer.content_type(ContentType::json()).body(bytes)
}

/// One page of a list as JSON, with where the other pages are.
pub(super) fn json_page(tag: &EntityTag, keep: Keep, page: &Page<'_>, view: &impl Serialize) -> HttpResponse {
    let mut answer = HttpResponse::Ok();
    answer.insert_header(header::ETag(tag.clone())).insert_header(keep.header());
    for pair in page.headers() {
        answer.insert_header(pair);
    }
    with_view(&mut answer, view)
}

/// A view of what someone sent, kept nowhere and without a tag.
pub(super) fn json_once(view: &impl Serialize) -> HttpResponse {
    with_view(HttpResponse::Ok().insert_header(Keep::Nowhere.header()), view)
}

/// The same, written already, beside the threads that answer.
pub(super) fn written_json_once(bytes: Vec<u8>) -> HttpResponse {
    HttpResponse::Ok().insert_header(Keep::Nowhere.header()).content_type(ContentType::json()).body(bytes)
}

/// An answer with a view as its body.
fn with_view(answer: &mut HttpResponseBuilder, view: &impl Serialize) -> HttpResponse {
    match write_json(view) {
        Ok(bytes) => answer.content_type(ContentType::json()).body(bytes),
        Err(problem) => problem.error_response(),
    }
}

/// A page for frames, rendered.
pub(super) fn page(status: StatusCode, template: &impl Template) -> HttpResponse {
    match template.render() {
        Ok(html) => HttpResponse::build(status).content_type("text/html; charset=utf-8").body(html),
        Err(error) => {
            tracing::error!("a page for frames cannot be rendered: {error}");
            Problem::internal().into()
        }
    }
}

/// An answer that sites may show in a frame as far as this policy lets them; also the answer that it is known carries it: a browser
/// lays its headers over what it kept.
pub(super) fn framed(mut answer: HttpResponse, policy: &str) -> HttpResponse {
    if let Ok(policy) = HeaderValue::from_str(policy) {
        answer.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy);
        answer.extensions_mut().insert(MayBeFramed);
    }
    answer
}

/// The bytes that a body has room for at once: most answers stay below.
const ROOM: usize = 16_384;

/// A view written as JSON.
pub(super) fn write_json(view: &impl Serialize) -> Result<Vec<u8>, Problem> {
    let mut bytes = Vec::with_capacity(ROOM);
    serde_json::to_writer(&mut bytes, view).map_err(|_| Problem::internal())?;
    Ok(bytes)
}
