// SPDX-License-Identifier: EUPL-1.2
//! An abbreviation is explained.

use std::collections::BTreeSet;

use crate::check::sheet::Sheet;
use crate::check::{Check, citations};
use crate::diagnostic::{Example, Rule, Said, Severity};
use crate::model::Term;
use crate::source::PLACEHOLDER;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        code: "G170",
        severity: Severity::Hint,
        asks: "Een afkorting staat in deze woordenlijst, of wordt uitgelegd.",
        why: "Wie buiten het vak staat, kent haar niet.",
        english: Said {
            asks: "An abbreviation stands in this glossary, or is explained.",
            why: "Whoever is outside the field does not know it.",
        },
        example: Some(Example {
            file: "terms/signaal.toml",
            good: "explanation = \"Informatie over iemand. De politie weegt die.\"",
            bad: "explanation = \"Informatie over iemand. Het XYZ weegt die.\"",
        }),
    },
    run,
};

fn run(sheet: &mut Sheet<'_>) {
    let content = sheet.content;
    let glossary = &content.glossary;
    let of_actors = glossary.actors.iter().flat_map(|actor| [Some(&actor.label), actor.abbreviation.as_ref()]);
    let of_laws = glossary.legal_frames.iter().flat_map(|frame| [Some(&frame.label), frame.abbreviation.as_ref()]);
    let of_models = glossary.models.iter().flat_map(|model| [Some(&model.label), Some(&model.english)]);
    let names = of_actors.chain(of_laws).chain(of_models).flatten().map(String::as_str);
    let names = names.chain(glossary.terms.iter().flat_map(Term::names)).chain([PLACEHOLDER]);
    let known: BTreeSet<String> = names.flat_map(words).map(str::to_lowercase).collect();
    for (concept, spot) in citations::concepts(glossary) {
        for (key, text) in [("definition", &concept.definition), ("explanation", &concept.explanation)] {
            let unknown = words(text).find(|word| {
                is_abbreviation(word) && !known.contains(&word.to_lowercase()) && !is_explained(text, word)
            });
            if let Some(word) = unknown {
                let message = format!("‘{word}’ wordt hier niet uitgelegd");
                let mend = "Schrijf de woorden voluit, of zet ze erachter tussen haakjes.";
                sheet.blame(&CHECK.rule, &spot.clone().key(key), message, mend);
            }
        }
    }
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// Whether a word has two capitals or more.
fn is_abbreviation(word: &str) -> bool {
    word.chars().filter(|letter| letter.is_uppercase()).count() > 1
}

/// Whether words between brackets follow the abbreviation, or it stands between brackets itself.
fn is_explained(text: &str, word: &str) -> bool {
    text.contains(&format!("{word} (")) || text.contains(&format!("({word})"))
}
