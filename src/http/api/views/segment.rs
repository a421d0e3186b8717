// SPDX-License-Identifier: EUPL-1.2
//! Marked texts as JSON.

use schemars::JsonSchema;
use serde::{Serialize, Serializer};

use crate::divergence::{Marked, Segment, Segments};
use crate::model::Keyed;

/// A marked text as the list of its segments, written as they come.
pub(in crate::http::api) struct SegmentsView<'a>(Segments<'a>);

impl<'a> SegmentsView<'a> {
    /// Every segment of a text.
    pub fn all(marked: &'a Marked) -> Self {
        Self(marked.segments())
    }

    pub fn new(segments: Segments<'a>) -> Self {
        Self(segments)
    }
}

impl Serialize for SegmentsView<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.clone().map(SegmentView::new))
    }
}

/// A piece of a text with its marks.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(rename = "Segment")]
pub(in crate::http::api) struct SegmentView<'a> {
    /// The text itself.
    text: &'a str,
    /// hit, flip or content; none where the text is shared or neutral.
    #[serde(skip_serializing_if = "Marks::is_empty")]
    #[schemars(with = "Vec<String>")]
    marks: Marks<'a>,
    /// The number of the flip.
    #[serde(rename = "ref", skip_serializing_if = "Option::is_none")]
    number: Option<usize>,
}

impl<'a> SegmentView<'a> {
    fn new(segment: Segment<'a>) -> Self {
        Self { text: segment.text, marks: Marks(segment), number: segment.number }
    }
}

/// The marks of a segment.
struct Marks<'a>(Segment<'a>);

impl Marks<'_> {
    fn is_empty(&self) -> bool {
        self.0.marks().next().is_none()
    }
}

impl Serialize for Marks<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.marks().map(Keyed::key))
    }
}
