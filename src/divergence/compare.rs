//! Two meanings compared: alignment, flips, facets, and the relation that follows, or `unclear`.

use std::collections::BTreeMap;

use crate::divergence::align::Alignment;
use crate::divergence::facet::{self, FacetComparison, FacetState};
use crate::divergence::flip::{self, FoundFlip, Places, Texts};
use crate::divergence::score::{Confidence, Raw};
use crate::divergence::segment::{self, Segment};
use crate::divergence::text::Text;
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

/// What is needed beside the two meanings: the word lists, the glossary and the word being defined.
#[derive(Debug, Clone, Copy)]
pub struct Yardstick<'a> {
    /// The word lists.
    pub lexicon: &'a Lexicon,
    /// The glossary, for the order of its facets and the names of its actors and legal frames.
    pub glossary: &'a Glossary,
    /// The word whose meanings are compared.
    pub term: &'a str,
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
    pub segments_a: Vec<Segment>,
    /// The second text, marked.
    pub segments_b: Vec<Segment>,
    /// What both say.
    pub shared: Vec<String>,
    pub(super) raw: Raw,
}

/// Compares two meanings. The same input gives the same output, byte for byte.
#[must_use]
pub fn compare(a: &Meaning<'_>, b: &Meaning<'_>, yardstick: &Yardstick<'_>) -> Comparison {
    let facets = facet::compare(a, b, yardstick);
    let text_a = Text::new(a.definition, yardstick.term, yardstick.lexicon);
    let text_b = Text::new(b.definition, yardstick.term, yardstick.lexicon);
    let alignment = Alignment::new(&text_a, &text_b, yardstick.lexicon);
    let similarity = alignment.similarity(&text_a, &text_b);
    let flips = flip::find(&Texts { a: &text_a, b: &text_b, alignment: &alignment }, similarity);
    let (relation, confidence) =
        Evidence { a: &text_a, b: &text_b, alignment: &alignment, flips: &flips, facets: &facets }.relation();
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
        raw: Raw::new(similarity, &facets, &flips),
        flips,
        facets,
    }
}

/// What a relation is drawn from.
struct Evidence<'a> {
    a: &'a Text<'a>,
    b: &'a Text<'a>,
    alignment: &'a Alignment,
    flips: &'a [FoundFlip],
    facets: &'a [FacetComparison],
}

impl Evidence<'_> {
    /// The relation, shyly: only where the two texts are one sentence that agrees, or that contradicts itself in one
    /// place or one controlled value. Whether texts in other words mean the same or something else, words alone do
    /// not tell; it is for editors to say.
    fn relation(&self) -> (Relation, Confidence) {
        let agree = |facet: &FacetComparison| matches!(facet.state, FacetState::Same | FacetState::OneSide);
        let facets_agree = self.facets.iter().all(agree);
        let reads_like = self.a.reads_like(self.b);
        match self.flips {
            [flip] if self.is_one_frame(flip.places.clone()) => (Relation::Conflict, Confidence::Medium),
            [] if !reads_like && !self.is_one_frame(Places::default()) => (Relation::Unclear, Confidence::Low),
            [] if self.facets.iter().any(|facet| facet.excludes) => (Relation::Conflict, Confidence::Medium),
            [] if facets_agree && reads_like => (Relation::Same, Confidence::High),
            [] if facets_agree => (Relation::Nuance, Confidence::Medium),
            _ => (Relation::Unclear, Confidence::Low),
        }
    }

    fn is_one_frame(&self, (of_a, of_b): Places) -> bool {
        self.alignment.is_one_frame(self.a, self.b, (&of_a, &of_b))
    }
}

#[cfg(test)]
pub(super) mod tests {
    use std::collections::BTreeMap;

    use super::{Comparison, Meaning, Yardstick, compare};
    use crate::language::{Force, Lexicon, Signal};
    use crate::model::{Coercion, Facet, FacetId, Glossary, Relation, Values};

    /// A few words of each list, enough for the tests of this floor.
    pub(in crate::divergence) fn lexicon() -> Lexicon {
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
        lexicon.add_opposites("openbaar", "geheim");
        lexicon.add_synonyms(0, ["overleg", "bijeenkomst"]);
        lexicon
    }

    fn texts(a: &str, b: &str) -> Comparison {
        let (none, values) = (BTreeMap::new(), Values::default());
        let side = |definition| Meaning { definition, facets: &none, values: &values };
        compare(
            &side(a),
            &side(b),
            &Yardstick { lexicon: &lexicon(), glossary: &Glossary::default(), term: "casusoverleg" },
        )
    }

    fn joined(segments: &[super::Segment]) -> String {
        segments.iter().map(|segment| segment.text.as_str()).collect()
    }

    #[test]
    fn equal_texts_are_the_same_and_carry_no_marks() {
        let text = "Overleg waarin partners gegevens delen.";
        let found = texts(text, text);
        assert_eq!(found.relation, Relation::Same);
        assert!(found.segments_a.iter().all(|segment| segment.marks.is_empty()));
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
        let found = compare(
            &side(&free),
            &side(&must),
            &Yardstick { lexicon: &lexicon(), glossary: &Glossary::default(), term: "hulp" },
        );
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
        let found =
            compare(&side(&a), &side(&b), &Yardstick { lexicon: &lexicon(), glossary: &glossary, term: "overleg" });
        assert_eq!(found.relation, Relation::Unclear);
    }
}
