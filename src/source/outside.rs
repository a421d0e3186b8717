// SPDX-License-Identifier: EUPL-1.2
//! A file that is no part of the glossary: what someone brings from elsewhere. Bounded, because nobody knows what it is.
#![allow(clippy::disallowed_methods, reason = "this is where what is brought is read")]

use std::fmt;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use crate::diagnostic::reason;

/// The largest file that is read, in bytes.
const LARGEST: u64 = 32_000_000;

/// Why a file could not be read.
#[derive(Debug)]
pub struct OutsideError {
    path: PathBuf,
    cause: Cause,
}

#[derive(Debug)]
enum Cause {
    Io(io::Error),
    NoFile,
    TooLarge,
    NotUtf8(usize),
}

impl fmt::Display for OutsideError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = self.path.display();
        match &self.cause {
            Cause::Io(cause) => write!(out, "{path} is niet te lezen ({}).", reason(cause)),
            Cause::NoFile => write!(out, "{path} is geen gewoon bestand."),
            Cause::TooLarge => {
                write!(out, "{path} is te groot: {LARGEST} bytes is het meeste. Verdeel het over meer bestanden.")
            }
            Cause::NotUtf8(line) => write!(
                out,
                "{path} is geen UTF-8-tekst: op regel {line} staat een onleesbaar teken. Kies in uw rekenblad bij ‘Opslaan als’ voor ‘CSV UTF-8’."
            ),
        }
    }
}

impl std::error::Error for OutsideError {}

/// The text of a file, without the mark at its start that some programs write.
///
/// # Errors
/// When it cannot be read, is larger than 32 MB, or is no UTF-8.
pub fn read_outside(path: &Path) -> Result<String, OutsideError> {
    let wrong = |cause| OutsideError { path: path.to_owned(), cause };
    let data = std::fs::metadata(path).map_err(|cause| wrong(Cause::Io(cause)))?;
    if !data.is_file() {
        return Err(wrong(Cause::NoFile));
    }
    let mut bytes = Vec::new();
    let read = File::open(path).and_then(|file| file.take(LARGEST + 1).read_to_end(&mut bytes));
    read.map_err(|cause| wrong(Cause::Io(cause)))?;
    if bytes.len() as u64 > LARGEST {
        return Err(wrong(Cause::TooLarge));
    }
    let text = String::from_utf8(bytes).map_err(|error| {
        let good = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        wrong(Cause::NotUtf8(good.iter().filter(|&&byte| byte == b'\n').count() + 1))
    })?;
    Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
}
