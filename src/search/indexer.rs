//! Writes the library into a Tantivy index of one segment, one document per term, in the order of the terms.

use tantivy::directory::RamDirectory;
use tantivy::schema::Field;
use tantivy::tokenizer::{PreTokenizedString, Token};
use tantivy::{Index, TantivyDocument};

use crate::search::library::{Entry, Library, Word};
use crate::search::schema::Schema;

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
        add(&mut document, fields.exact, name.words.iter().map(|word| library.spelling(word.folded)));
        add(&mut document, fields.form, name.words.iter().map(|word| library.spelling(word.normal)));
        if let Some(whole) = fields.whole {
            add(&mut document, whole.exact, name.wholes.iter().map(|&whole| library.spelling(whole)));
            add(&mut document, whole.form, std::iter::once(library.spelling(name.whole_form)));
        }
    }
    for text in &entry.texts {
        let fields = schema.of(text.field);
        let counting = || text.words.iter().filter(|word| !word.stop);
        let spelled = |number: fn(&Word) -> u32| counting().map(move |word| library.spelling(number(word)));
        add(&mut document, fields.exact, spelled(|word| word.folded));
        add(&mut document, fields.form, spelled(|word| word.normal));
    }
    document
}

fn add<'a>(document: &mut TantivyDocument, field: Field, words: impl Iterator<Item = &'a str>) {
    let token = |(position, word): (usize, &str)| Token { position, text: word.to_owned(), ..Token::default() };
    let tokens: Vec<Token> = words.enumerate().map(token).collect();
    if !tokens.is_empty() {
        document.add_pre_tokenized_text(field, PreTokenizedString { text: String::new(), tokens });
    }
}
