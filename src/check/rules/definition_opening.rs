// SPDX-License-Identifier: EUPL-1.2
//! A definition says what something is, not when.

use crate::check::Check;
use crate::check::sheet::Sheet;
use crate::check::written::Written;
use crate::diagnostic::{Example, Rule, Said, Severity};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        code: "G161",
        severity: Severity::Warning,
        asks: "Een omschrijving zegt wat iets is, en begint niet met ‘wanneer’, ‘als’ of ‘dit is’.",
        why: "Een omschrijving moet in een zin passen op de plek van het woord.",
        english: Said {
            asks: "A definition says what something is, and does not begin with ‘when’, ‘if’ or ‘this is’.",
            why: "A definition must fit in a sentence in place of the word.",
        },
        example: Some(Example {
            file: "terms/signaal.toml",
            good: "definition = \"Informatie over een persoon die wordt gewogen.\"",
            bad: "definition = \"Wanneer er informatie over een persoon is.\"",
        }),
    },
    run,
};

/// How a definition begins that cannot stand in place of its word; the label followed by *is* does so too.
const OPENINGS: &[&str] = &[
    "wanneer",
    "als",
    "indien",
    "zodra",
    "dit is",
    "dit zijn",
    "dat is",
    "het is",
    "het gaat om",
    "er is sprake van",
    "hiermee",
    "hieronder",
    "wij bedoelen",
    "we bedoelen",
    "zie",
];

fn run(sheet: &mut Sheet<'_>) {
    for written in Written::all(sheet) {
        let own = written.term.label.to_lowercase();
        for (concept, spot) in written.concepts() {
            let text = concept.definition.to_lowercase();
            let text = text.trim_start_matches(|letter: char| !letter.is_alphanumeric());
            let plain = ["een ", "de ", "het "].iter().find_map(|article| text.strip_prefix(article)).unwrap_or(text);
            let found = OPENINGS.iter().find(|opening| opens(text, opening)).copied();
            let found = found.or_else(|| opens(plain, &format!("{own} is")).then_some("het woord zelf"));
            if let Some(found) = found {
                let message = format!("deze omschrijving begint met ‘{found}’");
                let mend = "Begin met het soort ding: ‘Overleg waarin …’, ‘Persoon die …’.";
                sheet.blame(&CHECK.rule, &spot.key("definition"), message, mend);
            }
        }
    }
}

/// Whether a text begins with these whole words.
fn opens(text: &str, opening: &str) -> bool {
    text.strip_prefix(opening).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}
