// SPDX-License-Identifier: EUPL-1.2
//! A party has one part in a phase.

use crate::check::Check;
use crate::check::sheet::Sheet;
use crate::diagnostic::{Example, Rule, Said, Severity};
use crate::source::Spot;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        code: "G128",
        severity: Severity::Error,
        asks: "Iemand heeft in een fase één rol.",
        why: "Wie trekt en alleen bericht krijgt, weet niet wat te doen.",
        english: Said {
            asks: "In a phase someone has one role.",
            why: "Whoever leads and is only informed does not know what to do.",
        },
        example: Some(Example {
            file: "glossary.toml",
            good: "[[models.roles]]\n",
            bad: "[[models.roles]]\nphase = \"vroeg\"\nactor = \"school\"\nrole = \"informed\"\nstatus = \"draft\"\n\n[[models.roles]]\n",
        }),
    },
    run,
};

fn run(sheet: &mut Sheet<'_>) {
    for (number, model) in sheet.content.glossary.models.iter().enumerate() {
        for (place, role) in model.roles.iter().enumerate() {
            let earlier = &model.roles[..place];
            if earlier.iter().any(|other| other.phase == role.phase && other.party == role.party) {
                let spot = Spot::file("glossary.toml").key("models").row(number).key("roles").row(place).key("phase");
                let mend = "Laat één rol staan.";
                sheet.blame(&CHECK.rule, &spot, "deze partij heeft in deze fase al een rol", mend);
            }
        }
    }
}
