// SPDX-License-Identifier: EUPL-1.2
//! Terms in running text: where they stand, in what form, and who will read them otherwise than the writer.
//!
//! A [`Dictionary`] is made once per revision from the names of all terms: the word itself, other words for it and
//! search words; not the English words and not the labels of meanings, which say what a meaning is about. It finds
//! them in a text and looks up single words; the [`forms()`] of the same names let a browser find them without sending
//! the text. What stands in a link or in code is no running text. Pure: texts go in and places come out.

mod checked;
mod compound;
mod dictionary;
mod forms;
mod inflect;
mod mention;
mod name;
mod phrase;
mod quiet;
mod reading;

pub use self::checked::{Checked, Counted, Word};
pub use self::compound::{COMPOUNDS, Compounds, Half};
pub use self::dictionary::{Dictionary, Known};
pub use self::forms::{Form, forms};
pub use self::mention::{How, Mention};
pub use self::name::Name;
pub use self::quiet::HOST_ENDS;
pub use self::reading::{Difference, Reading, Sides, of_one_side};
