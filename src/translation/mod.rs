// SPDX-License-Identifier: EUPL-1.2
//! My word, your word: from a word of one domain to the concepts of another, each with how well it fits and on what that
//! rests.
//!
//! What two domains mean by one word comes from the pairs that were made with the revision; other words come from what
//! editors noted between terms ([`Neighbours`], made once) and, where the word itself does not fit, from words that
//! definitions share. Nothing is answered for a word that is not known, and what is not known to fit is said not to be.

mod fit;
mod meaning;
mod neighbour;
mod row;
mod translate;
mod wording;

pub use self::fit::{Fit, Ground, Via};
pub use self::neighbour::Neighbours;
pub use self::row::{Row, Warning};
pub use self::translate::{Asked, Desk, Translated, translate};
