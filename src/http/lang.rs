// SPDX-License-Identifier: EUPL-1.2
//! The language of what is said to people: Dutch or English, by `?lang=` or else by `Accept-Language`. What is said stands in both
//! languages where it is said, so that neither is forgotten. What the glossary says stays in the language in which it was written.

use actix_web::http::header::{
    AcceptLanguage, CONTENT_LANGUAGE, EntityTag, Header, HeaderMap, HeaderValue, Preference, Quality, VARY,
};
use actix_web::{HttpRequest, HttpResponse};
use form_urlencoded::parse;

use crate::divergence::Sentence;
use crate::language::{capital, in_words};
use crate::model::{Domain, Keyed};

/// A language in which pages, cards and problems speak.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lang {
    Dutch,
    /// Dutch that an address asks for, of a reader whose browser says English: links go on asking for it.
    AskedDutch,
    English,
}

impl Keyed for Lang {
    const ALL: &'static [(Self, &'static str, &'static str, &'static str)] =
        &[(Self::Dutch, "nl", "Nederlands", "Dutch"), (Self::English, "en", "Engels", "English")];
}

/// Lies beside an answer in Dutch that is to be said in the language of the reader: the same in English.
pub(super) struct Spoken {
    pub english: Vec<u8>,
}

impl Lang {
    /// The language that an address asks for; where it asks for none that we speak, the one that the reader likes best.
    pub fn of(request: &HttpRequest) -> Self {
        let asked = parse(request.query_string().as_bytes()).find(|(name, _)| name == "lang");
        match asked.as_ref().map(|(_, value)| value.as_ref()) {
            Some("en") => Self::English,
            Some("nl") if liked_best(request) == Self::English => Self::AskedDutch,
            Some("nl") => Self::Dutch,
            _ => liked_best(request),
        }
    }

    /// The other one, asked for.
    pub fn other(self) -> Self {
        match self {
            Self::Dutch | Self::AskedDutch => Self::English,
            Self::English => Self::AskedDutch,
        }
    }

    /// As the attribute `lang` and as the parameter.
    pub fn code(self) -> &'static str {
        self.say("nl", "en")
    }

    /// The code, where addresses must ask for it.
    pub fn asked(self) -> Option<&'static str> {
        (self != Self::Dutch).then(|| self.code())
    }

    /// The tag of what is said in this language.
    pub fn tag(self, tag: &EntityTag) -> EntityTag {
        match self.asked() {
            Some(code) => EntityTag::new_strong(format!("{}-{code}", tag.tag())),
            None => tag.clone(),
        }
    }

    /// The answer, which says that it is in this language and what that hung on.
    pub fn marked(self, mut answer: HttpResponse) -> HttpResponse {
        self.mark(answer.headers_mut());
        answer
    }

    /// Says in the headers of an answer that it is in this language, and what that hung on.
    pub fn mark(self, headers: &mut HeaderMap) {
        headers.insert(CONTENT_LANGUAGE, HeaderValue::from_static(self.code()));
        let own = headers.get(VARY).and_then(|own| own.to_str().ok()).map(|own| format!("{own}, Accept-Language"));
        let vary = own.and_then(|all| HeaderValue::try_from(all).ok());
        headers.insert(VARY, vary.unwrap_or(HeaderValue::from_static("Accept-Language")));
    }

    /// One of two texts that say the same.
    pub fn say<T>(self, dutch: T, english: T) -> T {
        match self {
            Self::Dutch | Self::AskedDutch => dutch,
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

    /// That a word is withdrawn, with the words that came in its place.
    pub fn withdrawn(self, later: &[&str]) -> String {
        let words: Vec<String> = later.iter().map(|word| format!("‘{word}’")).collect();
        let words = in_words(&words.iter().map(String::as_str).collect::<Vec<_>>(), self.say("en", "and"));
        match later {
            [] => self.say("Dit woord is vervallen.", "This word was withdrawn.").to_owned(),
            _ => self.say(
                format!("Dit woord is vervallen. In de plaats kwam {words}."),
                format!("This word was withdrawn. What came in its place is {words}."),
            ),
        }
    }

    /// An address of our own, in this language.
    pub fn address(self, address: &str) -> String {
        let (address, spot) = address.split_once('#').map_or((address, None), |(address, spot)| (address, Some(spot)));
        let (path, query) = address.split_once('?').unwrap_or((address, ""));
        let mut kept = form_urlencoded::Serializer::new(String::new());
        kept.extend_pairs(parse(query.as_bytes()).filter(|(name, _)| name != "lang"));
        if let Some(code) = self.asked() {
            kept.append_pair("lang", code);
        }
        let query = kept.finish();
        let mark = if query.is_empty() { "" } else { "?" };
        let spot = spot.map(|spot| format!("#{spot}")).unwrap_or_default();
        format!("{path}{mark}{query}{spot}")
    }
}

/// The language that `Accept-Language` gives the most weight; Dutch where it likes both alike or says nothing.
fn liked_best(request: &HttpRequest) -> Lang {
    let Ok(wishes) = AcceptLanguage::parse(request) else { return Lang::Dutch };
    let weight = |code: &str| {
        let of = |is_named: bool| {
            let fits = wishes.iter().filter(|wish| match &wish.item {
                Preference::Any => !is_named,
                Preference::Specific(tag) => is_named && tag.primary_language().eq_ignore_ascii_case(code),
            });
            fits.map(|wish| wish.quality).max()
        };
        of(true).or_else(|| of(false)).unwrap_or(Quality::ZERO)
    };
    if weight("en") > weight("nl") { Lang::English } else { Lang::Dutch }
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
    fn the_address_chooses_before_the_reader_and_dutch_holds_where_neither_does() {
        for (address, accept, lang) in [
            ("/", "", Lang::Dutch),
            ("/?lang=nl", "", Lang::Dutch),
            ("/?lang=fr", "", Lang::Dutch),
            ("/?q=lang", "", Lang::Dutch),
            ("/?q=x&lang=en", "", Lang::English),
            ("/?lang=en", "nl", Lang::English),
            ("/?lang=nl", "en-GB", Lang::AskedDutch),
            ("/?lang=nl", "nl, en;q=0.5", Lang::Dutch),
            ("/", "en-GB, en;q=0.9", Lang::English),
            ("/", "EN", Lang::English),
            ("/", "nl-NL, nl;q=0.9, en;q=0.8", Lang::Dutch),
            ("/", "nl;q=0.5, en-US;q=0.8", Lang::English),
            ("/", "de, en;q=0.3", Lang::English),
            ("/", "de", Lang::Dutch),
            ("/", "*", Lang::Dutch),
            ("/", "*, nl;q=0.2", Lang::English),
            ("/", "en;q=0", Lang::Dutch),
            ("/", "english, please;q=x", Lang::Dutch),
        ] {
            let request = TestRequest::with_uri(address);
            let request = if accept.is_empty() { request } else { request.insert_header(("Accept-Language", accept)) };
            assert_eq!(Lang::of(&request.to_http_request()), lang, "{address} {accept}");
        }
    }

    #[test]
    fn who_asks_for_dutch_against_the_browser_keeps_asking() {
        assert_eq!(Lang::AskedDutch.address("/terms/signaal?lang=en#bron"), "/terms/signaal?lang=nl#bron");
        assert_eq!(Lang::English.other().address("/?q=x"), "/?q=x&lang=nl");
        assert_eq!(Lang::AskedDutch.say("nu", "now"), "nu");
    }
}
