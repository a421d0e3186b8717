// SPDX-License-Identifier: EUPL-1.2
//! The glossaries that the load run generates: the same everywhere, sound, and with queries that can be answered.

use std::collections::{BTreeMap, BTreeSet};
use std::convert::Infallible;
use std::fs;

use serde_json::Value;
use taalbrug::check;
use taalbrug::diagnostic::Severity;
use taalbrug::model::Date;
use taalbrug::source;

use crate::support::{Folder, real_glossary};
#[path = "../../benches/load/src/glossary/mod.rs"]
mod glossary;

use glossary::{KINDS, Query, Words, generate};

const TODAY: Date = Date { year: 2026, month: 11, day: 22 };

/// A small generated glossary: its files by path, and its queries.
struct Made {
    files: BTreeMap<String, String>,
    queries: Vec<Query>,
}

fn made(size: usize, seed: u64) -> Made {
    let words = Words::read(&real_glossary().join("lexicon"), seed).expect("the word lists");
    let mut files = BTreeMap::new();
    let take = |path: &str, text: &str| {
        files.insert(path.to_owned(), text.to_owned());
        Ok::<(), Infallible>(())
    };
    let Ok(queries) = generate(&words, (size, seed), 200, take);
    Made { files, queries }
}

fn lines(made: &Made) -> String {
    made.queries.iter().map(Query::line).collect()
}

#[test]
fn the_same_size_and_seed_give_the_same_bytes_and_another_seed_gives_others() {
    let (one, again, other) = (made(80, 7), made(80, 7), made(80, 8));
    assert_eq!((&one.files, lines(&one)), (&again.files, lines(&again)));
    assert_ne!(one.files, other.files);
    assert_ne!(lines(&one), lines(&other));
}

#[test]
fn check_finds_no_error_in_a_generated_glossary() {
    let folder = Folder::empty();
    let made = made(150, 1);
    made.files.iter().for_each(|(path, text)| folder.write(path, text));
    for list in fs::read_dir(real_glossary().join("lexicon")).expect("the word lists").flatten() {
        let text = fs::read(list.path()).expect("a word list");
        folder.write(&format!("lexicon/{}", list.file_name().to_string_lossy()), text);
    }
    let (content, found) = source::load(folder.path()).expect("a folder");
    assert_eq!(content.glossary.terms.len(), 150);
    let findings = check::run(&content, found, TODAY);
    let error = findings.iter().find(|finding| finding.severity == Severity::Error);
    assert!(error.is_none(), "{error:?}");
}

#[test]
fn every_kind_of_query_is_there_and_names_terms_that_are() {
    let made = made(300, 1);
    let terms: BTreeSet<String> =
        made.files.keys().filter_map(|path| Some(path.strip_prefix("terms/")?.to_owned())).collect();
    for (kind, percent) in KINDS {
        let of_kind = made.queries.iter().filter(|query| query.kind == *kind).count();
        assert_eq!(of_kind, 2 * percent, "{kind}");
    }
    for query in &made.queries {
        let line: Value = serde_json::from_str(&query.line()).expect("a line of JSON");
        assert_eq!((line["kind"].as_str(), line["q"].as_str()), (Some(query.kind), Some(query.typed.as_str())));
        assert_eq!(query.expect.is_empty(), query.kind == "nohit", "{}", query.typed);
        assert!(query.expect.iter().all(|id| terms.contains(&format!("{id}.toml"))), "{}", query.typed);
    }
}
