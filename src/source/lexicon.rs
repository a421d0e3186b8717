//! The word lists of `lexicon/`, read into a lexicon. Irregular forms first: the other lists rest on them.

use crate::diagnostic::Finding;
use crate::language::{Force, Lexicon, Signal};
use crate::source::Files;
use crate::source::fields::Fields;
use crate::source::reader;
use crate::source::shape::{IRREGULAR, OPPOSITES, SIGNALS, SYNONYMS, Shape};

/// The files of word lists, in the order in which they are read, each with its shape and how it is taken in.
type Taker = fn(&Fields, &mut Lexicon);
pub(super) const LISTS: &[(&str, &Shape, Taker)] = &[
    ("lexicon/irregular.toml", &IRREGULAR, take_irregular),
    ("lexicon/synonyms.toml", &SYNONYMS, take_synonyms),
    ("lexicon/opposites.toml", &OPPOSITES, take_opposites),
    ("lexicon/signals.toml", &SIGNALS, take_signals),
];

pub(super) fn convert(files: &Files, findings: &mut Vec<Finding>) -> Lexicon {
    let mut lexicon = Lexicon::default();
    for (path, shape, take) in LISTS {
        if let Some(file) = files.all().iter().find(|file| file.path == *path) {
            take(&reader::read(file, shape, findings), &mut lexicon);
        }
    }
    lexicon
}

fn take_irregular(fields: &Fields, lexicon: &mut Lexicon) {
    let (own, others): (Vec<_>, Vec<_>) = fields.text_map("forms").into_iter().partition(|(form, base)| form == base);
    for (form, base) in own.iter().chain(&others) {
        lexicon.add_irregular(form, base);
    }
}

fn take_synonyms(fields: &Fields, lexicon: &mut Lexicon) {
    for (group, words) in fields.text_lists("groups").iter().enumerate() {
        lexicon.add_synonyms(group, words.iter().map(String::as_str));
    }
}

fn take_opposites(fields: &Fields, lexicon: &mut Lexicon) {
    for pair in fields.text_lists("pairs") {
        if let [a, b] = pair.as_slice() {
            lexicon.add_opposites(a, b);
        }
    }
}

/// The lists of words about force: what a word of each says, and what it says when it is denied.
const SIGNAL_WORDS: &[(&str, Force, Force)] = &[
    ("must", Force::Must, Force::Forbidden),
    ("duty", Force::Must, Force::NeedNot),
    ("may", Force::Free, Force::Forbidden),
    ("choice", Force::Free, Force::Must),
    ("need", Force::Must, Force::NeedNot),
    ("ban", Force::Forbidden, Force::Free),
];

fn take_signals(fields: &Fields, lexicon: &mut Lexicon) {
    if let Some(negation) = fields.table("negation") {
        negation.texts("words").iter().for_each(|word| lexicon.add_negation(word));
        negation.texts("without").iter().for_each(|word| lexicon.add_without(word));
        negation.texts("neutral").iter().for_each(|group| lexicon.add_neutral(group));
    }
    if let Some(words) = fields.table("force") {
        for &(key, plain, denied) in SIGNAL_WORDS {
            words.texts(key).iter().for_each(|word| lexicon.add_signal(word, Signal { plain, denied }));
        }
    }
}
