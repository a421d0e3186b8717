// SPDX-License-Identifier: EUPL-1.2
//! What the relation of two texts rests on: the table of what is asserted, and when.

use crate::divergence::align::Alignment;
use crate::divergence::compare::Yardstick;
use crate::divergence::facet::{FacetComparison, FacetState};
use crate::divergence::field;
use crate::divergence::flip::{FoundFlip, Texts};
use crate::divergence::frame;
use crate::divergence::score::Confidence;
use crate::divergence::text::Text;
use crate::divergence::unused::says_unused;
use crate::model::Relation;

/// Up to this likeness of fields, and this share of words, texts are about different things: measured on the development
/// pairs, where no two meanings of one thing were as strange to each other.
const APART: f64 = 0.005;
const STRANGE: f64 = 0.12;

/// How alike texts must be before the members of their lists are compared.
const LISTED: f64 = 0.5;

/// What a relation is drawn from.
pub(super) struct Evidence<'a> {
    pub texts: &'a Texts<'a>,
    pub flips: &'a [FoundFlip],
    pub facets: &'a [FacetComparison],
    /// How much of the texts is shared, 0 to 1.
    pub similarity: f64,
    /// What words and their fields of meaning weigh.
    pub yardstick: &'a Yardstick<'a>,
}

impl Evidence<'_> {
    /// The relation, shyly: only where the two texts are one sentence that agrees, is narrowed, lists more, or contradicts
    /// itself in one place; where facets or values decide; or where the texts are about nothing in common. Whether texts in
    /// other words mean the same or something else, words alone do not tell; it is for editors to say.
    pub fn relation(&self) -> (Relation, Confidence) {
        let lexicon = self.yardstick.lexicon;
        let Texts { a, b, alignment, .. } = *self.texts;
        let agree = |facet: &FacetComparison| matches!(facet.state, FacetState::Same | FacetState::OneSide);
        let facets_agree = self.facets.iter().all(agree);
        let reads_like = a.reads_like(b);
        let is_narrower = || narrowed(a, b, alignment);
        let is_broader = || narrowed(b, a, &alignment.turned());
        match self.flips {
            _ if says_unused(a, lexicon) || says_unused(b, lexicon) => (Relation::OneSided, Confidence::High),
            _ if self.facets.iter().any(|facet| facet.excludes) => (Relation::Conflict, Confidence::High),
            [_] if frame::flip_decides(a, b, alignment, self.flips) => (Relation::Conflict, Confidence::High),
            [] if facets_agree && reads_like => (Relation::Same, Confidence::High),
            [] if facets_agree && frame::is_one(a, b, alignment, (&[], &[])) => (Relation::Nuance, Confidence::High),
            [] if self.facets_say_alike() => (Relation::Nuance, Confidence::High),
            [] if is_narrower() => (Relation::Narrower, Confidence::High),
            [] if is_broader() => (Relation::Broader, Confidence::High),
            [] if let Some(relation) = self.lists() => (relation, Confidence::High),
            [] if self.is_about_something_else() => (Relation::Homonym, Confidence::High),
            _ => (Relation::Unclear, Confidence::Low),
        }
    }

    /// Whether the texts share neither words nor what they are about.
    fn is_about_something_else(&self) -> bool {
        let agrees = |facet: &FacetComparison| facet.state == FacetState::Same;
        let Texts { a, b, .. } = *self.texts;
        self.similarity <= STRANGE
            && !self.facets.iter().any(agrees)
            && field::likeness(a, b, self.yardstick).is_some_and(|alike| alike <= APART)
    }

    /// How two texts relate that are one sentence but for the members of a list: *geweld of intimidatie*.
    fn lists(&self) -> Option<Relation> {
        let Texts { a, b, alignment, .. } = *self.texts;
        let found = frame::Difference::new(a, b, alignment, (&[], &[]));
        let joins = |words: &[&str]| words.iter().all(|word| ["en", "of"].contains(word));
        let in_lists = found.is_in_words_alone()
            && self.similarity >= LISTED
            && joins(&found.weighty.0)
            && joins(&found.weighty.1)
            && frame::stand_in_list(a, &found.words.0, &alignment.from_a)
            && frame::stand_in_list(b, &found.words.1, &alignment.from_b);
        match (found.words.0.is_empty(), found.words.1.is_empty()) {
            _ if !in_lists => None,
            (false, false) => Some(Relation::Overlap),
            (false, true) => Some(Relation::Broader),
            (true, false) => Some(Relation::Narrower),
            (true, true) => None,
        }
    }

    /// Whether all that both sides fill in says the same, and the texts are about one subject.
    fn facets_say_alike(&self) -> bool {
        let filled = || self.facets.iter().filter(|facet| facet.difference.is_some());
        let least = match filled().count() {
            0 => return false,
            1 => 0.5,
            _ => 0.3,
        };
        filled().all(|facet| facet.state == FacetState::Same) && self.similarity >= least
    }
}

/// Whether `long` is `short` with one condition more, or narrowed by *alleen*, or by *en* for *of*.
fn narrowed(long: &Text<'_>, short: &Text<'_>, alignment: &Alignment) -> bool {
    if frame::condition_of(long, short, alignment).is_some() {
        return true;
    }
    let found = frame::Difference::new(long, short, alignment, (&[], &[]));
    let is_narrowing =
        matches!((found.weighty.0.as_slice(), found.weighty.1.as_slice()), (["alleen" | "pas"], []) | (["en"], ["of"]));
    found.is_in_words_alone() && found.words.0.is_empty() && found.words.1.is_empty() && is_narrowing
}
