// SPDX-License-Identifier: EUPL-1.2
//! `taalbrug show`: one term with its meanings.

use crate::cli::terminal::{HEADING, QUIET, difference, say, styled};
use crate::model::{Glossary, Keyed};
use crate::publication::{Entry, Publication, dutch_today};

pub(super) fn print(entry: Entry<'_>, publication: &Publication) {
    let (term, glossary) = (entry.term, &publication.glossary);
    say(&styled(HEADING, &term.label));
    if let Some(english) = &term.english {
        say(&styled(QUIET, english));
    }
    if let Some(pair) = entry.headline() {
        say(&format!("\n{}\n{}", difference(pair), pair.sentence.dutch));
    }
    if let Some(clusters) = entry.overview.of_many() {
        say(&format!("\n{}", clusters.sentence().dutch));
    }
    agreements(entry, glossary);
    for concept in entry.concepts() {
        let here = entry.here.filter(|_| concept.place.is_some());
        let place = here.map_or_else(String::new, |here| format!(" in {}", here.place.label));
        let domain = format!("{}{place}", glossary.domain_label(&concept.domain));
        let label = concept.label.as_deref().map_or_else(String::new, |label| format!(" – {label}"));
        say(&format!("\n{}", styled(HEADING, &format!("{domain}{label}"))));
        say(&concept.explanation);
        say(&format!("Precies: {}", concept.definition));
        for facet in &glossary.facets {
            if let Some(phrase) = concept.facets.get(&facet.id) {
                say(&format!("  {}: {phrase}", facet.label));
            }
        }
        let sources: Vec<&str> = concept.sources.iter().map(AsRef::as_ref).collect();
        let origin = format!("{} · {} · bron {}", concept.kind.dutch(), concept.status.dutch(), sources.join(", "));
        say(&styled(QUIET, &origin));
    }
}

/// What was agreed in the place that was asked for.
fn agreements(entry: Entry<'_>, glossary: &Glossary) {
    let Some((here, local)) = entry.here.zip(entry.local()) else { return };
    for agreement in &local.agreements {
        let standing = agreement.standing_on(dutch_today());
        let parties = here.place.partners(agreement).iter().map(|partner| glossary.partner_label(partner));
        say(&format!("\nAfspraak in {}: {}", here.place.label, agreement.text));
        let origin = format!("{standing} · {} · {}", parties.collect::<Vec<_>>().join(", "), agreement.status.dutch());
        say(&styled(QUIET, &origin));
    }
}
