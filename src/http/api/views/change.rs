// SPDX-License-Identifier: EUPL-1.2
//! What changed, and when, as JSON: in the words of `taalbrug diff`.

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;

use crate::change::{
    EffectReport, KeyReport, MeaningReport, PartReport, PieceReport, TermFate, TermReport, TextReport, VerdictReport,
};
use crate::history::{History, Revision};
use crate::http::api::views::counts::CountsView;
use crate::model::Keyed;
use crate::publication::{Past, Publication};

/// What changed per revision.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub(in crate::http::api) struct ChangeList<'a> {
    /// The revision that serves now.
    pub revision: &'a str,
    pub history: HistoryView<'a>,
    /// How many revisions fit the question.
    pub total: usize,
    pub page: usize,
    pub per_page: usize,
    /// The revisions, the latest first; null where there is no history.
    pub changes: Option<Vec<RevisionView<'a>>>,
}

/// What changed in one term, per revision.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub(in crate::http::api) struct TermChanges<'a> {
    pub term: &'a str,
    /// The revision that serves now.
    pub revision: &'a str,
    pub history: HistoryView<'a>,
    /// How many changes fit the question.
    pub total: usize,
    pub page: usize,
    pub per_page: usize,
    /// What happened to the term, also under former names, the latest first; null where there is no history.
    pub changes: Option<Vec<TermMoment<'a>>>,
}

/// Whether there is a history, and how far it goes.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(rename = "History")]
pub(in crate::http::api) struct HistoryView<'a> {
    /// here; reading, while it is read for the first time; or none.
    state: &'a str,
    /// Why there is none, or why it does not go further back, in Dutch; null where nothing is missing.
    message: Option<&'a str>,
    message_english: Option<&'a str>,
    /// The day of the first revision; what was there before is not known here.
    #[schemars(extend("format" = "date"))]
    from: Option<String>,
    /// Why it does not begin where the glossary began: shallow or bound; null where it does.
    cut: Option<&'a str>,
    /// Whether what serves now is what the last revision says; false where changes are not recorded yet.
    current: Option<bool>,
    /// How many revisions could not be read; what they changed stands with the next.
    unreadable: usize,
    /// How many revisions changed nothing in meaning, and are left out.
    unchanged: usize,
}

/// A revision.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "RevisionChanges")]
pub(in crate::http::api) struct RevisionView<'a> {
    /// The beginning of the commit.
    commit: &'a str,
    /// The day, in UTC.
    #[schemars(extend("format" = "date"))]
    date: String,
    /// The moment, in UTC (RFC 3339).
    time: String,
    /// Whether it is the first of this history, so that nothing was laid beside it.
    first: bool,
    counts: CountsView<'a>,
    terms: Vec<TermChangeView<'a>>,
    /// What changed beside the terms, by identifiers.
    elsewhere: Vec<PartView<'a>>,
}

/// What happened to a term in a revision.
#[derive(Serialize, JsonSchema)]
pub(in crate::http::api) struct TermMoment<'a> {
    commit: &'a str,
    #[schemars(extend("format" = "date"))]
    date: String,
    time: String,
    change: TermChangeView<'a>,
}

#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(rename = "TermChange")]
struct TermChangeView<'a> {
    id: &'a str,
    label: &'a str,
    /// added, withdrawn, renamed, changed, or affected by a change elsewhere.
    fate: &'a str,
    fate_text: &'a str,
    /// Its former id, where it was renamed.
    was: Option<&'a str>,
    /// What that does to the differences, what needs attention first.
    effects: Vec<EffectView<'a>>,
    meanings: Vec<MeaningChangeView<'a>>,
    verdicts: Vec<VerdictChangeView<'a>>,
    /// The ids of the places that now say something else of it.
    places: &'a [String],
    /// What changed in what is told of the word itself.
    keys: Vec<KeyChangeView<'a>>,
}

#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(rename = "Effect")]
struct EffectView<'a> {
    kind: &'a str,
    facet: Option<&'a str>,
    sentence: &'a str,
    sentence_english: &'a str,
}

#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(rename = "MeaningChange")]
struct MeaningChangeView<'a> {
    concept: &'a str,
    domain: &'a str,
    place: Option<&'a str>,
    name: &'a str,
    name_english: &'a str,
    /// added, removed, retired, revived or changed.
    fate: &'a str,
    definition: Option<TextChangeView<'a>>,
    facets: Vec<KeyChangeView<'a>>,
    keys: Vec<KeyChangeView<'a>>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "TextChange")]
struct TextChangeView<'a> {
    /// reworded, nuance, content or unclear.
    reading: &'a str,
    before: Vec<PieceView<'a>>,
    after: Vec<PieceView<'a>>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "ChangedPiece")]
struct PieceView<'a> {
    text: &'a str,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    #[schemars(default)]
    marks: &'a [String],
    #[serde(rename = "ref", skip_serializing_if = "Option::is_none")]
    number: Option<usize>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "VerdictChange")]
struct VerdictChangeView<'a> {
    between: &'a [String],
    place: Option<&'a str>,
    /// added, removed or changed.
    fate: &'a str,
    keys: Vec<KeyChangeView<'a>>,
}

#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(rename = "KeyChange")]
struct KeyChangeView<'a> {
    key: &'a str,
    label: &'a str,
    label_english: &'a str,
    /// Empty where it said nothing; both are empty where only is told that it changed.
    before: &'a str,
    after: &'a str,
}

#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(rename = "PartChange")]
struct PartView<'a> {
    part: &'a str,
    label: &'a str,
    label_english: &'a str,
    added: &'a [String],
    removed: &'a [String],
    changed: &'a [String],
}

impl<'a> HistoryView<'a> {
    pub fn new(past: &'a Past, publication: &Publication) -> Self {
        let none = |state, (dutch, english): (&'a str, &'a str)| Self {
            state,
            message: Some(dutch),
            message_english: Some(english),
            from: None,
            cut: None,
            current: None,
            unreadable: 0,
            unchanged: 0,
        };
        match past {
            Past::Reading => {
                none("reading", ("De geschiedenis wordt nog gelezen.", "The history is still being read."))
            }
            Past::Nothing(why) => none("none", why.words()),
            Past::Here(history) => Self {
                state: "here",
                message: history.cut.map(Keyed::dutch),
                message_english: history.cut.map(Keyed::english),
                from: history.revisions.first().map(|revision| revision.day.to_string()),
                cut: history.cut.map(Keyed::key),
                current: Some(publication.is_made_of(&history.texts_of_last)),
                unreadable: history.unreadable,
                unchanged: history.unchanged,
            },
        }
    }
}

impl<'a> RevisionView<'a> {
    pub fn new(revision: &'a Revision, history: &History) -> Self {
        let report = &revision.told.report;
        Self {
            commit: &revision.commit,
            date: revision.day.to_string(),
            time: time(revision),
            first: history.revisions.first() == Some(revision),
            counts: CountsView::new(&revision.told.counts),
            terms: report.terms.iter().map(TermChangeView::new).collect(),
            elsewhere: report.elsewhere.iter().map(part).collect(),
        }
    }
}

impl<'a> TermMoment<'a> {
    pub fn new(revision: &'a Revision, term: &'a TermReport) -> Self {
        Self {
            commit: &revision.commit,
            date: revision.day.to_string(),
            time: time(revision),
            change: TermChangeView::new(term),
        }
    }
}

fn time(revision: &Revision) -> String {
    Timestamp::from_second(revision.seconds).unwrap_or_default().to_string()
}

impl<'a> TermChangeView<'a> {
    fn new(term: &'a TermReport) -> Self {
        Self {
            id: &term.id,
            label: &term.label,
            fate: &term.fate,
            fate_text: TermFate::words_of(&term.fate).0,
            was: term.was.as_deref(),
            effects: term.effects.iter().map(effect).collect(),
            meanings: term.meanings.iter().map(meaning).collect(),
            verdicts: term.verdicts.iter().map(verdict).collect(),
            places: &term.places,
            keys: keys(&term.keys),
        }
    }
}

fn effect(effect: &EffectReport) -> EffectView<'_> {
    EffectView {
        kind: &effect.kind,
        facet: effect.facet.as_deref(),
        sentence: &effect.sentence,
        sentence_english: &effect.sentence_english,
    }
}

fn meaning(meaning: &MeaningReport) -> MeaningChangeView<'_> {
    MeaningChangeView {
        concept: &meaning.concept,
        domain: &meaning.domain,
        place: meaning.place.as_deref(),
        name: &meaning.name,
        name_english: &meaning.name_english,
        fate: &meaning.fate,
        definition: meaning.definition.as_ref().map(text),
        facets: keys(&meaning.facets),
        keys: keys(&meaning.keys),
    }
}

fn text(text: &TextReport) -> TextChangeView<'_> {
    TextChangeView { reading: &text.reading, before: pieces(&text.before), after: pieces(&text.after) }
}

fn pieces(pieces: &[PieceReport]) -> Vec<PieceView<'_>> {
    pieces.iter().map(piece).collect()
}

fn piece(piece: &PieceReport) -> PieceView<'_> {
    PieceView { text: &piece.text, marks: &piece.marks, number: piece.number }
}

fn verdict(verdict: &VerdictReport) -> VerdictChangeView<'_> {
    VerdictChangeView {
        between: &verdict.between,
        place: verdict.place.as_deref(),
        fate: &verdict.fate,
        keys: keys(&verdict.keys),
    }
}

fn keys(changes: &[KeyReport]) -> Vec<KeyChangeView<'_>> {
    changes.iter().map(key).collect()
}

fn key(change: &KeyReport) -> KeyChangeView<'_> {
    KeyChangeView {
        key: &change.key,
        label: &change.label,
        label_english: &change.label_english,
        before: &change.before,
        after: &change.after,
    }
}

fn part(part: &PartReport) -> PartView<'_> {
    PartView {
        part: &part.part,
        label: &part.label,
        label_english: &part.label_english,
        added: &part.added,
        removed: &part.removed,
        changed: &part.changed,
    }
}
