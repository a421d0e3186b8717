// SPDX-License-Identifier: EUPL-1.2
//! What each file of a glossary said from which revision on, each text once.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::source::{File, Files};

/// By path, from which revision on a file says what.
#[derive(Debug, Default)]
pub(super) struct Texts {
    of_files: BTreeMap<String, Vec<Since>>,
}

/// From a revision on a file says this; nothing from where it is gone.
type Since = (usize, Option<Arc<str>>);

impl Texts {
    /// Takes in what the files say from a revision on.
    pub fn take(&mut self, place: usize, files: impl IntoIterator<Item = (String, Option<Arc<str>>)>) {
        for (path, text) in files {
            self.of_files.entry(path).or_default().push((place, text));
        }
    }

    /// What a file says in a revision.
    fn text(&self, path: &str, place: usize) -> Option<&Arc<str>> {
        let texts = self.of_files.get(path)?;
        texts.iter().rev().find(|(from, _)| *from <= place)?.1.as_ref()
    }

    /// Whether a revision has a term of this name.
    pub fn has_term(&self, id: &str, place: usize) -> bool {
        self.text(&path_of(id), place).is_some()
    }

    /// The last revision with a term of this name, where the last of all has none.
    pub fn last_with_term(&self, id: &str) -> Option<usize> {
        let (gone_from, text) = self.of_files.get(&path_of(id))?.last()?;
        if text.is_some() { None } else { gone_from.checked_sub(1) }
    }

    /// The files of a revision that a glossary with one term needs: what is said beside the terms, and what of that term
    /// everywhere and in places. The word lists are left out.
    pub fn around_term(&self, id: &str, place: usize) -> Files {
        let own = path_of(id);
        let is_needed = |path: &str| {
            let of_terms = path.starts_with("terms/") || (path.starts_with("local/") && path.contains("/terms/"));
            if of_terms { path == own || path.ends_with(&format!("/{own}")) } else { !path.starts_with("lexicon/") }
        };
        let needed = self.of_files.keys().filter(|path| is_needed(path));
        let file = |path: &String| Some(File { path: path.clone(), text: self.text(path, place)?.to_string() });
        Files::new(needed.filter_map(file).collect())
    }
}

/// The file of a term.
fn path_of(id: &str) -> String {
    format!("terms/{id}.toml")
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::Texts;

    fn texts() -> Texts {
        let mut texts = Texts::default();
        let said = |path: &str, text: &str| (path.to_owned(), Some(Arc::from(text)));
        let first = ["glossary.toml", "lexicon/signals.toml", "terms/a.toml", "terms/b.toml", "local/x/terms/a.toml"];
        texts.take(0, first.map(|path| said(path, "1")));
        texts.take(2, [said("terms/a.toml", "2"), ("terms/b.toml".to_owned(), None)]);
        texts
    }

    #[test]
    fn a_file_says_what_it_said_last() {
        let texts = texts();
        let said = |place| texts.around_term("a", place).text("terms/a.toml").map(str::to_owned);
        assert_eq!([said(0), said(1), said(2), said(9)].map(Option::unwrap_or_default), ["1", "1", "2", "2"]);
        assert_eq!((texts.has_term("b", 1), texts.has_term("b", 2)), (true, false));
        assert_eq!((texts.last_with_term("b"), texts.last_with_term("a")), (Some(1), None));
    }

    #[test]
    fn around_a_term_stand_no_other_terms_and_no_word_lists() {
        let files = texts().around_term("a", 0);
        let paths: Vec<&str> = files.all().iter().map(|file| file.path.as_str()).collect();
        assert_eq!(paths, ["glossary.toml", "local/x/terms/a.toml", "terms/a.toml"]);
    }
}
