// SPDX-License-Identifier: EUPL-1.2
//! Git, asked as a program in the repository that a folder lies in: with nothing of the caller's surroundings, no network
//! and no questions.

use std::io::{self, Write};
use std::path::Path;
use std::process::{Command, Output, Stdio};

/// What is set for every question: paths are taken as they stand, and nothing is fetched, asked for or locked.
const SURROUNDINGS: [(&str, &str); 5] = [
    ("LC_ALL", "C"),
    ("GIT_LITERAL_PATHSPECS", "1"),
    ("GIT_NO_LAZY_FETCH", "1"),
    ("GIT_OPTIONAL_LOCKS", "0"),
    ("GIT_TERMINAL_PROMPT", "0"),
];

/// Settings of a repository that could start other programs or change what is answered.
const SETTINGS: [&str; 6] = [
    "protocol.allow=never",
    "core.fsmonitor=false",
    "log.showSignature=false",
    "log.follow=false",
    "log.diffMerges=first-parent",
    "log.showRoot=true",
];

/// Why git gave no answer.
#[derive(Debug)]
pub(super) enum GitError {
    /// The program is not there.
    Missing,
    /// It cannot be started here.
    Unstarted(io::Error),
    /// It refused: its last words, without `fatal:`.
    Refused(String),
}

/// What git answers in a folder.
pub(super) fn git(folder: &Path, arguments: &[&str]) -> Result<Vec<u8>, GitError> {
    git_fed(folder, arguments, "")
}

/// The same, with something to read.
pub(super) fn git_fed(folder: &Path, arguments: &[&str], input: &str) -> Result<Vec<u8>, GitError> {
    let Output { status, stdout, stderr } = answer(folder, arguments, input).map_err(|cause| match cause.kind() {
        io::ErrorKind::NotFound if folder.is_dir() => GitError::Missing,
        _ => GitError::Unstarted(cause),
    })?;
    if status.success() {
        return Ok(stdout);
    }
    let said = String::from_utf8_lossy(&stderr);
    let is_telling = |line: &&str| line.starts_with("fatal: ");
    let last = said.lines().find(is_telling).or_else(|| said.lines().last()).unwrap_or_default();
    Err(GitError::Refused(last.trim_start_matches("fatal: ").to_owned()))
}

fn answer(folder: &Path, arguments: &[&str], input: &str) -> io::Result<Output> {
    let mut command = Command::new("git");
    for (name, _) in std::env::vars_os().filter(|(name, _)| name.to_string_lossy().starts_with("GIT_")) {
        command.env_remove(name);
    }
    command.envs(SURROUNDINGS).current_dir(folder).args(["--no-pager", "--no-replace-objects"]);
    command.args(SETTINGS.iter().flat_map(|setting| ["-c", *setting])).args(arguments);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn()?;
    let feed = child.stdin.take();
    std::thread::scope(|scope| {
        // Written beside the reading, so that neither waits for the other. Git may stop reading before the end.
        scope.spawn(move || feed.map(|mut feed| feed.write_all(input.as_bytes())));
        child.wait_with_output()
    })
}
