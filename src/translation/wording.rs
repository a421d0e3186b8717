// SPDX-License-Identifier: EUPL-1.2
//! What a translation says in words: Dutch at level B1, and English beside it.

use crate::divergence::Sentence;
use crate::language::{capital, in_words};
use crate::model::{Degree, Domain};
use crate::translation::fit::Fit;

/// Whose word it is, and to whom it goes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sides<'a> {
    pub from: &'a Domain,
    pub to: &'a Domain,
}

fn said(dutch: String, english: String) -> Sentence {
    Sentence { dutch, english }
}

/// Sentences one after the other.
pub(super) fn joined(parts: impl IntoIterator<Item = Sentence>) -> Sentence {
    let (dutch, english): (Vec<String>, Vec<String>) = parts.into_iter().map(|part| (part.dutch, part.english)).unzip();
    said(dutch.join(" "), english.join(" "))
}

/// A concept that both domains have.
pub(super) fn of_shared_concept(word: &str, Sides { from, to }: Sides<'_>) -> Sentence {
    said(
        format!("{} en {} hebben hier dezelfde tekst voor ‘{word}’.", capital(&from.phrase), to.phrase),
        format!("The {} and the {} have one text for ‘{word}’ here.", from.english, to.english),
    )
}

/// A domain of which nobody wrote down what it means.
pub(super) fn of_untold(word: &str, domain: &Domain) -> Sentence {
    said(
        format!("Wat {} met ‘{word}’ bedoelt, staat hier niet.", domain.phrase),
        format!("What the {} means by ‘{word}’ is not described here.", domain.english),
    )
}

/// What editors noted between two words, read from the first to the second.
pub(super) fn of_noted([asked, other]: [&str; 2], fit: Fit) -> Sentence {
    let (dutch, english) = match fit {
        Fit::Broader => ("is een ruimer woord dan", "is a broader word than"),
        Fit::Narrower => ("is een smaller woord dan", "is a narrower word than"),
        _ => ("heeft te maken met", "is related to"),
    };
    said(
        format!("De redactie noteert: ‘{other}’ {dutch} ‘{asked}’. Of de betekenissen passen, is niet beoordeeld."),
        format!("The editors note that ‘{other}’ {english} ‘{asked}’. Nobody judged whether the meanings fit."),
    )
}

/// Two words whose definitions share words.
pub(super) fn of_alike([asked, other]: [&str; 2], shared: &[String]) -> Sentence {
    let quoted: Vec<String> = shared.iter().map(|word| format!("‘{word}’")).collect();
    let quoted: Vec<&str> = quoted.iter().map(String::as_str).collect();
    let (dutch, english) = (in_words(&quoted, "en"), in_words(&quoted, "and"));
    said(
        format!(
            "De omschrijvingen van ‘{asked}’ en ‘{other}’ delen de woorden {dutch}. Meer is niet bekend. \
             Dit is berekend en nog niet beoordeeld. Vraag het na."
        ),
        format!(
            "The definitions of ‘{asked}’ and ‘{other}’ share the words {english}. No more is known. \
             This was computed and not judged yet. Ask each other."
        ),
    )
}

/// The warning that a word means something else on the other side.
pub(super) fn of_clash(word: &str, degree: Degree, Sides { from, to }: Sides<'_>) -> Sentence {
    let (dutch, english) = match degree {
        Degree::Conflicting => ("iets anders", "something else"),
        _ => ("deels iets anders", "partly something else"),
    };
    said(
        format!("Pas op: met ‘{word}’ bedoelt {} {dutch} dan {}.", to.phrase, from.phrase),
        format!("Beware: by ‘{word}’ the {} means {english} than the {}.", to.english, from.english),
    )
}

/// A word that is not in the glossary.
pub(super) fn of_unknown(typed: &str, Sides { to, .. }: Sides<'_>) -> Sentence {
    said(
        format!(
            "‘{typed}’ staat niet in deze woordenlijst. Kijk of u het goed schreef, of kies een voorstel. \
             Of vraag welk woord {} hiervoor gebruikt.",
            to.phrase
        ),
        format!(
            "‘{typed}’ is not in this glossary. Check the spelling or choose a suggestion. \
             Or ask which word the {} uses for it.",
            to.english
        ),
    )
}

/// A word that belongs to another domain than the one it was asked for.
pub(super) fn of_foreign(word: &str, owner: &Domain, Sides { from, .. }: Sides<'_>) -> Sentence {
    said(
        format!(
            "‘{word}’ is een woord van {} en niet van {}. Kies een voorstel, of vraag wat ermee wordt bedoeld.",
            owner.phrase, from.phrase
        ),
        format!(
            "‘{word}’ is a word of the {} and not of the {}. Choose a suggestion, or ask what is meant by it.",
            owner.english, from.english
        ),
    )
}

/// A word of which no meaning on the other side is known to fit: because none does, or because nobody knows.
pub(super) fn of_no_fit(word: &str, fits: &[Fit], Sides { to, .. }: Sides<'_>) -> Sentence {
    let (dutch, english) = match (fits.contains(&Fit::None), fits.contains(&Fit::Unclear)) {
        (true, false) => ("past niet bij uw woord.", "does not fit your word."),
        (false, _) => ("past misschien, maar dat is niet bekend.", "may fit, but that is not known."),
        (true, true) => {
            ("past niet bij uw woord, of dat is niet bekend.", "does not fit your word, or that is not known.")
        }
    };
    said(
        format!("Wat {} met ‘{word}’ bedoelt, {dutch}", to.phrase),
        format!("What the {} means by ‘{word}’ {english}", to.english),
    )
}

/// That other words follow.
pub(super) fn of_other_words() -> Sentence {
    said(
        "Er zijn wel andere woorden die ermee te maken hebben. Die betekenen niet vanzelf hetzelfde.".to_owned(),
        "There are other words that have to do with it. They do not mean the same by themselves.".to_owned(),
    )
}

/// What to ask the other side; with what is meant in plain words, where that is known.
pub(super) fn of_question(explanation: Option<&str>, Sides { to, .. }: Sides<'_>) -> Sentence {
    match explanation.map(str::trim).filter(|text| !text.is_empty()) {
        Some(text) => said(
            format!("Vraag {}: welk woord gebruikt u hiervoor? “{text}”", to.phrase),
            format!("Ask the {}: which word do you use for this? “{text}”", to.english),
        ),
        None => said(
            format!("Leg uit wat u bedoelt, en vraag welk woord {} daarvoor gebruikt.", to.phrase),
            format!("Explain what you mean, and ask which word the {} uses for it.", to.english),
        ),
    }
}
