// SPDX-License-Identifier: EUPL-1.2
//! The posting lists of the index: for each field and word the documents that have it. The index has one segment, so a
//! document number is the place of a term.

use std::ops::Range;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use tantivy::fieldnorm::FieldNormReader;
use tantivy::postings::{BlockSegmentPostings, TermInfo};
use tantivy::query::Bm25Weight;
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{DocId, Index, InvertedIndexReader, ReloadPolicy, Score};

/// Every posting list, opened once.
pub(super) struct Lists {
    /// The fields in the order of the schema; none where there are no documents.
    fields: Vec<Fielded>,
    documents: u64,
}

/// The posting lists of one field.
struct Fielded {
    reader: Arc<InvertedIndexReader>,
    /// The number of words of each document, roughly.
    lengths: Option<FieldNormReader>,
    /// The mean number of words of a document.
    mean_length: Score,
}

/// Where the documents of a word in a field are listed.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub(super) struct List {
    /// The bytes among those of its field; an index has fewer than 2^32.
    start: u32,
    end: u32,
    /// How many documents have the word.
    documents: u32,
}

impl Lists {
    /// Opens the posting lists of an index of one segment, or of none.
    pub fn open(index: &Index) -> tantivy::Result<Self> {
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
        let searcher = reader.searcher();
        let Some(segment) = searcher.segment_readers().first() else {
            return Ok(Self { fields: Vec::new(), documents: 0 });
        };
        let documents = u64::from(segment.max_doc());
        let fielded = |field: Field| -> tantivy::Result<Fielded> {
            let reader = segment.inverted_index(field)?;
            let mean_length = reader.total_num_tokens() as Score / documents as Score;
            Ok(Fielded { reader, lengths: segment.fieldnorms_readers().get_field(field)?, mean_length })
        };
        let fields = index.schema().fields().map(|(field, _)| fielded(field)).collect::<tantivy::Result<_>>()?;
        Ok(Self { fields, documents })
    }

    /// The number of documents.
    pub fn documents(&self) -> usize {
        usize::try_from(self.documents).unwrap_or(usize::MAX)
    }

    /// Takes every word of every field, with its posting list.
    pub fn each_word(&self, mut take: impl FnMut(Field, &[u8], List)) -> tantivy::Result<()> {
        for (number, fielded) in (0..).zip(&self.fields) {
            let mut words = fielded.reader.terms().stream()?;
            while words.advance() {
                take(Field::from_field_id(number), words.key(), List::of(words.value()));
            }
        }
        Ok(())
    }

    /// Takes every document of a posting list of a field.
    pub fn each(&self, field: Field, list: List, mut take: impl FnMut(DocId)) -> tantivy::Result<()> {
        let Some(fielded) = self.fields.get(field.field_id() as usize) else { return Ok(()) };
        each_block(fielded, list, IndexRecordOption::Basic, |block| {
            block.docs().iter().copied().for_each(&mut take);
        })
    }

    /// Takes every document of a posting list of a field, with what the word is worth there: so much times its rarity and
    /// the shortness of the text (BM25).
    pub fn each_ranked(
        &self,
        (field, list): (Field, List),
        worth: Score,
        mut take: impl FnMut(DocId, Score),
    ) -> tantivy::Result<()> {
        let Some(fielded) = self.fields.get(field.field_id() as usize) else { return Ok(()) };
        let frequency = u64::from(list.documents);
        let weight = Bm25Weight::for_one_term_without_explain(frequency, self.documents, fielded.mean_length);
        let weight = weight.boost_by(worth);
        let length = |document| fielded.lengths.as_ref().map_or(1, |lengths| lengths.fieldnorm_id(document));
        each_block(fielded, list, IndexRecordOption::WithFreqs, |block| {
            for (&document, &times) in block.docs().iter().zip(block.freqs()) {
                take(document, weight.score(length(document), times));
            }
        })
    }
}

impl List {
    fn of(info: &TermInfo) -> Self {
        let place = |byte: usize| u32::try_from(byte).expect("the lists of a field have fewer than 2^32 bytes");
        let Range { start, end } = info.postings_range;
        Self { start: place(start), end: place(end), documents: info.doc_freq }
    }

    /// As Tantivy says it; places of words in texts are not kept.
    fn info(self) -> TermInfo {
        TermInfo {
            doc_freq: self.documents,
            postings_range: self.start as usize..self.end as usize,
            positions_range: 0..0,
        }
    }
}

fn each_block(
    fielded: &Fielded,
    list: List,
    option: IndexRecordOption,
    mut take: impl FnMut(&BlockSegmentPostings),
) -> tantivy::Result<()> {
    let mut block = fielded.reader.read_block_postings_from_terminfo(&list.info(), option)?;
    while block.block_len() > 0 {
        take(&block);
        block.advance();
    }
    Ok(())
}
