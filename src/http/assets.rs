// SPDX-License-Identifier: EUPL-1.2
//! What pages load besides themselves: one style sheet, one picture and a few scripts, all our own.

use actix_web::http::header::{self, EntityTag};
use actix_web::{HttpRequest, HttpResponse, web};

use crate::http::answer::{Keep, digest, unchanged};
use crate::http::readable;

/// A file that pages load.
struct Asset {
    path: &'static str,
    kind: &'static str,
    text: &'static str,
}

const SCRIPT: &str = "text/javascript; charset=utf-8";

const ASSETS: &[Asset] = &[
    Asset { path: "/assets/taalbrug.css", kind: "text/css; charset=utf-8", text: include_str!("assets/taalbrug.css") },
    Asset { path: "/assets/some.css", kind: "text/css; charset=utf-8", text: include_str!("assets/some.css") },
    Asset { path: "/assets/taalbrug.svg", kind: "image/svg+xml", text: include_str!("assets/taalbrug.svg") },
    Asset { path: "/assets/matcher.js", kind: SCRIPT, text: include_str!("assets/matcher.js") },
    Asset { path: "/assets/quiet.js", kind: SCRIPT, text: include_str!("assets/quiet.js") },
    Asset { path: "/assets/checked.js", kind: SCRIPT, text: include_str!("assets/checked.js") },
    Asset { path: "/assets/text-check.js", kind: SCRIPT, text: include_str!("assets/text-check.js") },
    Asset { path: "/assets/search.js", kind: SCRIPT, text: include_str!("assets/search.js") },
];

pub(super) fn routes(config: &mut web::ServiceConfig) {
    for asset in ASSETS {
        config.service(readable(asset.path, move |request: HttpRequest| async move {
            self::asset(&request, asset.kind, asset.text, Keep::Shortly)
        }));
    }
}

/// A file of our own with a tag that is that of its bytes.
pub(super) fn asset(request: &HttpRequest, kind: &str, text: &'static str, keep: Keep) -> HttpResponse {
    let tag = EntityTag::new_strong(digest(text.as_bytes()));
    unchanged(request, &tag, keep).unwrap_or_else(|| {
        HttpResponse::Ok().insert_header(header::ETag(tag)).insert_header(keep.header()).content_type(kind).body(text)
    })
}
