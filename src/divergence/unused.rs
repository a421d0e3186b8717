// SPDX-License-Identifier: EUPL-1.2
//! Texts that define nothing, and say that the word is not used here: *deze term hanteren wij niet*.

use crate::divergence::text::Text;
use crate::language::{Lexicon, fold, normal_form};

/// How a text speaks of the word that it should define.
const WORDS: &[&str] = &["woord", "term", "begrip", "uitdrukking", "benaming", "aanduiding"];

/// Verbs of using a word.
const USES: &[&str] = &["gebruiken", "hanteren", "kennen", "bezigen"];

/// Verbs that say the same beside *woord* or *term*: *komt niet voor*, *speelt geen rol*, *maakt geen deel uit*.
const OCCURS: &[&str] = &["voorkomen", "komen", "bestaan", "vallen", "spelen", "maken", "uitmaken"];

/// Words for where a word is used, which say nothing of what it means.
const PLACES: &[&str] = &["organisatie", "praktijk", "stuk", "taal", "vak", "werk"];

/// Whether there is no text, or it says that the word is not used here.
pub(super) fn says_unused(text: &Text<'_>, lexicon: &Lexicon) -> bool {
    if text.negated_clauses.is_empty() {
        return text.source.trim().is_empty();
    }
    let normal = |words: &[&str]| words.iter().map(|word| normal_form(&fold(word), lexicon)).collect::<Vec<String>>();
    let (uses, occurs, places_of_use) = (normal(USES), normal(OCCURS), normal(PLACES));
    let is_one_of = |place: usize, words: &[String]| words.contains(&text.tokens[place].normal);
    let is_denied = |place: usize| text.negated_clauses.contains(&text.clause(place));
    let speaks_of_word = |place: usize| {
        let sentence = text.tokens[place].sentence;
        text.tokens.iter().any(|token| token.sentence == sentence && WORDS.contains(&token.folded.as_str()))
    };
    let places = || 0..text.tokens.len();
    let word_is_unused = || {
        places().any(|place| {
            is_denied(place) && speaks_of_word(place) && (is_one_of(place, &uses) || is_one_of(place, &occurs))
        })
    };
    // *Kennen wij niet*, with nothing beside it.
    let says_no_more = || {
        let says_more = |place: usize| {
            !(is_one_of(place, &uses) || is_one_of(place, &places_of_use) || text.parties[place].is_some())
        };
        places().any(|place| is_one_of(place, &uses) && is_denied(place)) && !text.content_places().any(says_more)
    };
    word_is_unused() || says_no_more()
}
