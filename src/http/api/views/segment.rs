//! Marked texts as JSON.

use std::borrow::Cow;
use std::ops::Range;

use schemars::JsonSchema;
use serde::{Serialize, Serializer};

use crate::divergence::{Mark, Segment};
use crate::model::Keyed;
use crate::search::{Piece, overlay, pieces};

/// A piece of a text with its marks.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(rename = "Segment")]
pub(in crate::http::api) struct SegmentView<'a> {
    /// The text itself.
    text: Cow<'a, str>,
    /// hit, flip or content; none where the text is shared or neutral.
    #[serde(skip_serializing_if = "Marks::is_empty")]
    #[schemars(with = "Vec<String>")]
    marks: Marks<'a>,
    /// The number of the flip.
    #[serde(rename = "ref", skip_serializing_if = "Option::is_none")]
    number: Option<usize>,
}

impl<'a> SegmentView<'a> {
    /// Every segment of a text.
    pub fn all(segments: &'a [Segment]) -> Vec<Self> {
        segments.iter().map(Self::new).collect()
    }

    fn new(segment: &'a Segment) -> Self {
        let marks = Marks { is_hit: false, others: segment.marks.as_slice().into() };
        Self { text: segment.text.as_str().into(), marks, number: segment.number }
    }

    /// The pieces of a definition, those marked that a search found.
    pub fn found(segments: Cow<'a, [Segment]>, hits: &[Range<usize>]) -> Vec<Self> {
        match segments {
            Cow::Borrowed(segments) => pieces(segments, hits).into_iter().map(Self::of_piece).collect(),
            Cow::Owned(segments) => overlay(&segments, hits).into_iter().map(Self::owned).collect(),
        }
    }

    fn of_piece(piece: Piece<'a>) -> Self {
        let marks = Marks { is_hit: piece.is_hit, others: piece.segment.marks.as_slice().into() };
        Self { text: piece.text.into(), marks, number: piece.segment.number }
    }

    /// A segment that nobody else holds.
    fn owned(segment: Segment) -> Self {
        let marks = Marks { is_hit: false, others: segment.marks.into() };
        Self { text: segment.text.into(), marks, number: segment.number }
    }
}

/// The marks of a piece: whether a search found it, and the others.
struct Marks<'a> {
    is_hit: bool,
    others: Cow<'a, [Mark]>,
}

impl Marks<'_> {
    fn is_empty(&self) -> bool {
        !self.is_hit && self.others.is_empty()
    }
}

impl Serialize for Marks<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let hit = self.is_hit.then_some(Mark::Hit);
        serializer.collect_seq(hit.iter().chain(self.others.iter()).map(|mark| mark.key()))
    }
}
