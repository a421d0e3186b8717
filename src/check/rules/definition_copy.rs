// SPDX-License-Identifier: EUPL-1.2
//! Two terms are not described in nearly the same words.

use std::collections::BTreeMap;

use crate::check::Check;
use crate::check::sheet::Sheet;
use crate::diagnostic::{Example, Rule, Said, Severity};
use crate::language::words_of;
use crate::model::Term;
use crate::source::Spot;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        code: "G173",
        severity: Severity::Hint,
        asks: "Twee termen hebben niet bijna dezelfde omschrijving.",
        why: "Dan zijn zij één woord met twee namen, of een omschrijving is gekopieerd en niet afgemaakt.",
        english: Said {
            asks: "Two terms do not have nearly the same definition.",
            why: "Then they are one word with two names, or a definition was copied and not finished.",
        },
        example: Some(Example {
            file: "terms/signaal.toml",
            good: "definition = \"Informatie over een persoon die wordt gewogen.\"",
            bad: "definition = \"Verzoek van een inwoner om nieuwe ondersteuning.\"",
        }),
    },
    run,
};

/// Shorter definitions are alike by chance.
const FEWEST_WORDS: usize = 3;

fn run(sheet: &mut Sheet<'_>) {
    let content = sheet.content;
    // The words of a definition, and the same with each one left out: what shares one of these differs by a word.
    let mut seen: BTreeMap<Vec<String>, &Term> = BTreeMap::new();
    for term in &content.glossary.terms {
        let mut own: Vec<Vec<String>> = Vec::new();
        for (number, concept) in term.concepts.iter().enumerate() {
            let words = words_of(&concept.definition, &content.lexicon).into_iter().filter(|word| !word.stop);
            let mut words: Vec<String> = words.map(|word| word.normal).collect();
            words.sort_unstable();
            words.dedup();
            if words.len() < FEWEST_WORDS {
                continue;
            }
            let without = (0..words.len()).map(|gone| [&words[..gone], &words[gone + 1..]].concat());
            let all: Vec<Vec<String>> =
                std::iter::once(words.clone()).chain(without).filter(|words| words.len() >= FEWEST_WORDS).collect();
            if let Some(other) = all.iter().find_map(|words| seen.get(words)) {
                let message = format!("‘{}’ heeft bijna dezelfde omschrijving", other.label);
                let mend =
                    format!("Schrijf waarin de twee verschillen, of voeg dit woord toe aan terms/{}.toml.", other.id);
                sheet.blame(
                    &CHECK.rule,
                    &Spot::term(&term.id).key("concepts").row(number).key("definition"),
                    message,
                    mend,
                );
            }
            own.extend(all);
        }
        for words in own {
            seen.entry(words).or_insert(term);
        }
    }
}
