// SPDX-License-Identifier: EUPL-1.2
//! Writes the library into a Tantivy index of one segment, one document per term, in the order of the terms.

use tantivy::directory::RamDirectory;
use tantivy::schema::Field;
use tantivy::{Index, TantivyDocument};

use crate::search::entry::{Entry, Word};
use crate::search::library::Library;
use crate::search::listed::{END, tokenizers};
use crate::search::schema::{IndexedField, Schema};

/// Memory for the writer, in bytes; a segment of 100,000 terms fits.
const BUDGET: usize = 300_000_000;

/// Builds an index of the library in a directory.
pub(super) fn build(library: &Library, schema: &Schema, directory: RamDirectory) -> tantivy::Result<Index> {
    let mut writer = Index::builder()
        .schema(schema.tantivy.clone())
        .tokenizers(tokenizers())
        .single_segment_index_writer::<TantivyDocument>(directory, BUDGET)?;
    let mut lists = vec![String::new(); schema.tantivy.num_fields()];
    for entry in &library.entries {
        each_word(entry, library, schema, |field, word| {
            let list = &mut lists[field.field_id() as usize];
            list.push_str(library.spelling(word));
            list.push(END);
        });
        let mut document = TantivyDocument::default();
        for ((field, _), list) in schema.tantivy.fields().zip(&mut lists).filter(|(_, list)| !list.is_empty()) {
            document.add_text(field, &list);
            list.clear();
        }
        writer.add_document(document)?;
    }
    writer.finalize()
}

/// Takes every word of a term with the field in which it is indexed; function words in names alone.
pub(super) fn each_word(entry: &Entry, library: &Library, schema: &Schema, mut take: impl FnMut(Field, u32)) {
    for name in &entry.names {
        let fields = schema.of(name.field);
        name.words.iter().for_each(|word| each_reading(fields, word, library, &mut take));
        if let Some(whole) = fields.whole {
            name.wholes.iter().for_each(|&word| take(whole.exact, word));
            take(whole.form, name.whole_form);
        }
    }
    for text in &entry.texts {
        let fields = schema.of(text.field);
        text.words
            .iter()
            .filter(|word| !word.is_stop())
            .for_each(|word| each_reading(fields, word, library, &mut take));
    }
}

fn each_reading(fields: &IndexedField, word: &Word, library: &Library, mut take: impl FnMut(Field, u32)) {
    take(fields.exact, word.folded);
    take(fields.form, word.normal);
    for &part in library.parts(word.folded).iter().flat_map(|parts| &parts.all) {
        take(fields.part, part);
    }
}
