// SPDX-License-Identifier: EUPL-1.2
//! The JSON of the API: types of their own, so that the model can change without the API and the other way round.

mod annotation;
mod change;
mod content;
mod counts;
mod forms;
mod lookup;
mod overview;
mod pair;
mod place;
mod problem;
mod search;
mod segment;
mod side;
mod term;
mod translation;

pub(super) use self::annotation::{AnnotationResult, MeaningView, ReadingList, ReadingView, WordingView, standing};
pub(super) use self::change::{ChangeList, HistoryView, RevisionView, TermChanges, TermMoment};
pub(super) use self::content::{ActorList, DomainList, ModelList, SourceList, SourceView};
pub(super) use self::forms::FormList;
pub(super) use self::lookup::{LookupResult, near};
use self::overview::{ClustersView, FiguresView};
pub(super) use self::pair::{DivergenceList, MatrixView, PairOfTerm, PairView, Summary};
pub(super) use self::place::{AgreementView, MeantView, PlaceList};
pub(super) use self::problem::ProblemList;
pub(super) use self::search::{AskedSearch, CompletionView, NoticeView, SearchResult, SuggestResult, SuggestionView};
pub(super) use self::segment::{SegmentView, SegmentsView};
pub(super) use self::side::TermDivergences;
pub(super) use self::term::{PastView, TermList, TermRow, TermView, WithdrawnView};
pub(super) use self::translation::TranslationResult;

/// Four decimals: more says nothing.
fn rounded(number: f64) -> f64 {
    (number * 10_000.0).round() / 10_000.0
}
