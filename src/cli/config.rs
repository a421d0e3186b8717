// SPDX-License-Identifier: EUPL-1.2
//! `taalbrug config`: the settings of the service as they hold now, each with where it came from; what is secret stays hidden. What is
//! printed is itself a file for `--config`.

use std::fmt;
use std::path::PathBuf;
use std::process::ExitCode;

use crate::cli::terminal::say;

/// Words in names of settings whose values are nobody's business.
const SECRET: [&str; 5] = ["secret", "token", "password", "key", "webhook"];

/// Settings that stand in no file.
const NOT_IN_FILES: [&str; 1] = ["config"];

/// A setting as it holds.
pub(super) struct Setting {
    /// As it is written after two hyphens.
    pub name: String,
    /// What it is, where it was set.
    pub value: Option<String>,
    pub origin: Origin,
}

/// Where a setting came from.
pub(super) enum Origin {
    CommandLine,
    /// The environment: the variable.
    Environment(String),
    /// The configuration file, and the line.
    File(PathBuf, usize),
    Default,
    /// Nobody set it, and it has no default.
    Unset,
}

impl fmt::Display for Origin {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::CommandLine => out.write_str("opdrachtregel (command line)"),
            Self::Environment(variable) => write!(out, "omgeving (environment): {variable}"),
            Self::File(path, line) => write!(out, "bestand (file): {}:{line}", path.display()),
            Self::Default => out.write_str("standaard (default)"),
            Self::Unset => out.write_str("niet ingesteld (not set)"),
        }
    }
}

pub(super) fn run(mut settings: Vec<Setting>) -> ExitCode {
    settings.sort_by(|one, other| one.name.cmp(&other.name));
    let lines: Vec<(String, &Origin)> = settings.iter().map(|setting| (line(setting), &setting.origin)).collect();
    let width = lines.iter().map(|(line, _)| line.chars().count()).max().unwrap_or(0);
    for (line, origin) in lines {
        say(&format!("{line:width$}  # {origin}"));
    }
    ExitCode::SUCCESS
}

/// A setting as a line of a configuration file; a comment where it cannot stand in one.
fn line(setting: &Setting) -> String {
    let name = &setting.name;
    match &setting.value {
        Some(value) if NOT_IN_FILES.contains(&name.as_str()) => format!("# {name} = {}", quoted(value)),
        Some(_) if is_secret(name) => format!("# {name} = (verborgen, hidden)"),
        Some(value) => format!("{name} = {}", quoted(value)),
        None => format!("# {name} ="),
    }
}

fn is_secret(name: &str) -> bool {
    SECRET.iter().any(|word| name.contains(word))
}

/// A text as TOML writes it.
fn quoted(text: &str) -> String {
    let inner: String = text
        .chars()
        .map(|letter| match letter {
            '"' => "\\\"".to_owned(),
            '\\' => "\\\\".to_owned(),
            control if control.is_control() => format!("\\u{:04X}", u32::from(control)),
            letter => letter.to_string(),
        })
        .collect();
    format!("\"{inner}\"")
}

#[cfg(test)]
mod tests {
    use super::{Origin, Setting, line};

    #[test]
    fn a_setting_is_a_line_of_a_file_and_a_secret_is_not_told() {
        for (name, value, shown) in [
            ("listen", Some("0.0.0.0:80"), "listen = \"0.0.0.0:80\""),
            ("contact-name", Some("Team \"A\\B\"\n"), "contact-name = \"Team \\\"A\\\\B\\\"\\u000A\""),
            ("base-url", None, "# base-url ="),
            ("config", Some("a.toml"), "# config = \"a.toml\""),
            ("webhook-secret", Some("hush"), "# webhook-secret = (verborgen, hidden)"),
            ("api-token", Some("hush"), "# api-token = (verborgen, hidden)"),
        ] {
            let setting = Setting { name: name.to_owned(), value: value.map(str::to_owned), origin: Origin::Default };
            assert_eq!(line(&setting), shown);
        }
    }
}
