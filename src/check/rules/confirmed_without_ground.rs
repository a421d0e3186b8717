// SPDX-License-Identifier: EUPL-1.2
//! What is confirmed rests on a source and was looked at.

use crate::check::sheet::Sheet;
use crate::check::{Check, citations};
use crate::diagnostic::{Example, Rule, Said, Severity};
use crate::model::{SourceKind, Status};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        code: "G126",
        severity: Severity::Error,
        asks: "Wat bevestigd is, heeft een bron en een datum van nakijken.",
        why: "Een eigen concepttekst kan niemand bevestigd hebben zonder ernaar te kijken.",
        english: Said {
            asks: "What is confirmed has a source and a date of review.",
            why: "Nobody can have confirmed a draft of our own without looking at it.",
        },
        example: Some(Example { file: "terms/melding.toml", good: "reviewed_on = 2026-01-15\n", bad: "" }),
    },
    run,
};

fn run(sheet: &mut Sheet<'_>) {
    let glossary = &sheet.content.glossary;
    for (concept, spot) in citations::concepts(glossary) {
        if concept.status != Status::Confirmed {
            continue;
        }
        if concept.reviewed_on.is_none() && !sheet.content.was_told(&spot.clone().key("reviewed_on")) {
            let mend = "Voeg toe: reviewed_on = jaar-maand-dag, of zet status op draft.";
            sheet.blame(
                &CHECK.rule,
                &spot.clone().key("status"),
                "deze betekenis is bevestigd, maar zonder datum",
                mend,
            );
        }
        let is_draft = |id| glossary.source(id).is_some_and(|source| source.kind == SourceKind::Draft);
        if concept.sources.iter().all(is_draft) {
            let mend = "Noem de bron waarop het domein de betekenis bevestigt, of zet status op draft.";
            sheet.blame(
                &CHECK.rule,
                &spot.key("sources"),
                "deze betekenis is bevestigd, maar heeft geen echte bron",
                mend,
            );
        }
    }
}
