// SPDX-License-Identifier: EUPL-1.2
//! The revision of a set of files: the same texts give the same fingerprint, on every machine.

use crate::language::digest;
use crate::source::Files;

/// The digest of all paths and texts.
#[must_use]
pub fn fingerprint(files: &Files) -> String {
    digest(files.all().iter().flat_map(|file| [file.path.as_str(), file.text.as_str()]))
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
