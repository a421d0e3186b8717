//! The revision of a set of files: the same texts give the same fingerprint, on every machine.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};

use crate::source::Files;

/// Sixteen hexadecimal digits of a SHA-256 over paths and texts; short enough to say aloud, long enough to differ.
#[must_use]
pub fn fingerprint(files: &Files) -> String {
    let mut hash = Sha256::new();
    for file in files.all() {
        for part in [&file.path, &file.text] {
            hash.update((part.len() as u64).to_le_bytes());
            hash.update(part.as_bytes());
        }
    }
    let mut text = String::with_capacity(16);
    for byte in &hash.finalize()[..8] {
        let _ = write!(text, "{byte:02x}");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::fingerprint;
    use crate::source::{File, Files};

    fn files(list: &[(&str, &str)]) -> Files {
        Files::new(list.iter().map(|(path, text)| File { path: (*path).into(), text: (*text).into() }).collect())
    }

    #[test]
    fn a_fingerprint_depends_on_paths_and_texts_and_on_nothing_else() {
        let one = fingerprint(&files(&[("a", "x"), ("b", "y")]));
        assert_eq!(one, fingerprint(&files(&[("b", "y"), ("a", "x")])));
        assert_ne!(one, fingerprint(&files(&[("a", "xb"), ("", "y")])));
        assert_eq!(one.len(), 16);
    }
}
