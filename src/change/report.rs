// SPDX-License-Identifier: EUPL-1.2
//! A change as values that can be written down and read again: for other programs, and for who keeps what changed when.

use serde::{Deserialize, Serialize};

use crate::change::term::VerdictChange;
use crate::change::{Ask, Changes, Effect, Elsewhere, KeyChange, MeaningChange, TermChange, TermFate};
use crate::divergence::{Marked, Segment, Side};
use crate::model::{ConceptId, Keyed, PlaceId};

/// Everything that differs between two revisions; keys in camelCase, sentences in Dutch and English.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// Terms that changed, then those that only feel the effect of other changes.
    pub terms: Vec<TermReport>,
    /// What changed beside the terms.
    pub elsewhere: Vec<PartReport>,
    /// How many signatures are needed and are not there.
    pub missing: usize,
}

/// What happened to a term.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TermReport {
    /// Its identifier.
    pub id: String,
    /// The word.
    pub label: String,
    /// A key of [`TermFate`].
    pub fate: String,
    /// Its former identifier, where it was renamed.
    pub was: Option<String>,
    /// What changed in what is told of the word itself.
    pub keys: Vec<KeyReport>,
    /// The places that now say something else of it.
    pub places: Vec<String>,
    /// What happened to its meanings.
    pub meanings: Vec<MeaningReport>,
    /// What happened to its verdicts.
    pub verdicts: Vec<VerdictReport>,
    /// What that does to the differences, what needs attention first.
    pub effects: Vec<EffectReport>,
    /// Who must agree.
    pub asks: Vec<AskReport>,
}

/// A key whose content changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct KeyReport {
    /// The key as it is written.
    pub key: String,
    /// What it is called in Dutch.
    pub label: String,
    /// What it is called in English.
    pub label_english: String,
    /// What it said; empty when it said nothing.
    pub before: String,
    /// What it says now.
    pub after: String,
}

/// What happened to a meaning.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct MeaningReport {
    /// The meaning.
    pub concept: String,
    /// Its domain.
    pub domain: String,
    /// The one place where it holds, where it is one.
    pub place: Option<String>,
    /// What it is called in Dutch.
    pub name: String,
    /// What it is called in English.
    pub name_english: String,
    /// A key of [`crate::change::Fate`].
    pub fate: String,
    /// Its definition, if that changed.
    pub definition: Option<TextReport>,
    /// Facets and controlled values that changed.
    pub facets: Vec<KeyReport>,
    /// What else changed.
    pub keys: Vec<KeyReport>,
    /// The Dutch names of the domains that take it over.
    pub inherited_by: Vec<String>,
}

/// A definition before and after.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextReport {
    /// A key of [`crate::change::Reading`].
    pub reading: String,
    /// The former text.
    pub before: Vec<PieceReport>,
    /// The text of now.
    pub after: Vec<PieceReport>,
}

/// A piece of a text, with its marks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PieceReport {
    /// The text.
    pub text: String,
    /// Keys of [`crate::divergence::Mark`].
    pub marks: Vec<String>,
    /// The number that two contradicting pieces share.
    #[serde(rename = "ref")]
    pub number: Option<usize>,
}

/// What happened to a verdict.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VerdictReport {
    /// The two meanings.
    pub between: Vec<String>,
    /// The place whose verdict it is, where it is one's.
    pub place: Option<String>,
    /// A key of [`crate::change::Fate`].
    pub fate: String,
    /// What changed in it.
    pub keys: Vec<KeyReport>,
}

/// What a change does to a pair.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct EffectReport {
    /// A key of [`crate::change::EffectKind`].
    pub kind: String,
    /// The two sides.
    pub between: Vec<SideReport>,
    /// The facet it is about, if it is about one.
    pub facet: Option<String>,
    /// The effect in a Dutch sentence.
    pub sentence: String,
    /// The same in English.
    pub sentence_english: String,
}

/// A side of a pair.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SideReport {
    /// Its domain.
    pub domain: String,
    /// Its meaning, where it has one.
    pub concept: Option<String>,
    /// Its place, where it holds in one alone.
    pub place: Option<String>,
}

/// A domain that must agree.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AskReport {
    /// The domain.
    pub domain: String,
    /// With what, in Dutch.
    pub about: String,
    /// The same in English.
    pub about_english: String,
    /// A key of [`crate::change::Standing`].
    pub standing: String,
}

/// What changed in a part of the glossary beside its terms, by identifiers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartReport {
    /// The key of the part.
    pub part: String,
    /// Its Dutch name.
    pub label: String,
    /// Its English name.
    #[serde(rename = "labelEnglish")]
    pub label_english: String,
    /// What is new.
    pub added: Vec<String>,
    /// What is gone.
    pub removed: Vec<String>,
    /// What says something else.
    pub changed: Vec<String>,
}

impl Report {
    /// What changed, written down.
    #[must_use]
    pub fn new(changes: &Changes) -> Self {
        Self {
            terms: changes.terms.iter().map(term).collect(),
            elsewhere: changes.elsewhere.iter().map(elsewhere).collect(),
            missing: changes.missing().count(),
        }
    }
}

fn term(term: &TermChange) -> TermReport {
    TermReport {
        id: term.id.to_string(),
        label: term.label.clone(),
        fate: term.fate.words().0.to_owned(),
        was: match &term.fate {
            TermFate::Renamed(from) => Some(from.to_string()),
            _ => None,
        },
        keys: term.keys.iter().map(key).collect(),
        places: term.places.iter().map(PlaceId::to_string).collect(),
        meanings: term.meanings.iter().map(meaning).collect(),
        verdicts: term.verdicts.iter().map(verdict).collect(),
        effects: term.effects.iter().map(effect).collect(),
        asks: term.asks.iter().map(ask).collect(),
    }
}

fn meaning(meaning: &MeaningChange) -> MeaningReport {
    let facet = |facet: &crate::change::FacetChange| KeyReport {
        key: facet.key.clone(),
        label: facet.name.0.clone(),
        label_english: facet.name.1.clone(),
        before: facet.before.clone(),
        after: facet.after.clone(),
    };
    MeaningReport {
        concept: meaning.concept.to_string(),
        domain: meaning.domain.to_string(),
        place: meaning.place.as_ref().map(PlaceId::to_string),
        name: meaning.name.0.clone(),
        name_english: meaning.name.1.clone(),
        fate: meaning.fate.key().to_owned(),
        definition: meaning.definition.as_ref().map(|text| TextReport {
            reading: text.reading.key().to_owned(),
            before: pieces(&text.before),
            after: pieces(&text.after),
        }),
        facets: meaning.facets.iter().map(facet).collect(),
        keys: meaning.keys.iter().map(key).collect(),
        inherited_by: meaning.inherited_by.iter().map(|(dutch, _)| dutch.clone()).collect(),
    }
}

fn verdict(verdict: &VerdictChange) -> VerdictReport {
    VerdictReport {
        between: verdict.between.iter().map(ConceptId::to_string).collect(),
        place: verdict.place.as_ref().map(PlaceId::to_string),
        fate: verdict.fate.key().to_owned(),
        keys: verdict.keys.iter().map(key).collect(),
    }
}

fn effect(effect: &Effect) -> EffectReport {
    let side = |side: &Side| SideReport {
        domain: side.domain.to_string(),
        concept: side.concept.as_ref().map(ConceptId::to_string),
        place: side.place.as_ref().map(PlaceId::to_string),
    };
    EffectReport {
        kind: effect.kind.key().to_owned(),
        between: effect.between.iter().map(side).collect(),
        facet: effect.facet.clone(),
        sentence: effect.sentence.dutch.clone(),
        sentence_english: effect.sentence.english.clone(),
    }
}

fn ask(ask: &Ask) -> AskReport {
    AskReport {
        domain: ask.domain.to_string(),
        about: ask.about.dutch.clone(),
        about_english: ask.about.english.clone(),
        standing: ask.standing.key().to_owned(),
    }
}

fn elsewhere(part: &Elsewhere) -> PartReport {
    PartReport {
        part: part.part.key.to_owned(),
        label: part.part.dutch.to_owned(),
        label_english: part.part.english.to_owned(),
        added: part.added.clone(),
        removed: part.removed.clone(),
        changed: part.changed.clone(),
    }
}

fn key(change: &KeyChange) -> KeyReport {
    KeyReport {
        key: change.key.to_owned(),
        label: change.name.0.to_owned(),
        label_english: change.name.1.to_owned(),
        before: change.before.clone(),
        after: change.after.clone(),
    }
}

fn pieces(marked: &Marked) -> Vec<PieceReport> {
    let piece = |segment: Segment<'_>| PieceReport {
        text: segment.text.to_owned(),
        marks: segment.marks().map(|mark| mark.key().to_owned()).collect(),
        number: segment.number,
    };
    marked.segments().map(piece).collect()
}
