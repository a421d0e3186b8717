//! A definition prepared for comparison: its words, which of them count, what is denied, what must or may be.

use std::collections::BTreeMap;

use crate::divergence::compare::Yardstick;
use crate::divergence::quantity::{Quantity, quantities_of};
use crate::language::{Cue, Force, Lexicon, Token, fold, normal_form, words_of};

/// How far from a word its negation may stand, in words.
const REACH: usize = 4;

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
    negated_clauses: Vec<usize>,
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

/// How a text speaks of the word that it should define.
const WORDS: &[&str] = &["woord", "term", "begrip", "uitdrukking"];

/// Stems of the verbs of using a word.
const USES: &[&str] = &["gebruik", "hanter", "kent", "ken", "voorkom", "kom", "bezig"];

/// A word that says what must or may be, with the negation that turned it around.
#[derive(Debug, Clone, Copy)]
pub(super) struct Duty {
    pub place: usize,
    pub denied_by: Option<usize>,
    pub force: Force,
}

impl Duty {
    /// The words that say it: the word with its negation.
    pub fn places(&self) -> Vec<usize> {
        let mut places: Vec<usize> = self.denied_by.into_iter().chain([self.place]).collect();
        places.sort_unstable();
        places
    }
}

impl<'a> Text<'a> {
    /// Prepares a text; `term` is the word being defined, whose own forms say nothing at the start of the text.
    pub fn new(source: &'a str, term: &str, yardstick: &Yardstick<'_>) -> Self {
        let lexicon = yardstick.lexicon;
        let tokens = words_of(source, lexicon);
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
            true if is_cue(place, &[Cue::Light]) => LIGHT * yardstick.weights.weight(&token.normal),
            true => yardstick.weights.weight(&token.normal),
            false => 0.0,
        };
        let particles = particles_of(&tokens);
        let parties = tokens.iter().map(|token| lexicon.party(&token.folded)).collect();
        let weight = tokens.iter().enumerate().map(weigh).collect();
        let (mut negations, lifted) = live_negations(&tokens, lexicon);
        negations.retain(|&place| !measured(place));
        let negated_clauses = negations.iter().map(|&place| tokens[place].clause).collect();
        let mut text = Self {
            source,
            tokens,
            content,
            weight,
            denied_by,
            duties: Vec::new(),
            cues,
            quantities,
            parties,
            particles,
            lifted,
            negated_clauses,
        };
        text.duties = text.duties_with(&mut negations, lexicon);
        for negation in negations {
            if let Some(target) = text.target_of(negation) {
                // A quantity is denied as a whole.
                let whole = text.quantity_at(target).map_or(target, |quantity| quantity.places.start);
                text.denied_by[whole].push(negation);
            }
        }
        text
    }

    /// Whether this word is denied an odd number of times.
    pub fn is_denied(&self, place: usize) -> bool {
        self.denied_by[place].len() % 2 == 1
    }

    /// The places of the words that count.
    pub fn content_places(&self) -> impl Iterator<Item = usize> {
        self.content.iter().enumerate().filter(|&(_, &counts)| counts).map(|(place, _)| place)
    }

    /// Whether a word of this text, with the particle that stands apart in its clause, is this verb.
    pub fn is_parted(&self, place: usize, verb: &str) -> bool {
        let particle = self.particles.get(&self.clause(place));
        particle.and_then(|particle| verb.strip_prefix(particle.as_str())) == Some(self.tokens[place].normal.as_str())
    }

    /// Whether there is no text, or it says that the word is not used here.
    pub fn says_unused(&self) -> bool {
        let said = |words: &[&str]| self.tokens.iter().any(|token| words.contains(&token.folded.as_str()));
        let denied = |place: usize| {
            let token = &self.tokens[place];
            let is_use = USES.iter().any(|stem| token.normal.starts_with(stem));
            is_use && self.negated_clauses.contains(&token.clause)
        };
        self.source.trim().is_empty() || (said(WORDS) && (0..self.tokens.len()).any(denied))
    }

    /// The quantity of which the word here is a part.
    pub fn quantity_at(&self, place: usize) -> Option<&Quantity> {
        self.quantities.iter().find(|quantity| quantity.places.contains(&place))
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

    /// What must or may be. A negation near such a word belongs to that word, and denies nothing else after that.
    fn duties_with(&self, negations: &mut Vec<usize>, lexicon: &Lexicon) -> Vec<Duty> {
        let mut duties = Vec::new();
        for (place, token) in self.tokens.iter().enumerate() {
            let Some(signal) = lexicon.signal(&token.folded) else { continue };
            let near = |&negation: &usize| {
                let of = &self.tokens[negation];
                of.clause == token.clause && negation.abs_diff(place) <= REACH && !lexicon.is_without(&of.folded)
            };
            let nearest = (0..negations.len())
                .filter(|&of| near(&negations[of]))
                .min_by_key(|&of| (negations[of].abs_diff(place), negations[of]));
            let denied_by = nearest.map(|of| negations.remove(of));
            let force = if denied_by.is_some() { signal.denied } else { signal.plain };
            duties.push(Duty { place, denied_by, force });
        }
        duties
    }

    /// The word that a negation denies: in its clause the next word that counts, else the one before it.
    fn target_of(&self, negation: usize) -> Option<usize> {
        let counts = |&place: &usize| self.content[place] && self.tokens[place].clause == self.tokens[negation].clause;
        let after = (negation + 1..self.tokens.len().min(negation + REACH + 1)).find(counts);
        after.or_else(|| (negation.saturating_sub(REACH + 1)..negation).rev().find(counts))
    }
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

/// The places of negations that deny something; and the pairs that lift each other. Those in a neutral group
/// (*niet alleen*) do nothing.
fn live_negations(tokens: &[Token], lexicon: &Lexicon) -> (Vec<usize>, Vec<[usize; 2]>) {
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
    while let Some(first) = live.windows(2).position(|two| {
        tokens[two[0]].sentence == tokens[two[1]].sentence && lexicon.is_without(&tokens[two[1]].folded)
    }) {
        lifted.push([live.remove(first), live.remove(first)]);
    }
    (live, lifted)
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
