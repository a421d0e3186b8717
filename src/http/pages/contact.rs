// SPDX-License-Identifier: EUPL-1.2
//! Whom to ask: roles and addresses that meanings give, never a person.

use crate::http::App;
use crate::http::lang::Lang;
use crate::http::pages::named::Named;
use crate::model::Concept;

/// The most contacts that are shown.
const MOST: usize = 10;

/// Whom to ask, or how to tell who that is.
pub(super) struct ContactPart<'a> {
    /// Each with how many meanings name it.
    pub known: Vec<(Named<'a>, usize)>,
    /// The team behind the service, where whoever runs it named one: name and mail address.
    pub team: Option<(&'a str, &'a str)>,
}

impl<'a> ContactPart<'a> {
    /// The contacts of meanings in use, those that most meanings name first.
    pub fn new(concepts: impl Iterator<Item = &'a Concept>, app: &'a App, lang: Lang) -> Self {
        let mut counts: Vec<(&str, usize)> = Vec::new();
        for contact in concepts.filter(|concept| !concept.is_retired()).filter_map(|concept| concept.contact.as_deref())
        {
            match counts.iter_mut().find(|(known, _)| *known == contact) {
                Some((_, count)) => *count += 1,
                None => counts.push((contact, 1)),
            }
        }
        counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        Self {
            known: counts.into_iter().take(MOST).map(|(text, count)| (Named::dutch(lang, text), count)).collect(),
            team: app.settings.contact.as_ref().map(|team| (team.name.as_str(), team.email.as_str())),
        }
    }
}
