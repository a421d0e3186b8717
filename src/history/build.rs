// SPDX-License-Identifier: EUPL-1.2
//! From a log of texts to a history: each revision laid beside the one before it.

use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::sync::Arc;

use crate::change::{self, Changes, KeyReport, Report};
use crate::diagnostic::Severity;
use crate::divergence::Compared;
use crate::history::kept::{Kept, Outcome};
use crate::history::{Counts, History, Revision, SHORT, Told};
use crate::language::digest;
use crate::model::Date;
use crate::source::{Commit, Content, File, Files, Log, fingerprint, from_files};

/// Keys of which it is told that they changed and not what they said: an address that is gone is nobody's any more.
const UNTOLD: [&str; 1] = ["contact"];

/// The texts of a revision by path, each with its name.
type State = BTreeMap<String, (Arc<str>, String)>;

/// A revision that was read, with the name of its texts.
struct Read {
    name: String,
    state: State,
    /// Its glossary, worked out when it is asked for; nothing where it has faults.
    seen: OnceCell<Option<Seen>>,
}

/// A glossary with its pairs.
struct Seen {
    content: Content,
    compared: Compared,
}

pub(super) fn history(log: &Log, kept: &mut Kept) -> History {
    let mut history = History { cut: log.cut, ..History::default() };
    let (mut state, mut before): (State, Option<Read>) = (State::new(), None);
    let mut noted: BTreeMap<String, Option<Arc<str>>> = BTreeMap::new();
    for commit in &log.commits {
        apply(commit, &mut state, &mut noted);
        let now = Read { name: name_of(&state), state: state.clone(), seen: OnceCell::new() };
        let outcome = kept.outcome([before.as_ref().map_or("", |before| &before.name), &now.name]);
        let outcome = outcome.unwrap_or_else(|| {
            let outcome = outcome_of(before.as_ref(), &now);
            kept.keep([before.as_ref().map_or("", |before| &before.name), &now.name], outcome.clone());
            outcome
        });
        match outcome {
            Outcome::Unreadable => history.unreadable += 1,
            Outcome::Unchanged => {
                history.unchanged += 1;
                before = Some(now);
            }
            Outcome::Told(told) => {
                let place = history.revisions.len();
                history.take(place, revision(commit, told));
                history.texts.take(place, std::mem::take(&mut noted));
                before = Some(now);
            }
        }
    }
    history.texts_of_last = fingerprint(&files(&state));
    history.mark = mark(&history);
    history
}

impl History {
    fn take(&mut self, place: usize, revision: Revision) {
        for term in &revision.told.report.terms {
            let places = self.of_terms.entry(term.id.clone()).or_default();
            if places.last() != Some(&place) {
                places.push(place);
            }
            let renamed = term.was.as_ref().map(|was| (place, [term.id.clone(), was.clone()]));
            self.renamed.extend(renamed);
        }
        self.revisions.push(revision);
    }
}

/// Lays what a commit changed over the texts, and notes it.
fn apply(commit: &Commit, state: &mut State, noted: &mut BTreeMap<String, Option<Arc<str>>>) {
    if commit.is_whole {
        noted.extend(std::mem::take(state).into_keys().map(|path| (path, None)));
    }
    for (path, text) in &commit.files {
        match text {
            Some(text) => state.insert(path.clone(), (Arc::clone(text), digest([text.as_bytes()]))),
            None => state.remove(path),
        };
        noted.insert(path.clone(), text.clone());
    }
}

/// What a commit comes to, laid beside the last one that could be read.
fn outcome_of(before: Option<&Read>, now: &Read) -> Outcome {
    let Some(head) = now.seen() else { return Outcome::Unreadable };
    let counts = Counts::new(&head.content.glossary, &head.compared);
    let Some(base) = before.and_then(Read::seen) else {
        return Outcome::Told(Arc::new(Told { report: Report::default(), counts }));
    };
    let changes = Changes::between(base.revision(), head.revision());
    if changes.is_empty() {
        return Outcome::Unchanged;
    }
    Outcome::Told(Arc::new(Told { report: told(Report::new(&changes)), counts }))
}

/// A report without what was only asked of its reviewers, and without what is nobody's business any more.
fn told(mut report: Report) -> Report {
    report.missing = 0;
    for term in &mut report.terms {
        term.asks.clear();
        term.meanings.iter_mut().for_each(|meaning| meaning.keys.iter_mut().for_each(hush));
    }
    report
}

fn hush(change: &mut KeyReport) {
    if UNTOLD.contains(&change.key.as_str()) {
        (change.before, change.after) = (String::new(), String::new());
    }
}

impl Read {
    /// The glossary of these texts; nothing where they have faults.
    fn seen(&self) -> Option<&Seen> {
        self.seen.get_or_init(|| Seen::of(&self.state)).as_ref()
    }
}

impl Seen {
    fn of(state: &State) -> Option<Self> {
        let (content, found) = from_files(files(state), Vec::new());
        if found.iter().any(|finding| finding.severity == Severity::Error) {
            return None;
        }
        let compared = Compared::new(&content.glossary, &content.lexicon, None);
        Some(Self { content, compared })
    }

    fn revision(&self) -> change::Revision<'_> {
        change::Revision { glossary: &self.content.glossary, lexicon: &self.content.lexicon, compared: &self.compared }
    }
}

fn files(state: &State) -> Files {
    let file = |(path, (text, _)): (&String, &(Arc<str>, String))| File { path: path.clone(), text: text.to_string() };
    Files::new(state.iter().map(file).collect())
}

/// A name for texts: the same texts have the same, wherever they came from.
fn name_of(state: &State) -> String {
    digest(state.iter().flat_map(|(path, (_, name))| [path.as_str(), name.as_str()]))
}

fn revision(commit: &Commit, told: Arc<Told>) -> Revision {
    let id = commit.id.chars().take(SHORT).collect();
    Revision { commit: id, seconds: commit.seconds, day: Date::of_seconds(commit.seconds), told }
}

fn mark(history: &History) -> String {
    let revisions = history.revisions.iter().map(|revision| format!("{} {}", revision.commit, revision.seconds));
    let counted = format!("{:?} {} {}", history.cut, history.unreadable, history.unchanged);
    digest(revisions.chain([counted, history.texts_of_last.clone()]))
}
