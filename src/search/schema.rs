// SPDX-License-Identifier: EUPL-1.2
//! The Tantivy schema, made from the table of fields: for each the words as typed, their normal forms and the parts of
//! compounds; for names also the whole names, each as one word.

use tantivy::schema::{Field, IndexRecordOption, Schema as TantivySchema, TextFieldIndexing, TextOptions};

use crate::model::Keyed;
use crate::search::field::{FIELDS, FieldKind, FieldRow};
use crate::search::listed::LISTED;

/// The schema with its fields at hand.
#[derive(Debug, Clone)]
pub(super) struct Schema {
    pub tantivy: TantivySchema,
    pub rows: Vec<IndexedField>,
}

/// A searched field with its Tantivy fields.
#[derive(Debug, Clone, Copy)]
pub(super) struct IndexedField {
    pub row: &'static FieldRow,
    /// The words as typed, folded.
    pub exact: Field,
    /// Their normal forms.
    pub form: Field,
    /// The normal forms of their parts.
    pub part: Field,
    /// For a field of names the whole names.
    pub whole: Option<WholeFields>,
}

/// The Tantivy fields of whole names.
#[derive(Debug, Clone, Copy)]
pub(super) struct WholeFields {
    /// As typed.
    pub exact: Field,
    /// In their normal forms.
    pub form: Field,
}

impl Schema {
    pub fn new() -> Self {
        let mut builder = TantivySchema::builder();
        let options = || {
            let indexing =
                TextFieldIndexing::default().set_tokenizer(LISTED).set_index_option(IndexRecordOption::WithFreqs);
            TextOptions::default().set_indexing_options(indexing)
        };
        let rows = FIELDS
            .iter()
            .map(|row| {
                let key = row.field.key();
                let exact = builder.add_text_field(key, options());
                let form = builder.add_text_field(&format!("{key}Form"), options());
                let part = builder.add_text_field(&format!("{key}Part"), options());
                let whole = (row.kind == FieldKind::Name).then(|| WholeFields {
                    exact: builder.add_text_field(&format!("{key}Whole"), options()),
                    form: builder.add_text_field(&format!("{key}WholeForm"), options()),
                });
                IndexedField { row, exact, form, part, whole }
            })
            .collect();
        Self { tantivy: builder.build(), rows }
    }

    pub fn of(&self, field: crate::search::SearchField) -> &IndexedField {
        self.rows.iter().find(|indexed| indexed.row.field == field).expect("the schema has every field of the table")
    }
}
