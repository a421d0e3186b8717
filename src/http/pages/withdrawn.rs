// SPDX-License-Identifier: EUPL-1.2
//! A word that is withdrawn: that it no longer holds, and what came in its place.

use crate::http::pages::parts::Link;
use crate::model::{Glossary, Term};

/// What is said of a withdrawn word.
pub(super) struct Withdrawn<'a> {
    /// The words that came in its place; none where nobody named any.
    pub later: Vec<Link<'a>>,
}

impl<'a> Withdrawn<'a> {
    /// Of a word that is withdrawn.
    pub fn of(term: &'a Term, glossary: &'a Glossary) -> Option<Self> {
        let later = term.replaced_by.iter().filter_map(|id| glossary.term(id));
        let link = |term: &'a Term| Link { id: term.id.as_str(), label: &term.label };
        term.is_withdrawn().then(|| Self { later: later.map(link).collect() })
    }
}
