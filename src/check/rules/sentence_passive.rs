// SPDX-License-Identifier: EUPL-1.2
//! What people read first says who does something.

use crate::check::Check;
use crate::check::prose::{plain_texts, sentences};
use crate::check::sheet::Sheet;
use crate::diagnostic::{Example, Rule, Said, Severity};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        code: "G169",
        severity: Severity::Hint,
        asks: "Een zin in gewone taal zegt wie iets doet.",
        why: "In ‘er wordt gewogen’ ziet niemand wie er weegt. Juist dat verschilt per domein.",
        english: Said {
            asks: "A sentence in plain language says who does something.",
            why: "In ‘it is weighed’ nobody sees who weighs, and just that differs per domain.",
        },
        example: Some(Example {
            file: "terms/signaal.toml",
            good: "explanation = \"Informatie over iemand. De politie weegt die.\"",
            bad: "explanation = \"Informatie over iemand. Die informatie wordt gewogen.\"",
        }),
    },
    run,
};

/// The verb that makes a sentence passive.
const VERBS: &[&str] = &["wordt", "worden", "werd", "werden"];

/// How participles begin.
const BEGINNINGS: &[&str] = &[
    "ge", "be", "ver", "ont", "her", "er", "opge", "aange", "afge", "doorge", "inge", "meege", "overge", "toege",
    "uitge", "voorge",
];

/// Words that end like a participle and are none.
const OTHERS: &[&str] = &[
    "beleid",
    "gebied",
    "verband",
    "beeld",
    "gezond",
    "verstand",
    "geweld",
    "geld",
    "gebeurt",
    "bekend",
    "gebeuren",
    "gevolgen",
    "gegevens",
    "bestand",
    "bent",
    "eerst",
    "gemeenten",
    "ouderen",
    "personen",
];

fn run(sheet: &mut Sheet<'_>) {
    for (text, spot) in plain_texts(sheet.content) {
        if sentences(text).into_iter().any(is_passive) {
            let message = "hier staat een zin die niet zegt wie het doet";
            sheet.blame(
                &CHECK.rule,
                &spot,
                message,
                "Noem wie het doet: ‘de politie weegt’ in plaats van ‘er wordt gewogen’.",
            );
        }
    }
}

/// Whether a sentence has a form of *worden* with a participle, and names nobody with *door*.
fn is_passive(sentence: &str) -> bool {
    let small = sentence.to_lowercase();
    let words: Vec<&str> =
        small.split(|letter: char| !letter.is_alphabetic()).filter(|word| !word.is_empty()).collect();
    let is_participle = |word: &&str| {
        let begins =
            BEGINNINGS.iter().any(|start| word.strip_prefix(start).is_some_and(|rest| rest.chars().count() > 2));
        begins && ["d", "t", "en"].iter().any(|end| word.ends_with(end)) && !OTHERS.contains(word)
    };
    words.iter().any(|word| VERBS.contains(word)) && words.iter().any(is_participle) && !words.contains(&"door")
}

#[cfg(test)]
mod tests {
    use super::is_passive;

    #[test]
    fn a_sentence_without_an_actor_is_told_from_others() {
        for text in
            ["Die informatie moet worden gewogen.", "De groep wordt in beeld gebracht.", "Het niveau werd opgeschaald."]
        {
            assert!(is_passive(text), "{text}");
        }
        for text in [
            "Het wordt erger.",
            "De informatie wordt door de politie gewogen.",
            "Wie wordt bekend?",
            "De school verzamelt gegevens.",
        ] {
            assert!(!is_passive(text), "{text}");
        }
    }
}
