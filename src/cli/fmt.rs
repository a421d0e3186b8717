// SPDX-License-Identifier: EUPL-1.2
//! `taalbrug fmt`: all files of the glossary in one layout, with the same meaning.

use std::process::ExitCode;

use clap::Args;

use crate::cli::terminal::say;
use crate::cli::{Common, FOUND_FAULTS, could_not_run};
use crate::source::{self, formatted};

#[derive(Args)]
#[command(next_help_heading = "Keuzes (options)")]
pub(super) struct Options {
    /// Schrijf niets; noem de bestanden die anders worden (write nothing; name the files that would change)
    #[arg(long)]
    check: bool,
}

/// Exit code 0: all is laid out. 1: with `--check` a file that is not, or one that cannot be. 2: not read or written.
pub(super) fn run(common: &Common, options: &Options) -> ExitCode {
    let content = match source::load(&common.glossary) {
        Ok((content, _)) => content,
        Err(error) => return could_not_run(&error.to_string()),
    };
    let (mut changed, mut unfit) = (0, 0);
    for file in content.files.all() {
        let path = common.glossary.join(&file.path);
        match formatted(&file.path, &file.text) {
            None => {
                unfit += 1;
                say(&format!("{}: kan niet worden opgemaakt; zie ‘taalbrug check’", path.display()));
            }
            Some(text) if text != file.text => {
                changed += 1;
                if options.check {
                    say(&format!("{}: is nog niet opgemaakt", path.display()));
                } else if let Err(error) = source::write(&path, &text) {
                    return could_not_run(&error.to_string());
                } else {
                    say(&format!("{}: opgemaakt", path.display()));
                }
            }
            Some(_) => {}
        }
    }
    let verb = if options.check { "op te maken" } else { "opgemaakt" };
    say(&match (changed, content.files.all().len()) {
        (0, all) => format!("Er is niets op te maken in {all} bestanden."),
        (changed, all) => format!("{changed} van {all} bestanden {verb}."),
    });
    if options.check && changed > 0 {
        say("Voer ‘taalbrug fmt’ uit om dit te doen.");
    }
    if unfit > 0 || (options.check && changed > 0) { ExitCode::from(FOUND_FAULTS) } else { ExitCode::SUCCESS }
}
