//! In which fields of the index a word stands, so that it is looked for nowhere else.

use tantivy::schema::Field;

use crate::search::indexer::each_word;
use crate::search::library::Library;
use crate::search::schema::Schema;

/// For each word its fields.
#[derive(Debug, Default)]
pub(super) struct Standing {
    /// A bit for each field, by its number.
    fields: Vec<u64>,
}

impl Standing {
    pub fn of(library: &Library, schema: &Schema) -> Self {
        let mut fields = vec![0; library.word_count()];
        for entry in &library.entries {
            each_word(entry, library, schema, |field, word| fields[word as usize] |= bit(field));
        }
        Self { fields }
    }

    /// Whether any term has the word in this field.
    pub fn has(&self, word: u32, field: Field) -> bool {
        self.fields.get(word as usize).is_some_and(|fields| fields & bit(field) != 0)
    }
}

fn bit(field: Field) -> u64 {
    1_u64.checked_shl(field.field_id()).expect("the schema has fewer than 64 fields")
}
