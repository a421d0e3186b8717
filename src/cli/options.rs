// SPDX-License-Identifier: EUPL-1.2
//! From arguments to options: the configuration file gives defaults, the environment wins over it, arguments win
//! over both.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Command as Clap, CommandFactory, FromArgMatches};

use crate::cli::Cli;
use crate::language::nearest;
use crate::source::{ConfigError, ConfigOption, read_config};

/// How help is laid out, for the program and for each command.
const HELP: &str = "{about}\n\nGebruik (usage): {usage}\n\n{all-args}{after-help}\n";

/// Why arguments cannot be used.
pub(super) enum Unusable {
    /// They are not what the commands take; also when help was asked for.
    Arguments(clap::Error),
    /// The configuration file is at fault.
    Config(ConfigError),
}

/// Reads arguments, with the defaults of the configuration file that they or the environment name.
pub(super) fn parse(arguments: Vec<OsString>) -> Result<Cli, Unusable> {
    let mut command = Cli::command().help_template(HELP).mut_subcommands(|inner| inner.help_template(HELP));
    let first = command.clone().ignore_errors(true).try_get_matches_from(&arguments);
    if let Some(path) = first.ok().and_then(|matches| config_path(&matches)) {
        let options = read_config(&path).map_err(Unusable::Config)?;
        for option in &options {
            command = with_default(command, option, &path)?;
        }
    }
    let matches = command.try_get_matches_from(arguments).map_err(Unusable::Arguments)?;
    Cli::from_arg_matches(&matches).map_err(Unusable::Arguments)
}

fn config_path(matches: &clap::ArgMatches) -> Option<PathBuf> {
    let own = matches.try_get_one::<PathBuf>("config").ok().flatten().cloned();
    own.or_else(|| {
        matches.subcommand().and_then(|(_, inner)| inner.try_get_one::<PathBuf>("config").ok().flatten().cloned())
    })
}

/// The command with this option's value as the default wherever the option exists.
fn with_default(command: Clap, option: &ConfigOption, path: &std::path::Path) -> Result<Clap, Unusable> {
    let id = option.name.replace('-', "_");
    let has = |command: &Clap| command.get_arguments().any(|argument| argument.get_id() == id.as_str());
    let known = has(&command) || command.get_subcommands().any(has);
    if !known || ["config", "help", "version"].contains(&id.as_str()) {
        let names: Vec<String> = command
            .get_arguments()
            .chain(command.get_subcommands().flat_map(Clap::get_arguments))
            .filter_map(|argument| argument.get_long().map(|long| long.replace('-', "_")))
            .collect();
        let mend = nearest(&id, names.iter().map(String::as_str))
            .map_or_else(String::new, |near| format!(" Bedoelt u ‘{near}’?"));
        let wrong = format!("‘{}’ is geen instelling.{mend}", option.name);
        return Err(Unusable::Config(ConfigError::Faulty(path.to_owned(), option.line, wrong)));
    }
    let set = |command: Clap| {
        if has(&command) {
            command.mut_arg(id.clone(), |argument| argument.default_value(option.value.clone()))
        } else {
            command
        }
    };
    let mut command = set(command);
    let names: Vec<String> = command.get_subcommands().map(|inner| inner.get_name().to_owned()).collect();
    for name in names {
        command = command.mut_subcommand(name, set);
    }
    Ok(command)
}
