// SPDX-License-Identifier: EUPL-1.2
//! The term that a page is about, and how what belongs to it is called in the language of the page.

use crate::divergence::{FacetComparison, Pair, Side};
use crate::http::lang::Lang;
use crate::language::in_words;
use crate::model::{DomainId, FacetId, Glossary};
use crate::publication::Entry;

/// Facets that no glossary holds, as controlled values are compared by them, with their English names.
const FIXED: [(&str, &str); 2] = [("coercion", "freedom"), ("age", "age")];

/// A term, what it stands among, and the language in which is spoken of it.
#[derive(Clone, Copy)]
pub(super) struct Subject<'a> {
    pub entry: Entry<'a>,
    pub glossary: &'a Glossary,
    pub lang: Lang,
}

impl<'a> Subject<'a> {
    /// The name of a domain, as a heading.
    pub fn domain(&self, id: &DomainId) -> String {
        self.glossary.domain(id).map_or_else(|| id.to_string(), |domain| self.lang.domain(domain))
    }

    /// How a side of a pair is called, as a heading.
    pub fn side(&self, side: &Side) -> String {
        self.entry.side_name_with(side, &self.domain(&side.domain))
    }

    /// How the two sides of a pair are called together.
    pub fn title(&self, pair: &Pair) -> String {
        format!("{} {} {}", self.side(&pair.a), self.lang.say("en", "and"), self.side(&pair.b))
    }

    /// The name of a facet that was compared.
    pub fn facet(&self, facet: &'a FacetComparison) -> String {
        let own = FacetId::parse(&facet.key).and_then(|id| self.glossary.facet(&id)).map(|own| own.english.as_str());
        let fixed = || FIXED.iter().find(|(key, _)| *key == facet.key).map(|(_, english)| *english);
        let english = own.or_else(fixed).unwrap_or(&facet.label);
        self.lang.say(facet.label.clone(), crate::language::capital(english))
    }

    /// Words in a row, with a word between the last two.
    pub fn row(&self, words: &[impl AsRef<str>]) -> String {
        let words: Vec<&str> = words.iter().map(AsRef::as_ref).collect();
        in_words(&words, self.lang.say("en", "and"))
    }
}
