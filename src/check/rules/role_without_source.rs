// SPDX-License-Identifier: EUPL-1.2
//! A role in a phase without a source is a draft.

use crate::check::Check;
use crate::check::sheet::Sheet;
use crate::diagnostic::{Example, Rule, Said, Severity};
use crate::model::Status;
use crate::source::Spot;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        code: "G127",
        severity: Severity::Error,
        asks: "Een rol in een fase zonder bron is een concept.",
        why: "Wie aan zet is, leggen wij niemand in de mond.",
        english: Said {
            asks: "A role in a phase without a source is a draft.",
            why: "Whose turn it is, we do not say in anyone's place.",
        },
        example: Some(Example {
            file: "glossary.toml",
            good: "role = \"leads\"\nstatus = \"draft\"",
            bad: "role = \"leads\"\nstatus = \"confirmed\"",
        }),
    },
    run,
};

fn run(sheet: &mut Sheet<'_>) {
    for (number, model) in sheet.content.glossary.models.iter().enumerate() {
        for (place, role) in model.roles.iter().enumerate() {
            if role.status == Status::Confirmed && role.sources.is_empty() {
                let spot = Spot::file("glossary.toml").key("models").row(number).key("roles").row(place).key("status");
                let mend = "Noem een bron, of zet status op draft.";
                sheet.blame(&CHECK.rule, &spot, "deze rol is bevestigd, maar heeft geen bron", mend);
            }
        }
    }
}
