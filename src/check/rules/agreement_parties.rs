// SPDX-License-Identifier: EUPL-1.2
//! An agreement says who agreed.

use crate::check::sheet::Sheet;
use crate::check::{Check, citations};
use crate::diagnostic::{Example, Rule, Said, Severity};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        code: "G144",
        severity: Severity::Error,
        asks: "Bij een afspraak staat wie haar maakten.",
        why: "Een afspraak geldt alleen voor wie meedeed.",
        english: Said {
            asks: "With an agreement stands who made it.",
            why: "An agreement holds only for those who took part.",
        },
        example: Some(Example {
            file: "local/voorbeeldstad/terms/melding.toml",
            good: "parties = [\"politie\", { role = \"voorzitter van het casusoverleg\" }]\n",
            bad: "",
        }),
    },
    run,
};

fn run(sheet: &mut Sheet<'_>) {
    for (place, agreement, spot) in citations::agreements(&sheet.content.glossary) {
        let told = sheet.content.was_told(&crate::source::Spot::place(&place.id).key("parties"));
        if place.partners(agreement).is_empty() && !told {
            let mend = format!("Voeg hier parties toe, of in local/{}/place.toml voor alle afspraken.", place.id);
            sheet.blame(&CHECK.rule, &spot.key("parties"), "hier staat niet wie dit afspraken", mend);
        }
    }
}
