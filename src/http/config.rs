// SPDX-License-Identifier: EUPL-1.2
//! How the service presents itself. Whoever runs it fills this in; nothing is made up, and nothing that others could
//! not use is taken.

use std::fmt;

use jiff::Timestamp;

use crate::http::assistants::Assistants;

/// Settings of the HTTP service.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Settings {
    /// The team to ask about the API.
    pub contact: Option<Contact>,
    /// What security.txt says.
    pub security: Option<SecurityContact>,
    /// Where the service is for those who use it.
    pub base_url: Option<BaseUrl>,
    /// Who may show the pages for frames.
    pub frame_ancestors: FrameAncestors,
    /// Where the file of a term is changed: its id goes in the place of `{term}`.
    pub edit: Option<Template>,
    /// Where a new word is proposed: the word goes in the place of `{word}`.
    pub propose: Option<Template>,
    /// Whether assistants may ask.
    pub assistants: Assistants,
}

/// A web address with a place to fill in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template {
    before: String,
    after: String,
}

/// Where the service is for those who use it: scheme and host, without a slash at the end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BaseUrl(String);

/// Sites that may show our pages for frames in their own; this one always may.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FrameAncestors(Vec<String>);

/// The team behind the service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    pub(super) name: String,
    pub(super) email: String,
    pub(super) url: String,
}

/// Where to report a vulnerability (RFC 9116).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SecurityContact {
    pub(super) address: String,
    pub(super) expires: Timestamp,
}

/// What of the settings cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unfit {
    /// The mail address of the team.
    Email,
    /// The web address of the team.
    Url,
    /// Where to report a vulnerability.
    Address,
    /// Until when that holds: it is no time.
    Expires,
    /// Until when that holds: it is over.
    Expired,
    /// Where the service is.
    BaseUrl,
    /// A site that may show our pages in a frame.
    FrameAncestors,
    /// Where the file of a term is changed.
    Edit,
    /// Where a new word is proposed.
    Propose,
    /// A site whose pages may ask as an assistant.
    McpOrigins,
}

impl fmt::Display for Unfit {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Email => "het mailadres van het team klopt niet. Schrijf --contact-email als team@gemeente.nl.",
            Self::Url => "het webadres van het team klopt niet. Schrijf --contact-url als https://gemeente.nl/taalbrug.",
            Self::Address => {
                "het adres om een lek te melden klopt niet. Schrijf --security-contact als mailto:veilig@gemeente.nl of \
                 https://gemeente.nl/lek-melden."
            }
            Self::Expires => {
                "de tijd tot wanneer het meldadres geldt, klopt niet. Schrijf --security-expires als 2027-06-30T00:00:00Z."
            }
            Self::Expired => {
                "de tijd tot wanneer het meldadres geldt, is voorbij. Kies bij --security-expires een tijd in de toekomst."
            }
            Self::BaseUrl => {
                "het adres van de dienst klopt niet. Schrijf --base-url als https://taalbrug.gemeente.nl, zonder pad erachter."
            }
            Self::FrameAncestors => {
                "een site die onze bladzijden mag tonen, klopt niet. Schrijf --frame-ancestors als \
                 'https://intranet.gemeente.nl https://*.sharepoint.com', met een spatie ertussen, of als * voor elke site."
            }
            Self::Edit => {
                "het adres om een woord te wijzigen klopt niet. Schrijf --edit-url met één keer {term} erin, als \
                 https://forge.example/org/taalbrug/_edit/main/glossary/terms/{term}.toml."
            }
            Self::McpOrigins => {
                "een site waarvan assistenten mogen vragen, klopt niet. Schrijf --mcp-origins als \
                 'https://intranet.gemeente.nl https://chat.gemeente.nl', met een spatie ertussen en zonder sterretje."
            }
            Self::Propose => {
                "het adres om een woord voor te stellen klopt niet. Schrijf --propose-url met één keer {word} erin, als \
                 https://forge.example/org/taalbrug/issues/new?title={word}."
            }
        })
    }
}

impl std::error::Error for Unfit {}

impl Contact {
    /// A team by its name, mail address and web address.
    ///
    /// # Errors
    /// When one of the addresses is none.
    pub fn parse(name: &str, email: &str, url: &str) -> Result<Self, Unfit> {
        if !is_mail(email) {
            return Err(Unfit::Email);
        }
        if !is_web(url, &["https://", "http://"]) {
            return Err(Unfit::Url);
        }
        Ok(Self { name: name.to_owned(), email: email.to_owned(), url: url.to_owned() })
    }
}

impl SecurityContact {
    /// A `mailto:` or `https:` address, and until when it holds in the form of RFC 3339, seen from `now`.
    ///
    /// # Errors
    /// When the address is another, or the time is none or over.
    pub fn parse(address: &str, expires: &str, now: Timestamp) -> Result<Self, Unfit> {
        if !address.strip_prefix("mailto:").map_or_else(|| is_web(address, &["https://"]), is_mail) {
            return Err(Unfit::Address);
        }
        let until: Timestamp = expires.parse().map_err(|_| Unfit::Expires)?;
        if until <= now {
            return Err(Unfit::Expired);
        }
        Ok(Self { address: address.to_owned(), expires: until })
    }
}

impl BaseUrl {
    /// An address of the web without a path.
    ///
    /// # Errors
    /// When it is another.
    pub fn parse(text: &str) -> Result<Self, Unfit> {
        let text = text.strip_suffix('/').unwrap_or(text);
        if is_site(text) && !text.contains('*') { Ok(Self(text.to_owned())) } else { Err(Unfit::BaseUrl) }
    }

    /// The address, without a slash at the end.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FrameAncestors {
    /// Sites with spaces between them; of a host all parts may be meant with `*.`, and `*` alone is every site.
    ///
    /// # Errors
    /// When one is no site.
    pub fn parse(text: &str) -> Result<Self, Unfit> {
        let sites: Vec<String> = text.split_whitespace().map(str::to_owned).collect();
        let sound = sites.iter().all(|site| is_site(site)) || sites == ["*"];
        if sound { Ok(Self(sites)) } else { Err(Unfit::FrameAncestors) }
    }

    /// The words of the policy for frames.
    #[must_use]
    pub fn policy(&self) -> String {
        std::iter::once("frame-ancestors 'self'").chain(self.0.iter().map(String::as_str)).collect::<Vec<_>>().join(" ")
    }
}

/// Sites with spaces between them, each named whole; nothing when one is no site.
pub(super) fn sites(text: &str) -> Option<Vec<String>> {
    let is_named = |site: &str| is_site(site) && !site.contains('*');
    text.split_whitespace().map(|site| is_named(site).then(|| site.to_owned())).collect()
}

/// Whether a text is scheme, host and perhaps a port: nothing that could begin another part of a policy.
fn is_site(text: &str) -> bool {
    let Some(rest) = ["https://", "http://"].iter().find_map(|kind| text.strip_prefix(kind)) else { return false };
    let (host, port) = rest.split_once(':').unwrap_or((rest, "443"));
    let host = host.strip_prefix("*.").unwrap_or(host);
    let is_part =
        |part: &str| !part.is_empty() && part.bytes().all(|letter| letter.is_ascii_alphanumeric() || letter == b'-');
    host.split('.').all(is_part) && !port.is_empty() && port.bytes().all(|digit| digit.is_ascii_digit())
}

impl Template {
    /// Where the file of a term is changed, with `{term}` in it.
    ///
    /// # Errors
    /// When it is no web address, or has not one `{term}` after its host.
    pub fn edit(text: &str) -> Result<Self, Unfit> {
        Self::parse(text, "{term}").ok_or(Unfit::Edit)
    }

    /// Where a new word is proposed, with `{word}` in it.
    ///
    /// # Errors
    /// When it is no web address, or has not one `{word}` after its host.
    pub fn propose(text: &str) -> Result<Self, Unfit> {
        Self::parse(text, "{word}").ok_or(Unfit::Propose)
    }

    fn parse(text: &str, place: &str) -> Option<Self> {
        let (before, after) = text.split_once(place)?;
        let (_, rest) = before.split_once("://")?;
        let is_sound = is_web(text, &["https://", "http://"]) && rest.contains('/');
        let is_whole = [before, after].iter().all(|part| !part.contains(['{', '}']));
        (is_sound && is_whole).then(|| Self { before: before.to_owned(), after: after.to_owned() })
    }

    /// The address with this filled in, whatever it is.
    pub(super) fn with(&self, value: &str) -> String {
        let value: String = form_urlencoded::byte_serialize(value.as_bytes()).collect();
        format!("{}{}{}", self.before, value.replace('+', "%20"), self.after)
    }
}

/// Whether a text is a mail address, as far as can be seen: something, one at sign, something.
fn is_mail(text: &str) -> bool {
    let parts: Vec<&str> = text.split('@').collect();
    is_one_word(text) && parts.len() == 2 && parts.iter().all(|part| !part.is_empty())
}

/// Whether a text is a web address of one of these kinds, with a host.
fn is_web(text: &str, kinds: &[&str]) -> bool {
    let rest = kinds.iter().find_map(|kind| text.strip_prefix(kind));
    is_one_word(text) && rest.is_some_and(|rest| rest.starts_with(|letter: char| letter.is_ascii_alphanumeric()))
}

/// Whether a text has nothing in it that could begin another line or word.
fn is_one_word(text: &str) -> bool {
    text.bytes().all(|letter| letter.is_ascii_graphic())
}

#[cfg(test)]
mod tests {
    use super::{BaseUrl, Contact, FrameAncestors, SecurityContact, Template, Unfit};

    fn security(address: &str, expires: &str) -> Result<String, Unfit> {
        let now = "2026-06-30T12:00:00Z".parse().expect("a time");
        SecurityContact::parse(address, expires, now).map(|contact| contact.expires.to_string())
    }

    #[test]
    fn a_place_to_report_to_is_a_mail_or_web_address() {
        for good in ["mailto:a@b.example", "https://b.example/lek"] {
            assert!(security(good, "2027-01-01T00:00:00Z").is_ok(), "{good}");
        }
        for bad in [
            "",
            "a@b.example",
            "mailto:",
            "mailto:a",
            "mailto:a@",
            "mailto:a@b@c",
            "mailto:a@b\nExpires: x",
            "http://b.example",
            "https://",
            "https:///lek",
            "https://b example",
            "tel:112",
            "javascript:x",
        ] {
            assert_eq!(security(bad, "2027-01-01T00:00:00Z"), Err(Unfit::Address), "{bad}");
        }
    }

    #[test]
    fn it_holds_until_a_time_to_come() {
        for (given, shown) in [
            ("2027-01-01T00:00:00Z", Ok("2027-01-01T00:00:00Z")),
            ("2027-01-01T02:00:00+02:00", Ok("2027-01-01T00:00:00Z")),
            ("2026-06-30T12:00:01Z", Ok("2026-06-30T12:00:01Z")),
            ("2026-06-30T12:00:00Z", Err(Unfit::Expired)),
            ("2020-01-01T00:00:00Z", Err(Unfit::Expired)),
            ("2027-01-01", Err(Unfit::Expires)),
            ("2027-02-30T00:00:00Z", Err(Unfit::Expires)),
            ("2027-01-01T00:00:00", Err(Unfit::Expires)),
            ("morgen", Err(Unfit::Expires)),
            ("", Err(Unfit::Expires)),
        ] {
            assert_eq!(security("mailto:a@b.example", given), shown.map(str::to_owned), "{given}");
        }
    }

    #[test]
    fn a_template_is_a_web_address_with_one_place_after_its_host() {
        let edit = Template::edit("https://forge.example/_edit/main/{term}.toml").expect("a template");
        assert_eq!(edit.with("zorg-en-hulp"), "https://forge.example/_edit/main/zorg-en-hulp.toml");
        let propose = Template::propose("http://forge.example/new?title={word}").expect("a template");
        assert_eq!(propose.with("a+b & \"<c>"), "http://forge.example/new?title=a%2Bb%20%26%20%22%3Cc%3E");
        for bad in [
            "",
            "{term}",
            "https://forge.example/",
            "https://{term}.example/",
            "https://forge.example{term}",
            "https://forge.example/{term}/{term}",
            "https://forge.example/{word}/{term}",
            "https://forge.example/{term}}",
            "https://forge.example/een {term}",
            "javascript:x/{term}",
            "https:///{term}",
        ] {
            assert_eq!(Template::edit(bad), Err(Unfit::Edit), "{bad}");
        }
        assert_eq!(Template::propose("https://forge.example/{term}"), Err(Unfit::Propose));
    }

    #[test]
    fn a_team_has_a_mail_address_and_a_web_address() {
        assert!(Contact::parse("Team", "team@b.example", "https://b.example").is_ok());
        assert_eq!(Contact::parse("Team", "team", "https://b.example"), Err(Unfit::Email));
        assert_eq!(Contact::parse("Team", "team@b.example", "b.example"), Err(Unfit::Url));
    }

    #[test]
    fn the_address_of_the_service_is_a_scheme_and_a_host() {
        for (given, shown) in [
            ("https://taalbrug.example", Some("https://taalbrug.example")),
            ("https://taalbrug.example/", Some("https://taalbrug.example")),
            ("http://127.0.0.1:8080", Some("http://127.0.0.1:8080")),
            ("https://b.example/taalbrug", None),
            ("https://*.example", None),
            ("https://b.example?x", None),
            ("https://a@b.example", None),
            ("https://b example", None),
            ("https://", None),
            ("b.example", None),
            ("", None),
        ] {
            assert_eq!(BaseUrl::parse(given).ok().map(|url| url.as_str().to_owned()).as_deref(), shown, "{given}");
        }
    }

    #[test]
    fn sites_that_may_show_us_in_a_frame_are_named_and_nothing_else_gets_into_the_policy() {
        for (given, policy) in [
            ("", Some("frame-ancestors 'self'")),
            (
                "https://intranet.example https://*.sharepoint.com",
                Some("frame-ancestors 'self' https://intranet.example https://*.sharepoint.com"),
            ),
            ("http://localhost:8090", Some("frame-ancestors 'self' http://localhost:8090")),
            ("*", Some("frame-ancestors 'self' *")),
            ("* https://b.example", None),
            ("https://*", None),
            ("https:", None),
            ("https://b.example; script-src *", None),
            ("https://b.example,https://c.example", None),
            ("https://b.example/pad", None),
            ("'unsafe-inline'", None),
        ] {
            assert_eq!(FrameAncestors::parse(given).ok().map(|sites| sites.policy()).as_deref(), policy, "{given}");
        }
    }
}
