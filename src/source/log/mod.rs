// SPDX-License-Identifier: EUPL-1.2
//! The log of a glossary folder: what each revision changed in its files, as texts. It comes from git, or from a file that
//! was written where git was at hand. What it means is for others to say.

mod of_file;
mod of_git;

pub use self::of_file::{LOG_FILE, written};

use std::fmt;
use std::path::Path;
use std::sync::Arc;

use crate::model::Keyed;

/// The most revisions that are read; of a large glossary fewer, so that no more than half a million texts are gone through.
pub const MOST_REVISIONS: usize = 1000;

/// The most texts that are gone through: revisions times files.
pub const MOST_TEXTS: usize = 500_000;

/// The most bytes of texts that a log holds, each text once.
pub const MOST_BYTES: usize = 100_000_000;

/// What each revision changed in the files of a glossary, the oldest first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Log {
    /// The revisions; the first brings all files.
    pub commits: Vec<Commit>,
    /// Why it does not begin where the glossary began.
    pub cut: Option<Cut>,
}

/// A revision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Commit {
    /// Its whole identifier, hexadecimal.
    pub id: String,
    /// When it came into the repository, in seconds from 1970 (UTC).
    pub seconds: i64,
    /// Whether its files stand in the place of all that were there.
    pub is_whole: bool,
    /// Files by their path in the folder, and what they say now; nothing where they are gone.
    pub files: Vec<(String, Option<Arc<str>>)>,
}

/// Why a log does not begin where the glossary began.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cut {
    /// The clone is shallow: it holds the latest revisions alone.
    Shallow,
    /// There are more than are read.
    Bound,
}

impl Keyed for Cut {
    const ALL: &'static [(Self, &'static str, &'static str, &'static str)] = &[
        (
            Self::Shallow,
            "shallow",
            "Deze kopie van de woordenlijst heeft alleen de laatste versies. Wat daarvoor is gewijzigd, staat hier niet.",
            "This copy of the glossary has the latest revisions only. What changed before them does not stand here.",
        ),
        (
            Self::Bound,
            "bound",
            "Er zijn meer versies dan wij lezen. Wat daarvoor is gewijzigd, staat hier niet.",
            "There are more revisions than we read. What changed before them does not stand here.",
        ),
    ];
}

/// Why there is no log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoLog {
    /// Nobody looked for one.
    Unasked,
    /// The program git is not there, nor the file.
    NoGit,
    /// The folder lies in no work tree of git, and the file is not there.
    NoRepository,
    /// The work tree belongs to another user, so that git does not read it.
    Owner,
    /// Git holds no revision of the folder.
    NoRevisions,
    /// The texts are more than are kept.
    TooLarge,
    /// The file is there and cannot be read: what is wrong.
    Faulty(String),
    /// Git failed in another way: what it said.
    Failed(String),
}

impl NoLog {
    /// Why, for whoever reads the service: nothing of the machine is told.
    #[must_use]
    pub fn words(&self) -> (&'static str, &'static str) {
        match self {
            Self::Unasked => ("De dienst heeft er niet naar gezocht.", "The service did not look for one."),
            Self::NoGit | Self::NoRepository => (
                "De woordenlijst ligt hier zonder git en zonder bestand met haar geschiedenis.",
                "The glossary lies here without git and without a file with its history.",
            ),
            Self::Owner => (
                "De woordenlijst is hier van een andere gebruiker; git leest haar geschiedenis dan niet.",
                "The glossary belongs to another user here, so that git does not read its history.",
            ),
            Self::NoRevisions => (
                "Er is nog geen versie van de woordenlijst vastgelegd.",
                "No revision of the glossary is recorded yet.",
            ),
            Self::TooLarge => {
                ("De teksten zijn samen te groot om te bewaren.", "The texts are too large together to be kept.")
            }
            Self::Faulty(_) => {
                ("Het bestand met de geschiedenis is niet te lezen.", "The file with the history cannot be read.")
            }
            Self::Failed(_) => ("Git gaf er geen antwoord op.", "Git gave no answer."),
        }
    }
}

/// For whoever runs the program: what is wrong and how to mend it.
impl fmt::Display for NoLog {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let file = LOG_FILE;
        match self {
            Self::Unasked => out.write_str(self.words().0),
            Self::NoGit => write!(
                out,
                "het programma git is er niet, en in de map van de woordenlijst staat geen {file}. Installeer git, of maak \
                 het bestand met taalbrug history --write waar git wel is."
            ),
            Self::NoRepository => write!(
                out,
                "de woordenlijst ligt niet in een werkmap van git, en er staat geen {file} bij. Maak dat bestand met \
                 taalbrug history --write in de werkmap."
            ),
            Self::Owner => out.write_str(
                "de werkmap is van een andere gebruiker, en git leest haar dan niet. Sta het toe met git config --global \
                 --add safe.directory, gevolgd door de map.",
            ),
            Self::NoRevisions => out.write_str("git heeft nog geen versie van deze map. Leg haar eerst vast met git commit."),
            Self::TooLarge => write!(out, "de teksten zijn samen groter dan {MOST_BYTES} bytes."),
            Self::Faulty(why) => write!(out, "{file} is niet te lezen: {why}. Maak het opnieuw met taalbrug history --write."),
            Self::Failed(said) => write!(out, "git gaf geen antwoord: {said}"),
        }
    }
}

impl std::error::Error for NoLog {}

/// Reads the log of a glossary folder: from git where that can be asked, else from the file in the folder.
///
/// # Errors
/// When there is neither. Of a file that is not there, it is told why git gave nothing.
pub fn read_log(folder: &Path) -> Result<Log, NoLog> {
    of_git::read(folder).or_else(|why| of_file::read(folder)?.ok_or(why))
}

/// Reads the log of a glossary folder from git alone.
///
/// # Errors
/// When git has none.
pub fn read_log_of_git(folder: &Path) -> Result<Log, NoLog> {
    of_git::read(folder)
}

/// A mark of where the repository of a folder stands, which changes with every commit; nothing outside a repository.
#[must_use]
pub fn stamp_of_git(folder: &Path) -> Option<u64> {
    of_git::stamp(folder)
}
