// SPDX-License-Identifier: EUPL-1.2
//! Legal frames: the laws and agreements on which a meaning rests.

use serde::{Deserialize, Serialize};

use crate::model::{Keyed, LegalId, SourceId};

/// A law, agreement or guideline that decides what may or must be done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LegalFrame {
    /// The identifier, for example `wmo-2015`.
    pub id: LegalId,
    /// The Dutch title.
    pub label: String,
    /// The usual abbreviation.
    pub abbreviation: Option<String>,
    /// What it decides, in plain Dutch.
    pub about: String,
    /// How sure we are that it applies.
    pub status: LegalStatus,
    /// What is not known yet.
    pub note: Option<String>,
    /// What the description rests on.
    pub sources: Vec<SourceId>,
}

/// How sure we are that a frame applies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum LegalStatus {
    /// It applies.
    InForce,
    /// Whether or since when it applies was not found yet.
    Unverified,
    /// It applies only between parties that agreed on it.
    Local,
    /// It binds nobody.
    Guidance,
}

impl Keyed for LegalStatus {
    const ALL: &'static [(Self, &'static str, &'static str, &'static str)] = &[
        (Self::InForce, "in_force", "geldt", "in force"),
        (Self::Unverified, "unverified", "nog niet nagegaan", "not verified yet"),
        (Self::Local, "local", "lokale afspraak", "local agreement"),
        (Self::Guidance, "guidance", "bindt niemand", "not binding"),
    ];
}
