// SPDX-License-Identifier: EUPL-1.2
//! Terms as JSON.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use crate::http::api::views::{AgreementView, ClustersView, FiguresView, MeantView, PairView, SourceView, Summary};
use crate::http::lang::Lang;
use crate::model::{Concept, Date, Glossary, Keyed, Origin, Status, Term, TermId, Values};
use crate::publication::{Entry, Publication, Then};

/// All terms.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub(in crate::http::api) struct TermList<'a> {
    pub revision: &'a str,
    /// How many terms there are.
    pub total: usize,
    pub page: usize,
    pub per_page: usize,
    pub terms: Vec<TermRow<'a>>,
}

/// A term in short.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub(in crate::http::api) struct TermRow<'a> {
    id: &'a str,
    label: &'a str,
    english: Option<&'a str>,
    /// The domains that give it a meaning.
    domains: Vec<&'a str>,
    /// The pair that stands for the term.
    divergence: Option<Summary<'a>>,
    /// How far its meanings lie apart between domains.
    figures: FiguresView,
}

impl<'a> TermRow<'a> {
    pub fn new(entry: Entry<'a>) -> Self {
        Self {
            id: entry.term.id.as_str(),
            label: &entry.term.label,
            english: entry.term.english.as_deref(),
            domains: domains_of(entry.term),
            divergence: entry.headline().map(Summary::new),
            figures: FiguresView::new(&entry.overview.figures),
        }
    }
}

/// The domains that give a term a meaning, each once, in order.
pub(super) fn domains_of(term: &Term) -> Vec<&str> {
    let mut domains: Vec<&str> = term.concepts.iter().map(|concept| concept.domain.as_str()).collect();
    domains.dedup();
    domains
}

/// One term whole.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(rename = "Term")]
pub(in crate::http::api) struct TermView<'a> {
    id: &'a str,
    revision: &'a str,
    label: &'a str,
    /// Other words for it.
    alt_labels: Vec<AltLabelView<'a>>,
    english: Option<&'a str>,
    /// What to beware of in English, in Dutch.
    english_note: Option<&'a str>,
    note: Option<&'a str>,
    /// The phases in which it plays a part.
    phases: Vec<TermPhaseView<'a>>,
    broader: Vec<RelatedView<'a>>,
    narrower: Vec<RelatedView<'a>>,
    related: Vec<RelatedView<'a>>,
    /// Domains that say they do not use the word.
    unused_by: Vec<&'a str>,
    /// That the word is withdrawn, and what came in its place; null where it holds.
    withdrawn: Option<WithdrawnView<'a>>,
    /// The pair that stands for the term.
    divergence: Option<Summary<'a>>,
    /// How far its meanings lie apart between domains.
    figures: FiguresView,
    /// The place whose agreements are taken in.
    place: Option<&'a str>,
    /// The places that agreed something about the word.
    places: Vec<&'a str>,
    /// What was agreed in that place.
    agreements: Vec<AgreementView<'a>>,
    /// What each domain means by it, wherever it has that from.
    meant: Vec<MeantView<'a>>,
    /// The meanings, by domain; of a domain those of the place first.
    concepts: Vec<ConceptView<'a>>,
    /// Which meanings agree; null where fewer than two are in use.
    clusters: Option<ClustersView<'a>>,
    /// How the meanings relate, two by two; those across domains first.
    pairs: Vec<PairView<'a>>,
    /// Every source that the term cites.
    sources: Vec<SourceView<'a>>,
    /// Of which day this is, where it is not of now; null where it is.
    past: Option<PastView<'a>>,
}

/// A word of which all meanings are retired. It still answers.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(rename = "Withdrawn")]
pub(in crate::http::api) struct WithdrawnView<'a> {
    /// retired.
    status: &'a str,
    /// The same in Dutch words.
    status_text: &'a str,
    /// The words that came in its place; empty where there are none.
    replaced_by: Vec<RelatedView<'a>>,
    /// That it no longer holds and where to go on, in Dutch.
    message: String,
}

impl<'a> WithdrawnView<'a> {
    /// Of a word that is withdrawn.
    pub fn of(term: &'a Term, glossary: &'a Glossary) -> Option<Self> {
        let later = || term.replaced_by.iter().filter_map(|id| glossary.term(id));
        term.is_withdrawn().then(|| Self {
            status: Status::Retired.key(),
            status_text: Status::Retired.dutch(),
            replaced_by: later().map(|term| RelatedView { label: &term.label, term: Some(term.id.as_str()) }).collect(),
            message: Lang::Dutch.withdrawn(&later().map(|term| term.label.as_str()).collect::<Vec<_>>()),
        })
    }

    /// That it no longer holds and where to go on.
    pub fn message(&self) -> &str {
        &self.message
    }
}

/// What tells that a term is shown as it was.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "TermOfThen")]
pub(in crate::http::api) struct PastView<'a> {
    /// The day that was asked for.
    #[schemars(extend("format" = "date"))]
    pub on: String,
    /// The day of the revision that stood then, in UTC.
    #[schemars(extend("format" = "date"))]
    pub date: String,
    /// The beginning of its commit.
    pub commit: &'a str,
    /// Where the term of now is; null where it is gone.
    pub now: Option<String>,
    /// That this is old and what it rests on, in Dutch.
    pub message: &'static str,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "AltLabel")]
struct AltLabelView<'a> {
    label: &'a str,
    /// The domain that uses it, if only one does.
    domain: Option<&'a str>,
}

#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(rename = "TermPhase")]
struct TermPhaseView<'a> {
    model: &'a str,
    phase: &'a str,
    model_label: &'a str,
    label: &'a str,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "RelatedTerm")]
struct RelatedView<'a> {
    label: &'a str,
    /// The id of the term; null where the word has no entry of its own.
    term: Option<&'a str>,
}

#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(rename = "Concept")]
struct ConceptView<'a> {
    id: &'a str,
    domain: &'a str,
    /// The Dutch name of the domain.
    domain_label: &'a str,
    /// own where it holds everywhere, local where it was agreed in one place.
    origin: &'a str,
    /// The place where it was agreed, where it was.
    place: Option<&'a str>,
    /// The meanings that stand in front of it in the place that was asked for.
    replaced_by: Vec<&'a str>,
    /// What tells this meaning apart from others of the same domain.
    label: Option<&'a str>,
    definition: &'a str,
    /// The same in plain language.
    explanation: &'a str,
    note: Option<&'a str>,
    examples: &'a [String],
    counter_examples: &'a [String],
    /// law, policy, working or jargon.
    kind: &'a str,
    owners: Vec<OwnerView<'a>>,
    sources: Vec<&'a str>,
    /// draft, confirmed or retired.
    status: &'a str,
    #[schemars(extend("format" = "date"))]
    reviewed_on: Option<String>,
    contact: Option<&'a str>,
    /// Phrases per facet.
    facets: BTreeMap<&'a str, &'a str>,
    values: ValuesView<'a>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Owner")]
struct OwnerView<'a> {
    id: &'a str,
    label: &'a str,
}

#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(rename = "Values")]
struct ValuesView<'a> {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    roles: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    coercion: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    consent: Option<&'a str>,
    /// An ISO 8601 duration.
    #[serde(skip_serializing_if = "Option::is_none")]
    within: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    age: Option<AgeView>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    legal_basis: Vec<&'a str>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Age")]
struct AgeView {
    from: Option<u8>,
    to: Option<u8>,
}

impl<'a> TermView<'a> {
    pub fn new(entry: Entry<'a>, publication: &'a Publication, today: Date) -> Self {
        Self::among(entry, &publication.glossary, &publication.revision, today)
    }

    /// A term of then, with what stood around it; of no place.
    pub fn of_then(then: &'a Then, publication: &'a Publication, today: Date, past: PastView<'a>) -> Self {
        Self { past: Some(past), ..Self::among(then.entry(), &then.glossary, &publication.revision, today) }
    }

    fn among(entry: Entry<'a>, glossary: &'a Glossary, revision: &'a str, today: Date) -> Self {
        let term = entry.term;
        let words = |words: &'a [String]| words.iter().map(|word| related(word, glossary)).collect();
        Self {
            id: term.id.as_str(),
            revision,
            label: &term.label,
            alt_labels: term
                .alt_labels
                .iter()
                .map(|label| AltLabelView { label: &label.text, domain: label.domain.as_ref().map(AsRef::as_ref) })
                .collect(),
            english: term.english.as_deref(),
            english_note: term.english_note.as_deref(),
            note: term.note.as_deref(),
            phases: phases(term, glossary),
            broader: words(&term.broader),
            narrower: words(&term.narrower),
            related: words(&term.related),
            unused_by: term.unused_by.iter().map(AsRef::as_ref).collect(),
            withdrawn: WithdrawnView::of(term, glossary),
            divergence: entry.headline().map(Summary::new),
            figures: FiguresView::new(&entry.overview.figures),
            place: entry.here.map(|here| here.place.id.as_str()),
            places: glossary.places_of(&term.id).map(|place| place.id.as_str()).collect(),
            agreements: AgreementView::all(entry, glossary, today),
            meant: MeantView::all(entry, glossary),
            concepts: entry.concepts().into_iter().map(|of| concept(of, entry, glossary)).collect(),
            clusters: entry.overview.clusters.as_ref().map(ClustersView::new),
            pairs: entry.pairs_here().into_iter().map(PairView::new).collect(),
            sources: sources(entry, glossary),
            past: None,
        }
    }
}

fn phases<'a>(term: &Term, glossary: &'a Glossary) -> Vec<TermPhaseView<'a>> {
    let view = |(model, phase): (&'a crate::model::Model, &'a crate::model::Phase)| TermPhaseView {
        model: model.id.as_str(),
        phase: phase.id.as_str(),
        model_label: &model.label,
        label: &phase.label,
    };
    term.phases.iter().filter_map(|name| glossary.phase(name)).map(view).collect()
}

fn related<'a>(word: &'a str, glossary: &'a Glossary) -> RelatedView<'a> {
    match TermId::parse(word).and_then(|id| glossary.term(&id)) {
        Some(term) => RelatedView { label: &term.label, term: Some(term.id.as_str()) },
        None => RelatedView { label: word, term: None },
    }
}

fn concept<'a>(concept: &'a Concept, entry: Entry<'a>, glossary: &'a Glossary) -> ConceptView<'a> {
    let in_front = entry.local().into_iter().flat_map(|local| local.in_front_of(concept));
    let owner = |id: &'a crate::model::ActorId| OwnerView {
        id: id.as_str(),
        label: glossary.actor(id).map_or(id.as_str(), |actor| actor.label.as_str()),
    };
    ConceptView {
        id: concept.id.as_str(),
        domain: concept.domain.as_str(),
        domain_label: glossary.domain(&concept.domain).map_or("", |domain| domain.label.as_str()),
        origin: if concept.place.is_some() { Origin::Local } else { Origin::Own }.key(),
        place: concept.place.as_ref().map(AsRef::as_ref),
        replaced_by: in_front.map(|own| own.id.as_str()).collect(),
        label: concept.label.as_deref(),
        definition: &concept.definition,
        explanation: &concept.explanation,
        note: concept.note.as_deref(),
        examples: &concept.examples,
        counter_examples: &concept.counter_examples,
        kind: concept.kind.key(),
        owners: concept.owners.iter().map(owner).collect(),
        sources: concept.sources.iter().map(AsRef::as_ref).collect(),
        status: concept.status.key(),
        reviewed_on: concept.reviewed_on.map(|date| date.to_string()),
        contact: concept.contact.as_deref(),
        facets: concept.facets.iter().map(|(key, phrase)| (key.as_str(), phrase.as_str())).collect(),
        values: values(&concept.values),
    }
}

fn values(values: &Values) -> ValuesView<'_> {
    ValuesView {
        roles: values.roles.iter().map(AsRef::as_ref).collect(),
        coercion: values.coercion.map(Keyed::key),
        consent: values.consent.map(Keyed::key),
        within: values.within.as_ref().map(|within| within.text.as_str()),
        age: values.age.map(|age| AgeView { from: age.from, to: age.to }),
        legal_basis: values.legal_basis.iter().map(AsRef::as_ref).collect(),
    }
}

/// Every source that a term cites, each once, in the order of the register.
fn sources<'a>(entry: Entry<'_>, glossary: &'a Glossary) -> Vec<SourceView<'a>> {
    let cited = entry.cited_sources();
    glossary.sources.iter().filter(|source| cited.contains(&source.id)).map(SourceView::new).collect()
}
