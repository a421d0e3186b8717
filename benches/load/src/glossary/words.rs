// SPDX-License-Identifier: EUPL-1.2
//! The words that generated texts are made of: those of the project's own word lists, so that no package is needed and
//! every machine has the same. They are put in an order of frequency by chance.

use std::collections::BTreeSet;
use std::path::Path;

use super::random::{Random, Zipf};

/// Lists with everyday words.
const LISTS: &[&str] = &["compounds", "fields", "opposites", "synonyms", "thesaurus"];

/// The list of which every word is a noun.
const NOUNS: &str = "compounds";

/// Function words, with how often each stands among a thousand of them.
const FUNCTION_WORDS: &[(&str, usize)] = &[
    ("de", 150),
    ("het", 80),
    ("een", 90),
    ("van", 100),
    ("en", 90),
    ("in", 70),
    ("voor", 50),
    ("met", 50),
    ("op", 40),
    ("die", 40),
    ("of", 35),
    ("te", 35),
    ("aan", 30),
    ("door", 30),
    ("bij", 30),
    ("om", 20),
    ("als", 15),
    ("wordt", 15),
    ("naar", 10),
    ("uit", 10),
    ("over", 10),
    ("binnen", 5),
    ("niet", 4),
    ("moet", 3),
    ("mag", 3),
    ("zonder", 3),
    ("alleen", 2),
    ("tussen", 10),
    ("tot", 10),
    ("zijn", 10),
];

/// Endings of nouns, the longest first: the ending of the plural and of the diminutive. Nothing where the spelling is not certain.
const ENDINGS: &[(&str, &str, &str)] = &[
    ("schap", "schappen", ""),
    ("heid", "heden", ""),
    ("teit", "teiten", ""),
    ("tie", "ties", "tietje"),
    ("ing", "ingen", ""),
    ("ent", "enten", "entje"),
    ("ist", "isten", ""),
    ("aat", "aten", "aatje"),
    ("aak", "aken", "aakje"),
    ("oek", "oeken", "oekje"),
    ("erk", "erken", "erkje"),
    ("aart", "aarten", "aartje"),
    ("and", "anden", "andje"),
    ("ond", "onden", "ondje"),
    ("ijf", "ijven", ""),
    ("ief", "ieven", "iefje"),
    ("eek", "eken", "eekje"),
    ("iek", "", ""),
    ("ek", "ekken", "ekje"),
    ("oep", "oepen", "oepje"),
    ("eld", "elden", "eldje"),
    ("eer", "eren", ""),
    ("ier", "", ""),
    ("oer", "", ""),
    ("er", "ers", "ertje"),
    ("eel", "elen", "eeltje"),
    ("iel", "", ""),
    ("oel", "oelen", ""),
    ("el", "els", "eltje"),
];

/// Endings that no noun lacks: words of any list that have them are nouns.
const SURE: &[&str] = &["schap", "heid", "teit", "tie", "ing"];

/// Endings after which a compound goes on with an s.
const LINKED: &[&str] = &["schap", "heid", "teit", "tie", "ing"];

/// Endings of adjectives that take an e.
const ADJECTIVES: &[&str] = &["ig", "lijk", "isch", "baar", "zaam", "loos"];

/// The words, each list in the order of its frequency.
pub struct Words {
    /// All words that carry meaning.
    pub all: Vec<String>,
    /// Those that are nouns; compounds end in one.
    pub nouns: Vec<String>,
    /// Adjectives as they stand before a noun.
    pub adjectives: Vec<String>,
    function: Vec<&'static str>,
    often: Zipf,
}

impl Words {
    /// Reads the word lists in a folder `lexicon`, and puts them in the order of a seed.
    ///
    /// # Errors
    /// When a list cannot be read.
    pub fn read(lexicon: &Path, seed: u64) -> std::io::Result<Self> {
        let read = |list: &&str| std::fs::read_to_string(lexicon.join(format!("{list}.toml")));
        let texts = LISTS.iter().map(read).collect::<std::io::Result<Vec<String>>>()?;
        let lists: Vec<BTreeSet<&str>> = texts.iter().map(|text| quoted(text)).collect();
        let nouns = LISTS.iter().position(|list| *list == NOUNS).map(|place| lists[place].clone()).unwrap_or_default();
        let all: BTreeSet<&str> = lists.into_iter().flatten().collect();
        let mut random = Random::new(seed);
        let mut ordered = |words: BTreeSet<String>| {
            let mut words: Vec<String> = words.into_iter().collect();
            random.shuffle(&mut words);
            words
        };
        let ends = |word: &str, endings: &[&str]| word.len() > 5 && endings.iter().any(|ending| word.ends_with(ending));
        let is_noun = |word: &&&str| nouns.contains(**word) || ends(word, SURE);
        let adjectives = all.iter().filter(|word| ends(word, ADJECTIVES)).map(|word| inflected(word)).collect();
        let function = FUNCTION_WORDS.iter().flat_map(|&(word, often)| std::iter::repeat_n(word, often)).collect();
        let nouns = all.iter().filter(is_noun).map(|&word| word.to_owned()).collect();
        let all: Vec<String> = ordered(all.iter().map(|&word| word.to_owned()).collect());
        let often = Zipf::new(all.len());
        Ok(Self { all, nouns: ordered(nouns), adjectives: ordered(adjectives), function, often })
    }

    /// A word that carries meaning, by its number; a frequent one more often.
    pub fn telling(&self, random: &mut Random) -> usize {
        self.often.draw(random)
    }

    /// A word that holds a sentence together.
    pub fn function(&self, random: &mut Random) -> &'static str {
        self.function[random.below(self.function.len())]
    }
}

/// A word that, as a whole text, stands for one that is still to be written (G160), so that no text may be it.
const PLACEHOLDER: &str = "invullen";

/// The plain words between quotes in a list.
fn quoted(text: &str) -> BTreeSet<&str> {
    let is_plain = |word: &&str| word.len() >= 3 && word.bytes().all(|letter| letter.is_ascii_lowercase());
    let is_function = |word: &str| FUNCTION_WORDS.iter().any(|&(function, _)| function == word);
    let lines = text.lines().filter(|line| !line.trim_start().starts_with('#'));
    lines
        .flat_map(|line| line.split('"').skip(1).step_by(2))
        .filter(is_plain)
        .filter(|word| !is_function(word) && *word != PLACEHOLDER)
        .collect()
}

/// An adjective as it stands before a noun.
fn inflected(word: &str) -> String {
    for (ending, with) in [("isch", "ische"), ("baar", "bare"), ("zaam", "zame"), ("loos", "loze")] {
        if let Some(rest) = word.strip_suffix(ending) {
            return format!("{rest}{with}");
        }
    }
    format!("{word}e")
}

/// A first part as it stands in a compound.
pub fn linked(word: &str) -> String {
    let link = if LINKED.iter().any(|ending| word.ends_with(ending)) { "s" } else { "" };
    format!("{word}{link}")
}

/// The plural and the diminutive of a noun, where they are certain.
pub fn forms(noun: &str) -> Vec<String> {
    let row = ENDINGS.iter().find_map(|row| Some((noun.strip_suffix(row.0)?, row)));
    let Some((rest, (_, plural, small))) = row else { return Vec::new() };
    [plural, small].into_iter().filter(|ending| !ending.is_empty()).map(|ending| format!("{rest}{ending}")).collect()
}
