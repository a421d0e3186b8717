// SPDX-License-Identifier: EUPL-1.2
//! From arguments to options: the configuration file gives defaults, the environment wins over it, arguments win
//! over both.

use std::collections::BTreeSet;
use std::ffi::{OsStr, OsString};
use std::path::PathBuf;

use clap::parser::ValueSource;
use clap::{Arg, ArgMatches, Command as Clap, CommandFactory, FromArgMatches};

use crate::cli::Cli;
use crate::cli::config::{Origin, Setting};
use crate::language::nearest;
use crate::source::{ConfigError, ConfigOption, read_config};

/// Variables that are read and are no option: secrets stand in no list of processes, and the mark of a build is lent by cargo.
const NO_OPTIONS: [&str; 2] = ["TAALBRUG_WEBHOOK_SECRET", "TAALBRUG_BUILD"];

/// How help is laid out, for the program and for each command.
const HELP: &str = "{about}\n\nGebruik (usage): {usage}\n\n{all-args}{after-help}\n";

/// Why arguments cannot be used.
pub(super) enum Unusable {
    /// They are not what the commands take; also when help was asked for.
    Arguments(clap::Error),
    /// The configuration file is at fault.
    Config(ConfigError),
}

/// Reads arguments, with the defaults of the configuration file that they or the environment name. Beside them stands where each setting
/// of the command came from.
pub(super) fn parse(arguments: Vec<OsString>) -> Result<(Cli, Vec<Setting>), Unusable> {
    let mut command = Cli::command().help_template(HELP).mut_subcommands(|inner| inner.help_template(HELP));
    let first = command.clone().ignore_errors(true).try_get_matches_from(&arguments);
    let path = first.ok().and_then(|matches| config_path(&matches));
    let mut written = Vec::new();
    if let Some(path) = &path {
        written = read_config(path).map_err(Unusable::Config)?;
        for option in &written {
            command = with_default(command, option, path)?;
        }
    }
    let matches = command.try_get_matches_from_mut(arguments).map_err(Unusable::Arguments)?;
    let settings = settings(&command, &matches, |id| {
        let option = written.iter().rfind(|option| option.name.replace('-', "_") == id)?;
        Some(Origin::File(path.clone()?, option.line))
    });
    Ok((Cli::from_arg_matches(&matches).map_err(Unusable::Arguments)?, settings))
}

/// The settings of the command that was asked for, with where each came from; `in_file` says where one stands in the file.
fn settings(command: &Clap, matches: &ArgMatches, in_file: impl Fn(&str) -> Option<Origin>) -> Vec<Setting> {
    let Some((name, inner)) = matches.subcommand() else { return Vec::new() };
    let Some(asked) = command.find_subcommand(name) else { return Vec::new() };
    let setting = |argument: &Arg| {
        let id = argument.get_id().as_str();
        let value = inner.try_get_raw(id).ok().flatten().and_then(|mut values| values.next());
        let origin = match inner.value_source(id) {
            Some(ValueSource::CommandLine) => Origin::CommandLine,
            Some(ValueSource::EnvVariable) => {
                Origin::Environment(argument.get_env().map(OsStr::to_string_lossy).unwrap_or_default().into_owned())
            }
            Some(_) => in_file(id).unwrap_or(Origin::Default),
            None => Origin::Unset,
        };
        let value = value.map(|value| value.to_string_lossy().into_owned());
        Some(Setting { name: argument.get_long()?.to_owned(), value, origin })
    };
    let of_settings = asked.get_arguments().filter(|argument| argument.get_action().takes_values());
    of_settings.filter_map(setting).collect()
}

/// The variables of the environment that begin as ours do and are none of any command: each with the one that it is near, if any.
pub(super) fn unknown_variables() -> Vec<(String, Option<String>)> {
    let command = Cli::command();
    let all = command.get_arguments().chain(command.get_subcommands().flat_map(Clap::get_arguments));
    let known: BTreeSet<String> =
        all.filter_map(|argument| Some(argument.get_env()?.to_string_lossy().into_owned())).collect();
    let ours = std::env::vars_os().filter_map(|(name, _)| name.into_string().ok());
    let mut unknown: Vec<String> = ours
        .filter(|name| name.starts_with("TAALBRUG_") && !known.contains(name) && !NO_OPTIONS.contains(&name.as_str()))
        .collect();
    unknown.sort();
    let near = |name: &str| nearest(name, known.iter().map(String::as_str)).map(str::to_owned);
    unknown.into_iter().map(|name| (name.clone(), near(&name))).collect()
}

fn config_path(matches: &ArgMatches) -> Option<PathBuf> {
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
