// SPDX-License-Identifier: EUPL-1.2
//! What happened to words, as pages show it.

use std::fmt::Write as _;

use askama::filters::{Html, escape};

use crate::change::{PartReport, TermReport};
use crate::history::Revision;
use crate::http::lang::Lang;
use crate::http::pages::marked::{Legend, Marking};
use crate::http::told::{Line, Said, effects, fate, lines};
use crate::model::{Keyed, TermId};
use crate::publication::{Past, Publication};

/// What happened to a term in a revision.
pub(super) struct TermPart<'a> {
    pub label: &'a str,
    /// Its page, where it has one now.
    pub address: Option<String>,
    pub fate: String,
    pub effects: Vec<String>,
    pub lines: Vec<LinePart>,
}

/// Something that changed in it.
pub(super) struct LinePart {
    pub title: String,
    pub said: String,
    /// What it said and what it says now, as HTML.
    pub change: Option<[String; 2]>,
}

/// A revision in which something happened to the term of a page.
pub(super) struct MomentPart<'a> {
    pub day: String,
    /// What happened in that revision.
    pub address: String,
    pub term: TermPart<'a>,
}

/// What changed in a part beside the words.
pub(super) struct ElsewherePart<'a> {
    pub name: &'a str,
    pub lists: Vec<(&'static str, String)>,
}

/// What can be said of the past on every page that tells of it.
pub(super) struct PastPart {
    /// That there is no history, or none yet.
    pub absence: Option<&'static str>,
    /// Why there is no history, or why it does not go further back.
    pub message: Option<&'static str>,
    /// The day on which it begins, where there is one.
    pub from: Option<String>,
    /// Whether what serves holds changes that are not recorded yet.
    pub is_behind: bool,
    pub unreadable: usize,
    pub unchanged: usize,
}

impl<'a> TermPart<'a> {
    pub fn new(term: &'a TermReport, publication: &Publication, legend: &mut Legend, lang: Lang) -> Self {
        let id = TermId::parse(&term.id).filter(|id| publication.entry(id).is_some());
        Self {
            label: &term.label,
            address: id.map(|id| lang.address(&format!("/terms/{id}"))),
            fate: fate(term, lang),
            effects: effects(term, lang),
            lines: lines(term, lang).into_iter().map(|line| part(line, legend, lang)).collect(),
        }
    }
}

impl<'a> MomentPart<'a> {
    pub fn new(revision: &'a Revision, term: TermPart<'a>, lang: Lang) -> Self {
        let address = lang.address(&format!("/changes/{}", revision.commit));
        Self { day: revision.day.to_string(), address, term }
    }
}

impl<'a> ElsewherePart<'a> {
    pub fn new(part: &'a PartReport, lang: Lang) -> Self {
        let lists = [
            (lang.say("nieuw", "new"), &part.added),
            (lang.say("weg", "gone"), &part.removed),
            (lang.say("gewijzigd", "changed"), &part.changed),
        ];
        let told = lists.into_iter().filter(|(_, names)| !names.is_empty());
        Self {
            name: lang.say(&part.label, &part.label_english),
            lists: told.map(|(word, names)| (word, names.join(", "))).collect(),
        }
    }
}

impl PastPart {
    pub fn new(past: &Past, publication: &Publication, lang: Lang) -> Self {
        let none = |(absence, message)| Self {
            absence: Some(absence),
            message: Some(message),
            from: None,
            is_behind: false,
            unreadable: 0,
            unchanged: 0,
        };
        match past {
            Past::Reading => none(lang.say(
                ("De geschiedenis wordt nog gelezen.", "Kijk zo nog eens."),
                ("The history is still being read.", "Look again in a moment."),
            )),
            Past::Nothing(why) => {
                none(lang.say(
                    ("Er is hier geen geschiedenis.", why.words().0),
                    ("There is no history here.", why.words().1),
                ))
            }
            Past::Here(history) => Self {
                absence: None,
                message: history.cut.map(|cut| lang.say(cut.dutch(), cut.english())),
                from: history.revisions.first().map(|first| first.day.to_string()),
                is_behind: !publication.is_made_of(&history.texts_of_last),
                unreadable: history.unreadable,
                unchanged: history.unchanged,
            },
        }
    }
}

fn part(line: Line, legend: &mut Legend, lang: Lang) -> LinePart {
    let change = line.change.map(|texts| texts.map(|text| html(text, legend, lang)));
    LinePart { title: line.title, said: line.said, change }
}

/// A text of the glossary, as HTML that tells its language.
fn html(said: Said<'_>, legend: &mut Legend, lang: Lang) -> String {
    let mut html = String::new();
    let _ = match said {
        Said::Nothing => write!(html, "<em>{}</em>", lang.say("niets", "nothing")),
        Said::Text(text) => {
            let Ok(safe) = escape(&text, Html);
            write!(html, "<span lang=\"nl\">{safe}</span>")
        }
        Said::Marked(segments) => {
            write!(html, "<span lang=\"nl\">{}</span>", legend.marked(segments, Marking::Everything))
        }
    };
    html
}
