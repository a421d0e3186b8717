// SPDX-License-Identifier: EUPL-1.2
//! `/annotations`: the terms in a text, and which of them will be read otherwise. Nothing of the text is kept or logged.

use actix_web::HttpResponse;
use serde_json::Value;

use crate::http::answer::write_json;
use crate::http::api::views::AnnotationResult;
use crate::http::body::{Asked, LONGEST_TEXT, answered_beside};
use crate::http::problem::Problem;
use crate::http::reader::{Place, Reader};
use crate::model::Domain;
use crate::publication::Publication;

/// The largest body, in bytes: JSON may write a byte of the text in six.
const LARGEST: usize = 6 * LONGEST_TEXT + 1_024;

/// A text with who writes and who reads.
struct Sent<'a> {
    text: &'a str,
    writer: &'a Domain,
    reader: &'a Domain,
}

/// `POST /api/v1/annotations`: read beside the threads that answer, which go on.
pub(super) async fn post(asked: Asked) -> Result<HttpResponse, Problem> {
    answered_beside(asked, LARGEST, annotate).await
}

fn annotate(body: &Value, publication: &Publication) -> Result<Vec<u8>, Problem> {
    let bytes = body["text"].as_str().map_or(0, str::len);
    if bytes > LONGEST_TEXT {
        return Err(Problem::long_text(bytes, LONGEST_TEXT));
    }
    let sent = Reader::read(body, publication, Sent::read).map_err(Problem::invalid_input)?;
    let checked = publication.check_text(sent.text, sent.writer, sent.reader);
    write_json(&AnnotationResult::new(sent.text, [sent.writer, sent.reader], &checked, publication))
}

impl<'a> Sent<'a> {
    fn read(reader: &mut Reader<'a>, body: &Place<'a>) -> Option<Self> {
        reader.object(body, &["text", "writer", "reader"])?;
        let text = Self::text(reader, body);
        let [writer, read_by] = ["writer", "reader"].map(|name| Self::domain(reader, body, name));
        Some(Self { text: text?, writer: writer?, reader: read_by? })
    }

    fn text(reader: &mut Reader<'a>, body: &Place<'a>) -> Option<&'a str> {
        let Some(place) = body.member("text") else {
            reader.fault(
                body.pointer_to("text"),
                "Dit gegeven is nodig: de tekst om na te kijken.",
                "This is needed: the text to check.",
            );
            return None;
        };
        let text = reader.text(&place, LONGEST_TEXT)?;
        if text.trim().is_empty() {
            reader.fault(
                &place.pointer,
                "Deze tekst is leeg. Stuur de tekst om na te kijken.",
                "This text is empty. Send the text to check.",
            );
        }
        Some(text)
    }

    fn domain(reader: &mut Reader<'a>, body: &Place<'a>, name: &str) -> Option<&'a Domain> {
        if let Some(place) = body.member(name) {
            return reader.domain(&place);
        }
        let known: Vec<&str> = reader.publication.glossary.domains.iter().map(|domain| domain.id.as_str()).collect();
        let (dutch, english) =
            if name == "writer" { ("van wie schrijft", "of who writes") } else { ("van wie leest", "of who reads") };
        let known = known.join(", ");
        reader.fault(
            body.pointer_to(name),
            format!("Dit gegeven is nodig: het domein {dutch}. Kies uit: {known}."),
            format!("This is needed: the domain {english}. Choose from: {known}."),
        );
        None
    }
}
