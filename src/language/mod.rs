// SPDX-License-Identifier: EUPL-1.2
//! What a word is: one notion for search and for comparing meanings.
//!
//! A text becomes tokens with byte places; a word becomes its folded form (no capitals, marks, hyphens or
//! apostrophes) and its normal form (one form for *melding*, *gemeld* and *meldt*). The word lists are content:
//! they stand in `glossary/lexicon/` and arrive here as a [`Lexicon`].

mod capital;
mod compound;
mod digest;
mod english;
mod fold;
mod heads;
mod lexicon;
mod list;
mod memory;
mod misspelling;
mod normal;
mod number;
mod phrase;
mod slip;
mod slug;
mod spelling;
mod stop;
mod token;

pub use self::capital::capital;
pub use self::compound::{Known, take_apart, take_apart_loosely};
pub use self::digest::{digest, key_of};
pub use self::english::english_form;
pub use self::fold::fold;
pub use self::heads::Heads;
pub use self::lexicon::{Cue, Force, Lexicon, Signal};
pub use self::list::in_words;
pub use self::memory::remembering;
pub use self::misspelling::{SortedWords, misspellings};
pub use self::normal::{SEPARABLE, family, is_separable, is_vowel, normal_form};
pub use self::number::number_of;
pub use self::phrase::join_phrases;
pub use self::slug::slug;
pub use self::spelling::{SHARED_BEGINNING, edits, nearest, resemblance};
pub use self::stop::{ARTICLES, is_asking_word, is_english_stop_word, is_stop_word};
pub use self::token::{Token, count_words, folded_words, words, words_of};
