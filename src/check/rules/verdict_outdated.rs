// SPDX-License-Identifier: EUPL-1.2
//! A verdict is about the texts that stand there now.

use crate::check::Check;
use crate::check::sheet::Sheet;
use crate::check::written::Written;
use crate::diagnostic::{Example, Rule, Said, Severity};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        code: "G136",
        severity: Severity::Warning,
        asks: "Een oordeel gaat over de omschrijvingen zoals die er nu staan.",
        why: "Wie tekende voor een oordeel, tekende voor de teksten van toen.",
        english: Said {
            asks: "A verdict is about the definitions as they stand there now.",
            why: "Whoever signed a verdict signed for the texts of that day.",
        },
        example: Some(Example {
            file: "terms/melding.toml",
            good: "relation = \"homonym\"\n",
            bad: "relation = \"homonym\"\napplies_to = \"0000000000000000\"\n",
        }),
    },
    run,
};

fn run(sheet: &mut Sheet<'_>) {
    for written in Written::all(sheet) {
        for (verdict, spot) in written.verdicts() {
            let Some(pair) = written.pair(verdict) else { continue };
            if let (true, Some(fingerprint)) = (pair.is_outdated(), &pair.fingerprint) {
                let mend = format!(
                    "Lees de twee betekenissen opnieuw. Klopt het oordeel nog, schrijf dan: applies_to = \"{fingerprint}\"."
                );
                let message = "na dit oordeel zijn de omschrijvingen veranderd";
                sheet.blame(&CHECK.rule, &spot.key("applies_to"), message, mend);
            }
        }
    }
}
