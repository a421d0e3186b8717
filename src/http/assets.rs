//! What pages load besides themselves: one style sheet and one picture, both our own.

use actix_web::http::header::{self, EntityTag};
use actix_web::{HttpRequest, HttpResponse, web};

use crate::http::answer::{Keep, digest, unchanged};
use crate::http::readable;

const STYLE: &str = include_str!("assets/taalbrug.css");
const ICON: &str = include_str!("assets/taalbrug.svg");

pub(super) fn routes(config: &mut web::ServiceConfig) {
    config.service(readable("/assets/taalbrug.css", style)).service(readable("/assets/taalbrug.svg", icon));
}

async fn style(request: HttpRequest) -> HttpResponse {
    asset(&request, "text/css; charset=utf-8", STYLE, Keep::Shortly)
}

async fn icon(request: HttpRequest) -> HttpResponse {
    asset(&request, "image/svg+xml", ICON, Keep::Shortly)
}

/// A file of our own with a tag that is that of its bytes.
pub(super) fn asset(request: &HttpRequest, kind: &str, text: &'static str, keep: Keep) -> HttpResponse {
    let tag = EntityTag::new_strong(digest(text.as_bytes()));
    unchanged(request, &tag, keep).unwrap_or_else(|| {
        HttpResponse::Ok().insert_header(header::ETag(tag)).insert_header(keep.header()).content_type(kind).body(text)
    })
}
