// SPDX-License-Identifier: EUPL-1.2
//! Which sides a card shows, and what each means by the word.

use schemars::JsonSchema;
use serde::Serialize;

use crate::divergence::{Pair, headline};
use crate::http::card::Wanted;
use crate::http::lang::Lang;
use crate::language::capital;
use crate::model::{Concept, Domain, Glossary, Meant, Origin};
use crate::publication::Entry;

/// A domain and what it means by the word.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub(in crate::http) struct CardSide<'a> {
    /// The id of the domain.
    pub domain: &'a str,
    /// Its name, in the language of the card.
    pub label: String,
    /// Whether it is the domain of who reads.
    pub own: bool,
    /// Its meanings, in plain Dutch; the one that the sentence is about first.
    pub meanings: Vec<CardMeaning<'a>>,
    /// What to say where it has none.
    pub absence: Option<&'static str>,
    /// Where the domain has its meaning from, where that is not itself: a domain above it, or an agreement of the place.
    pub origin: Option<String>,
}

/// One meaning.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub(in crate::http) struct CardMeaning<'a> {
    /// The id of the concept.
    pub concept: &'a str,
    /// What tells this meaning apart from others of the same domain.
    pub label: Option<&'a str>,
    /// The meaning in plain Dutch.
    pub text: &'a str,
}

/// The domains of a card and the pair between them.
pub(super) struct Shown<'a> {
    /// The domains, the reader's first.
    pub domains: Vec<&'a Domain>,
    /// The pair that stands for what lies between them, if there is one.
    pub pair: Option<&'a Pair>,
}

impl<'a> Shown<'a> {
    /// The two domains that are asked for; else the reader's and the one it differs most from; else those of the pair that
    /// stands for the term.
    pub fn new(entry: Entry<'a>, wanted: Wanted<'a>, glossary: &'a Glossary) -> Self {
        let pair = |a: &'a Domain, b: &'a Domain| {
            let sides = [a, b].map(|domain| meant(entry, domain, glossary));
            headline(entry.pairs_between(sides.each_ref())).filter(|pair| !pair.retired)
        };
        let is_reader = |domain: &Domain| wanted.reader.is_some_and(|reader| reader.id == domain.id);
        match (wanted.between, wanted.reader) {
            (Some([a, b]), _) => {
                let (a, b) = if is_reader(b) { (b, a) } else { (a, b) };
                Self { domains: vec![a, b], pair: pair(a, b) }
            }
            (None, Some(reader)) => {
                let akin = |other: &Domain| {
                    glossary.belongs_to(&reader.id, &other.id) || glossary.belongs_to(&other.id, &reader.id)
                };
                let others = || glossary.root_domains().filter(|other| !akin(other));
                let found = headline(others().filter_map(|other| pair(reader, other)).collect::<Vec<_>>());
                let other = others().find(|&other| found.is_none() || pair(reader, other) == found);
                Self { domains: std::iter::once(reader).chain(other).collect(), pair: found }
            }
            (None, None) => {
                let pair = entry.headline().filter(|pair| !pair.retired);
                let is_side = |domain: &&Domain| match pair {
                    Some(pair) => pair.a.domain == domain.id || pair.b.domain == domain.id,
                    None => domain.parent.is_none(),
                };
                Self { domains: glossary.domains.iter().filter(is_side).collect(), pair }
            }
        }
    }

    /// What each of the domains means.
    pub fn sides(&self, entry: Entry<'a>, wanted: Wanted<'a>, glossary: &'a Glossary) -> Vec<CardSide<'a>> {
        let side = |domain: &&'a Domain| {
            let meant = meant(entry, domain, glossary);
            let origin = origin(&meant, entry, glossary, wanted.lang);
            let mut concepts = meant.concepts;
            concepts.sort_by_key(|concept| !self.is_about(concept));
            CardSide {
                domain: domain.id.as_str(),
                label: name(domain, wanted.lang),
                own: wanted.reader.is_some_and(|reader| reader.id == domain.id),
                absence: concepts.is_empty().then(|| absence(entry, domain, glossary, wanted.lang)),
                meanings: concepts.into_iter().map(meaning).collect(),
                origin,
            }
        };
        self.domains.iter().map(side).collect()
    }

    fn is_about(&self, concept: &Concept) -> bool {
        self.pair.is_some_and(|pair| [&pair.a, &pair.b].iter().any(|side| side.concept.as_ref() == Some(&concept.id)))
    }
}

/// What a domain means by the word today: its own, that of the place or of the domain above it; else what its parts mean,
/// unless it says that it does not use the word.
pub(super) fn meant<'a>(entry: Entry<'a>, domain: &'a Domain, glossary: &'a Glossary) -> Meant<'a> {
    let mut meant = entry.meant_or_nothing(&domain.id);
    meant.concepts.retain(|concept| !concept.is_retired());
    if meant.concepts.is_empty() && !is_unused(entry, domain, glossary) {
        let of_part = |concept: &&Concept| !concept.is_retired() && glossary.belongs_to(&concept.domain, &domain.id);
        meant.concepts = entry.concepts().into_iter().filter(of_part).collect();
    }
    meant
}

fn is_unused(entry: Entry<'_>, domain: &Domain, glossary: &Glossary) -> bool {
    glossary.lineage(&domain.id).any(|id| entry.term.unused_by.contains(id))
}

fn meaning(concept: &Concept) -> CardMeaning<'_> {
    let plain = [&concept.explanation, &concept.definition].into_iter().find(|text| !text.trim().is_empty());
    CardMeaning {
        concept: concept.id.as_str(),
        label: concept.label.as_deref(),
        text: plain.map_or("", String::as_str),
    }
}

fn name(domain: &Domain, lang: Lang) -> String {
    lang.say(domain.label.clone(), capital(&domain.english))
}

/// What to say of a domain without a meaning for the word.
pub(in crate::http) fn absence(entry: Entry<'_>, domain: &Domain, glossary: &Glossary, lang: Lang) -> &'static str {
    if is_unused(entry, domain, glossary) {
        return lang.say(
            "Dit domein gebruikt het woord niet. Leg het dus uit.",
            "This domain does not use the word. So explain it.",
        );
    }
    lang.say(
        "Wat dit domein er nu mee bedoelt, staat hier nog niet. Vraag het na.",
        "What this domain means by it is not described here yet. Ask.",
    )
}

fn origin(meant: &Meant<'_>, entry: Entry<'_>, glossary: &Glossary, lang: Lang) -> Option<String> {
    let place = entry.here.map(|here| here.place.label.as_str()).filter(|_| meant.place().is_some());
    match (meant.origin(), place) {
        _ if meant.concepts.is_empty() => None,
        (Origin::Inherited, _) => {
            let from = glossary.domain(meant.from).map(|domain| name(domain, lang))?;
            Some(format!("{} {from}", lang.say("Overgenomen van", "Taken over from the")))
        }
        (_, Some(place)) => Some(format!("{} {place}", lang.say("Afspraak in", "Agreed in"))),
        (_, None) => None,
    }
}
