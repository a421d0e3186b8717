// SPDX-License-Identifier: EUPL-1.2
//! A definition prepared for comparison: its words, which of them count, what is denied, what must or may be.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::divergence::align::Partner;
use crate::divergence::compare::Yardstick;
use crate::divergence::denial::{Denied, Duty, denials_of, denied};
use crate::divergence::quantity::{Quantity, quantities_of};
use crate::language::{Cue, Lexicon, Token, fold, join_phrases, normal_form, words_of};

/// What is left of the weight of a word that says little.
const LIGHT: f64 = 0.25;

/// A text with what the comparison needs to know of each of its words.
#[derive(Debug)]
pub(super) struct Text<'a> {
    pub source: &'a str,
    pub tokens: Vec<Token>,
    /// Whether the word counts: not a function word, not the term itself at the start.
    pub content: Vec<bool>,
    /// How much each word weighs; nothing where it does not count.
    pub weight: Vec<f64>,
    /// Whether the word says little.
    light: Vec<bool>,
    /// For each word the places of the negations that deny it.
    pub denied_by: Vec<Vec<usize>>,
    /// What must or may be, in order.
    pub duties: Vec<Duty>,
    /// Words and groups of words that give a rule its direction, by the place of their first word.
    pub cues: Vec<(usize, Cue)>,
    /// Numbers with what they measure, in order.
    pub quantities: Vec<Quantity>,
    /// For each word the party that it names.
    pub parties: Vec<Option<usize>>,
    /// For each clause the particle that stands apart from its verb: *legt … voor* is a form of *voorleggen*.
    particles: BTreeMap<usize, String>,
    /// Pairs of negations that lift each other: *niet … zonder* says *alleen met*.
    pub lifted: Vec<[usize; 2]>,
    /// The clauses in which something is denied.
    pub negated_clauses: Vec<usize>,
    /// Verbs that say that what they govern is not done: *weigert te tekenen*.
    pub denials: Vec<usize>,
    /// For the last word of each phrase that says one word the places of its others.
    phrases: BTreeMap<usize, Range<usize>>,
    /// Negations that deny nothing, because another lifts them.
    pub idle: Vec<usize>,
}

/// Words that may be the first part of a verb.
const PARTICLES: &[&str] = &[
    "aan", "achter", "af", "bij", "binnen", "buiten", "door", "in", "mee", "na", "neer", "om", "onder", "op", "open",
    "over", "samen", "tegen", "terug", "toe", "uit", "vast", "voor", "vrij", "weg",
];

/// Articles and the like, which stand between a preposition and its noun.
const ARTICLES: &[&str] =
    &["de", "het", "een", "zijn", "haar", "hun", "deze", "dit", "die", "dat", "elke", "iedere", "ieder", "elk"];

/// Prepositions, which say what part a noun plays.
const PREPOSITIONS: &[&str] = &[
    "aan", "achter", "bij", "binnen", "buiten", "door", "in", "met", "na", "naar", "naast", "om", "onder", "op",
    "over", "per", "rond", "sinds", "tegen", "tijdens", "tot", "tussen", "uit", "van", "vanaf", "vanuit", "via",
    "voor", "zonder",
];

/// Words before which a particle may stand too: *legt de zaak voor aan zijn chef*.
const AFTER_PARTICLES: &[&str] = &["aan", "bij", "met", "van"];

/// Forms of the verb of the passive.
const PASSIVE: &[&str] = &["word", "wordt", "worden", "werd", "werden"];

impl<'a> Text<'a> {
    /// Prepares a text; `term` is the word being defined, whose own forms say nothing at the start of the text.
    pub fn new(source: &'a str, term: &str, yardstick: &Yardstick<'_>) -> Self {
        let lexicon = yardstick.lexicon;
        let mut tokens = words_of(source, lexicon);
        let phrases = join_phrases(&mut tokens, lexicon);
        let own: Vec<String> = words_of(term, lexicon).into_iter().map(|token| token.normal).collect();
        let quantities = quantities_of(&tokens, lexicon);
        let cues: Vec<(usize, Cue)> = (0..tokens.len())
            .flat_map(|place| lexicon.cues(&tokens[place..]).map(move |(cue, _)| (place, cue)))
            .collect();
        let is_cue = |place: usize, wanted: &[Cue]| cues.iter().any(|(at, cue)| *at == place && wanted.contains(cue));
        let measured = |place: usize| quantities.iter().any(|quantity| quantity.places.contains(&place));
        let content: Vec<bool> = tokens
            .iter()
            .enumerate()
            .map(|(place, token)| {
                let is_signal = lexicon.is_negation(&token.folded)
                    || lexicon.signal(&token.folded).is_some()
                    || is_cue(place, &[Cue::Before, Cue::After, Cue::All, Cue::NoneAtAll, Cue::Only]);
                let is_own = place < 4 && own.contains(&token.normal);
                measured(place) || !(token.stop || is_signal || is_own)
            })
            .collect();
        let denied_by = vec![Vec::new(); tokens.len()];
        let weigh = |(place, token): (usize, &Token)| match content[place] {
            true if lexicon.is_light(&token.normal) => LIGHT * yardstick.weights.weight(&token.normal),
            true => yardstick.weights.weight(&token.normal),
            false => 0.0,
        };
        let particles = particles_of(&tokens);
        let parties = tokens.iter().map(|token| lexicon.party(&token.folded)).collect();
        let weight = tokens.iter().enumerate().map(weigh).collect();
        let light = tokens.iter().map(|token| lexicon.is_light(&token.normal)).collect();
        let mut text = Self {
            source,
            tokens,
            content,
            weight,
            light,
            denied_by,
            duties: Vec::new(),
            cues,
            quantities,
            parties,
            particles,
            lifted: Vec::new(),
            negated_clauses: Vec::new(),
            denials: Vec::new(),
            phrases,
            idle: Vec::new(),
        };
        text.denials = denials_of(&text, lexicon);
        text.deny(lexicon);
        text
    }

    /// Takes verbs of denial that answer to a word of the other text for what they say: *weigeren* against *weigeren*
    /// or *toelaten* denies nothing else.
    pub fn release(&mut self, partners: &[Option<Partner>], lexicon: &Lexicon) {
        let before = self.denials.len();
        self.denials.retain(|&place| partners[place].is_none());
        if self.denials.len() < before {
            self.deny(lexicon);
        }
    }

    /// Finds out what is denied, and what must or may be.
    fn deny(&mut self, lexicon: &Lexicon) {
        let Denied { duties, targets, lifted, clauses, idle } = denied(self, lexicon);
        self.idle = lifted.iter().flatten().copied().chain(idle).collect();
        (self.duties, self.lifted, self.negated_clauses) = (duties, lifted, clauses);
        self.denied_by = vec![Vec::new(); self.tokens.len()];
        for (negation, target) in targets {
            // A quantity is denied as a whole.
            let whole = self.quantity_at(target).map_or(target, |quantity| quantity.places.start);
            self.denied_by[whole].push(negation);
        }
    }

    /// Whether this word is denied an odd number of times.
    pub fn is_denied(&self, place: usize) -> bool {
        self.denied_by[place].len() % 2 == 1
    }

    /// Each word that is denied with the place of a negation that denies it.
    pub fn negations(&self) -> impl Iterator<Item = (usize, usize)> {
        let of = |(place, negations): (usize, &'_ Vec<usize>)| negations.clone().into_iter().map(move |by| (place, by));
        self.denied_by.iter().enumerate().flat_map(of)
    }

    /// Whether this word is denied an odd number of times, some negations aside.
    pub fn denials_left(&self, place: usize, aside: &[usize]) -> bool {
        self.denied_by[place].iter().filter(|by| !aside.contains(by)).count() % 2 == 1
    }

    /// The places of the words that count.
    pub fn content_places(&self) -> impl Iterator<Item = usize> {
        self.content.iter().enumerate().filter(|&(_, &counts)| counts).map(|(place, _)| place)
    }

    /// The particle that stands apart from the verb of a clause.
    pub fn particle_of(&self, clause: usize) -> Option<&str> {
        self.particles.get(&clause).map(String::as_str)
    }

    /// Whether a word of this text, with the particle that stands apart in its clause, is this verb.
    pub fn is_parted(&self, place: usize, verb: &str) -> bool {
        let rest = self.particle_of(self.clause(place)).and_then(|particle| verb.strip_prefix(particle));
        rest.is_some_and(|rest| short(rest) == short(&self.tokens[place].normal))
    }

    /// How often something is denied.
    pub fn denials(&self) -> usize {
        self.negated_clauses.len()
    }

    /// The quantity of which the word here is a part.
    pub fn quantity_at(&self, place: usize) -> Option<&Quantity> {
        self.quantities.iter().find(|quantity| quantity.places.contains(&place))
    }

    /// Whether the word here says little.
    pub fn is_light(&self, place: usize) -> bool {
        self.light[place]
    }

    /// The share of the weight of this text that these words carry, 0 to 1.
    pub fn share_of(&self, places: &[usize]) -> f64 {
        let total: f64 = self.weight.iter().sum();
        let part: f64 = places.iter().map(|&place| self.weight[place]).sum();
        if total > 0.0 { part / total } else { 0.0 }
    }

    /// Whether the word here opens its sentence.
    pub fn opens_sentence(&self, place: usize) -> bool {
        place == 0 || self.tokens[place - 1].sentence != self.tokens[place].sentence
    }

    /// Whether an article or the like stands here.
    pub fn is_article(&self, place: usize) -> bool {
        ARTICLES.contains(&self.tokens[place].folded.as_str())
    }

    /// The place of the preposition that governs a word: the one before it, articles between.
    pub fn preposition_of(&self, place: usize) -> Option<usize> {
        let before = (0..place).rev().find(|&before| !self.is_article(before))?;
        PREPOSITIONS.contains(&self.tokens[before].folded.as_str()).then_some(before)
    }

    /// Whether something is done in this text without its doer as the subject.
    pub fn is_passive(&self) -> bool {
        self.tokens.iter().any(|token| PASSIVE.contains(&token.folded.as_str()))
    }

    /// The number of the clause of a word.
    pub fn clause(&self, place: usize) -> usize {
        self.tokens[place].clause
    }

    /// The places at which a cue starts.
    pub fn places_of(&self, wanted: Cue) -> impl Iterator<Item = usize> {
        self.cues.iter().filter(move |(_, cue)| *cue == wanted).map(|(place, _)| *place)
    }

    /// Whether a cue starts here.
    pub fn has_cue(&self, place: usize, cue: Cue) -> bool {
        self.cues.contains(&(place, cue))
    }

    /// A word with the negations that deny it, so that the reader sees what is denied.
    pub fn with_denials(&self, word: usize) -> Vec<usize> {
        let mut places = self.denied_by[word].clone();
        places.push(word);
        places.sort_unstable();
        places
    }

    /// These places with all words of the phrases that they stand for.
    pub fn whole(&self, places: &[usize]) -> Vec<usize> {
        let others = places.iter().filter_map(|place| self.phrases.get(place)).cloned().flatten();
        let mut all: Vec<usize> = places.iter().copied().chain(others).collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// The words at these places, as written, joined by spaces.
    pub fn words(&self, places: &[usize]) -> String {
        let words: Vec<&str> = places.iter().map(|&place| &self.source[self.tokens[place].range.clone()]).collect();
        words.join(" ")
    }

    /// Whether the two texts read alike: the same words in the same order, in clauses cut alike, capitals and marks
    /// aside. *Delen, niet bewaren* does not read like *delen niet, bewaren*.
    pub fn reads_like(&self, other: &Text<'_>) -> bool {
        let alike = |(a, b): (&Token, &Token)| a.folded == b.folded && a.clause == b.clause;
        self.source == other.source
            || (!self.tokens.is_empty()
                && self.tokens.len() == other.tokens.len()
                && self.tokens.iter().zip(&other.tokens).all(alike))
    }
}

/// A normal form with its long vowels written once: *geef* in *doorgef*.
fn short(normal: &str) -> String {
    let mut letters: Vec<char> = normal.chars().collect();
    letters.dedup_by(|x, y| x == y && "aeou".contains(*x));
    letters.into_iter().collect()
}

/// The particles that stand apart from their verbs, by clause.
fn particles_of(tokens: &[Token]) -> BTreeMap<usize, String> {
    let stands_apart = |&(place, token): &(usize, &Token)| {
        let next = tokens.get(place + 1).filter(|next| next.clause == token.clause);
        PARTICLES.contains(&token.folded.as_str())
            && next.is_none_or(|next| AFTER_PARTICLES.contains(&next.folded.as_str()))
    };
    tokens.iter().enumerate().filter(stands_apart).map(|(_, token)| (token.clause, token.folded.clone())).collect()
}

/// Whether one word is the other with *on-* before it, in the same shape: *veilig* and *onveilig*, not *onveilige*
/// and *veiligheid*.
pub(super) fn differ_by_on(a: &str, b: &str, lexicon: &Lexicon) -> bool {
    let denies = |long: &str, short: &str| {
        let rest = long.strip_prefix("on").filter(|_| long.len() >= 6 && lexicon.irregular(long).is_none());
        rest.is_some_and(|rest| {
            is_quality(rest) == is_quality(short) && normal_form(&fold(rest), lexicon) == normal_form(short, lexicon)
        })
    };
    denies(a, b) || denies(b, a)
}

/// Whether the word names a quality: *veiligheid*.
fn is_quality(word: &str) -> bool {
    word.ends_with("heid") || word.ends_with("heden")
}
