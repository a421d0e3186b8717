// SPDX-License-Identifier: EUPL-1.2
//! A log as a file beside the glossary: lines of JSON, the first about the log, then one per revision. For where git is not.
#![allow(clippy::disallowed_methods, reason = "this is where the history of content is read")]

use std::collections::BTreeMap;
use std::io::{self, Read};
use std::path::Path;
use std::sync::Arc;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::diagnostic::reason;
use crate::model::Keyed;
use crate::source::log::{Commit, Cut, Log, NoLog};

/// The name of the file, in the glossary folder.
pub const LOG_FILE: &str = "history.jsonl";

/// The form of the lines: a program that does not know it reads none of them.
const FORM: &str = "taalbrug-history-1";

/// The largest file that is read, in bytes: texts, and what JSON adds to them.
const LARGEST: u64 = 250_000_000;

/// The first line.
#[derive(Serialize, Deserialize)]
struct Opening {
    form: String,
    /// Why it does not begin where the glossary began.
    cut: Option<String>,
}

/// A revision.
#[derive(Serialize, Deserialize)]
struct Line {
    commit: String,
    /// RFC 3339, in UTC.
    time: String,
    /// Whether its files stand in the place of all that were there.
    whole: bool,
    /// By path what the file says; null where it is gone.
    files: BTreeMap<String, Option<String>>,
}

/// The text of the file for a log.
#[must_use]
pub fn written(log: &Log) -> String {
    let opening = Opening { form: FORM.to_owned(), cut: log.cut.map(|cut| cut.key().to_owned()) };
    let line = |commit: &Commit| Line {
        commit: commit.id.clone(),
        time: Timestamp::from_second(commit.seconds).unwrap_or_default().to_string(),
        whole: commit.is_whole,
        files: commit.files.iter().map(|(path, text)| (path.clone(), text.as_deref().map(str::to_owned))).collect(),
    };
    let mut lines = vec![serde_json::to_string(&opening).unwrap_or_default()];
    lines.extend(log.commits.iter().map(|commit| serde_json::to_string(&line(commit)).unwrap_or_default()));
    lines.push(String::new());
    lines.join("\n")
}

/// The log in the file of this folder; nothing where there is no such file.
pub(super) fn read(folder: &Path) -> Result<Option<Log>, NoLog> {
    match text_of(&folder.join(LOG_FILE)) {
        Ok(text) => parse(&text).map(Some),
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(cause) => Err(NoLog::Faulty(reason(&cause))),
    }
}

/// The text of a plain file of a sensible size.
fn text_of(path: &Path) -> io::Result<String> {
    let data = std::fs::metadata(path)?;
    if !data.is_file() || data.len() > LARGEST {
        return Err(io::Error::other(format!("het is geen gewoon bestand van ten hoogste {LARGEST} bytes")));
    }
    let mut text = String::new();
    std::fs::File::open(path)?.take(LARGEST).read_to_string(&mut text)?;
    Ok(text)
}

fn parse(text: &str) -> Result<Log, NoLog> {
    let faulty = |number: usize| NoLog::Faulty(format!("regel {number} klopt niet"));
    let mut lines = text.lines().enumerate();
    let opening = lines.next().and_then(|(_, line)| serde_json::from_str::<Opening>(line).ok());
    let opening = opening.filter(|opening| opening.form == FORM).ok_or_else(|| faulty(1))?;
    let cut = opening.cut.map(|key| Cut::from_key(&key).ok_or_else(|| faulty(1))).transpose()?;
    let commits = lines.map(|(number, line)| commit(line).ok_or_else(|| faulty(number + 1)));
    let commits = commits.collect::<Result<Vec<Commit>, NoLog>>()?;
    if commits.is_empty() { Err(NoLog::NoRevisions) } else { Ok(Log { commits, cut }) }
}

fn commit(line: &str) -> Option<Commit> {
    let Line { commit, time, whole, files } = serde_json::from_str(line).ok()?;
    let is_id = commit.len() >= 7 && commit.bytes().all(|letter| letter.is_ascii_hexdigit());
    let files = files.into_iter().map(|(path, text)| (path, text.map(Arc::from)));
    let seconds = time.parse::<Timestamp>().ok()?.as_second();
    is_id.then(|| Commit { id: commit, seconds, is_whole: whole, files: files.collect() })
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{parse, written};
    use crate::source::log::{Commit, Cut, Log, NoLog};

    fn log() -> Log {
        let commit = |id: &str, is_whole, files| Commit { id: id.repeat(10), seconds: 1_767_225_600, is_whole, files };
        let text = Some(Arc::from("label = \"a\\b\"\n\u{2028}"));
        Log {
            commits: vec![
                commit("abcd", true, vec![("glossary.toml".to_owned(), text)]),
                commit("0123", false, vec![("terms/x.toml".to_owned(), None)]),
            ],
            cut: Some(Cut::Shallow),
        }
    }

    #[test]
    fn what_is_written_is_read_again() {
        let text = written(&log());
        assert!(text.contains("\"2026-01-01T00:00:00Z\""), "{text}");
        assert_eq!(parse(&text), Ok(log()));
    }

    #[test]
    fn a_file_that_is_cut_off_or_of_another_form_is_told_with_its_line() {
        let text = written(&log());
        let faulty = |text: &str, line: usize| {
            assert_eq!(parse(text), Err(NoLog::Faulty(format!("regel {line} klopt niet"))), "{text}");
        };
        faulty("", 1);
        faulty("{\"form\":\"iets anders\"}", 1);
        faulty(&text.replace("shallow", "elders"), 1);
        faulty(&text[..text.len() - 5], 3);
        faulty(&text.replace("abcd", "-xyz"), 2);
        faulty(&text.replace("2026-01-01T", "gisteren"), 2);
        assert_eq!(parse(text.lines().next().unwrap_or_default()), Err(NoLog::NoRevisions));
    }
}
