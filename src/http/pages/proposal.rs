// SPDX-License-Identifier: EUPL-1.2
//! Where a reader proposes something: on the forge that is configured, else at the team behind the service, else in words.

use crate::http::Settings;
use crate::http::config::{Contact, Template};

/// A way to propose a change or a word.
#[derive(Default)]
pub(super) struct Proposal<'a> {
    /// Where it is done.
    pub link: Option<String>,
    /// Whom to write to, where there is no such link.
    pub team: Option<TeamPart<'a>>,
}

/// The team behind the service.
pub(super) struct TeamPart<'a> {
    pub name: &'a str,
    pub email: &'a str,
}

impl<'a> Proposal<'a> {
    /// A change in the file of a term.
    pub fn of_change(settings: &'a Settings, id: &str) -> Self {
        Self::by(settings.edit.as_ref().map(|template| template.with(id)), settings)
    }

    /// A word that is not there yet; what was typed is in the link, and goes nowhere before somebody follows that.
    pub fn of_word(settings: &'a Settings, word: &str) -> Self {
        Self::by(settings.propose.as_ref().map(|template: &Template| template.with(word)), settings)
    }

    fn by(link: Option<String>, settings: &'a Settings) -> Self {
        let team = |contact: &'a Contact| TeamPart { name: &contact.name, email: &contact.email };
        Self { team: settings.contact.as_ref().filter(|_| link.is_none()).map(team), link }
    }
}
