// SPDX-License-Identifier: EUPL-1.2
//! A folder as a list of texts. Whatever lies there, reading ends with texts and findings: never a panic or a wait.
#![allow(clippy::disallowed_methods, reason = "this is where content is read")]

use std::fmt;
use std::hash::{Hash, Hasher};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use crate::diagnostic::{Finding, Place, reason};
use crate::source::faults::{LOOP, NOT_UTF8, TOO_LARGE, UNKNOWN_FILE, UNREADABLE};
use crate::work;

/// The largest file that is read, in bytes: a term with everything in it has a few thousand.
const LARGEST: u64 = 1_000_000;

/// The most that is read in all, in bytes: room for some 200,000 terms.
const MOST: usize = 1_000_000_000;

/// How many files are read before the size is looked at: of the largest, half of the most.
const PART: usize = 500;

/// The most files and folders that are looked at: a link to a whole disk ends here.
const MOST_ENTRIES: usize = 500_000;

/// The files of a glossary folder, sorted by path.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Files {
    list: Vec<File>,
}

/// One file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// The path in the folder, with forward slashes.
    pub path: String,
    /// The text.
    pub text: String,
}

impl Files {
    /// These texts as files.
    #[must_use]
    pub fn new(mut list: Vec<File>) -> Self {
        list.sort_by(|x, y| x.path.cmp(&y.path));
        Self { list }
    }

    /// All files, sorted by path.
    #[must_use]
    pub fn all(&self) -> &[File] {
        &self.list
    }

    /// The text of a file.
    #[must_use]
    pub fn text(&self, path: &str) -> Option<&str> {
        self.list.binary_search_by(|file| file.path.as_str().cmp(path)).ok().map(|place| self.list[place].text.as_str())
    }
}

/// Why a folder could not be read at all.
#[derive(Debug)]
pub struct ReadError {
    path: PathBuf,
    cause: io::Error,
}

impl fmt::Display for ReadError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "de map met de woordenlijst is niet te lezen: {} ({})", self.path.display(), reason(&self.cause))
    }
}

impl std::error::Error for ReadError {}

/// The files and folders under a root, links followed, in order; no more than [`MOST_ENTRIES`].
fn walk(root: &Path) -> impl Iterator<Item = walkdir::Result<walkdir::DirEntry>> {
    WalkDir::new(root).follow_links(true).sort_by_file_name().into_iter().take(MOST_ENTRIES)
}

/// Reads every TOML file under a folder. Links are followed; a loop of links is a finding.
pub(super) fn read(root: &Path) -> Result<(Files, Vec<Finding>), ReadError> {
    let cannot = |cause| ReadError { path: root.to_owned(), cause };
    std::fs::read_dir(root).map_err(cannot)?;
    let mut list = Vec::new();
    let mut findings = Vec::new();
    let mut size = 0;
    let entries: Vec<_> = walk(root).collect();
    for part in entries.chunks(PART) {
        for read in work::each(part, |entry| read_entry(root, entry)) {
            match read {
                Ok(Some(file)) => {
                    size += file.text.len();
                    list.push(file);
                }
                Ok(None) => {}
                Err(finding) => findings.push(finding),
            }
        }
        if size > MOST {
            break;
        }
    }
    if size > MOST || entries.len() >= MOST_ENTRIES {
        let message = format!("de map is te groot: na {MOST} bytes of {MOST_ENTRIES} bestanden stopt het lezen");
        let mend = "Kijk of hier bestanden staan die er niet horen, en haal die weg.";
        findings.push(TOO_LARGE.finding(Place::file(""), message, mend));
    }
    Ok((Files::new(list), findings))
}

/// The content of what stands in the folder, if it is content, or what is wrong with it.
fn read_entry(root: &Path, entry: &walkdir::Result<walkdir::DirEntry>) -> Result<Option<File>, Finding> {
    match entry {
        Ok(entry) if entry.file_type().is_dir() => folder_as_file(root, entry).map_or(Ok(None), Err),
        Ok(entry) if !is_content(entry.path()) => nearly_content(root, entry.path()).map_or(Ok(None), Err),
        Ok(entry) => read_file(root, entry).map(Some),
        Err(error) => Err(walk_fault(root, error)),
    }
}

/// A folder with the name of a file.
fn folder_as_file(root: &Path, entry: &walkdir::DirEntry) -> Option<Finding> {
    (entry.depth() > 0 && is_content(entry.path())).then(|| {
        let place = Place::file(&relative(root, entry.path()));
        let mend = "Geef de map een naam zonder .toml, of zet een bestand met deze naam op haar plaats.";
        UNREADABLE.finding(place, "dit is een map, en de naam is die van een bestand", mend)
    })
}

/// The bytes of a file that is so large. A file that says it is empty is not opened: files of the kernel say so, and
/// reading them may never end.
fn read_bounded(path: &Path, size: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    if size > 0 {
        bytes.reserve_exact(usize::try_from(size.min(LARGEST)).unwrap_or(0) + 1);
        std::fs::File::open(path)?.take(LARGEST).read_to_end(&mut bytes)?;
    }
    Ok(bytes)
}

/// A number that changes when a file of the folder is added, removed, renamed, written or gets other rights; nothing when the folder
/// cannot be looked at. Cheap: no file is opened.
#[must_use]
pub fn stamp(root: &Path) -> Option<u64> {
    let mut hash = std::hash::DefaultHasher::new();
    for entry in walk(root) {
        match entry {
            Ok(entry) if entry.depth() == 0 => {}
            Ok(entry) => {
                (entry.path(), entry.metadata().ok().as_ref().map(state)).hash(&mut hash);
            }
            Err(error) if error.depth() == 0 => return None,
            Err(error) => (error.path(), error.depth()).hash(&mut hash),
        }
    }
    Some(hash.finish())
}

/// A file that its writer surely meant as content, but whose name does not end in `.toml`: Windows hides endings, and
/// writes `melding.toml.txt`.
fn nearly_content(root: &Path, path: &Path) -> Option<Finding> {
    let name = path.file_name()?.to_string_lossy().to_lowercase();
    let nearly = [".toml", ".tml"].iter().any(|ending| name.contains(ending));
    let set_aside = is_hidden(&name) || [".bak", ".orig", ".rej", "~"].iter().any(|ending| name.ends_with(ending));
    (nearly && !set_aside).then(|| {
        let mend = "Geef het een naam die eindigt op .toml, in kleine letters. Haal het weg als het hier niet hoort.";
        let place = Place::file(&relative(root, path));
        UNKNOWN_FILE.finding(place, "dit bestand wordt niet gelezen: de naam eindigt niet op .toml", mend)
    })
}

/// Files that start with a dot, and the lock files of office programs.
fn is_hidden(name: &str) -> bool {
    name.starts_with('.') || name.starts_with("~$")
}

/// What changes when a file is written, replaced, or gets other rights.
#[cfg(unix)]
fn state(data: &std::fs::Metadata) -> impl Hash {
    use std::os::unix::fs::MetadataExt;
    (data.size(), data.mtime(), data.mtime_nsec(), data.ctime(), data.ctime_nsec(), data.ino())
}

/// What changes when a file is written.
#[cfg(not(unix))]
fn state(data: &std::fs::Metadata) -> impl Hash {
    (data.len(), data.modified().ok())
}

/// Content is TOML; notes, images and the backups of editors are left alone.
pub(super) fn is_content(path: &Path) -> bool {
    let hidden = path.file_name().is_some_and(|name| is_hidden(&name.to_string_lossy()));
    !hidden && path.extension().is_some_and(|extension| extension == "toml")
}

fn read_file(root: &Path, entry: &walkdir::DirEntry) -> Result<File, Finding> {
    let path = relative(root, entry.path());
    let place = || Place::file(&path);
    let unreadable = |cause: &io::Error| {
        UNREADABLE.finding(
            place(),
            format!("dit bestand is niet te lezen: {}", reason(cause)),
            "Geef leesrechten op het bestand, of haal het weg.",
        )
    };
    let metadata = std::fs::metadata(entry.path()).map_err(|cause| unreadable(&cause))?;
    if !metadata.is_file() {
        return Err(UNREADABLE.finding(
            place(),
            "dit is geen gewoon bestand",
            "Vervang het door een gewoon tekstbestand, of haal het weg.",
        ));
    }
    if metadata.len() > LARGEST {
        let message = format!("dit bestand is te groot: {} bytes, en {LARGEST} is het meeste", metadata.len());
        return Err(TOO_LARGE.finding(
            place(),
            message,
            "Kijk of er iets in staat wat er niet hoort. Een term is een paar duizend bytes groot.",
        ));
    }
    let bytes = read_bounded(entry.path(), metadata.len()).map_err(|cause| unreadable(&cause))?;
    match String::from_utf8(bytes) {
        Ok(text) => Ok(File { path, text: text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text) }),
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            let line = error.as_bytes()[..at].iter().filter(|&&byte| byte == b'\n').count() + 1;
            let message =
                format!("dit bestand is geen geldige UTF-8-tekst: op regel {line} staat een onleesbaar teken");
            Err(NOT_UTF8.finding(
                place(),
                message,
                "Open het bestand, kies ‘Opslaan als’, en kies bij ‘Codering’ UTF-8. Kijk daarna of letters als ë goed staan.",
            ))
        }
    }
}

fn walk_fault(root: &Path, error: &walkdir::Error) -> Finding {
    let path = error.path().map_or_else(String::new, |path| relative(root, path));
    if error.loop_ancestor().is_some() {
        return LOOP.finding(
            Place::file(&path),
            "deze verwijzing loopt in een kring: ze wijst naar een map waar ze zelf in ligt",
            "Haal de verwijzing weg.",
        );
    }
    let cause = error.io_error().map_or_else(|| "onbekende oorzaak".to_owned(), reason);
    UNREADABLE.finding(
        Place::file(&path),
        format!("dit is niet te lezen: {cause}"),
        "Geef leesrechten op de map of het bestand, of haal het weg.",
    )
}

fn relative(root: &Path, path: &Path) -> String {
    let parts = path.strip_prefix(root).unwrap_or(path).components();
    parts.map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}
