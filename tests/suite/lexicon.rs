// SPDX-License-Identifier: EUPL-1.2
//! The word lists of the project, entry by entry: each does in its own example what its list promises, and without the
//! entry the example no longer shows it.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use taalbrug::divergence::{Comparison, Meaning, Weights, Yardstick, compare};
use taalbrug::language::{Lexicon, fold, normal_form, words_of};
use taalbrug::model::{Glossary, Relation, Values};
use taalbrug::source::{Content, File, Files, Promise, WordExample, from_files, load, word_examples};

use crate::support::{Folder, real_glossary};

/// The content of the project, read once.
fn content() -> &'static Content {
    static CONTENT: LazyLock<Content> =
        LazyLock::new(|| load(&real_glossary()).expect("the glossary of the project").0);
    &CONTENT
}

fn compared(example: &WordExample, lexicon: &Lexicon) -> Comparison {
    let (none, values) = (BTreeMap::new(), Values::default());
    let side = |definition| Meaning { definition, facets: &none, values: &values };
    let yardstick = Yardstick { lexicon, weights: &Weights::default(), glossary: &Glossary::default(), embedder: None };
    compare(&side(&example.a), &side(&example.b), "", &yardstick)
}

/// Whether a text holds the words of a group in a row, in any form.
fn holds(text: &str, group: &str) -> bool {
    let lexicon = &content().lexicon;
    let normal = |text: &str| words_of(text, lexicon).into_iter().map(|token| token.normal).collect::<Vec<_>>();
    let (text, group) = (normal(text), normal(group));
    text.windows(group.len()).any(|words| words == group)
}

/// Whether the comparison says what the list promises. The word stands in the contradiction, save a verb of deciding:
/// that lets another party be one.
fn keeps(example: &WordExample, found: &Comparison) -> bool {
    let shown = |word: &String| found.flips.iter().any(|flip| holds(&flip.a, word) || holds(&flip.b, word));
    match example.promise {
        Promise::Flip(kind) => {
            let is_shown = example.list == "decision" || example.words.iter().all(shown);
            found.flips.len() == 1 && found.flips[0].kind == kind && is_shown
        }
        Promise::NoFlip => found.flips.is_empty(),
        Promise::Part => found.flips.is_empty() && matches!(found.relation, Relation::Narrower | Relation::Broader),
        Promise::Nuance => found.flips.is_empty() && found.relation == Relation::Nuance,
    }
}

fn shown(example: &WordExample, found: &Comparison) -> String {
    let flips: Vec<_> = found.flips.iter().map(|flip| (flip.kind, &flip.a, &flip.b)).collect();
    let WordExample { list, words, a, b, .. } = example;
    format!("{list} {words:?}: {:?} {:.2} {flips:?}\n    {a}\n    {b}", found.relation, found.similarity)
}

#[test]
fn every_example_shows_what_its_list_promises() {
    let examples = word_examples(&content().files);
    assert!(examples.len() > 300, "{} examples", examples.len());
    let fault = |example: &WordExample| {
        let found = compared(example, &content().lexicon);
        (!keeps(example, &found)).then(|| shown(example, &found))
    };
    let faults: Vec<String> = examples.iter().filter_map(fault).collect();
    assert!(faults.is_empty(), "{} of {}:\n{}", faults.len(), examples.len(), faults.join("\n"));
}

/// The word lists without one entry of a file: another word stands in its place.
fn without(file: &str, word: &str) -> Lexicon {
    // No example rests on the long lists of everyday words and fields.
    let is_short = |path: &str| !["lexicon/thesaurus.toml", "lexicon/fields.toml"].contains(&path);
    let lists = content().files.all().iter().filter(|list| list.path.starts_with("lexicon/") && is_short(&list.path));
    let list = |list: &File| {
        let entries = list.text.split("[examples]").next().unwrap_or_default();
        let text = if list.path == file {
            let unit = (format!("\n{word} = "), "\nkwak = ");
            entries.replace(&format!("\"{word}\""), "\"kwak\"").replace(&unit.0, unit.1)
        } else {
            entries.to_owned()
        };
        File { path: list.path.clone(), text }
    };
    from_files(Files::new(lists.map(list).collect()), Vec::new()).0.lexicon
}

/// What an example still shows without each of its entries.
fn idle_entries(example: &WordExample) -> Vec<String> {
    let with = compared(example, &content().lexicon);
    let idle = |word: &&String| {
        let found = compared(example, &without(example.file, word));
        // A word that says little sets the texts less apart.
        if example.list == "light" { found.similarity >= with.similarity } else { keeps(example, &found) }
    };
    example.words.iter().filter(idle).map(|word| format!("without {word}: {}", shown(example, &with))).collect()
}

#[test]
fn without_its_entry_an_example_shows_it_no_longer() {
    let examples = word_examples(&content().files);
    let idle: Vec<String> = std::thread::scope(|scope| {
        let halves = examples.chunks(examples.len().div_ceil(2));
        let work: Vec<_> =
            halves.map(|half| scope.spawn(move || half.iter().flat_map(idle_entries).collect::<Vec<_>>())).collect();
        work.into_iter().flat_map(|work| work.join().expect("the comparison ends")).collect()
    });
    assert!(idle.is_empty(), "{}:\n{}", idle.len(), idle.join("\n"));
}

#[test]
fn an_irregular_form_and_its_word_have_one_normal_form() {
    let content = content();
    let list = content.files.text("lexicon/irregular.toml").expect("the list");
    let rows: Vec<(&str, &str)> = list.lines().filter_map(|line| line.split_once(" = ")).collect();
    assert!(rows.len() > 20, "{} forms", rows.len());
    let normal = |word: &str| normal_form(&fold(word.trim_matches('"')), &content.lexicon);
    for (form, word) in rows {
        assert_eq!(normal(form), normal(word), "{form} {word}");
    }
}

#[test]
fn an_entry_without_an_example_and_an_example_without_its_word_are_told() {
    let folder = Folder::base();
    folder.write(
        "lexicon/cues.toml",
        "[order]\nbefore = [\"voordat\", \"alvorens\"]\nafter = [\"nadat\"]\n[extent]\nall = [\"altijd\"]\nnone = [\"nooit\"]\n\
         only = [\"pas\"]\n[consent]\nnouns = [\"akkoord\"]\n[decision]\nverbs = [\"belt\"]\n[light]\nwords = [\"even\"]\n[examples]\n\
         order = [\n  { word = [\"voordat\", \"nadat\"], a = \"Bel voordat u komt.\", b = \"Bel als u er bent.\" },\n  \
         { word = \"totdat\", a = \"Wacht totdat u belt.\", b = \"Wacht en bel.\" },\n]\n\
         consent = [{ word = \"akkoord\", a = \"Met akkoord.\", b = \"Zonder.\" }]\n",
    );
    let (_, told) = load(folder.path()).expect("the folder");
    let told: Vec<&str> = told.iter().filter(|told| told.code == "G016").map(|told| told.message.as_str()).collect();
    assert_eq!(
        told,
        [
            "hierbij staat nog geen voorbeeld: ‘alvorens’",
            "in dit voorbeeld staat ‘nadat’ niet",
            "dit voorbeeld gaat over ‘totdat’, en dat staat niet in de lijst",
            "hierbij staat nog geen voorbeeld: ‘altijd’, ‘nooit’",
            "hierbij staat nog geen voorbeeld: ‘pas’",
            "hierbij staat nog geen voorbeeld: ‘belt’",
            "hierbij staat nog geen voorbeeld: ‘even’",
        ]
    );
}
