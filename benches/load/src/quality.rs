// SPDX-License-Identifier: EUPL-1.2
//! How often the right term is found, per kind of query.

use std::io;

use serde::Deserialize;

use crate::folder::Logged;
use crate::http::{Connection, encoded, request};
use crate::server::Server;

/// How many hits count.
const LOOKED_AT: usize = 10;

/// What both services tell of a hit.
#[derive(Deserialize)]
struct Answer {
    hits: Vec<Hit>,
}

#[derive(Deserialize)]
struct Hit {
    term: String,
}

/// How well the queries of a kind are answered.
#[derive(Clone, Copy, Default)]
pub struct Tally {
    pub asked: usize,
    first: usize,
    among_ten: usize,
    hits: usize,
    bytes: usize,
}

impl Tally {
    /// How many hits an answer has, on average.
    pub fn hits(self) -> f64 {
        self.hits as f64 / self.asked.max(1) as f64
    }

    /// How long an answer is, on average, in kB.
    pub fn kilobytes(self) -> f64 {
        self.bytes as f64 / 1000.0 / self.asked.max(1) as f64
    }

    /// The share whose first hit is right; of nonsense the share without hits.
    pub fn at_1(self) -> f64 {
        self.first as f64 / self.asked.max(1) as f64
    }

    /// The share with a right hit among ten.
    pub fn at_10(self) -> f64 {
        self.among_ten as f64 / self.asked.max(1) as f64
    }

    fn with(self, place: Option<usize>, hits: usize, bytes: usize) -> Self {
        let counts = |yes| usize::from(yes);
        Self {
            asked: self.asked + 1,
            first: self.first + counts(place == Some(0)),
            among_ten: self.among_ten + counts(place.is_some_and(|place| place < LOOKED_AT)),
            hits: self.hits + hits,
            bytes: self.bytes + bytes,
        }
    }
}

/// Asks every query once; gives the tally of each kind, and of all at the end.
pub fn judge(server: &Server, path: &str, log: &[Logged], kinds: &[&str]) -> io::Result<Vec<Tally>> {
    let mut connection = Connection::open(server.address)?;
    let mut tallies = vec![Tally::default(); kinds.len() + 1];
    for logged in log {
        let body = connection.ask(&request(&format!("{path}{}", encoded(&logged.q))))?;
        let (answer, bytes): (Answer, usize) = (serde_json::from_slice(body)?, body.len());
        let place = match logged.expect.as_slice() {
            [] => answer.hits.is_empty().then_some(0),
            expected => answer.hits.iter().position(|hit| expected.contains(&hit.term)),
        };
        for (_, tally) in
            kinds.iter().chain(&[""]).zip(&mut tallies).filter(|(kind, _)| logged.kind == **kind || kind.is_empty())
        {
            *tally = tally.with(place, answer.hits.len(), bytes);
        }
    }
    Ok(tallies)
}
