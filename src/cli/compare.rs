//! `taalbrug compare`: where the meanings of a term part, pair by pair.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use crate::cli::named::Named;
use crate::cli::terminal::{HEADING, QUIET, difference, marked, say, styled};
use crate::cli::{Common, could_not_run, pairs};
use crate::divergence::{Pair, Side};
use crate::model::{Glossary, Keyed, Term};
use crate::publication::{Entry, Publication};

#[derive(Args)]
#[command(next_help_heading = "Keuzes (options)")]
pub(super) struct Options {
    #[command(flatten)]
    named: Option<Named>,
    /// Vergelijk de paren van een bestand, één JSON-object op een regel; - is de standaardinvoer (compare the pairs of a file, JSON lines)
    #[arg(long, value_name = "BESTAND", conflicts_with = "term", required_unless_present = "term")]
    pairs: Option<PathBuf>,
}

pub(super) fn run(common: &Common, options: Options) -> ExitCode {
    match (options.named, options.pairs) {
        (_, Some(file)) => pairs::run(common, &file),
        (Some(named), None) => named.print(common, print),
        (None, None) => could_not_run("hier ontbreekt <TERM> of --pairs <BESTAND>."),
    }
}

fn print(entry: Entry<'_>, publication: &Publication) {
    if let Some(clusters) = entry.overview.of_many() {
        say(&format!("{}\n", clusters.sentence().dutch));
    }
    for pair in entry.pairs {
        show(pair, entry.term, &publication.glossary);
    }
}

fn show(pair: &Pair, term: &Term, glossary: &Glossary) {
    let name = |side: &Side| term.side_name(glossary.domain_label(&side.domain), side.concept.as_ref());
    let (a, b) = (name(&pair.a), name(&pair.b));
    say(&styled(HEADING, &format!("{a} ↔ {b}")));
    say(&format!("  {}", difference(pair)));
    say(&format!("  {}", pair.sentence.dutch));
    if pair.is_outdated() {
        say(&format!("  De omschrijvingen van nu: {}", pair.computed.sentence.dutch));
    }
    for (name, segments) in [(&a, &pair.segments_a), (&b, &pair.segments_b)] {
        if !segments.is_empty() {
            say(&format!("  {}: {}", styled(HEADING, name), marked(segments)));
        }
    }
    if !pair.shared.is_empty() {
        say(&format!("  Gedeeld: {}", pair.shared.join("; ")));
    }
    for facet in &pair.facets {
        let (a, b) = (facet.a.as_deref().unwrap_or("–"), facet.b.as_deref().unwrap_or("–"));
        let judged = facet.judged.map_or_else(|| facet.state.dutch().to_owned(), |degree| degree.dutch().to_owned());
        say(&format!("  {}: {a} | {b} {}", facet.label, styled(QUIET, &format!("({judged})"))));
    }
    if let Some(fingerprint) = &pair.fingerprint {
        say(&format!("  {}", styled(QUIET, &format!("Vingerafdruk van deze teksten: {fingerprint}"))));
    }
    if let Some(ruling) = &pair.ruling {
        for question in &ruling.questions {
            say(&format!("  Vraag: {question}"));
        }
    }
    say("");
}
