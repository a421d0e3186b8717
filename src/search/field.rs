//! The fields of a term that are searched, and what a match in each is worth. A table; schema, query and answers read it.

use crate::model::Keyed;

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

/// What a match in a field is worth, per way of matching.
#[derive(Debug, Clone, Copy)]
pub struct FieldRow {
    /// The field.
    pub field: SearchField,
    /// What sort of field.
    pub kind: FieldKind,
    /// The whole name as typed.
    pub whole: f32,
    /// The word as typed.
    pub exact: f32,
    /// Another form of the word.
    pub form: f32,
    /// A word that begins with it.
    pub prefix: f32,
    /// A word with typing errors.
    pub typo: f32,
}

/// Every searched field. The word as typed comes before its forms, those before words that begin with it, those
/// before texts about it; among names the word itself before other words for it.
pub const FIELDS: &[FieldRow] = &[
    name(SearchField::Label, 1000.0, 1.0),
    name(SearchField::AltLabel, 900.0, 0.8),
    name(SearchField::HiddenLabel, 800.0, 0.7),
    name(SearchField::English, 800.0, 0.6),
    name(SearchField::ConceptLabel, 700.0, 0.5),
    text(SearchField::Definition, 2.0),
    text(SearchField::Explanation, 1.5),
    text(SearchField::Facet, 1.2),
];

const fn name(field: SearchField, whole: f32, part: f32) -> FieldRow {
    FieldRow {
        field,
        kind: FieldKind::Name,
        whole,
        exact: 200.0 * part,
        form: 120.0 * part,
        prefix: 60.0 * part,
        typo: 40.0 * part,
    }
}

const fn text(field: SearchField, weight: f32) -> FieldRow {
    FieldRow { field, kind: FieldKind::Text, whole: 0.0, exact: 0.5 * weight, form: weight, prefix: 0.0, typo: 0.0 }
}
