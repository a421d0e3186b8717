// SPDX-License-Identifier: EUPL-1.2
//! The tree of domains has no circle.

use crate::check::Check;
use crate::check::sheet::Sheet;
use crate::diagnostic::{Example, Rule, Said, Severity};
use crate::source::Spot;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        code: "G123",
        severity: Severity::Error,
        asks: "Domeinen vormen een boom, zonder kring.",
        why: "Een domein kan geen deel zijn van zichzelf.",
        english: Said { asks: "Domains form a tree, without a circle.", why: "A domain cannot be a part of itself." },
        example: Some(Example {
            file: "glossary.toml",
            good: "english = \"safety domain\"\n",
            bad: "english = \"safety domain\"\nparent = \"police\"\n",
        }),
    },
    run,
};

fn run(sheet: &mut Sheet<'_>) {
    let glossary = &sheet.content.glossary;
    for (number, domain) in glossary.domains.iter().enumerate() {
        if domain.parent.as_ref().is_some_and(|parent| glossary.belongs_to(parent, &domain.id)) {
            let message = format!("‘{}’ is zo een deel van zichzelf", domain.id);
            let spot = Spot::file("glossary.toml").key("domains").row(number).key("parent");
            sheet.blame(&CHECK.rule, &spot, message, "Haal parent weg bij één van de domeinen in de kring.");
        }
    }
}
