// SPDX-License-Identifier: EUPL-1.2
//! A configuration file: a flat table of options. Read here because this floor is the one that reads TOML.
#![allow(clippy::disallowed_methods, reason = "this is where the configuration is read")]

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use toml::de::{DeTable, DeValue};

use crate::diagnostic::{Lines, reason};
use crate::source::syntax;

/// The largest configuration file, in bytes.
const LARGEST: u64 = 1_000_000;

/// Why a configuration file cannot be used.
#[derive(Debug)]
pub enum ConfigError {
    /// It cannot be read.
    Unreadable(PathBuf, io::Error),
    /// Something in it is wrong: the file, the line, what and how to mend it.
    Faulty(PathBuf, usize, String),
}

impl fmt::Display for ConfigError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable(path, cause) => {
                write!(out, "de instellingen zijn niet te lezen: {} ({})", path.display(), reason(cause))
            }
            Self::Faulty(path, line, wrong) => write!(out, "{}:{line}: {wrong}", path.display()),
        }
    }
}

impl std::error::Error for ConfigError {}

/// An option of a configuration file: its name, its value, and the line it stands on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConfigOption {
    /// The name, as written.
    pub name: String,
    /// The value as text.
    pub value: String,
    /// The line, from 1.
    pub line: usize,
}

/// The text of a plain file of a sensible size.
fn read_plain(path: &Path) -> io::Result<String> {
    let data = std::fs::metadata(path)?;
    if !data.is_dir() && !data.is_file() || data.len() > LARGEST {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "is geen gewoon bestand met instellingen"));
    }
    std::fs::read_to_string(path)
}

/// Reads a file with a secret. What stands in it is in no error.
///
/// # Errors
/// When it cannot be read.
pub fn read_secret(path: &Path) -> Result<String, ConfigError> {
    read_plain(path).map_err(|cause| ConfigError::Unreadable(path.to_owned(), cause))
}

/// Reads a configuration file.
///
/// # Errors
/// When it cannot be read, is no TOML, or holds something else than texts, numbers and yes or no.
pub fn read_config(path: &Path) -> Result<Vec<ConfigOption>, ConfigError> {
    let text = read_plain(path).map_err(|cause| ConfigError::Unreadable(path.to_owned(), cause))?;
    let lines = Lines::of(&text);
    let line = |offset| lines.line_and_column(offset).0;
    let faulty = |offset, wrong: String| ConfigError::Faulty(path.to_owned(), line(offset), wrong);
    let table = DeTable::parse(&text).map_err(|error| {
        let span = error.span().unwrap_or(0..0);
        let (wrong, mend) = syntax::explain(error.message(), text.get(span.clone()).unwrap_or_default());
        faulty(span.start, format!("{wrong}. {mend}"))
    })?;
    let option = |(name, value): (&toml::Spanned<std::borrow::Cow<'_, str>>, &toml::Spanned<DeValue<'_>>)| {
        let text = match value.get_ref() {
            DeValue::String(text) => text.to_string(),
            DeValue::Integer(number) => number.as_str().to_owned(),
            DeValue::Float(number) => number.as_str().to_owned(),
            DeValue::Boolean(truth) => truth.to_string(),
            _ => {
                return Err(faulty(
                    value.span().start,
                    format!("‘{}’ hoort een tekst of een getal te zijn", name.get_ref()),
                ));
            }
        };
        Ok(ConfigOption { name: name.get_ref().to_string(), value: text, line: line(name.span().start) })
    };
    table.get_ref().iter().map(option).collect()
}
