// SPDX-License-Identifier: EUPL-1.2
//! `taalbrug compare`: where the meanings of a term part, pair by pair.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use crate::cli::named::{Here, Named};
use crate::cli::terminal::{HEADING, QUIET, difference, marked, say, styled};
use crate::cli::{Common, could_not_run, pairs};
use crate::divergence::Pair;
use crate::model::Keyed;
use crate::publication::{Entry, Publication};

#[derive(Args)]
#[command(next_help_heading = "Keuzes (options)")]
pub(super) struct Options {
    #[command(flatten)]
    named: Option<Named>,
    #[command(flatten)]
    here: Here,
    /// Vergelijk de paren van een bestand, één JSON-object op een regel; - is de standaardinvoer (compare the pairs of a file, JSON lines)
    #[arg(long, value_name = "BESTAND", conflicts_with = "term", required_unless_present = "term")]
    pairs: Option<PathBuf>,
}

pub(super) fn run(common: &Common, options: Options) -> ExitCode {
    match (options.named, options.pairs) {
        (_, Some(file)) => pairs::run(common, &file),
        (Some(named), None) => named.print(&options.here, common, print),
        (None, None) => could_not_run("hier ontbreekt <TERM> of --pairs <BESTAND>."),
    }
}

fn print(entry: Entry<'_>, _: &Publication) {
    if let Some(clusters) = entry.overview.of_many() {
        say(&format!("{}\n", clusters.sentence().dutch));
    }
    for pair in entry.pairs_here() {
        show(pair, entry);
    }
}

fn show(pair: &Pair, entry: Entry<'_>) {
    let (a, b) = (entry.side_name(&pair.a), entry.side_name(&pair.b));
    say(&styled(HEADING, &format!("{a} ↔ {b}")));
    say(&format!("  {}", difference(pair)));
    say(&format!("  {}", pair.sentence.dutch));
    if pair.is_outdated() {
        say(&format!("  De omschrijvingen van nu: {}", pair.computed.sentence.dutch));
    }
    for (name, text) in [(&a, &pair.segments_a), (&b, &pair.segments_b)] {
        if !text.is_empty() {
            say(&format!("  {}: {}", styled(HEADING, name), marked(text.segments())));
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
    if let Some(likeness) = &pair.likeness {
        say(&format!("  {}", likeness.sentence(pair.basis).dutch));
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
