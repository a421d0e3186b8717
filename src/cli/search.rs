// SPDX-License-Identifier: EUPL-1.2
//! `taalbrug search`: terms by words, as the page shows them.

use std::process::ExitCode;

use clap::Args;

use crate::cli::terminal::{HEADING, QUIET, difference, marked, say, styled};
use crate::cli::{Common, could_not_run};
use crate::model::Keyed;
use crate::publication::Publication;
use crate::search::{Hit, Query, Sort};

/// How many terms are shown.
const MOST: usize = 10;

#[derive(Args)]
#[command(next_help_heading = "Keuzes (options)")]
pub(super) struct Options {
    /// Waarnaar u zoekt (what to search for)
    #[arg(required = true, value_name = "WOORDEN")]
    words: Vec<String>,
    /// Volgorde: relevance, label of divergence (the order)
    #[arg(long, env = "TAALBRUG_SORT", value_name = "VOLGORDE", hide_env = true, value_parser = SORTS)]
    sort: Option<String>,
}

/// The orders, by their keys.
const SORTS: [&str; 3] = [Sort::ALL[0].1, Sort::ALL[1].1, Sort::ALL[2].1];

pub(super) fn run(common: &Common, options: &Options) -> ExitCode {
    if options.words.iter().all(|word| word.trim().is_empty()) {
        return could_not_run("hier ontbreekt waarnaar u zoekt. Schrijf bijvoorbeeld: taalbrug search melding");
    }
    let publication = match common.publication(None) {
        Ok(publication) => publication,
        Err(code) => return code,
    };
    let understood = publication.understand(&options.words.join(" "));
    if let Some(mistake) = understood.mistakes.first() {
        return could_not_run(&format!("bij teken {} van uw vraag: {}", mistake.place.start + 1, mistake.reason.dutch));
    }
    let sort = options.sort.as_deref().and_then(Sort::from_key);
    let query = Query { take: MOST, sort, ..Query::of(&understood) };
    let found = match publication.index().search(&query) {
        Ok(found) => found,
        Err(error) => return could_not_run(&format!("zoeken lukt niet: {error}")),
    };
    for notice in understood.all_notices(&found) {
        say(&styled(QUIET, notice.caution.dutch()));
    }
    for hit in &found.hits {
        show(hit, &publication);
    }
    let near: Vec<&str> = found.near.iter().map(|&place| publication.entry_at(place).term.label.as_str()).collect();
    match (found.total, near.as_slice()) {
        (0, []) => say("Niets gevonden."),
        (0, near) => say(&format!("Niets gevonden. Bedoelde u: {}?", near.join(", "))),
        (total, _) if total > MOST => say(&format!("En nog {}.", total - MOST)),
        _ => {}
    }
    ExitCode::SUCCESS
}

fn show(hit: &Hit, publication: &Publication) {
    let entry = publication.entry_at(hit.place);
    let english =
        entry.term.english.as_deref().map_or_else(String::new, |english| format!("  {}", styled(QUIET, english)));
    say(&format!("{}{english}", styled(HEADING, &entry.term.label)));
    if let Some(pair) = entry.headline() {
        say(&format!("  {}", difference(pair)));
        say(&format!("  {}", pair.sentence.dutch));
    }
    for (place, concept) in entry.term.concepts.iter().enumerate() {
        let marks = hit.marks.get(place).map(Vec::as_slice).unwrap_or_default();
        let domain = publication.glossary.domain_label(&concept.domain);
        say(&format!("  {}: {}", styled(HEADING, domain), marked(entry.segments_of(concept).with_hits(marks))));
    }
    let reasons: Vec<String> = hit
        .matched
        .iter()
        .map(|found| format!("{} ‘{}’ ({})", found.field.dutch(), found.form, found.how.dutch()))
        .collect();
    say(&format!("  {}\n", styled(QUIET, &format!("gevonden in {}", reasons.join("; ")))));
}
