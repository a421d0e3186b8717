// SPDX-License-Identifier: EUPL-1.2
//! The forms in which a word is written, made by rule: plurals, diminutives, adjectives and verbs.
//!
//! A rule may make a form that nobody writes. What keeps is only what has the normal form of the word, so that none is
//! a form of another word; and a text has a word only in a form that a rule makes, so that *zakte* is no *zaak*.

use crate::language::{Lexicon, SEPARABLE, is_stop_word, is_vowel, normal_form};

/// Ends of adjectives, and of the nouns that are made from them with *-heid*.
const ADJECTIVES: &[&str] = &[
    "aal", "ant", "air", "baar", "breed", "eel", "eerd", "eld", "end", "ent", "ern", "ief", "iel", "ig", "isch",
    "lijk", "loos", "ond", "orgd", "richt", "rijk", "vol", "zaam",
];

/// Ends of verbs in *-eren* and of the nouns made from them: one of them goes over into all others.
const EREN: &[&str] =
    &["eerden", "eerde", "eerd", "eert", "eren", "erend", "erende", "ering", "eringen", "aties", "atie", "eer"];

/// Consonants behind which the past has a *t*.
const VOICELESS: &str = "tkfscphx";

/// A word, folded, with all its forms; sorted.
pub(super) fn forms_of(word: &str, lexicon: &Lexicon) -> Vec<String> {
    let normal = normal_form(word, lexicon);
    let all = [plurals_of(word), adjectives(word), degrees(word), verbs(word), diminutives(word)].concat();
    kept(all, word, &normal, lexicon)
}

/// Whether a word, folded, is an adjective by its end.
pub(super) fn is_adjective(word: &str) -> bool {
    ADJECTIVES.iter().any(|end| word.ends_with(end))
}

/// A word of a phrase, folded, with the forms that it has there: a noun stays a noun, and is no diminutive; sorted.
pub(super) fn forms_in_phrase(word: &str, lexicon: &Lexicon) -> Vec<String> {
    let normal = normal_form(word, lexicon);
    let verbs = if word.ends_with("en") { verbs(word) } else { Vec::new() };
    kept([plurals_of(word), adjectives(word), verbs].concat(), word, &normal, lexicon)
}

/// The singular and the plurals of a noun; sorted.
pub(super) fn numbers_of(noun: &str, lexicon: &Lexicon) -> Vec<String> {
    let normal = normal_form(noun, lexicon);
    let mut forms = kept(plurals_of(noun), noun, &normal, lexicon);
    // The irregular forms of a noun that comes from a verb are those of the verb: *gewogen* of *weging*.
    let of_verb = |form: &String| form != noun && verb_stem(noun).is_some() && lexicon.irregular(form).is_some();
    forms.retain(|form| !of_verb(form));
    forms
}

/// The stems of a verb or of the noun that is made from it: *meld* of *melden* and of *melding*; sorted.
pub(super) fn stems_of(word: &str, lexicon: &Lexicon) -> Vec<String> {
    let normal = normal_form(word, lexicon);
    let mut stems: Vec<String> = verb_stem(word).map(closed).unwrap_or_default();
    stems.retain(|stem| normal_form(stem, lexicon) == normal);
    stems.sort_unstable();
    stems.dedup();
    stems
}

/// The word and what has its normal form, with the irregular forms of it.
fn kept(mut forms: Vec<String>, word: &str, normal: &str, lexicon: &Lexicon) -> Vec<String> {
    forms.extend(lexicon.irregular_forms(normal).map(str::to_owned));
    forms.retain(|form| !is_stop_word(form) && normal_form(form, lexicon) == normal);
    forms.push(word.to_owned());
    forms.sort_unstable();
    forms.dedup();
    forms
}

/// The adjective that a word is or is made from, with and without *-e*.
fn adjectives(word: &str) -> Vec<String> {
    let inflected = |base: String| open(&base).iter().map(|stem| format!("{stem}e")).chain([base]).collect::<Vec<_>>();
    bases(word).into_iter().flat_map(inflected).collect()
}

/// The comparatives and the noun of an adjective.
fn degrees(word: &str) -> Vec<String> {
    let made = |base: String| {
        let open = open(&base);
        let compared = open.iter().flat_map(|stem| ["er", "ere"].map(|end| format!("{stem}{end}")));
        compared.chain([format!("{base}heid")]).collect::<Vec<_>>()
    };
    bases(word).into_iter().flat_map(made).collect()
}

/// What an adjective, or a noun made from one, may be without its ending.
fn bases(word: &str) -> Vec<String> {
    let bases = [Some(word), word.strip_suffix("heid"), word.strip_suffix('e')].into_iter().flatten();
    let closed_or_same = |base: &str| closed(base).into_iter().chain([base.to_owned()]).collect::<Vec<_>>();
    bases.flat_map(closed_or_same).filter(|base| is_adjective(base)).collect()
}

/// What the plurals of a noun may be.
pub(super) fn plurals_of(noun: &str) -> Vec<String> {
    let mut plurals: Vec<String> = open(noun).iter().map(|stem| format!("{stem}en")).collect();
    if !noun.ends_with('s') {
        plurals.push(format!("{noun}s"));
    }
    if noun.ends_with('e') {
        plurals.push(format!("{noun}n"));
    }
    if let Some(stem) = noun.strip_suffix("heid") {
        plurals.push(format!("{stem}heden"));
    }
    plurals
}

fn diminutives(noun: &str) -> Vec<String> {
    let stem = match noun.chars().last() {
        Some(last) if is_vowel(last) || "lnrwj".contains(last) => format!("{noun}t"),
        Some('m') => format!("{noun}p"),
        Some('g') if noun.ends_with("ing") => format!("{}k", noun.trim_end_matches('g')),
        _ => noun.to_owned(),
    };
    vec![format!("{stem}je"), format!("{stem}jes")]
}

/// The stem of a verb as it stands before an ending with a vowel: *meld* in *melden* and *melding*, *del* in *delen*.
fn verb_stem(word: &str) -> Option<&str> {
    ["ingen", "ing", "en"].iter().find_map(|end| word.strip_suffix(end)).filter(|stem| stem.len() >= 3)
}

/// The forms of a verb, and of the nouns that are made from it.
fn verbs(word: &str) -> Vec<String> {
    let Some(start) = EREN.iter().find_map(|end| word.strip_suffix(end)).filter(|start| start.len() >= 2) else {
        return verb_stem(word).map(conjugated).unwrap_or_default();
    };
    let participles = ["d", "de", "den"].map(|end| with_ge(&format!("{start}eer{end}"))).concat();
    EREN.iter().map(|end| format!("{start}{end}")).chain(participles).collect()
}

/// The forms of a verb by its stem before a vowel.
fn conjugated(stem: &str) -> Vec<String> {
    let mut verbs: Vec<String> =
        ["en", "end", "ende", "ing", "ingen"].iter().map(|end| format!("{stem}{end}")).collect();
    let past = if stem.ends_with(|last| VOICELESS.contains(last)) { 't' } else { 'd' };
    for closed in closed(stem) {
        let joined = |end: char| if closed.ends_with(end) { closed.clone() } else { format!("{closed}{end}") };
        verbs.extend([closed.clone(), joined('t'), format!("{closed}{past}e"), format!("{closed}{past}en")]);
        let participle = joined(past);
        let inflected = if closed.ends_with(past) { format!("{stem}e") } else { format!("{participle}e") };
        verbs.extend([participle, inflected].iter().flat_map(|form| with_ge(form)));
    }
    verbs
}

/// A participle, with *ge-* before it or between its prefix and the rest, and without where the verb takes none.
fn with_ge(participle: &str) -> Vec<String> {
    let parted = SEPARABLE.iter().filter_map(|prefix| Some(format!("{prefix}ge{}", participle.strip_prefix(prefix)?)));
    parted.chain([format!("ge{participle}"), participle.to_owned()]).collect()
}

/// How a word is spelled before an ending with a vowel: *signal* of *signaal*, *brev* of *brief*, *casuss* of *casus*.
fn open(word: &str) -> Vec<String> {
    let letters: Vec<char> = word.chars().collect();
    let [.., before, last] = letters.as_slice() else { return vec![word.to_owned()] };
    let (whole, voiced) = (&letters[..letters.len() - 1], voiced(*last));
    let spelled = |letters: &[char], last: char| letters.iter().chain([&last]).collect::<String>();
    let twice = whole.len() >= 2 && whole[whole.len() - 2] == *before;
    if is_vowel(*last) {
        vec![word.to_owned()]
    } else if !is_vowel(*before) {
        vec![word.to_owned(), spelled(whole, voiced)]
    } else if twice && *before != 'i' {
        vec![spelled(&whole[..whole.len() - 1], *last), spelled(&whole[..whole.len() - 1], voiced)]
    } else {
        vec![word.to_owned(), spelled(whole, voiced), format!("{word}{last}")]
    }
}

/// How a stem before a vowel is spelled where the vowel goes: *deel* of *del*, *schat* of *schatt*, *leef* of *lev*.
fn closed(stem: &str) -> Vec<String> {
    let letters: Vec<char> = stem.chars().collect();
    let [start @ .., before, last] = letters.as_slice() else { return vec![stem.to_owned()] };
    let whole: String = letters[..letters.len() - 1].iter().collect();
    let hard = match last {
        'v' => 'f',
        'z' => 's',
        other => *other,
    };
    if before == last && !is_vowel(*last) {
        return vec![whole];
    }
    let plain = format!("{whole}{hard}");
    if "aeou".contains(*before) && !is_vowel(*last) && start.last().is_none_or(|letter| !is_vowel(*letter)) {
        return vec![plain, start.iter().chain([before, before, &hard]).collect()];
    }
    vec![plain]
}

fn voiced(last: char) -> char {
    match last {
        'f' => 'v',
        's' => 'z',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::{forms_in_phrase, forms_of, numbers_of, stems_of};
    use crate::language::Lexicon;

    fn lexicon() -> Lexicon {
        let mut lexicon = Lexicon::default();
        lexicon.add_irregular("gewogen", "wegen");
        lexicon
    }

    #[test]
    fn the_forms_that_people_write_are_made() {
        for (word, written) in [
            ("signaal", &["signaal", "signalen", "signaaltje", "signaaltjes"][..]),
            ("melding", &["melding", "meldingen", "melden", "meldt", "gemeld", "gemelde", "meldde", "meld", "meldend"]),
            ("wegen", &["wegen", "weegt", "weeg", "gewogen"]),
            ("opschalen", &["opschalen", "opschaalt", "opgeschaald", "opgeschaalde", "opschaling"]),
            ("radicalisering", &["radicaliseren", "radicaliseert", "radicaliseerde", "geradicaliseerd"]),
            ("polarisatie", &["polarisaties", "polariseren", "gepolariseerd", "gepolariseerde"]),
            ("kwetsbaar", &["kwetsbare", "kwetsbaarheid"]),
            ("kwetsbaarheid", &["kwetsbaar", "kwetsbare", "kwetsbaarheden"]),
            ("repressief", &["repressieve"]),
            ("lokale", &["lokaal", "lokale"]),
            ("persoonsgerichte", &["persoonsgericht", "persoonsgerichte"]),
            ("casus", &["casussen"]),
            ("interventie", &["interventies"]),
            ("risico", &["risicos"]),
            ("brief", &["brieven", "briefje"]),
            ("aanpak", &["aanpakken"]),
            ("jongere", &["jongeren"]),
            ("veiligheid", &["veilig", "veilige", "veiliger"]),
            ("delen", &["deelt", "gedeeld", "gedeelde", "deel", "deelde", "deelden"]),
            ("verstrekken", &["verstrekt", "verstrekte", "verstrekken", "verstrekking"]),
        ] {
            let forms = forms_of(word, &lexicon());
            let missing: Vec<_> = written.iter().filter(|form| !forms.iter().any(|own| own == *form)).collect();
            assert!(missing.is_empty(), "{word}: {missing:?} of {forms:?}");
        }
    }

    #[test]
    fn forms_of_another_word_are_not_made() {
        for (word, other) in [("verstrekken", "verstreken"), ("zaak", "zakte"), ("geval", "gevalt"), ("wegen", "weg")] {
            assert!(!forms_of(word, &lexicon()).contains(&other.to_owned()), "{word} {other}");
        }
        assert!(!forms_in_phrase("signaal", &lexicon()).iter().any(|form| form.ends_with("je")));
    }

    #[test]
    fn plurals_and_stems_are_what_compounds_are_made_of() {
        assert!(numbers_of("signaal", &lexicon()).contains(&"signalen".to_owned()));
        assert!(!numbers_of("weging", &lexicon()).contains(&"gewogen".to_owned()));
        assert!(stems_of("melding", &lexicon()).contains(&"meld".to_owned()));
        assert!(stems_of("wegen", &lexicon()).contains(&"weeg".to_owned()));
        assert!(stems_of("zorg", &lexicon()).is_empty());
    }
}
