// SPDX-License-Identifier: EUPL-1.2
//! Who acts and whose meaning it is: organisations, roles and groups, never a person.

use serde::{Deserialize, Serialize};

use crate::model::{ActorId, DomainId, Keyed, SourceId};

/// An organisation, role or group, in one or more domains.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Actor {
    /// The identifier, for example `ess`.
    pub id: ActorId,
    /// The official Dutch name.
    pub label: String,
    /// The usual abbreviation.
    pub abbreviation: Option<String>,
    /// The English name.
    pub english: Option<String>,
    /// The domains it works in; some work in both.
    pub domains: Vec<DomainId>,
    /// What sort of actor it is.
    pub kind: ActorKind,
    /// What it does, in plain Dutch.
    pub about: Option<String>,
    /// Web addresses.
    pub urls: Vec<String>,
    /// Whether it still exists.
    pub status: ActorStatus,
    /// Who took over when it ended.
    pub successor: Option<ActorId>,
    /// What the description rests on.
    pub sources: Vec<SourceId>,
}

/// What sort of actor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum ActorKind {
    /// A body with a name of its own.
    Organisation,
    /// A function that people fulfil, such as mayor.
    Role,
    /// A fixed meeting of several, such as the local triangle.
    Group,
}

impl Keyed for ActorKind {
    const ALL: &'static [(Self, &'static str, &'static str, &'static str)] = &[
        (Self::Organisation, "organisation", "organisatie", "organisation"),
        (Self::Role, "role", "rol", "role"),
        (Self::Group, "group", "overleg", "group"),
    ];
}

/// Whether an actor still exists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum ActorStatus {
    /// It exists.
    Active,
    /// It was closed down or merged.
    Ended,
}

impl Keyed for ActorStatus {
    const ALL: &'static [(Self, &'static str, &'static str, &'static str)] =
        &[(Self::Active, "active", "actief", "active"), (Self::Ended, "ended", "opgeheven", "ended")];
}
