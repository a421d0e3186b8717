// SPDX-License-Identifier: EUPL-1.2
//! What is told of a question: what was understood otherwise than typed, and what is wrong with it.

use std::ops::Range;

use crate::divergence::Sentence;
use crate::model::Keyed;

/// Something of a question that was not understood as it may be meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// What it is.
    pub caution: Caution,
    /// Where it stands in what was typed, in Unicode code points.
    pub place: Range<usize>,
}

/// What may be meant otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Caution {
    /// A quotation mark opens and none closes.
    UnclosedQuote,
    /// The name of a field with a colon, and nothing behind it.
    FieldWithoutValue,
    /// AND, OR or NOT in capitals.
    OperatorWord,
    /// A hyphen before a function word, or before no word.
    NothingToLeaveOut,
    /// Terms were left out.
    LeftOut,
    /// No term has these words next to each other, and some have them apart.
    PhraseNotFound,
}

impl Keyed for Caution {
    const ALL: &'static [(Self, &'static str, &'static str, &'static str)] = &[
        (
            Self::UnclosedQuote,
            "unclosed_quote",
            "Dit aanhalingsteken gaat nergens weer dicht. Daarom is naar de losse woorden gezocht.",
            "This quotation mark is never closed, so the single words were searched for.",
        ),
        (
            Self::FieldWithoutValue,
            "field_without_value",
            "Achter de dubbele punt staat geen waarde. Daarom is naar het woord zelf gezocht. Een waarde staat er zonder spatie achter.",
            "No value follows the colon, so the word itself was searched for. A value follows it without a space.",
        ),
        (
            Self::OperatorWord,
            "operator_word",
            "AND, OR en NOT doen hier niets. Met een streepje laat u een woord weg: -woord.",
            "AND, OR and NOT do nothing here. A hyphen leaves a word out: -word.",
        ),
        (
            Self::NothingToLeaveOut,
            "nothing_to_leave_out",
            "Zo’n klein woord staat bijna overal en kan niet worden weggelaten. Daarom is het als gewoon woord gelezen.",
            "Such a small word stands nearly everywhere and cannot be left out, so it was read as an ordinary word.",
        ),
        (
            Self::LeftOut,
            "left_out",
            "Termen waar dit in staat, zijn weggelaten. Bedoelde u dat niet? Haal dan het streepje weg.",
            "Terms with this were left out. If you did not mean that, remove the hyphen.",
        ),
        (
            Self::PhraseNotFound,
            "phrase_not_found",
            "Geen term heeft precies deze woorden naast elkaar. Probeer het zonder aanhalingstekens.",
            "No term has exactly these words next to each other. Try it without quotation marks.",
        ),
    ];
}

/// What is wrong with a question, so that it cannot be answered as it was meant.
#[derive(Clone, PartialEq, Eq)]
pub struct Mistake {
    /// Where it stands in what was typed, in Unicode code points.
    pub place: Range<usize>,
    /// What is wrong and how to mend it.
    pub reason: Sentence,
}
