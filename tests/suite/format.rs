// SPDX-License-Identifier: EUPL-1.2
//! `fmt`: one layout for all files, with every comment and the same meaning.

use std::fs;

use proptest::prelude::*;
use taalbrug::diagnostic::BASE;
use taalbrug::divergence::Compared;
use taalbrug::source::{File, Files, Spot, formatted, from_files};

use crate::support::{Folder, printed, real_glossary, run};

const TERM: &str = "terms/woord.toml";

/// The layout of a term file, which keeps when it is laid out again.
fn laid_out(path: &str, text: &str) -> String {
    let made = formatted(path, text).unwrap_or_else(|| panic!("{path} cannot be laid out:\n{text}"));
    assert_eq!(formatted(path, &made).as_deref(), Some(made.as_str()), "laid out twice");
    made
}

#[test]
fn keys_stand_in_the_order_of_the_format_and_comments_go_along() {
    let text = "# Over dit bestand.\n\nenglish = 'word' # vertaald\n# het woord\nlabel = \"woord\"\n[[verdicts]]\nstatus=\"draft\"\nfacets = {goal=1}\n\n\n# de eerste\n[[concepts]] # hier\nkind = \"working\"\ndomain = \"social\"\n[concepts.values.age]\n# tot\nto = 18\nfrom = 12\n[concepts.facets]\ngoal = \"\"\"\neen\ntwee\"\"\"\n# slot\n";
    let made = "# Over dit bestand.\n\n# het woord\nlabel = \"woord\"\nenglish = \"word\"  # vertaald\n\n# de eerste\n[[concepts]]  # hier\ndomain = \"social\"\nkind = \"working\"\n\n[concepts.facets]\ngoal = \"\"\"\neen\ntwee\"\"\"\n\n[concepts.values]\n# tot\nage = { from = 12, to = 18 }\n\n[[verdicts]]\nfacets = { goal = 1 }\nstatus = \"draft\"\n\n# slot\n";
    assert_eq!(laid_out(TERM, text), made);
}

#[test]
fn what_a_form_in_the_browser_writes_becomes_the_layout_of_the_glossary() {
    let text = "label = \"woord\"\n\n[[alt_labels]]\nlabel = \"term\"\ndomain = \"social\"\n\n[[verdicts]]\nwhy = \"Anders.\"\nquestions = [ \"Een?\", \"Twee?\" ]\n\n[verdicts.facets]\ngoal = 3\n\n[[verdicts.signed]]\non = 2026-01-15\nby = \"redacteur\"\ndomain = \"social\"\n\n[[verdicts.signed]]\ndomain = \"safety\"\nby = \"redacteur\"\non = 2026-01-16\n";
    let made = "label = \"woord\"\nalt_labels = [{ label = \"term\", domain = \"social\" }]\n\n[[verdicts]]\nwhy = \"Anders.\"\nquestions = [\"Een?\", \"Twee?\"]\nfacets = { goal = 3 }\nsigned = [\n  { domain = \"social\", by = \"redacteur\", on = 2026-01-15 },\n  { domain = \"safety\", by = \"redacteur\", on = 2026-01-16 },\n]\n";
    assert_eq!(laid_out(TERM, text), made);
}

#[test]
fn long_lists_of_sentences_get_a_line_each_and_words_stay_where_they_stand() {
    let sentence = "Een zin die zo lang is dat er geen twee van naast elkaar op een regel passen.";
    let made = laid_out(TERM, &format!("note = [\"{sentence}\", \"{sentence}\"] # achter\n"));
    assert_eq!(made, format!("note = [\n  \"{sentence}\",\n  \"{sentence}\",\n]  # achter\n"));
    let words =
        "words = [\n  # fruit\n  \"appel\", \"peer\", # twee\n  \"kers\",\n\n  # groen\n  \"kool\",\n  # einde\n]\n";
    let made = laid_out("lexicon/compounds.toml", words);
    assert_eq!(made, words.replace("\"peer\", # twee", "\"peer\",  # twee"));
}

#[test]
fn returns_at_line_ends_stay_and_broken_files_are_left_alone() {
    let made = laid_out(TERM, "english = \"word\"\r\nlabel = \"woord\"\r\n");
    assert_eq!(made, "label = \"woord\"\r\nenglish = \"word\"\r\n");
    assert_eq!(formatted(TERM, "label = \"woord"), None);
    assert_eq!(formatted("elders.toml", "b = 1\na = 2\n").as_deref(), Some("b = 1\na = 2\n"));
}

#[test]
fn the_glossary_is_laid_out_and_says_the_same_as_it_is_read() {
    let folder = Folder::empty();
    for entry in walkdir(&real_glossary()) {
        let path = entry.strip_prefix(real_glossary()).expect("below").display().to_string();
        let text = fs::read_to_string(&entry).expect("a file");
        assert!(formatted(&path, &text).is_some_and(|made| made == text), "{path}: taalbrug fmt");
        folder.write(&path, text.replace("\n\n", "\n\n\n").replace(" = [\"", " = [ \"").replace("\n[[", "\n\n  [["));
    }
    let before = taalbrug::source::load(&real_glossary()).expect("the glossary").0;
    let output = run(&["fmt", "--check", "--glossary", &folder.path().display().to_string()]);
    assert_eq!(output.status.code(), Some(1), "{}", printed(&output));
    assert!(printed(&output).contains("terms/signaal.toml: is nog niet opgemaakt"), "{}", printed(&output));
    let output = run(&["fmt", "--glossary", &folder.path().display().to_string()]);
    assert_eq!(output.status.code(), Some(0), "{}", printed(&output));
    let after = taalbrug::source::load(folder.path()).expect("the copy").0;
    assert_eq!(before.glossary, after.glossary);
    assert_eq!(taalbrug::source::fingerprint(&before.files), taalbrug::source::fingerprint(&after.files));
    let output = run(&["fmt", "--check", "--glossary", &folder.path().display().to_string()]);
    assert_eq!(output.status.code(), Some(0), "{}", printed(&output));
}

fn walkdir(folder: &std::path::Path) -> Vec<std::path::PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()) {
        if entry.is_dir() {
            found.extend(walkdir(&entry));
        } else if entry.extension().is_some_and(|extension| extension == "toml") {
            found.push(entry);
        }
    }
    found
}

/// The small glossary with one file in another text.
fn content(path: &str, text: &str) -> taalbrug::source::Content {
    let file = |(own, base): &(&str, &str)| File {
        path: (*own).to_owned(),
        text: if *own == path { text.to_owned() } else { (*base).to_owned() },
    };
    from_files(Files::new(BASE.iter().map(file).collect()), Vec::new()).0
}

/// A text of the small glossary with lines of its own blocks moved, spaced out, and with comments between them.
fn shuffled() -> impl Strategy<Value = (usize, String)> {
    (0..BASE.len(), any::<u64>()).prop_map(|(file, seed)| {
        let mut seed = seed;
        let mut next = |most: usize| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            usize::try_from(seed >> 33).unwrap_or_default() % most
        };
        let blocks = BASE[file].1.split("\n\n").map(|block| {
            let (heading, mut keys): (Vec<&str>, Vec<&str>) = block.lines().partition(|line| line.starts_with('['));
            if !block.contains("[\n") {
                for place in (1..keys.len()).rev() {
                    keys.swap(place, next(place + 1));
                }
            }
            let mut text = heading.join("\n");
            if !heading.is_empty() {
                text.push('\n');
            }
            for key in keys {
                match next(5) {
                    0 if !block.contains("[\n") => text.push_str("\n# zomaar\n"),
                    1 if !key.starts_with(' ') => text.push_str("   "),
                    _ => {}
                }
                text.push_str(key);
                text.push_str(if next(4) == 0 && !block.contains("[\n") { " # erachter\n" } else { "\n" });
            }
            text
        });
        (file, blocks.collect::<Vec<_>>().join("\n"))
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_layout_never_changes_what_a_text_says((file, text) in shuffled()) {
        let path = BASE[file].0;
        let made = laid_out(path, &text);
        prop_assert_eq!(text.matches('#').count(), made.matches('#').count());
        let (before, after) = (content(path, &text), content(path, &made));
        prop_assert_eq!(&before.glossary, &after.glossary);
        let verdicts = |content: &taalbrug::source::Content| {
            let compared = Compared::new(&content.glossary, &content.lexicon, None);
            compared.pairs.iter().flatten().map(|pair| pair.fingerprint.clone()).collect::<Vec<_>>()
        };
        prop_assert_eq!(verdicts(&before), verdicts(&after));
        prop_assert_eq!(before.is_read(&Spot::file(path)), after.is_read(&Spot::file(path)));
    }

    #[test]
    fn any_text_is_laid_out_the_same_twice_or_left_alone(text in "[a-c\\[\\]{}=,.\"'# \n0-9]{0,60}") {
        if let Some(made) = formatted(TERM, &text) {
            prop_assert_eq!(formatted(TERM, &made), Some(made));
        }
    }
}
