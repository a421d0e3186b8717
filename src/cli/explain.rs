// SPDX-License-Identifier: EUPL-1.2
//! `taalbrug explain`: the handbook page of a rule, or the whole handbook.

use std::process::ExitCode;

use clap::Args;

use crate::check::{all_rules, handbook, page};
use crate::cli::could_not_run;
use crate::cli::terminal::say;
use crate::language::nearest;

#[derive(Args)]
#[command(next_help_heading = "Keuzes (options)")]
pub(super) struct Options {
    /// De code van de regel, zoals G115; zonder code het hele handboek (the code of the rule; without one the whole handbook)
    #[arg(value_name = "CODE")]
    code: Option<String>,
}

pub(super) fn run(options: &Options) -> ExitCode {
    let Some(asked) = options.code.as_deref().map(|code| code.trim().to_uppercase()) else {
        say(handbook().trim_end());
        return ExitCode::SUCCESS;
    };
    match all_rules().find(|rule| rule.code == asked) {
        Some(rule) => {
            say(page(rule).trim_end());
            ExitCode::SUCCESS
        }
        None => {
            let near = nearest(&asked, all_rules().map(|rule| rule.code));
            let mend = near.map_or_else(
                || "De codes staan in docs/rules.md.".to_owned(),
                |near| format!("Bedoelt u ‘{near}’? Alle codes staan in docs/rules.md."),
            );
            could_not_run(&format!("er is geen regel ‘{asked}’. {mend}"))
        }
    }
}
