// SPDX-License-Identifier: EUPL-1.2
//! `/feed.atom` (RFC 4287) and `/feed.json` (JSON Feed 1.1): what changed per revision as a feed, in Dutch with English beside it.
//! Both are one feed, written in two forms. Addresses are whole where the service knows its own, and identifiers never change: they
//! are those of the commits.

mod json;

use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use jiff::Timestamp;

use crate::change::TermReport;
use crate::history::{History, Revision};
use crate::http::answer::{Keep, unchanged};
use crate::http::lang::Lang;
use crate::http::told::{Line, effects, fate, headline, lines};
use crate::http::{App, readable};
use crate::publication::{Past, Publication};

/// The most revisions in the feed.
const MOST: usize = 30;

/// The most words that are told of a revision.
const MOST_WORDS: usize = 25;

/// The most lines that are told of what changed in a word.
const MOST_LINES: usize = 10;

/// The name of who is said to write the feed: nobody is named.
const AUTHOR: &str = "Redactie van de woordenlijst (editors of the glossary)";

/// What the feed is about.
const ABOUT: &str = "Welke woorden wijzigden, en wat dat doet met het verschil tussen domeinen. (Which words changed, and what that does to the difference between domains.)";

/// The feed; as it stands it is written as Atom.
#[derive(Template)]
#[template(path = "feed.xml")]
struct Feed<'a> {
    /// The address of the service, empty where it does not know it.
    base: &'a str,
    title: String,
    about: &'a str,
    author: &'a str,
    /// Its identifier.
    id: String,
    licence: &'a str,
    updated: String,
    entries: Vec<Entry>,
}

/// A revision.
struct Entry {
    id: String,
    commit: String,
    updated: String,
    title: String,
    words: Vec<Word>,
    left_out: usize,
}

/// What happened to a word: everything in Dutch and in English.
struct Word {
    label: String,
    fate: [String; 2],
    effects: Vec<[String; 2]>,
    /// What else changed, in a few words each.
    lines: Vec<[String; 2]>,
}

/// What a revision says, as HTML that is XHTML too: the same in both forms.
#[derive(Template)]
#[template(path = "feed-entry.html")]
struct Content<'a> {
    entry: &'a Entry,
}

/// A form of the feed: its media type, and how it is written.
struct Form {
    media_type: &'static str,
    write: fn(&Feed<'_>) -> String,
}

const ATOM: Form =
    Form { media_type: "application/atom+xml; charset=utf-8", write: |feed| feed.render().unwrap_or_default() };

const JSON: Form = Form { media_type: "application/feed+json", write: json::written };

pub(super) fn routes(config: &mut web::ServiceConfig) {
    config
        .service(readable("/feed.atom", |request, app| async move { show(&request, &app, &ATOM) }))
        .service(readable("/feed.json", |request, app| async move { show(&request, &app, &JSON) }));
}

/// The feed in a form. Without a history there is none: an empty one would say that nothing changed.
fn show(request: &HttpRequest, app: &web::Data<App>, form: &Form) -> HttpResponse {
    let (publication, past) = (app.publication(), app.past());
    let history = match &*past {
        Past::Here(history) => history,
        Past::Reading => return not_yet(),
        Past::Nothing(why) => return nothing(why.words()),
    };
    let tag = app.tag_with(&publication, &past);
    unchanged(request, &tag, Keep::Shortly).unwrap_or_else(|| {
        let base = app.settings.base_url.as_ref().map_or("", |base| base.as_str());
        let text = (form.write)(&Feed::new(history, &publication, base));
        let mut answer = HttpResponse::Ok();
        answer.insert_header(header::ETag(tag)).insert_header(Keep::Shortly.header());
        answer.insert_header(("Content-Language", "nl, en"));
        answer.content_type(form.media_type).body(text)
    })
}

fn not_yet() -> HttpResponse {
    HttpResponse::ServiceUnavailable()
        .insert_header(("Retry-After", "5"))
        .content_type("text/plain; charset=utf-8")
        .body("De geschiedenis wordt nog gelezen. Vraag het zo nog eens.\nThe history is still being read. Ask again in a moment.\n")
}

fn nothing((dutch, english): (&str, &str)) -> HttpResponse {
    let text = format!("Er is hier geen geschiedenis. {dutch}\nThere is no history here. {english}\n");
    HttpResponse::NotFound().content_type("text/plain; charset=utf-8").body(text)
}

impl<'a> Feed<'a> {
    fn new(history: &History, publication: &'a Publication, base: &'a str) -> Self {
        let about = &publication.glossary.about;
        let latest = history.revisions.last().map_or(0, |revision| revision.seconds);
        let authority = host(&about.base_uri);
        let entry = |revision: &Revision| Entry::new(revision, authority);
        Self {
            base,
            title: plain(&about.title),
            about: ABOUT,
            author: AUTHOR,
            id: format!("tag:{authority},2026-01-01:changes"),
            licence: &about.licence,
            updated: time(latest),
            entries: history.revisions.iter().rev().take(MOST).map(entry).collect(),
        }
    }
}

impl Entry {
    fn new(revision: &Revision, authority: &str) -> Self {
        let report = &revision.told.report;
        Self {
            id: format!("tag:{authority},{}:changes/{}", revision.day, revision.commit),
            commit: revision.commit.clone(),
            updated: time(revision.seconds),
            title: plain(&format!("{} / {}", headline(report, Lang::Dutch), headline(report, Lang::English))),
            words: report.terms.iter().take(MOST_WORDS).map(Word::new).collect(),
            left_out: report.terms.len().saturating_sub(MOST_WORDS),
        }
    }
}

impl Word {
    fn new(term: &TermReport) -> Self {
        let both =
            |said: fn(&TermReport, Lang) -> String| [Lang::Dutch, Lang::English].map(|lang| plain(&said(term, lang)));
        let short = |line: Line| plain(&format!("{}: {}", line.title, line.said));
        let lines = lines(term, Lang::Dutch).into_iter().zip(lines(term, Lang::English)).take(MOST_LINES);
        let effects = effects(term, Lang::Dutch).into_iter().zip(effects(term, Lang::English));
        Self {
            label: plain(&term.label),
            fate: both(fate),
            effects: effects.map(|(dutch, english)| [plain(&dutch), plain(&english)]).collect(),
            lines: lines.map(|(dutch, english)| [short(dutch), short(english)]).collect(),
        }
    }
}

/// A moment as RFC 3339 in UTC.
fn time(seconds: i64) -> String {
    Timestamp::from_second(seconds).unwrap_or_default().to_string()
}

/// The host of an address: who says the tags.
fn host(address: &str) -> &str {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let host = rest.split(['/', ':', '?', '#']).next().unwrap_or_default();
    let is_host =
        !host.is_empty() && host.bytes().all(|letter| letter.is_ascii_alphanumeric() || b"-.".contains(&letter));
    if is_host { host } else { "taalbrug.invalid" }
}

/// A text without letters that XML does not know.
fn plain(text: &str) -> String {
    let is_known = |letter: char| !letter.is_control() && !matches!(letter, '\u{fffe}' | '\u{ffff}');
    text.chars().map(|letter| if is_known(letter) { letter } else { ' ' }).collect()
}

#[cfg(test)]
mod tests {
    use super::{host, plain};

    #[test]
    fn tags_are_said_by_the_host_of_the_glossary() {
        for (address, wanted) in [
            ("https://taalbrug.example/id/", "taalbrug.example"),
            ("http://b.example:8080", "b.example"),
            ("b.example", "b.example"),
            ("", "taalbrug.invalid"),
            ("urn:x y", "urn"),
            ("https://a b/", "taalbrug.invalid"),
        ] {
            assert_eq!(host(address), wanted, "{address}");
        }
    }

    #[test]
    fn letters_that_xml_does_not_know_become_spaces() {
        assert_eq!(plain("a\u{1}b\nc\u{ffff}d é"), "a b c d é");
    }
}
