// SPDX-License-Identifier: EUPL-1.2
//! Pairs as JSON: the shape that the contract fixes.

use schemars::JsonSchema;
use serde::Serialize;

use crate::divergence::{Computed, FacetComparison, FoundFlip, Likeness, Matrix, Pair, Ruling, Step};
use crate::http::api::views::rounded;
use crate::http::api::views::segment::{SegmentView, SegmentsView};
use crate::http::api::views::side::SideView;
use crate::model::{Glossary, Keyed, Meant, Term};

/// Two meanings of a term and how they relate.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(rename = "Pair")]
pub(in crate::http::api) struct PairView<'a> {
    /// The first side.
    a: SideView<'a>,
    /// The second side.
    b: SideView<'a>,
    /// The relation, read from a to b: same, nuance, broader, narrower, overlap, conflict, homonym, `one_sided` or unclear.
    relation: &'a str,
    /// How much it matters, 0 to 3; null when unclear.
    degree: Option<u8>,
    /// How far apart, 0 to 1; null when one side has no text.
    score: Option<f64>,
    /// Who says so: editors; derived, which follows from verdicts of editors on other pairs; or computed, and then not
    /// judged by anybody.
    basis: &'a str,
    /// The basis in Dutch words.
    basis_text: &'a str,
    /// How good the evidence is: low, medium or high.
    confidence: &'a str,
    /// The difference in one Dutch sentence.
    sentence: &'a str,
    /// The difference in one English sentence.
    sentence_english: &'a str,
    /// What the editors say, where they judged.
    verdict: Option<VerdictView<'a>>,
    /// The verdicts that a derived relation follows from, as pairs of concepts: each begins where the one before it
    /// ended. Null where the relation is not derived.
    derived_from: Option<Vec<[&'a str; 2]>>,
    /// How far those verdicts have come: draft where one of them is, else confirmed by both domains.
    derived_status: Option<&'a str>,
    /// What the program computes from the texts of now; beside a verdict and never above it.
    computed: ComputedView<'a>,
    /// Where one text says the contrary of the other.
    flips: Vec<FlipView<'a>>,
    /// The first definition in segments; joined they are the text.
    #[schemars(with = "Vec<SegmentView>")]
    segments_a: SegmentsView<'a>,
    /// The second definition in segments.
    #[schemars(with = "Vec<SegmentView>")]
    segments_b: SegmentsView<'a>,
    /// What both say.
    shared: &'a [String],
    /// Facet by facet, the differing ones first.
    facets: Vec<FacetView<'a>>,
    /// What the score is made of; the shares add up to it.
    explanation: Vec<ShareView<'a>>,
    /// What a language model says of the two definitions; null where the service has none, or it does not know the words.
    model: Option<ModelView<'a>>,
    /// The fingerprint of the two meanings, to which a verdict can be pinned; null where one side has none.
    fingerprint: Option<&'a str>,
}

#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(rename = "LanguageModel")]
struct ModelView<'a> {
    /// The name of the model.
    name: &'a str,
    /// How alike the definitions are to it, -1 to 1.
    similarity: f64,
    /// Whether the computed relation rests on it, because words do not tell.
    decided: bool,
}

#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(rename = "Verdict")]
struct VerdictView<'a> {
    /// draft, or confirmed by both domains.
    status: &'a str,
    /// Whether the domains of both sides signed.
    signed_by_both: bool,
    /// Whether the texts changed after they were judged.
    outdated: bool,
    /// The signatures, by roles.
    signed: Vec<SignatureView<'a>>,
    /// The difference in one sentence.
    why: &'a str,
    /// What goes wrong when nobody notices.
    misunderstanding: Option<&'a str>,
    /// What the two can ask each other.
    questions: &'a [String],
}

#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(rename = "Signature")]
struct SignatureView<'a> {
    domain: &'a str,
    by: &'a str,
    /// The day, as year-month-day.
    #[schemars(extend("format" = "date"))]
    on: String,
}

#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(rename = "Computed")]
struct ComputedView<'a> {
    relation: &'a str,
    degree: Option<u8>,
    /// How good the evidence is: low, medium or high.
    confidence: &'a str,
    /// What the texts say, in one Dutch sentence.
    sentence: &'a str,
    /// What the texts say, in one English sentence.
    sentence_english: &'a str,
}

#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(rename = "Flip")]
struct FlipView<'a> {
    /// The number that both sides' segments carry as ref.
    number: usize,
    /// negation, modality or opposite.
    kind: &'a str,
    /// The kind in Dutch words.
    text: &'a str,
    /// The words of the first side.
    a: &'a str,
    /// The words of the second side.
    b: &'a str,
    /// How heavy it weighs here, 0 to 1.
    weight: f64,
}

#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(rename = "FacetComparison")]
struct FacetView<'a> {
    facet: &'a str,
    label: &'a str,
    a: Option<&'a str>,
    b: Option<&'a str>,
    /// How much they differ, 0 to 1; null when only one side speaks.
    difference: Option<f64>,
    /// different, partly, `one_side` or same.
    state: &'a str,
    /// What the comparison rests on: value or phrase.
    carrier: &'a str,
    /// What the editors say of it, 0 to 3.
    judged: Option<u8>,
}

#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(rename = "Share")]
struct ShareView<'a> {
    /// relation, text, facet:… or flip:….
    source: &'a str,
    share: f64,
}

impl<'a> PairView<'a> {
    pub fn new(pair: &'a Pair) -> Self {
        Self::asked(pair, &[])
    }

    /// The same, where these domains were asked for: a side that one of them inherits is shown as its own.
    pub fn asked(pair: &'a Pair, asked: &[Meant<'a>]) -> Self {
        let derived = pair.derived();
        Self {
            a: SideView::new(&pair.a, asked),
            b: SideView::new(&pair.b, asked),
            relation: pair.relation.key(),
            degree: pair.degree.map(crate::model::Degree::number),
            score: pair.score.map(rounded),
            basis: pair.basis.key(),
            basis_text: pair.basis.dutch(),
            confidence: pair.confidence.key(),
            sentence: &pair.sentence.dutch,
            sentence_english: &pair.sentence.english,
            verdict: pair.ruling.as_ref().map(verdict),
            derived_from: derived.map(|derived| derived.steps.iter().map(between).collect()),
            derived_status: derived.map(|derived| derived.status.key()),
            computed: computed(&pair.computed),
            flips: pair.flips.iter().map(flip).collect(),
            segments_a: SegmentsView::all(&pair.segments_a),
            segments_b: SegmentsView::all(&pair.segments_b),
            shared: &pair.shared,
            facets: pair.facets.iter().map(facet).collect(),
            explanation: pair
                .explanation
                .iter()
                .map(|share| ShareView { source: &share.source, share: rounded(share.share) })
                .collect(),
            model: pair.likeness.as_ref().map(model),
            fingerprint: pair.fingerprint.as_deref(),
        }
    }
}

fn between(step: &Step) -> [&str; 2] {
    step.between.each_ref().map(AsRef::as_ref)
}

fn computed(computed: &Computed) -> ComputedView<'_> {
    ComputedView {
        relation: computed.relation.key(),
        degree: computed.relation.degree().map(crate::model::Degree::number),
        confidence: computed.confidence.key(),
        sentence: &computed.sentence.dutch,
        sentence_english: &computed.sentence.english,
    }
}

fn verdict(ruling: &Ruling) -> VerdictView<'_> {
    let signature = |signature: &'_ crate::model::Signature| signature.on.to_string();
    VerdictView {
        status: ruling.status.key(),
        signed_by_both: ruling.signed_by_both,
        outdated: ruling.outdated,
        signed: ruling
            .signed
            .iter()
            .map(|signed| SignatureView { domain: signed.domain.as_str(), by: &signed.by, on: signature(signed) })
            .collect(),
        why: &ruling.why,
        misunderstanding: ruling.misunderstanding.as_deref(),
        questions: &ruling.questions,
    }
}

fn model(likeness: &Likeness) -> ModelView<'_> {
    ModelView { name: &likeness.model, similarity: rounded(likeness.similarity), decided: likeness.decided.is_some() }
}

fn flip(flip: &FoundFlip) -> FlipView<'_> {
    FlipView {
        number: flip.number,
        kind: flip.kind.key(),
        text: flip.kind.dutch(),
        a: &flip.a,
        b: &flip.b,
        weight: rounded(flip.weight),
    }
}

fn facet(facet: &FacetComparison) -> FacetView<'_> {
    FacetView {
        facet: &facet.key,
        label: &facet.label,
        a: facet.a.as_deref(),
        b: facet.b.as_deref(),
        difference: facet.difference.map(rounded),
        state: facet.state.key(),
        carrier: facet.carrier.key(),
        judged: facet.judged.map(crate::model::Degree::number),
    }
}

/// The pair that stands for a term, in short.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(rename = "Divergence")]
pub(in crate::http::api) struct Summary<'a> {
    /// The domains of the two sides.
    between: [&'a str; 2],
    relation: &'a str,
    /// The relation in Dutch words.
    relation_text: &'a str,
    degree: Option<u8>,
    score: Option<f64>,
    basis: &'a str,
    basis_text: &'a str,
    confidence: &'a str,
    sentence: &'a str,
}

impl<'a> Summary<'a> {
    pub fn new(pair: &'a Pair) -> Self {
        Self {
            between: [pair.a.domain.as_str(), pair.b.domain.as_str()],
            relation: pair.relation.key(),
            relation_text: pair.relation.dutch(),
            degree: pair.degree.map(crate::model::Degree::number),
            score: pair.score.map(rounded),
            basis: pair.basis.key(),
            basis_text: pair.basis.dutch(),
            confidence: pair.confidence.key(),
            sentence: &pair.sentence.dutch,
        }
    }
}

/// Pairs of many terms, worst first, with the matrix of the domains.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub(in crate::http::api) struct DivergenceList<'a> {
    pub revision: &'a str,
    /// The place whose agreements are taken in.
    pub place: Option<&'a str>,
    /// How many pairs there are.
    pub total: usize,
    pub page: usize,
    pub per_page: usize,
    pub divergences: Vec<PairOfTerm<'a>>,
    /// The domains against each other, over the whole glossary and in that place.
    pub matrix: Vec<MatrixView<'a>>,
}

/// A pair with its term.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub(in crate::http::api) struct PairOfTerm<'a> {
    term: &'a str,
    label: &'a str,
    #[serde(flatten)]
    pair: PairView<'a>,
}

impl<'a> PairOfTerm<'a> {
    pub fn new(term: &'a Term, pair: &'a Pair, asked: &[Meant<'a>]) -> Self {
        Self { term: term.id.as_str(), label: &term.label, pair: PairView::asked(pair, asked) }
    }
}

/// Two domains against each other.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(rename = "MatrixCell")]
pub(in crate::http::api) struct MatrixView<'a> {
    /// The two domains.
    between: [&'a str; 2],
    /// Their Dutch names.
    labels: [&'a str; 2],
    /// How many pairs there are between them.
    pairs: usize,
    /// How many of each degree, 0 to 3.
    per_degree: [usize; 4],
    /// How many of which nothing is said yet.
    unclear: usize,
    /// The terms with a pair of the highest degree here.
    worst: Vec<&'a str>,
}

impl<'a> MatrixView<'a> {
    pub fn of(matrix: &'a Matrix, glossary: &'a Glossary) -> Vec<Self> {
        let label = |id| glossary.domain(id).map_or("", |domain| domain.label.as_str());
        let cell = |cell: &'a crate::divergence::Cell| Self {
            between: cell.between.each_ref().map(AsRef::as_ref),
            labels: cell.between.each_ref().map(label),
            pairs: cell.pairs,
            per_degree: cell.per_degree,
            unclear: cell.unclear,
            worst: cell.worst.iter().map(AsRef::as_ref).collect(),
        };
        matrix.cells.iter().map(cell).collect()
    }
}
