// SPDX-License-Identifier: EUPL-1.2
//! Judged queries, and how well the search answers them. Shared by the tests and the bench.
#![allow(clippy::disallowed_methods, reason = "test data is read here")]

use std::path::Path;

use serde::Deserialize;
use taalbrug::publication::Publication;
use taalbrug::search::{FIELDS, FieldKind, Hit, Query};

/// The kinds of queries, as `README.md` beside this file tells them.
pub const KINDS: &[&str] = &[
    "exact",
    "inflection",
    "typo",
    "synonym",
    "abbreviation",
    "compound",
    "other_domain",
    "english",
    "description",
    "two_words",
    "prefix",
    "hyphen",
    "diminutive",
    "topic",
    NONSENSE,
];

/// The kind that should find nothing.
pub const NONSENSE: &str = "nonsense";

/// How many hits are looked at.
const LOOKED_AT: usize = 10;

/// A query as its judge wrote it down.
#[derive(Debug, Deserialize)]
pub struct Judged {
    pub id: String,
    pub kind: String,
    pub q: String,
    /// The ids of the terms that should come first; none for nonsense.
    pub expect: Vec<String>,
    pub origin: String,
}

/// Reads queries, one JSON object on a line.
pub fn read(path: &Path) -> Vec<Judged> {
    let text = std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let parse = |line: &str| serde_json::from_str(line).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    text.lines().filter(|line| !line.trim().is_empty()).map(parse).collect()
}

/// The first hits for a query as the service understands it, at most [`LOOKED_AT`].
pub fn ask(judged: &Judged, publication: &Publication) -> Vec<Hit> {
    let query = Query { take: LOOKED_AT, ..Query::of(&publication.understand(&judged.q)) };
    publication.index().search(&query).unwrap_or_else(|error| panic!("{}: {error}", judged.id)).hits
}

/// A query and how well it is answered.
pub struct Answered<'a> {
    pub judged: &'a Judged,
    /// The place of the first hit that is right, from 1; of nonsense 1 when no hit is confident.
    pub right_at: Option<usize>,
}

impl<'a> Answered<'a> {
    /// Asks the search.
    pub fn of(judged: &'a Judged, publication: &Publication) -> Self {
        let hits = ask(judged, publication);
        let id = |hit: &Hit| publication.entry_at(hit.place).term.id.as_str();
        let right_at = if judged.kind == NONSENSE {
            (!hits.iter().any(is_confident)).then_some(1)
        } else {
            let is_right = |hit: &Hit| judged.expect.iter().any(|expected| expected == id(hit));
            hits.iter().position(is_right).map(|place| place + 1)
        };
        Self { judged, right_at }
    }
}

/// Whether a hit claims that its term was meant: a word of the query is, in any way, in a name of the term.
fn is_confident(hit: &Hit) -> bool {
    let is_name = |field| FIELDS.iter().any(|row| row.field == field && row.kind == FieldKind::Name);
    hit.matched.iter().any(|found| is_name(found.field))
}

/// How well a kind of queries is answered.
#[derive(Debug, Clone, Copy, Default)]
pub struct Tally {
    pub asked: usize,
    first: usize,
    among_ten: usize,
    reciprocal: f64,
}

impl Tally {
    /// Over the queries of a kind.
    pub fn of(kind: &str, answers: &[Answered<'_>]) -> Self {
        let of_kind = answers.iter().filter(|answered| answered.judged.kind == kind);
        of_kind.fold(Self::default(), |tally, answered| Self {
            asked: tally.asked + 1,
            first: tally.first + usize::from(answered.right_at == Some(1)),
            among_ten: tally.among_ten + usize::from(answered.right_at.is_some()),
            reciprocal: tally.reciprocal + answered.right_at.map_or(0.0, |place| 1.0 / place as f64),
        })
    }

    /// The share whose first hit is right; of nonsense, the share without a confident hit.
    pub fn success_at_1(self) -> f64 {
        self.share(self.first as f64)
    }

    /// The share with a right hit among the first ten.
    pub fn success_at_10(self) -> f64 {
        self.share(self.among_ten as f64)
    }

    /// The mean of one divided by the place of the first right hit.
    pub fn mean_reciprocal_rank(self) -> f64 {
        self.share(self.reciprocal)
    }

    fn share(self, good: f64) -> f64 {
        good / self.asked.max(1) as f64
    }
}
