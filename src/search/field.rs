//! The fields of a term that are searched, and what a match in each is worth. A table; schema, query and answers read it.

use crate::model::Keyed;
use crate::search::matching::How;

/// A field of a term that is searched.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SearchField {
    /// The word itself.
    Label,
    /// Another word for it.
    AltLabel,
    /// A word that is searched and never shown.
    HiddenLabel,
    /// The English word.
    English,
    /// The short name of one meaning.
    ConceptLabel,
    /// A definition.
    Definition,
    /// An explanation in plain language.
    Explanation,
    /// A facet phrase.
    Facet,
}

impl Keyed for SearchField {
    const ALL: &'static [(Self, &'static str, &'static str, &'static str)] = &[
        (Self::Label, "label", "het woord zelf", "the word itself"),
        (Self::AltLabel, "altLabel", "een ander woord hiervoor", "another word for it"),
        (Self::HiddenLabel, "hiddenLabel", "een zoekwoord hiervoor", "a search word for it"),
        (Self::English, "english", "het Engelse woord", "the English word"),
        (Self::ConceptLabel, "conceptLabel", "de naam van een betekenis", "the name of a meaning"),
        (Self::Definition, "definition", "de omschrijving", "the definition"),
        (Self::Explanation, "explanation", "de uitleg", "the explanation"),
        (Self::Facet, "facet", "een kant van de betekenis", "a facet of the meaning"),
    ];
}

/// Names count by their tier, however often a word stands in them; texts count by rarity and length (BM25).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldKind {
    /// A word or a few.
    Name,
    /// Running text.
    Text,
}

/// A searched field and what a match in it is worth.
#[derive(Debug, Clone, Copy)]
pub struct FieldRow {
    /// The field.
    pub field: SearchField,
    /// What sort of field.
    pub kind: FieldKind,
    /// What each word is worth that belongs to a whole name.
    pub whole: Worth,
    /// What a word is worth that stands in it among others.
    pub part: Worth,
}

/// What a match is worth, per way of matching.
#[derive(Debug, Clone, Copy)]
pub struct Worth {
    exact: f32,
    form: f32,
    prefix: f32,
    typo: f32,
}

impl Worth {
    /// What a match of this way is worth.
    #[must_use]
    pub const fn of(self, how: How) -> f32 {
        match how {
            How::Exact => self.exact,
            How::Form => self.form,
            How::Prefix => self.prefix,
            How::Typo => self.typo,
        }
    }

    const fn times(self, factor: f32) -> Self {
        Self {
            exact: self.exact * factor,
            form: self.form * factor,
            prefix: self.prefix * factor,
            typo: self.typo * factor,
        }
    }
}

/// What a word is worth that stands, with all others of a description, in one kind of text of a term.
pub const DESCRIBED: f32 = 600.0;

/// A whole name as typed comes before its forms, those before a name that holds the word.
const WHOLE_NAME: Worth = Worth { exact: 1000.0, form: 600.0, prefix: 250.0, typo: 400.0 };

/// A word as typed comes before its forms, those before words that begin with it.
const PART_OF_NAME: Worth = Worth { exact: 200.0, form: 120.0, prefix: 60.0, typo: 40.0 };

/// What a word in a text is worth, times its rarity; even the rarest stays below a word in a name.
const IN_TEXT: Worth = Worth { exact: 0.25, form: 0.2, prefix: 0.1, typo: 0.08 };

const NOTHING: Worth = IN_TEXT.times(0.0);

/// Every searched field: names before texts, and among names the word itself before other words for it.
pub const FIELDS: &[FieldRow] = &[
    name(SearchField::Label, 1.0, 1.0),
    name(SearchField::AltLabel, 0.9, 0.8),
    name(SearchField::HiddenLabel, 0.8, 0.7),
    name(SearchField::English, 0.8, 0.6),
    name(SearchField::ConceptLabel, 0.7, 0.5),
    text(SearchField::Definition, 2.0),
    text(SearchField::Explanation, 1.5),
    text(SearchField::Facet, 1.2),
];

const fn name(field: SearchField, whole: f32, part: f32) -> FieldRow {
    FieldRow { field, kind: FieldKind::Name, whole: WHOLE_NAME.times(whole), part: PART_OF_NAME.times(part) }
}

const fn text(field: SearchField, weight: f32) -> FieldRow {
    FieldRow { field, kind: FieldKind::Text, whole: NOTHING, part: IN_TEXT.times(weight) }
}

impl SearchField {
    /// The row of this field.
    pub(super) fn row(self) -> &'static FieldRow {
        FIELDS.iter().find(|row| row.field == self).expect("the table has every field")
    }
}
