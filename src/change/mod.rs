// SPDX-License-Identifier: EUPL-1.2
//! What a change to a glossary means: two revisions laid beside each other, for whoever reviews it.
//!
//! `term` says what happened to each word and each of its meanings, `effect` what that does to the differences between
//! domains, `signature` who must agree, `elsewhere` what changed beside the terms. Nothing here knows how a revision was
//! written or where it came from; `publication` and `cli` bring the two.

mod effect;
mod elsewhere;
mod keys;
mod markdown;
mod meaning;
mod report;
mod signature;
mod term;

pub use self::effect::{Effect, EffectKind};
pub use self::elsewhere::Elsewhere;
pub use self::keys::KeyChange;
pub use self::markdown::{MARKER, markdown};
pub use self::meaning::{FacetChange, Fate, MeaningChange, Reading, TextChange};
pub use self::report::{
    AskReport, EffectReport, KeyReport, MeaningReport, PartReport, PieceReport, Report, SideReport, TermReport,
    TextReport, VerdictReport,
};
pub use self::signature::{Ask, Standing};
pub use self::term::{TermChange, TermFate};

use crate::divergence::{Compared, Yardstick};
use crate::language::Lexicon;
use crate::model::Glossary;

/// One revision of a glossary, with its pairs compared.
#[derive(Clone, Copy)]
pub struct Revision<'a> {
    /// What it says.
    pub glossary: &'a Glossary,
    /// Its word lists.
    pub lexicon: &'a Lexicon,
    /// Its pairs.
    pub compared: &'a Compared,
}

impl<'a> Revision<'a> {
    /// What its meanings are measured with.
    fn yardstick(self) -> Yardstick<'a> {
        Yardstick { lexicon: self.lexicon, weights: &self.compared.weights, glossary: self.glossary, embedder: None }
    }
}

/// Everything that differs between two revisions.
#[derive(Debug, Default, PartialEq)]
pub struct Changes {
    /// Terms that changed, in the order of their ids; then those that only feel the effect of other changes.
    pub terms: Vec<TermChange>,
    /// What changed beside the terms.
    pub elsewhere: Vec<Elsewhere>,
}

impl Changes {
    /// What changed from `base` to `head`.
    #[must_use]
    pub fn between(base: Revision<'_>, head: Revision<'_>) -> Self {
        Self {
            terms: term::changes(base, head),
            elsewhere: elsewhere::changes((base.glossary, base.lexicon), (head.glossary, head.lexicon)),
        }
    }

    /// Whether nothing differs.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty() && self.elsewhere.is_empty()
    }

    /// The signatures that are needed and are not there, with the word they are about.
    pub fn missing(&self) -> impl Iterator<Item = (&str, &Ask)> {
        let asks = self.terms.iter().flat_map(|term| term.asks.iter().map(|ask| (term.label.as_str(), ask)));
        asks.filter(|(_, ask)| ask.standing == Standing::Missing)
    }
}
