// SPDX-License-Identifier: EUPL-1.2
//! Words that were looked up, as JSON.

use schemars::JsonSchema;
use serde::Serialize;

use crate::annotation::Known;
use crate::http::api::views::Summary;
use crate::http::api::views::search::SuggestionView;
use crate::http::api::views::term::domains_of;
use crate::model::Keyed;
use crate::publication::Publication;

/// The most terms that are offered for a word that is not found.
const MOST_SUGGESTIONS: usize = 3;

/// Words that were looked up.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub(in crate::http::api) struct LookupResult<'a> {
    revision: &'a str,
    /// The words in the order in which they were asked.
    words: Vec<LookedUpView<'a>>,
}

/// A word that was looked up.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(rename = "LookedUp")]
struct LookedUpView<'a> {
    /// What was asked.
    word: &'a str,
    /// exact, form or none.
    found: &'a str,
    /// The id of the term; null when not found.
    term: Option<&'a str>,
    label: Option<&'a str>,
    /// By what the term is known: id, label or altLabel.
    field: Option<&'a str>,
    /// The domain that uses the word, if only one does.
    domain: Option<&'a str>,
    /// The domains that give the term a meaning.
    domains: Vec<&'a str>,
    /// Where its meanings part, in short.
    divergence: Option<Summary<'a>>,
    /// Terms that come near, when not found.
    suggestions: Vec<SuggestionView<'a>>,
}

impl<'a> LookupResult<'a> {
    pub fn new(words: &[&'a str], publication: &'a Publication) -> Self {
        let look_up = |word: &&'a str| match publication.look_up(word) {
            Some(known) => found(word, known, publication),
            None => {
                let near = near(word, publication).into_iter();
                let suggestions = near.map(|place| SuggestionView::new(place, publication)).collect();
                LookedUpView { suggestions, ..unknown(word) }
            }
        };
        Self { revision: &publication.revision, words: words.iter().map(look_up).collect() }
    }
}

fn unknown(word: &str) -> LookedUpView<'_> {
    LookedUpView {
        word,
        found: "none",
        term: None,
        label: None,
        field: None,
        domain: None,
        domains: Vec::new(),
        divergence: None,
        suggestions: Vec::new(),
    }
}

fn found<'a>(word: &'a str, known: Known<'a>, publication: &'a Publication) -> LookedUpView<'a> {
    let entry = publication.entry(&known.term.id);
    LookedUpView {
        found: known.how.key(),
        term: Some(known.term.id.as_str()),
        label: Some(&known.term.label),
        field: Some(known.name.map_or("id", |name| name.field.key())),
        domain: known.name.and_then(|name| name.domain).map(AsRef::as_ref),
        domains: domains_of(known.term),
        divergence: entry.and_then(|entry| entry.headline()).map(Summary::new),
        ..unknown(word)
    }
}

/// The places of terms that come near: what the word may be the beginning of or a typing error for, else what resembles it.
pub(in crate::http::api) fn near(word: &str, publication: &Publication) -> Vec<usize> {
    let index = publication.index();
    let mut places: Vec<usize> = index.suggest(word, MOST_SUGGESTIONS).iter().map(|found| found.place).collect();
    if places.is_empty() {
        places = index.did_you_mean(word);
    }
    places.truncate(MOST_SUGGESTIONS);
    places
}
