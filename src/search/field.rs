// SPDX-License-Identifier: EUPL-1.2
//! The fields of a term that are searched, and what a match in each is worth. A table; schema, query and answers read it.

use serde::{Deserialize, Serialize};

use crate::model::Keyed;
use crate::search::matching::How;

/// A field of a term that is searched.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
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
    /// A long English name, and English words in the note on it.
    EnglishNote,
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
        (Self::EnglishNote, "englishNote", "de uitleg van het Engels", "the note on the English"),
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
    pub among: Worth,
    /// What a word of a description is worth, times its rarity.
    pub described: f32,
}

/// What a match is worth, per way of matching.
#[derive(Debug, Clone, Copy)]
pub struct Worth {
    exact: f32,
    form: f32,
    compound: f32,
    prefix: f32,
    typo: f32,
    part: f32,
}

impl Worth {
    /// What a match of this way is worth.
    #[must_use]
    pub const fn of(self, how: How) -> f32 {
        match how {
            How::Exact => self.exact,
            How::Form => self.form,
            How::Compound => self.compound,
            How::Prefix => self.prefix,
            How::Typo => self.typo,
            How::Part => self.part,
        }
    }

    const fn times(self, factor: f32) -> Self {
        Self {
            exact: self.exact * factor,
            form: self.form * factor,
            compound: self.compound * factor,
            prefix: self.prefix * factor,
            typo: self.typo * factor,
            part: self.part * factor,
        }
    }
}

/// A whole name as typed comes before its forms, those before a name that is a part of what was typed. No name is a
/// compound with a whole name.
const WHOLE_NAME: Worth = Worth { exact: 1000.0, form: 600.0, prefix: 550.0, typo: 400.0, part: 300.0, compound: 0.0 };

/// A word as typed comes before its forms, those before compounds with it, those before words that begin with it.
const AMONG_NAMES: Worth = Worth { exact: 200.0, form: 120.0, compound: 100.0, prefix: 60.0, typo: 40.0, part: 0.0 };

/// A part of a Dutch compound says nothing in English.
const WHOLE_ENGLISH: Worth = Worth { part: 0.0, ..WHOLE_NAME.times(0.8) };
const AMONG_ENGLISH: Worth = Worth { part: 0.0, ..AMONG_NAMES.times(0.6) };

/// The name of a meaning is a few words about it; a compound with one of those is about something else.
const AMONG_MEANINGS: Worth = Worth { compound: 0.0, typo: 0.0, part: 0.0, ..AMONG_NAMES.times(0.3) };

/// What a word in a text is worth, times its rarity; even the rarest stays below a word in a name.
const IN_TEXT: Worth = Worth { exact: 0.25, form: 0.2, compound: 0.12, prefix: 0.1, typo: 0.08, part: 0.1 };

/// In a description: how sure it is that the word was meant.
const DESCRIBED: Worth = Worth { exact: 1.0, form: 0.95, compound: 0.5, prefix: 0.3, typo: 0.6, part: 0.4 };

/// How a word of a description counts that is ranked by BM25, beside one that is not.
const BY_BM25: f32 = 0.6;

/// Every searched field: names before texts, and among names the word itself before other words for it.
pub const FIELDS: &[FieldRow] = &[
    name(SearchField::Label, 1.0, 1.0),
    name(SearchField::AltLabel, 0.9, 0.8),
    name(SearchField::HiddenLabel, 0.8, 0.7),
    FieldRow { among: AMONG_ENGLISH, whole: WHOLE_ENGLISH, ..name(SearchField::English, 0.8, 0.6) },
    FieldRow { among: AMONG_MEANINGS, ..name(SearchField::ConceptLabel, 0.15, 0.3) },
    text(SearchField::Definition, 2.0),
    text(SearchField::Explanation, 1.5),
    text(SearchField::Facet, 1.2),
    text(SearchField::EnglishNote, 1.0),
];

const fn name(field: SearchField, whole: f32, among: f32) -> FieldRow {
    FieldRow {
        field,
        kind: FieldKind::Name,
        whole: WHOLE_NAME.times(whole),
        among: AMONG_NAMES.times(among),
        described: 1.2,
    }
}

const fn text(field: SearchField, weight: f32) -> FieldRow {
    FieldRow {
        field,
        kind: FieldKind::Text,
        whole: IN_TEXT.times(0.0),
        among: IN_TEXT.times(weight),
        described: weight / 2.0,
    }
}

impl SearchField {
    /// Whether its words are English.
    pub(super) fn is_english(self) -> bool {
        matches!(self, Self::English | Self::EnglishNote)
    }

    /// The row of this field.
    pub(super) fn row(self) -> &'static FieldRow {
        FIELDS.iter().find(|row| row.field == self).expect("the table has every field")
    }
}

/// Some of the fields.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Fields(u16);

impl Fields {
    /// Every field.
    pub const ALL: Self = Self(u16::MAX);

    pub const fn of(field: SearchField) -> Self {
        Self(1 << field as u16)
    }

    pub const fn and(self, others: Self) -> Self {
        Self(self.0 | others.0)
    }

    pub const fn has(self, field: SearchField) -> bool {
        self.0 & Self::of(field).0 != 0
    }
}

/// How a word of a question counts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Scale {
    /// One of a few words: names before texts.
    Names,
    /// One of a description: by its rarity, wherever it stands.
    Description {
        /// How rare the word is among the terms.
        rarity: f32,
    },
}

impl Scale {
    /// What a word is worth that belongs to a whole name in this field.
    #[must_use]
    pub fn whole(self, row: &FieldRow, how: How) -> f32 {
        self.counted(row.whole.of(how), row, how)
    }

    /// What a word is worth that stands in this field among others.
    #[must_use]
    pub fn among(self, row: &FieldRow, how: How) -> f32 {
        self.counted(row.among.of(how), row, how)
    }

    /// What a word is worth that stands in this text, times its rarity and the shortness of the text (BM25).
    #[must_use]
    pub fn ranked(self, row: &FieldRow, how: How) -> f32 {
        match self {
            Self::Names => row.among.of(how),
            Self::Description { .. } => BY_BM25 * row.described * DESCRIBED.of(how),
        }
    }

    /// What is worth this among a few words: the same, or in a description by its rarity; never more than nothing when
    /// it is worth nothing.
    fn counted(self, worth: f32, row: &FieldRow, how: How) -> f32 {
        match self {
            Self::Description { rarity } if worth > 0.0 => rarity * row.described * DESCRIBED.of(how),
            _ => worth,
        }
    }
}
