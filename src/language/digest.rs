//! A short name for texts: the same texts have the same name, on every machine.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};

/// Sixteen hexadecimal digits of a SHA-256 over texts and their lengths; short enough to say aloud, long enough to differ.
#[must_use]
pub fn digest<'t>(texts: impl IntoIterator<Item = &'t str>) -> String {
    let mut hash = Sha256::new();
    for text in texts {
        hash.update((text.len() as u64).to_le_bytes());
        hash.update(text.as_bytes());
    }
    let mut name = String::with_capacity(16);
    for byte in &hash.finalize()[..8] {
        let _ = write!(name, "{byte:02x}");
    }
    name
}
