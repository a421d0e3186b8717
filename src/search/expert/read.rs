// SPDX-License-Identifier: EUPL-1.2
//! Reads what was typed into words to rank by, demands that a term must meet, and what to tell about it.

use std::fmt;
use std::ops::Range;

use crate::divergence::Sentence;
use crate::language::{Lexicon, Token, english_form, is_english_stop_word, is_stop_word, words_of};
use crate::model::Glossary;
use crate::search::Found;
use crate::search::expert::fields::values_of;
use crate::search::expert::notice::{Caution, Mistake, Notice};
use crate::search::expert::piece::{Kind, Piece, Polarity, pieces};

/// What was typed, understood. Where there are mistakes, what is mistaken was read as ordinary words.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Understood {
    /// The words to rank by: what was typed, with spaces where fields and what is left out stood.
    pub text: String,
    /// What a term must meet.
    pub demands: Vec<Demand>,
    /// What may be meant otherwise.
    pub notices: Vec<Notice>,
    /// What is wrong.
    pub mistakes: Vec<Mistake>,
    /// Where phrases stand that are wanted, in Unicode code points.
    phrases: Vec<Range<usize>>,
}

/// Something that a term must meet.
#[derive(Clone, PartialEq, Eq)]
pub struct Demand {
    pub(super) polarity: Polarity,
    pub(super) what: What,
}

/// What is demanded.
#[derive(Clone, PartialEq, Eq)]
pub(super) enum What {
    /// One word, exactly as it is written but for capitals, marks and hyphens.
    Exactly(String),
    /// Words next to each other in this order, in one name or text, each in any form.
    Forms(Vec<Forms>),
    /// Any of these values of a filter.
    Field(&'static str, Vec<String>),
}

/// The forms by which a word is known.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Forms {
    pub folded: String,
    pub normal: String,
    pub english: String,
    /// Whether it carries meaning, so that it is indexed in texts.
    pub tells: bool,
}

/// Tells how much is demanded and nothing of what was typed.
impl fmt::Debug for Demand {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Demand({:?})", self.polarity)
    }
}

impl Demand {
    /// Whether these are words that are wanted.
    pub(in crate::search) fn wants_words(&self) -> bool {
        self.polarity == Polarity::With && !matches!(self.what, What::Field(..))
    }
}

impl Understood {
    /// Understands what was typed.
    #[must_use]
    pub fn read(typed: &str, glossary: &Glossary, lexicon: &Lexicon) -> Self {
        let plain = Self { text: typed.to_owned(), ..Self::default() };
        let mut reader = Reader { typed, glossary, lexicon, read: plain };
        let pieces = pieces(typed);
        for piece in &pieces {
            reader.take(piece);
        }
        if let Some(piece) = pieces.iter().find(|piece| reader.read.leaves_everything_out(piece, lexicon)) {
            reader.refuse_leaving_out(piece);
        }
        if !reader.read.demands.is_empty() && words_of(&reader.read.text, lexicon).is_empty() {
            reader.blank(&(0..typed.len()));
        }
        reader.read
    }

    /// What may be meant otherwise, given what a search for it found.
    #[must_use]
    pub fn all_notices(&self, found: &Found) -> Vec<Notice> {
        let of_phrase = |place: &Range<usize>| Notice { caution: Caution::PhraseNotFound, place: place.clone() };
        let phrases = self.phrases.iter().filter(|_| found.quotes_bar).map(of_phrase);
        self.notices.iter().cloned().chain(phrases).collect()
    }

    /// Whether this piece leaves words out, and nothing says what is wanted.
    fn leaves_everything_out(&self, piece: &Piece, lexicon: &Lexicon) -> bool {
        let is_field = |demand: &Demand| matches!(demand.what, What::Field(..));
        let leaves_out = |demand: &Demand| demand.polarity == Polarity::Without && !is_field(demand);
        piece.polarity == Polarity::Without
            && matches!(piece.kind, Kind::Word(_) | Kind::Quoted(_))
            && self.demands.iter().any(leaves_out)
            && !self.demands.iter().any(is_field)
            && words_of(&self.text, lexicon).is_empty()
    }
}

/// Reads pieces one by one.
struct Reader<'a> {
    typed: &'a str,
    glossary: &'a Glossary,
    lexicon: &'a Lexicon,
    read: Understood,
}

impl Reader<'_> {
    fn take(&mut self, piece: &Piece) {
        match &piece.kind {
            Kind::OpenQuote => self.notice(piece, Caution::UnclosedQuote),
            Kind::BareField => self.notice(piece, Caution::FieldWithoutValue),
            Kind::Operator => self.notice(piece, Caution::OperatorWord),
            Kind::Field(facet, values) => match values_of(facet, values, self.glossary) {
                Ok(values) => {
                    self.demand(piece, What::Field(facet.key, values));
                    self.blank(&piece.range);
                }
                Err(reason) => self.mistake(piece, reason),
            },
            Kind::Quoted(words) => {
                let tokens = words_of(&self.typed[words.clone()], self.lexicon);
                match tokens.as_slice() {
                    [] => {}
                    [word] => self.words(piece, What::Exactly(word.folded.clone())),
                    words => self.words(piece, What::Forms(words.iter().map(Forms::of).collect())),
                }
            }
            Kind::Word(word) => {
                let tokens = words_of(&self.typed[word.clone()], self.lexicon);
                let forms: Vec<Forms> = tokens.iter().map(Forms::of).collect();
                if forms.iter().any(|forms| forms.tells) {
                    self.words(piece, What::Forms(forms));
                } else {
                    self.notice(piece, Caution::NothingToLeaveOut);
                }
            }
        }
    }

    /// Words that are wanted stay among those to rank by; others do not.
    fn words(&mut self, piece: &Piece, what: What) {
        self.demand(piece, what);
        match piece.polarity {
            Polarity::With => self.read.phrases.push(self.place(piece)),
            Polarity::Without => {
                self.blank(&piece.range);
                self.notice(piece, Caution::LeftOut);
            }
        }
    }

    fn demand(&mut self, piece: &Piece, what: What) {
        self.read.demands.push(Demand { polarity: piece.polarity, what });
    }

    /// Only what is not wanted was typed: said, and read as ordinary words.
    fn refuse_leaving_out(&mut self, piece: &Piece) {
        let reason = Sentence::new(
            "Hier staat alleen wat u niet zoekt. Noem ook een woord dat u wel zoekt.",
            "This says only what you do not look for. Name a word that you do look for as well.",
        );
        self.mistake(piece, reason);
        self.typed.clone_into(&mut self.read.text);
        self.read.demands.clear();
        self.read.notices.retain(|notice| notice.caution != Caution::LeftOut);
    }

    fn mistake(&mut self, piece: &Piece, reason: Sentence) {
        self.read.mistakes.push(Mistake { place: self.place(piece), reason });
    }

    fn notice(&mut self, piece: &Piece, caution: Caution) {
        self.read.notices.push(Notice { caution, place: self.place(piece) });
    }

    /// Where a piece stands, in Unicode code points.
    fn place(&self, piece: &Piece) -> Range<usize> {
        let start = self.typed[..piece.range.start].chars().count();
        start..start + self.typed[piece.range.clone()].chars().count()
    }

    /// Puts spaces in the place of a piece.
    fn blank(&mut self, range: &Range<usize>) {
        self.read.text.replace_range(range.clone(), &" ".repeat(range.len()));
    }
}

impl Forms {
    fn of(token: &Token) -> Self {
        Self {
            english: english_form(&token.folded),
            tells: tells(&token.folded),
            folded: token.folded.clone(),
            normal: token.normal.clone(),
        }
    }
}

/// Whether a word carries meaning, so that the index has it wherever it stands.
pub(super) fn tells(folded: &str) -> bool {
    !is_stop_word(folded) && !is_english_stop_word(folded)
}
