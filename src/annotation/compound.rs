// SPDX-License-Identifier: EUPL-1.2
//! Names inside longer words: *signaalbespreking*, *meldplicht*, *veiligheidscasus*. What remains must look like a word
//! of its own; that is a guess, so a compound is always told to be one, with low confidence.

use crate::annotation::inflect::{numbers_of, plurals_of, stems_of};
use crate::annotation::name::Name;
use crate::language::{Lexicon, fold};
use crate::model::{Keyed, Term};
use crate::search::SearchField;

/// Hyphens that may stand inside a word.
pub(super) const HYPHENS: [char; 3] = ['-', '\u{2010}', '\u{2011}'];

/// Where in a compound a form may stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Half {
    /// At its beginning: *meld* in *meldplicht*.
    First,
    /// At its beginning or at its end: *zorg* in *zorgvraag* and *jeugdzorg*.
    Either,
}

impl Keyed for Half {
    const ALL: &'static [(Self, &'static str, &'static str, &'static str)] = &[
        (Self::First, "first", "aan het begin", "at the beginning"),
        (Self::Either, "either", "aan het begin of aan het eind", "at the beginning or at the end"),
    ];
}

/// By what rules a longer word is a compound of a form.
#[derive(Debug)]
pub struct Compounds {
    /// The fewest letters of the form.
    pub shortest_form: usize,
    /// The fewest letters of what remains of the word.
    pub shortest_rest: usize,
    /// The most bytes of the folded word.
    pub longest: usize,
    /// Letters that may stand between a first half and the rest.
    pub links: &'static [&'static str],
    /// What remains behind a first half may not begin with these: *zorgvuldig* is not about *zorg*.
    pub no_rest_begins: &'static [&'static str],
    /// What remains behind a first half may not be one of these: *melders*.
    pub no_rest: &'static [&'static str],
    /// What stands before a last half may not be one of these: *voorzorg*, *onveiligheid*.
    pub no_start: &'static [&'static str],
    /// Last halves with one of these endings come from verbs: *weging*.
    pub verbal_endings: &'static [&'static str],
    /// What remains before such a last half may not end in one of these: *volksbeweging* is no *weging*.
    pub verbal_prefixes: &'static [&'static str],
}

/// The rules.
pub const COMPOUNDS: Compounds = Compounds {
    shortest_form: 4,
    shortest_rest: 3,
    longest: 60,
    links: &["s", "en", "e", "n"],
    no_rest_begins: &["elijk", "lijk", "loos", "zaam", "baar", "vuldig", "achtig", "heid", "heden", "isch", "schap"],
    no_rest: &[
        "atie", "den", "der", "ders", "dom", "end", "ende", "enis", "erd", "erde", "eren", "ering", "ers", "ief",
        "ieve", "igd", "igde", "ing", "ingen", "isme", "ist", "isten", "iteit", "ren", "ste", "ster", "sters", "ten",
        "tje", "tjes", "vol", "volle",
    ],
    no_start: &[
        "aan", "achter", "anti", "bij", "de", "dis", "door", "her", "in", "mede", "mee", "mis", "neer", "niet", "non",
        "on", "ont", "onder", "over", "rond", "samen", "tegen", "terug", "toe", "uit", "vast", "ver", "voor", "wan",
        "weg",
    ],
    verbal_endings: &["ing", "ingen"],
    verbal_prefixes: &["aan", "af", "be", "door", "her", "mee", "over", "ver"],
};

/// The forms of a name that may be half of a compound, folded: of a word of its own its singular and plural; of a verb
/// its stem. Search words are too loose for it, and phrases are no halves.
pub(super) fn halves_of(name: &Name<'_>, term: &Term, lexicon: &Lexicon) -> Vec<(String, Half)> {
    let words = name.words(lexicon);
    let [word] = words.as_slice() else { return Vec::new() };
    if name.is_in_capitals() || word.stop || name.field == SearchField::HiddenLabel {
        return Vec::new();
    }
    let (folded, is_label) = (word.folded.as_str(), name.field == SearchField::Label);
    let mut halves: Vec<(String, Half)> = Vec::new();
    if is_label {
        halves.extend(numbers_of(folded, lexicon).into_iter().map(|form| (form, Half::Either)));
    } else if !folded.ends_with("en") {
        halves.push((folded.to_owned(), Half::First));
    }
    // *Jongeren* is the plural of *jongere* and no verb.
    if !plurals_of(&fold(&term.label)).iter().any(|plural| plural == folded) {
        halves.extend(stems_of(folded, lexicon).into_iter().map(|stem| (stem, Half::First)));
    }
    halves.retain(|(form, _)| form.chars().count() >= COMPOUNDS.shortest_form);
    halves
}

/// A way to part a word in two, folded.
#[derive(Debug, Clone, Copy)]
pub(super) struct Parting<'a> {
    pub first: &'a str,
    pub last: &'a str,
    /// Whether a hyphen stands between the two, so that both are words.
    pub hyphened: Hyphen,
}

/// Whether a hyphen stands where a word is parted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Hyphen {
    Written,
    Absent,
}

impl Parting<'_> {
    /// Whether the last part is a word of its own, behind the first: not an ending.
    pub fn has_rest(&self) -> bool {
        if self.hyphened == Hyphen::Written {
            return true;
        }
        let unlinked = COMPOUNDS.links.iter().filter_map(|link| self.last.strip_prefix(link));
        let rests = || std::iter::once(self.last).chain(unlinked.clone());
        let ending = rests().any(|rest| {
            COMPOUNDS.no_rest.contains(&rest) || COMPOUNDS.no_rest_begins.iter().any(|start| rest.starts_with(start))
        });
        !ending && is_word(self.last)
    }

    /// Whether the first part is a word of its own, before the last: not a prefix.
    pub fn has_start(&self) -> bool {
        let verbal = COMPOUNDS.verbal_endings.iter().any(|ending| self.last.ends_with(ending));
        let derived = verbal && COMPOUNDS.verbal_prefixes.iter().any(|prefix| self.first.ends_with(prefix));
        let written = self.hyphened == Hyphen::Written || (!derived && is_word(self.first));
        written && !COMPOUNDS.no_start.contains(&self.first)
    }
}

/// Whether letters may be a word: enough of them, and a vowel.
fn is_word(letters: &str) -> bool {
    letters.chars().count() >= COMPOUNDS.shortest_rest && letters.contains(['a', 'e', 'i', 'o', 'u', 'y'])
}

/// Every way to part a word; a hyphen in it, as written, parts it too.
pub(super) fn partings<'a>(written: &str, folded: &'a str) -> Vec<Parting<'a>> {
    let mut length = 0;
    let pieces: Vec<usize> = written
        .split(HYPHENS)
        .map(|piece| {
            length += fold(piece).len();
            length
        })
        .collect();
    let hyphened = |place: usize| if pieces.contains(&place) { Hyphen::Written } else { Hyphen::Absent };
    let places = folded.char_indices().map(|(place, _)| place).skip(1);
    places.map(|place| Parting { first: &folded[..place], last: &folded[place..], hyphened: hyphened(place) }).collect()
}
