//! A verdict and what the texts say do not lie far apart.

use crate::check::sheet::Sheet;
use crate::check::{Check, citations};
use crate::diagnostic::{Example, Rule, Severity};
use crate::divergence::Pair;
use crate::model::{Keyed, Verdict};

/// From so many degrees apart one of the two is probably wrong.
const FAR: u8 = 2;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        code: "G132",
        severity: Severity::Warning,
        asks: "Een oordeel en de vergelijking van de teksten liggen geen twee graden uit elkaar.",
        why: "Dan klopt het oordeel niet meer, of de omschrijvingen zeggen niet wat bedoeld is.",
        example: Some(Example {
            file: "terms/signaal.toml",
            good: "[[concepts]]\ndomain = \"safety\"\ndefinition = \"Informatie over een persoon die wordt gewogen.\"",
            bad: "[[verdicts]]\nbetween = [\"social\", \"safety\"]\nrelation = \"conflict\"\ndegree = 3\nwhy = \"W.\"\nstatus = \"draft\"\n\n[[concepts]]\ndomain = \"safety\"\ndefinition = \"De waarneming waarover een professional nog nadenkt.\"",
        }),
    },
    run,
};

fn run(sheet: &mut Sheet<'_>) {
    let glossary = &sheet.content.glossary;
    for (term, pairs) in glossary.terms.iter().zip(sheet.pairs) {
        for (verdict, spot) in citations::verdict_spots(term) {
            let Some(computed) = pairs.iter().find(|pair| is_of(pair, verdict)).map(|pair| pair.computed.relation)
            else {
                continue;
            };
            let far = computed.degree().is_some_and(|degree| degree.number().abs_diff(verdict.degree.number()) >= FAR);
            if far {
                let message = format!(
                    "het oordeel zegt ‘{}’, maar de omschrijvingen zeggen ‘{}’",
                    verdict.relation.dutch(),
                    computed.dutch()
                );
                let mend =
                    "Lees de omschrijvingen naast elkaar. Verbeter wat niet klopt: het oordeel of een omschrijving.";
                sheet.blame(&CHECK.rule, &spot.key("relation"), message, mend);
            }
        }
    }
}

fn is_of(pair: &Pair, verdict: &Verdict) -> bool {
    let [a, b] = &verdict.between;
    pair.a.concept.as_ref() == Some(a) && pair.b.concept.as_ref() == Some(b)
}
