// SPDX-License-Identifier: EUPL-1.2
//! What experts may type beside words: phrases in quotes, what to leave out, and fields.
//!
//! `fields.rs` names the fields, `read.rs` reads what was typed, `piece.rs` its single pieces, and `sieve.rs` says which
//! terms pass. What is none of this is ordinary text and stays as it was typed.

mod fields;
mod notice;
mod piece;
mod read;
mod sieve;

pub use self::fields::{FIELD_NAMES, FieldName};
pub use self::notice::{Caution, Mistake, Notice};
pub use self::piece::{Polarity, without_quotes};
pub use self::read::{Demand, Understood};
pub(super) use self::sieve::Sieve;
