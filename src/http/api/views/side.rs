// SPDX-License-Identifier: EUPL-1.2
//! Whose text a side of a pair is, and the pairs of one term between two sides, as JSON.

use schemars::JsonSchema;
use serde::Serialize;

use crate::divergence::Side;
use crate::http::api::between::Between;
use crate::http::api::views::{MeantView, PairView};
use crate::model::{Keyed, Meant, Origin};
use crate::publication::Entry;

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Side")]
pub(super) struct SideView<'a> {
    /// The domain.
    domain: &'a str,
    /// The concept; null where the domain has none.
    concept: Option<&'a str>,
    /// own, inherited from a domain above the one that was asked for, or local; null without a concept.
    origin: Option<&'a str>,
    /// The domain whose concept it is, where it was inherited.
    from: Option<&'a str>,
    /// The place where it was agreed, where it was.
    place: Option<&'a str>,
}

impl<'a> SideView<'a> {
    /// A side as a domain's own, or as one that was asked for took it over.
    pub fn new(side: &'a Side, asked: &[Meant<'a>]) -> Self {
        let takes_over = |meant: &&Meant<'a>| side.concept.as_ref().is_some_and(|concept| meant.holds(concept));
        let is_own = asked.iter().any(|meant| meant.domain == &side.domain);
        let heir = asked.iter().find(takes_over).filter(|meant| !is_own && meant.domain != meant.from);
        let origin = match (heir, &side.place) {
            (Some(_), _) => Origin::Inherited,
            (None, Some(_)) => Origin::Local,
            (None, None) => Origin::Own,
        };
        Self {
            domain: heir.map_or(&side.domain, |meant| meant.domain).as_str(),
            concept: side.concept.as_ref().map(AsRef::as_ref),
            origin: side.concept.is_some().then(|| origin.key()),
            from: heir.map(|_| side.domain.as_str()),
            place: side.place.as_ref().map(AsRef::as_ref),
        }
    }
}

/// The pairs of one term.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub(in crate::http::api) struct TermDivergences<'a> {
    term: &'a str,
    revision: &'a str,
    /// The place whose agreements are taken in.
    place: Option<&'a str>,
    /// What the two sides that were asked for mean by the word; empty where none were.
    between: Vec<MeantView<'a>>,
    /// The concepts that both sides mean, so that there is nothing to compare.
    shared: Vec<&'a str>,
    pairs: Vec<PairView<'a>>,
}

impl<'a> TermDivergences<'a> {
    pub fn new(entry: Entry<'a>, between: Option<&Between<'a>>, revision: &'a str) -> Self {
        let asked = between.map(|between| between.sides.as_slice()).unwrap_or_default();
        let pairs = between.map_or_else(|| entry.pairs_here(), |between| between.pairs.clone());
        Self {
            term: entry.term.id.as_str(),
            revision,
            place: entry.here.map(|here| here.place.id.as_str()),
            between: asked.iter().map(MeantView::new).collect(),
            shared: between.map(Between::shared).unwrap_or_default(),
            pairs: pairs.into_iter().map(|pair| PairView::asked(pair, asked)).collect(),
        }
    }
}
