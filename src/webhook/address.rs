// SPDX-License-Identifier: EUPL-1.2
//! An address that is told. Its path may be a secret, as some systems have it: only its host is ever shown.

use std::fmt;

use ureq::http::Uri;

/// An `http` or `https` address.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Address {
    /// The whole address.
    pub uri: Uri,
    host: String,
}

impl Address {
    /// The address in a text, unless it is another sort of address, has no host, or tells a name or password.
    pub fn parse(text: &str) -> Option<Self> {
        let uri: Uri = text.parse().ok()?;
        let authority = uri.authority()?;
        let is_sound = matches!(uri.scheme_str(), Some("http" | "https"))
            && !authority.host().is_empty()
            && !authority.as_str().contains('@')
            && !text.contains('#');
        let host = authority.as_str().to_owned();
        is_sound.then_some(Self { uri, host })
    }

    /// Its host and port.
    pub fn host(&self) -> &str {
        &self.host
    }
}

impl fmt::Debug for Address {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Address({})", self.host)
    }
}

#[cfg(test)]
mod tests {
    use super::Address;

    #[test]
    fn only_web_addresses_without_a_name_or_password_are_told() {
        for (text, host) in [
            ("https://a.example/pad?x=1", Some("a.example")),
            ("http://127.0.0.1:8000", Some("127.0.0.1:8000")),
            ("HTTPS://A.example/", Some("A.example")),
            ("http://[::1]:80/", Some("[::1]:80")),
            ("https://naam:wachtwoord@a.example/", None),
            ("https://naam@a.example/", None),
            ("https://a.example/#x", None),
            ("ftp://a.example/", None),
            ("file:///etc/passwd", None),
            ("https:///pad", None),
            ("a.example", None),
            ("/pad", None),
            ("", None),
            ("https://", None),
        ] {
            assert_eq!(Address::parse(text).as_ref().map(Address::host), host, "{text}");
        }
    }
}
