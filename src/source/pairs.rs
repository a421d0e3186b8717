// SPDX-License-Identifier: EUPL-1.2
//! Pairs of texts to compare that stand in no glossary: one JSON object on a line.
#![allow(clippy::disallowed_methods, reason = "this is where files of pairs are read")]

use std::collections::BTreeMap;
use std::fmt;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use serde::Deserialize;

use crate::diagnostic::reason;

/// The largest file of pairs, in bytes.
const LARGEST: u64 = 100_000_000;

/// Two texts about one word, as they stand on a line.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct TextPair {
    /// What the answer is called by.
    pub id: String,
    /// The word.
    pub term: String,
    /// The first definition; empty when that side has none.
    pub a_text: String,
    /// The facet phrases of the first, by key.
    pub a_facets: BTreeMap<String, String>,
    /// The second definition.
    pub b_text: String,
    /// The facet phrases of the second.
    pub b_facets: BTreeMap<String, String>,
}

/// Why a file of pairs cannot be used.
#[derive(Debug)]
pub enum PairsError {
    /// It cannot be read.
    Unreadable(PathBuf, io::Error),
    /// A line of it is no pair: the file, the line, and what is wrong.
    Faulty(PathBuf, usize, String),
}

impl fmt::Display for PairsError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable(path, cause) => {
                write!(out, "de paren zijn niet te lezen: {} ({})", path.display(), reason(cause))
            }
            Self::Faulty(path, line, wrong) => write!(out, "{}:{line}: {wrong}", path.display()),
        }
    }
}

impl std::error::Error for PairsError {}

/// Reads pairs from a file, or from standard input when its name is `-`.
///
/// # Errors
/// When it cannot be read or a line of it is no pair.
pub fn read_pairs(path: &Path) -> Result<Vec<TextPair>, PairsError> {
    let text = read(path).map_err(|cause| PairsError::Unreadable(path.to_owned(), cause))?;
    let parse = |(number, line): (usize, &str)| {
        serde_json::from_str(line).map_err(|error| {
            let wrong = format!(
                "dit is geen paar: kijk bij teken {}. Schrijf één JSON-object op een regel, met id, term, a_text en b_text.",
                error.column()
            );
            PairsError::Faulty(path.to_owned(), number + 1, wrong)
        })
    };
    text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()).map(parse).collect()
}

fn read(path: &Path) -> io::Result<String> {
    let mut text = String::new();
    if path.as_os_str() == "-" {
        io::stdin().take(LARGEST).read_to_string(&mut text)?;
    } else {
        std::fs::File::open(path)?.take(LARGEST).read_to_string(&mut text)?;
    }
    Ok(text)
}
