//! How the service presents itself. Whoever runs it fills this in; nothing is made up, and nothing that others could
//! not use is taken.

use std::fmt;

use jiff::Timestamp;

/// Settings of the HTTP service.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Settings {
    /// The team to ask about the API.
    pub contact: Option<Contact>,
    /// What security.txt says.
    pub security: Option<SecurityContact>,
}

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
    pub(super) expires: String,
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
        Ok(Self { address: address.to_owned(), expires: until.to_string() })
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
    use super::{Contact, SecurityContact, Unfit};

    fn security(address: &str, expires: &str) -> Result<String, Unfit> {
        let now = "2026-06-30T12:00:00Z".parse().expect("a time");
        SecurityContact::parse(address, expires, now).map(|contact| contact.expires)
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
    fn a_team_has_a_mail_address_and_a_web_address() {
        assert!(Contact::parse("Team", "team@b.example", "https://b.example").is_ok());
        assert_eq!(Contact::parse("Team", "team", "https://b.example"), Err(Unfit::Email));
        assert_eq!(Contact::parse("Team", "team@b.example", "b.example"), Err(Unfit::Url));
    }
}
