// SPDX-License-Identifier: EUPL-1.2
//! Words that go from phase to phase: how far each reaches in the models. The glossary says in which phases a word plays a
//! part and not what it means in each; so nothing more is said here.

use crate::http::lang::Lang;
use crate::http::pages::named::Named;
use crate::http::pages::parts::Badge;
use crate::model::{Degree, Glossary, Model, Phase, PhaseRef};
use crate::publication::Parting;

/// The most words of a list.
const MOST_WORDS: usize = 20;

/// The first of a list, and how many more there are.
pub(super) struct Shortened<T> {
    pub first: Vec<T>,
    pub more: usize,
}

/// A word with how it parts, and how far it reaches in each model.
pub(super) struct ReachingWord<'a> {
    pub id: &'a str,
    pub label: Named<'a>,
    pub badge: Badge<'a>,
    /// Whether one model has it in all its phases, and another only in some.
    pub uneven: bool,
    pub reaches: Vec<Reach<'a>>,
}

/// How far a word reaches in a model.
pub(super) struct Reach<'a> {
    pub model: Named<'a>,
    /// How many phases the model has.
    pub of: usize,
    /// Those in which the word plays a part.
    pub phases: Vec<Named<'a>>,
}

/// Words with a part in several models.
pub(super) fn across_models<'a>(
    words: &[Parting<'a>],
    glossary: &'a Glossary,
    lang: Lang,
) -> Shortened<ReachingWord<'a>> {
    let is_wide = |word: &&Parting<'a>| models_of(word, glossary).nth(1).is_some();
    shortened(words.iter().filter(is_wide), glossary, lang)
}

/// Words with a part in several phases of one model alone, of which the meanings part much.
pub(super) fn within_one<'a>(words: &[Parting<'a>], glossary: &'a Glossary, lang: Lang) -> Shortened<ReachingWord<'a>> {
    let parts_much = |word: &&Parting<'a>| word.pair.degree >= Some(Degree::Substantial);
    let is_narrow = |word: &&Parting<'a>| models_of(word, glossary).nth(1).is_none();
    let moves = |word: &&Parting<'a>| word.entry.term.phases.len() > 1 && is_narrow(word) && parts_much(word);
    shortened(words.iter().filter(moves), glossary, lang)
}

fn shortened<'a: 'b, 'b>(
    words: impl Iterator<Item = &'b Parting<'a>>,
    glossary: &'a Glossary,
    lang: Lang,
) -> Shortened<ReachingWord<'a>> {
    let words: Vec<&Parting<'a>> = words.collect();
    let first = words.iter().take(MOST_WORDS).map(|word| ReachingWord::new(word, glossary, lang)).collect();
    Shortened { first, more: words.len().saturating_sub(MOST_WORDS) }
}

/// The models in which a word plays a part.
fn models_of<'a>(word: &Parting<'a>, glossary: &'a Glossary) -> impl Iterator<Item = &'a Model> {
    let phases = &word.entry.term.phases;
    glossary.models.iter().filter(|model| phases.iter().any(|phase| phase.model == model.id))
}

impl<'a> ReachingWord<'a> {
    fn new(word: &Parting<'a>, glossary: &'a Glossary, lang: Lang) -> Self {
        let term = word.entry.term;
        let is_in = |model: &Model, phase: &Phase| {
            term.phases.contains(&PhaseRef { model: model.id.clone(), phase: phase.id.clone() })
        };
        let reach = |model: &'a Model| Reach {
            model: Named::model(lang, model),
            of: model.phases.len(),
            phases: model
                .phases
                .iter()
                .filter(|phase| is_in(model, phase))
                .map(|phase| Named::phase(lang, phase))
                .collect(),
        };
        let reaches: Vec<Reach<'a>> = glossary.models.iter().map(reach).collect();
        let known = || reaches.iter().filter(|reach| !reach.phases.is_empty());
        Self {
            id: term.id.as_str(),
            label: Named::dutch(lang, &*term.label),
            badge: Badge::new(word.pair, lang),
            uneven: known().any(Reach::is_whole) && !known().all(Reach::is_whole),
            reaches,
        }
    }
}

impl Reach<'_> {
    /// Whether the word plays a part in every phase of the model.
    pub fn is_whole(&self) -> bool {
        self.phases.len() == self.of
    }
}
