// SPDX-License-Identifier: EUPL-1.2
//! What was worked out of revisions, so that it is not done twice: in memory, and in a file beside the index. Each outcome is
//! known by the program and by the texts before and after, so that it holds wherever it is found.
#![allow(clippy::disallowed_methods, reason = "this is where outcomes are kept beside the index")]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::history::Told;
use crate::language::digest;

/// The name of the file in the folder of indexes.
const FILE: &str = "history-outcomes.txt";

/// The largest file that is read, in bytes.
const LARGEST: u64 = 500_000_000;

/// After so many new outcomes they are written, so that a program that is stopped does not begin anew.
const PART: usize = 50;

/// What a revision comes to, beside the one before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Outcome {
    /// It cannot be read as a glossary.
    Unreadable,
    /// It changes nothing in meaning.
    Unchanged,
    /// It changes something, or is the first.
    Told(Arc<Told>),
}

/// The same as it is written.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
enum Written {
    Unreadable,
    Unchanged,
    Told(Told),
}

/// Outcomes, and where they are kept.
#[derive(Debug, Default)]
pub struct Kept {
    file: Option<PathBuf>,
    outcomes: BTreeMap<String, Outcome>,
    /// Those that were asked for since the last writing.
    used: BTreeSet<String>,
    /// How many are not written yet.
    unwritten: usize,
}

impl Kept {
    /// Outcomes that are kept in memory alone.
    #[must_use]
    pub fn in_memory() -> Self {
        Self::default()
    }

    /// The outcomes that were kept in this folder of indexes. A file that is damaged, or of another program, is as good as
    /// none.
    #[must_use]
    pub fn beside(indexes: &Path) -> Self {
        let file = indexes.join(FILE);
        let outcomes = read(&file).unwrap_or_default();
        Self { file: Some(file), outcomes, ..Self::default() }
    }

    /// The outcome for these texts before and after.
    pub(super) fn outcome(&mut self, names: [&str; 2]) -> Option<Outcome> {
        let key = key(names);
        let found = self.outcomes.get(&key).cloned();
        self.used.insert(key);
        found
    }

    /// Keeps an outcome for these texts.
    pub(super) fn keep(&mut self, names: [&str; 2], outcome: Outcome) {
        self.outcomes.insert(key(names), outcome);
        self.unwritten += 1;
        if self.unwritten >= PART {
            // What cannot be written is worked out again some other time.
            let _ = self.write();
        }
    }

    /// Drops what was not asked for, and writes the rest where something is new.
    ///
    /// # Errors
    /// When the file cannot be written; what is in memory stays.
    pub fn tidy(&mut self) -> io::Result<()> {
        let used = std::mem::take(&mut self.used);
        self.outcomes.retain(|key, _| used.contains(key));
        if self.unwritten == 0 { Ok(()) } else { self.write() }
    }

    fn write(&mut self) -> io::Result<()> {
        self.unwritten = 0;
        let Some(file) = &self.file else { return Ok(()) };
        let mut text = format!("{}\n", env!("TAALBRUG_BUILD"));
        for (key, outcome) in &self.outcomes {
            let written = serde_json::to_string(&Written::from(outcome))?;
            let _ = writeln!(text, "{key} {} {written}", digest([&written]));
        }
        if let Some(folder) = file.parent() {
            std::fs::create_dir_all(folder)?;
        }
        let beside = file.with_extension(format!("new-{}", std::process::id()));
        let placed = std::fs::write(&beside, text).and_then(|()| std::fs::rename(&beside, file));
        if placed.is_err() {
            let _ = std::fs::remove_file(&beside);
        }
        placed
    }
}

impl From<&Outcome> for Written {
    fn from(outcome: &Outcome) -> Self {
        match outcome {
            Outcome::Unreadable => Self::Unreadable,
            Outcome::Unchanged => Self::Unchanged,
            Outcome::Told(told) => Self::Told(Told::clone(told)),
        }
    }
}

impl From<Written> for Outcome {
    fn from(written: Written) -> Self {
        match written {
            Written::Unreadable => Self::Unreadable,
            Written::Unchanged => Self::Unchanged,
            Written::Told(told) => Self::Told(Arc::new(told)),
        }
    }
}

fn key([before, after]: [&str; 2]) -> String {
    digest([env!("TAALBRUG_BUILD"), before, after])
}

/// What a file holds, if this program wrote it. A line that is damaged is passed over.
fn read(file: &Path) -> Option<BTreeMap<String, Outcome>> {
    let data = std::fs::symlink_metadata(file).ok()?;
    if !data.is_file() || data.len() > LARGEST {
        return None;
    }
    let text = std::fs::read_to_string(file).ok()?;
    let rest = text.strip_prefix(env!("TAALBRUG_BUILD"))?.strip_prefix('\n')?;
    let outcome = |line: &str| {
        let mut parts = line.splitn(3, ' ');
        let (key, sum, written) = (parts.next()?, parts.next()?, parts.next()?);
        let sound = digest([written]) == sum;
        let written: Written = serde_json::from_str(written).ok().filter(|_| sound)?;
        Some((key.to_owned(), written.into()))
    };
    Some(rest.lines().filter_map(outcome).collect())
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{FILE, Kept, Outcome};
    use crate::change::Report;
    use crate::history::{Counts, Told};

    fn told() -> Outcome {
        let counts = Counts { terms: 3, ..Counts::default() };
        Outcome::Told(Arc::new(Told { report: Report::default(), counts }))
    }

    #[test]
    fn what_was_kept_is_found_again_and_what_nobody_asks_for_is_dropped() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut kept = Kept::beside(&folder.path().join("nieuw"));
        for (names, outcome) in [(["", "a"], told()), (["a", "b"], Outcome::Unreadable), (["a", "c"], told())] {
            assert_eq!(kept.outcome(names), None);
            kept.keep(names, outcome);
        }
        kept.tidy().expect("a written file");
        let mut again = Kept::beside(&folder.path().join("nieuw"));
        assert_eq!(again.outcome(["", "a"]), Some(told()));
        assert_eq!(again.outcome(["a", "b"]), Some(Outcome::Unreadable));
        again.keep(["b", "d"], Outcome::Unchanged);
        again.outcome(["b", "d"]);
        again.tidy().expect("a written file");
        let mut last = Kept::beside(&folder.path().join("nieuw"));
        assert_eq!(last.outcome(["a", "c"]), None);
        assert_eq!(last.outcome(["b", "d"]), Some(Outcome::Unchanged));
    }

    #[test]
    fn a_damaged_line_and_a_file_of_another_program_are_as_good_as_none() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut kept = Kept::beside(folder.path());
        for names in [["", "a"], ["a", "b"]] {
            kept.outcome(names);
            kept.keep(names, told());
        }
        kept.tidy().expect("a written file");
        let file = folder.path().join(FILE);
        let text = std::fs::read_to_string(&file).expect("the file");
        std::fs::write(&file, text.replacen("\"terms\":3", "\"terms\":4", 1)).expect("a written file");
        let mut damaged = Kept::beside(folder.path());
        assert_eq!([["", "a"], ["a", "b"]].iter().filter_map(|names| damaged.outcome(*names)).count(), 1);
        std::fs::write(&file, format!("x{text}")).expect("a written file");
        assert_eq!(Kept::beside(folder.path()).outcome(["", "a"]), None);
    }
}
