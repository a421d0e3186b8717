// SPDX-License-Identifier: EUPL-1.2
//! What a model of word vectors adds: a figure beside every comparison, and a relation only where words do not tell.
//!
//! Such a model sees which words are near and nothing of order, negation or who acts. So it is silent where the texts share
//! half of their words, or anything in them, a facet or a controlled value parts; it never says *same*; and what it says
//! rests on thresholds that whoever brings it measured.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::divergence::facet::{FacetComparison, FacetState};
use crate::divergence::flip::{self, Texts};
use crate::divergence::pair::Basis;
use crate::divergence::score::Confidence;
use crate::divergence::sentence::Sentence;
use crate::divergence::text::Text;
use crate::embedding::{Embedder, Thresholds};
use crate::language::{Cue, Force};
use crate::model::Relation;

/// What a model says of two texts.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Likeness {
    /// The name of the model.
    pub model: String,
    /// How alike the texts are to it, -1 to 1.
    pub similarity: f64,
    /// The relation that rests on it; nothing where the words tell, or the model may not.
    pub decided: Option<Relation>,
}

/// Words that give a rule its direction. Texts that hold others say another thing, however near they are.
const DIRECTIONS: [Cue; 6] = [Cue::Before, Cue::After, Cue::All, Cue::NoneAtAll, Cue::Only, Cue::Consent];

/// From this share of words in common on, the few words that differ tell what differs, and drown in a mean of all.
const SHARED: f64 = 0.5;

impl Likeness {
    /// What the model says beside what words `told`; nothing without a model, or where it does not know the texts.
    pub(super) fn of(
        texts: &Texts<'_>,
        facets: &[FacetComparison],
        told: Relation,
        embedder: Option<&Embedder>,
    ) -> Option<Self> {
        let embedder = embedder?;
        let similarity = embedder.similarity(texts.a.source, texts.b.source)?;
        let is_open = told == Relation::Unclear && worded_apart(texts) && nothing_parts(texts, facets);
        let decided = is_open.then(|| relation(similarity, embedder.thresholds)).flatten();
        let decided = decided.filter(|&relation| relation != Relation::Nuance || rules_agree(texts.a, texts.b));
        Some(Self { model: embedder.name.clone(), similarity, decided })
    }

    /// The relation that rests on the model, if one does. It is as good as the thresholds, which nobody here measured.
    pub(super) fn tells(&self) -> Option<(Relation, Confidence)> {
        self.decided.map(|relation| (relation, Confidence::Medium))
    }

    /// In words: which model, its figure, and whether the relation of a pair on this `basis` rests on it.
    #[must_use]
    pub fn sentence(&self, basis: Basis) -> Sentence {
        let Self { model, similarity, decided } = self;
        let (weighs, english) = match (basis, decided) {
            (Basis::Computed, Some(_)) => ("Dat gaf hier de doorslag.", "That decided here."),
            _ => ("Dat cijfer beslist hier niets.", "That figure decides nothing here."),
        };
        let figure = format!("{similarity:.2}");
        Sentence {
            dutch: format!(
                "Het taalmodel ‘{model}’ geeft deze teksten een gelijkenis van {}, op een schaal van -1 tot 1. {weighs}",
                figure.replace('.', ",")
            ),
            english: format!(
                "The language model ‘{model}’ gives these texts a likeness of {figure}, on a scale from -1 to 1. {english}"
            ),
        }
    }
}

/// What a similarity says by these thresholds.
fn relation(similarity: f64, thresholds: Thresholds) -> Option<Relation> {
    if thresholds.same_from.is_some_and(|from| similarity >= from) {
        return Some(Relation::Nuance);
    }
    thresholds.other_below.filter(|&below| similarity < below).map(|_| Relation::Homonym)
}

/// Whether the texts are in other words: *wacht tot de melder hem belt* and *de melder wacht tot hij hem belt* are not.
fn worded_apart(texts: &Texts<'_>) -> bool {
    texts.alignment.similarity(texts.a, texts.b) < SHARED
}

/// Whether no facet differs and there is no flip, also none that would weigh nothing between texts so far apart.
fn nothing_parts(texts: &Texts<'_>, facets: &[FacetComparison]) -> bool {
    let parts = |facet: &FacetComparison| matches!(facet.state, FacetState::Different | FacetState::Partly);
    !facets.iter().any(parts) && flip::find(texts, 1.0).is_empty()
}

/// Whether two texts, whatever their words, lay down the same: what must and may be, how often something is denied, how
/// much, in which direction, and who is named.
fn rules_agree(a: &Text<'_>, b: &Text<'_>) -> bool {
    let measured = |a: &Text<'_>, b: &Text<'_>| {
        a.quantities.iter().all(|quantity| b.quantities.iter().any(|other| quantity.agrees(other)))
    };
    forces(a) == forces(b)
        && a.denials() == b.denials()
        && (measured(a, b) && measured(b, a))
        && directions(a) == directions(b)
        && parties(a) == parties(b)
}

fn forces(text: &Text<'_>) -> BTreeSet<Force> {
    text.duties.iter().map(|duty| duty.force).collect()
}

/// Two negations that lift each other say *alleen*.
fn directions(text: &Text<'_>) -> BTreeSet<Cue> {
    let lifted = text.lifted.iter().map(|_| Cue::Only);
    DIRECTIONS.into_iter().filter(|&cue| text.places_of(cue).next().is_some()).chain(lifted).collect()
}

fn parties(text: &Text<'_>) -> BTreeSet<usize> {
    text.parties.iter().copied().flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::{nothing_parts, rules_agree, worded_apart};
    use crate::divergence::align::Alignment;
    use crate::divergence::compare::tests::with;
    use crate::divergence::flip::Texts;
    use crate::divergence::text::Text;
    use crate::model::Glossary;

    /// Whether two texts lay down the same, hold no flip, and are in other words.
    fn compared(a: &str, b: &str) -> [bool; 3] {
        with(&Glossary::default(), |yardstick| {
            let (mut a, mut b) = (Text::new(a, "", yardstick), Text::new(b, "", yardstick));
            let alignment = Alignment::of(&mut a, &mut b, yardstick.lexicon);
            let texts = Texts::new(&a, &b, &alignment);
            [rules_agree(&a, &b), nothing_parts(&texts, &[]), worded_apart(&texts)]
        })
    }

    #[test]
    fn texts_in_other_words_lay_down_the_same_unless_one_thing_differs() {
        for (a, b, agree) in [
            ("Gesprek over zorgen.", "Praten bij een gezin.", true),
            ("Gesprek dat moet.", "Praten is verplicht.", true),
            ("Gesprek binnen een etmaal.", "Praten binnen 24 uur.", true),
            ("Gesprek met de politie.", "Praten bij de politie.", true),
            ("Gesprek, niet hier.", "Praten bij een gezin.", false),
            ("Gesprek dat moet.", "Praten dat mag.", false),
            ("Gesprek dat moet.", "Praten bij een gezin.", false),
            ("Gesprek binnen een etmaal.", "Praten binnen twee weken.", false),
            ("Gesprek binnen een etmaal.", "Praten bij een gezin.", false),
            ("Gesprek voordat hulp komt.", "Praten bij een gezin.", false),
            ("Gesprek, altijd.", "Praten bij een gezin.", false),
            ("Gesprek met toestemming.", "Praten bij een gezin.", false),
            ("Gesprek niet zonder gezin.", "Praten bij een huishouden.", false),
            ("Gesprek met de politie.", "Praten met de school.", false),
            ("Gesprek met de politie.", "Praten bij een gezin.", false),
        ] {
            assert_eq!(compared(a, b)[0], agree, "{a} | {b}");
            assert_eq!(compared(b, a)[0], agree, "{b} | {a}");
        }
    }

    #[test]
    fn a_flip_parts_texts_also_where_it_weighs_nothing() {
        let long = "Praten in het geheim over zorgen van wie hulp, steun, zorg, raad of rust in de buurt zoekt.";
        assert_eq!(
            compared("Openbaar, bij elk huishouden, met drank, muziek, dans, spel en eten.", long)[1..],
            [false, true]
        );
        assert_eq!(
            compared("Open, bij elk huishouden, met drank, muziek, dans, spel en eten.", long)[1..],
            [true, true]
        );
    }

    #[test]
    fn texts_that_share_half_of_their_words_are_not_in_other_words() {
        assert!(!compared("De melder belt de arts op.", "De arts belt de melder op.")[2]);
        assert!(compared("De melder belt de arts op.", "Wie iets ziet zoekt hulp.")[2]);
    }
}
