// SPDX-License-Identifier: EUPL-1.2
//! What a text denies, and what it says must or may be: negations, verbs that deny, words of force.
//!
//! A negation near a word of force belongs to that word (*mag niet*); two that lift each other deny nothing; a verb such
//! as *weigeren* denies what it governs, so that *mag niet weigeren* says *moet*.

use crate::divergence::text::Text;
use crate::language::{Force, Lexicon};

/// How far from a word its negation may stand, in words.
const REACH: usize = 4;

/// What is denied in a text.
pub(super) struct Denied {
    /// What must or may be, in order.
    pub duties: Vec<Duty>,
    /// Each negation with the word that it denies.
    pub targets: Vec<(usize, usize)>,
    /// Pairs of negations that lift each other: *niet … zonder* says *alleen met*.
    pub lifted: Vec<[usize; 2]>,
    /// The clauses in which something is denied.
    pub clauses: Vec<usize>,
    /// Negations that a verb of denial beside them lifts: *geen verzoek wordt geweigerd*.
    pub idle: Vec<usize>,
}

/// A word that says what must or may be, with the negations that turned it around.
#[derive(Debug, Clone)]
pub(super) struct Duty {
    pub place: usize,
    pub denied_by: Vec<usize>,
    pub force: Force,
}

impl Duty {
    /// The words that say it: the word with its negations.
    pub fn places(&self) -> Vec<usize> {
        let mut places: Vec<usize> = self.denied_by.iter().copied().chain([self.place]).collect();
        places.sort_unstable();
        places
    }
}

/// The places of the verbs of denial, also where their particle stands apart: *ziet … af*.
pub(super) fn denials_of(text: &Text<'_>, lexicon: &Lexicon) -> Vec<usize> {
    let denies = |&place: &usize| {
        let normal = &text.tokens[place].normal;
        let parted = text.particle_of(text.clause(place)).map(|particle| format!("{particle}{normal}"));
        lexicon.is_denial(normal) || parted.is_some_and(|verb| lexicon.is_denial(&verb))
    };
    (0..text.tokens.len()).filter(denies).collect()
}

/// Finds what a text denies.
pub(super) fn denied(text: &Text<'_>, lexicon: &Lexicon) -> Denied {
    let (mut negations, lifted) = live_negations(text, lexicon);
    negations.retain(|&place| text.quantity_at(place).is_none());
    let mut denials = text.denials.clone();
    let duties = duties_with(text, &mut negations, &mut denials, lexicon);
    // A verb of denial and a negation beside it lift each other: *geen verzoek wordt geweigerd*.
    let mut idle = Vec::new();
    denials.retain(|&denial| {
        let beside = |&negation: &usize| text.clause(negation) == text.clause(denial);
        let lifted = negations.iter().position(beside).map(|at| negations.remove(at));
        idle.extend(lifted);
        lifted.is_none()
    });
    negations.extend(denials);
    negations.sort_unstable();
    let clauses = negations.iter().map(|&place| text.clause(place)).collect();
    let targets = negations.iter().filter_map(|&negation| Some((negation, target_of(text, negation)?))).collect();
    Denied { duties, targets, lifted, clauses, idle }
}

/// What must or may be. A negation near such a word belongs to that word, and denies nothing else after that; and so does a
/// verb of denial in its clause.
fn duties_with(text: &Text<'_>, negations: &mut Vec<usize>, denials: &mut Vec<usize>, lexicon: &Lexicon) -> Vec<Duty> {
    let mut duties = Vec::new();
    for (place, token) in text.tokens.iter().enumerate() {
        let Some(signal) = lexicon.signal(&token.folded) else { continue };
        let near = |&negation: &usize| {
            let of = &text.tokens[negation];
            of.clause == token.clause && negation.abs_diff(place) <= REACH && !lexicon.is_without(&of.folded)
        };
        let nearest = (0..negations.len())
            .filter(|&of| near(&negations[of]))
            .min_by_key(|&of| (negations[of].abs_diff(place), negations[of]));
        let negation = nearest.map(|of| negations.remove(of));
        let denial = denials.iter().position(|&denial| text.clause(denial) == token.clause && denial > place);
        let denial = denial.map(|of| denials.remove(of));
        let force = if negation.is_some() { signal.denied } else { signal.plain };
        let force = if denial.is_some() { of_denied(force) } else { force };
        duties.push(Duty { place, denied_by: negation.into_iter().chain(denial).collect(), force });
    }
    duties
}

/// What is said of a thing where this is said of not doing it: who may not refuse must.
fn of_denied(force: Force) -> Force {
    match force {
        Force::Must => Force::Forbidden,
        Force::Forbidden => Force::Must,
        Force::Free => Force::NeedNot,
        Force::NeedNot => Force::Free,
    }
}

/// The word that a negation denies: in its clause the next word that counts, else the one before it.
fn target_of(text: &Text<'_>, negation: usize) -> Option<usize> {
    let counts = |&place: &usize| text.content[place] && text.tokens[place].clause == text.tokens[negation].clause;
    let after = (negation + 1..text.tokens.len().min(negation + REACH + 1)).find(counts);
    after.or_else(|| (negation.saturating_sub(REACH + 1)..negation).rev().find(counts))
}

/// The places of negations that deny something; and the pairs that lift each other. Those in a neutral group
/// (*niet alleen*) do nothing.
fn live_negations(text: &Text<'_>, lexicon: &Lexicon) -> (Vec<usize>, Vec<[usize; 2]>) {
    let tokens = &text.tokens;
    let in_neutral_group = |place: usize| {
        lexicon.neutral_groups().any(|group| {
            (0..group.len()).any(|offset| {
                place.checked_sub(offset).and_then(|start| tokens.get(start..start + group.len())).is_some_and(
                    |words| words.iter().map(|token| token.folded.as_str()).eq(group.iter().map(String::as_str)),
                )
            })
        })
    };
    let denies = |&place: &usize| lexicon.is_negation(&tokens[place].folded) && !in_neutral_group(place);
    let mut live: Vec<usize> = (0..tokens.len()).filter(denies).collect();
    let mut lifted = Vec::new();
    while let Some(first) = live.windows(2).position(|two| lift_each_other(text, [two[0], two[1]], lexicon)) {
        lifted.push([live.remove(first), live.remove(first)]);
    }
    (live, lifted)
}

/// Words that open a condition.
const CONDITIONS: &[&str] = &["als", "indien", "wanneer", "zolang"];

/// Whether two negations of a sentence say *alleen*: *niet … zonder*, *zonder … geen*, *nooit … als … niet*.
fn lift_each_other(text: &Text<'_>, [first, second]: [usize; 2], lexicon: &Lexicon) -> bool {
    let without = |place: usize| lexicon.is_without(&text.tokens[place].folded);
    let in_condition = |place: usize| {
        let opens = |&before: &usize| CONDITIONS.contains(&text.tokens[before].folded.as_str());
        (0..place).rev().take_while(|&before| text.clause(before) == text.clause(place)).any(|before| opens(&before))
    };
    let one_condition = || in_condition(first) != in_condition(second);
    text.tokens[first].sentence == text.tokens[second].sentence
        && (without(second)
            || (without(first) && text.clause(first) == text.clause(second))
            || (text.clause(first) != text.clause(second) && one_condition()))
}
