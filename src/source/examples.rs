// SPDX-License-Identifier: EUPL-1.2
//! The example sentences of the word lists: which list promises what, and whether every entry shows it in a sentence.
//! They serve editors and tests alone; no comparison looks at them.

use crate::diagnostic::Finding;
use crate::divergence::FlipKind;
use crate::language::{Lexicon, Token, fold, normal_form, words_of};
use crate::source::faults::EXAMPLE;
use crate::source::fields::{Fields, Node};
use crate::source::lexicon::{self, List};
use crate::source::spot::{self, KeptRows};
use crate::source::{Files, Spot};

/// Two sentences that show what entries of a word list do.
#[derive(Debug)]
pub struct WordExample {
    /// The file of the list.
    pub file: &'static str,
    /// The list below `[examples]`.
    pub list: &'static str,
    /// The entries it is about.
    pub words: Vec<String>,
    /// The first sentence.
    pub a: String,
    /// The second sentence.
    pub b: String,
    /// What the two together must give.
    pub promise: Promise,
}

/// What a comparison must say of the two sentences of an example.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Promise {
    /// One contradiction, of this kind.
    Flip(FlipKind),
    /// No contradiction.
    NoFlip,
    /// No contradiction, and the one is a part of the other.
    Part,
    /// Nearly the same.
    Nuance,
}

/// The examples of all word lists that are there.
#[must_use]
pub fn word_examples(files: &Files) -> Vec<WordExample> {
    let lists = lexicon::read(files, &mut Vec::new());
    lists
        .iter()
        .flat_map(|list| promises_of(list).flat_map(|row| read(list, row)))
        .map(|(_, example)| example)
        .collect()
}

/// A list of examples: its file and key, what its examples promise, and the entries that need one.
struct Row {
    file: &'static str,
    key: &'static str,
    promise: Promise,
    of: &'static [Of],
}

/// Where entries stand.
enum Of {
    /// Each text of a list in a table.
    Words(&'static str, &'static str),
    /// Each key of a table.
    Keys(&'static str),
    /// Each text of each list in a list.
    Members(&'static str),
    /// Each list in a list; an example shows two of its words.
    Groups(&'static str),
}

const SIGNALS: &str = "lexicon/signals.toml";
const CUES: &str = "lexicon/cues.toml";
const QUANTITIES: &str = "lexicon/quantities.toml";

/// Every list of examples.
const ROWS: &[Row] = &[
    Row {
        file: SIGNALS,
        key: "negation",
        promise: Promise::Flip(FlipKind::Negation),
        of: &[Of::Words("negation", "words"), Of::Words("negation", "without")],
    },
    Row { file: SIGNALS, key: "neutral", promise: Promise::NoFlip, of: &[Of::Words("negation", "neutral")] },
    Row { file: SIGNALS, key: "denials", promise: Promise::NoFlip, of: &[Of::Words("negation", "denials")] },
    Row {
        file: SIGNALS,
        key: "force",
        promise: Promise::Flip(FlipKind::Force),
        of: &[
            Of::Words("force", "must"),
            Of::Words("force", "duty"),
            Of::Words("force", "may"),
            Of::Words("force", "choice"),
            Of::Words("force", "need"),
            Of::Words("force", "ban"),
        ],
    },
    Row {
        file: CUES,
        key: "order",
        promise: Promise::Flip(FlipKind::Order),
        of: &[Of::Words("order", "before"), Of::Words("order", "after")],
    },
    Row {
        file: CUES,
        key: "extent",
        promise: Promise::Flip(FlipKind::Extent),
        of: &[Of::Words("extent", "all"), Of::Words("extent", "none")],
    },
    Row { file: CUES, key: "only", promise: Promise::Part, of: &[Of::Words("extent", "only")] },
    Row { file: CUES, key: "consent", promise: Promise::Flip(FlipKind::Consent), of: &[Of::Words("consent", "nouns")] },
    Row { file: CUES, key: "decision", promise: Promise::Flip(FlipKind::Party), of: &[Of::Words("decision", "verbs")] },
    Row { file: CUES, key: "light", promise: Promise::NoFlip, of: &[Of::Words("light", "words")] },
    Row { file: QUANTITIES, key: "units", promise: Promise::Flip(FlipKind::Number), of: &[Of::Keys("units")] },
    Row {
        file: QUANTITIES,
        key: "bounds",
        promise: Promise::Flip(FlipKind::Number),
        of: &[
            Of::Words("bounds", "at_least"),
            Of::Words("bounds", "more_than"),
            Of::Words("bounds", "at_most"),
            Of::Words("bounds", "less_than"),
            Of::Words("bounds", "or_more"),
            Of::Words("bounds", "or_less"),
        ],
    },
    Row {
        file: "lexicon/parties.toml",
        key: "parties",
        promise: Promise::Flip(FlipKind::Party),
        of: &[Of::Members("parties")],
    },
    Row {
        file: "lexicon/opposites.toml",
        key: "pairs",
        promise: Promise::Flip(FlipKind::Opposite),
        of: &[Of::Groups("pairs")],
    },
    Row { file: "lexicon/synonyms.toml", key: "groups", promise: Promise::Nuance, of: &[Of::Groups("groups")] },
];

fn promises_of(list: &List) -> impl Iterator<Item = &'static Row> {
    let file = list.path;
    ROWS.iter().filter(move |row| row.file == file)
}

/// The examples of a row, each with its number in the list.
fn read(list: &List, row: &'static Row) -> Vec<(usize, WordExample)> {
    let items = list.fields.table("examples").map(|examples| examples.items(row.key)).unwrap_or_default();
    let example = |(number, item): (usize, &Node)| {
        let fields = item.as_table()?;
        let (words, a, b) = (fields.texts("word"), fields.text("a")?, fields.text("b")?);
        Some((number, WordExample { file: row.file, list: row.key, words, a, b, promise: row.promise }))
    };
    items.iter().enumerate().filter_map(example).collect()
}

/// What must be shown: one word, or two of a group.
struct Entry {
    words: Vec<String>,
    spot: Spot,
}

impl Entry {
    fn is_shown_by(&self, example: &WordExample) -> bool {
        let shown = self.words.iter().filter(|word| example.words.contains(word)).count();
        shown >= self.words.len().min(2)
    }
}

fn entries(list: &List, row: &Row) -> Vec<Entry> {
    row.of.iter().flat_map(|of| entries_of(&list.fields, of, &Spot::file(row.file))).collect()
}

fn entries_of(fields: &Fields, of: &Of, file: &Spot) -> Vec<Entry> {
    let alone = |word: String, spot: &Spot| Entry { spot: spot.clone().word(&word), words: vec![word] };
    let groups = |key: &str| {
        let groups = fields.text_lists(key).into_iter().enumerate();
        let spot = |number| file.clone().key(key).row(number);
        groups.map(|(number, words)| Entry { words, spot: spot(number) }).collect::<Vec<_>>()
    };
    match *of {
        Of::Words(table, key) => {
            let words = fields.table(table).map(|table| table.texts(key)).unwrap_or_default();
            let spot = file.clone().key(table).key(key);
            words.into_iter().map(|word| alone(word, &spot)).collect()
        }
        Of::Keys(table) => {
            let spot = file.clone().key(table);
            fields.number_map(table).into_iter().map(|(word, _)| alone(word, &spot)).collect()
        }
        Of::Members(key) => {
            let members = |group: Entry| group.words.into_iter().map(move |word| alone(word, &group.spot));
            groups(key).into_iter().flat_map(members).collect()
        }
        Of::Groups(key) => groups(key).into_iter().filter(|group| !group.words.is_empty()).collect(),
    }
}

/// Tells of entries without an example, and of examples that do not show what they name.
pub(super) fn look(list: &List, lexicon: &Lexicon, files: &Files) -> Vec<Finding> {
    let told = promises_of(list).flat_map(|row| {
        let (entries, examples) = (entries(list, row), read(list, row));
        let spot = |number| Spot::file(row.file).key("examples").key(row.key).row(number);
        let missed =
            |(number, example): &(usize, WordExample)| Some((spot(*number), misses(example, &entries, lexicon)?));
        let missed: Vec<_> = examples.iter().filter_map(missed).collect();
        without_example(row, &entries, &examples).into_iter().chain(missed)
    });
    let (spots, told): (Vec<Spot>, Vec<Told>) = told.unzip();
    let places = spot::locate(spots.iter(), files, &KeptRows::new());
    places.into_iter().zip(told).map(|(place, told)| EXAMPLE.finding(place, told.wrong, told.mend)).collect()
}

/// What is wrong, and how to mend it.
struct Told {
    wrong: String,
    mend: String,
}

/// How many entries without an example are named.
const NAMED: usize = 5;

/// The entries of a row that no example shows, told at the first of them.
fn without_example(row: &Row, entries: &[Entry], examples: &[(usize, WordExample)]) -> Option<(Spot, Told)> {
    let is_bare = |entry: &&Entry| !examples.iter().any(|(_, example)| entry.is_shown_by(example));
    let bare: Vec<&Entry> = entries.iter().filter(is_bare).collect();
    let first = bare.first()?;
    let named: Vec<String> = bare.iter().take(NAMED).map(|entry| format!("‘{}’", entry.words.join(", "))).collect();
    let more = if bare.len() > NAMED { format!(" (en zo nog {})", bare.len() - NAMED) } else { String::new() };
    let wrong = format!("hierbij staat nog geen voorbeeld: {}{more}", named.join(", "));
    let word = first.words.iter().take(2).map(|word| format!("\"{word}\"")).collect::<Vec<_>>().join(", ");
    let mend = format!(
        "Voeg onder [examples] bij ‘{}’ een regel toe: {{ word = [{word}], a = \"…\", b = \"…\" }}, met twee zinnen die alleen daarin verschillen.",
        row.key
    );
    Some((first.spot.clone(), Told { wrong, mend }))
}

/// What an example names but does not show.
fn misses(example: &WordExample, entries: &[Entry], lexicon: &Lexicon) -> Option<Told> {
    let is_listed = |word: &&String| entries.iter().any(|entry| entry.words.contains(word));
    if let Some(word) = example.words.iter().find(|word| !is_listed(word)) {
        let wrong = format!("dit voorbeeld gaat over ‘{word}’, en dat staat niet in de lijst");
        return Some(Told { wrong, mend: "Zet het woord in de lijst, of haal het voorbeeld weg.".to_owned() });
    }
    let word = example.words.iter().find(|word| !holds(example, word, lexicon))?;
    let wrong = format!("in dit voorbeeld staat ‘{word}’ niet");
    Some(Told { wrong, mend: "Schrijf het woord in zin a of in zin b.".to_owned() })
}

/// Whether a sentence of the example holds the word: another form of it will do where the list takes words in all forms.
fn holds(example: &WordExample, group: &str, lexicon: &Lexicon) -> bool {
    let any_form = matches!(example.promise, Promise::Nuance | Promise::Flip(FlipKind::Opposite))
        || ["denials", "light"].contains(&example.list);
    let wanted: Vec<String> = group.split_whitespace().map(fold).collect();
    let is_it = |(token, word): (&Token, &String)| {
        token.folded == *word || (any_form && token.normal == normal_form(word, lexicon))
    };
    let stands = |text: &str| {
        words_of(text, lexicon).windows(wanted.len().max(1)).any(|tokens| tokens.iter().zip(&wanted).all(is_it))
    };
    stands(&example.a) || stands(&example.b)
}
