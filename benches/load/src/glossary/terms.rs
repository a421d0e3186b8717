// SPDX-License-Identifier: EUPL-1.2
//! Terms with their texts.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::files::source;
use super::random::{Random, Zipf};
use super::words::{Words, linked};

/// How many words a term is about, and how many of them are names of terms before it.
const SUBJECT: usize = 10;
const SUBJECT_NAMES: usize = 5;

/// The fewest and the most words of a definition and of an explanation.
const DEFINITION: (usize, usize) = (20, 58);
const EXPLANATION: (usize, usize) = (10, 20);

/// The fewest and the most words of a sentence.
const SENTENCE: (usize, usize) = (8, 16);

const FACETS: &[&str] = &["goal", "threshold", "actor"];
const PHASES: &[&str] = &["vroeg", "midden", "laat"];

/// Relations that a verdict may give, with the degree of each.
const RELATIONS: &[(&str, u8)] = &[("nuance", 1), ("overlap", 2), ("narrower", 2), ("broader", 2), ("conflict", 3)];

/// The two meanings of a term: the domain and its actor.
const MEANINGS: [(&str, &str); 2] = [("social", "school"), ("safety", "politie")];

/// What is known of a term when queries are made.
pub struct Term {
    pub label: Name,
    pub synonyms: Vec<Name>,
    /// The numbers of the words of its definitions that carry meaning, sorted.
    pub words: Vec<u32>,
}

/// A name, with where it was put together.
#[derive(Clone)]
pub struct Name {
    pub text: String,
    /// The byte at which a compound or a phrase goes on with its last word.
    pub seam: Option<usize>,
}

/// A word that carries meaning: of the word lists, by its number, or a name.
#[derive(Clone)]
enum Word {
    Numbered(usize),
    Written(String),
}

impl Term {
    /// Its identifier.
    pub fn id(&self) -> String {
        self.label.text.replace(' ', "-")
    }
}

impl Name {
    /// Its last word; of a compound the last part.
    pub fn last(&self) -> &str {
        &self.text[self.seam.unwrap_or(0)..]
    }
}

/// Makes terms, no name twice.
pub struct Maker<'a> {
    words: &'a Words,
    random: Random,
    nouns: Zipf,
    adjectives: Zipf,
    /// Every name so far, without spaces.
    taken: BTreeSet<String>,
    terms: Vec<Term>,
}

impl<'a> Maker<'a> {
    pub fn new(words: &'a Words, random: Random) -> Self {
        let (nouns, adjectives) = (Zipf::new(words.nouns.len()), Zipf::new(words.adjectives.len()));
        Self { words, random, nouns, adjectives, taken: BTreeSet::new(), terms: Vec::new() }
    }

    /// The terms that were made, and the chance that is left.
    pub fn done(self) -> (Vec<Term>, Random) {
        (self.terms, self.random)
    }

    /// A term and the text of its file.
    pub fn term(&mut self, number: usize) -> (&Term, String) {
        let label = self.new_name();
        let count = self.random.below(4).saturating_sub(1);
        let synonyms: Vec<Name> = (0..count).map(|_| self.new_name()).collect();
        let subject = self.subject();
        let mut text = format!("label = \"{}\"\n", label.text);
        if !synonyms.is_empty() {
            let list: Vec<String> = synonyms.iter().map(|name| format!("\"{}\"", name.text)).collect();
            let _ = writeln!(text, "alt_labels = [{}]", list.join(", "));
        }
        let related = self.related();
        if !related.is_empty() {
            let _ = writeln!(text, "related = [{}]", related.into_iter().collect::<Vec<_>>().join(", "));
        }
        let _ = writeln!(text, "phases = [\"fasen/{}\"]", self.random.pick(PHASES));
        let has_facets = self.random.chance(30);
        let mut words = BTreeSet::new();
        for (domain, owner) in MEANINGS {
            let definition = self.text(&subject, DEFINITION, &mut words);
            let explanation = self.text(&subject, EXPLANATION, &mut BTreeSet::new());
            let _ = write!(text, "\n[[concepts]]\nid = \"{domain}\"\ndomain = \"{domain}\"\n");
            let _ =
                write!(text, "definition = \"{definition}\"\nexplanation = \"{explanation}\"\nkind = \"working\"\n");
            let _ = write!(text, "owner = \"{owner}\"\nsources = [\"{}\"]\nstatus = \"draft\"\n", source(number));
            if has_facets {
                self.facets(&subject, &mut text);
            }
        }
        if self.random.chance(20) {
            self.verdict(&subject, &mut text);
        }
        self.terms.push(Term { label, synonyms, words: words.into_iter().collect() });
        (&self.terms[number], text)
    }

    /// What a term is about: names of other terms, and words.
    fn subject(&mut self) -> Vec<Word> {
        let mut subject = Vec::new();
        for place in 0..SUBJECT {
            let before = if self.terms.is_empty() { "" } else { self.random.pick(&self.terms).label.text.as_str() };
            subject.push(if place < SUBJECT_NAMES && !before.is_empty() && !before.contains(' ') {
                Word::Written(before.to_owned())
            } else {
                Word::Numbered(self.words.telling(&mut self.random))
            });
        }
        subject
    }

    /// Up to two words that belong with a term, between quotes: names of terms before it, now and then a word that is none.
    fn related(&mut self) -> BTreeSet<String> {
        let count = self.random.below(3);
        let mut word = || match self.random.below(5) {
            1.. if !self.terms.is_empty() => self.random.pick(&self.terms).label.text.clone(),
            _ => format!("{} {}", self.words.adjectives[0], self.noun()),
        };
        (0..count).map(|_| format!("\"{}\"", word())).collect()
    }

    /// A name that no term has: a word, a phrase or a compound, most often of two parts.
    fn new_name(&mut self) -> Name {
        loop {
            let name = match self.random.below(100) {
                0..20 => Name { text: self.random.pick(&self.words.all).clone(), seam: None },
                20..45 => {
                    let adjective = &self.words.adjectives[self.adjectives.draw(&mut self.random)];
                    Name { text: format!("{adjective} {}", self.noun()), seam: Some(adjective.len() + 1) }
                }
                45..90 => self.compound(1),
                _ => self.compound(2),
            };
            if self.taken.insert(name.text.replace(' ', "")) {
                return name;
            }
        }
    }

    /// A compound of so many parts and one more.
    fn compound(&mut self, before: usize) -> Name {
        let first: String = (0..before).map(|_| linked(&self.noun())).collect();
        let seam = Some(first.len());
        Name { text: first + &self.noun(), seam }
    }

    fn noun(&mut self) -> String {
        self.words.nouns[self.nouns.draw(&mut self.random)].clone()
    }

    /// A text of some sentences, half of its words about the subject; the words that carry meaning are noted.
    fn text(&mut self, subject: &[Word], (from, to): (usize, usize), noted: &mut BTreeSet<u32>) -> String {
        let length = self.random.between(from, to);
        let mut text = String::new();
        let mut left = 0;
        for number in 0..length {
            let begins = left == 0;
            if begins {
                text.push_str(if number == 0 { "" } else { ". " });
                left = self.random.between(SENTENCE.0, SENTENCE.1);
            } else {
                text.push(' ');
            }
            left -= 1;
            let word = self.word(subject, noted);
            let (first, rest) = word.split_at(1);
            text.push_str(&if begins { first.to_uppercase() } else { first.to_owned() });
            text.push_str(rest);
        }
        text.push('.');
        text
    }

    fn word(&mut self, subject: &[Word], noted: &mut BTreeSet<u32>) -> String {
        let word = match self.random.below(100) {
            0..42 => return self.words.function(&mut self.random).to_owned(),
            // New compounds are the long tail of any Dutch text.
            42..46 => return linked(&self.noun()) + &self.noun(),
            46..72 => self.random.pick(subject).clone(),
            _ => Word::Numbered(self.words.telling(&mut self.random)),
        };
        match word {
            Word::Written(name) => name,
            Word::Numbered(number) => {
                noted.insert(u32::try_from(number).expect("word lists are short"));
                self.words.all[number].clone()
            }
        }
    }

    fn facets(&mut self, subject: &[Word], text: &mut String) {
        text.push_str("\n[concepts.facets]\n");
        for facet in FACETS.iter().take(self.random.between(1, FACETS.len())) {
            let phrase = self.text(subject, (3, 7), &mut BTreeSet::new());
            let _ = writeln!(text, "{facet} = \"{}\"", phrase.trim_end_matches('.').to_lowercase());
        }
    }

    fn verdict(&mut self, subject: &[Word], text: &mut String) {
        let &(relation, degree) = self.random.pick(RELATIONS);
        let mut sentence = || self.text(subject, (8, 16), &mut BTreeSet::new());
        let (why, misunderstanding, question) = (sentence(), sentence(), sentence());
        let _ = write!(
            text,
            "\n[[verdicts]]\nbetween = [\"social\", \"safety\"]\nrelation = \"{relation}\"\ndegree = {degree}\n\
             why = \"{why}\"\nmisunderstanding = \"{misunderstanding}\"\nquestions = [\"{question}\"]\nstatus = \"draft\"\n"
        );
    }
}
