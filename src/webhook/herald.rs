// SPDX-License-Identifier: EUPL-1.2
//! Watches the shelf for each address: tells of what newly serves, again after growing waits when that fails, and leaves it when
//! something newer serves.
//!
//! An address has a thread of its own and one message at most, so that no receiver holds up another, a request or a build. What serves
//! at the start is not told: a start is no new revision, and who starts the service knows.

use std::sync::{Arc, Weak};
use std::time::Duration;

use jiff::Timestamp;
use ureq::Agent;

use crate::publication::{Publication, Shelf};
use crate::webhook::Hook;
use crate::webhook::deliver::{Outcome, agent, attempt};
use crate::webhook::message::Message;

/// How fast things go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pace {
    /// The time between two looks at what serves.
    pub look: Duration,
    /// The time that an attempt may take.
    pub limit: Duration,
    /// The waits between attempts; after the last one it is given up.
    pub waits: Vec<Duration>,
}

impl Default for Pace {
    /// A look each second, fifteen seconds for an attempt, and nine attempts in about eight hours.
    fn default() -> Self {
        let waits = [5, 30, 120, 600, 1_800, 3_600, 7_200, 14_400];
        Self {
            look: Duration::from_secs(1),
            limit: Duration::from_secs(15),
            waits: waits.map(Duration::from_secs).to_vec(),
        }
    }
}

/// Starts telling addresses of what newly comes on a shelf, until the shelf is gone. `base` is the address of the service.
///
/// # Errors
/// When the system gives no threads.
pub fn watch(shelf: &Arc<Shelf>, hooks: Vec<Hook>, base: &str, pace: &Pace) -> std::io::Result<()> {
    let seen = shelf.current().revision.clone();
    for hook in hooks {
        tracing::info!(host = hook.address.host(), "new revisions are told");
        let (shelf, base, seen) = (Arc::downgrade(shelf), base.to_owned(), seen.clone());
        let herald = Herald { shelf, hook, base, agent: agent(pace.limit), pace: pace.clone() };
        std::thread::Builder::new().name("webhook".to_owned()).spawn(move || herald.run(seen))?;
    }
    Ok(())
}

/// Tells one address.
struct Herald {
    shelf: Weak<Shelf>,
    hook: Hook,
    base: String,
    agent: Agent,
    pace: Pace,
}

/// How the telling of a revision ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Told {
    /// It is over: taken, given up, or left for something newer.
    Done,
    /// The receiver wants nothing any more, or there is no shelf any more.
    Never,
}

impl Herald {
    fn run(&self, mut seen: String) {
        loop {
            let Some(publication) = self.serving() else { return };
            if publication.revision == seen {
                drop(publication);
                std::thread::sleep(self.pace.look);
                continue;
            }
            let message = Message::new(&publication, &seen, &self.base, Timestamp::now());
            seen.clone_from(&publication.revision);
            drop(publication);
            if self.tell(&message) == Told::Never {
                return;
            }
        }
    }

    /// What serves, as long as there is a shelf. It is held for a moment only, so that an old revision can go.
    fn serving(&self) -> Option<Arc<Publication>> {
        self.shelf.upgrade().map(|shelf| shelf.current())
    }

    /// Tells until it is taken, given up, or overtaken.
    fn tell(&self, message: &Message) -> Told {
        let (host, revision) = (self.hook.address.host(), message.revision.as_str());
        let mut waits = self.pace.waits.iter();
        loop {
            let (why, asked) = match attempt(&self.agent, &self.hook, message) {
                Outcome::Taken => {
                    tracing::info!(host, revision, "the new revision is told");
                    return Told::Done;
                }
                Outcome::Gone => {
                    tracing::warn!(host, "it wants no news any more (410): it is told nothing until the next start");
                    return Told::Never;
                }
                Outcome::Failed(why, asked) => (why, asked),
            };
            let Some(wait) = waits.next().map(|&wait| wait.max(asked)) else {
                tracing::error!(host, revision, "the new revision could not be told, and this is given up: {why}");
                return Told::Done;
            };
            tracing::warn!(host, revision, "the new revision could not be told: {why}. Again in {} s", wait.as_secs());
            match self.wait(wait, message) {
                Some(Told::Never) => return Told::Never,
                Some(Told::Done) => {
                    tracing::info!(host, revision, "something newer serves: that is told instead");
                    return Told::Done;
                }
                None => {}
            }
        }
    }

    /// Waits, and breaks off when something newer serves or nothing does.
    fn wait(&self, wait: Duration, message: &Message) -> Option<Told> {
        let mut left = wait;
        while !left.is_zero() {
            let step = left.min(self.pace.look);
            std::thread::sleep(step);
            left -= step;
            match self.serving() {
                None => return Some(Told::Never),
                Some(publication) if publication.revision != message.revision => return Some(Told::Done),
                Some(_) => {}
            }
        }
        None
    }
}
