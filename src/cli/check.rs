//! `taalbrug check`: everything that is wrong with the glossary, in one run.

use std::process::ExitCode;

use clap::Args;
use clap::builder::PossibleValuesParser;

use crate::check;
use crate::cli::terminal::say;
use crate::cli::{Common, FOUND_FAULTS, could_not_run};
use crate::diagnostic::{Format, Tally, render};
use crate::model::Keyed;
use crate::publication::today;
use crate::source;

#[derive(Args)]
#[command(next_help_heading = "Keuzes (options)")]
pub(super) struct Options {
    /// Vorm van het verslag (the form of the report)
    #[arg(long, env = "TAALBRUG_FORMAT", value_name = "VORM", default_value = "human", hide_env = true, value_parser = formats())]
    format: String,
}

fn formats() -> PossibleValuesParser {
    Format::ALL.iter().map(|row| row.1).collect::<Vec<_>>().into()
}

/// Exit code 0: nothing to mend. 1: errors or warnings. 2: the folder cannot be read.
pub(super) fn run(common: &Common, options: &Options) -> ExitCode {
    let (content, found) = match source::load(&common.glossary) {
        Ok(loaded) => loaded,
        Err(error) => return could_not_run(&error.to_string()),
    };
    let findings = check::run(&content, found, today());
    let format = Format::from_key(&options.format).unwrap_or(Format::Human);
    let root = common.glossary.display().to_string();
    say(render(format, &findings, &root, &|path| content.files.text(path)).trim_end_matches('\n'));
    let tally = Tally::of(&findings);
    if tally.errors + tally.warnings == 0 { ExitCode::SUCCESS } else { ExitCode::from(FOUND_FAULTS) }
}
