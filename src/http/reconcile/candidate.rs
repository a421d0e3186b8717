// SPDX-License-Identifier: EUPL-1.2
//! From a query to meanings that fit. The search finds the words; here each word becomes the meanings that the wanted domains give
//! it.
//!
//! A match is said only where somebody could not choose otherwise: the text is the name of one word as it is written, and that word
//! has one meaning in the domain that was given, or one at all. A form of a name, a typing error or a word of a text is offered and
//! never chosen.

use serde::Serialize;

use crate::annotation::{How, Known};
use crate::http::problem::Problem;
use crate::http::reconcile::asked::{Demand, Question, Strictness};
use crate::http::reconcile::entity::{Entity, Kind, space};
use crate::http::reconcile::property::DOMAIN;
use crate::language::fold;
use crate::model::{Domain, DomainId, TermId};
use crate::publication::Publication;
use crate::search::{FIELDS, FieldKind, Hit, Query, SearchField};

/// The most words that are looked at for one query.
const DEEPEST: usize = 100;

/// The score of what is certain.
const CERTAIN: f64 = 100.0;

/// What is left of a score where the word is not one that the domain uses for it.
const OF_OTHERS: f64 = 0.5;

/// The score of what is asked by its properties alone.
const BY_PROPERTIES: f64 = 1.0;

/// A meaning that may be meant.
#[derive(Serialize)]
pub(super) struct Candidate<'a> {
    id: String,
    name: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    description: String,
    score: f64,
    r#match: bool,
    r#type: Vec<Kind<'a>>,
    features: Vec<Feature>,
}

/// Something by which others can weigh a candidate for themselves.
#[derive(Serialize)]
struct Feature {
    id: &'static str,
    value: Measure,
}

/// Its value.
#[derive(Serialize)]
#[serde(untagged)]
enum Measure {
    Truth(bool),
    Number(usize),
}

/// A word that was found, and how well.
struct Seen<'a> {
    term: &'a TermId,
    score: f64,
    /// By what name it is known, where the text is one.
    known: Option<Known<'a>>,
}

/// A meaning with how well it fits.
struct Fitting<'a> {
    entity: Entity<'a>,
    score: f64,
    standing: Standing,
}

/// How the text stands to the names of a meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Standing {
    /// It is one, as it is written.
    Named,
    /// It is a name of the word that its domain does not use.
    NamedElsewhere,
    /// It is a form of a name.
    Form,
    /// It is none.
    Found,
}

/// The candidates for a question, best first.
pub(super) fn candidates<'a>(
    question: &Question<'a>,
    publication: &'a Publication,
) -> Result<Vec<Candidate<'a>>, Problem> {
    let asker = Asker { question, publication };
    let mut fitting = asker.named_whole();
    if fitting.is_empty() {
        fitting = asker.seen()?.iter().flat_map(|seen| asker.meanings(seen)).collect();
    }
    fitting.sort_by(|one, other| other.score.total_cmp(&one.score));
    let passing = fitting.iter().filter(|fitting| asker.passes(fitting.entity));
    Ok(passing.take(question.limit).map(|one| one.candidate(&fitting)).collect())
}

/// A question and what it is asked of.
struct Asker<'q, 'a> {
    question: &'q Question<'a>,
    publication: &'a Publication,
}

impl<'a> Asker<'_, 'a> {
    /// The meanings that the text names whole: by identifier, or by word and domain.
    fn named_whole(&self) -> Vec<Fitting<'a>> {
        let text = self.question.text;
        let named = Entity::with_id(text, self.publication).map(|entity| vec![entity]);
        let named = named.unwrap_or_else(|| Entity::with_name(text, self.publication));
        let wanted = named.into_iter().filter(|entity| self.is_wanted(*entity));
        wanted.map(|entity| Fitting { entity, score: CERTAIN, standing: Standing::Named }).collect()
    }

    /// The words that the text may be; every word where there is no text.
    fn seen(&self) -> Result<Vec<Seen<'a>>, Problem> {
        let (text, publication) = (self.question.text, self.publication);
        if text.is_empty() {
            let terms = publication.glossary.terms.iter();
            return Ok(terms.map(|term| Seen { term: &term.id, score: BY_PROPERTIES, known: None }).collect());
        }
        let known = publication.look_up_all(text.strip_prefix(&space(&publication.glossary)).unwrap_or(text));
        let by_name = known.iter().map(|&known| Seen { term: &known.term.id, score: worth(known), known: Some(known) });
        let mut seen: Vec<Seen<'a>> = by_name.collect();
        let query = Query { text: text.to_owned(), take: DEEPEST, ..Query::default() };
        let found = publication.index().search(&query).map_err(|error| {
            tracing::error!("the index cannot be read: {error}");
            Problem::internal()
        })?;
        // Beside a word that has this name, words that merely use it in a text only draw attention away.
        let is_known = !seen.is_empty();
        for hit in found.hits.into_iter().filter(|hit| !is_known || is_by_name(hit)) {
            let term = &publication.entry_at(hit.place).term.id;
            if !seen.iter().any(|seen| seen.term == term) {
                seen.push(Seen { term, score: found_score(hit.score), known: None });
            }
        }
        Ok(seen)
    }

    /// The meanings of a word that the wanted domains give it.
    fn meanings(&self, seen: &Seen<'a>) -> Vec<Fitting<'a>> {
        let Some(entry) = self.publication.entry(seen.term) else { return Vec::new() };
        let wanted = Entity::in_use(entry, self.publication).into_iter().filter(|entity| self.is_wanted(*entity));
        let fitting = |entity: Entity<'a>| {
            let standing = seen.known.map_or(Standing::Found, |known| standing(known, entity, self.question.text));
            let is_other = seen.known.and_then(domain_of).is_some_and(|domain| !entity.is_of(domain));
            let score = if is_other { seen.score * OF_OTHERS } else { seen.score };
            Fitting { entity, score, standing }
        };
        wanted.map(fitting).collect()
    }

    /// Whether the domains that are asked for mean this.
    fn is_wanted(&self, entity: Entity<'a>) -> bool {
        let Question { types, strictness, demands, .. } = self.question;
        let of_type = match strictness {
            Strictness::Any => types.is_empty() || types.iter().any(|domain| means(domain, entity)),
            Strictness::All => types.iter().all(|domain| means(domain, entity)),
        };
        let glossary = &self.publication.glossary;
        let named = |demand: &&Demand| demand.property.id == DOMAIN;
        let meant = |demand: &Demand| {
            glossary
                .domains
                .iter()
                .filter(|domain| is_called(domain, &demand.wanted))
                .any(|domain| means(domain, entity))
        };
        of_type && demands.iter().filter(named).all(meant)
    }

    /// Whether a meaning has the properties that are asked for.
    fn passes(&self, entity: Entity<'a>) -> bool {
        let others = self.question.demands.iter().filter(|demand| demand.property.id != DOMAIN);
        others.into_iter().all(|demand| demand.property.is_any_of(&demand.wanted, entity, self.publication))
    }
}

/// Whether a domain means this by the word today: its own, what it inherits, or what a part of it means.
fn means(domain: &Domain, entity: Entity<'_>) -> bool {
    let meanings = entity.glossary.meanings_today(entity.entry.term, &domain.id);
    meanings.iter().any(|concept| concept.id == entity.concept.id)
}

fn is_called(domain: &Domain, wanted: &[String]) -> bool {
    let names = [domain.id.as_str(), &domain.label, &domain.english];
    names.into_iter().any(|name| wanted.contains(&fold(name)))
}

/// The one domain that uses the name, if it is not for all.
fn domain_of(known: Known<'_>) -> Option<&DomainId> {
    known.name.and_then(|name| name.domain)
}

/// How a text stands to a meaning of the word that it is a name of. An abbreviation is one only in capitals: *af* may be another
/// word than *AF*.
fn standing(known: Known<'_>, entity: Entity<'_>, text: &str) -> Standing {
    let name = known.name.map_or(text, |name| name.text);
    let is_abbreviation =
        name.chars().filter(|letter| letter.is_uppercase()).count() > 1 && name == name.to_uppercase();
    if is_abbreviation && name != text {
        return Standing::Form;
    }
    match (known.how, domain_of(known)) {
        (How::Exact, Some(domain)) if !entity.is_of(domain) => Standing::NamedElsewhere,
        (How::Exact, _) => Standing::Named,
        _ => Standing::Form,
    }
}

/// What it is worth that the text is a name: the word itself before another word for it, and both before their forms.
fn worth(known: Known<'_>) -> f64 {
    let field = known.name.map_or(SearchField::Label, |name| name.field);
    match (known.how, field) {
        (How::Exact, SearchField::Label) => CERTAIN,
        (How::Exact, _) => 95.0,
        (_, SearchField::Label) => 90.0,
        _ => 85.0,
    }
}

/// Whether a word was found by one of its names.
fn is_by_name(hit: &Hit) -> bool {
    let kind = |field: SearchField| FIELDS.iter().find(|row| row.field == field).map(|row| row.kind);
    hit.matched.iter().any(|found| kind(found.field) == Some(FieldKind::Name))
}

/// The score of the search on this scale: below that of any name.
fn found_score(score: f32) -> f64 {
    let hundredths = (f64::from(score) * 10.0).round().clamp(0.0, 8_000.0);
    hundredths / 100.0
}

impl<'a> Fitting<'a> {
    /// As it is shown, beside all that fit.
    fn candidate(&self, all: &[Fitting<'a>]) -> Candidate<'a> {
        let entity = self.entity;
        let same_word = |other: &&Fitting<'_>| other.entity.entry.term.id == entity.entry.term.id;
        let named = |other: &&Fitting<'_>| matches!(other.standing, Standing::Named | Standing::NamedElsewhere);
        let degree = entity.pair().and_then(|pair| pair.degree).map(|degree| usize::from(degree.number()));
        let features = [
            Some(("is_name", Measure::Truth(self.standing == Standing::Named))),
            Some(("is_form_of_name", Measure::Truth(self.standing == Standing::Form))),
            Some(("meanings_that_fit", Measure::Number(all.iter().filter(same_word).count()))),
            degree.map(|degree| ("degree_of_difference", Measure::Number(degree))),
        ];
        Candidate {
            id: entity.id(),
            name: entity.name(),
            description: entity.description(),
            score: self.score,
            r#match: self.standing == Standing::Named && all.iter().filter(named).count() == 1,
            r#type: entity.types(),
            features: features.into_iter().flatten().map(|(id, value)| Feature { id, value }).collect(),
        }
    }
}
