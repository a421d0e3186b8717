// SPDX-License-Identifier: EUPL-1.2
//! One word as two domains read it: what it means to the writer and to the reader, and whether that is the same.

use crate::annotation::name::Name;
use crate::divergence::{Basis, Confidence, Pair, Sentence, Side};
use crate::language::capital;
use crate::model::{Concept, Degree, Domain, DomainId, Glossary, Keyed, Relation, Term};

/// Who writes and who reads.
#[derive(Debug, Clone, Copy)]
pub struct Sides<'a> {
    /// The glossary that the domains are of.
    pub glossary: &'a Glossary,
    /// The domain of who writes.
    pub writer: &'a Domain,
    /// The domain of who reads.
    pub reader: &'a Domain,
}

/// Whether a word will be read otherwise than it is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Difference {
    /// Both mean the same.
    Same,
    /// It means something else to the reader, if only by a nuance.
    Different,
    /// Only one of the two has a meaning for it here.
    OneSided,
    /// Too little is known to say.
    Unclear,
}

impl Keyed for Difference {
    const ALL: &'static [(Self, &'static str, &'static str, &'static str)] = &[
        (Self::Same, "same", "hetzelfde", "the same"),
        (Self::Different, "different", "wordt anders gelezen", "will be read otherwise"),
        (Self::OneSided, "one_sided", "van één kant bekend", "known on one side only"),
        (Self::Unclear, "unclear", "onduidelijk: vraag het na", "unclear: ask"),
    ];
}

/// A word as two domains read it.
#[derive(Debug, Clone)]
pub struct Reading<'a> {
    /// Whether it will be read otherwise.
    pub difference: Difference,
    /// How the meanings relate, read from the writer's to the reader's.
    pub relation: Relation,
    /// How much that matters; nothing when unclear.
    pub degree: Option<Degree>,
    /// Whether editors say so or the program computed it.
    pub basis: Basis,
    /// How good the evidence is.
    pub confidence: Confidence,
    /// The difference in one sentence.
    pub sentence: Sentence,
    /// The pair of meanings that this rests on, where there is one.
    pub pair: Option<&'a Pair>,
    /// What it means to the writer, the meaning of the pair first; none where the domain has none.
    pub writer: Vec<&'a Concept>,
    /// What it means to the reader, likewise.
    pub reader: Vec<&'a Concept>,
}

impl<'a> Reading<'a> {
    /// How two domains read a name of a term, given the pairs of the term. A name that belongs to one domain has no
    /// meaning in others.
    #[must_use]
    pub fn new(term: &'a Term, pairs: &'a [Pair], name: Name<'a>, sides: Sides<'a>) -> Self {
        let knows = |domain: &Domain| name.domain.is_none_or(|owner| sides.are_akin(owner, &domain.id));
        let meanings =
            |domain| if knows(domain) { sides.glossary.meanings_today(term, &domain.id) } else { Vec::new() };
        let (writer, reader) = (meanings(sides.writer), meanings(sides.reader));
        let owner = name.domain.and_then(|owner| sides.glossary.domain(owner));
        let owner = owner.filter(|_| !knows(sides.writer) || !knows(sides.reader));
        let word = format!("‘{}’", name.text);
        let found = match (owner, writer.is_empty(), reader.is_empty()) {
            (Some(owner), ..) => Self::owned(sides.of_owned(&word, owner)),
            (None, true, true) => Self::bare(Relation::Unclear, sides.of_unknown(&word)),
            (None, false, false) => {
                let same = || Self::same(sides.of_same(&word));
                standing(pairs, &writer, &reader).map_or_else(same, |pair| Self::of_pair(pair, &writer))
            }
            (None, false, true) => Self::one_sided(
                pairs.iter().find(|pair| sides.tells(pair, &writer, sides.reader)),
                of_one_side(&word, sides.writer, sides.reader),
            ),
            (None, true, false) => Self::one_sided(
                pairs.iter().find(|pair| sides.tells(pair, &reader, sides.writer)),
                of_one_side(&word, sides.reader, sides.writer),
            ),
        };
        found.with_meanings(writer, reader)
    }

    fn bare(relation: Relation, sentence: Sentence) -> Self {
        let degree = relation.degree();
        Self {
            difference: difference(relation, degree),
            relation,
            degree,
            basis: Basis::Computed,
            confidence: Confidence::Low,
            sentence,
            pair: None,
            writer: Vec::new(),
            reader: Vec::new(),
        }
    }

    /// A word that editors gave to one domain.
    fn owned(sentence: Sentence) -> Self {
        let found = Self::bare(Relation::OneSided, sentence);
        Self { basis: Basis::Editors, confidence: Confidence::Medium, ..found }
    }

    /// A word for which both sides have one text.
    fn same(sentence: Sentence) -> Self {
        Self { basis: Basis::Editors, confidence: Confidence::High, ..Self::bare(Relation::Same, sentence) }
    }

    /// A word that one side has no meaning for: as the pair tells that says so, else in this sentence.
    fn one_sided(told: Option<&'a Pair>, untold: Sentence) -> Self {
        told.map_or_else(|| Self::bare(Relation::OneSided, untold), |pair| Self::of_pair(pair, &[]))
    }

    fn of_pair(pair: &'a Pair, writer: &[&Concept]) -> Self {
        let relation = if holds(writer, &pair.a) { pair.relation } else { pair.relation.mirrored() };
        Self {
            difference: difference(relation, pair.degree),
            degree: pair.degree,
            basis: pair.basis,
            confidence: pair.confidence,
            pair: Some(pair),
            ..Self::bare(relation, pair.sentence.clone())
        }
    }

    /// The same with what it means to each, the meaning of the pair first.
    fn with_meanings(mut self, mut writer: Vec<&'a Concept>, mut reader: Vec<&'a Concept>) -> Self {
        if let Some(pair) = self.pair {
            let turned = !holds(&writer, &pair.a);
            let (first, second) = if turned { (&pair.b, &pair.a) } else { (&pair.a, &pair.b) };
            writer.sort_by_key(|concept| !is(concept, first));
            reader.sort_by_key(|concept| !is(concept, second));
        }
        (self.writer, self.reader) = (writer, reader);
        self
    }

    /// For each meaning of the writer, where the reader may not know it, words that say what is meant.
    #[must_use]
    pub fn wordings(&self, term: &Term, name: Name<'_>) -> Vec<(&'a Concept, String)> {
        let wording = |concept: &'a Concept| {
            let word = term.side_name(&format!("‘{}’", name.text), Some(&concept.id));
            let text = [&concept.explanation, &concept.definition].into_iter().find(|text| !text.trim().is_empty())?;
            Some((concept, format!("Met {word} bedoelen wij het volgende. {text}")))
        };
        let needed = self.difference != Difference::Same;
        self.writer.iter().filter(|_| needed).filter_map(|concept| wording(concept)).collect()
    }
}

fn difference(relation: Relation, degree: Option<Degree>) -> Difference {
    match (relation, degree) {
        (Relation::OneSided, _) => Difference::OneSided,
        (_, None) => Difference::Unclear,
        (_, Some(Degree::Same)) => Difference::Same,
        _ => Difference::Different,
    }
}

/// Whether a concept is that of a side of a pair.
fn is(concept: &Concept, side: &Side) -> bool {
    side.concept.as_ref() == Some(&concept.id)
}

fn holds(concepts: &[&Concept], side: &Side) -> bool {
    concepts.iter().any(|concept| is(concept, side))
}

/// The pair that stands for what two sides mean: the judged one that comes first, else the one that matters most.
fn standing<'a>(pairs: &'a [Pair], writer: &[&Concept], reader: &[&Concept]) -> Option<&'a Pair> {
    let between = |pair: &&Pair| {
        let joins = |a, b| holds(writer, a) && holds(reader, b);
        !pair.retired && (joins(&pair.a, &pair.b) || joins(&pair.b, &pair.a))
    };
    let by_weight = |x: &&Pair, y: &&Pair| {
        let score = |pair: &Pair| pair.score.unwrap_or(-1.0);
        x.degree.cmp(&y.degree).then_with(|| score(x).total_cmp(&score(y)))
    };
    let candidates = || pairs.iter().filter(between);
    candidates().find(|pair| pair.ruling.is_some()).or_else(|| candidates().max_by(by_weight))
}

impl Sides<'_> {
    /// Whether one of two domains is the other or a part of it.
    fn are_akin(self, a: &DomainId, b: &DomainId) -> bool {
        self.glossary.belongs_to(a, b) || self.glossary.belongs_to(b, a)
    }

    /// Whether a pair tells that a domain has no meaning beside these.
    fn tells(self, pair: &Pair, meanings: &[&Concept], silent: &Domain) -> bool {
        let one_sided = pair.relation == Relation::OneSided && pair.b.concept.is_none();
        one_sided && holds(meanings, &pair.a) && self.glossary.belongs_to(&silent.id, &pair.b.domain)
    }

    fn of_owned(self, word: &str, owner: &Domain) -> Sentence {
        let (phrase, english) = (&owner.phrase, &owner.english);
        let knows = |domain: &Domain| self.are_akin(&owner.id, &domain.id);
        let (advice, english_advice) = match (knows(self.writer), knows(self.reader)) {
            (true, _) => (
                format!("Leg het uit aan {}.", self.reader.phrase),
                format!("Explain it to the {}.", self.reader.english),
            ),
            (false, true) => (
                "Vraag na of u er hetzelfde mee bedoelt.".to_owned(),
                "Ask whether you mean the same by it.".to_owned(),
            ),
            (false, false) => {
                ("Leg het uit, of kies een ander woord.".to_owned(), "Explain it, or choose another word.".to_owned())
            }
        };
        Sentence {
            dutch: format!("{word} is een woord van {phrase}. {advice}"),
            english: format!("{word} is a word of the {english}. {english_advice}"),
        }
    }

    /// The sentence where both have one text for a word.
    #[must_use]
    pub fn of_same(self, word: &str) -> Sentence {
        let (writer, reader) = (self.writer, self.reader);
        if writer.id == reader.id {
            return Sentence {
                dutch: format!("Binnen {} heeft {word} hier één betekenis.", writer.phrase),
                english: format!("Within the {}, {word} has one meaning here.", writer.english),
            };
        }
        Sentence {
            dutch: format!("{} en {} lezen {word} hier op dezelfde manier.", capital(&writer.phrase), reader.phrase),
            english: format!("The {} and the {} read {word} alike here.", writer.english, reader.english),
        }
    }

    /// The sentence where neither has a meaning for a word.
    #[must_use]
    pub fn of_unknown(self, word: &str) -> Sentence {
        let (writer, reader) = (self.writer, self.reader);
        let english = |who: &str| format!("What the {who} by {word} is not described here yet. Ask each other.");
        if writer.id == reader.id {
            return Sentence {
                dutch: format!("Wat {} met {word} bedoelt, staat hier nog niet. Vraag het na.", writer.phrase),
                english: english(&format!("{} means", writer.english)),
            };
        }
        let (a, b) = (&writer.phrase, &reader.phrase);
        Sentence {
            dutch: format!("Wat {a} en {b} met {word} bedoelen, staat hier nog niet. Vraag het na."),
            english: english(&format!("{} and the {} mean", writer.english, reader.english)),
        }
    }
}

/// The sentence where only one of the two domains has a meaning.
#[must_use]
pub fn of_one_side(word: &str, with: &Domain, without: &Domain) -> Sentence {
    Sentence {
        dutch: format!(
            "Hier staat alleen wat {} met {word} bedoelt, en niet wat {} ermee bedoelt. Vraag het na.",
            with.phrase, without.phrase
        ),
        english: format!(
            "Only what the {} means by {word} is described here, not what the {} means by it. Ask each other.",
            with.english, without.english
        ),
    }
}
