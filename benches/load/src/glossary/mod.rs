// SPDX-License-Identifier: EUPL-1.2
//! A glossary of any size, made by rule: the same size, seed and word lists give the same bytes on every machine.
//!
//! Words fall as in a language, most names are compounds, each term has two definitions of 20 to 60 words that share
//! their subject, some have facets and a verdict. With it comes a log of queries of eight kinds, each with the term that
//! it was made from. The texts mean nothing; only their shape is that of a glossary.

mod files;
mod queries;
mod random;
mod terms;
mod words;

pub use self::queries::{KINDS, Query};
pub use self::words::Words;

use self::random::Random;
use self::terms::Maker;

/// Makes a glossary: gives each file, by its path and text, and then the queries. The word lists themselves, which a
/// glossary folder holds too, are left to the caller.
///
/// # Errors
/// Those of whoever takes the files.
pub fn generate<E>(
    words: &Words,
    (size, seed): (usize, u64),
    queries: usize,
    mut take: impl FnMut(&str, &str) -> Result<(), E>,
) -> Result<Vec<Query>, E> {
    for (path, text) in files::fixed(size) {
        take(path, &text)?;
    }
    let mut maker = Maker::new(words, Random::new(seed));
    for number in 0..size {
        let (term, text) = maker.term(number);
        take(&format!("terms/{}.toml", term.id()), &text)?;
    }
    let (terms, random) = maker.done();
    Ok(queries::make(&terms, words, random, queries))
}
