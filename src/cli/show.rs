//! `taalbrug show`: one term with its meanings.

use crate::cli::terminal::{HEADING, QUIET, difference, say, styled};
use crate::model::Keyed;
use crate::publication::{Entry, Publication};

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
    for concept in &term.concepts {
        let domain = glossary.domain_label(&concept.domain);
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
