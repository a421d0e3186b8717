// SPDX-License-Identifier: EUPL-1.2
//! The past as requests meet it: a term as it was on a day, or why it cannot be shown. For the API and the pages alike.

use std::sync::Arc;

use actix_web::web;

use crate::divergence::Sentence;
use crate::history::{Revision, Stood};
use crate::http::problem::Problem;
use crate::model::{Date, TermId};
use crate::publication::{Past, Publication, Then};

/// A term as it was.
pub(super) struct Former {
    pub then: Then,
    /// The revision that stood on the day.
    pub revision: Revision,
    /// When it was followed by another, where it was.
    pub until: Option<Date>,
}

/// Why a term cannot be shown as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Misfit {
    /// The day is still to come.
    Future,
    /// The history is still being read.
    Reading,
    /// There is no history: why, in Dutch and English.
    NoHistory(&'static str, &'static str),
    /// The history begins later.
    Before(Date),
    /// There was no such term on that day.
    Absent(Date),
}

/// The term of this name as it was on a day, worked out beside the threads that serve.
pub(super) async fn former(
    (publication, past): (&Arc<Publication>, &Arc<Past>),
    id: TermId,
    day: Date,
    today: Date,
) -> Result<Former, Misfit> {
    if day > today {
        return Err(Misfit::Future);
    }
    let (publication, past) = (Arc::clone(publication), Arc::clone(past));
    let found = web::block(move || look(&publication, &past, &id, day)).await;
    found.unwrap_or(Err(Misfit::Reading))
}

fn look(publication: &Publication, past: &Past, id: &TermId, day: Date) -> Result<Former, Misfit> {
    let history = match past {
        Past::Reading => return Err(Misfit::Reading),
        Past::Nothing(why) => return Err(Misfit::NoHistory(why.words().0, why.words().1)),
        Past::Here(history) => history,
    };
    let first = || history.revisions.first().map_or(day, |revision| revision.day);
    match history.on(id, day) {
        Stood::Unknown => Err(Misfit::Before(first())),
        Stood::Absent(revision) => Err(Misfit::Absent(revision.day)),
        Stood::There { revision, place } => {
            let name = TermId::parse(history.name_at(id.as_str(), place)).ok_or(Misfit::Absent(revision.day))?;
            let then = publication.then(history.files_of(id, place), &name).ok_or(Misfit::Absent(revision.day))?;
            Ok(Former { then, revision: revision.clone(), until: history.next(place).map(|next| next.day) })
        }
    }
}

impl Misfit {
    /// Why, in Dutch and English.
    pub fn words(&self) -> (String, String) {
        match self {
            Self::Future => ("Deze dag moet nog komen.".to_owned(), "This day is still to come.".to_owned()),
            Self::Reading => (
                "De geschiedenis wordt nog gelezen. Probeer het zo nog eens.".to_owned(),
                "The history is still being read. Try again in a moment.".to_owned(),
            ),
            Self::NoHistory(dutch, english) => {
                (format!("Er is hier geen geschiedenis. {dutch}"), format!("There is no history here. {english}"))
            }
            Self::Before(first) => (
                format!("De geschiedenis begint op {first}. Hoe het daarvoor was, staat hier niet."),
                format!("The history begins on {first}. How things were before that is not known here."),
            ),
            Self::Absent(day) => (
                format!("Op die dag stond dit woord niet in de woordenlijst. De versie van toen is van {day}."),
                format!("This word did not stand in the glossary on that day. The revision of then is of {day}."),
            ),
        }
    }

    /// The same as a problem for programs.
    pub fn problem(&self) -> Problem {
        let (dutch, english) = self.words();
        let words = Sentence::new(dutch, english);
        match self {
            Self::Future => Problem::fault("on", words.dutch, words.english),
            Self::Reading => Problem::not_yet(),
            _ => Problem::no_history(&words),
        }
    }
}
