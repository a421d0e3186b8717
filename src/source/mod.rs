// SPDX-License-Identifier: EUPL-1.2
//! From TOML files to a glossary. The only floor that reads content, and the only one that knows its file format.
//!
//! `files` reads a folder into texts, `shape` says which keys a table may hold, `reader` reads a text against a shape,
//! `convert` makes the model. A fault in content is a finding; what could be read is kept.

mod causes;
mod config;
mod convert;
mod echo;
mod embedder;
mod examples;
mod faults;
mod fields;
mod files;
mod fingerprint;
mod fix;
mod form;
mod format;
mod git;
mod lexicon;
mod log;
mod merge;
mod outside;
mod pairs;
mod reader;
mod revision;
mod schema;
mod shape;
mod skeleton;
mod spot;
mod syntax;
mod wording;
mod write;
mod written;

pub use self::config::{ConfigError, ConfigOption, read_config, read_secret};
pub use self::convert::hours_of;
pub use self::embedder::{EmbedderError, load_embedder};
pub use self::examples::{Promise, WordExample, word_examples};
pub use self::faults::RULES;
pub use self::files::{File, Files, ReadError, stamp};
pub use self::fingerprint::fingerprint;
pub use self::fix::mended;
pub use self::form::{form_fields, form_kinds};
pub use self::format::formatted;
pub use self::log::{
    Commit, Cut, LOG_FILE, Log, MOST_REVISIONS, NoLog, read_log, read_log_of_git, stamp_of_git, written as written_log,
};
pub use self::merge::{Difference, Merged, Offered, OnClash, Outcome, merged};
pub use self::outside::{OutsideError, read_outside};
pub use self::pairs::{PairsError, TextPair, read_pairs};
pub use self::revision::{Repository, RevisionError, load_revision, repository_of};
pub use self::schema::{format_page, kinds_of_files, schema_of};
pub use self::skeleton::{PLACEHOLDER, Start, skeleton};
pub use self::spot::Spot;
pub use self::write::{WriteError, append, text_of, write};
pub use self::written::{glossary_files, glossary_json, glossary_schema, sources_text, term_text};

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::diagnostic::{Finding, Place};
use crate::language::Lexicon;
use crate::model::Glossary;

/// What a folder of files holds, as far as it could be read.
#[derive(Debug)]
pub struct Content {
    /// The glossary.
    pub glossary: Glossary,
    /// The word lists.
    pub lexicon: Lexicon,
    /// The texts it came from.
    pub files: Files,
    /// For lists of tables in which one could not be read: which rows were kept.
    kept: spot::KeptRows,
    /// Identifiers of rows that could not be read: they exist, though the model lacks them.
    unread: BTreeSet<String>,
    /// Files that could not be read to their end, so that what they hold is not known.
    broken: BTreeSet<String>,
    /// By file, the ways down to what was told of while reading.
    told: BTreeMap<String, BTreeSet<String>>,
}

impl Content {
    /// Whether something may exist though the model lacks it: its own row, or the file it belongs in, has a fault
    /// that was told already.
    #[must_use]
    pub fn may_hold(&self, file: &str, id: &str) -> bool {
        self.unread.contains(id) || self.broken.contains(file)
    }

    /// Whether everything could be read, so that what the model lacks is not there.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.unread.is_empty() && self.broken.is_empty() && self.told.values().all(BTreeSet::is_empty)
    }

    /// Whether this file could be read to its end.
    #[must_use]
    pub fn is_read(&self, spot: &Spot) -> bool {
        !self.broken.contains(spot.way(&self.kept).0)
    }

    /// Whether a fault was told of here, or in what stands below, so that what is missing is no news.
    #[must_use]
    pub fn was_told(&self, spot: &Spot) -> bool {
        let (file, way) = spot.way(&self.kept);
        let way = way.join(".");
        let below = |told: &String| {
            told.strip_prefix(way.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        };
        self.told.get(file).is_some_and(|told| told.iter().any(below))
    }

    /// Gives each finding a key by which it is known while lines and rows move.
    pub fn name_keys(&self, findings: &mut [Finding]) {
        spot::name_keys(findings, &self.files);
    }

    /// Where things stand, in their order. Gives the nearest place that is there: of a missing key its table.
    #[must_use]
    pub fn places<'s>(&self, spots: impl Iterator<Item = &'s Spot>) -> Vec<Place> {
        spot::locate(spots, &self.files, &self.kept)
    }
}

/// The keys that a term file may hold, also in its concepts and verdicts.
#[must_use]
pub fn keys_of_terms() -> Vec<&'static str> {
    shape::names_of(&shape::TERM)
}

/// The keys that the files of a place may hold.
#[must_use]
pub fn keys_of_places() -> Vec<&'static str> {
    [&shape::PLACE, &shape::LOCAL_TERM].into_iter().flat_map(shape::names_of).collect()
}

/// Reads a glossary folder, with the faults found while reading.
///
/// # Errors
/// When the folder itself cannot be read. Faults in files are findings.
pub fn load(root: &Path) -> Result<(Content, Vec<Finding>), ReadError> {
    let (files, findings) = read(root)?;
    Ok(from_files(files, findings))
}

/// Reads the texts of a glossary folder, with the faults found in files as such.
///
/// # Errors
/// When the folder itself cannot be read.
pub fn read(root: &Path) -> Result<(Files, Vec<Finding>), ReadError> {
    files::read(root)
}

/// Makes a glossary of texts that are at hand, with the faults found before and now.
#[must_use]
pub fn from_files(files: Files, findings: Vec<Finding>) -> (Content, Vec<Finding>) {
    convert::convert(files, findings)
}
