// SPDX-License-Identifier: EUPL-1.2
//! Writing content back: whole files, each first beside its place and then renamed, so that nobody reads half of one.
#![allow(clippy::disallowed_methods, reason = "this is where content is written")]

use std::fmt;
use std::fs::{self, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use crate::diagnostic::reason;

/// Why a file could not be written, or read to be written over.
#[derive(Debug)]
pub struct WriteError {
    path: PathBuf,
    deed: &'static str,
    cause: io::Error,
}

impl fmt::Display for WriteError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "niet te {}: {} ({})", self.deed, self.path.display(), reason(&self.cause))
    }
}

impl std::error::Error for WriteError {}

/// Adds text at the end of a file, which is made when it is not there.
///
/// # Errors
/// When the file cannot be written.
pub fn append(path: &Path, text: &str) -> Result<(), WriteError> {
    let written = OpenOptions::new().append(true).create(true).open(path);
    let written = written.and_then(|mut file| file.write_all(text.as_bytes()));
    written.map_err(|cause| WriteError { path: path.to_owned(), deed: "schrijven", cause })
}

/// The text of a file that may be written over; nothing where there is none.
///
/// # Errors
/// When it is there and cannot be read.
pub fn text_of(path: &Path) -> Result<Option<String>, WriteError> {
    match fs::read_to_string(path) {
        Ok(text) => Ok(Some(text)),
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(cause) => Err(WriteError { path: path.to_owned(), deed: "lezen", cause }),
    }
}

/// Writes a whole file, with its folder: first beside it, then in its place. A link stays a link.
///
/// # Errors
/// When the file cannot be written; then the old one is still there.
pub fn write(path: &Path, text: &str) -> Result<(), WriteError> {
    let place = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let beside = place.with_extension("toml.new~");
    let written = replace(&place, &beside, text);
    if written.is_err() {
        let _ = fs::remove_file(&beside);
    }
    written.map_err(|cause| WriteError { path: path.to_owned(), deed: "schrijven", cause })
}

fn replace(place: &Path, beside: &Path, text: &str) -> io::Result<()> {
    if let Some(folder) = place.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(beside, text)?;
    if let Ok(data) = fs::metadata(place) {
        fs::set_permissions(beside, data.permissions())?;
    }
    fs::rename(beside, place)
}
