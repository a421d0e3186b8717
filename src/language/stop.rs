// SPDX-License-Identifier: EUPL-1.2
//! Function words: they hold a sentence together and say little on their own.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

/// Sorted, folded. Words that carry meaning in a definition (niet, mag, moet) stand here too; the comparison of
/// meanings looks at those by themselves.
const STOP_WORDS: &[&str] = &[
    "aan",
    "aangezien",
    "achter",
    "al",
    "alle",
    "als",
    "alsof",
    "altijd",
    "ander",
    "andere",
    "anderen",
    "beide",
    "ben",
    "bent",
    "bij",
    "bijvoorbeeld",
    "binnen",
    "daar",
    "daarbij",
    "daardoor",
    "daarin",
    "daarmee",
    "daarna",
    "daarvoor",
    "dan",
    "dat",
    "de",
    "deze",
    "die",
    "dit",
    "doe",
    "doen",
    "doet",
    "door",
    "dus",
    "een",
    "eigen",
    "elk",
    "elke",
    "en",
    "er",
    "eraan",
    "erbij",
    "ermee",
    "erop",
    "eruit",
    "ervan",
    "eventueel",
    "ga",
    "gaan",
    "gaat",
    "geen",
    "ging",
    "haar",
    "had",
    "hadden",
    "heb",
    "hebben",
    "heeft",
    "hem",
    "hen",
    "het",
    "hetzij",
    "hier",
    "hierbij",
    "hierin",
    "hij",
    "hoe",
    "hoewel",
    "hun",
    "ieder",
    "iedere",
    "iemand",
    "iets",
    "ik",
    "in",
    "indien",
    "is",
    "ja",
    "je",
    "jij",
    "jou",
    "jouw",
    "jullie",
    "kan",
    "kon",
    "konden",
    "kun",
    "kunnen",
    "kunt",
    "maar",
    "mag",
    "me",
    "meer",
    "men",
    "met",
    "mij",
    "mijn",
    "mits",
    "moest",
    "moet",
    "moeten",
    "mogen",
    "na",
    "naar",
    "namelijk",
    "nergens",
    "niemand",
    "niet",
    "niets",
    "noch",
    "nog",
    "nooit",
    "nu",
    "of",
    "om",
    "omdat",
    "ondanks",
    "onder",
    "ons",
    "onze",
    "ook",
    "op",
    "over",
    "per",
    "rond",
    "rondom",
    "sinds",
    "te",
    "tegen",
    "ten",
    "tenzij",
    "ter",
    "terwijl",
    "tijdens",
    "toch",
    "toen",
    "tot",
    "tussen",
    "u",
    "uit",
    "uw",
    "van",
    "vanuit",
    "veel",
    "via",
    "voor",
    "waar",
    "waaraan",
    "waarbij",
    "waardoor",
    "waarin",
    "waarmee",
    "waarom",
    "waarop",
    "waarvan",
    "waarvoor",
    "wanneer",
    "want",
    "waren",
    "was",
    "wat",
    "we",
    "wel",
    "welk",
    "welke",
    "werd",
    "werden",
    "wie",
    "wij",
    "wil",
    "willen",
    "wilt",
    "word",
    "worden",
    "wordt",
    "zal",
    "ze",
    "zelf",
    "zich",
    "zij",
    "zijn",
    "zo",
    "zoals",
    "zodra",
    "zonder",
    "zou",
    "zouden",
    "zowel",
    "zullen",
    "zult",
];

/// English function words, sorted; none of them carries meaning in Dutch.
const ENGLISH_STOP_WORDS: &[&str] = &[
    "a", "about", "an", "and", "any", "are", "as", "at", "be", "been", "by", "can", "did", "do", "does", "for", "from",
    "had", "has", "have", "how", "i", "if", "is", "it", "its", "my", "of", "on", "or", "our", "should", "so", "than",
    "that", "the", "their", "them", "there", "these", "they", "this", "those", "to", "was", "were", "what", "when",
    "where", "which", "who", "whom", "whose", "why", "will", "with", "would", "you", "your",
];

/// Words that belong to no name at its beginning: *de radicalisering* is not *deradicalisering*.
pub const ARTICLES: &[&str] = &["de", "het", "een", "the", "a", "an"];

/// Words with which someone asks for a meaning, sorted; they are not what is asked about.
const ASKING_WORDS: &[&str] = &[
    "bedoel",
    "bedoeld",
    "bedoelde",
    "bedoelen",
    "bedoelt",
    "betekenen",
    "betekenis",
    "betekenissen",
    "betekent",
    "definitie",
    "difference",
    "differences",
    "mean",
    "meaning",
    "meanings",
    "means",
    "verschil",
    "verschillen",
];

/// Whether this folded word is a function word.
#[must_use]
pub fn is_stop_word(folded: &str) -> bool {
    // Every word of every text is asked for, most of them more than once.
    static LISTED: LazyLock<FxHashSet<&str>> = LazyLock::new(|| STOP_WORDS.iter().copied().collect());
    LISTED.contains(folded)
}

/// Whether this folded word is an English function word.
#[must_use]
pub fn is_english_stop_word(folded: &str) -> bool {
    ENGLISH_STOP_WORDS.binary_search(&folded).is_ok()
}

/// Whether this folded word asks for a meaning: *betekent* in *wat betekent zorg*.
#[must_use]
pub fn is_asking_word(folded: &str) -> bool {
    ASKING_WORDS.binary_search(&folded).is_ok()
}

#[cfg(test)]
mod tests {
    use super::{ASKING_WORDS, ENGLISH_STOP_WORDS, STOP_WORDS, is_asking_word, is_english_stop_word, is_stop_word};

    #[test]
    fn function_words_are_known_and_the_lists_are_sorted() {
        assert!(is_stop_word("het") && is_stop_word("niet") && is_stop_word("wij"));
        assert!(!is_stop_word("melding") && !is_stop_word("regie"));
        assert!(is_english_stop_word("the") && !is_english_stop_word("report"));
        assert!(is_asking_word("betekent") && !is_asking_word("zorg"));
        for list in [STOP_WORDS, ENGLISH_STOP_WORDS, ASKING_WORDS] {
            let unsorted: Vec<_> = list.windows(2).filter(|pair| pair[0] >= pair[1]).collect();
            assert!(unsorted.is_empty(), "{unsorted:?}");
        }
    }
}
