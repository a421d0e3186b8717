//! `taalbrug show`: one term with its meanings.

use crate::cli::terminal::{HEADING, QUIET, difference, styled};
use crate::model::Keyed;
use crate::publication::{Entry, Publication};

pub(super) fn print(entry: Entry<'_>, publication: &Publication) {
    let (term, glossary) = (entry.term, &publication.glossary);
    anstream::println!("{}", styled(HEADING, &term.label));
    if let Some(english) = &term.english {
        anstream::println!("{}", styled(QUIET, english));
    }
    if let Some(pair) = entry.headline() {
        anstream::println!("\n{}\n{}", difference(pair), pair.sentence.dutch);
    }
    for concept in &term.concepts {
        let domain = glossary.domain_label(&concept.domain);
        let label = concept.label.as_deref().map_or_else(String::new, |label| format!(" – {label}"));
        anstream::println!("\n{}", styled(HEADING, &format!("{domain}{label}")));
        anstream::println!("{}", concept.explanation);
        anstream::println!("Precies: {}", concept.definition);
        for facet in &glossary.facets {
            if let Some(phrase) = concept.facets.get(&facet.id) {
                anstream::println!("  {}: {phrase}", facet.label);
            }
        }
        let sources: Vec<&str> = concept.sources.iter().map(AsRef::as_ref).collect();
        let origin = format!("{} · {} · bron {}", concept.kind.dutch(), concept.status.dutch(), sources.join(", "));
        anstream::println!("{}", styled(QUIET, &origin));
    }
}
