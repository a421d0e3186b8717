//! Writes the library into a Tantivy index of one segment, one document per term, in the order of the terms.

use std::collections::BTreeMap;

use tantivy::directory::RamDirectory;
use tantivy::schema::Field;
use tantivy::tokenizer::{PreTokenizedString, Token};
use tantivy::{Index, TantivyDocument};

use crate::search::entry::{Entry, Word};
use crate::search::library::Library;
use crate::search::schema::{IndexedField, Schema};

/// Memory for the writer, in bytes; a segment of 100,000 terms fits.
const BUDGET: usize = 300_000_000;

/// Builds an index of the library in a directory.
pub(super) fn build(library: &Library, schema: &Schema, directory: RamDirectory) -> tantivy::Result<Index> {
    let mut writer = Index::builder()
        .schema(schema.tantivy.clone())
        .single_segment_index_writer::<TantivyDocument>(directory, BUDGET)?;
    for entry in &library.entries {
        writer.add_document(document(entry, library, schema))?;
    }
    writer.finalize()
}

fn document(entry: &Entry, library: &Library, schema: &Schema) -> TantivyDocument {
    let mut words: BTreeMap<Field, Vec<Token>> = BTreeMap::new();
    each_word(entry, library, schema, |field, word| {
        let words = words.entry(field).or_default();
        words.push(Token { position: words.len(), text: library.spelling(word).to_owned(), ..Token::default() });
    });
    let mut document = TantivyDocument::default();
    for (field, tokens) in words {
        document.add_pre_tokenized_text(field, PreTokenizedString { text: String::new(), tokens });
    }
    document
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
        text.words.iter().filter(|word| !word.stop).for_each(|word| each_reading(fields, word, library, &mut take));
    }
}

fn each_reading(fields: &IndexedField, word: &Word, library: &Library, mut take: impl FnMut(Field, u32)) {
    take(fields.exact, word.folded);
    take(fields.form, word.normal);
    for &part in library.parts(word.folded).iter().flat_map(|parts| &parts.all) {
        take(fields.part, part);
    }
}
