// SPDX-License-Identifier: EUPL-1.2
//! A place speaks of terms that are there.

use crate::check::Check;
use crate::check::sheet::Sheet;
use crate::check::written::local_terms;
use crate::diagnostic::{Example, Rule, Said, Severity};
use crate::language::nearest;
use crate::source::Spot;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        code: "G140",
        severity: Severity::Error,
        asks: "Een lokale afspraak gaat over een term die in de map terms staat.",
        why: "Wat een plaats afspreekt, komt bovenop wat overal geldt.",
        english: Said {
            asks: "A local agreement is about a term that stands in the folder terms.",
            why: "What a place agrees comes on top of what holds everywhere.",
        },
        example: Some(Example {
            file: "local/voorbeeldstad/terms/meldin.toml",
            good: "",
            bad: "[[agreements]]\ntext = \"Bij ons is dit iets anders.\"\nparties = [\"school\"]\nagreed_on = 2026-01-15\nvalid_until = 2126-01-15\n",
        }),
    },
    run,
};

fn run(sheet: &mut Sheet<'_>) {
    let glossary = &sheet.content.glossary;
    if glossary.terms.is_empty() {
        // Of a glossary without any term another rule tells.
        return;
    }
    for (place, local) in local_terms(glossary) {
        let (id, file) = (&local.term, format!("terms/{}.toml", local.term));
        if glossary.term(id).is_some() || sheet.content.may_hold(&file, &file) {
            continue;
        }
        let mend = match nearest(id.as_str(), glossary.terms.iter().map(|term| term.id.as_str())) {
            Some(near) => format!(
                "Bedoelt u ‘{near}’? Geef het bestand dan de naam {near}.toml. Zo niet, beschrijf het woord dan eerst in {file}."
            ),
            None => format!("Beschrijf het woord eerst in {file}, of haal dit bestand weg."),
        };
        let message = format!("de term ‘{id}’ bestaat niet in de map terms");
        sheet.blame(&CHECK.rule, &Spot::local(&place.id, id), message, mend);
    }
}
