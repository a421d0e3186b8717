// SPDX-License-Identifier: EUPL-1.2
//! `taalbrug index`: builds the search index beforehand, and works out the history, for images and quick starts.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use crate::cli::terminal::say;
use crate::cli::{Common, could_not_run, mention};
use crate::publication::Past;
use crate::search::Opening;

#[derive(Args)]
#[command(next_help_heading = "Keuzes (options)")]
pub(super) struct Options {
    /// Map voor de zoekindex (the folder for the search index)
    #[arg(long, env = "TAALBRUG_INDEX", value_name = "MAP", default_value = "index", hide_env = true)]
    index: PathBuf,
}

pub(super) fn run(common: &Common, options: &Options) -> ExitCode {
    let publication = match common.publication(Some(options.index.clone())) {
        Ok(publication) => publication,
        Err(code) => return code,
    };
    let folder = options.index.join(&publication.revision);
    match &publication.opening {
        Opening::Opened => say(&format!("De index staat al in {}.", folder.display())),
        Opening::Built => say(&format!("De index staat in {}.", folder.display())),
        Opening::InMemory(why) => {
            return could_not_run(&format!("de index is niet te schrijven in {}: {why}", options.index.display()));
        }
    }
    match Past::of(&common.places(Some(options.index.clone()))) {
        Past::Here(history) => {
            let count = history.revisions.len();
            say(&format!("De geschiedenis is uitgewerkt: {count} versies. (the history: {count} revisions)"));
        }
        Past::Nothing(why) => mention(&format!("Er is geen geschiedenis (there is no history): {why}")),
        Past::Reading => {}
    }
    ExitCode::SUCCESS
}
