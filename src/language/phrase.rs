// SPDX-License-Identifier: EUPL-1.2
//! Phrases that say what one word says: *op de hoogte brengen* is *informeren*.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::language::{Lexicon, Token, is_stop_word, normal_form};

/// Lets the last word of every phrase in these words stand for the whole: it reads as the word that says the same, and
/// the other words of the phrase say nothing any more. Places in the text stay what they are.
/// Gives for each such last word the places of the others.
pub fn join_phrases(tokens: &mut [Token], lexicon: &Lexicon) -> BTreeMap<usize, Range<usize>> {
    let mut joined = BTreeMap::new();
    for last in 0..tokens.len() {
        let found = lexicon.phrases(&tokens[last].normal).iter().find_map(|(words, says)| {
            let start = start_of(words, tokens, last)?;
            Some((start..start + words.len(), says))
        });
        if let Some((others, says)) = found {
            for token in &mut tokens[others.clone()] {
                token.folded.clear();
                token.normal.clear();
                token.stop = true;
            }
            let token = &mut tokens[last];
            token.normal = normal_form(says, lexicon);
            token.stop = is_stop_word(says);
            token.folded.clone_from(says);
            joined.insert(last, others);
        }
    }
    joined
}

/// Where the words before the last one start, in the clause of that one; the nearest where there are more.
fn start_of(words: &[String], tokens: &[Token], last: usize) -> Option<usize> {
    let clause = tokens[last].clause;
    let stands = |&start: &usize| {
        let here = &tokens[start..start + words.len()];
        !(start..start + words.len()).contains(&last)
            && here.iter().zip(words).all(|(token, word)| token.clause == clause && token.folded == *word)
    };
    (0..(tokens.len() + 1).saturating_sub(words.len())).filter(stands).min_by_key(|start| start.abs_diff(last))
}

#[cfg(test)]
mod tests {
    use super::join_phrases;
    use crate::language::{Lexicon, words_of};

    fn joined(text: &str) -> Vec<String> {
        let mut lexicon = Lexicon::default();
        lexicon.add_phrase("op de hoogte brengen", "informeren");
        lexicon.add_phrase("een besluit nemen", "beslissen");
        lexicon.add_phrase("elk jaar", "jaarlijks");
        let mut tokens = words_of(text, &lexicon);
        join_phrases(&mut tokens, &lexicon);
        tokens.into_iter().map(|token| token.folded).filter(|word| !word.is_empty()).collect()
    }

    #[test]
    fn a_phrase_reads_as_one_word_also_where_its_words_stand_apart() {
        assert_eq!(joined("De school brengt ouders op de hoogte."), ["de", "school", "informeren", "ouders"]);
        assert_eq!(joined("Ouders op de hoogte brengen."), ["ouders", "informeren"]);
        assert_eq!(joined("Elk jaar neemt hij een besluit."), ["jaarlijks", "beslissen", "hij", "een"]);
    }

    #[test]
    fn words_of_other_clauses_and_parts_of_a_phrase_are_no_phrase() {
        assert_eq!(joined("Hij brengt brood, op de hoogte."), ["hij", "brengt", "brood", "op", "de", "hoogte"]);
        assert_eq!(joined("Een besluit."), ["een", "besluit"]);
    }
}
