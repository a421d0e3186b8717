// SPDX-License-Identifier: EUPL-1.2
//! The sources that a page rests on, listed at its end, where their codes lead.

use std::collections::BTreeSet;

use crate::http::lang::Lang;
use crate::http::pages::named::Named;
use crate::model::{Glossary, Source, SourceId};

/// A source as the list at the end of a page shows it.
pub(super) struct SourceLine<'a> {
    pub code: &'a str,
    pub title: Named<'a>,
    pub url: Option<&'a str>,
    pub publisher: Named<'a>,
    pub year: Option<&'a str>,
    pub kind: &'static str,
    pub note: Option<Named<'a>>,
}

/// The codes of sources, as links.
pub(super) fn codes(sources: &[SourceId]) -> Vec<&str> {
    sources.iter().map(AsRef::as_ref).collect()
}

/// The sources of these codes, each once, in the order of the register.
pub(super) fn listed<'a>(
    cited: impl IntoIterator<Item = &'a SourceId>,
    glossary: &'a Glossary,
    lang: Lang,
) -> Vec<SourceLine<'a>> {
    let cited: BTreeSet<&SourceId> = cited.into_iter().collect();
    let line = |source: &'a Source| SourceLine {
        code: source.id.as_str(),
        title: Named::dutch(lang, &*source.title),
        url: source.urls.first().map(String::as_str),
        publisher: Named::dutch(lang, &*source.publisher),
        year: source.year.as_deref(),
        kind: lang.of_key(source.kind),
        note: source.note.as_deref().map(|note| Named::dutch(lang, note)),
    };
    glossary.sources.iter().filter(|source| cited.contains(&source.id)).map(line).collect()
}
