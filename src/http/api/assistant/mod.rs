// SPDX-License-Identifier: EUPL-1.2
//! What assistants ask (Model Context Protocol): the messages, the tools, and their answers. Views of the same publication as the
//! API, with its words and its bounds; how a message comes in and whether it may, is for `http/assistants`.
//!
//! An answer says of every domain apart what it means, who says so and how far that has come, with its sources. Nothing is ever
//! joined to one text, and what is not known is said not to be.

mod asked;
mod params;
mod rpc;
mod said;
mod schemas;
mod tools;
mod views;

pub(in crate::http) use self::rpc::{Answer, PROTOCOLS, answer, foreign, refusal};

use crate::model::Date;
use crate::publication::Publication;

/// The largest message or list of messages, in bytes: JSON may write a byte of a text in six.
pub(in crate::http) const LARGEST: usize = 6 * crate::http::body::LONGEST_TEXT + 4_096;

/// What an answer is made of.
#[derive(Clone, Copy)]
pub(in crate::http) struct Desk<'a> {
    /// What is published.
    pub publication: &'a Publication,
    /// The address of the service, without a slash at the end, where it knows it.
    pub base: Option<&'a str>,
    /// The day, for agreements that lapse.
    pub today: Date,
}

impl Desk<'_> {
    /// Where people read about a term: whole where the service knows its address, else from the path on.
    fn page(&self, term: &crate::model::Term) -> String {
        format!("{}/terms/{}", self.base.unwrap_or_default(), term.id)
    }
}
