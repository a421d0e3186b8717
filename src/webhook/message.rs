// SPDX-License-Identifier: EUPL-1.2
//! What is told of a new revision: which one, when, how large it is, and where to read what changed. Nothing that anyone typed.

use jiff::Timestamp;
use serde::Serialize;

use crate::publication::Publication;

/// What sort of message it is.
pub const MESSAGE_TYPE: &str = "revision.published";

/// A message, written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Message {
    /// The same for every attempt.
    pub id: String,
    /// The revision that it tells of.
    pub revision: String,
    /// The JSON.
    pub body: String,
}

#[derive(Serialize)]
struct Body<'a> {
    r#type: &'static str,
    timestamp: String,
    data: Data<'a>,
}

/// What the message tells.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Data<'a> {
    revision: &'a str,
    /// The revision that was seen before it.
    previous: &'a str,
    terms: usize,
    concepts: usize,
    pairs: usize,
    changes: String,
    feed: String,
    json_feed: String,
}

impl Message {
    /// What is told of a publication that came after a revision, at a moment, by a service with this address.
    pub fn new(publication: &Publication, previous: &str, base: &str, now: Timestamp) -> Self {
        let now = Timestamp::from_second(now.as_second()).unwrap_or(now);
        let data = Data {
            revision: &publication.revision,
            previous,
            terms: publication.glossary.terms.len(),
            concepts: publication.concept_count(),
            pairs: publication.pairs().count(),
            changes: format!("{base}/changes"),
            feed: format!("{base}/feed.atom"),
            json_feed: format!("{base}/feed.json"),
        };
        let body = Body { r#type: MESSAGE_TYPE, timestamp: now.to_string(), data };
        Self {
            id: format!("msg_{}_{}", publication.revision, now.as_second()),
            revision: publication.revision.clone(),
            body: serde_json::to_string(&body).unwrap_or_default(),
        }
    }
}
