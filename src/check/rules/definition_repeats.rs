// SPDX-License-Identifier: EUPL-1.2
//! A definition says more than the word that it defines.

use crate::check::Check;
use crate::check::sheet::Sheet;
use crate::check::written::Written;
use crate::diagnostic::{Example, Rule, Said, Severity};
use crate::language::{words, words_of};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        code: "G135",
        severity: Severity::Warning,
        asks: "Een omschrijving zegt meer dan het woord zelf.",
        why: "Wie het woord niet kent, leert er anders niets van, en er valt niets te vergelijken.",
        english: Said {
            asks: "A definition says more than the word itself.",
            why: "Otherwise whoever does not know the word learns nothing from it, and there is nothing to compare.",
        },
        example: Some(Example {
            file: "terms/signaal.toml",
            good: "definition = \"Informatie over een persoon die wordt gewogen.\"",
            bad: "definition = \"Een signaal.\"",
        }),
    },
    run,
};

fn run(sheet: &mut Sheet<'_>) {
    let lexicon = &sheet.content.lexicon;
    for written in Written::all(sheet) {
        let own: Vec<String> = words_of(&written.term.label, lexicon).into_iter().map(|word| word.normal).collect();
        for (concept, spot) in written.concepts() {
            if words(&concept.definition, lexicon).all(|word| word.stop || own.contains(&word.normal)) {
                let mend = "Schrijf wat het is: eerst het soort ding, dan waarin het van andere verschilt.";
                sheet.blame(&CHECK.rule, &spot.key("definition"), "deze omschrijving herhaalt alleen het woord", mend);
            }
        }
    }
}
