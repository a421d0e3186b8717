// SPDX-License-Identifier: EUPL-1.2
//! Quantities in a text: numbers with what they count, and whether they are the least or the most.

use std::ops::Range;

use crate::language::{Cue, Lexicon, Token, number_of};

/// A number with its unit.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Quantity {
    /// The words that say it, bounds included.
    pub places: Range<usize>,
    pub measures: Measure,
    /// In minutes for a time, in years for an age, else the number itself.
    pub value: f64,
    pub bound: Bound,
}

/// What a quantity measures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Measure {
    Time,
    Age,
    /// The normal form of what is counted.
    Count(String),
}

/// On which side of its number a quantity lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bound {
    Exactly,
    AtLeast,
    AtMost,
}

impl Quantity {
    /// Whether two quantities say the same: *veertien dagen* and *uiterlijk twee weken*.
    pub fn agrees(&self, other: &Self) -> bool {
        let against =
            matches!((self.bound, other.bound), (Bound::AtLeast, Bound::AtMost) | (Bound::AtMost, Bound::AtLeast));
        self.measures == other.measures && (self.value - other.value).abs() < 1e-6 && !against
    }
}

impl Quantity {
    /// Whether nothing can be both: *ten minste acht* and *ten hoogste zeven*.
    pub fn excludes(&self, other: &Self) -> bool {
        let over = |low: &Self, high: &Self| {
            low.bound != Bound::AtMost
                && high.bound != Bound::AtLeast
                && low.bound != high.bound
                && low.value > high.value
        };
        self.measures == other.measures && (over(self, other) || over(other, self))
    }
}

/// The quantities of a text, in order.
pub(super) fn quantities_of(tokens: &[Token], lexicon: &Lexicon) -> Vec<Quantity> {
    let mut found: Vec<Quantity> = Vec::new();
    let mut place = 0;
    while place < tokens.len() {
        let from = found.last().map_or(0, |quantity| quantity.places.end);
        match quantity_at(tokens, place, from, lexicon) {
            Some(quantity) => {
                place = quantity.places.end;
                found.push(quantity);
            }
            None => place += 1,
        }
    }
    found
}

/// The quantity whose number stands here; words before `from` belong to another.
fn quantity_at(tokens: &[Token], place: usize, from: usize, lexicon: &Lexicon) -> Option<Quantity> {
    let number = match number_of(&tokens[place].folded) {
        Some(number) => number,
        // *Een week* is a quantity, *een gesprek* is not.
        None if tokens[place].folded == "een" && unit_at(tokens, place + 1, lexicon).is_some() => 1.0,
        None => return None,
    };
    let (start, before) = bound_before(tokens, place, from, lexicon);
    let unit = unit_at(tokens, place + 1, lexicon);
    let mut end = if unit.is_some() { place + 2 } else { place + 1 };
    let after = tokens.get(end..).and_then(|rest| lexicon.cues(rest).find(|(cue, _)| is_after(*cue)));
    end += after.map_or(0, |(_, length)| length);
    let bound = after.map(|(cue, _)| cue).or(before);
    let years = unit == lexicon.unit("jaar") && unit.is_some();
    let is_age = years && (says_age(tokens, start..end) || matches!(bound, Some(Cue::MoreThan | Cue::LessThan)));
    let (measures, value) = match unit {
        Some(_) if is_age => (Measure::Age, number),
        Some(minutes) => (Measure::Time, number * minutes),
        None => (Measure::Count(counted(tokens, end)?), number),
    };
    let whole = !matches!(measures, Measure::Time);
    let (bound, value) = closed(bound, value, if whole { 1.0 } else { 0.0 });
    Some(Quantity { places: start..end, measures, value, bound })
}

fn unit_at(tokens: &[Token], place: usize, lexicon: &Lexicon) -> Option<f64> {
    lexicon.unit(&tokens.get(place)?.folded)
}

fn is_after(cue: Cue) -> bool {
    matches!(cue, Cue::OrMore | Cue::OrLess)
}

/// Where the words of a bound before a number start, and what they say.
fn bound_before(tokens: &[Token], place: usize, from: usize, lexicon: &Lexicon) -> (usize, Option<Cue>) {
    let bounds = [Cue::AtLeast, Cue::MoreThan, Cue::AtMost, Cue::LessThan];
    for start in place.saturating_sub(3).max(from)..place {
        let fits = |&(cue, length): &(Cue, usize)| bounds.contains(&cue) && start + length == place;
        if let Some((cue, _)) = lexicon.cues(&tokens[start..]).find(fits) {
            return (start, Some(cue));
        }
    }
    (place, None)
}

/// Whether words in or beside these places speak of someone's age.
fn says_age(tokens: &[Token], places: Range<usize>) -> bool {
    let beside = places.start.saturating_sub(2)..tokens.len().min(places.end + 2);
    tokens[beside]
        .iter()
        .any(|token| matches!(token.folded.as_str(), "oud" | "ouder" | "jonger" | "leeftijd" | "jarige"))
}

/// What a number without a unit counts: the next word that is no function word.
fn counted(tokens: &[Token], from: usize) -> Option<String> {
    let clause = tokens.get(from)?.clause;
    let next = tokens[from..].iter().take_while(|token| token.clause == clause).find(|token| !token.stop)?;
    Some(next.normal.clone())
}

/// The bound with its number included: *meer dan zestien* is *ten minste zeventien* where `step` is one.
fn closed(bound: Option<Cue>, value: f64, step: f64) -> (Bound, f64) {
    match bound {
        Some(Cue::AtLeast | Cue::OrMore) => (Bound::AtLeast, value),
        Some(Cue::MoreThan) => (Bound::AtLeast, value + step),
        Some(Cue::AtMost | Cue::OrLess) => (Bound::AtMost, value),
        Some(Cue::LessThan) => (Bound::AtMost, value - step),
        _ => (Bound::Exactly, value),
    }
}
