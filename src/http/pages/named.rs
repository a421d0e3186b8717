// SPDX-License-Identifier: EUPL-1.2
//! What the glossary calls things, in the language of the page where it has a name in it, else in Dutch and marked so.

use std::borrow::Cow;
use std::fmt;

use askama::filters::{Html, HtmlSafe, escape};

use crate::http::lang::Lang;
use crate::language::capital;
use crate::model::{Actor, ActorId, Domain, DomainId, Glossary, Model, Phase};

/// A text of the glossary; written in a page as escaped HTML that tells its language where the page has another.
#[derive(Debug, Clone)]
pub(super) struct Named<'a> {
    /// The text alone, for attributes.
    pub text: Cow<'a, str>,
    /// The page is not in Dutch, and this is.
    is_foreign: bool,
}

impl<'a> Named<'a> {
    /// A text that is there in Dutch alone.
    pub fn dutch(lang: Lang, text: impl Into<Cow<'a, str>>) -> Self {
        Self { text: text.into(), is_foreign: lang == Lang::English }
    }

    /// A text in the language of the page.
    pub fn own(text: impl Into<Cow<'a, str>>) -> Self {
        Self { text: text.into(), is_foreign: false }
    }

    /// A name that may be there in English too.
    fn of(lang: Lang, dutch: &'a str, english: Option<&'a str>) -> Self {
        match (lang, english) {
            (Lang::English, Some(english)) => Self::own(capital(english)),
            _ => Self::dutch(lang, dutch),
        }
    }

    pub fn domain(lang: Lang, domain: &'a Domain) -> Self {
        Self::of(lang, &domain.label, Some(&domain.english))
    }

    /// A domain by its identifier, which stands for one that is unknown.
    pub fn domain_of(lang: Lang, id: &'a DomainId, glossary: &'a Glossary) -> Self {
        glossary.domain(id).map_or_else(|| Self::own(id.as_str()), |domain| Self::domain(lang, domain))
    }

    pub fn actor(lang: Lang, actor: &'a Actor) -> Self {
        Self::of(lang, &actor.label, actor.english.as_deref())
    }

    /// An actor by its identifier, which stands for one that is unknown.
    pub fn actor_of(lang: Lang, id: &'a ActorId, glossary: &'a Glossary) -> Self {
        glossary.actor(id).map_or_else(|| Self::own(id.as_str()), |actor| Self::actor(lang, actor))
    }

    pub fn model(lang: Lang, model: &'a Model) -> Self {
        Self::of(lang, &model.label, Some(&model.english))
    }

    pub fn phase(lang: Lang, phase: &'a Phase) -> Self {
        Self::of(lang, &phase.label, Some(&phase.english))
    }
}

impl fmt::Display for Named<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Ok(safe) = escape(&self.text, Html);
        if self.is_foreign { write!(out, "<span lang=\"nl\">{safe}</span>") } else { write!(out, "{safe}") }
    }
}

/// What is written is escaped already.
impl HtmlSafe for Named<'_> {}

#[cfg(test)]
mod tests {
    use super::Named;
    use crate::http::lang::Lang;

    #[test]
    fn a_name_is_escaped_and_dutch_on_an_english_page_is_marked() {
        assert_eq!(Named::dutch(Lang::Dutch, "<b> & zo").to_string(), "&#60;b&#62; &#38; zo");
        assert_eq!(Named::dutch(Lang::English, "zorg").to_string(), "<span lang=\"nl\">zorg</span>");
        assert_eq!(Named::of(Lang::English, "Politie", Some("police")).to_string(), "Police");
        assert_eq!(Named::of(Lang::Dutch, "Politie", Some("police")).to_string(), "Politie");
    }
}
