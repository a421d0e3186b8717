// SPDX-License-Identifier: EUPL-1.2
//! A term as a card: what intranets show. The sentence first, then what each side means by the word, what they share and
//! what to ask. One card for everyone: the API gives it as JSON, the pages of `embed` as HTML.

mod asked;
mod said;
mod sides;

pub(super) use self::asked::{CARD, CARDS};
pub(super) use self::said::basis as basis_in_words;
pub(super) use self::sides::absence;

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::Serialize;

use crate::annotation::{Sides, of_one_side};
use crate::divergence::{Basis, Sentence};
use crate::http::card::sides::{CardSide, Shown};
use crate::http::lang::Lang;
use crate::http::params::Input;
use crate::http::problem::Problem;
use crate::http::sign::sign;
use crate::model::{Domain, Glossary, Keyed, Relation};
use crate::publication::{Entry, Publication};

/// What a card is asked to show.
#[derive(Clone, Copy)]
pub(super) struct Wanted<'a> {
    /// The two domains to hold beside each other.
    pub between: Option<[&'a Domain; 2]>,
    /// The domain of who reads; it comes first.
    pub reader: Option<&'a Domain>,
    /// The language of what is not content.
    pub lang: Lang,
}

/// A term in short: the difference in one sentence, what each side means, what they share and what to ask.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub(super) struct Card<'a> {
    /// The id of the term.
    pub term: &'a str,
    pub label: &'a str,
    pub english: Option<&'a str>,
    /// The language of the card: nl or en. Meanings, questions and what is shared are Dutch.
    pub lang: &'static str,
    /// The Dutch name of the place whose agreements are taken in.
    pub place: Option<&'a str>,
    /// How the sides relate: same, nuance, broader, narrower, overlap, conflict, homonym, `one_sided` or unclear.
    pub relation: &'static str,
    /// The relation in a word or two.
    pub relation_text: Cow<'static, str>,
    /// A sign for the relation that tells without colour.
    pub sign: &'static str,
    /// The name of its colour: degree-0 to degree-3, one-sided or unclear.
    pub tone: &'static str,
    /// How much it matters, 0 to 3; null when unclear.
    pub degree: Option<u8>,
    /// The difference in one sentence.
    pub sentence: Cow<'a, str>,
    /// editors, derived or computed.
    pub basis: &'static str,
    /// Who says so and how far that has come, in words.
    pub basis_text: Cow<'static, str>,
    /// What each side means; the reader's first.
    pub sides: Vec<CardSide<'a>>,
    /// The words that both texts share.
    pub shared: &'a [String],
    /// What they share, as a text to show.
    pub shared_text: Cow<'a, str>,
    /// What goes wrong when nobody notices, where editors say so.
    pub misunderstanding: Option<&'a str>,
    /// What the two can ask each other, where editors say so.
    pub questions: &'a [String],
    /// Where the whole page of the term is, under the address of the service.
    pub path: String,
}

/// All terms as cards.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub(super) struct CardList<'a> {
    pub revision: &'a str,
    /// How many terms there are.
    pub total: usize,
    pub page: usize,
    pub per_page: usize,
    pub cards: Vec<Card<'a>>,
}

impl<'a> Card<'a> {
    pub fn new(entry: Entry<'a>, wanted: Wanted<'a>, glossary: &'a Glossary) -> Self {
        let shown = Shown::new(entry, wanted, glossary);
        let lang = wanted.lang;
        let (relation, sentence) = match shown.pair {
            Some(pair) => (pair.relation, Cow::Borrowed(lang.sentence(&pair.sentence))),
            None => without_pair(entry, &shown, lang, glossary),
        };
        let degree = shown.pair.map_or(relation.degree(), |pair| pair.degree);
        let (sign, tone) = sign(relation, degree);
        let ruling = shown.pair.and_then(|pair| pair.ruling.as_ref());
        Self {
            term: entry.term.id.as_str(),
            label: &entry.term.label,
            english: entry.term.english.as_deref(),
            lang: lang.code(),
            place: entry.here.map(|here| here.place.label.as_str()),
            relation: relation.key(),
            relation_text: said::relation(relation, shown.pair, lang),
            sign,
            tone,
            degree: degree.map(crate::model::Degree::number),
            sentence,
            basis: shown.pair.map_or(Basis::Computed, |pair| pair.basis).key(),
            basis_text: said::basis(shown.pair, lang),
            shared: shown.pair.map(|pair| pair.shared.as_slice()).unwrap_or_default(),
            shared_text: shown.pair.map_or(Cow::Borrowed(""), |pair| said::shared(pair, lang)),
            misunderstanding: ruling.and_then(|ruling| ruling.misunderstanding.as_deref()),
            questions: ruling.map(|ruling| ruling.questions.as_slice()).unwrap_or_default(),
            path: path(entry, lang),
            sides: shown.sides(entry, wanted, glossary),
        }
    }
}

impl<'a> Wanted<'a> {
    /// What the parameters of a request ask for, or what is wrong with them together.
    pub fn read(input: &Input, lang: Lang, publication: &'a Publication) -> Result<Self, Problem> {
        asked::read(input, lang, publication)
    }
}

/// The relation and the sentence where no pair tells: both have one text, or one of the two or both have none.
fn without_pair<'a>(
    entry: Entry<'a>,
    shown: &Shown<'a>,
    lang: Lang,
    glossary: &'a Glossary,
) -> (Relation, Cow<'a, str>) {
    let word = format!("‘{}’", entry.term.label);
    let said = |relation, sentence: Sentence| (relation, Cow::Owned(lang.own(sentence)));
    let [first, second] = match shown.domains.as_slice() {
        [first, second, ..] => [*first, *second],
        [only] => [*only, *only],
        [] => return (Relation::Unclear, Cow::Borrowed("")),
    };
    let sides = Sides { glossary, writer: first, reader: second };
    let silent = |domain: &Domain| sides::meant(entry, domain, glossary).concepts.is_empty();
    match (silent(first), silent(second)) {
        (true, true) => said(Relation::Unclear, sides.of_unknown(&word)),
        (false, false) => said(Relation::Same, sides.of_same(&word)),
        (false, true) => said(Relation::OneSided, of_one_side(&word, first, second)),
        (true, false) => said(Relation::OneSided, of_one_side(&word, second, first)),
    }
}

fn path(entry: Entry<'_>, lang: Lang) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    if let Some(here) = entry.here {
        query.append_pair("place", here.place.id.as_str());
    }
    if let Some(code) = lang.asked() {
        query.append_pair("lang", code);
    }
    let query = query.finish();
    let start = if query.is_empty() { "" } else { "?" };
    format!("/terms/{}{start}{query}", entry.term.id.as_str())
}
