// SPDX-License-Identifier: EUPL-1.2
//! Models of prevention: who acts when. The same word for a phase means another thing in another model.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::model::{ActorId, DomainId, Keyed, ModelId, PhaseId, SourceId, Status};

/// A named model with its phases and roles, for example the one of Gielen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Model {
    /// The identifier, for example `gielen`.
    pub id: ModelId,
    /// The Dutch name.
    pub label: String,
    /// The English name.
    pub english: String,
    /// What it divides, in plain Dutch.
    pub about: String,
    /// Who published it.
    pub owner: Option<ActorId>,
    /// What the description rests on.
    pub sources: Vec<SourceId>,
    /// The phases, in order.
    pub phases: Vec<Phase>,
    /// Who does what in which phase.
    pub roles: Vec<PhaseRole>,
}

/// One phase of a model.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Phase {
    /// Unique within the model.
    pub id: PhaseId,
    /// The Dutch name.
    pub label: String,
    /// The English name.
    pub english: String,
    /// What happens in it.
    pub about: Option<String>,
    /// Whom it is for.
    pub target_group: Option<String>,
    /// How far the description has come.
    pub status: Status,
    /// What the description rests on.
    pub sources: Vec<SourceId>,
}

/// Names a phase in its model; written `gielen/primary`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct PhaseRef {
    /// The model.
    pub model: ModelId,
    /// The phase in it.
    pub phase: PhaseId,
}

impl PhaseRef {
    /// Reads `model/phase`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (model, phase) = text.split_once('/')?;
        Some(Self { model: ModelId::parse(model)?, phase: PhaseId::parse(phase)? })
    }
}

impl fmt::Display for PhaseRef {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}/{}", self.model, self.phase)
    }
}

/// What an actor or a whole domain does in a phase.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PhaseRole {
    /// The phase.
    pub phase: PhaseId,
    /// Who.
    pub party: Party,
    /// What part.
    pub part: Part,
    /// What is and is not known about it.
    pub note: Option<String>,
    /// What no source says is a draft, and shown as such.
    pub status: Status,
    /// What it rests on.
    pub sources: Vec<SourceId>,
}

/// Who has a role: one actor, or a domain as a whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Party {
    /// An organisation, role or group.
    Actor(ActorId),
    /// A domain.
    Domain(DomainId),
}

/// What part someone has in a phase.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Part {
    /// Has the lead.
    Leads,
    /// Takes part.
    TakesPart,
    /// Is informed.
    Informed,
}

impl Keyed for Part {
    const ALL: &'static [(Self, &'static str, &'static str, &'static str)] = &[
        (Self::Leads, "leads", "trekt", "leads"),
        (Self::TakesPart, "takes_part", "doet mee", "takes part"),
        (Self::Informed, "informed", "krijgt bericht", "is informed"),
    ];
}
