// SPDX-License-Identifier: EUPL-1.2
//! Flips: places where one text says the contrary of the other. One file per kind; the table names them all.

use serde::{Deserialize, Serialize};

mod consent;
mod extent;
mod force;
mod negation;
mod number;
mod opposite;
mod order;
mod party;
mod shared;

use crate::divergence::align::Alignment;
use crate::divergence::flip::shared::Shared;
use crate::divergence::text::Text;
use crate::model::Keyed;

/// The kinds of flip.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum FlipKind {
    /// What must, may, need not or must not be.
    Force,
    /// One side denies what the other says.
    Negation,
    /// Two words that exclude each other.
    Opposite,
    /// With consent against without.
    Consent,
    /// Before against after.
    Order,
    /// Always against never.
    Extent,
    /// Another limit.
    Number,
    /// Another who acts.
    Party,
}

impl Keyed for FlipKind {
    const ALL: &'static [(Self, &'static str, &'static str, &'static str)] = &[
        (Self::Force, "modality", "mogen, moeten en niet hoeven lopen uiteen", "may, must and need not differ"),
        (Self::Negation, "negation", "wat de een zegt, ontkent de ander", "one denies what the other says"),
        (Self::Opposite, "opposite", "de woorden zijn elkaars tegendeel", "the words are opposites"),
        (Self::Consent, "consent", "de regel over toestemming is anders", "the rule about consent differs"),
        (Self::Order, "order", "de volgorde is omgekeerd", "the order is turned around"),
        (Self::Extent, "extent", "altijd staat tegenover nooit", "always stands against never"),
        (Self::Number, "number", "de grens is anders", "the limit differs"),
        (Self::Party, "party", "een ander is aan zet", "another acts"),
    ];
}

/// A way to find flips of one kind, and how heavy one weighs between texts about the same subject (0 to 1).
#[derive(Debug)]
pub struct FlipFinder {
    /// The kind it finds.
    pub kind: FlipKind,
    /// The weight of one flip.
    pub weight: f64,
    find: fn(&Texts<'_>) -> Vec<Places>,
}

/// Every kind of flip, in order of precedence: where two claim the same words, the first stays.
pub const FLIPS: &[FlipFinder] = &[
    FlipFinder { kind: FlipKind::Consent, weight: 0.65, find: consent::find },
    FlipFinder { kind: FlipKind::Extent, weight: 0.45, find: extent::find },
    FlipFinder { kind: FlipKind::Order, weight: 0.60, find: order::find },
    FlipFinder { kind: FlipKind::Force, weight: 0.60, find: force::find },
    FlipFinder { kind: FlipKind::Negation, weight: 0.65, find: negation::find },
    FlipFinder { kind: FlipKind::Opposite, weight: 0.50, find: opposite::find },
    FlipFinder { kind: FlipKind::Number, weight: 0.45, find: number::find },
    FlipFinder { kind: FlipKind::Party, weight: 0.45, find: party::find },
];

/// Two aligned texts, as every finder sees them.
pub(super) struct Texts<'a> {
    pub a: &'a Text<'a>,
    pub b: &'a Text<'a>,
    pub alignment: &'a Alignment,
    shared: Shared,
}

impl<'a> Texts<'a> {
    pub fn new(a: &'a Text<'a>, b: &'a Text<'a>, alignment: &'a Alignment) -> Self {
        Self { a, b, alignment, shared: Shared::new(a, b, alignment) }
    }
}

/// The words of a flip, by their places in both texts.
pub(super) type Places = (Vec<usize>, Vec<usize>);

/// A flip that was found.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FoundFlip {
    /// What kind.
    pub kind: FlipKind,
    /// Its number, from 1; the same on both sides.
    pub number: usize,
    /// The words in the first text.
    pub a: String,
    /// The words in the second text.
    pub b: String,
    /// How heavy it weighs here, 0 to 1.
    pub weight: f64,
    pub(super) places: Places,
}

/// The flips between two texts. They weigh only as far as the texts are about the same subject: not at all below a
/// similarity of 0.15, fully from 0.5.
pub(super) fn find(texts: &Texts<'_>, similarity: f64) -> Vec<FoundFlip> {
    let gate = ((similarity - 0.15) / 0.35).clamp(0.0, 1.0);
    let mut found: Vec<FoundFlip> = Vec::new();
    if gate == 0.0 {
        return found;
    }
    for finder in FLIPS {
        for places in (finder.find)(texts) {
            let taken = |flip: &FoundFlip| {
                flip.places.0.iter().any(|place| places.0.contains(place))
                    || flip.places.1.iter().any(|place| places.1.contains(place))
            };
            if !found.iter().any(taken) {
                let places = (texts.a.whole(&places.0), texts.b.whole(&places.1));
                found.push(FoundFlip {
                    kind: finder.kind,
                    number: found.len() + 1,
                    a: texts.a.words(&places.0),
                    b: texts.b.words(&places.1),
                    weight: finder.weight * gate,
                    places,
                });
            }
        }
    }
    found
}

/// Prepares two texts and gives their flips as kinds with words; for the tests of the finders.
#[cfg(test)]
pub(super) fn flips_between(a: &str, b: &str) -> Vec<(FlipKind, String, String)> {
    crate::divergence::compare::tests::with(&crate::model::Glossary::default(), |yardstick| {
        let (mut a, mut b) = (Text::new(a, "", yardstick), Text::new(b, "", yardstick));
        let alignment = Alignment::of(&mut a, &mut b, yardstick.lexicon);
        let similarity = alignment.similarity(&a, &b);
        let found = find(&Texts::new(&a, &b, &alignment), similarity);
        found.into_iter().map(|flip| (flip.kind, flip.a, flip.b)).collect()
    })
}
