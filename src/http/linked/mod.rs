// SPDX-License-Identifier: EUPL-1.2
//! The glossary as others take it: whole in a file, one term by its name in the form that is asked for, and our own vocabulary.
//!
//! Names below `/id/` stay for ever; they answer with where to read about the thing. Whole addresses come from the glossary, never
//! from what a caller says of the host.

mod accept;
mod doc;
mod export;

use actix_web::http::header::{self, ContentDisposition, DispositionParam, DispositionType, EntityTag};
use actix_web::{HttpRequest, HttpResponse, web};

use crate::http::answer::{Keep, unchanged};
use crate::http::{App, readable};
use crate::publication::Publication;

pub(super) fn routes(config: &mut web::ServiceConfig) {
    config
        .service(readable("/doc/{id}", doc::show))
        .service(readable("/export/json/schema", export::schema))
        .service(readable("/export/{form}", export::show))
        .service(readable("/export/{form}/losses", export::losses))
        .service(readable("/id/actor/{id}", doc::actor))
        .service(readable("/id/domain/{id}", doc::domain))
        .service(readable("/id/model/{id}", doc::model))
        .service(readable("/id/source/{id}", doc::source))
        .service(readable("/id/{id}", doc::name))
        .service(readable("/ns", export::vocabulary));
}

/// A text in a form, with a tag of its own.
struct Shown<'a> {
    /// The form, as it stands in the tag.
    form: &'a str,
    /// The media type.
    media_type: &'a str,
}

impl Shown<'_> {
    fn tag(&self, app: &App, publication: &Publication) -> EntityTag {
        EntityTag::new_strong(format!("{}-{}", app.tag(publication).tag(), self.form))
    }

    /// The answer with this text, or that the caller has it already.
    fn answer(&self, request: &HttpRequest, tag: EntityTag, text: impl FnOnce() -> String) -> HttpResponse {
        unchanged(request, &tag, Keep::Shortly).unwrap_or_else(|| {
            let mut answer = HttpResponse::Ok();
            answer.insert_header(header::ETag(tag)).insert_header(Keep::Shortly.header());
            answer.content_type(self.media_type).body(text())
        })
    }
}

/// Asks a browser to keep the answer as a file of this name.
fn as_file(answer: &mut HttpResponse, name: &str) {
    let parameters = vec![DispositionParam::Filename(name.to_owned())];
    let disposition = ContentDisposition { disposition: DispositionType::Attachment, parameters };
    if let Ok(value) = header::HeaderValue::from_str(&disposition.to_string()) {
        answer.headers_mut().insert(header::CONTENT_DISPOSITION, value);
    }
}
