// SPDX-License-Identifier: EUPL-1.2
//! `taalbrug history`: what changed per revision, in short; and the file that tells it where git is not.

use std::process::ExitCode;

use clap::Args;

use crate::cli::terminal::{HEADING, QUIET, say, styled};
use crate::cli::{Common, could_not_run};
use crate::history::{History, Kept, Revision};
use crate::model::Keyed;
use crate::source::{LOG_FILE, read_log, read_log_of_git, write, written_log};

#[derive(Args)]
#[command(next_help_heading = "Keuzes (options)")]
pub(super) struct Options {
    /// Schrijf history.jsonl in de map met de woordenlijst, voor waar git niet is (write history.jsonl, for where git is not)
    #[arg(long)]
    write: bool,
    /// Hoeveel versies er worden getoond (how many revisions are shown)
    #[arg(long, value_name = "AANTAL", default_value_t = 20)]
    most: usize,
}

/// Exit code 0: it was told or written. 2: there is no history, or it cannot be written.
pub(super) fn run(common: &Common, options: &Options) -> ExitCode {
    if options.write { write_file(common) } else { show(common, options.most) }
}

fn write_file(common: &Common) -> ExitCode {
    let log = match read_log_of_git(&common.glossary) {
        Ok(log) => log,
        Err(why) => return could_not_run(&why.to_string()),
    };
    let file = common.glossary.join(LOG_FILE);
    if let Err(error) = write(&file, &written_log(&log)) {
        return could_not_run(&error.to_string());
    }
    let count = log.commits.len();
    say(&format!("Geschreven (written): {} ({count} versies, {count} revisions)", file.display()));
    if let Some(cut) = log.cut {
        say(&styled(QUIET, cut.dutch()));
    }
    ExitCode::SUCCESS
}

fn show(common: &Common, most: usize) -> ExitCode {
    let log = match read_log(&common.glossary) {
        Ok(log) => log,
        Err(why) => return could_not_run(&why.to_string()),
    };
    let history = History::of(&log, &mut Kept::in_memory());
    for revision in history.revisions.iter().rev().take(most) {
        print(revision);
    }
    let left = history.revisions.len().saturating_sub(most);
    let lines = [
        (left > 0).then(|| format!("En nog {left} eerdere versies; --most toont er meer.")),
        history.cut.map(|cut| cut.dutch().to_owned()),
        (history.unreadable > 0).then(|| format!("Niet te lezen als woordenlijst: {} versies.", history.unreadable)),
        (history.unchanged > 0).then(|| format!("Zonder gevolg voor de betekenis: {} versies.", history.unchanged)),
    ];
    lines.into_iter().flatten().for_each(|line| say(&styled(QUIET, &line)));
    ExitCode::SUCCESS
}

fn print(revision: &Revision) {
    let (report, counts) = (&revision.told.report, &revision.told.counts);
    let figures = format!(
        "{} woorden, {} betekenissen, {} van {} paren lopen uit elkaar",
        counts.terms,
        counts.concepts,
        counts.all().parting(),
        counts.all().pairs()
    );
    say(&format!("{} {}", styled(HEADING, &format!("{} {}", revision.day, revision.commit)), styled(QUIET, &figures)));
    for term in &report.terms {
        say(&format!("  {} – {}", term.label, crate::change::TermFate::words_of(&term.fate).0));
        for effect in &term.effects {
            say(&styled(QUIET, &format!("    {}", effect.sentence)));
        }
    }
    for part in &report.elsewhere {
        say(&styled(QUIET, &format!("  Buiten de woorden: {}", part.label)));
    }
}
