// SPDX-License-Identifier: EUPL-1.2
//! A log from git: the revisions of the folder along the first parents, where it stood in each, and the texts that each
//! changed. Two questions list them and one gives all texts, whatever their number.
#![allow(clippy::disallowed_methods, reason = "this is where the history of content is read")]

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::source::files::is_content;
use crate::source::git::{GitError, git, git_fed};
use crate::source::log::{Commit, Cut, Log, MOST_BYTES, MOST_REVISIONS, MOST_TEXTS, NoLog};

/// The file that tells where a glossary stands.
const HEART: &str = "glossary.toml";

/// The largest text that is read, in bytes; a revision with a larger one cannot be read.
const LARGEST: usize = 1_000_000;

/// A commit with what it did to the files of a folder.
#[derive(Debug, Default)]
struct Entry {
    id: String,
    seconds: i64,
    is_whole: bool,
    /// By path in the folder the name of its text; nothing where it is gone.
    files: Vec<(String, Option<String>)>,
    /// Whether it brought the heart of the glossary.
    brings: bool,
}

/// Reads the log of the repository that a folder lies in.
pub(super) fn read(folder: &Path) -> Result<Log, NoLog> {
    let Work { top, prefix, is_shallow } = Work::of(folder)?;
    let head = said(&top, &["rev-parse", "--verify", "--quiet", "HEAD^{commit}"]).map_err(|_| NoLog::NoRevisions)?;
    let files = tree(&top, &head, &prefix)?.len();
    let most = (MOST_TEXTS / files.max(1)).clamp(1, MOST_REVISIONS);
    let (entries, is_all) = listed(&top, (head, prefix), most)?;
    if entries.is_empty() {
        return Err(NoLog::NoRevisions);
    }
    let mut cut = if is_all { is_shallow.then_some(Cut::Shallow) } else { Some(Cut::Bound) };
    let mut entries = latest(&top, entries, most)?;
    loop {
        let sizes = sizes(&top, &entries)?;
        if sizes.values().sum::<usize>() <= MOST_BYTES {
            let texts = texts(&top, sizes)?;
            return Ok(Log { commits: entries.into_iter().map(|(entry, _)| with_texts(entry, &texts)).collect(), cut });
        }
        if entries.len() == 1 {
            return Err(NoLog::TooLarge);
        }
        let half = entries.len() / 2;
        (entries, cut) = (latest(&top, entries, half)?, Some(Cut::Bound));
    }
}

/// Where a folder lies.
struct Work {
    top: PathBuf,
    /// The folder from the top, empty or with a slash at its end.
    prefix: String,
    is_shallow: bool,
}

impl Work {
    fn of(folder: &Path) -> Result<Self, NoLog> {
        let asked = ["rev-parse", "--show-toplevel", "--show-prefix", "--is-shallow-repository"];
        let told = said(folder, &asked)?;
        let mut lines = told.split('\n');
        let (Some(top), Some(prefix)) = (lines.next(), lines.next()) else { return Err(NoLog::NoRepository) };
        Ok(Self { top: top.into(), prefix: prefix.to_owned(), is_shallow: lines.next() == Some("true") })
    }
}

/// What git answers, as text without the last line break.
fn said(folder: &Path, arguments: &[&str]) -> Result<String, NoLog> {
    let bytes = git(folder, arguments).map_err(failed)?;
    let text = String::from_utf8_lossy(&bytes);
    Ok(text.strip_suffix('\n').unwrap_or(&text).to_owned())
}

fn failed(error: GitError) -> NoLog {
    match error {
        GitError::Missing => NoLog::NoGit,
        GitError::Unstarted(cause) => NoLog::Failed(crate::diagnostic::reason(&cause)),
        GitError::Refused(said) if said.contains("dubious ownership") => NoLog::Owner,
        GitError::Refused(said) if said.contains("not a git repository") || said.contains("work tree") => {
            NoLog::NoRepository
        }
        GitError::Refused(said) => NoLog::Failed(said),
    }
}

/// The commits that changed content of the folder, the oldest first, each with where the folder stood, and whether these
/// are all. Where the folder came from elsewhere, it is followed.
fn listed(top: &Path, tip: (String, String), most: usize) -> Result<(Vec<(Entry, String)>, bool), NoLog> {
    let (mut found, mut is_all, mut next): (Vec<(Entry, String)>, _, _) = (Vec::new(), true, Some(tip));
    while let Some((tip, prefix)) = next.take().filter(|_| found.len() <= most) {
        let (entries, is_rest) = entries(top, (&tip, &prefix), most)?;
        is_all = is_rest;
        for mut entry in entries {
            let moved = if entry.brings { came_from(top, &entry.id, &prefix)? } else { None };
            if moved.is_some() {
                (entry.files, entry.is_whole, is_all) = (whole(top, &entry.id, &prefix)?, true, true);
            }
            found.push((entry, prefix.clone()));
            next = moved;
            if next.is_some() {
                break;
            }
        }
    }
    found.reverse();
    let is_all = is_all && found.len() <= most;
    Ok((found, is_all))
}

/// The commits along the first parents of `tip` that changed content under `prefix`, the latest first, and whether there are
/// no more. Some change other things beside the content, so that more are looked at than are wanted.
fn entries(top: &Path, (tip, prefix): (&str, &str), most: usize) -> Result<(Vec<Entry>, bool), NoLog> {
    let looked_at = most.saturating_add(1).saturating_mul(2);
    let most = format!("--max-count={looked_at}");
    let path = if prefix.is_empty() { "." } else { prefix };
    let form = ["--first-parent", "-m", "--raw", "--no-abbrev", "-z", "--no-renames", "--no-ext-diff", "--no-color"];
    let rest = ["--no-notes", "--no-decorate", "--format=tformat:%H %ct", &most, tip, "--", path];
    let bytes = git(top, &[&["log"], &form[..], &rest[..]].concat()).map_err(failed)?;
    let text = String::from_utf8_lossy(&bytes);
    let mut entries: Vec<Entry> = Vec::new();
    let mut parts = text.split('\0').map(|part| part.trim_start_matches('\n')).filter(|part| !part.is_empty());
    while let Some(part) = parts.next() {
        match (part.strip_prefix(':'), entries.last_mut()) {
            (Some(change), Some(entry)) => {
                let path = parts.next().and_then(|path| path.strip_prefix(prefix)).unwrap_or_default();
                entry.take(change, path);
            }
            _ => {
                let (id, seconds) = part.split_once(' ').unwrap_or((part, "0"));
                let seconds = seconds.parse().unwrap_or_default();
                entries.push(Entry { id: id.to_owned(), seconds, ..Entry::default() });
            }
        }
    }
    let is_all = entries.len() < looked_at;
    entries.retain(|entry| !entry.files.is_empty());
    Ok((entries, is_all))
}

impl Entry {
    /// Takes in a change of a file: its modes, names and status as git writes them.
    fn take(&mut self, change: &str, path: &str) {
        if !is_content(Path::new(path)) {
            return;
        }
        let words: Vec<&str> = change.split(' ').collect();
        let [_, mode, _, name, status] = words[..] else { return };
        self.brings |= path == HEART && status == "A";
        self.files.push((path.to_owned(), is_plain(mode).then(|| name.to_owned())));
    }
}

/// Whether this is the mode of a file, and of no link or other repository.
fn is_plain(mode: &str) -> bool {
    mode.starts_with("100")
}

/// The parent of a commit and where the glossary stood in it, when the commit moved it here.
fn came_from(top: &Path, commit: &str, prefix: &str) -> Result<Option<(String, String)>, NoLog> {
    let parent = format!("{commit}^1");
    let Ok(parent) = said(top, &["rev-parse", "--verify", "--quiet", &parent]) else { return Ok(None) };
    let changes = git(top, &["diff-tree", "-r", "-z", "-M", "--diff-filter=R", &parent, commit]).map_err(failed)?;
    let changes = String::from_utf8_lossy(&changes);
    let parts: Vec<&str> = changes.split('\0').collect();
    let here = format!("{prefix}{HEART}");
    let origin = parts.chunks(3).find(|part| part.get(2) == Some(&here.as_str())).and_then(|part| part.get(1));
    let origin = origin.and_then(|path| path.strip_suffix(HEART)).filter(|path| path.is_empty() || path.ends_with('/'));
    Ok(origin.map(|origin| (parent, origin.to_owned())))
}

/// The latest of these, of which the first brings all files.
fn latest(top: &Path, mut entries: Vec<(Entry, String)>, most: usize) -> Result<Vec<(Entry, String)>, NoLog> {
    let mut latest = entries.split_off(entries.len().saturating_sub(most));
    if let Some((first, prefix)) = latest.first_mut() {
        first.files = whole(top, &first.id, prefix)?;
        first.is_whole = true;
    }
    Ok(latest)
}

/// Every file of the folder in a commit.
fn whole(top: &Path, commit: &str, prefix: &str) -> Result<Vec<(String, Option<String>)>, NoLog> {
    Ok(tree(top, commit, prefix)?.into_iter().map(|(path, name)| (path, Some(name))).collect())
}

/// The content under a folder in a commit: paths in the folder, with the names of their texts.
fn tree(top: &Path, commit: &str, prefix: &str) -> Result<Vec<(String, String)>, NoLog> {
    let path = if prefix.is_empty() { "." } else { prefix };
    let bytes = git(top, &["ls-tree", "-r", "-z", "--full-tree", commit, "--", path]).map_err(failed)?;
    let text = String::from_utf8_lossy(&bytes);
    let file = |line: &str| {
        let (about, path) = line.split_once('\t')?;
        let path = path.strip_prefix(prefix)?;
        let mut about = about.split(' ');
        let (mode, name) = (about.next()?, about.nth(1)?);
        (is_plain(mode) && is_content(Path::new(path))).then(|| (path.to_owned(), name.to_owned()))
    };
    Ok(text.split('\0').filter_map(file).collect())
}

/// How many bytes each text has, by its name; texts that are not there or too large are left out.
fn sizes(top: &Path, entries: &[(Entry, String)]) -> Result<BTreeMap<String, usize>, NoLog> {
    let texts = entries.iter().flat_map(|(entry, _)| entry.files.iter().filter_map(|(_, name)| name.as_deref()));
    let asked = lines(&texts.collect());
    let told = git_fed(top, &["cat-file", "--batch-check=%(objectname) %(objectsize)"], &asked).map_err(failed)?;
    let told = String::from_utf8_lossy(&told);
    let size = |line: &str| {
        let (name, size) = line.split_once(' ')?;
        Some((name.to_owned(), size.parse().ok()?))
    };
    Ok(told.lines().filter_map(size).filter(|(_, size)| *size <= LARGEST).collect())
}

/// Names, each on a line.
fn lines(names: &BTreeSet<&str>) -> String {
    names.iter().flat_map(|name| [name, "\n"]).collect()
}

/// The texts of these names.
fn texts(top: &Path, sizes: BTreeMap<String, usize>) -> Result<BTreeMap<String, Arc<str>>, NoLog> {
    let asked = lines(&sizes.keys().map(String::as_str).collect());
    let told = git_fed(top, &["cat-file", "--batch"], &asked).map_err(failed)?;
    let (mut texts, mut rest) = (BTreeMap::new(), told.as_slice());
    let garbled = || NoLog::Failed("cat-file".to_owned());
    for (name, size) in sizes {
        let start = rest.iter().position(|&byte| byte == b'\n').ok_or_else(garbled)? + 1;
        let text = rest.get(start..start + size).ok_or_else(garbled)?;
        let text = String::from_utf8_lossy(text);
        texts.insert(name, Arc::from(text.strip_prefix('\u{feff}').unwrap_or(&text)));
        rest = rest.get(start + size + 1..).unwrap_or_default();
    }
    Ok(texts)
}

/// A commit with its texts; what git does not hold is an empty text, which no glossary can do with.
fn with_texts(entry: Entry, texts: &BTreeMap<String, Arc<str>>) -> Commit {
    let text = |name: String| texts.get(&name).cloned().unwrap_or_else(|| Arc::from(""));
    let files = entry.files.into_iter().map(|(path, name)| (path, name.map(text)));
    Commit { id: entry.id, seconds: entry.seconds, is_whole: entry.is_whole, files: files.collect() }
}

/// A mark that changes when the repository of a folder stands at another commit. No program is started for it.
pub(super) fn stamp(folder: &Path) -> Option<u64> {
    let folder = std::fs::canonicalize(folder).ok()?;
    let place = folder.ancestors().map(|folder| folder.join(".git")).find(|place| place.exists())?;
    let linked = std::fs::metadata(&place).ok().filter(std::fs::Metadata::is_file).and_then(|data| {
        let text = (data.len() < 10_000).then(|| std::fs::read_to_string(&place).ok())??;
        Some(place.with_file_name(text.strip_prefix("gitdir: ")?.trim_end()))
    });
    let place = linked.unwrap_or(place);
    let mut hash = std::hash::DefaultHasher::new();
    for file in ["HEAD", "logs/HEAD", "shallow"] {
        let data = std::fs::metadata(place.join(file)).ok();
        data.map(|data| (data.len(), data.modified().ok())).hash(&mut hash);
    }
    Some(hash.finish())
}
