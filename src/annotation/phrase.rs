// SPDX-License-Identifier: EUPL-1.2
//! The ways in which the words of a name may follow each other in a text: *informatie delen*, *informatie te delen*,
//! *deelt de informatie*; *opschalen*, *op te schalen*, *schaalt op*.

use crate::annotation::inflect::{forms_in_phrase, forms_of, is_adjective};
use crate::annotation::name::Name;
use crate::language::{Lexicon, SEPARABLE, Token, is_separable, words_of};

/// Words that may stand between a noun and the verb after it.
const BEFORE_VERB: &[&str] = &["te", "wordt", "worden", "mag", "mogen"];

/// Words that may stand between a verb and the noun after it.
const AFTER_VERB: &[&str] = &["de", "deze", "die", "geen", "van"];

/// Prefixes that mostly stay on their verb: *voorkomen* is not *komt voor*.
const STAYING: &[&str] = &["onder", "over", "voor", "door", "om"];

/// The fewest letters of a verb behind a prefix that parts from it.
const SHORTEST_VERB: usize = 4;

/// The most rows that the forms of the words of one phrase may make.
const MOST_ROWS: usize = 1_000;

/// The ways in which a name may stand in a text: its words as they are written, and then others; none for a name of
/// function words alone.
pub(super) fn phrases(name: &Name<'_>, lexicon: &Lexicon) -> Vec<Vec<Token>> {
    let words = name.words(lexicon);
    if words.iter().all(|word| word.stop) {
        return Vec::new();
    }
    let others: Vec<String> = match words.as_slice() {
        [verb] => parted(&verb.folded),
        [noun, verb] if is_noun(noun) && is_verb(verb) => turned(&noun.folded, &verb.folded),
        _ => Vec::new(),
    };
    std::iter::once(words).chain(others.iter().map(|text| words_of(text, lexicon))).collect()
}

/// The words of a phrase, each in the forms in which it may stand there. Function words and prefixes stay as they are,
/// and so do all words but the last where there would be too many rows of them.
pub(super) fn forms_in(phrase: &[Token], lexicon: &Lexicon) -> Vec<Vec<String>> {
    let forms = |word: &Token| match phrase.len() {
        _ if word.stop || is_separable(&word.folded) => vec![word.folded.clone()],
        1 => forms_of(&word.folded, lexicon),
        _ => forms_in_phrase(&word.folded, lexicon),
    };
    let mut words: Vec<Vec<String>> = phrase.iter().map(forms).collect();
    let rows = words.iter().try_fold(1_usize, |rows, forms| rows.checked_mul(forms.len()));
    if rows.is_none_or(|rows| rows > MOST_ROWS) {
        words.iter_mut().zip(phrase).rev().skip(1).for_each(|(forms, word)| *forms = vec![word.folded.clone()]);
    }
    words
}

/// Whether this may be a noun; what ends as adjectives do is none.
fn is_noun(word: &Token) -> bool {
    let inflected = word.folded.ends_with('e') && !word.folded.ends_with("ie");
    !word.stop && !inflected && !is_adjective(&word.folded)
}

fn is_verb(word: &Token) -> bool {
    word.folded.len() >= SHORTEST_VERB && word.folded.ends_with("en")
}

/// A noun and a verb with a word between them, and the verb first.
fn turned(noun: &str, verb: &str) -> Vec<String> {
    let before = BEFORE_VERB.iter().map(|word| format!("{noun} {word} {verb}"));
    let after = AFTER_VERB.iter().map(|word| format!("{verb} {word} {noun}"));
    before.chain([format!("{verb} {noun}")]).chain(after).collect()
}

/// A verb parted from its prefix.
fn parted(verb: &str) -> Vec<String> {
    let part = |prefix: &&&str| {
        let rest = verb.strip_prefix(**prefix)?;
        let parts = rest.len() >= SHORTEST_VERB && rest.ends_with("en") && !STAYING.contains(*prefix);
        parts.then(|| vec![format!("{prefix} te {rest}"), format!("{rest} {prefix}")])
    };
    SEPARABLE.iter().find_map(|prefix| part(&prefix)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{MOST_ROWS, forms_in, phrases};
    use crate::annotation::name::Name;
    use crate::language::Lexicon;
    use crate::search::SearchField;

    fn written(text: &str) -> Vec<String> {
        let name = Name { text, field: SearchField::Label, domain: None };
        let joined = |words: &Vec<crate::language::Token>| {
            words.iter().map(|word| word.folded.as_str()).collect::<Vec<_>>().join(" ")
        };
        phrases(&name, &Lexicon::default()).iter().map(joined).collect()
    }

    #[test]
    fn a_noun_and_a_verb_may_change_places_and_a_verb_may_part() {
        let shared = written("informatie delen");
        for phrase in ["informatie delen", "informatie te delen", "delen informatie", "delen de informatie"] {
            assert!(shared.iter().any(|own| own == phrase), "{phrase}: {shared:?}");
        }
        assert_eq!(written("opschalen"), ["opschalen", "op te schalen", "schalen op"]);
        assert_eq!(written("voorkomen"), ["voorkomen"]);
        assert_eq!(written("lokale aanpak"), ["lokale aanpak"]);
        assert_eq!(written("extern delen"), ["extern delen"]);
        assert!(written("onder ons").is_empty());
    }

    #[test]
    fn a_long_phrase_has_no_more_forms_than_can_be_listed() {
        let name = Name { text: &"weten ".repeat(9), field: SearchField::Label, domain: None };
        let lexicon = Lexicon::default();
        let forms = forms_in(&phrases(&name, &lexicon)[0], &lexicon);
        let rows: usize = forms.iter().map(Vec::len).product();
        assert!(rows > 1 && rows <= MOST_ROWS, "{rows}");
    }
}
