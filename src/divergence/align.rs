//! Which word of one text answers to which word of the other.

use crate::divergence::text::{Text, differ_by_on};
use crate::language::{Lexicon, Token};

/// Words paired one to one across two texts.
#[derive(Debug)]
pub(super) struct Alignment {
    /// For each word of the first text its partner in the second.
    pub from_a: Vec<Option<Partner>>,
    /// For each word of the second text its partner in the first.
    pub from_b: Vec<Option<Partner>>,
}

/// The partner of a word.
#[derive(Debug, Clone, Copy)]
pub(super) struct Partner {
    pub place: usize,
    pub tie: Tie,
}

/// What binds two words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tie {
    /// Forms of one word.
    Same,
    /// Words of one group of synonyms.
    Synonym,
    /// One is the other with *on-*.
    Denied,
    /// Listed opposites.
    Opposite,
}

impl Tie {
    /// How much of a word's weight the tie covers, 0 to 1.
    fn likeness(self) -> f64 {
        match self {
            Self::Same => 1.0,
            Self::Synonym | Self::Denied => 0.9,
            Self::Opposite => 0.85,
        }
    }
}

impl Alignment {
    /// Pairs the words that count, best tie first; of equal ties the ones with like neighbours and like places.
    pub fn new(a: &Text<'_>, b: &Text<'_>, lexicon: &Lexicon) -> Self {
        let mut candidates = Vec::new();
        for i in a.content_places() {
            for j in b.content_places() {
                if let Some(tie) = tie(&a.tokens[i], &b.tokens[j], lexicon) {
                    candidates.push((tie.likeness() + fit(a, i, b, j), i, j, tie));
                }
            }
        }
        // Ties are broken alike from both sides, so that turning the texts around changes nothing.
        let order = |&(_, i, j, _): &(f64, usize, usize, Tie)| (i + j, i.abs_diff(j), i);
        candidates.sort_by(|x, y| y.0.total_cmp(&x.0).then_with(|| order(x).cmp(&order(y))));
        let mut alignment = Self { from_a: vec![None; a.tokens.len()], from_b: vec![None; b.tokens.len()] };
        for (_, i, j, tie) in candidates {
            if alignment.from_a[i].is_none() && alignment.from_b[j].is_none() {
                alignment.from_a[i] = Some(Partner { place: j, tie });
                alignment.from_b[j] = Some(Partner { place: i, tie });
            }
        }
        alignment
    }

    /// Whether the two texts are one frame: apart from the words at these places, word for word the same, or words
    /// that answer to each other, in the same order. Without any word there is no frame.
    pub fn is_one_frame(&self, a: &Text<'_>, b: &Text<'_>, apart: (&[usize], &[usize])) -> bool {
        let rest = |text: &Text<'_>, apart: &[usize]| -> Vec<usize> {
            (0..text.tokens.len()).filter(|place| !apart.contains(place)).collect()
        };
        let (of_a, of_b) = (rest(a, apart.0), rest(b, apart.1));
        let answers = |(&i, &j): (&usize, &usize)| {
            let partner = self.from_a[i].filter(|partner| matches!(partner.tie, Tie::Same | Tie::Synonym));
            partner.is_some_and(|partner| partner.place == j) || a.tokens[i].folded == b.tokens[j].folded
        };
        !of_a.is_empty() && of_a.len() == of_b.len() && of_a.iter().zip(&of_b).all(answers)
    }

    /// How much of both texts is covered by partners: 0 nothing, 1 all; the harmonic mean of the two sides.
    pub fn similarity(&self, a: &Text<'_>, b: &Text<'_>) -> f64 {
        let (of_a, of_b) = (coverage(a, &self.from_a), coverage(b, &self.from_b));
        match (of_a, of_b) {
            (Some(of_a), Some(of_b)) if of_a + of_b > 0.0 => 2.0 * of_a * of_b / (of_a + of_b),
            (None, None) => f64::from(u8::from(a.reads_like(b))),
            _ => 0.0,
        }
    }
}

/// The share of the words that count which have a partner; nothing when no word counts.
fn coverage(text: &Text<'_>, partners: &[Option<Partner>]) -> Option<f64> {
    let total = text.content_places().count();
    let covered: f64 =
        text.content_places().filter_map(|place| partners[place]).map(|partner| partner.tie.likeness()).sum();
    (total > 0).then(|| covered / total as f64)
}

fn tie(a: &Token, b: &Token, lexicon: &Lexicon) -> Option<Tie> {
    if a.normal == b.normal {
        Some(Tie::Same)
    } else if lexicon.are_opposites(&a.normal, &b.normal) {
        Some(Tie::Opposite)
    } else if lexicon.are_synonyms(&a.normal, &b.normal) {
        Some(Tie::Synonym)
    } else if (a.folded.starts_with("on") || b.folded.starts_with("on")) && differ_by_on(&a.folded, &b.folded, lexicon)
    {
        Some(Tie::Denied)
    } else {
        None
    }
}

/// A small bonus for like neighbours, a small malus for unlike places in the text.
fn fit(a: &Text<'_>, i: usize, b: &Text<'_>, j: usize) -> f64 {
    fn near<'t>(text: &'t Text<'_>, place: usize, step: isize) -> Option<&'t str> {
        place.checked_add_signed(step).and_then(|place| text.tokens.get(place)).map(|token| token.normal.as_str())
    }
    let steps = [-2, -1, 1, 2];
    let alike = steps
        .iter()
        .flat_map(|&of_a| steps.iter().map(move |&of_b| (of_a, of_b)))
        .filter(|&(of_a, of_b)| near(a, i, of_a).is_some_and(|word| near(b, j, of_b) == Some(word)))
        .count();
    let place_a = i as f64 / a.tokens.len() as f64;
    let place_b = j as f64 / b.tokens.len() as f64;
    0.06 * alike.min(3) as f64 - 0.1 * (place_a - place_b).abs()
}
