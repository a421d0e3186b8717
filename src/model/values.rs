// SPDX-License-Identifier: EUPL-1.2
//! Controlled values: the part of a meaning that machines compare without any language technology.

use serde::{Deserialize, Serialize};

use crate::model::{ActorId, Keyed, LegalId};

/// The controlled values of one concept; what is empty was not said.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Values {
    /// Who acts.
    pub roles: Vec<ActorId>,
    /// How free people are.
    pub coercion: Option<Coercion>,
    /// Whether information is shared with consent.
    pub consent: Option<Consent>,
    /// Within what time something happens.
    pub within: Option<Within>,
    /// For which ages it holds.
    pub age: Option<Age>,
    /// On which legal frames it rests.
    pub legal_basis: Vec<LegalId>,
}

/// How free people are to take part or to act.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Coercion {
    /// They may say no.
    Voluntary,
    /// It is allowed.
    May,
    /// It is required.
    Must,
    /// It is not allowed.
    Forbidden,
}

impl Keyed for Coercion {
    const ALL: &'static [(Self, &'static str, &'static str, &'static str)] = &[
        (Self::Voluntary, "voluntary", "vrijwillig", "voluntary"),
        (Self::May, "may", "mag", "may"),
        (Self::Must, "must", "moet", "must"),
        (Self::Forbidden, "forbidden", "verboden", "forbidden"),
    ];
}

/// Whether information about a person is shared with that person's consent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Consent {
    /// With consent.
    With,
    /// Without consent.
    Without,
    /// It depends.
    Sometimes,
}

impl Keyed for Consent {
    const ALL: &'static [(Self, &'static str, &'static str, &'static str)] = &[
        (Self::With, "with", "met toestemming", "with consent"),
        (Self::Without, "without", "zonder toestemming", "without consent"),
        (Self::Sometimes, "sometimes", "soms met toestemming", "sometimes with consent"),
    ];
}

/// A period in which something must happen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Within {
    /// The ISO 8601 duration as written, for example `P7D`.
    pub text: String,
    /// Its length in hours; a month counts as 730 and a year as 8,760.
    pub hours: u32,
}

/// A range of ages in years; either end may be open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Age {
    /// The lowest age, included.
    pub from: Option<u8>,
    /// The highest age, included.
    pub to: Option<u8>,
}

impl Age {
    /// The highest age that counts, in years.
    pub const OLDEST: u8 = 120;
}
