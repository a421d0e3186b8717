// SPDX-License-Identifier: EUPL-1.2
//! Who sits at the table: what the address of a term asks for, a place and two or three sides, so that a link shows what
//! its sender saw. What cannot be shown is said, and everything is shown then.

use std::collections::BTreeSet;

use actix_web::HttpRequest;
use form_urlencoded::parse;

use crate::divergence::{Pair, headline};
use crate::http::lang::Lang;
use crate::model::{Concept, ConceptId, Domain, Glossary, Meant, Place, PlaceId};
use crate::publication::{Entry, Publication};

/// The most sides beside each other.
const MOST: usize = 3;

/// What an address asks for, as it stands there.
pub(super) struct Wanted {
    place: Option<String>,
    /// Domains and meanings, each once.
    between: Vec<String>,
}

/// A term as it is laid on the table.
pub(super) struct Table<'a> {
    /// The term, in the place that was asked for.
    pub entry: Entry<'a>,
    /// The place that was asked for and is known.
    pub place: Option<&'a Place>,
    /// Whether another place was asked for.
    pub unknown_place: bool,
    /// What each side means by the word.
    pub sides: Vec<Meant<'a>>,
    /// Whether the address chose the sides.
    pub is_chosen: bool,
    /// Why sides that the address chose are not shown.
    pub misfit: Option<Misfit>,
    /// The pairs between the sides; the one that stands for them is among them.
    pub pairs: Vec<&'a Pair>,
    /// The pair that stands for them.
    pub headline: Option<&'a Pair>,
    /// What the address names.
    named: Vec<String>,
}

/// Why sides cannot be shown.
pub(super) enum Misfit {
    /// These are no domains or meanings here.
    Unknown(Vec<String>),
    /// One side alone.
    TooFew,
    /// More than fit beside each other.
    TooMany,
}

/// A side to choose.
pub(super) struct ChoicePart<'a> {
    pub value: String,
    pub domain: String,
    /// The meaning, where it is one of several; else the domain as a whole.
    pub meaning: Option<&'a str>,
    pub chosen: bool,
}

impl Wanted {
    pub fn of(request: &HttpRequest) -> Self {
        let pairs: Vec<(String, String)> = parse(request.query_string().as_bytes()).into_owned().collect();
        let values = |name: &'static str| pairs.iter().filter(move |(key, _)| key == name).map(|(_, value)| value);
        let mut between: Vec<String> = Vec::new();
        for name in values("between").flat_map(|value| value.split(',')).map(str::trim) {
            if !name.is_empty() && !between.iter().any(|known| known == name) {
                between.push(name.to_owned());
            }
        }
        Self { place: values("place").find(|value| !value.is_empty()).cloned(), between }
    }
}

impl<'a> Table<'a> {
    pub fn set(entry: Entry<'a>, wanted: Wanted, publication: &'a Publication) -> Self {
        let place = wanted.place.as_deref().and_then(PlaceId::parse);
        let place = place.and_then(|id| publication.glossary.place(&id));
        let table = Self {
            place,
            unknown_place: place.is_none() && wanted.place.is_some(),
            named: wanted.between,
            ..Self::of_all(publication.in_place(entry, place), &publication.glossary)
        };
        table.seated(publication)
    }

    /// Everything of a term, where nothing was chosen.
    pub fn of_all(entry: Entry<'a>, glossary: &'a Glossary) -> Self {
        Self {
            entry,
            place: None,
            unknown_place: false,
            sides: glossary.root_domains().map(|domain| whole(domain, entry, glossary)).collect(),
            is_chosen: false,
            misfit: None,
            pairs: entry.pairs_here(),
            headline: entry.headline(),
            named: Vec::new(),
        }
    }

    /// Whether something was asked that cannot be shown.
    pub fn is_faulty(&self) -> bool {
        self.unknown_place || self.misfit.is_some()
    }

    /// Whether a meaning is one of the two that stand for all.
    pub fn leads(&self, concept: &Concept) -> bool {
        self.headline
            .is_some_and(|pair| [&pair.a, &pair.b].iter().any(|side| side.concept.as_ref() == Some(&concept.id)))
    }

    /// Whether the sides that were chosen are one and the same text.
    pub fn is_one_text(&self) -> bool {
        let texts = |meant: &Meant<'a>| meant.concepts.iter().map(|concept| &concept.id).collect::<Vec<&ConceptId>>();
        let mut sides = self.sides.iter().map(texts);
        let first = sides.next().unwrap_or_default();
        self.is_chosen && !first.is_empty() && sides.all(|other| other == first)
    }

    fn seated(mut self, publication: &'a Publication) -> Self {
        match self.asked_for(publication) {
            Ok(Some(sides)) => {
                self.pairs = pairs_among(&sides, self.entry);
                self.headline = headline(self.pairs.iter().copied());
                (self.sides, self.is_chosen) = (sides, true);
            }
            other => self.misfit = other.err(),
        }
        self
    }

    /// The sides that are named, if any. A name that stands for a domain and for a meaning is the one with most pairs between
    /// it and the others, of equals the domain.
    fn asked_for(&self, publication: &'a Publication) -> Result<Option<Vec<Meant<'a>>>, Misfit> {
        let read: Vec<Vec<Meant<'a>>> = self.named.iter().map(|name| self.readings(name, publication)).collect();
        let unknown = self.named.iter().zip(&read).filter(|(_, found)| found.is_empty());
        let unknown: Vec<String> = unknown.map(|(name, _)| name.clone()).collect();
        match read.len() {
            0 => return Ok(None),
            _ if !unknown.is_empty() => return Err(Misfit::Unknown(unknown)),
            1 => return Err(Misfit::TooFew),
            count if count > MOST => return Err(Misfit::TooMany),
            _ => {}
        }
        let combined = read.iter().fold(vec![Vec::new()], |all: Vec<Vec<Meant<'a>>>, readings| {
            let with = |chosen: &Vec<Meant<'a>>, reading: &Meant<'a>| {
                [chosen.as_slice(), std::slice::from_ref(reading)].concat()
            };
            all.iter().flat_map(|chosen| readings.iter().map(move |reading| with(chosen, reading))).collect()
        });
        let told = |sides: &Vec<Meant<'a>>| {
            couples(sides).filter(|&couple| !self.entry.pairs_between(couple).is_empty()).count()
        };
        Ok(combined.into_iter().reduce(|best, other| if told(&other) > told(&best) { other } else { best }))
    }

    /// What a name can stand for. A domain that means nothing itself stands for what its parts mean.
    fn readings(&self, name: &str, publication: &'a Publication) -> Vec<Meant<'a>> {
        let entry = self.entry;
        let filled = |meant: Meant<'a>| match publication.glossary.domain(meant.domain) {
            Some(domain) if meant.concepts.is_empty() && !entry.term.unused_by.contains(&domain.id) => {
                whole(domain, entry, &publication.glossary)
            }
            _ => meant,
        };
        entry.named(name).into_iter().map(filled).collect()
    }

    /// The sides to choose from, where there are more than two: domains, and of a domain with several meanings each.
    pub fn choices(&self, publication: &'a Publication, lang: Lang) -> Vec<ChoicePart<'a>> {
        let concepts = self.entry.concepts();
        let mut choices = Vec::new();
        for domain in &publication.glossary.domains {
            let own: Vec<&'a Concept> =
                concepts.iter().copied().filter(|concept| concept.domain == domain.id).collect();
            if own.is_empty() && domain.parent.is_some() {
                continue;
            }
            let name = domain.id.to_string();
            choices.push(self.choice(name, lang.domain(domain), None));
            for concept in own.iter().filter(|_| own.len() > 1) {
                let is_domain =
                    publication.glossary.domains.iter().any(|other| other.id.as_str() == concept.id.as_str());
                let own = concept.id.to_string();
                let value = if is_domain { format!("{}/{own}", domain.id) } else { own };
                let meaning = concept.label.as_deref().unwrap_or(concept.id.as_str());
                choices.push(self.choice(value, lang.domain(domain), Some(meaning)));
            }
        }
        if choices.len() > 2 { choices } else { Vec::new() }
    }

    fn choice(&self, value: String, domain: String, meaning: Option<&'a str>) -> ChoicePart<'a> {
        ChoicePart { chosen: self.named.contains(&value), value, domain, meaning }
    }

    /// What a link from here must carry to show the same sides.
    pub fn carried(&self) -> String {
        self.named.join(",")
    }
}

/// Everything that a domain and its parts mean by the word.
fn whole<'a>(domain: &'a Domain, entry: Entry<'a>, glossary: &'a Glossary) -> Meant<'a> {
    let own = |concept: &&Concept| glossary.belongs_to(&concept.domain, &domain.id);
    Meant { domain: &domain.id, from: &domain.id, concepts: entry.concepts().into_iter().filter(own).collect() }
}

/// Every two of the sides.
fn couples<'s, 'a>(sides: &'s [Meant<'a>]) -> impl Iterator<Item = [&'s Meant<'a>; 2]> {
    sides.iter().enumerate().flat_map(move |(place, a)| sides[place + 1..].iter().map(move |b| [a, b]))
}

/// The pairs between every two sides, each once, in the order of the term.
fn pairs_among<'a>(sides: &[Meant<'a>], entry: Entry<'a>) -> Vec<&'a Pair> {
    let among: BTreeSet<*const Pair> =
        couples(sides).flat_map(|couple| entry.pairs_between(couple)).map(std::ptr::from_ref).collect();
    entry.pairs_here().into_iter().filter(|pair| among.contains(&std::ptr::from_ref(*pair))).collect()
}
