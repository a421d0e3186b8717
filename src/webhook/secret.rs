// SPDX-License-Identifier: EUPL-1.2
//! Signatures of Standard Webhooks: HMAC-SHA256 of identifier, time and body, with a secret that the receiver knows too.

use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, Mac};
use sha2::Sha256;

/// What a secret begins with.
const PREFIX: &str = "whsec_";

/// How many bytes a secret may have.
const SIZES: std::ops::RangeInclusive<usize> = 24..=64;

/// The secrets that a message is signed with: one, or more while it is being changed.
#[derive(Clone, PartialEq, Eq)]
pub struct Keys(Vec<Vec<u8>>);

impl Keys {
    /// The secrets in a text, with commas between them; nothing where one is none.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        text.split(',').map(key).collect::<Option<_>>().map(Self)
    }

    /// The value of `webhook-signature`: a signature with each key.
    ///
    /// `seconds` is the moment of the attempt, counted from 1970.
    #[must_use]
    pub fn sign(&self, id: &str, seconds: i64, body: &str) -> String {
        let text = format!("{id}.{seconds}.{body}");
        let signed = self.0.iter().filter_map(|key| {
            let mut mac = Hmac::<Sha256>::new_from_slice(key).ok()?;
            mac.update(text.as_bytes());
            Some(format!("v1,{}", STANDARD.encode(mac.finalize().into_bytes())))
        });
        signed.collect::<Vec<_>>().join(" ")
    }
}

fn key(text: &str) -> Option<Vec<u8>> {
    let key = STANDARD.decode(text.strip_prefix(PREFIX)?).ok()?;
    SIZES.contains(&key.len()).then_some(key)
}

impl fmt::Debug for Keys {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Keys({})", self.0.len())
    }
}

#[cfg(test)]
mod tests {
    use super::Keys;

    #[test]
    fn a_secret_is_24_to_64_bytes_behind_its_mark() {
        let of = |bytes: usize| format!("whsec_{}", "A".repeat(bytes / 3 * 4));
        assert!(Keys::parse(&of(24)).is_some() && Keys::parse(&of(63)).is_some());
        for bad in
            [&of(21), &of(66), "whsec_", "", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYX", "whsec_%%%%", &format!("{},", of(24))]
        {
            assert_eq!(Keys::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn each_key_gives_a_signature_of_its_own() {
        let one = Keys::parse(&format!("whsec_{}", "A".repeat(32))).expect("a secret");
        let both = Keys::parse(&format!("whsec_{},whsec_{}", "A".repeat(32), "B".repeat(32))).expect("two");
        let signature = one.sign("msg_1", 7, "{}");
        assert!(both.sign("msg_1", 7, "{}").starts_with(&format!("{signature} v1,")));
        for other in [one.sign("msg_2", 7, "{}"), one.sign("msg_1", 8, "{}"), one.sign("msg_1", 7, "{ }")] {
            assert_ne!(signature, other);
        }
    }
}
