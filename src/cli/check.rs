// SPDX-License-Identifier: EUPL-1.2
//! `taalbrug check`: everything that is wrong with the glossary, in one run.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use clap::builder::PossibleValuesParser;

use crate::check;
use crate::cli::terminal::say;
use crate::cli::{Common, FOUND_FAULTS, could_not_run, mention};
use crate::diagnostic::{Finding, Format, Tally, render};
use crate::model::Keyed;
use crate::publication::today;
use crate::source;

#[derive(Args)]
#[command(next_help_heading = "Keuzes (options)")]
pub(super) struct Options {
    /// Vorm van het verslag (the form of the report)
    #[arg(long, env = "TAALBRUG_FORMAT", value_name = "VORM", default_value = "human", hide_env = true, value_parser = formats())]
    format: String,
    /// Verbeter eerst wat het programma zelf veilig kan verbeteren (first mend what the program can safely mend by itself)
    #[arg(long)]
    fix: bool,
}

/// Fixes may bring others to light; after so many rounds it is enough.
const MOST_ROUNDS: usize = 5;

fn formats() -> PossibleValuesParser {
    Format::ALL.iter().map(|row| row.1).collect::<Vec<_>>().into()
}

/// The file that a forge shows beside the log of a run, where it names one.
fn summary_file() -> Option<PathBuf> {
    std::env::var_os("GITHUB_STEP_SUMMARY").filter(|path| !path.is_empty()).map(PathBuf::from)
}

/// Mends what can be mended safely, file by file, until nothing is left of it.
fn mend(common: &Common) -> Result<(), String> {
    for _ in 0..MOST_ROUNDS {
        let (content, found) = source::load(&common.glossary).map_err(|error| error.to_string())?;
        let findings = check::run(&content, found, today());
        let mut made = 0;
        for file in content.files.all() {
            let own: Vec<&Finding> = findings.iter().filter(|finding| finding.place.file == file.path).collect();
            let (text, number) = source::mended(&file.text, &own);
            if number > 0 {
                let path = common.glossary.join(&file.path);
                source::write(&path, &text).map_err(|error| error.to_string())?;
                mention(&format!("{}: {number} verbeterd", path.display()));
                made += number;
            }
        }
        if made == 0 {
            break;
        }
    }
    Ok(())
}

/// Exit code 0: nothing to mend. 1: errors or warnings. 2: the folder cannot be read.
pub(super) fn run(common: &Common, options: &Options) -> ExitCode {
    if options.fix
        && let Err(why) = mend(common)
    {
        return could_not_run(&why);
    }
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
