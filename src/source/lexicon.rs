// SPDX-License-Identifier: EUPL-1.2
//! The word lists of `lexicon/`, read into a lexicon. Irregular forms first: the other lists rest on them.

use crate::diagnostic::Finding;
use crate::language::{Cue, Force, Lexicon, Signal};
use crate::source::Files;
use crate::source::fields::Fields;
use crate::source::reader;
use crate::source::shape::{
    COMPOUNDS, CUES, FIELDS, IRREGULAR, OPPOSITES, PARTIES, PHRASES, QUANTITIES, SIGNALS, SYNONYMS, Shape, THESAURUS,
};

/// The files of word lists, in the order in which they are read, each with its shape and how it is taken in.
type Taker = fn(&Fields, &mut Lexicon);
pub(super) const LISTS: &[(&str, &Shape, Taker)] = &[
    ("lexicon/irregular.toml", &IRREGULAR, take_irregular),
    ("lexicon/compounds.toml", &COMPOUNDS, take_compounds),
    ("lexicon/synonyms.toml", &SYNONYMS, take_synonyms),
    ("lexicon/thesaurus.toml", &THESAURUS, take_synonyms),
    ("lexicon/phrases.toml", &PHRASES, take_phrases),
    ("lexicon/fields.toml", &FIELDS, take_fields),
    ("lexicon/opposites.toml", &OPPOSITES, take_opposites),
    ("lexicon/signals.toml", &SIGNALS, take_signals),
    ("lexicon/cues.toml", &CUES, take_cues),
    ("lexicon/quantities.toml", &QUANTITIES, take_quantities),
    ("lexicon/parties.toml", &PARTIES, take_parties),
];

/// Where the lists of words with a direction stand, and what they do.
const CUE_LISTS: &[(&str, &str, Cue)] = &[
    ("order", "before", Cue::Before),
    ("order", "after", Cue::After),
    ("extent", "all", Cue::All),
    ("extent", "none", Cue::NoneAtAll),
    ("extent", "only", Cue::Only),
    ("consent", "nouns", Cue::Consent),
    ("decision", "verbs", Cue::Decision),
    ("bounds", "at_least", Cue::AtLeast),
    ("bounds", "more_than", Cue::MoreThan),
    ("bounds", "at_most", Cue::AtMost),
    ("bounds", "less_than", Cue::LessThan),
    ("bounds", "or_more", Cue::OrMore),
    ("bounds", "or_less", Cue::OrLess),
];

/// A word list as it was read.
pub(super) struct List {
    pub path: &'static str,
    pub fields: Fields,
    take: Taker,
}

/// Reads the lists that are there.
pub(super) fn read(files: &Files, findings: &mut Vec<Finding>) -> Vec<List> {
    let list = |&(path, shape, take): &(&'static str, &'static Shape, Taker)| {
        let file = files.all().iter().find(|file| file.path == path)?;
        Some(List { path, fields: reader::read(file, shape, findings), take })
    };
    LISTS.iter().filter_map(list).collect()
}

/// The lexicon that the lists make.
pub(super) fn convert(lists: &[List]) -> Lexicon {
    let mut lexicon = Lexicon::default();
    for list in lists {
        (list.take)(&list.fields, &mut lexicon);
    }
    lexicon
}

fn take_irregular(fields: &Fields, lexicon: &mut Lexicon) {
    let (own, others): (Vec<_>, Vec<_>) = fields.text_map("forms").into_iter().partition(|(form, base)| form == base);
    for (form, base) in own.iter().chain(&others) {
        lexicon.add_irregular(form, base);
    }
}

fn take_compounds(fields: &Fields, lexicon: &mut Lexicon) {
    fields.texts("words").iter().for_each(|word| lexicon.add_plain(word));
}

fn take_synonyms(fields: &Fields, lexicon: &mut Lexicon) {
    for words in &fields.text_lists("groups") {
        lexicon.add_synonyms(words.iter().map(String::as_str));
    }
}

fn take_fields(fields: &Fields, lexicon: &mut Lexicon) {
    for (field, words) in fields.text_lists("fields").iter().enumerate() {
        for word in words {
            lexicon.add_to_field(field, word);
        }
    }
}

fn take_phrases(fields: &Fields, lexicon: &mut Lexicon) {
    for (phrase, word) in fields.text_map("phrases") {
        lexicon.add_phrase(&phrase, &word);
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
        negation.texts("denials").iter().for_each(|verb| lexicon.add_denial(verb));
        negation.texts("neutral").iter().for_each(|group| lexicon.add_neutral(group));
    }
    if let Some(words) = fields.table("force") {
        for &(key, plain, denied) in SIGNAL_WORDS {
            words.texts(key).iter().for_each(|word| lexicon.add_signal(word, Signal { plain, denied }));
        }
    }
}

fn take_cues(fields: &Fields, lexicon: &mut Lexicon) {
    let light = fields.table("light").map(|table| table.texts("words")).unwrap_or_default();
    for word in &light {
        lexicon.add_light(word);
    }
    for &(table, key, cue) in CUE_LISTS {
        let groups = fields.table(table).map(|table| table.texts(key)).unwrap_or_default();
        for group in &groups {
            lexicon.add_cue(group, cue);
        }
    }
}

fn take_quantities(fields: &Fields, lexicon: &mut Lexicon) {
    for (word, minutes) in fields.number_map("units") {
        lexicon.add_unit(&word, minutes as f64);
    }
    take_cues(fields, lexicon);
}

fn take_parties(fields: &Fields, lexicon: &mut Lexicon) {
    for (party, words) in fields.text_lists("parties").iter().enumerate() {
        for word in words {
            lexicon.add_party(party, word);
        }
    }
}
