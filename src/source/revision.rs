// SPDX-License-Identifier: EUPL-1.2
//! A glossary as it stands in a folder or in a revision of the git repository that it lies in.

use std::fmt;
use std::io::Read;
use std::path::{Path, PathBuf};

use crate::diagnostic::Finding;
use crate::source::files::is_content;
use crate::source::git::{GitError, git};
use crate::source::{Content, File, Files, ReadError, from_files, load};

/// Why a revision cannot be read.
#[derive(Debug)]
pub enum RevisionError {
    /// It is a folder, and that cannot be read.
    Folder(ReadError),
    /// The program git is not there.
    NoGit,
    /// The folder is in no repository: the folder, and what git said.
    NoRepository(String, String),
    /// Git knows no such revision, or the folder is in no repository: what git says.
    Unknown {
        /// What was asked for.
        name: String,
        /// What git said.
        why: String,
    },
    /// What git gave cannot be read.
    Garbled(String),
}

impl fmt::Display for RevisionError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Folder(cause) => write!(out, "{cause}"),
            Self::NoGit => out.write_str(
                "het programma git is er niet. Installeer git, of geef twee mappen met een woordenlijst. \
                 (git is not installed; install it, or name two folders)",
            ),
            Self::Unknown { name, why } => write!(
                out,
                "‘{name}’ is geen map en geen revisie van de woordenlijst die git kent: {why}. Geef een map, of een tak, \
                 een label of een commit, bijvoorbeeld main of HEAD~1."
            ),
            Self::NoRepository(folder, why) => write!(
                out,
                "de map {folder} staat niet in een git-map ({why}). Maak er een met git init, of geef met --glossary een andere map."
            ),
            Self::Garbled(name) => write!(out, "wat git van ‘{name}’ geeft, is niet te lezen."),
        }
    }
}

impl std::error::Error for RevisionError {}

/// Reads a glossary: of the folder that is named, else of the revision of that name. Where `glossary` lies in the
/// repository, it is looked for in the revision too.
///
/// # Errors
/// When there is no such folder and no such revision, or git is not there.
pub fn load_revision(name: &str, glossary: &Path) -> Result<(Content, Vec<Finding>), RevisionError> {
    if Path::new(name).is_dir() {
        return load(Path::new(name)).map_err(RevisionError::Folder);
    }
    let archive = archived(glossary, name)?;
    let files = unpacked(&archive).ok_or_else(|| RevisionError::Garbled(name.to_owned()))?;
    Ok(from_files(files, Vec::new()))
}

/// The git repository around a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repository {
    /// Where it is.
    pub path: PathBuf,
    /// Where the folder lies in it, with slashes; empty where it is the repository itself.
    pub folder: String,
}

/// The git repository in which a folder lies.
///
/// # Errors
/// When it lies in none, or git is not there.
pub fn repository_of(folder: &Path) -> Result<Repository, RevisionError> {
    let name = folder.display().to_string();
    let garbled = || RevisionError::Garbled(name.clone());
    let said = git(folder, &["rev-parse", "--show-toplevel", "--show-prefix"]).map_err(|error| match error {
        GitError::Missing => RevisionError::NoGit,
        GitError::Unstarted(cause) => RevisionError::NoRepository(name.clone(), cause.to_string()),
        GitError::Refused(said) => RevisionError::NoRepository(name.clone(), said),
    })?;
    let said = String::from_utf8(said).map_err(|_| garbled())?;
    let mut lines = said.lines();
    let path = lines.next().map(PathBuf::from).ok_or_else(garbled)?;
    Ok(Repository { path, folder: lines.next().unwrap_or_default().trim_end_matches('/').to_owned() })
}

/// The folder in that revision, as an archive. A name that begins with a hyphen is no name of a revision.
fn archived(glossary: &Path, name: &str) -> Result<Vec<u8>, RevisionError> {
    let unknown = |why: String| RevisionError::Unknown { name: name.to_owned(), why };
    if name.starts_with('-') {
        return Err(unknown("een naam begint niet met een streepje".to_owned()));
    }
    git(glossary, &["archive", "--format=tar", name, "."]).map_err(|error| match error {
        GitError::Missing => RevisionError::NoGit,
        GitError::Unstarted(cause) => unknown(cause.to_string()),
        GitError::Refused(said) => unknown(said),
    })
}

/// The TOML files of an archive, as texts.
fn unpacked(archive: &[u8]) -> Option<Files> {
    let mut list = Vec::new();
    for entry in tar::Archive::new(archive).entries().ok()? {
        let mut entry = entry.ok()?;
        let path = entry.path().ok()?.to_string_lossy().trim_start_matches("./").to_owned();
        if entry.header().entry_type().is_file() && is_content(Path::new(&path)) {
            let mut text = Vec::new();
            entry.read_to_end(&mut text).ok()?;
            list.push(File { path, text: String::from_utf8_lossy(&text).into_owned() });
        }
    }
    Some(Files::new(list))
}
