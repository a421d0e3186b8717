// SPDX-License-Identifier: EUPL-1.2
//! The kinds of problems as JSON.

use schemars::JsonSchema;
use serde::Serialize;

use crate::http::problem::{Kind, PROBLEMS};

/// Every kind of problem that a caller can meet.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub(in crate::http::api) struct ProblemList {
    problems: Vec<ProblemKind>,
}

/// A kind of problem.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
struct ProblemKind {
    /// As it stands in `type` of a problem: the address of a page that explains it, below that of the service.
    #[serde(rename = "type")]
    kind: String,
    /// The status of HTTP.
    status: u16,
    /// Its title, in Dutch.
    title: &'static str,
    title_english: &'static str,
    /// What it means, in Dutch.
    means: &'static str,
    means_english: &'static str,
    /// What to do about it, in Dutch.
    mend: &'static str,
    mend_english: &'static str,
}

impl ProblemList {
    pub fn new() -> Self {
        Self { problems: PROBLEMS.iter().map(ProblemKind::new).collect() }
    }
}

impl ProblemKind {
    fn new(kind: &Kind) -> Self {
        Self {
            kind: kind.page(),
            status: kind.status,
            title: kind.title,
            title_english: kind.english,
            means: kind.means[0],
            means_english: kind.means[1],
            mend: kind.mend[0],
            mend_english: kind.mend[1],
        }
    }
}
