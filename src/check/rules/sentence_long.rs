// SPDX-License-Identifier: EUPL-1.2
//! What people read first has short sentences.

use crate::check::Check;
use crate::check::prose::{plain_texts, sentences};
use crate::check::sheet::Sheet;
use crate::diagnostic::{Example, Rule, Said, Severity};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        code: "G168",
        severity: Severity::Hint,
        asks: "Een zin in gewone taal heeft hoogstens 20 woorden.",
        why: "Een lange zin moeten veel mensen twee keer lezen.",
        english: Said {
            asks: "A sentence in plain language has at most 20 words.",
            why: "Many people have to read a long sentence twice.",
        },
        example: Some(Example {
            file: "terms/signaal.toml",
            good: "explanation = \"Informatie over iemand. De politie weegt die.\"",
            bad: "explanation = \"Informatie over iemand die door de politie samen met de gemeente en de school wordt gewogen om daarna te beslissen wie er verder naar kijkt.\"",
        }),
    },
    run,
};

/// The most words of a sentence.
const MOST_WORDS: usize = 20;

fn run(sheet: &mut Sheet<'_>) {
    for (text, spot) in plain_texts(sheet.content) {
        let longest =
            sentences(text).into_iter().map(|sentence| sentence.split_whitespace().count()).max().unwrap_or(0);
        if longest > MOST_WORDS {
            let message = format!("hier staat een zin van {longest} woorden");
            sheet.blame(&CHECK.rule, &spot, message, "Maak er twee zinnen van.");
        }
    }
}
