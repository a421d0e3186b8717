//! `taalbrug show`: one term with its meanings.

use std::process::ExitCode;

use clap::Args;

use crate::cli::terminal::{HEADING, QUIET, difference, styled};
use crate::cli::{Common, could_not_run};
use crate::language::{fold, nearest};
use crate::model::Keyed;
use crate::publication::{Entry, Publication};

#[derive(Args)]
#[command(next_help_heading = "Keuzes (options)")]
pub(super) struct Options {
    /// De term: het woord of zijn id (the term: its word or id)
    #[arg(value_name = "TERM")]
    term: String,
}

pub(super) fn run(common: &Common, options: &Options) -> ExitCode {
    let publication = match common.publication(None) {
        Ok(publication) => publication,
        Err(code) => return code,
    };
    let Some(entry) = find(&publication, &options.term) else { return unknown(&publication, &options.term) };
    show(entry, &publication);
    ExitCode::SUCCESS
}

/// The term with this id or word.
pub(super) fn find<'a>(publication: &'a Publication, name: &str) -> Option<Entry<'a>> {
    let wanted = fold(name.trim());
    publication.entries().find(|entry| entry.term.id.as_str() == name || fold(&entry.term.label) == wanted)
}

/// Tells that there is no such term, with the nearest that is.
pub(super) fn unknown(publication: &Publication, name: &str) -> ExitCode {
    let near = nearest(name, publication.glossary.terms.iter().map(|term| term.id.as_str()));
    let mend = near.map_or_else(String::new, |near| format!(" Bedoelt u ‘{near}’?"));
    could_not_run(&format!("‘{name}’ staat niet in de woordenlijst.{mend}"))
}

fn show(entry: Entry<'_>, publication: &Publication) {
    let (term, glossary) = (entry.term, &publication.glossary);
    anstream::println!("{}", styled(HEADING, &term.label));
    if let Some(english) = &term.english {
        anstream::println!("{}", styled(QUIET, english));
    }
    if let Some(pair) = entry.headline() {
        anstream::println!("\n{}\n{}", difference(pair), pair.sentence.dutch);
    }
    for concept in &term.concepts {
        let domain = glossary.domain(&concept.domain).map_or(concept.domain.as_str(), |domain| domain.label.as_str());
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
