//! The normal form of a Dutch word: one form for its inflections. Not a dictionary lemma; only equality counts.
//!
//! Snowball's Dutch stemmer gives *melding*, *gemeld* and *meldt* three stems and relates *weerbaar* to *weer*.
//! This light normaliser takes off the participle's *ge-*, then one ending, and evens out spelling
//! (*signaal*, *signalen*). Irregular forms come from the lexicon.

use crate::language::{Lexicon, is_stop_word};

/// Nouns and other words that begin with *ge* without being participles: their beginnings.
const GE_WORDS: &[&str] = &[
    "gebeur", "gebied", "gebed", "gebrek", "gebruik", "gedoo", "gedrag", "geding", "geduld", "geen", "gehe", "geheim",
    "geld", "gele", "gelijk", "geloo", "geluk", "gemeen", "gene", "gerecht", "gereed", "geri", "gericht", "gering",
    "gesch", "gespr", "getal", "getuig", "geva", "gevang", "gevoel", "gevolg", "gegev", "gewel", "gewi", "gewo",
    "gewr", "gezag", "gezel", "gezin", "gezond",
];

/// Separable prefixes of verbs, longest first: *op* in *opgeschaald*.
pub const SEPARABLE: &[&str] = &[
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

/// Endings of verbs in *-eren* and of the nouns made from them (*polarisatie*); all become *-er*.
const EREN: &[&str] =
    &["erenden", "erende", "eringen", "ering", "eerden", "eerde", "eerd", "eert", "eren", "eer", "aties", "atie"];

/// Plain endings, longest first, with the least number of letters that must stay.
const ENDINGS: &[(&str, usize)] = &[
    ("ingen", 3),
    ("ende", 3),
    ("heid", 5),
    ("ing", 3),
    ("end", 3),
    ("ens", 3),
    ("en", 3),
    ("de", 5),
    ("te", 5),
    ("s", 3),
    ("e", 3),
];

/// Words in *-ies* that are not plurals of words in *-ie*: their ends.
const IES_WORDS: &[&str] = &[
    "advies", "blies", "bries", "commies", "devies", "gries", "kies", "logies", "precies", "servies", "verlies",
    "vlies", "vries", "wies",
];

/// Comparatives of words in *-ig*: *veiliger*.
const COMPARATIVE: &str = "iger";

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
    let participle = without_ge(&word);
    let stem = without_ending(&participle);
    let normal = even_out(&stem, participle.get(stem.len()..).unwrap_or_default());
    // A word that carries meaning never becomes one that does not: *overheid* is not *over*.
    if is_stop_word(&normal) { folded.to_owned() } else { normal }
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
    for prefix in SEPARABLE {
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
    if IES_WORDS.iter().any(|end| word.ends_with(end)) {
        return word.to_owned();
    }
    if let Some(stem) =
        ["ies", "ieen"].iter().find_map(|plural| word.strip_suffix(plural)).filter(|stem| stem.len() >= 2)
    {
        return format!("{stem}i");
    }
    if let Some(stem) = word.strip_suffix(COMPARATIVE) {
        return format!("{stem}ig");
    }
    for &(ending, least) in ENDINGS {
        let stays =
            |stem: &&str| stem.len() >= least && has_vowel(stem) && !(ending == "s" && stem.ends_with(['u', 'i']));
        if let Some(stem) = word.strip_suffix(ending).filter(stays) {
            return stem.to_owned();
        }
    }
    word.to_owned()
}

/// Evens out what Dutch spelling does at the end of a stem: doubled consonants, a final *t* of the verb, *v* and *z*
/// that became *f* and *s*, and how a long vowel is written. In a stem of one syllable the length stays (*taak* and
/// *taken* against *tak* and *takken*); in longer ones, where stress decides, it goes.
fn even_out(stem: &str, ending: &str) -> String {
    let mut letters: Vec<char> = stem.chars().collect();
    let doubled = undouble(&mut letters);
    drop_verb_ending(&mut letters);
    match letters.last_mut() {
        Some(last) if *last == 'v' => *last = 'f',
        Some(last) if *last == 'z' => *last = 's',
        _ => {}
    }
    if syllables(&letters) > 1 {
        shorten_vowel(&mut letters);
    } else if ending.starts_with(is_vowel) && !doubled {
        lengthen_vowel(&mut letters);
    }
    letters.into_iter().collect()
}

/// Takes a doubled consonant at the end once; tells whether there was one.
fn undouble(letters: &mut Vec<char>) -> bool {
    if let [.., before, last] = letters[..]
        && letters.len() > 2
        && before == last
        && !is_vowel(last)
    {
        letters.pop();
        return true;
    }
    false
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
        [.., 'g' | 'f', 'd'] if letters.len() >= 5 => {
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

/// A single vowel before a single consonant was long when an ending with a vowel opened its syllable: *tak-* in *taken*.
fn lengthen_vowel(letters: &mut Vec<char>) {
    if let [.., vowel, last] = letters[..]
        && "aeou".contains(vowel)
        && !is_vowel(last)
        && !letters[..letters.len() - 2].last().is_some_and(|&before| is_vowel(before))
    {
        letters.insert(letters.len() - 1, vowel);
    }
}

/// How many groups of vowels the letters hold.
fn syllables(letters: &[char]) -> usize {
    letters.chunk_by(|&x, &y| is_vowel(x) == is_vowel(y)).filter(|group| is_vowel(group[0])).count()
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
            vec!["taak", "taken"],
            vec!["weten", "weet"],
            vec!["wegen", "weegt", "weging"],
            vec!["leven", "leeft"],
            vec!["naleven", "naleeft", "nageleefd"],
            vec!["casus", "casussen"],
            vec!["crisis", "crisissen"],
            vec!["aandachtsfunctionaris", "aandachtsfunctionarissen"],
            vec!["polarisatie", "polariseren", "gepolariseerd", "polarisering"],
            vec!["veiliger", "veilig"],
            vec!["wijkteam", "wijkteams"],
            vec!["hulpverlener", "hulpverleners"],
            vec!["interventie", "interventies"],
            vec!["strategie", "strategieën"],
            vec!["advies", "adviezen"],
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
            ("rechter", "recht"),
            ("taak", "tak"),
            ("weet", "wet"),
            ("geweten", "wet"),
            ("weging", "weg"),
            ("werkelijk", "werk"),
            ("vertrouwelijk", "vertrouwen"),
            ("tijdelijk", "tijd"),
            ("overheid", "over"),
            ("eenheid", "een"),
            ("mening", "men"),
            ("ouder", "oud"),
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
