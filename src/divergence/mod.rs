// SPDX-License-Identifier: EUPL-1.2
//! Where two meanings part: computed evidence, and above it the editors' verdict.
//!
//! Two definitions are aligned word by word; on the aligned part the comparison looks for flips (a negation, another
//! force, an opposite), beside that it compares facets and controlled values. From this follows a relation, or
//! `unclear` where the words do not tell. A verdict of editors replaces relation, degree and sentence, and so does what
//! follows from verdicts on other pairs; the marks stay computed. Where words do not tell, a model that the operator brings
//! may say whether the texts are near; it never stands above what words tell. A computed relation is evidence and never a
//! verdict, and every answer says what it rests on.

mod align;
mod cluster;
mod compare;
mod compared;
mod denial;
mod derived;
mod differing;
mod evidence;
#[cfg(test)]
mod example;
mod facet;
mod field;
mod figures;
mod fingerprint;
mod flip;
mod frame;
mod known;
mod likeness;
mod local;
mod matrix;
mod overview;
mod pair;
mod quantity;
mod score;
mod segment;
mod sentence;
mod text;
mod unused;
mod weight;
mod wording;

pub use self::cluster::Clusters;
pub use self::compare::{Comparison, Meaning, Yardstick, compare};
pub use self::compared::{Compared, LocalPairs};
pub use self::derived::{Contradiction, Derivation, Derived, Step, contradictions};
pub use self::differing::differing_domains;
pub use self::facet::{Carrier, FacetComparison, FacetState};
pub use self::figures::Figures;
pub use self::flip::{FLIPS, FlipKind, FoundFlip};
pub use self::likeness::Likeness;
pub use self::matrix::{Cell, Matrix};
pub use self::overview::Overview;
pub use self::pair::{Basis, Computed, Pair, Ruling, Side, headline, pair_of_texts, pairs_of};
pub use self::score::{Confidence, Share};
pub use self::segment::{Mark, Marked, Segment, Segments};
pub use self::sentence::Sentence;
pub use self::weight::Weights;
