// SPDX-License-Identifier: EUPL-1.2
//! Tells configured addresses that a new revision serves: a small signed POST (Standard Webhooks), with retries, beside the threads
//! that serve and beside the one that builds. Off unless addresses are configured. The only floor that speaks to others.

mod address;
mod deliver;
mod herald;
mod message;
mod secret;

use std::fmt;

pub use self::herald::{Pace, watch};
pub use self::message::MESSAGE_TYPE;
pub use self::secret::Keys;

use self::address::Address;

/// The most addresses that are told.
const MOST: usize = 10;

/// An address that is told, with the keys by which it knows that we say so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hook {
    address: Address,
    keys: Keys,
}

/// What of the configuration cannot be used. Tells places in the lists and never what stands there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unfit {
    /// The address at this place is none, counted from 1.
    Address(usize),
    /// There are too many addresses.
    TooMany,
    /// There is no secret.
    NoSecret,
    /// The secret at this place is none, counted from 1.
    Secret(usize),
    /// There are not as many secrets as addresses.
    Secrets,
}

impl fmt::Display for Unfit {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Address(place) => write!(
                out,
                "adres {place} van --webhook-urls klopt niet. Schrijf het als https://intranet.gemeente.nl/taalbrug, zonder naam of \
                 wachtwoord erin."
            ),
            Self::TooMany => write!(out, "--webhook-urls mag hoogstens {MOST} adressen hebben."),
            Self::NoSecret => out.write_str(
                "bij --webhook-urls hoort een geheim. Zet het in TAALBRUG_WEBHOOK_SECRET, of in een bestand dat --webhook-secret-file \
                 noemt.",
            ),
            Self::Secret(place) => write!(
                out,
                "geheim {place} voor de webhook klopt niet. Het begint met whsec_ en daarna komen 24 tot 64 bytes als base64. Maak er een \
                 met: echo \"whsec_$(openssl rand -base64 32)\""
            ),
            Self::Secrets => out.write_str(
                "er zijn niet evenveel geheimen als adressen. Geef één geheim voor alle adressen, of voor elk adres een, in dezelfde \
                 volgorde.",
            ),
        }
    }
}

impl std::error::Error for Unfit {}

impl Hook {
    /// The hooks of addresses and secrets, each with spaces or lines between them: one secret for all, or one for each in the same
    /// order. A secret may be several with commas between them, while it is being changed.
    ///
    /// # Errors
    /// When an address is no `http(s)` address, a secret is none, or their numbers do not go together.
    pub fn all(addresses: &str, secrets: &str) -> Result<Vec<Self>, Unfit> {
        let places = || 1..;
        let addresses = addresses.split_whitespace().zip(places());
        let addresses: Vec<Address> = addresses
            .map(|(text, place)| Address::parse(text).ok_or(Unfit::Address(place)))
            .collect::<Result<_, _>>()?;
        let secrets = secrets.split_whitespace().zip(places());
        let keys: Vec<Keys> =
            secrets.map(|(text, place)| Keys::parse(text).ok_or(Unfit::Secret(place))).collect::<Result<_, _>>()?;
        match (addresses.len(), keys.as_slice()) {
            (0, _) => Ok(Vec::new()),
            (count, _) if count > MOST => Err(Unfit::TooMany),
            (_, []) => Err(Unfit::NoSecret),
            (_, [keys]) => Ok(addresses.into_iter().map(|address| Self { address, keys: keys.clone() }).collect()),
            (count, all) if count == all.len() => {
                Ok(addresses.into_iter().zip(keys).map(|(address, keys)| Self { address, keys }).collect())
            }
            _ => Err(Unfit::Secrets),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Hook, Unfit};

    const SECRET: &str = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX";

    #[test]
    fn addresses_and_secrets_go_together() {
        let two = "https://a.example/x http://127.0.0.1:9000/";
        for (addresses, secrets, expected) in [
            ("", "", Ok(0)),
            (" \n", SECRET, Ok(0)),
            (two, SECRET, Ok(2)),
            (two, &format!("{SECRET}\n{SECRET}\n"), Ok(2)),
            (two, &format!("{SECRET},{SECRET} {SECRET}"), Ok(2)),
            (two, "", Err(Unfit::NoSecret)),
            (two, &[SECRET; 3].join(" "), Err(Unfit::Secrets)),
            (two, "geheim", Err(Unfit::Secret(1))),
            (two, &format!("{SECRET} whsec_"), Err(Unfit::Secret(2))),
            (two, &format!("{SECRET},geheim"), Err(Unfit::Secret(1))),
            ("https://a.example ftp://b.example", SECRET, Err(Unfit::Address(2))),
            (&"https://a.example ".repeat(11), SECRET, Err(Unfit::TooMany)),
        ] {
            assert_eq!(Hook::all(addresses, secrets).map(|hooks| hooks.len()), expected, "{addresses}");
        }
    }

    #[test]
    fn nothing_that_is_shown_of_a_hook_tells_its_secret_or_the_path_of_its_address() {
        let hooks = Hook::all("https://a.example/geheim-pad?k=geheim", SECRET);
        let shown = format!("{hooks:?}");
        assert!(shown.contains("a.example") && !shown.contains("geheim") && !shown.contains("AAECAw"), "{shown}");
    }
}
