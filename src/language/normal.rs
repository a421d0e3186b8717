//! The normal form of a Dutch word: one form for its inflections. Not a dictionary lemma; only equality counts.
//!
//! Snowball's Dutch stemmer gives *melding*, *gemeld* and *meldt* three stems and relates *weerbaar* to *weer*.
//! This light normaliser takes off the participle's *ge-*, then one ending, and evens out spelling
//! (*signaal*, *signalen*). Irregular forms come from the lexicon.

use crate::language::Lexicon;

/// Nouns and other words that begin with *ge* without being participles: their beginnings.
const GE_WORDS: &[&str] = &[
    "gebeur", "gebied", "gebed", "gebrek", "gebruik", "gedoo", "gedrag", "geding", "geduld", "geen", "gehe", "geheim",
    "geld", "gele", "gelijk", "geloo", "geluk", "gemeen", "gene", "gerecht", "gereed", "geri", "gericht", "gering",
    "gesch", "gespr", "getal", "getuig", "geva", "gevang", "gevoel", "gevolg", "gegev", "gewel", "gewi", "gewo",
    "gewr", "gezag", "gezel", "gezin", "gezond",
];

/// Separable prefixes, longest first: *op* in *opgeschaald*.
const PREFIXES: &[&str] = &[
    "samen", "terug", "onder", "over", "voor", "door", "vast", "vrij", "neer", "aan", "los", "uit", "toe", "mee",
    "bij", "weg", "op", "af", "in", "na", "om",
];

/// Diminutive endings and what stays: *gezinnetje*, *raampje*.
const DIMINUTIVES: &[(&str, &str, usize)] = &[
    ("tjes", "", 3),
    ("pjes", "p", 3),
    ("kjes", "k", 3),
    ("jes", "", 4),
    ("tje", "", 3),
    ("pje", "p", 3),
    ("kje", "k", 3),
    ("je", "", 4),
];

/// Endings of verbs in *-eren* and the nouns made from them; all become *-er*.
const EREN: &[&str] = &["erenden", "erende", "eringen", "ering", "eerden", "eerde", "eerd", "eert", "eren", "eer"];

/// Plain endings, longest first, with the least number of letters that must stay.
const ENDINGS: &[(&str, usize)] = &[
    ("ende", 3),
    ("end", 3),
    ("ers", 5),
    ("ens", 3),
    ("en", 3),
    ("es", 3),
    ("er", 5),
    ("de", 5),
    ("te", 5),
    ("s", 3),
    ("e", 3),
];

/// The normal form of a folded word.
#[must_use]
pub fn normal_form(folded: &str, lexicon: &Lexicon) -> String {
    if let Some(known) = lexicon.irregular(folded) {
        return known.to_owned();
    }
    if folded.len() <= 3 || !folded.is_ascii() || folded.starts_with(|letter: char| letter.is_ascii_digit()) {
        return folded.to_owned();
    }
    let word = without_diminutive(folded);
    if let Some(known) = lexicon.irregular(&word) {
        return known.to_owned();
    }
    even_out(&without_ending(&without_ge(&word)))
}

fn without_diminutive(word: &str) -> String {
    let word = word.strip_suffix("heden").map_or_else(|| word.to_owned(), |stem| format!("{stem}heid"));
    for &(ending, stays, least) in DIMINUTIVES {
        if let Some(stem) = word.strip_suffix(ending).filter(|stem| stem.len() >= least) {
            return format!("{stem}{stays}");
        }
    }
    word
}

/// Takes the *ge-* of a participle off, also after a separable prefix: *gemeld*, *opgelegd*.
fn without_ge(word: &str) -> String {
    let participle = word.ends_with(['d', 't']) || ["de", "te", "en"].iter().any(|ending| word.ends_with(ending));
    if !participle {
        return word.to_owned();
    }
    if let Some(rest) = word.strip_prefix("ge")
        && word.len() >= 6
        && !GE_WORDS.iter().any(|start| word.starts_with(start))
    {
        return rest.to_owned();
    }
    for prefix in PREFIXES {
        if let Some(rest) = word.strip_prefix(prefix).and_then(|rest| rest.strip_prefix("ge"))
            && rest.len() >= 4
        {
            return format!("{prefix}{rest}");
        }
    }
    word.to_owned()
}

fn without_ending(word: &str) -> String {
    for ending in EREN {
        if let Some(stem) = word.strip_suffix(ending).filter(|stem| stem.len() >= 4 && has_vowel(stem)) {
            return format!("{stem}er");
        }
    }
    for ending in ["ingen", "ing"] {
        if let Some(stem) = word.strip_suffix(ending).filter(|stem| stem.len() >= 3 && has_vowel(stem)) {
            return stem.to_owned();
        }
    }
    for ending in ["heid", "elijke", "elijk"] {
        if let Some(stem) = word.strip_suffix(ending).filter(|stem| stem.len() >= 4) {
            return stem.to_owned();
        }
    }
    for &(ending, least) in ENDINGS {
        if let Some(stem) = word.strip_suffix(ending).filter(|stem| stem.len() >= least && has_vowel(stem)) {
            return stem.to_owned();
        }
    }
    word.to_owned()
}

/// Evens out what Dutch spelling does at the end of a stem: doubled consonants, a final *t* of the verb, long
/// vowels written double, *v* and *z* that became *f* and *s*.
fn even_out(stem: &str) -> String {
    let mut letters: Vec<char> = stem.chars().collect();
    undouble(&mut letters);
    drop_verb_ending(&mut letters);
    match letters.last_mut() {
        Some(last) if *last == 'v' => *last = 'f',
        Some(last) if *last == 'z' => *last = 's',
        _ => {}
    }
    shorten_vowel(&mut letters);
    letters.into_iter().collect()
}

fn undouble(letters: &mut Vec<char>) {
    if let [.., before, last] = letters[..]
        && letters.len() > 2
        && before == last
        && !is_vowel(last)
    {
        letters.pop();
    }
}

fn drop_verb_ending(letters: &mut Vec<char>) {
    match letters[..] {
        [_, .., before, 't'] if letters.len() >= 4 && !is_vowel(before) => {
            letters.pop();
            undouble(letters);
        }
        [.., first, second, before, 'd']
            if letters.len() >= 5 && is_vowel(first) && is_vowel(second) && "lnr".contains(before) =>
        {
            letters.pop();
        }
        [.., 'g', 'd'] if letters.len() >= 5 => {
            letters.pop();
        }
        _ => {}
    }
}

fn shorten_vowel(letters: &mut Vec<char>) {
    if let [.., first, second, last] = letters[..]
        && first == second
        && "aeou".contains(first)
        && !is_vowel(last)
    {
        letters.remove(letters.len() - 2);
    }
}

fn has_vowel(text: &str) -> bool {
    text.chars().any(is_vowel)
}

fn is_vowel(letter: char) -> bool {
    "aeiouy".contains(letter)
}

#[cfg(test)]
mod tests {
    use super::normal_form;
    use crate::language::{Lexicon, fold};

    fn lexicon() -> Lexicon {
        let mut lexicon = Lexicon::default();
        lexicon.add_irregular("genomen", "nemen");
        lexicon
    }

    #[test]
    fn forms_of_one_word_share_a_normal_form() {
        for family in [
            vec!["melding", "meldingen", "gemeld", "meldt", "melden", "Melding"],
            vec!["radicaliseren", "radicaliseert", "radicaliseerde", "geradicaliseerd", "radicalisering"],
            vec!["signaal", "signalen", "signaaltje"],
            vec!["veilig", "veilige", "veiligheid"],
            vec!["opschalen", "opgeschaald", "opschaling"],
            vec!["nemen", "genomen"],
            vec!["weging", "wegingen"],
            vec!["gemeente", "gemeenten"],
            vec!["risico", "risico's"],
            vec!["weerbaar", "weerbare", "weerbaarheid"],
            vec!["cliënt", "cliënten"],
            vec!["brief", "brieven"],
        ] {
            let forms: Vec<String> = family.iter().map(|word| normal_form(&fold(word), &lexicon())).collect();
            assert!(forms.windows(2).all(|pair| pair[0] == pair[1]), "{family:?} gave {forms:?}");
        }
    }

    #[test]
    fn different_words_stay_apart() {
        for (a, b) in [
            ("veilig", "onveilig"),
            ("weerbaar", "weer"),
            ("gemeente", "menen"),
            ("regie", "regel"),
            ("zorg", "zorgplicht"),
        ] {
            assert_ne!(normal_form(a, &lexicon()), normal_form(b, &lexicon()), "{a} {b}");
        }
    }

    #[test]
    fn other_scripts_and_numbers_stay_as_they_are() {
        for word in ["2026", "2e", "日本", "ß", ""] {
            assert_eq!(normal_form(word, &lexicon()), word);
        }
    }
}
