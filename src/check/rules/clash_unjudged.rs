// SPDX-License-Identifier: EUPL-1.2
//! Meanings whose texts clash have a verdict.

use crate::check::Check;
use crate::check::sheet::Sheet;
use crate::check::written::Written;
use crate::diagnostic::{Example, Rule, Said, Severity};
use crate::divergence::{Confidence, Derivation, Pair};
use crate::model::{Degree, Relation};
use crate::source::Spot;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        code: "G133",
        severity: Severity::Warning,
        asks: "Over twee betekenissen die elkaar tegenspreken staat een oordeel.",
        why: "Een botsing die niemand beoordeelde, ziet de lezer alleen als berekening.",
        english: Said {
            asks: "Of two meanings that contradict each other there is a verdict.",
            why: "A clash that nobody judged reaches the reader as a computation only.",
        },
        example: Some(Example {
            file: "terms/melding.toml",
            good: "sources = [\"BRON-A\"]\nstatus = \"draft\"\n",
            bad: "sources = [\"BRON-A\"]\nstatus = \"draft\"\n\n[concepts.values]\ncoercion = \"must\"\n",
        }),
    },
    run,
};

fn run(sheet: &mut Sheet<'_>) {
    for written in Written::all(sheet) {
        for pair in written.pairs.iter().filter(|pair| pair.ruling.is_none() && !pair.retired && !is_known(pair)) {
            let clashes = pair.computed.relation == Relation::Conflict && pair.computed.confidence == Confidence::High;
            if let (true, Some(a), Some(b)) = (clashes, &pair.a.concept, &pair.b.concept) {
                let message = format!("‘{a}’ en ‘{b}’ spreken elkaar tegen, en niemand beoordeelde dat");
                let mend = "Voeg een blok [[verdicts]] toe met relation, degree en why, of verbeter een omschrijving.";
                sheet.blame(&CHECK.rule, &spot(&written), message, mend);
            }
        }
    }
}

/// The name of the word; in the file of a place, which has none, the meanings.
pub(super) fn spot(written: &Written<'_>) -> Spot {
    written.spot().key(if written.local.is_some() { "concepts" } else { "label" })
}

/// Whether the clash follows from verdicts, or another rule says already that it does not go with them.
fn is_known(pair: &Pair) -> bool {
    match &pair.derivation {
        Some(Derivation::Follows(derived)) => derived.relation.degree() == Some(Degree::Conflicting),
        Some(Derivation::Disputed(..)) => true,
        Some(Derivation::Contradictory) | None => false,
    }
}
