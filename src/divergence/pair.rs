// SPDX-License-Identifier: EUPL-1.2
//! The pairs of a term: each two of its concepts with what is known of their difference.

use std::cmp::{Ordering, Reverse};

use serde::{Deserialize, Serialize};

use crate::divergence::compare::{Comparison, Meaning, Yardstick, compare};
use crate::divergence::derived::{Derivation, Derived, Premises};
use crate::divergence::facet::FacetComparison;
use crate::divergence::fingerprint;
use crate::divergence::flip::FoundFlip;
use crate::divergence::known::Known;
use crate::divergence::likeness::Likeness;
use crate::divergence::score::{Confidence, Share};
use crate::divergence::segment::Marked;
use crate::divergence::sentence::{self, Names, Sentence};
use crate::model::{
    Concept, ConceptId, Degree, Domain, DomainId, Glossary, Keyed, PlaceId, Relation, Signature, Term, Verdict,
    VerdictStatus,
};

/// Two meanings of a term and how they relate.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Pair {
    /// The first side.
    pub a: Side,
    /// The second side.
    pub b: Side,
    /// The relation, read from `a` to `b`.
    pub relation: Relation,
    /// How much it matters; nothing when unclear.
    pub degree: Option<Degree>,
    /// How far apart, 0 to 1; nothing when one side has no text.
    pub score: Option<f64>,
    /// Whether editors said so or the program computed it.
    pub basis: Basis,
    /// How good the evidence is.
    pub confidence: Confidence,
    /// The difference in one sentence.
    pub sentence: Sentence,
    /// Where one text says the contrary of the other.
    pub flips: Vec<FoundFlip>,
    /// The first definition, marked.
    pub segments_a: Marked,
    /// The second definition, marked.
    pub segments_b: Marked,
    /// What both say.
    pub shared: Vec<String>,
    /// Facet by facet, the differing ones first.
    pub facets: Vec<FacetComparison>,
    /// What the score is made of.
    pub explanation: Vec<Share>,
    /// The verdict, where there is one.
    pub ruling: Option<Ruling>,
    /// What verdicts on other pairs say of this one, where it has none.
    pub derivation: Option<Derivation>,
    /// What the program computes from the texts of now; stands beside a verdict and never above it.
    pub computed: Computed,
    /// What a model of word vectors says of the two texts, where there is one.
    pub likeness: Option<Likeness>,
    /// The fingerprint of the two meanings, where both are there: a verdict is pinned to it.
    pub fingerprint: Option<String>,
    /// Whether a side is no longer in use, so that the pair says nothing about today.
    pub retired: bool,
}

impl Pair {
    /// The degree that editors, verdicts on other pairs or texts assert; nothing for what is unclear or described by
    /// one side alone.
    #[must_use]
    pub fn asserted(&self) -> Option<Degree> {
        let is_told = self.basis != Basis::Computed || self.confidence == Confidence::High;
        self.degree.filter(|_| is_told)
    }

    /// How far the statement of the editors has come, or those that it follows from; nothing where the program computed
    /// it. Only both domains together confirm, and that a domain does not use a word is confirmed by nobody yet.
    #[must_use]
    pub fn standing(&self) -> Option<VerdictStatus> {
        match (&self.ruling, self.basis) {
            (Some(ruling), _) if ruling.signed_by_both => Some(ruling.status),
            (Some(_), _) | (None, Basis::Editors) => Some(VerdictStatus::Draft),
            (None, Basis::Derived) => self.derived().map(|derived| derived.status),
            (None, Basis::Computed) => None,
        }
    }

    /// What the relation follows from, where it does from verdicts on other pairs.
    #[must_use]
    pub fn derived(&self) -> Option<&Derived> {
        match &self.derivation {
            Some(Derivation::Follows(derived)) => Some(derived),
            _ => None,
        }
    }

    /// Whether editors judged these two meanings, and the texts changed after that.
    #[must_use]
    pub fn is_outdated(&self) -> bool {
        self.ruling.as_ref().is_some_and(|ruling| ruling.outdated)
    }
}

/// What the texts say by themselves, whatever anyone judged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Computed {
    /// The relation, read from the first side to the second.
    pub relation: Relation,
    /// How good the evidence is.
    pub confidence: Confidence,
    /// The difference in one sentence, which says that it was computed.
    pub sentence: Sentence,
}

/// One side of a pair: a concept, or a domain without one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Side {
    /// The domain.
    pub domain: DomainId,
    /// The concept, unless the domain has none.
    pub concept: Option<ConceptId>,
    /// The place where the concept was agreed, if it was.
    pub place: Option<PlaceId>,
}

/// What a relation rests on, the firmest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Basis {
    /// A verdict or a statement of the editors.
    Editors,
    /// It follows from verdicts on other pairs; nobody judged this one.
    Derived,
    /// Computed from the texts, and judged by nobody.
    Computed,
}

impl Keyed for Basis {
    const ALL: &'static [(Self, &'static str, &'static str, &'static str)] = &[
        (Self::Editors, "editors", "oordeel van de redactie", "judgement of the editors"),
        (Self::Derived, "derived", "afgeleid uit oordelen van de redactie", "derived from judgements of the editors"),
        (Self::Computed, "computed", "berekend, nog niet beoordeeld", "computed, not judged yet"),
    ];
}

/// What editors say of a pair, with how far that has come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ruling {
    /// Draft or confirmed.
    pub status: VerdictStatus,
    /// Whether the domains of both sides signed.
    pub signed_by_both: bool,
    /// The signatures.
    pub signed: Vec<Signature>,
    /// The difference in one sentence.
    pub why: String,
    /// What goes wrong when nobody notices.
    pub misunderstanding: Option<String>,
    /// What the two can ask each other.
    pub questions: Vec<String>,
    /// Whether the texts changed after they were judged.
    pub outdated: bool,
}

/// Every pair of a term's concepts: across domains first, in the order of the verdicts; and for each domain at the
/// root of the tree that has no meaning for the word today, a pair that says so. Pairs with a meaning that is no
/// longer in use come last.
#[must_use]
pub fn pairs_of(term: &Term, yardstick: &Yardstick<'_>) -> Vec<Pair> {
    pairs_of_known(term, yardstick, &Known::default())
}

/// The same, where some texts may have been compared already.
pub(super) fn pairs_of_known(term: &Term, yardstick: &Yardstick<'_>, known: &Known) -> Vec<Pair> {
    let workshop = Workshop { term, glossary: yardstick.glossary, yardstick, known, premises: Premises::of(term) };
    let mut pairs = Vec::new();
    for (place, a) in term.concepts.iter().enumerate() {
        for b in &term.concepts[place + 1..] {
            pairs.push(workshop.pair(a, b));
        }
    }
    pairs.sort_by_key(|pair| workshop.order(pair));
    pairs.extend(workshop.one_sided());
    pairs
}

/// The pair that stands for the term in lists: of the pairs across domains the one whose verdict comes first, else
/// the one that matters most. A pair that is no longer in use stands for a term only where there is no other.
#[must_use]
pub fn headline<'a>(pairs: impl IntoIterator<Item = &'a Pair, IntoIter: Clone>) -> Option<&'a Pair> {
    let pairs = pairs.into_iter();
    let current = || pairs.clone().filter(|pair| !pair.retired);
    let across = || current().filter(|pair| pair.a.domain != pair.b.domain);
    across()
        .find(|pair| pair.ruling.is_some())
        .or_else(|| across().max_by(|x, y| x.degree.cmp(&y.degree).then(by_figure(x.score, y.score))))
        .or_else(|| current().next())
        .or_else(|| pairs.clone().next())
}

/// Orders figures that may be missing; a missing one comes before all others.
fn by_figure(x: Option<f64>, y: Option<f64>) -> Ordering {
    x.unwrap_or(-1.0).total_cmp(&y.unwrap_or(-1.0))
}

/// A pair of two texts that no term holds: what a computed comparison says of them.
#[must_use]
pub fn pair_of_texts(sides: [(Side, &Domain, Meaning<'_>); 2], term: &str, yardstick: &Yardstick<'_>) -> Pair {
    let [(a, domain_a, meaning_a), (b, domain_b, meaning_b)] = sides;
    let names = Names::new(term, name(domain_a), name(domain_b));
    let found = compare(&meaning_a, &meaning_b, term, yardstick);
    pair_as([a, b], found.relation, found, &names)
}

/// What is at hand while the pairs of one term are made.
pub(super) struct Workshop<'a> {
    pub term: &'a Term,
    pub glossary: &'a Glossary,
    pub yardstick: &'a Yardstick<'a>,
    pub known: &'a Known,
    pub premises: Premises<'a>,
}

impl Workshop<'_> {
    pub fn pair(&self, first: &Concept, second: &Concept) -> Pair {
        let verdict = self.term.verdict(&first.id, &second.id);
        let turned = verdict.is_some_and(|verdict| verdict.between[0] == second.id);
        let (a, b) = if turned { (second, first) } else { (first, second) };
        let found = self.known.compare(a, b, &self.term.label, self.yardstick);
        let names = Names::new(&self.term.label, self.name_of(&a.id), self.name_of(&b.id));
        let pair = match verdict {
            Some(verdict) => {
                let sentence = sentence::of_verdict(verdict.relation, &verdict.why, &names);
                let pair = pair_as([side(a), side(b)], verdict.relation, found, &names);
                ruled(Pair { sentence, ..pair }, verdict, [a, b])
            }
            None => self.unjudged([a, b], found, &names),
        };
        let fingerprint = Some(fingerprint::of_pair(a, b));
        Pair { fingerprint, retired: a.is_retired() || b.is_retired(), ..pair }
    }

    /// A pair without a verdict of its own: as verdicts on other pairs have it, else as it is computed. Where those
    /// contradict each other or the texts, it is unclear.
    fn unjudged(&self, [a, b]: [&Concept; 2], found: Comparison, names: &Names) -> Pair {
        let sides = [side(a), side(b)];
        let Some(derivation) = self.premises.between(&a.id, &b.id) else {
            return pair_as(sides, found.relation, found, names);
        };
        let derivation = derivation.held_against(found.relation);
        let (relation, basis, confidence) = match &derivation {
            Derivation::Follows(derived) => (derived.relation, Basis::Derived, derived.confidence()),
            _ => (Relation::Unclear, Basis::Computed, Confidence::Low),
        };
        let sentence = sentence::of_derivation(&derivation, names, |id: &ConceptId| self.name_of(id));
        let derivation = Some(derivation);
        Pair { basis, confidence, sentence, derivation, ..pair_as(sides, relation, found, names) }
    }

    /// How a concept's side is called in a sentence.
    fn name_of(&self, id: &ConceptId) -> Sentence {
        let domain = self.term.concept(id).and_then(|concept| self.glossary.domain(&concept.domain));
        let unknown = || Sentence { dutch: id.to_string(), english: id.to_string() };
        let domain = domain.map_or_else(unknown, name);
        let place = self.term.concept(id).and_then(|concept| self.glossary.place(concept.place.as_ref()?));
        let here = place.map_or_else(String::new, |place| format!(" in {}", place.label));
        let side = |domain: &str| format!("{}{here}", self.term.side_name(domain, Some(id)));
        Sentence { dutch: side(&domain.dutch), english: side(&domain.english) }
    }

    /// Pairs in use before the others, across domains before within one; judged ones first, as the editors ordered
    /// them.
    pub fn order(&self, pair: &Pair) -> (bool, bool, usize) {
        let place = |verdict: &Verdict| {
            let [a, b] = &verdict.between;
            pair.a.concept.as_ref() == Some(a) && pair.b.concept.as_ref() == Some(b)
        };
        let place = self.term.verdicts.iter().position(place).unwrap_or(usize::MAX);
        (pair.retired, pair.a.domain == pair.b.domain, place)
    }

    pub fn one_sided(&self) -> Vec<Pair> {
        let in_use = || self.term.concepts.iter().filter(|concept| !concept.is_retired());
        let has_meaning =
            |domain: &&Domain| in_use().any(|concept| self.glossary.belongs_to(&concept.domain, &domain.id));
        let (with, without): (Vec<&Domain>, Vec<&Domain>) = self.glossary.root_domains().partition(has_meaning);
        let Some(concept) = in_use().next() else { return Vec::new() };
        let Some(speaker) = with.first() else { return Vec::new() };
        without.into_iter().map(|silent| self.one_sided_with(concept, speaker, silent)).collect()
    }

    fn one_sided_with(&self, concept: &Concept, speaker: &Domain, silent: &Domain) -> Pair {
        let names = Names::new(&self.term.label, name(speaker), name(silent));
        let declared = self.term.unused_by.contains(&silent.id);
        let unknown = sentence::of_unknown(&names);
        Pair {
            a: side(concept),
            b: Side { domain: silent.id.clone(), concept: None, place: None },
            relation: Relation::OneSided,
            degree: Relation::OneSided.degree(),
            score: None,
            basis: if declared { Basis::Editors } else { Basis::Computed },
            confidence: if declared { Confidence::Medium } else { Confidence::Low },
            sentence: if declared { sentence::of_unused(&names) } else { unknown.clone() },
            flips: Vec::new(),
            segments_a: Marked::plain(&concept.definition),
            segments_b: Marked::default(),
            shared: Vec::new(),
            facets: Vec::new(),
            explanation: Vec::new(),
            ruling: None,
            derivation: None,
            computed: Computed { relation: Relation::OneSided, confidence: Confidence::Low, sentence: unknown },
            likeness: None,
            fingerprint: None,
            retired: false,
        }
    }
}

/// How a domain is called in a sentence.
fn name(domain: &Domain) -> Sentence {
    Sentence { dutch: domain.phrase.clone(), english: domain.english.clone() }
}

fn side(concept: &Concept) -> Side {
    Side { domain: concept.domain.clone(), concept: Some(concept.id.clone()), place: concept.place.clone() }
}

/// What of a concept is compared.
pub(super) fn meaning(concept: &Concept) -> Meaning<'_> {
    Meaning { definition: &concept.definition, facets: &concept.facets, values: &concept.values }
}

/// A pair of this relation, with the sentence, marks, facets and score that the comparison gives.
fn pair_as([a, b]: [Side; 2], relation: Relation, found: Comparison, names: &Names) -> Pair {
    let (score, explanation) = found.raw.score(relation);
    let sentence = sentence::of_comparison(&found, names);
    let mut pair = Pair {
        a,
        b,
        relation,
        degree: relation.degree(),
        score: Some(score),
        basis: Basis::Computed,
        confidence: found.confidence,
        sentence: sentence.clone(),
        flips: found.flips,
        segments_a: found.segments_a,
        segments_b: found.segments_b,
        shared: found.shared,
        facets: found.facets,
        explanation,
        ruling: None,
        derivation: None,
        fingerprint: None,
        computed: Computed { relation: found.relation, confidence: found.confidence, sentence },
        likeness: found.likeness,
        retired: false,
    };
    order_facets(&mut pair.facets);
    pair
}

/// The pair under the editors' verdict. What they said of a facet counts for the texts that they read and no others.
fn ruled(mut pair: Pair, verdict: &Verdict, [a, b]: [&Concept; 2]) -> Pair {
    let signed_by_both = verdict.is_signed_by(&a.domain) && verdict.is_signed_by(&b.domain);
    let outdated = fingerprint::is_outdated(verdict, a, b);
    pair.degree = Some(verdict.degree);
    pair.basis = Basis::Editors;
    pair.confidence = match verdict.status {
        VerdictStatus::Confirmed if signed_by_both => Confidence::High,
        _ => Confidence::Medium,
    };
    for facet in pair.facets.iter_mut().filter(|_| !outdated) {
        facet.judged = verdict.facets.iter().find(|(id, _)| id.as_str() == facet.key).map(|(_, &degree)| degree);
    }
    order_facets(&mut pair.facets);
    pair.ruling = Some(Ruling {
        status: verdict.status,
        signed_by_both,
        signed: verdict.signed.clone(),
        why: verdict.why.clone(),
        misunderstanding: verdict.misunderstanding.clone(),
        questions: verdict.questions.clone(),
        outdated,
    });
    if outdated {
        pair.confidence = Confidence::Low;
        sentence::add_outdated(&mut pair.sentence);
    }
    pair
}

/// Differing facets first: as the editors judged, then by their state; of equals in the order of the glossary.
fn order_facets(facets: &mut [FacetComparison]) {
    facets.sort_by_key(|facet| (Reverse(facet.judged), facet.state));
}
