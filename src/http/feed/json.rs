// SPDX-License-Identifier: EUPL-1.2
//! The feed as JSON Feed 1.1.

use askama::Template;
use serde::Serialize;

use crate::http::feed::{Content, Entry, Feed};

/// The version of the format, as its readers want it.
const VERSION: &str = "https://jsonfeed.org/version/1.1";

/// The feed. Addresses stand in it where the service knows its own: this format wants them whole.
#[derive(Serialize)]
struct JsonFeed<'a> {
    version: &'static str,
    title: String,
    description: &'a str,
    language: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    home_page_url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    feed_url: Option<String>,
    authors: [Author<'a>; 1],
    items: Vec<Item<'a>>,
}

/// Who writes it.
#[derive(Serialize)]
struct Author<'a> {
    name: &'a str,
}

/// A revision.
#[derive(Serialize)]
struct Item<'a> {
    id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    title: &'a str,
    content_html: String,
    date_published: &'a str,
    date_modified: &'a str,
    /// The words that it tells of.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    tags: Vec<&'a str>,
}

/// The feed, written.
pub(super) fn written(feed: &Feed<'_>) -> String {
    let at = |path: &str| (!feed.base.is_empty()).then(|| format!("{}{path}", feed.base));
    let item = |entry| item(entry, at);
    let view = JsonFeed {
        version: VERSION,
        title: format!("Wijzigingen: {}", feed.title),
        description: feed.about,
        language: "nl",
        home_page_url: at("/changes"),
        feed_url: at("/feed.json"),
        authors: [Author { name: feed.author }],
        items: feed.entries.iter().map(item).collect(),
    };
    serde_json::to_string(&view).unwrap_or_default()
}

fn item(entry: &Entry, at: impl Fn(&str) -> Option<String>) -> Item<'_> {
    Item {
        id: &entry.id,
        url: at(&format!("/changes/{}", entry.commit)),
        title: &entry.title,
        content_html: Content { entry }.render().unwrap_or_default().trim().to_owned(),
        date_published: &entry.updated,
        date_modified: &entry.updated,
        tags: entry.words.iter().map(|word| word.label.as_str()).collect(),
    }
}
