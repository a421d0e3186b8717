// SPDX-License-Identifier: EUPL-1.2
//! Two meanings compared: alignment, flips, facets, and the relation that follows, or `unclear`.

use std::collections::BTreeMap;

use crate::divergence::align::Alignment;
use crate::divergence::evidence::Evidence;
use crate::divergence::facet::{self, FacetComparison};
use crate::divergence::flip::{self, FoundFlip, Texts};
use crate::divergence::likeness::Likeness;
use crate::divergence::score::{Confidence, Raw};
use crate::divergence::segment::{self, Marked};
use crate::divergence::text::Text;
use crate::divergence::weight::Weights;
use crate::embedding::Embedder;
use crate::language::Lexicon;
use crate::model::{FacetId, Glossary, Relation, Values};

/// One side of a comparison.
#[derive(Debug, Clone, Copy)]
pub struct Meaning<'a> {
    /// The definition.
    pub definition: &'a str,
    /// The facet phrases.
    pub facets: &'a BTreeMap<FacetId, String>,
    /// The controlled values.
    pub values: &'a Values,
}

/// What meanings are measured with.
#[derive(Debug, Clone, Copy)]
pub struct Yardstick<'a> {
    /// The word lists.
    pub lexicon: &'a Lexicon,
    /// How much words weigh.
    pub weights: &'a Weights,
    /// The glossary, for the order of its facets and the names of its actors and legal frames.
    pub glossary: &'a Glossary,
    /// A model of word vectors, where whoever runs the program brings one.
    pub embedder: Option<&'a Embedder>,
}

/// What the texts say, before any verdict.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// How the first relates to the second.
    pub relation: Relation,
    /// How good the evidence for that is.
    pub confidence: Confidence,
    /// How much of the texts is shared, 0 to 1.
    pub similarity: f64,
    /// Where one says the contrary of the other.
    pub flips: Vec<FoundFlip>,
    /// Facet by facet.
    pub facets: Vec<FacetComparison>,
    /// The first text, marked.
    pub segments_a: Marked,
    /// The second text, marked.
    pub segments_b: Marked,
    /// What both say.
    pub shared: Vec<String>,
    /// What a model of word vectors says of the texts, where there is one.
    pub likeness: Option<Likeness>,
    pub(super) raw: Raw,
}

impl Comparison {
    /// How far apart, 0 to 1.
    #[must_use]
    pub fn score(&self) -> f64 {
        self.raw.score(self.relation).0
    }

    /// Whether the texts, about one subject, say contrary things.
    #[must_use]
    pub fn contradicts(&self) -> bool {
        self.flips.iter().any(|flip| flip.weight >= HARD)
    }
}

/// From this weight on a flip stands between texts about the same subject.
const HARD: f64 = 0.3;

/// Compares two meanings of a term. The same input gives the same output, byte for byte.
#[must_use]
pub fn compare(a: &Meaning<'_>, b: &Meaning<'_>, term: &str, yardstick: &Yardstick<'_>) -> Comparison {
    let facets = facet::compare(a, b, yardstick);
    let mut text_a = Text::new(a.definition, term, yardstick);
    let mut text_b = Text::new(b.definition, term, yardstick);
    let alignment = Alignment::of(&mut text_a, &mut text_b, yardstick.lexicon);
    let similarity = alignment.similarity(&text_a, &text_b);
    let texts = Texts::new(&text_a, &text_b, &alignment);
    let flips = flip::find(&texts, similarity);
    let told = Evidence { texts: &texts, flips: &flips, facets: &facets, similarity, yardstick }.relation();
    let likeness = Likeness::of(&texts, &facets, told.0, yardstick.embedder);
    let (relation, confidence) = likeness.as_ref().and_then(Likeness::tells).unwrap_or(told);
    let of_a: Vec<_> = flips.iter().map(|flip| (flip.number, flip.places.0.clone())).collect();
    let of_b: Vec<_> = flips.iter().map(|flip| (flip.number, flip.places.1.clone())).collect();
    let flipped: Vec<usize> = flips.iter().flat_map(|flip| flip.places.0.iter().copied()).collect();
    Comparison {
        relation,
        confidence,
        similarity,
        segments_a: segment::cut(&text_a, &alignment.from_a, &of_a),
        segments_b: segment::cut(&text_b, &alignment.from_b, &of_b),
        shared: segment::shared_runs(&text_a, &alignment.from_a, &flipped),
        likeness,
        raw: Raw::new(similarity, &facets, &flips),
        flips,
        facets,
    }
}

#[cfg(test)]
pub(super) mod tests {
    use std::collections::BTreeMap;

    use super::{Comparison, Meaning, Yardstick, compare};
    use crate::divergence::weight::Weights;
    use crate::language::{Cue, Force, Lexicon, Signal};
    use crate::model::{Coercion, Facet, FacetId, Glossary, Relation, Values};

    /// A few words of each list, enough for the tests of this floor.
    fn lexicon() -> Lexicon {
        let mut lexicon = Lexicon::default();
        for word in ["niet", "geen", "nooit"] {
            lexicon.add_negation(word);
        }
        lexicon.add_without("zonder");
        lexicon.add_neutral("niet alleen");
        for (word, plain, denied) in [
            ("moet", Force::Must, Force::Forbidden),
            ("verplicht", Force::Must, Force::NeedNot),
            ("mag", Force::Free, Force::Forbidden),
            ("kan", Force::Free, Force::Forbidden),
            ("vrijwillig", Force::Free, Force::Must),
            ("hoeft", Force::Must, Force::NeedNot),
        ] {
            lexicon.add_signal(word, Signal { plain, denied });
        }
        for (group, cue) in [
            ("toestemming", Cue::Consent),
            ("altijd", Cue::All),
            ("steeds", Cue::All),
            ("nooit", Cue::NoneAtAll),
            ("voordat", Cue::Before),
            ("nadat", Cue::After),
            ("binnen", Cue::AtMost),
            ("uiterlijk", Cue::AtMost),
            ("meer dan", Cue::MoreThan),
            ("ten minste", Cue::AtLeast),
            ("beslist", Cue::Decision),
            ("informeert", Cue::Decision),
        ] {
            lexicon.add_cue(group, cue);
        }
        for (unit, minutes) in
            [("uur", 60.0), ("etmaal", 1440.0), ("dagen", 1440.0), ("weken", 10080.0), ("jaar", 525_600.0)]
        {
            lexicon.add_unit(unit, minutes);
        }
        for (party, word) in ["school", "politie", "burgemeester", "officier"].into_iter().enumerate() {
            lexicon.add_party(party, word);
        }
        lexicon.add_opposites("openbaar", "geheim");
        lexicon.add_synonyms(["overleg", "bijeenkomst"]);
        lexicon
    }

    /// Runs a test with these word lists and this glossary.
    pub(in crate::divergence) fn with<T>(glossary: &Glossary, test: impl Fn(&Yardstick<'_>) -> T) -> T {
        test(&Yardstick { lexicon: &lexicon(), weights: &Weights::default(), glossary, embedder: None })
    }

    fn texts(a: &str, b: &str) -> Comparison {
        let (none, values) = (BTreeMap::new(), Values::default());
        let side = |definition| Meaning { definition, facets: &none, values: &values };
        with(&Glossary::default(), |yardstick| compare(&side(a), &side(b), "casusoverleg", yardstick))
    }

    fn joined(marked: &super::Marked) -> String {
        marked.segments().map(|segment| segment.text).collect()
    }

    #[test]
    fn equal_texts_are_the_same_and_carry_no_marks() {
        let text = "Overleg waarin partners gegevens delen.";
        let found = texts(text, text);
        assert_eq!(found.relation, Relation::Same);
        assert!(found.segments_a.segments().all(|segment| segment.mark.is_none()));
        assert_eq!(found.shared, ["Overleg waarin partners gegevens delen"]);
    }

    #[test]
    fn synonyms_are_nearly_the_same() {
        let found = texts("Overleg waarin partners gegevens delen.", "Bijeenkomst waarin partners gegevens delen.");
        assert_eq!(found.relation, Relation::Nuance);
    }

    #[test]
    fn close_texts_that_contradict_each_other_clash() {
        let found = texts("De partner moet gegevens delen.", "De partner mag gegevens delen.");
        assert_eq!(found.relation, Relation::Conflict);
        assert_eq!(joined(&found.segments_a), "De partner moet gegevens delen.");
    }

    #[test]
    fn other_words_are_unclear_and_not_called_the_same() {
        let found = texts("Overleg binnen de school zonder naam.", "Besluit van de burgemeester over een persoon.");
        assert_eq!(found.relation, Relation::Unclear);
        assert_eq!(joined(&found.segments_b), "Besluit van de burgemeester over een persoon.");
    }

    #[test]
    fn a_controlled_value_decides_where_the_texts_are_equal() {
        let none = BTreeMap::new();
        let free = Values { coercion: Some(Coercion::Voluntary), ..Values::default() };
        let must = Values { coercion: Some(Coercion::Must), ..Values::default() };
        let side = |values| Meaning { definition: "Hulp aan een gezin.", facets: &none, values };
        let found = with(&Glossary::default(), |yardstick| compare(&side(&free), &side(&must), "hulp", yardstick));
        assert_eq!(found.relation, Relation::Conflict);
    }

    #[test]
    fn equal_texts_with_differing_facets_are_unclear() {
        let goal = FacetId::parse("goal").expect("a facet key");
        let facet = Facet { id: goal.clone(), label: "Doel".into(), english: "goal".into(), question: None };
        let values = Values::default();
        let (a, b) = (
            BTreeMap::from([(goal.clone(), "hulp geven".to_owned())]),
            BTreeMap::from([(goal, "orde bewaren".to_owned())]),
        );
        let side = |facets| Meaning { definition: "Overleg tussen partners.", facets, values: &values };
        let glossary = Glossary { facets: vec![facet], ..Glossary::default() };
        let found = with(&glossary, |yardstick| compare(&side(&a), &side(&b), "overleg", yardstick));
        assert_eq!(found.relation, Relation::Unclear);
    }
}
