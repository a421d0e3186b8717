// SPDX-License-Identifier: EUPL-1.2
//! What a glossary is: terms, the concepts that domains give them, and what editors say of the difference.
//!
//! Values only. Nothing here reads, writes or knows a file format; `source` makes these values from TOML and
//! `http::api` shows them as JSON, so that either can change without the other.

mod actor;
mod concept;
mod date;
mod domain;
mod glossary;
mod id;
mod keyed;
mod legal;
mod meant;
mod place;
mod prevention;
mod reference;
mod relation;
mod term;
mod values;
mod verdict;

pub use self::actor::{Actor, ActorKind, ActorStatus};
pub use self::concept::{Concept, Kind, Status};
pub use self::date::Date;
pub use self::domain::{Domain, Facet};
pub use self::glossary::{About, Glossary};
pub use self::id::{ActorId, ConceptId, DomainId, FacetId, LegalId, ModelId, PhaseId, PlaceId, SourceId, TermId};
pub use self::keyed::Keyed;
pub use self::legal::{LegalFrame, LegalStatus};
pub use self::meant::{Meant, Origin};
pub use self::place::{Agreement, LocalTerm, Partner, Place};
pub use self::prevention::{Model, Part, Party, Phase, PhaseRef, PhaseRole};
pub use self::reference::{Source, SourceKind};
pub use self::relation::{Degree, Relation};
pub use self::term::{AltLabel, Term};
pub use self::values::{Age, Coercion, Consent, Values, Within};
pub use self::verdict::{Signature, Verdict, VerdictStatus};
