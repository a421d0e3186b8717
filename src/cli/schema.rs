// SPDX-License-Identifier: EUPL-1.2
//! `taalbrug schema`: the JSON Schema of a kind of file, or the page of all kinds.

use std::process::ExitCode;

use clap::Args;
use clap::builder::PossibleValuesParser;

use crate::cli::terminal::say;
use crate::source::{format_page, kinds_of_files, schema_of};

#[derive(Args)]
#[command(next_help_heading = "Keuzes (options)")]
pub(super) struct Options {
    /// De soort bestand; zonder soort de bladzijde van alle soorten (the kind of file; without one the page of all kinds)
    #[arg(value_name = "SOORT", value_parser = kinds())]
    kind: Option<String>,
}

fn kinds() -> PossibleValuesParser {
    kinds_of_files().into_iter().map(|(name, _)| name).collect::<Vec<_>>().into()
}

pub(super) fn run(options: &Options) -> ExitCode {
    match options.kind.as_deref().and_then(schema_of) {
        Some(schema) => say(&format!("{schema:#}")),
        None => say(format_page().trim_end()),
    }
    ExitCode::SUCCESS
}
