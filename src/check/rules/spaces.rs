// SPDX-License-Identifier: EUPL-1.2
//! Spaces stand singly.

use crate::check::Check;
use crate::check::sheet::Sheet;
use crate::check::texts::texts;
use crate::diagnostic::{Example, Fix, Rule, Said, Severity};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        code: "G176",
        severity: Severity::Hint,
        asks: "Tussen woorden staat één gewone spatie.",
        why: "Een dubbele of onzichtbare spatie breekt het zoeken en het vergelijken.",
        english: Said {
            asks: "Between words stands one plain space.",
            why: "A double or hidden space breaks searching and comparing.",
        },
        example: Some(Example {
            file: "terms/signaal.toml",
            good: "explanation = \"Informatie over iemand. De politie weegt die.\"",
            bad: "explanation = \"Informatie over  iemand. De politie weegt die.\"",
        }),
    },
    run,
};

fn run(sheet: &mut Sheet<'_>) {
    for (text, spot) in texts(sheet.content) {
        let lines: Vec<String> = text.split('\n').map(single).collect();
        let good = lines.join("\n");
        if good != text {
            let message = "in deze tekst staat een dubbele of onzichtbare spatie";
            sheet.blame_mendable(&CHECK.rule, &spot, (message, "Zet tussen twee woorden één spatie."), Fix::Text(good));
        }
    }
}

/// A line with one plain space between words, and without characters of no width.
fn single(line: &str) -> String {
    let plain = |letter: char| if matches!(letter, '\u{a0}' | '\u{202f}' | '\t') { ' ' } else { letter };
    let kept =
        line.chars().filter(|letter| !matches!(letter, '\u{200b}' | '\u{feff}' | '\u{ad}' | '\u{2060}')).map(plain);
    let kept: String = kept.collect();
    kept.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}
