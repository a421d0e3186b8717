// SPDX-License-Identifier: EUPL-1.2
//! A word is not wider than, narrower than or related to itself, nor to another word twice.

use crate::check::Check;
use crate::check::sheet::Sheet;
use crate::diagnostic::{Example, Rule, Said, Severity};
use crate::language::fold;
use crate::source::Spot;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        code: "G124",
        severity: Severity::Error,
        asks: "Een woord verwijst niet naar zichzelf en niet twee keer naar hetzelfde woord.",
        why: "Zo’n verwijzing zegt niets of spreekt zichzelf tegen.",
        english: Said {
            asks: "A word does not refer to itself, nor twice to the same word.",
            why: "Such a reference says nothing or contradicts itself.",
        },
        example: Some(Example {
            file: "terms/signaal.toml",
            good: "broader = [\"informatie\"]",
            bad: "broader = [\"informatie\"]\nrelated = [\"signaal\"]",
        }),
    },
    run,
};

fn run(sheet: &mut Sheet<'_>) {
    for term in &sheet.content.glossary.terms {
        let own = [fold(term.id.as_str()), fold(&term.label)];
        let mut seen = Vec::new();
        for (key, words) in [("broader", &term.broader), ("narrower", &term.narrower), ("related", &term.related)] {
            for word in words {
                let spot = Spot::term(&term.id).key(key).word(word);
                if own.contains(&fold(word)) {
                    sheet.blame(&CHECK.rule, &spot, "dit woord verwijst naar zichzelf", "Haal het hier weg.");
                } else if seen.contains(&fold(word)) {
                    let message = format!("naar ‘{word}’ staat al een verwijzing");
                    sheet.blame(&CHECK.rule, &spot, message, "Kies één van ruimer, smaller en verwant.");
                }
                seen.push(fold(word));
            }
        }
    }
}
