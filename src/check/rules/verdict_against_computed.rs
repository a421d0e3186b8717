// SPDX-License-Identifier: EUPL-1.2
//! A verdict and what the texts say do not lie far apart.

use crate::check::Check;
use crate::check::rules::clash_unjudged::spot;
use crate::check::rules::verdict_triangle::way;
use crate::check::sheet::Sheet;
use crate::check::written::Written;
use crate::diagnostic::{Example, Rule, Said, Severity};
use crate::divergence::Derivation;
use crate::model::Keyed;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        code: "G132",
        severity: Severity::Warning,
        asks: "Een oordeel en de vergelijking van de teksten liggen geen twee graden uit elkaar.",
        why: "Dan klopt het oordeel niet meer, of de omschrijvingen zeggen niet wat bedoeld is.",
        english: Said {
            asks: "A verdict and the comparison of the texts do not lie two degrees apart.",
            why: "Then the verdict is no longer right, or the definitions do not say what is meant.",
        },
        example: Some(Example {
            file: "terms/signaal.toml",
            good: "[[concepts]]\ndomain = \"safety\"\ndefinition = \"Informatie over een persoon die wordt gewogen.\"",
            bad: "[[verdicts]]\nbetween = [\"social\", \"safety\"]\nrelation = \"conflict\"\ndegree = 3\nwhy = \"W.\"\nstatus = \"draft\"\n\n[[concepts]]\ndomain = \"safety\"\ndefinition = \"De waarneming waarover een professional nog nadenkt.\"",
        }),
    },
    run,
};

fn run(sheet: &mut Sheet<'_>) {
    for written in Written::all(sheet) {
        for (verdict, spot) in written.verdicts() {
            let Some(computed) = written.pair(verdict).map(|pair| pair.computed.relation) else { continue };
            if computed.degree().is_some_and(|degree| degree.is_far_from(verdict.degree)) {
                let message = format!(
                    "het oordeel zegt ‘{}’, maar de omschrijvingen zeggen ‘{}’",
                    verdict.relation.dutch(),
                    computed.dutch()
                );
                sheet.blame(&CHECK.rule, &spot.key("relation"), message, MEND);
            }
        }
        for pair in written.pairs {
            if let (Some(Derivation::Disputed(derived, computed)), Some(a), Some(b)) =
                (&pair.derivation, &pair.a.concept, &pair.b.concept)
            {
                let message = format!(
                    "uit oordelen volgt voor ‘{a}’ en ‘{b}’ ‘{}’, maar hun omschrijvingen zeggen ‘{}’: {}",
                    derived.relation.dutch(),
                    computed.dutch(),
                    way(derived)
                );
                sheet.blame(&CHECK.rule, &spot(&written), message, MEND);
            }
        }
    }
}

const MEND: &str = "Lees de omschrijvingen naast elkaar. Verbeter wat niet klopt: het oordeel of een omschrijving.";
