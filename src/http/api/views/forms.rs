// SPDX-License-Identifier: EUPL-1.2
//! The forms of all names as JSON.

use schemars::JsonSchema;
use serde::Serialize;

use crate::annotation::{COMPOUNDS, Form, HOST_ENDS};
use crate::model::Keyed;

/// The forms of all names. To find terms in a text, cut it into words of letters and digits, with the hyphens and
/// apostrophes inside them; fold each word: small letters, no accents, hyphens or apostrophes; and look up rows of
/// words that only spaces part, joined with one space, the longest rows first. Look a word in capitals up as written,
/// also between the hyphens of a longer word.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub(in crate::http::api) struct FormList<'a> {
    revision: &'a str,
    /// By what rules a word that is not in the list is a compound of a form.
    compounds: CompoundsView,
    /// Ends of host names by which an address without `https://` is known; no words are looked for in addresses and code.
    host_ends: &'static [&'static str],
    /// The forms, sorted.
    forms: Vec<FormView<'a>>,
}

/// A form of a name of a term.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(rename = "Form")]
struct FormView<'a> {
    /// Folded words with a space between them; a name in capitals as it is written.
    form: &'a str,
    /// The id of the term.
    term: &'a str,
    /// exact or form.
    how: &'a str,
    /// What name it is a form of: label, altLabel or hiddenLabel.
    field: &'a str,
    /// The domain that uses it, if only one does.
    #[serde(skip_serializing_if = "Option::is_none")]
    domain: Option<&'a str>,
    /// That name as it is written, where only one domain uses it: how it is read stands apart in /readings.
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'a str>,
    /// Where it may stand in a compound: first, or either at the beginning or the end; absent where it is in none.
    #[serde(skip_serializing_if = "Option::is_none")]
    half: Option<&'a str>,
}

/// By what rules a longer word is a compound of a form: it begins or ends with it, and the rest is a word of its own.
/// A form at the end counts before one at the beginning, and the longest first.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(rename = "Compounds")]
struct CompoundsView {
    /// The fewest letters of the rest, of which one is a vowel.
    shortest_rest: usize,
    /// The most bytes of the folded word.
    longest: usize,
    /// Letters that may stand between a first half and the rest.
    links: &'static [&'static str],
    /// The rest behind a first half, with or without these links, begins with none of these
    no_rest_begins: &'static [&'static str],
    /// and is none of these.
    no_rest: &'static [&'static str],
    /// The rest before a last half is none of these.
    no_start: &'static [&'static str],
    /// Before a last half with one of these endings
    verbal_endings: &'static [&'static str],
    /// the rest does not end in one of these.
    verbal_prefixes: &'static [&'static str],
}

impl<'a> FormList<'a> {
    pub fn new(revision: &'a str, forms: &'a [Form<'a>]) -> Self {
        let compounds = CompoundsView {
            shortest_rest: COMPOUNDS.shortest_rest,
            longest: COMPOUNDS.longest,
            links: COMPOUNDS.links,
            no_rest_begins: COMPOUNDS.no_rest_begins,
            no_rest: COMPOUNDS.no_rest,
            no_start: COMPOUNDS.no_start,
            verbal_endings: COMPOUNDS.verbal_endings,
            verbal_prefixes: COMPOUNDS.verbal_prefixes,
        };
        Self { revision, compounds, host_ends: HOST_ENDS, forms: forms.iter().map(form).collect() }
    }
}

fn form<'a>(form: &'a Form<'a>) -> FormView<'a> {
    FormView {
        form: &form.form,
        term: form.term.id.as_str(),
        how: form.how.key(),
        field: form.name.field.key(),
        domain: form.name.domain.map(AsRef::as_ref),
        name: form.name.domain.map(|_| form.name.text),
        half: form.half.map(Keyed::key),
    }
}
