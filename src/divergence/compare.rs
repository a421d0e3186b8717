//! Two meanings compared: alignment, flips, facets, and the relation that follows, or `unclear`.

use std::collections::BTreeMap;

use crate::divergence::align::Alignment;
use crate::divergence::facet::{self, FacetComparison, FacetState};
use crate::divergence::field;
use crate::divergence::flip::{self, FoundFlip, Places, Texts};
use crate::divergence::frame;
use crate::divergence::likeness::Likeness;
use crate::divergence::score::{Confidence, Raw};
use crate::divergence::segment::{self, Segment};
use crate::divergence::text::Text;
use crate::divergence::unused::says_unused;
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
    pub segments_a: Vec<Segment>,
    /// The second text, marked.
    pub segments_b: Vec<Segment>,
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

/// Up to this likeness of fields, and this share of words, texts are about different things: measured on the development
/// pairs, where no two meanings of one thing were as strange to each other.
const APART: f64 = 0.005;
const STRANGE: f64 = 0.12;

/// How alike texts must be before the members of their lists are compared.
const LISTED: f64 = 0.5;

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
    let told = Evidence {
        a: &text_a,
        b: &text_b,
        alignment: &alignment,
        flips: &flips,
        facets: &facets,
        similarity,
        fields: field::likeness(&text_a, &text_b, yardstick.lexicon, yardstick.weights),
        lexicon: yardstick.lexicon,
    }
    .relation();
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

/// What a relation is drawn from.
struct Evidence<'a> {
    a: &'a Text<'a>,
    b: &'a Text<'a>,
    alignment: &'a Alignment,
    flips: &'a [FoundFlip],
    facets: &'a [FacetComparison],
    similarity: f64,
    lexicon: &'a Lexicon,
    /// How alike the texts are in what they are about, where they tell.
    fields: Option<f64>,
}

impl Evidence<'_> {
    /// The relation, shyly: only where the two texts are one sentence that agrees, or that contradicts itself in one
    /// place or one controlled value. Whether texts in other words mean the same or something else, words alone do
    /// not tell; it is for editors to say.
    fn relation(&self) -> (Relation, Confidence) {
        let agree = |facet: &FacetComparison| matches!(facet.state, FacetState::Same | FacetState::OneSide);
        let facets_agree = self.facets.iter().all(agree);
        let reads_like = self.a.reads_like(self.b);
        let narrowed = || Self::narrowed(self.a, self.b, self.alignment);
        let widened = || Self::narrowed(self.b, self.a, &self.alignment.turned());
        match self.flips {
            _ if says_unused(self.a, self.lexicon) || says_unused(self.b, self.lexicon) => {
                (Relation::OneSided, Confidence::High)
            }
            _ if self.facets.iter().any(|facet| facet.excludes) => (Relation::Conflict, Confidence::High),
            [_] if frame::flip_decides(self.a, self.b, self.alignment, self.flips) => {
                (Relation::Conflict, Confidence::High)
            }
            [] if facets_agree && reads_like => (Relation::Same, Confidence::High),
            [] if facets_agree && self.is_one_frame(Places::default()) => (Relation::Nuance, Confidence::High),
            [] if self.facets_say_alike() => (Relation::Nuance, Confidence::High),
            [] if narrowed() => (Relation::Narrower, Confidence::High),
            [] if widened() => (Relation::Broader, Confidence::High),
            [] if let Some(relation) = self.lists() => (relation, Confidence::High),
            [] if self.is_about_something_else() => (Relation::Homonym, Confidence::High),
            _ => (Relation::Unclear, Confidence::Low),
        }
    }

    /// Whether the texts share neither words nor what they are about.
    fn is_about_something_else(&self) -> bool {
        let agrees = |facet: &FacetComparison| facet.state == FacetState::Same;
        self.fields.is_some_and(|alike| alike <= APART) && self.similarity <= STRANGE && !self.facets.iter().any(agrees)
    }

    /// How two texts relate that are one sentence but for the members of a list: *geweld of intimidatie*.
    fn lists(&self) -> Option<Relation> {
        let found = frame::Difference::new(self.a, self.b, self.alignment, (&[], &[]));
        let joins = |words: &[&str]| words.iter().all(|word| ["en", "of"].contains(word));
        let in_lists = found.is_in_words_alone()
            && self.similarity >= LISTED
            && joins(&found.weighty.0)
            && joins(&found.weighty.1)
            && frame::stand_in_list(self.a, &found.words.0, &self.alignment.from_a)
            && frame::stand_in_list(self.b, &found.words.1, &self.alignment.from_b);
        match (found.words.0.is_empty(), found.words.1.is_empty()) {
            _ if !in_lists => None,
            (false, false) => Some(Relation::Overlap),
            (false, true) => Some(Relation::Broader),
            (true, false) => Some(Relation::Narrower),
            (true, true) => None,
        }
    }

    /// Whether all that both sides fill in says the same, and the texts are about one subject.
    fn facets_say_alike(&self) -> bool {
        let filled = || self.facets.iter().filter(|facet| facet.difference.is_some());
        let least = match filled().count() {
            0 => return false,
            1 => 0.5,
            _ => 0.3,
        };
        filled().all(|facet| facet.state == FacetState::Same) && self.similarity >= least
    }

    /// Whether `long` is `short` with one condition more, or narrowed by *alleen*, or by *en* for *of*.
    fn narrowed(long: &Text<'_>, short: &Text<'_>, alignment: &Alignment) -> bool {
        if frame::condition_of(long, short, alignment).is_some() {
            return true;
        }
        let found = frame::Difference::new(long, short, alignment, (&[], &[]));
        let is_narrowing = matches!(
            (found.weighty.0.as_slice(), found.weighty.1.as_slice()),
            (["alleen" | "pas"], []) | (["en"], ["of"])
        );
        found.is_in_words_alone() && found.words.0.is_empty() && found.words.1.is_empty() && is_narrowing
    }

    fn is_one_frame(&self, (of_a, of_b): Places) -> bool {
        frame::is_one(self.a, self.b, self.alignment, (&of_a, &of_b))
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
