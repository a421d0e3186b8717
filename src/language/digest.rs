// SPDX-License-Identifier: EUPL-1.2
//! A short name for texts or files: the same bytes have the same name, on every machine.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};

/// A number for a word, for tables: the same for the same letters, in every program and on every machine. FNV-1a, mixed once
/// more so that its upper half depends on every letter.
#[must_use]
pub fn key_of(word: &str) -> u64 {
    let mixed = word
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    mixed.wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// Sixteen hexadecimal digits of a SHA-256 over parts and their lengths; short enough to say aloud, long enough to differ.
#[must_use]
pub fn digest<P: AsRef<[u8]>>(parts: impl IntoIterator<Item = P>) -> String {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update((part.as_ref().len() as u64).to_le_bytes());
        hash.update(part.as_ref());
    }
    let mut name = String::with_capacity(16);
    for byte in &hash.finalize()[..8] {
        let _ = write!(name, "{byte:02x}");
    }
    name
}
