// SPDX-License-Identifier: EUPL-1.2
//! Which word of one text answers to which word of the other.

use crate::divergence::quantity::Quantity;
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
    /// Words with one beginning: *snijden* and *snijplank* do not, *radicaal* and *radicalisering* do.
    Kin,
    /// A compound and its head: *casusoverleg* and *overleg*.
    Head,
    /// A compound and its first part: *meldplicht* and *melden*.
    Part,
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
            Self::Opposite | Self::Kin => 0.85,
            Self::Head => 0.7,
            Self::Part => 0.5,
        }
    }
}

impl Alignment {
    /// Pairs the words of two texts, and lets these say what follows from it: verbs of denial that answer to each other
    /// deny nothing else.
    pub fn of(a: &mut Text<'_>, b: &mut Text<'_>, lexicon: &Lexicon) -> Self {
        let alignment = Self::new(a, b, lexicon);
        a.release(&alignment.from_a, lexicon);
        b.release(&alignment.from_b, lexicon);
        alignment
    }

    /// Pairs the words that count, best tie first; of equal ties the ones with like neighbours and like places.
    fn new(a: &Text<'_>, b: &Text<'_>, lexicon: &Lexicon) -> Self {
        let mut candidates = Vec::new();
        for i in a.content_places().filter(|&i| a.quantity_at(i).is_none()) {
            for j in b.content_places().filter(|&j| b.quantity_at(j).is_none()) {
                let parted = a.is_parted(i, &b.tokens[j].normal) || b.is_parted(j, &a.tokens[i].normal);
                let tie = if parted { Some(Tie::Same) } else { tie(&a.tokens[i], &b.tokens[j], lexicon) };
                if let Some(tie) = tie {
                    candidates.push((tie.likeness() + fit(a, i, b, j), i, j, tie));
                }
            }
        }
        // Ties are broken alike from both sides, so that turning the texts around changes nothing.
        let order = |&(_, i, j, _): &(f64, usize, usize, Tie)| (i + j, i.abs_diff(j), i);
        candidates.sort_by(|x, y| y.0.total_cmp(&x.0).then_with(|| order(x).cmp(&order(y))));
        let mut alignment = Self { from_a: vec![None; a.tokens.len()], from_b: vec![None; b.tokens.len()] };
        alignment.join_quantities(a, b);
        for (_, i, j, tie) in candidates {
            if alignment.from_a[i].is_none() && alignment.from_b[j].is_none() {
                alignment.from_a[i] = Some(Partner { place: j, tie });
                alignment.from_b[j] = Some(Partner { place: i, tie });
            }
        }
        alignment
    }

    /// The same alignment read from the second text to the first.
    pub fn turned(&self) -> Self {
        Self { from_a: self.from_b.clone(), from_b: self.from_a.clone() }
    }

    /// Pairs quantities that agree, as wholes.
    fn join_quantities(&mut self, a: &Text<'_>, b: &Text<'_>) {
        for of_a in &a.quantities {
            let free = |of_b: &&Quantity| self.from_b[of_b.places.start].is_none() && of_a.agrees(of_b);
            let Some(of_b) = b.quantities.iter().find(free) else { continue };
            for i in of_a.places.clone() {
                self.from_a[i] = Some(Partner { place: of_b.places.start, tie: Tie::Same });
            }
            for j in of_b.places.clone() {
                self.from_b[j] = Some(Partner { place: of_a.places.start, tie: Tie::Same });
            }
        }
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
    let total: f64 = text.weight.iter().sum();
    let covered = |place: usize| partners[place].map(|partner| text.weight[place] * partner.tie.likeness());
    (total > 0.0).then(|| text.content_places().filter_map(covered).sum::<f64>() / total)
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
        related(&a.normal, &b.normal)
    }
}

/// The fewest letters by which words can be seen to be related.
const LEAST: usize = 4;

/// Whether two normal forms are of one family, by their letters alone.
fn related(a: &str, b: &str) -> Option<Tie> {
    let (long, short) = if a.len() >= b.len() { (a, b) } else { (b, a) };
    let same = long.bytes().zip(short.bytes()).take_while(|(x, y)| x == y).count();
    if short.len() < LEAST || !long.is_ascii() || !short.is_ascii() {
        None
    } else if same >= LEAST && 10 * same >= 7 * long.len() {
        Some(Tie::Kin)
    } else if long.len() >= short.len() + 3 && long.ends_with(short) {
        Some(Tie::Head)
    } else if long.len() >= short.len() + 3 && same == short.len() {
        Some(Tie::Part)
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
