// SPDX-License-Identifier: EUPL-1.2
//! What changed in a glossary and when: its revisions with what each means, in the words of `change`, and each term as it
//! stood in them. Made of a log of texts, beside the threads that serve; what was worked out is kept and not done twice.
//!
//! A revision is known by its day and its commit. Who made it and how they called it is not kept: names have no place here,
//! and what changed is said better by what changed.

mod build;
mod counts;
mod kept;
mod texts;

pub use self::counts::{Between, Counts};
pub use self::kept::Kept;

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::change::{Report, TermReport};
use crate::history::texts::Texts;
use crate::model::{Date, TermId};
use crate::source::{Cut, Files, Log};

/// The letters of a commit that are shown: enough to find it, and short enough to say.
const SHORT: usize = 10;

/// The revisions of a glossary in which something changed in meaning, the oldest first.
#[derive(Debug, Default)]
pub struct History {
    /// The revisions; in the first, nothing is laid beside another.
    pub revisions: Vec<Revision>,
    /// Why it does not begin where the glossary began.
    pub cut: Option<Cut>,
    /// How many revisions could not be read as a glossary; what they changed is told with the next that can.
    pub unreadable: usize,
    /// How many revisions changed nothing in meaning.
    pub unchanged: usize,
    /// The fingerprint of the texts of the last revision.
    pub texts_of_last: String,
    /// Changes with everything that is told here.
    pub mark: String,
    texts: Texts,
    /// By term, in which revisions something happened to it: places in `revisions`, the oldest first.
    of_terms: BTreeMap<String, Vec<usize>>,
    /// Which terms got another name: in which revision, the name from then on, and the one before. The oldest first.
    renamed: Vec<(usize, [String; 2])>,
}

/// A revision.
#[derive(Debug, Clone)]
pub struct Revision {
    /// The beginning of its commit, hexadecimal.
    pub commit: String,
    /// When it came into the repository, in seconds from 1970 (UTC).
    pub seconds: i64,
    /// The same as a day in UTC.
    pub day: Date,
    /// What it changed, and what there was after it.
    pub told: Arc<Told>,
}

/// What is told of a revision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// What it changed; nothing of the first, which is laid beside no other.
    pub report: Report,
    /// What there was after it.
    pub counts: Counts,
}

/// What a history says of a term on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stood<'a> {
    /// The history does not go back so far.
    Unknown,
    /// There was no such term: it came later, or was gone.
    Absent(&'a Revision),
    /// It stood there.
    There {
        /// The revision, the last one on or before that day.
        revision: &'a Revision,
        /// Its place among all.
        place: usize,
    },
}

impl PartialEq for Revision {
    fn eq(&self, other: &Self) -> bool {
        (&self.commit, self.seconds) == (&other.commit, other.seconds)
    }
}

impl Eq for Revision {}

impl History {
    /// The history that a log tells. What `kept` holds is not worked out again; what is worked out goes into it.
    #[must_use]
    pub fn of(log: &Log, kept: &mut Kept) -> Self {
        build::history(log, kept)
    }

    /// The revisions in which something happened to a term, also under names that it had before, the latest first. Each
    /// with what happened.
    #[must_use]
    pub fn of_term(&self, id: &TermId) -> Vec<(&Revision, &TermReport)> {
        let mut found = Vec::new();
        let (mut name, mut before) = (id.as_str(), usize::MAX);
        while let Some(places) = self.of_terms.get(name) {
            let mut former = None;
            for &place in places.iter().rev().filter(|place| **place < before) {
                let revision = &self.revisions[place];
                for term in revision.told.report.terms.iter().filter(|term| term.id == name) {
                    found.push((revision, term));
                    former = term.was.as_deref().map(|was| (was, place));
                }
                if former.is_some() {
                    break;
                }
            }
            let Some(former) = former else { break };
            (name, before) = former;
        }
        found
    }

    /// What a term was called in a revision, by the name that it had last.
    #[must_use]
    pub fn name_at<'a>(&'a self, id: &'a str, place: usize) -> &'a str {
        let later = self.renamed.iter().rev().take_while(|(renamed_at, _)| *renamed_at > place);
        later.fold(id, |name, (_, [to, from])| if to == name { from } else { name })
    }

    /// What a term is called now that had this name before; nothing where it never got another.
    #[must_use]
    pub fn later_name<'a>(&'a self, id: &'a str) -> Option<&'a str> {
        let now = self.renamed.iter().fold(id, |name, (_, [to, from])| if from == name { to } else { name });
        (now != id).then_some(now)
    }

    /// How a term stood on a day: in the last revision on or before it.
    #[must_use]
    pub fn on(&self, id: &TermId, day: Date) -> Stood<'_> {
        let Some(place) = self.revisions.iter().rposition(|revision| revision.day <= day) else {
            return Stood::Unknown;
        };
        let revision = &self.revisions[place];
        if self.texts.has_term(self.name_at(id.as_str(), place), place) {
            Stood::There { revision, place }
        } else {
            Stood::Absent(revision)
        }
    }

    /// The last day at whose end a term stood that is not there any more.
    #[must_use]
    pub fn last_day_of(&self, id: &TermId) -> Option<Date> {
        let stood = &self.revisions[..=self.texts.last_with_term(id.as_str())?];
        let day = stood.last()?.day;
        let earlier = stood.iter().rev().map(|revision| revision.day).find(|other| *other < day);
        let mut days = std::iter::once(day).chain(earlier);
        days.find(|day| matches!(self.on(id, *day), Stood::There { .. }))
    }

    /// Whether a term stood in the first revision already, by the name that it had then.
    #[must_use]
    pub fn was_there_first(&self, id: &TermId) -> bool {
        self.texts.has_term(self.name_at(id.as_str(), 0), 0)
    }

    /// The files of a glossary that holds this term alone, as they were in a revision.
    #[must_use]
    pub fn files_of(&self, id: &TermId, place: usize) -> Files {
        self.texts.around_term(self.name_at(id.as_str(), place), place)
    }

    /// The revision of which this is the shown commit.
    #[must_use]
    pub fn revision(&self, commit: &str) -> Option<&Revision> {
        self.revisions.iter().find(|revision| revision.commit == commit)
    }

    /// The revision that follows one, where there is one.
    #[must_use]
    pub fn next(&self, place: usize) -> Option<&Revision> {
        self.revisions.get(place + 1)
    }
}
