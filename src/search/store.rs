// SPDX-License-Identifier: EUPL-1.2
//! Index folders: one per revision and program, never changed once complete, made again when missing, damaged or of
//! another program. A folder is read into memory whole: what happens to its files later does not touch what serves.
#![allow(clippy::disallowed_methods, reason = "this is where index folders are kept")]

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, SystemTime};

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::kept;

/// The file in an index folder that says which program made it of which revision; written last.
const SEAL: &str = "taalbrug-seal";

/// The beginning of the names of files that hold lists of values; the others are those of Tantivy.
const LIST: &str = "kept-";

/// The beginning of the name of a folder that is being built.
const BUILDING: &str = ".building-";

/// A folder that was being built longer ago than this was left behind by a program that died.
const LEFT_BEHIND: Duration = Duration::from_hours(1);

/// The largest file of an index that is read, in bytes.
const LARGEST: u64 = 4_000_000_000;

/// How an index came to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Opening {
    /// It was there and fits.
    Opened,
    /// It was built and written.
    Built,
    /// It was built in memory, because it could not be written: the reason.
    InMemory(String),
}

/// The place of the index folder of one revision.
#[derive(Debug)]
pub struct IndexFolder {
    root: PathBuf,
    revision: String,
}

/// The files of an index folder, while it is written or read.
#[derive(Debug)]
pub struct Parts(PathBuf);

impl IndexFolder {
    /// The place of a revision under the folder of all indexes.
    #[must_use]
    pub fn new(root: &Path, revision: &str) -> Self {
        Self { root: root.to_owned(), revision: revision.to_owned() }
    }

    fn path(&self) -> PathBuf {
        self.root.join(&self.revision)
    }

    /// The files that stand there, if this program made them of this revision.
    #[must_use]
    pub fn open(&self) -> Option<Parts> {
        let parts = Parts(self.path());
        (read_file(&parts.0.join(SEAL))? == self.seal().as_bytes()).then_some(parts)
    }

    /// The bytes of its files, if it is there.
    #[must_use]
    pub fn size(&self) -> Option<u64> {
        let files = std::fs::read_dir(self.path()).ok()?.flatten();
        Some(files.filter_map(|file| file.metadata().ok()).map(|data| data.len()).sum())
    }

    /// Tries whether something can be written beside it.
    ///
    /// # Errors
    /// When it cannot.
    pub fn try_writing(&self) -> io::Result<()> {
        std::fs::create_dir_all(&self.root)?;
        let folder = Building::new(&self.root)?;
        std::fs::write(folder.0.join(SEAL), self.seal())
    }

    /// Writes the files beside their place, seals them and puts them in place.
    ///
    /// # Errors
    /// When something cannot be written.
    pub fn keep(&self, write: impl FnOnce(&Parts) -> io::Result<()>) -> io::Result<()> {
        std::fs::create_dir_all(&self.root)?;
        let building = Building::new(&self.root)?;
        write(&Parts(building.0.clone()))?;
        std::fs::write(building.0.join(SEAL), self.seal())?;
        // What stands there is damaged or of another program. It is moved away first, so that nobody sees half of it.
        let aside = Building::new(&self.root)?;
        let _ = std::fs::rename(self.path(), aside.0.join("old"));
        match std::fs::rename(&building.0, self.path()) {
            // Another program put the same folder in place meanwhile; that one is as good.
            Err(_) if self.open().is_some() => Ok(()),
            placed => placed,
        }
    }

    /// What the seal says: the program, by the mark of its sources, and the revision.
    fn seal(&self) -> String {
        format!("{} {}", env!("TAALBRUG_BUILD"), self.revision)
    }

    /// Removes the folders of other revisions.
    pub fn remove_others(&self) {
        let Ok(entries) = std::fs::read_dir(&self.root) else { return };
        for entry in entries.flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            let of_a_revision = name.len() == 16 && name.bytes().all(|byte| byte.is_ascii_hexdigit());
            let age = entry
                .metadata()
                .and_then(|data| data.modified())
                .ok()
                .and_then(|then| SystemTime::now().duration_since(then).ok());
            let left_behind = name.starts_with(BUILDING) && age.is_some_and(|age| age > LEFT_BEHIND);
            if (of_a_revision && name != self.revision) || left_behind {
                // What cannot be removed now is removed next time.
                let _ = std::fs::remove_dir_all(entry.path());
            }
        }
    }
}

impl Parts {
    /// Writes a list of values.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn write<T: Serialize + Sync>(&self, name: &str, items: &[T]) -> io::Result<()> {
        let mut out = BufWriter::new(File::create(self.list(name))?);
        kept::write(items, &mut out)?;
        out.flush()
    }

    /// Reads a list of values, if it is whole.
    #[must_use]
    pub fn read<T: DeserializeOwned + Send>(&self, name: &str) -> Option<Vec<T>> {
        let path = self.list(name);
        kept::read(is_plain(&path).then(|| File::open(path).ok())??)
    }

    /// Reads a list of one value.
    #[must_use]
    pub fn read_one<T: DeserializeOwned + Send>(&self, name: &str) -> Option<T> {
        let [one] = <[T; 1]>::try_from(self.read(name)?).ok()?;
        Some(one)
    }

    fn list(&self, name: &str) -> PathBuf {
        self.0.join(format!("{LIST}{name}"))
    }

    /// Writes a file that is no list.
    pub(super) fn write_raw(&self, name: &Path, bytes: &[u8]) -> io::Result<()> {
        std::fs::write(self.0.join(name), bytes)
    }

    /// The files that are no lists, by name; each is read when it is asked for, and nothing where it cannot be.
    pub(super) fn raw(&self) -> Option<impl Iterator<Item = (PathBuf, Option<Vec<u8>>)>> {
        let names = std::fs::read_dir(&self.0).ok()?.flatten().map(|entry| PathBuf::from(entry.file_name()));
        let raw = names.filter(|name| name != Path::new(SEAL) && !name.to_string_lossy().starts_with(LIST));
        Some(raw.map(|name| {
            let bytes = read_file(&self.0.join(&name));
            (name, bytes)
        }))
    }
}

/// A folder in which an index is being written; removed again unless it was put in place.
struct Building(PathBuf);

impl Building {
    fn new(root: &Path) -> io::Result<Self> {
        // A name is used once, so that whoever removes its own folder never removes another's.
        static USED: AtomicUsize = AtomicUsize::new(0);
        for _ in 0..1000 {
            let number = USED.fetch_add(1, Ordering::Relaxed);
            let folder = root.join(format!("{BUILDING}{}-{number}", std::process::id()));
            match std::fs::create_dir(&folder) {
                Err(cause) if cause.kind() == io::ErrorKind::AlreadyExists => {}
                made => return made.map(|()| Self(folder)),
            }
        }
        Err(io::ErrorKind::AlreadyExists.into())
    }
}

impl Drop for Building {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// Whether there is a plain file that can be read whole; links and devices are none.
fn is_plain(path: &Path) -> bool {
    std::fs::symlink_metadata(path).is_ok_and(|data| data.is_file() && data.len() <= LARGEST)
}

/// The bytes of a plain file.
fn read_file(path: &Path) -> Option<Vec<u8>> {
    is_plain(path).then(|| std::fs::read(path).ok())?
}
