// SPDX-License-Identifier: EUPL-1.2
//! The translation itself: which terms a word names in its domain, and what of the other domain may stand for each.

use crate::annotation::{Dictionary, Known};
use crate::divergence::{Pair, Sentence, Weights};
use crate::language::Lexicon;
use crate::model::{Concept, Degree, Domain, Glossary, Relation, Term};
use crate::search::{SearchError, SearchIndex};
use crate::translation::fit::{Fit, Via};
use crate::translation::neighbour::Neighbours;
use crate::translation::row::{Finding, Row, Warning, labels};
use crate::translation::wording::{
    Sides, joined, of_alike, of_clash, of_foreign, of_no_fit, of_noted, of_other_words, of_question, of_shared_concept,
    of_unknown, of_untold,
};

/// What lies at hand: one revision.
#[derive(Clone, Copy)]
pub struct Desk<'a> {
    /// The content.
    pub glossary: &'a Glossary,
    /// The word lists.
    pub lexicon: &'a Lexicon,
    /// How much words weigh.
    pub weights: &'a Weights,
    /// The pairs of each term, in the order of the terms.
    pub pairs: &'a [Vec<Pair>],
    /// What editors noted between terms.
    pub neighbours: &'a Neighbours,
    /// The names of all terms.
    pub dictionary: &'a Dictionary,
    /// The index of all definitions.
    pub index: &'a SearchIndex,
}

/// A term that was asked.
#[derive(Debug, Clone)]
pub struct Asked<'a> {
    /// The term, and the name it was asked by.
    pub known: Known<'a>,
    /// What the asking domain means by it; none for a word of another domain.
    pub meanings: Vec<&'a Concept>,
    /// The domain whose word it is, where it is not a word of the asking domain.
    pub owner: Option<&'a Domain>,
    place: usize,
}

/// What a word of one domain may be in another.
#[derive(Debug, Clone)]
pub struct Translated<'a> {
    /// The terms that the word names; none where it is not known.
    pub words: Vec<Asked<'a>>,
    /// The concepts, the best first.
    pub rows: Vec<Row<'a>>,
    /// What to know and to ask, where the word itself has nothing that fits.
    pub message: Option<Sentence>,
}

impl<'a> Translated<'a> {
    /// What goes wrong when the word itself is used on the other side, the worst first.
    #[must_use]
    pub fn warnings(&self) -> Vec<&Warning<'a>> {
        let own = self.rows.iter().filter(|row| row.via == Via::Word);
        let mut warnings: Vec<&Warning<'a>> = own.filter_map(|row| row.warning.as_ref()).collect();
        warnings.sort_by_key(|warning| std::cmp::Reverse(warning.degree));
        warnings
    }
}

impl<'a> Asked<'a> {
    /// The name it was asked by.
    fn word(&self) -> &'a str {
        self.known.name.map_or(self.known.term.label.as_str(), |name| name.text)
    }
}

/// Translates a word from one domain to another.
///
/// # Errors
/// When the index cannot be read any more.
pub fn translate<'a>(typed: &str, [from, to]: [&'a Domain; 2], desk: Desk<'a>) -> Result<Translated<'a>, SearchError> {
    let bridge = Bridge { desk, sides: Sides { from, to } };
    let words = bridge.asked(typed);
    let usable = || words.iter().filter(|word| word.owner.is_none());
    let mut rows: Vec<Row<'a>> = usable().flat_map(|word| bridge.own_word(word)).collect();
    for word in usable() {
        add(&mut rows, bridge.noted(word));
    }
    for word in usable() {
        let is_told = |row: &Row<'_>| row.via == Via::Word && row.asked.id == word.known.term.id && row.fit.rank() < 2;
        if !rows.iter().any(is_told) {
            let alike = bridge.alike(word)?;
            add(&mut rows, alike);
        }
    }
    rows.sort_by_cached_key(Row::order);
    let message = bridge.message(typed.trim(), &words, &rows);
    Ok(Translated { words, rows, message })
}

/// Adds concepts that are not among the rows yet.
fn add<'a>(rows: &mut Vec<Row<'a>>, more: Vec<Row<'a>>) {
    for row in more {
        let is_it = |other: &Row<'_>| (&other.term.id, &other.concept.id) == (&row.term.id, &row.concept.id);
        if !rows.iter().any(is_it) {
            rows.push(row);
        }
    }
}

/// A revision, and the two sides that a word goes between.
#[derive(Clone, Copy)]
struct Bridge<'a> {
    desk: Desk<'a>,
    sides: Sides<'a>,
}

impl<'a> Bridge<'a> {
    /// The terms that a word names, with what the asking domain means by each.
    fn asked(&self, typed: &str) -> Vec<Asked<'a>> {
        let Desk { glossary, lexicon, dictionary, .. } = self.desk;
        let asked = |known: Known<'a>| {
            let place = glossary.terms.binary_search_by(|term| term.id.cmp(&known.term.id)).ok()?;
            let from = &self.sides.from.id;
            let owner = known.name.and_then(|name| name.domain);
            let owner = owner.filter(|owner| !glossary.belongs_to(owner, from) && !glossary.belongs_to(from, owner));
            let owner = owner.and_then(|owner| glossary.domain(owner));
            let meanings = if owner.is_some() { Vec::new() } else { self.meanings_of(known.term, self.sides.from) };
            Some(Asked { known, meanings, owner, place })
        };
        dictionary.look_up_all(typed, glossary, lexicon).into_iter().filter_map(asked).collect()
    }

    fn meanings_of(&self, term: &'a Term, domain: &'a Domain) -> Vec<&'a Concept> {
        self.desk.glossary.meanings_today(term, &domain.id)
    }

    /// What the other side means by the word itself, beside each meaning that it has on this side.
    fn own_word(&self, word: &Asked<'a>) -> Vec<Row<'a>> {
        let term = word.known.term;
        let pairs = &self.desk.pairs[word.place];
        let mut rows = Vec::new();
        for concept in self.meanings_of(term, self.sides.to) {
            if word.meanings.is_empty() {
                let told = silent(pairs, self.sides.from, self.desk.glossary);
                let finding = Finding::one_sided(told, of_untold(&term.label, self.sides.from));
                rows.push(self.row((term, None), (term, concept), finding));
            }
            for &meaning in &word.meanings {
                let finding = if meaning.id == concept.id {
                    Some(Finding::shared_concept(of_shared_concept(&term.label, self.sides)))
                } else {
                    between(pairs, meaning, concept).map(|(pair, relation)| Finding::of_pair(pair, relation))
                };
                rows.extend(finding.map(|finding| self.row((term, Some(meaning)), (term, concept), finding)));
            }
        }
        rows
    }

    /// What the other side means by words that editors noted beside the word.
    fn noted(&self, word: &Asked<'a>) -> Vec<Row<'a>> {
        let term = word.known.term;
        let of_other = |(place, fit): (usize, Fit)| {
            let other = &self.desk.glossary.terms[place];
            let finding = Finding::noted(fit, of_noted([&term.label, &other.label], fit));
            let row = move |concept| self.row((term, None), (other, concept), finding.clone());
            self.meanings_of(other, self.sides.to).into_iter().map(row).collect::<Vec<_>>()
        };
        self.desk.neighbours.of(word.place).flat_map(of_other).collect()
    }

    /// What the other side means by words whose definition shares words with a meaning of this side.
    fn alike(&self, word: &Asked<'a>) -> Result<Vec<Row<'a>>, SearchError> {
        let term = word.known.term;
        let mut rows = Vec::new();
        for &meaning in &word.meanings {
            for alike in self.desk.alike(word.place, meaning, self.sides.to)? {
                let other = &self.desk.glossary.terms[alike.place];
                let sentence = of_alike([&term.label, &other.label], &alike.shared);
                let finding = Finding::alike(alike.shared, sentence);
                rows.push(self.row((term, Some(meaning)), (other, alike.concept), finding));
            }
        }
        Ok(rows)
    }

    fn row(
        &self,
        (asked, meaning): (&'a Term, Option<&'a Concept>),
        (term, concept): (&'a Term, &'a Concept),
        finding: Finding,
    ) -> Row<'a> {
        let Finding { via, fit, relation, degree, ground, confidence, sentence, shared } = finding;
        let (label, other_labels) = labels(self.desk.glossary, term, self.sides.to);
        let warning = self.warning(term, meaning.filter(|_| via == Via::Word), concept);
        Row {
            asked,
            meaning,
            term,
            concept,
            label,
            other_labels,
            via,
            fit,
            relation,
            degree,
            ground,
            confidence,
            sentence,
            shared,
            warning,
        }
    }

    /// The warning that both sides use the word of a concept, and not for the same: for one meaning of this side, or for
    /// the one where it goes most wrong.
    fn warning(&self, term: &'a Term, meaning: Option<&'a Concept>, concept: &Concept) -> Option<Warning<'a>> {
        let place = self.desk.glossary.terms.binary_search_by(|other| other.id.cmp(&term.id)).ok()?;
        let own = meaning.map_or_else(|| self.meanings_of(term, self.sides.from), |meaning| vec![meaning]);
        let clash = |meaning: &Concept| {
            let (pair, _) = between(&self.desk.pairs[place], meaning, concept)?;
            Some((pair.asserted().filter(|degree| *degree >= Degree::Substantial)?, pair))
        };
        let worst =
            own.into_iter().filter_map(clash).reduce(|worst, other| if other.0 > worst.0 { other } else { worst });
        let (degree, pair) = worst?;
        Some(Warning { word: &term.label, degree, sentence: of_clash(&term.label, degree, self.sides), pair })
    }

    /// What to know and to ask where no meaning of the word itself is known to fit.
    fn message(&self, typed: &str, words: &[Asked<'a>], rows: &[Row<'a>]) -> Option<Sentence> {
        if rows.iter().any(Row::is_own_word_that_fits) {
            return None;
        }
        let Some(word) = words.iter().find(|word| word.owner.is_none()).or(words.first()) else {
            return Some(of_unknown(typed, self.sides));
        };
        if let Some(owner) = word.owner {
            return Some(of_foreign(word.word(), owner, self.sides));
        }
        let mut parts = Vec::new();
        if word.meanings.is_empty() {
            parts.push(of_untold(word.word(), self.sides.from));
        }
        if !rows.iter().any(|row| row.via == Via::Word) {
            let told = silent(&self.desk.pairs[word.place], self.sides.to, self.desk.glossary);
            parts.push(told.map_or_else(|| of_untold(word.word(), self.sides.to), |pair| pair.sentence.clone()));
        } else if !word.meanings.is_empty() {
            let own = rows.iter().filter(|row| row.via == Via::Word);
            let fits: Vec<Fit> = own.map(|row| row.fit).collect();
            parts.push(of_no_fit(word.word(), &fits, self.sides));
        }
        if rows.iter().any(|row| row.via != Via::Word) {
            parts.push(of_other_words());
        }
        let explanation = match word.meanings.as_slice() {
            [one] => Some(one.explanation.as_str()),
            _ => None,
        };
        parts.push(of_question(explanation, self.sides));
        Some(joined(parts))
    }
}

/// The pair of two meanings that are in use, with its relation read from the first.
fn between<'a>(pairs: &'a [Pair], first: &Concept, second: &Concept) -> Option<(&'a Pair, Relation)> {
    let is = |pair: &Pair, a: &Concept, b: &Concept| {
        pair.a.concept.as_ref() == Some(&a.id) && pair.b.concept.as_ref() == Some(&b.id)
    };
    let straight = |pair: &&Pair| is(pair, first, second);
    let found = pairs.iter().find(straight).map(|pair| (pair, pair.relation));
    found.or_else(|| {
        let pair = pairs.iter().find(|pair| is(pair, second, first))?;
        Some((pair, pair.relation.mirrored()))
    })
}

/// The pair that tells that a domain has no meaning for the word.
fn silent<'a>(pairs: &'a [Pair], domain: &Domain, glossary: &Glossary) -> Option<&'a Pair> {
    pairs.iter().find(|pair| pair.b.concept.is_none() && glossary.belongs_to(&domain.id, &pair.b.domain))
}
