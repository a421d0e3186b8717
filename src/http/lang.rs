// SPDX-License-Identifier: EUPL-1.2
//! The language of a page or a card: Dutch, or English with `?lang=en`. What is said stands in both languages where it is said,
//! so that neither is forgotten. What the glossary says stays in the language in which it was written.

use actix_web::HttpRequest;
use form_urlencoded::parse;

use crate::divergence::Sentence;
use crate::language::capital;
use crate::model::{Domain, Keyed};

/// A language in which pages and cards speak.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lang {
    Dutch,
    English,
}

impl Keyed for Lang {
    const ALL: &'static [(Self, &'static str, &'static str, &'static str)] =
        &[(Self::Dutch, "nl", "Nederlands", "Dutch"), (Self::English, "en", "Engels", "English")];
}

impl Lang {
    /// The language that an address asks for; Dutch where it asks for none that we speak.
    pub fn of(request: &HttpRequest) -> Self {
        let asked = parse(request.query_string().as_bytes()).find(|(name, _)| name == "lang");
        if asked.is_some_and(|(_, value)| value == "en") { Self::English } else { Self::Dutch }
    }

    /// The other one.
    pub fn other(self) -> Self {
        match self {
            Self::Dutch => Self::English,
            Self::English => Self::Dutch,
        }
    }

    /// As the attribute `lang` and as the parameter.
    pub fn code(self) -> &'static str {
        self.key()
    }

    /// One of two texts that say the same.
    pub fn say<T>(self, dutch: T, english: T) -> T {
        match self {
            Self::Dutch => dutch,
            Self::English => english,
        }
    }

    /// The words for a value with a key.
    pub fn of_key(self, value: impl Keyed) -> &'static str {
        self.say(value.dutch(), value.english())
    }

    /// The name of a domain, as a heading.
    pub fn domain(self, domain: &Domain) -> String {
        self.say(domain.label.clone(), capital(&domain.english))
    }

    /// A sentence.
    pub fn sentence(self, sentence: &Sentence) -> &str {
        self.say(&sentence.dutch, &sentence.english)
    }

    /// A sentence, taken out.
    pub fn own(self, sentence: Sentence) -> String {
        self.say(sentence.dutch, sentence.english)
    }

    /// An address of our own, in this language.
    pub fn address(self, address: &str) -> String {
        let (address, spot) = address.split_once('#').map_or((address, None), |(address, spot)| (address, Some(spot)));
        let (path, query) = address.split_once('?').unwrap_or((address, ""));
        let mut kept = form_urlencoded::Serializer::new(String::new());
        kept.extend_pairs(parse(query.as_bytes()).filter(|(name, _)| name != "lang"));
        if self == Self::English {
            kept.append_pair("lang", "en");
        }
        let query = kept.finish();
        let mark = if query.is_empty() { "" } else { "?" };
        let spot = spot.map(|spot| format!("#{spot}")).unwrap_or_default();
        format!("{path}{mark}{query}{spot}")
    }
}

#[cfg(test)]
mod tests {
    use actix_web::test::TestRequest;

    use super::Lang;

    #[test]
    fn an_address_keeps_its_language_and_what_else_it_asks() {
        let cases = [
            ("/", "/", "/?lang=en"),
            ("/?q=zorg+%26+meer&lang=en", "/?q=zorg+%26+meer", "/?q=zorg+%26+meer&lang=en"),
            ("/terms/signaal?lang=nl#bronnen", "/terms/signaal#bronnen", "/terms/signaal?lang=en#bronnen"),
        ];
        for (address, dutch, english) in cases {
            assert_eq!(Lang::Dutch.address(address), dutch);
            assert_eq!(Lang::English.address(address), english);
        }
    }

    #[test]
    fn a_page_is_dutch_unless_english_is_asked_for() {
        let lang = |address: &str| Lang::of(&TestRequest::with_uri(address).to_http_request());
        assert_eq!(["/", "/?lang=nl", "/?lang=fr", "/?q=lang"].map(lang), [Lang::Dutch; 4]);
        assert_eq!(lang("/?q=x&lang=en"), Lang::English);
    }
}
