// SPDX-License-Identifier: EUPL-1.2
//! Search results as JSON.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use crate::http::api::views::term::domains_of;
use crate::http::api::views::{SegmentView, SegmentsView, Summary, WithdrawnView};
use crate::model::{Concept, Glossary, Keyed, Place};
use crate::publication::{Entry, Publication};
use crate::search::{Completion, FACETS, Found, Hit, Match, Notice};

/// What was asked of a search.
#[derive(Clone, Copy)]
pub(in crate::http::api) struct AskedSearch<'a> {
    pub query: &'a str,
    pub page: usize,
    pub per_page: usize,
    pub place: Option<&'a Place>,
}

/// What a search found.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub(in crate::http::api) struct SearchResult<'a> {
    /// What was searched for.
    query: &'a str,
    revision: &'a str,
    /// The place whose meanings and difference are shown of each hit; null when none was asked for.
    place: Option<&'a str>,
    /// How many terms matched.
    total: usize,
    page: usize,
    per_page: usize,
    /// The page that was asked for, best first.
    hits: Vec<HitView<'a>>,
    /// For each filter how many terms each value would leave.
    facets: FacetsView,
    /// Terms that come near, when nothing matched.
    suggestions: Vec<SuggestionView<'a>>,
    /// What in the question was understood otherwise than it may be meant.
    notices: Vec<NoticeView>,
}

/// Something in a question that was understood otherwise than it may be meant.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Notice")]
pub(in crate::http::api) struct NoticeView {
    /// `unclosed_quote`, `field_without_value`, `operator_word`, `nothing_to_leave_out`, `left_out` or `phrase_not_found`.
    code: &'static str,
    /// What was understood, and what to do, in Dutch.
    message: &'static str,
    /// The same in English.
    english: &'static str,
    /// Where it begins in the question, in Unicode code points.
    start: usize,
    /// Where it ends.
    end: usize,
}

impl NoticeView {
    pub fn new(notice: &Notice) -> Self {
        let (caution, place) = (notice.caution, &notice.place);
        Self {
            code: caution.key(),
            message: caution.dutch(),
            english: caution.english(),
            start: place.start,
            end: place.end,
        }
    }
}

/// Filters by name.
pub(in crate::http::api) type FacetsView = BTreeMap<&'static str, Vec<FacetValueView>>;

/// A value of a filter.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "FacetValue")]
pub(in crate::http::api) struct FacetValueView {
    value: String,
    count: usize,
}

/// A term that matched.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(rename = "Hit")]
pub(in crate::http::api) struct HitView<'a> {
    /// The id of the term.
    term: &'a str,
    label: &'a str,
    english: Option<&'a str>,
    /// That the word is withdrawn, and what came in its place; null where it holds.
    withdrawn: Option<WithdrawnView<'a>>,
    /// How well it matched; only the order means something.
    score: f32,
    /// Why it matched.
    matched: Vec<MatchView<'a>>,
    /// Where its meanings part, in short.
    divergence: Option<Summary<'a>>,
    /// Its meanings, by domain.
    concepts: Vec<FoundConcept<'a>>,
}

/// A reason for which a term matched.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Match")]
pub(in crate::http::api) struct MatchView<'a> {
    /// Where: label, altLabel, hiddenLabel, english, conceptLabel, definition, explanation, facet or englishNote.
    field: &'static str,
    /// The word that matched; of a hidden label the word that was typed.
    form: &'a str,
    /// In what way: exact, form, compound (it is a compound with the word), prefix, typo or part (it is a part of the word).
    how: &'static str,
}

/// A meaning of a term that matched.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "FoundConcept")]
pub(in crate::http::api) struct FoundConcept<'a> {
    id: &'a str,
    domain: &'a str,
    /// What tells this meaning apart from others of the same domain.
    label: Option<&'a str>,
    /// The place where it was agreed; null where it holds everywhere.
    place: Option<&'a str>,
    /// The definition, with what was found and where it parts from the other domain.
    #[schemars(with = "Vec<SegmentView>")]
    segments: SegmentsView<'a>,
}

/// A term that comes near.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Suggestion")]
pub(in crate::http::api) struct SuggestionView<'a> {
    term: &'a str,
    label: &'a str,
}

impl<'a> SuggestionView<'a> {
    /// The term at a place in the list of terms.
    pub fn new(place: usize, publication: &'a Publication) -> Self {
        let term = publication.entry_at(place).term;
        Self { term: term.id.as_str(), label: &term.label }
    }

    /// The word.
    pub fn label(&self) -> &'a str {
        self.label
    }
}

impl<'a> SearchResult<'a> {
    pub fn new(asked: AskedSearch<'a>, found: &'a Found, notices: &[Notice], publication: &'a Publication) -> Self {
        let AskedSearch { query, page, per_page, place } = asked;
        let entry = |hit: &Hit| publication.in_place(publication.entry_at(hit.place), place);
        let facet = |(row, counts): (&crate::search::Facet, &Vec<crate::search::FacetCount>)| {
            let values = counts.iter().map(|count| FacetValueView { value: count.value.clone(), count: count.count });
            (row.key, values.collect())
        };
        Self {
            query,
            revision: &publication.revision,
            place: place.map(|place| place.id.as_str()),
            total: found.total,
            page,
            per_page,
            hits: found.hits.iter().map(|hit| HitView::new(hit, entry(hit), &publication.glossary)).collect(),
            facets: FACETS.iter().zip(&found.counts).map(facet).collect(),
            suggestions: found.near.iter().map(|&place| SuggestionView::new(place, publication)).collect(),
            notices: notices.iter().map(NoticeView::new).collect(),
        }
    }
}

impl<'a> HitView<'a> {
    fn new(hit: &'a Hit, entry: Entry<'a>, glossary: &'a Glossary) -> Self {
        let matched =
            |found: &'a Match| MatchView { field: found.field.key(), form: &found.form, how: found.how.key() };
        Self {
            term: entry.term.id.as_str(),
            label: &entry.term.label,
            english: entry.term.english.as_deref(),
            withdrawn: WithdrawnView::of(entry.term, glossary),
            score: hit.score,
            matched: hit.matched.iter().map(matched).collect(),
            divergence: entry.headline().map(Summary::new),
            concepts: entry.concepts_here().into_iter().map(|concept| found_concept(concept, hit, entry)).collect(),
        }
    }
}

/// A meaning as it was found. What a place adds was not searched and has no marks of it.
fn found_concept<'a>(concept: &'a Concept, hit: &'a Hit, entry: Entry<'a>) -> FoundConcept<'a> {
    let searched = entry.term.concepts.iter().position(|known| std::ptr::eq(known, concept));
    let marks = searched.and_then(|number| hit.marks.get(number)).map(Vec::as_slice).unwrap_or_default();
    FoundConcept {
        id: concept.id.as_str(),
        domain: concept.domain.as_str(),
        label: concept.label.as_deref(),
        place: concept.place.as_ref().map(AsRef::as_ref),
        segments: SegmentsView::new(entry.segments_of(concept).with_hits(marks)),
    }
}

/// Completions of what someone types.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub(in crate::http::api) struct SuggestResult<'a> {
    pub query: &'a str,
    pub revision: &'a str,
    /// Names that go on from it, also from a later word or a part of a compound.
    pub completions: Vec<CompletionView<'a>>,
    /// Terms that come near, when nothing goes on from it.
    pub suggestions: Vec<SuggestionView<'a>>,
}

/// A term that what was typed may become.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(rename = "Completion")]
pub(in crate::http::api) struct CompletionView<'a> {
    /// The id of the term.
    term: &'a str,
    label: &'a str,
    /// The name that was completed.
    text: String,
    /// Where that name comes from.
    field: &'static str,
    /// The domains that give the term a meaning.
    domains: Vec<&'a str>,
    /// How much its meanings differ, 0 to 3.
    degree: Option<u8>,
}

impl<'a> CompletionView<'a> {
    pub fn new(completion: Completion, publication: &'a Publication) -> Self {
        let entry = publication.entry_at(completion.place);
        Self {
            term: entry.term.id.as_str(),
            label: &entry.term.label,
            text: completion.text,
            field: completion.field.key(),
            domains: domains_of(entry.term),
            degree: entry.headline().and_then(|pair| pair.degree).map(crate::model::Degree::number),
        }
    }
}
