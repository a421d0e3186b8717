//! A short name for texts or files: the same bytes have the same name, on every machine.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};

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
