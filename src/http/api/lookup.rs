// SPDX-License-Identifier: EUPL-1.2
//! `/terms/lookup`: many words or ids at once. What is asked is kept nowhere.

use actix_web::HttpResponse;
use serde_json::Value;

use crate::http::answer::write_json;
use crate::http::api::views::LookupResult;
use crate::http::body::{Asked, answered_beside};
use crate::http::problem::Problem;
use crate::http::reader::{Place, Reader};
use crate::publication::Publication;

/// The most words of one request.
pub(super) const MOST_WORDS: usize = 500;

/// The longest word, in characters.
pub(super) const LONGEST_WORD: usize = 200;

/// The largest body, in bytes.
const LARGEST: usize = 262_144;

/// `POST /api/v1/terms/lookup`: looked up beside the threads that answer, which go on.
pub(super) async fn post(asked: Asked) -> Result<HttpResponse, Problem> {
    answered_beside(asked, LARGEST, look_up).await
}

fn look_up(body: &Value, publication: &Publication) -> Result<Vec<u8>, Problem> {
    let words = Reader::read(body, publication, words).map_err(Problem::invalid_input)?;
    write_json(&LookupResult::new(&words, publication))
}

fn words<'a>(reader: &mut Reader<'_>, body: &Place<'a>) -> Option<Vec<&'a str>> {
    reader.object(body, &["words"])?;
    let Some(place) = body.member("words") else {
        reader.fault(
            body.pointer_to("words"),
            format!("Dit gegeven is nodig: een lijst van hoogstens {MOST_WORDS} woorden of ids."),
            format!("This is needed: a list of at most {MOST_WORDS} words or ids."),
        );
        return None;
    };
    let mut words = Vec::new();
    for item in reader.items(&place, MOST_WORDS) {
        let word = reader.text(&item, LONGEST_WORD);
        if word.is_some_and(|word| word.trim().is_empty()) {
            reader.fault(
                &item.pointer,
                "Dit woord is leeg. Vul het in of haal het weg.",
                "This word is empty. Fill it in or take it away.",
            );
        }
        words.extend(word);
    }
    Some(words)
}
