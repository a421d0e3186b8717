// SPDX-License-Identifier: EUPL-1.2
//! In which fields of the index a word stands, and which posting list it has there, so that it is looked for nowhere else
//! and never by its letters.

use serde::{Deserialize, Serialize};
use tantivy::schema::Field;

use crate::search::library::Library;
use crate::search::lists::{List, Lists};

/// For each word its posting lists.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Standing {
    /// A bit for each field, by its number.
    fields: Vec<u64>,
    /// Where the lists of each word begin among all.
    starts: Vec<u32>,
    /// The lists of all words, of each word in the order of the fields.
    lists: Vec<List>,
}

impl Standing {
    /// Reads the dictionaries of the index.
    pub fn of(library: &Library, lists: &Lists) -> tantivy::Result<Self> {
        let mut found: Vec<(u32, u32, List)> = Vec::new();
        lists.each_word(|field, word, list| {
            let word = std::str::from_utf8(word).ok().and_then(|word| library.known(word));
            found.extend(word.map(|word| (word, field.field_id(), list)));
        })?;
        found.sort_unstable_by_key(|&(word, field, _)| (word, field));
        let mut standing = Self { fields: vec![0; library.word_count()], ..Self::default() };
        let mut all = found.into_iter().peekable();
        for (number, fields) in (0..).zip(&mut standing.fields) {
            standing.starts.push(u32::try_from(standing.lists.len()).unwrap_or(u32::MAX));
            while let Some((_, field, list)) = all.next_if(|(word, ..)| *word == number) {
                *fields |= bit(field);
                standing.lists.push(list);
            }
        }
        Ok(standing)
    }

    /// The posting list of a word in a field, if any term has it there.
    pub fn list(&self, word: u32, field: Field) -> Option<List> {
        let (fields, bit) = (*self.fields.get(word as usize)?, bit(field.field_id()));
        let before = (fields & (bit - 1)).count_ones();
        (fields & bit != 0).then(|| self.lists[(self.starts[word as usize] + before) as usize])
    }
}

fn bit(field: u32) -> u64 {
    1_u64.checked_shl(field).expect("the schema has fewer than 64 fields")
}
