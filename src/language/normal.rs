// SPDX-License-Identifier: EUPL-1.2
//! The normal form of a Dutch word: one form for its inflections. Not a dictionary lemma; only equality counts.
//!
//! Snowball's Dutch stemmer gives *melding*, *gemeld* and *meldt* three stems and relates *weerbaar* to *weer*.
//! This light normaliser takes off the participle's *ge-*, then one ending, and evens out spelling
//! (*signaal*, *signalen*). Irregular forms come from the lexicon.

use crate::language::memory::recalled;
use crate::language::{Lexicon, is_stop_word};

/// Nouns and other words that begin with *ge* without being participles: their beginnings.
const GE_WORDS: &[&str] = &[
    "gebeur", "gebied", "gebed", "gebrek", "gebruik", "gedoo", "gedrag", "geding", "geduld", "geen", "gehe", "geheim",
    "geld", "gele", "gelijk", "geloo", "geluk", "gemeen", "gene", "gerecht", "gereed", "geri", "gericht", "gering",
    "gesch", "gespr", "getal", "getuig", "geva", "gevang", "gevoel", "gevolg", "gegev", "gewel", "gewi", "gewo",
    "gewr", "gezag", "gezel", "gezin", "gezond",
];

/// Those of them that stay nouns behind a prefix: *deelgebied*.
const GE_NOUNS: &[&str] = &["gebied", "gemeen", "gewest"];

/// The most letters of a participle in *-en*: *geschreven*.
const LONGEST_STRONG: usize = 10;

/// Separable prefixes of verbs, longest first: *op* in *opgeschaald*.
pub const SEPARABLE: &[&str] = &[
    "achter", "tegen", "samen", "terug", "onder", "vroeg", "over", "voor", "door", "deel", "waar", "vast", "vrij",
    "neer", "aan", "los", "uit", "toe", "mee", "bij", "weg", "op", "af", "in", "na", "om",
];

/// Diminutive endings in the singular, what stays, and the least number of letters before it: *gezinnetje*. A vowel must
/// stand before *-inkje*, *-entje* and *-ootje*: *meldinkje* is of *melding*, *bootje* is not of *bo*.
const DIMINUTIVES: &[(&str, &str, usize)] = &[("tje", "", 3), ("pje", "p", 3), ("kje", "k", 3), ("je", "", 4)];
const DIMINUTIVES_AFTER_VOWEL: &[(&str, &str)] =
    &[("ingetje", "ing"), ("inkje", "ing"), ("entje", "ent"), ("ootje", "o")];

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
    ("es", 3),
    ("s", 3),
    ("e", 3),
];

/// Words in *-ies* that are not plurals of words in *-ie*: their ends.
const IES_WORDS: &[&str] = &[
    "advies", "blies", "bries", "commies", "devies", "gries", "kies", "logies", "precies", "servies", "verlies",
    "vlies", "vries", "wies",
];

/// Endings of comparatives and superlatives, and what stays: *veiliger*, *kwetsbaarste*.
const COMPARATIVES: &[(&str, &str)] = &[
    ("iger", "ig"),
    ("igst", "ig"),
    ("lijker", "lijk"),
    ("lijkst", "lijk"),
    ("baarder", "baar"),
    ("baarst", "baar"),
    ("zamer", "zaam"),
    ("zaamst", "zaam"),
];

/// Whether a verb may stand apart from this folded word: *op* in *hij schaalt het op*.
#[must_use]
pub fn is_separable(folded: &str) -> bool {
    SEPARABLE.contains(&folded)
}

/// Endings of a movement, who belongs to it, and what is like it.
const MOVEMENTS: &[&str] = &["istische", "istisch", "isten", "isme", "ist"];

/// The folded words of one family with this one: *extremisten* is with *extremisme* and *extremistisch*. They do not
/// mean the same, so that their normal forms differ.
pub fn family(folded: &str) -> impl Iterator<Item = String> + '_ {
    let stem = MOVEMENTS.iter().find_map(|ending| folded.strip_suffix(ending)).filter(|stem| stem.len() >= 3);
    stem.into_iter().flat_map(|stem| MOVEMENTS.iter().map(move |ending| format!("{stem}{ending}")))
}

/// The normal form of a folded word.
#[must_use]
pub fn normal_form(folded: &str, lexicon: &Lexicon) -> String {
    match folded.len() {
        0..=3 => lexicon.irregular(folded).unwrap_or(folded).to_owned(),
        _ => recalled(folded, lexicon, || derived(folded, lexicon)),
    }
}

/// The normal form of a word of more than three letters.
fn derived(folded: &str, lexicon: &Lexicon) -> String {
    if let Some(known) = lexicon.irregular(folded) {
        return known.to_owned();
    }
    if !folded.is_ascii() || folded.starts_with(|letter: char| letter.is_ascii_digit()) {
        return folded.to_owned();
    }
    let word = without_diminutive(folded);
    if let Some(known) = lexicon.irregular(&word) {
        return known.to_owned();
    }
    let normal = regular_form(&base_after_prefix(&word, lexicon).unwrap_or(word));
    // A word that carries meaning never becomes one that does not (*overheid* is not *over*), nor an abbreviation.
    if is_stop_word(&normal) || normal.len() < 3 { folded.to_owned() } else { normal }
}

/// An irregular form behind a separable prefix, with its base instead: *voorkwam*, *opgenomen*.
fn base_after_prefix(word: &str, lexicon: &Lexicon) -> Option<String> {
    let base = |prefix: &&str| {
        let form = word.strip_prefix(prefix)?;
        let base = lexicon.irregular(form).filter(|&base| base != form)?;
        Some(format!("{prefix}{base}"))
    };
    SEPARABLE.iter().find_map(base)
}

fn regular_form(word: &str) -> String {
    let (bare, verb) = without_ge(word);
    if let Some(stem) = weak_participle(&bare, verb) {
        return even_out(stem, "");
    }
    let stem = without_ending(&bare);
    even_out(&stem, bare.get(stem.len()..).unwrap_or_default())
}

fn without_diminutive(word: &str) -> String {
    if let Some(stem) = word.strip_suffix("heden") {
        return format!("{stem}heid");
    }
    let word = word.strip_suffix('s').filter(|singular| singular.ends_with("je")).unwrap_or(word);
    for &(ending, stays) in DIMINUTIVES_AFTER_VOWEL {
        if let Some(stem) = word.strip_suffix(ending).filter(|stem| has_vowel(stem) && !stem.ends_with(['e', 'o'])) {
            return format!("{stem}{stays}");
        }
    }
    if let Some(stem) = word.strip_suffix("mpje").filter(|stem| ends_in_m(stem)) {
        return format!("{stem}m");
    }
    if let Some(stem) = word.strip_suffix("je").filter(|stem| ends_in_t(stem)) {
        return stem.to_owned();
    }
    for &(ending, stays, least) in DIMINUTIVES {
        if let Some(stem) = word.strip_suffix(ending).filter(|stem| stem.len() >= least) {
            return format!("{stem}{stays}");
        }
    }
    word.to_owned()
}

/// Whether the word before *-mpje* ends in *m* (*raampje*, *filmpje*, *bodempje*) and not in *mp* (*lampje*).
fn ends_in_m(stem: &str) -> bool {
    let letters: Vec<char> = stem.chars().collect();
    match letters[..] {
        [.., 'l' | 'r'] => true,
        [.., before, last] => {
            is_vowel(last) && (is_vowel(before) || last == 'e' && syllables(&letters) > 1)
                || (before, last) == ('i', 'j')
        }
        _ => false,
    }
}

/// Whether the *t* before *-je* belongs to the word: *feestje*, *petje*, *klantje*; not in *signaaltje*, *regeltje*.
fn ends_in_t(stem: &str) -> bool {
    let letters: Vec<char> = stem.chars().collect();
    let is_short = |before: &[char], vowels: &str| match before {
        [.., other, vowel] => vowels.contains(*vowel) && !is_vowel(*other),
        _ => false,
    };
    match &letters[..] {
        [before @ .., 'l' | 'n', 't'] => is_short(before, "aiou"),
        [before @ .., 'r', 't'] => is_short(before, "aiu"),
        [before @ .., last, 't'] if is_vowel(*last) => {
            is_short(&[before, &[*last]].concat(), "aiou") || (before.ends_with(&['a']) && *last == 'a')
        }
        [.., last, 't'] => *last != 'w',
        _ => false,
    }
}

/// Takes the *ge-* of a participle off, also after a separable prefix: *gemeld*, *opgelegd*. Tells where it stood.
fn without_ge(word: &str) -> (String, Option<usize>) {
    let ends = |ending: &&str| word.ends_with(ending);
    if !["d", "t", "de", "te", "en"].iter().any(ends) {
        return (word.to_owned(), None);
    }
    let is_noun =
        || GE_WORDS.iter().any(|start| word.starts_with(start)) && !["eerd", "eerde", "igd", "igde"].iter().any(ends);
    let too_long = word.ends_with("en") && word.len() > LONGEST_STRONG;
    if let Some(rest) = word.strip_prefix("ge")
        && word.len() >= 6
        && !too_long
        && !is_noun()
    {
        return (rest.to_owned(), Some(0));
    }
    for prefix in SEPARABLE {
        if let Some(rest) = word.strip_prefix(prefix).filter(|rest| !GE_NOUNS.iter().any(|noun| rest.starts_with(noun)))
            && let Some(rest) = rest.strip_prefix("ge").filter(|rest| rest.len() >= 4)
        {
            return (format!("{prefix}{rest}"), Some(prefix.len()));
        }
    }
    (word.to_owned(), None)
}

/// The stem of a participle in *-eld*, *-end* or *-erd* with the stress before it, given where its *ge-* stood:
/// *(ge)koppeld*, *(ge)tekend*, *behandeld*; not *(ge)meld*.
fn weak_participle(bare: &str, verb: Option<usize>) -> Option<&str> {
    let stem = bare.strip_suffix('d')?;
    let (endings, least): (&[&str], usize) = match verb {
        Some(_) => (&["el", "en", "er"], 2),
        None if ["be", "her", "ont", "ver"].iter().any(|prefix| bare.starts_with(prefix)) => (&["el", "er"], 3),
        None => return None,
    };
    let before = endings.iter().find_map(|ending| stem.strip_suffix(ending))?;
    let parts = syllables(&stem[verb.unwrap_or(0)..].chars().collect::<Vec<_>>());
    (!before.ends_with(is_vowel) && parts >= least).then_some(stem)
}

fn without_ending(word: &str) -> String {
    for ending in EREN {
        let least = if ending.starts_with("ati") { 3 } else { 4 };
        if let Some(stem) = word.strip_suffix(ending).filter(|stem| stem.len() >= least && has_vowel(stem)) {
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
    let plain = word.strip_suffix('e').unwrap_or(word);
    for &(ending, stays) in COMPARATIVES {
        if let Some(stem) = plain.strip_suffix(ending).filter(|stem| has_vowel(stem)) {
            return format!("{stem}{stays}");
        }
    }
    for &(ending, least) in ENDINGS {
        let stays = |stem: &&str| stem.len() >= least && has_vowel(stem) && takes(stem, ending);
        if let Some(stem) = word.strip_suffix(ending).filter(stays) {
            return stem.to_owned();
        }
    }
    word.to_owned()
}

/// Whether a stem takes an ending: *-te* comes after a voiceless consonant, *-de* after no single vowel, and *s* after
/// *u* or *i* belongs to the word.
fn takes(stem: &str, ending: &str) -> bool {
    let letters: Vec<char> = stem.chars().collect();
    match (ending, &letters[..]) {
        ("te", [.., last]) => "tkfschpx".contains(*last),
        ("de", [.., before, last]) => is_vowel(*before) || !is_vowel(*last),
        ("s", [.., last]) => !"ui".contains(*last),
        _ => true,
    }
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
            if before == 'd' {
                drop_verb_ending(letters);
            }
        }
        [.., first, second, before, 'd'] if letters.len() >= 5 && is_long(first, second) && "lnr".contains(before) => {
            letters.pop();
        }
        [.., 'g' | 'f', 'd'] if letters.len() >= 5 => {
            letters.pop();
        }
        _ => {}
    }
}

/// Whether two letters are a long vowel.
fn is_long(first: char, second: char) -> bool {
    is_vowel(first) && is_vowel(second) || (first, second) == ('i', 'j')
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

/// Whether a folded letter is a vowel; *y* is one.
#[must_use]
pub fn is_vowel(letter: char) -> bool {
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

    /// Whether the words of each family have one normal form.
    fn assert_families(families: &[&[&str]]) {
        for family in families {
            let forms: Vec<String> = family.iter().map(|word| normal_form(&fold(word), &lexicon())).collect();
            assert!(forms.windows(2).all(|pair| pair[0] == pair[1]), "{family:?} gave {forms:?}");
        }
    }

    #[test]
    fn forms_of_one_verb_and_what_is_made_of_it_share_a_normal_form() {
        assert_families(&[
            &["melding", "meldingen", "gemeld", "meldt", "melden", "Melding"],
            &["radicaliseren", "radicaliseert", "radicaliseerde", "geradicaliseerd", "radicalisering"],
            &["opschalen", "opgeschaald", "opschaling"],
            &["nemen", "genomen"],
            &["weten", "weet"],
            &["wegen", "weegt", "weging"],
            &["leven", "leeft"],
            &["naleven", "naleeft", "nageleefd"],
            &["polarisatie", "polariseren", "gepolariseerd", "polarisering"],
            &["ondermijnen", "ondermijnd", "ondermijning"],
            &["terugkoppelen", "teruggekoppeld"],
            &["vroegsignaleren", "vroeggesignaleerde"],
            &["behandelen", "behandeld", "behandelde"],
            &["tekenen", "getekend"],
            &["afnemen", "afgenomen"],
            &["verantwoording", "verantwoordt"],
            &["wijziging", "gewijzigd"],
            &["taxatie", "taxeren", "getaxeerd"],
        ]);
    }

    #[test]
    fn forms_of_one_noun_or_adjective_share_a_normal_form() {
        assert_families(&[
            &["signaal", "signalen", "signaaltje"],
            &["veilig", "veilige", "veiligheid"],
            &["weging", "wegingen"],
            &["gemeente", "gemeenten"],
            &["risico", "risico's"],
            &["weerbaar", "weerbare", "weerbaarheid"],
            &["cliënt", "cliënten"],
            &["brief", "brieven"],
            &["taak", "taken"],
            &["casus", "casussen"],
            &["crisis", "crisissen"],
            &["aandachtsfunctionaris", "aandachtsfunctionarissen"],
            &["veiliger", "veilig"],
            &["wijkteam", "wijkteams"],
            &["hulpverlener", "hulpverleners"],
            &["melding", "meldinkje", "meldinkjes"],
            &["dreiging", "dreiginkje"],
            &["risico", "risicootje"],
            &["zorgteam", "zorgteampje"],
            &["raam", "raampje", "raampjes"],
            &["incident", "incidentje"],
            &["bodem", "bodempje"],
            &["lamp", "lampje"],
            &["vink", "vinkje"],
            &["kwetsbaar", "kwetsbare", "kwetsbaarder", "kwetsbaarst", "kwetsbaarste"],
            &["gevaarlijk", "gevaarlijkere", "gevaarlijkst"],
            &["ernstig", "ernstiger", "ernstigste"],
            &["controle", "controles"],
            &["methode", "methodes", "methoden"],
            &["feest", "feestje"],
            &["klant", "klantje"],
            &["resultaat", "resultaatje"],
            &["maatregel", "maatregeltje"],
            &["bijeenkomst", "bijeenkomstje"],
            &["wandeling", "wandelingetje"],
            &["gehoorzaal", "gehoorzalen"],
            &["gemeente", "gemeentes"],
            &["interventie", "interventies"],
            &["strategie", "strategieën"],
            &["advies", "adviezen"],
        ]);
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
            ("affe", "af"),
            ("aangemeld", "aanmelen"),
            ("deelgebied", "deelbieden"),
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
