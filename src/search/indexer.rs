//! Writes the library into a Tantivy index of one segment, one document per term, in the order of the terms.

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
    let mut document = TantivyDocument::default();
    for name in &entry.names {
        let fields = schema.of(name.field);
        add_words(&mut document, fields, &name.words, library);
        if let Some(whole) = fields.whole {
            add(&mut document, whole.exact, name.wholes.iter().map(|&whole| library.spelling(whole).to_owned()));
            add(&mut document, whole.form, std::iter::once(library.spelling(name.whole_form).to_owned()));
        }
    }
    for text in &entry.texts {
        let counting: Vec<Word> = text.words.iter().filter(|word| !word.stop).copied().collect();
        add_words(&mut document, schema.of(text.field), &counting, library);
    }
    document
}

fn add_words(document: &mut TantivyDocument, fields: &IndexedField, words: &[Word], library: &Library) {
    let parts = words.iter().filter_map(|word| library.parts(word.folded)).flat_map(|parts| &parts.all);
    add(document, fields.exact, words.iter().map(|word| library.spelling(word.folded).to_owned()));
    add(document, fields.form, words.iter().map(|word| library.spelling(word.normal).to_owned()));
    add(document, fields.part, parts.map(|&part| library.spelling(part).to_owned()));
}

fn add(document: &mut TantivyDocument, field: Field, words: impl Iterator<Item = String>) {
    let token = |(position, text): (usize, String)| Token { position, text, ..Token::default() };
    let tokens: Vec<Token> = words.enumerate().map(token).collect();
    if !tokens.is_empty() {
        document.add_pre_tokenized_text(field, PreTokenizedString { text: String::new(), tokens });
    }
}
