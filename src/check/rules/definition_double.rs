// SPDX-License-Identifier: EUPL-1.2
//! A definition holds one concept.

use crate::check::prose::sentences;
use crate::check::sheet::Sheet;
use crate::check::{Check, citations};
use crate::diagnostic::{Example, Rule, Said, Severity};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        code: "G164",
        severity: Severity::Hint,
        asks: "In een omschrijving staat één begrip.",
        why: "Twee begrippen in één tekst zijn niet los te vergelijken, en niet los te bevestigen.",
        english: Said {
            asks: "A definition holds one concept.",
            why: "Two concepts in one text can be neither compared nor confirmed by themselves.",
        },
        example: Some(Example {
            file: "terms/signaal.toml",
            good: "definition = \"Informatie over een persoon die wordt gewogen.\"",
            bad: "definition = \"Informatie die wordt gewogen. Ook de waarneming zelf.\"",
        }),
    },
    run,
};

/// Words with which a second concept begins.
const SECOND: &[&str] = &["daarnaast", "tevens", "enerzijds", "ook wel", "(1)", "1)", "a)", "; of ", "; ook "];

fn run(sheet: &mut Sheet<'_>) {
    for (concept, spot) in citations::concepts(&sheet.content.glossary) {
        let text = concept.definition.to_lowercase();
        let found = SECOND.iter().find(|words| text.contains(**words)).map(|words| words.trim_matches([';', ' ']));
        let message = match found {
            Some(words) => format!("in deze omschrijving begint met ‘{words}’ een tweede begrip"),
            None if sentences(&concept.definition).len() > 1 => "deze omschrijving heeft meer dan één zin".to_owned(),
            None => continue,
        };
        let mend = "Zijn het twee begrippen, geef dan elk een eigen kop [[concepts]]. Is het uitleg, zet die dan in explanation of note.";
        sheet.blame(&CHECK.rule, &spot.key("definition"), message, mend);
    }
}
