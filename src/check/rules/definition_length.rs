// SPDX-License-Identifier: EUPL-1.2
//! A definition has at most 60 words.

use crate::check::sheet::Sheet;
use crate::check::{Check, citations};
use crate::diagnostic::{Example, Rule, Said, Severity};
use crate::language::count_words;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        code: "G111",
        severity: Severity::Error,
        asks: "Een omschrijving telt hoogstens 60 woorden.",
        why: "In een langere tekst is niet te zien waar het om gaat.",
        english: Said {
            asks: "A definition has at most 60 words.",
            why: "In a longer text nobody sees what it is about.",
        },
        example: Some(Example {
            file: "terms/signaal.toml",
            good: "definition = \"Informatie over een persoon die wordt gewogen.\"",
            bad: "definition = \"woord woord woord woord woord woord woord woord woord woord woord woord woord woord woord woord woord woord woord woord woord woord woord woord woord woord woord woord woord woord woord woord woord woord woord woord woord woord woord woord woord woord woord woord woord woord woord woord woord woord woord woord woord woord woord woord woord woord woord woord woord\"",
        }),
    },
    run,
};

/// The most words a definition may have.
const MOST_WORDS: usize = 60;

fn run(sheet: &mut Sheet<'_>) {
    for (concept, spot) in citations::concepts(&sheet.content.glossary) {
        let words = count_words(&concept.definition);
        if words > MOST_WORDS {
            let message = format!("deze omschrijving heeft {words} woorden, en {MOST_WORDS} is het meeste");
            let mend = "Laat weg wat alleen uitleg is, en zet dat in explanation of note.";
            sheet.blame(&CHECK.rule, &spot.key("definition"), message, mend);
        }
    }
}
