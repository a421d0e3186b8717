// SPDX-License-Identifier: EUPL-1.2
//! `taalbrug export`: the glossary in a form that others read.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use clap::builder::PossibleValuesParser;

use crate::cli::import::lost;
use crate::cli::terminal::hand_over;
use crate::cli::{Common, could_not_run, tell};
use crate::diagnostic::Severity;
use crate::exchange::{Output, write as written};
use crate::model::Keyed;
use crate::source;

#[derive(Args)]
#[command(next_help_heading = "Keuzes (options)")]
pub(super) struct Options {
    /// Vorm (the form)
    #[arg(long, env = "TAALBRUG_FORMAT", value_name = "VORM", hide_env = true, value_parser = forms())]
    format: String,
    /// Schrijf naar dit bestand in plaats van op het scherm (write to this file instead of the screen)
    #[arg(long, env = "TAALBRUG_OUTPUT", value_name = "BESTAND", hide_env = true)]
    output: Option<PathBuf>,
}

fn forms() -> PossibleValuesParser {
    Output::ALL.iter().map(|row| row.1).collect::<Vec<_>>().into()
}

/// Exit code 0: all is written; what the form cannot hold is told on standard error. 2: the glossary cannot be read or has
/// errors, or the file cannot be written.
pub(super) fn run(common: &Common, options: &Options) -> ExitCode {
    let (content, found) = match source::load(&common.glossary) {
        Ok(loaded) => loaded,
        Err(error) => return could_not_run(&error.to_string()),
    };
    if found.iter().any(|finding| finding.severity == Severity::Error) {
        tell("de woordenlijst heeft fouten, dus er zou iets ontbreken. Herstel die eerst, met taalbrug check.");
        return ExitCode::from(crate::cli::COULD_NOT_RUN);
    }
    let Some(form) = Output::from_key(&options.format) else { return could_not_run("kies een vorm met --format.") };
    let (text, losses) = match written(form, &content.glossary) {
        Ok(written) => written,
        Err(refusal) => return could_not_run(&refusal.to_string()),
    };
    match &options.output {
        Some(path) => {
            if let Err(error) = source::write(path, &text) {
                return could_not_run(&error.to_string());
            }
        }
        None => hand_over(&text),
    }
    lost(&losses);
    ExitCode::SUCCESS
}
