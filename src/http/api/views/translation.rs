// SPDX-License-Identifier: EUPL-1.2
//! A word of one domain and what another has for it, as JSON.

use schemars::JsonSchema;
use serde::Serialize;

use crate::annotation::Mention;
use crate::http::api::views::annotation::MeaningView;
use crate::http::api::views::lookup::near;
use crate::http::api::views::search::SuggestionView;
use crate::model::{Degree, Domain, Glossary, Keyed};
use crate::publication::Publication;
use crate::translation::{Asked, Row, Translated, Warning};

/// The most terms that are offered beside a word.
const MOST_SUGGESTIONS: usize = 5;

/// What a word of one domain may be in another.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub(in crate::http::api) struct TranslationResult<'a> {
    /// What was asked.
    query: &'a str,
    revision: &'a str,
    /// The domain of whoever asks.
    from: &'a str,
    /// The domain that is asked about.
    to: &'a str,
    /// The terms that the word names, with what the asking domain means by each; empty where the word is not known.
    words: Vec<AskedView<'a>>,
    /// Concepts of the other domain, the best fit first. Also those that do not fit, which say so.
    translations: Vec<TranslationView<'a>>,
    /// What goes wrong when the word itself is used there, the worst first.
    warnings: Vec<WarningView<'a>>,
    /// What to know and to ask, in Dutch, where the word itself has nothing there that fits; else null.
    message: Option<&'a str>,
    /// The same in English.
    message_english: Option<&'a str>,
    /// Words that may have been meant, where the word is not known in the asking domain. They are no answer.
    suggestions: Vec<SuggestionView<'a>>,
}

/// A term that was asked.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(rename = "AskedWord")]
struct AskedView<'a> {
    /// The id of the term.
    term: &'a str,
    label: &'a str,
    /// The name that it was asked by; null where that was its id.
    name: Option<&'a str>,
    /// By what the term is known: id, label or altLabel.
    field: &'a str,
    /// How the word stands to that name: exact or form.
    how: &'a str,
    /// The domain whose word it is, where it is not a word of the asking domain.
    owner: Option<&'a str>,
    /// What the asking domain means by it.
    meanings: Vec<MeaningView<'a>>,
}

/// A concept of the other domain.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(rename = "Translation")]
struct TranslationView<'a> {
    /// The id of its term.
    term: &'a str,
    /// The term.
    term_label: &'a str,
    /// The word that the other domain uses for it.
    label: &'a str,
    /// Other words that it uses for that term.
    other_labels: Vec<&'a str>,
    /// The concept: what the other domain means.
    meaning: MeaningView<'a>,
    /// What it was found for.
    asked: AskedFor<'a>,
    /// By what way: word, mapping or meaning.
    via: &'a str,
    /// The way in Dutch words.
    via_text: &'a str,
    /// How it fits what was asked: exact, close, broader (it covers more), narrower, related, unclear or none.
    fit: &'a str,
    /// The fit in Dutch words.
    fit_text: &'a str,
    /// The fit in English words.
    fit_english: &'a str,
    /// How the meaning that was asked relates to the concept; null between different words, which nobody compared.
    relation: Option<&'a str>,
    /// How much the difference matters, 0 to 3; null when unclear, and between different words.
    degree: Option<u8>,
    /// What it rests on: editors, derived or computed of a pair; related, which editors noted between two words; or
    /// meaning, which is computed from words that definitions share.
    basis: &'a str,
    /// The basis in Dutch words.
    basis_text: &'a str,
    /// How good the evidence is: low, medium or high.
    confidence: &'a str,
    /// How it fits, in Dutch.
    sentence: &'a str,
    /// How it fits, in English.
    sentence_english: &'a str,
    /// Words that both definitions hold, where it rests on these.
    shared: &'a [String],
    /// What to beware of, where the asking domain means something else by the word of this concept.
    warning: Option<WarningView<'a>>,
}

/// What a translation was found for.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "AskedFor")]
struct AskedFor<'a> {
    /// The id of the term.
    term: &'a str,
    /// The id of the concept; null where it is about the word as a whole.
    concept: Option<&'a str>,
}

/// A word that both domains use for different things.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(rename = "Warning")]
struct WarningView<'a> {
    /// The word.
    word: &'a str,
    /// How much that matters, 2 or 3.
    degree: u8,
    /// Who says so: editors, derived or computed.
    basis: &'a str,
    /// The warning in Dutch.
    sentence: &'a str,
    /// The warning in English.
    sentence_english: &'a str,
    /// What goes wrong when nobody notices, where editors say so.
    misunderstanding: Option<&'a str>,
    /// What the two can ask each other, where editors say so.
    questions: &'a [String],
}

impl<'a> TranslationResult<'a> {
    pub fn new(
        query: &'a str,
        [from, to]: [&'a Domain; 2],
        found: &'a Translated<'a>,
        publication: &'a Publication,
    ) -> Self {
        let glossary = &publication.glossary;
        Self {
            query,
            revision: &publication.revision,
            from: from.id.as_str(),
            to: to.id.as_str(),
            words: found.words.iter().map(|word| asked(word, glossary)).collect(),
            translations: found.rows.iter().map(|row| translation(row, glossary)).collect(),
            warnings: found.warnings().into_iter().map(warning).collect(),
            message: found.message.as_ref().map(|message| message.dutch.as_str()),
            message_english: found.message.as_ref().map(|message| message.english.as_str()),
            suggestions: suggestions(query, found, publication),
        }
    }
}

/// What may have been meant: the term of a word that is not the asker's own, terms that stand among the words that were
/// typed, and what comes near. None where the word is known.
fn suggestions<'a>(query: &str, found: &Translated<'_>, publication: &'a Publication) -> Vec<SuggestionView<'a>> {
    if found.words.iter().any(|word| word.owner.is_none()) {
        return Vec::new();
    }
    let terms = &publication.glossary.terms;
    let foreign =
        found.words.iter().filter_map(|word| terms.binary_search_by(|term| term.id.cmp(&word.known.term.id)).ok());
    let mentioned = publication.mentions(query).into_iter().map(|Mention { term, .. }| term);
    let mut places: Vec<usize> = Vec::new();
    for place in foreign.chain(mentioned).chain(near(query, publication)) {
        if !places.contains(&place) {
            places.push(place);
        }
    }
    places.into_iter().take(MOST_SUGGESTIONS).map(|place| SuggestionView::new(place, publication)).collect()
}

fn asked<'a>(word: &'a Asked<'a>, glossary: &'a Glossary) -> AskedView<'a> {
    let known = &word.known;
    AskedView {
        term: known.term.id.as_str(),
        label: &known.term.label,
        name: known.name.map(|name| name.text),
        field: known.name.map_or("id", |name| name.field.key()),
        how: known.how.key(),
        owner: word.owner.map(|owner| owner.id.as_str()),
        meanings: word.meanings.iter().map(|concept| MeaningView::new(concept, glossary)).collect(),
    }
}

fn translation<'a>(row: &'a Row<'a>, glossary: &'a Glossary) -> TranslationView<'a> {
    TranslationView {
        term: row.term.id.as_str(),
        term_label: &row.term.label,
        label: row.label,
        other_labels: row.other_labels.clone(),
        meaning: MeaningView::new(row.concept, glossary),
        asked: AskedFor { term: row.asked.id.as_str(), concept: row.meaning.map(|concept| concept.id.as_str()) },
        via: row.via.key(),
        via_text: row.via.dutch(),
        fit: row.fit.key(),
        fit_text: row.fit.dutch(),
        fit_english: row.fit.english(),
        relation: row.relation.map(Keyed::key),
        degree: row.degree.map(Degree::number),
        basis: row.ground.key(),
        basis_text: row.ground.dutch(),
        confidence: row.confidence.key(),
        sentence: &row.sentence.dutch,
        sentence_english: &row.sentence.english,
        shared: &row.shared,
        warning: row.warning.as_ref().map(warning),
    }
}

fn warning<'a>(warning: &'a Warning<'a>) -> WarningView<'a> {
    let ruling = warning.pair.ruling.as_ref();
    WarningView {
        word: warning.word,
        degree: warning.degree.number(),
        basis: warning.pair.basis.key(),
        sentence: &warning.sentence.dutch,
        sentence_english: &warning.sentence.english,
        misunderstanding: ruling.and_then(|ruling| ruling.misunderstanding.as_deref()),
        questions: ruling.map(|ruling| ruling.questions.as_slice()).unwrap_or_default(),
    }
}
