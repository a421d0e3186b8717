//! `taalbrug check`: everything that is wrong with the glossary, in one run.

use std::path::PathBuf;
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

/// The file that a forge shows beside the log of a run, where it names one.
fn summary_file() -> Option<PathBuf> {
    std::env::var_os("GITHUB_STEP_SUMMARY").filter(|path| !path.is_empty()).map(PathBuf::from)
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
    let shown = |format| render(format, &findings, &root, &|path| content.files.text(path));
    say(shown(format).trim_end_matches('\n'));
    if let Some(path) = summary_file().filter(|_| format == Format::Github)
        && let Err(error) = source::append(&path, &shown(Format::Markdown))
    {
        return could_not_run(&error.to_string());
    }
    let tally = Tally::of(&findings);
    if tally.errors + tally.warnings == 0 { ExitCode::SUCCESS } else { ExitCode::from(FOUND_FAULTS) }
}
