// SPDX-License-Identifier: EUPL-1.2
//! The form of a comparison: two sides as they were sent, read whole, with everything that is wrong by JSON pointer.
//! Its limits keep what one request may cost: comparing grows with the words of the one side times those of the other.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::divergence::{Meaning, Side};
use crate::http::problem::Fault;
use crate::http::reader::{Place, Reader};
use crate::language::words_of;
use crate::model::{ActorId, Age, Coercion, Consent, Domain, FacetId, LegalId, Values, Within};
use crate::publication::Publication;
use crate::source::hours_of;

/// The longest word to be compared, in characters.
pub(super) const LONGEST_TERM: usize = 200;

/// The longest definition or phrase, in characters.
pub(super) const LONGEST: usize = 2_000;

/// The most words of a definition; one that is published has fewer.
pub(super) const MOST_WORDS: usize = 200;

/// The most words of a phrase of a facet.
pub(super) const MOST_PHRASE_WORDS: usize = 60;

/// The most values of a list.
pub(super) const MOST_VALUES: usize = 50;

/// A comparison as it was sent.
pub(super) struct Form {
    pub term: String,
    pub a: Sent,
    pub b: Sent,
}

/// One side of the comparison.
pub(super) struct Sent {
    domain: Domain,
    definition: String,
    facets: BTreeMap<FacetId, String>,
    values: Values,
}

impl Sent {
    pub fn parts(&self) -> (Side, &Domain, Meaning<'_>) {
        let side = Side { domain: self.domain.id.clone(), concept: None, place: None };
        (side, &self.domain, Meaning { definition: &self.definition, facets: &self.facets, values: &self.values })
    }
}

impl Form {
    /// Reads a body, or tells all its faults.
    pub fn read(body: &Value, publication: &Publication) -> Result<Self, Vec<Fault>> {
        Reader::read(body, publication, |reader, body| reader.form(body))
    }
}

impl Reader<'_> {
    fn form(&mut self, body: &Place<'_>) -> Option<Form> {
        self.object(body, &["term", "a", "b"])?;
        let term = body.member("term");
        let term = term.as_ref().and_then(|term| self.text(term, LONGEST_TERM));
        let (a, b) = (self.side(body, "a"), self.side(body, "b"));
        Some(Form { term: term.unwrap_or_default().to_owned(), a: a?, b: b? })
    }

    /// One side; without a domain it is the first or second domain of the glossary.
    fn side(&mut self, body: &Place<'_>, name: &str) -> Option<Sent> {
        let Some(side) = body.member(name) else {
            self.fault(
                body.pointer_to(name),
                "Dit gegeven is nodig: een JSON-object met een definition.",
                "This is needed: a JSON object with a definition.",
            );
            return None;
        };
        self.object(&side, &["domain", "definition", "facets", "values"])?;
        let domain = self.domain_of(&side, usize::from(name == "b"));
        let definition = self.definition(&side);
        let facets = side.member("facets").map(|facets| self.facets(&facets));
        let values = side.member("values").and_then(|values| self.values(&values));
        Some(Sent {
            domain: domain?,
            definition: definition?,
            facets: facets.unwrap_or_default(),
            values: values.unwrap_or_default(),
        })
    }

    fn domain_of(&mut self, side: &Place<'_>, default: usize) -> Option<Domain> {
        match side.member("domain") {
            Some(place) => self.domain(&place).cloned(),
            None => self.publication.glossary.domains.get(default).cloned(),
        }
    }

    fn definition(&mut self, side: &Place<'_>) -> Option<String> {
        let Some(place) = side.member("definition") else {
            self.fault(
                side.pointer_to("definition"),
                format!("De omschrijving is nodig: een tekst van hoogstens {MOST_WORDS} woorden."),
                format!("The definition is needed: a text of at most {MOST_WORDS} words."),
            );
            return None;
        };
        let text = self.text(&place, LONGEST)?;
        if self.words(text) == 0 {
            self.fault(
                &place.pointer,
                "Deze tekst heeft geen woorden. Schrijf de omschrijving in woorden.",
                "This text has no words. Write the definition in words.",
            );
        }
        self.in_few_words(&place, text, MOST_WORDS)
    }

    /// The phrases of the facets; a blank one says nothing.
    fn facets(&mut self, facets: &Place<'_>) -> BTreeMap<FacetId, String> {
        let known = &self.publication.glossary.facets;
        let names: Vec<&str> = known.iter().map(|facet| facet.id.as_str()).collect();
        if self.object(facets, &names).is_none() {
            return BTreeMap::new();
        }
        let phrase = |facet: &crate::model::Facet| {
            let place = facets.member(facet.id.as_str())?;
            let text = self.text(&place, LONGEST).filter(|text| !text.trim().is_empty())?;
            Some((facet.id.clone(), self.in_few_words(&place, text, MOST_PHRASE_WORDS)?))
        };
        known.iter().filter_map(phrase).collect()
    }

    fn values(&mut self, values: &Place<'_>) -> Option<Values> {
        self.object(values, &["roles", "coercion", "consent", "within", "age", "legalBasis"])?;
        let glossary = &self.publication.glossary;
        let actors: Vec<&str> = glossary.actors.iter().map(|actor| actor.id.as_str()).collect();
        let frames: Vec<&str> = glossary.legal_frames.iter().map(|frame| frame.id.as_str()).collect();
        let mut names = |name, known: &[&str]| {
            values.member(name).map_or_else(Vec::new, |list| self.names(&list, known, MOST_VALUES))
        };
        let (roles, legal_basis) = (names("roles", &actors), names("legalBasis", &frames));
        Some(Values {
            roles: roles.iter().filter_map(|id| ActorId::parse(id)).collect(),
            coercion: values.member("coercion").and_then(|word| self.keyed::<Coercion>(&word)),
            consent: values.member("consent").and_then(|word| self.keyed::<Consent>(&word)),
            within: values.member("within").and_then(|within| self.within(&within)),
            age: values.member("age").and_then(|age| self.age(&age)),
            legal_basis: legal_basis.iter().filter_map(|id| LegalId::parse(id)).collect(),
        })
    }

    fn within(&mut self, place: &Place<'_>) -> Option<Within> {
        let text = self.text(place, LONGEST)?;
        let hours = hours_of(text);
        if hours.is_none() {
            self.fault(&place.pointer, "Schrijf een duur zoals P7D of P6W.", "Write a duration such as P7D or P6W.");
        }
        Some(Within { hours: hours?, text: text.to_owned() })
    }

    fn age(&mut self, place: &Place<'_>) -> Option<Age> {
        self.object(place, &["from", "to"])?;
        let [from, to] = ["from", "to"].map(|name| place.member(name).and_then(|year| self.year(&year)));
        if place.value.as_object().is_some_and(|members| members.values().all(Value::is_null)) {
            self.fault(
                &place.pointer,
                "Deze leeftijd is leeg. Vul from of to in, of laat age weg.",
                "This age is empty. Fill in from or to, or leave age out.",
            );
        }
        if let (Some(from), Some(to)) = (from, to)
            && from > to
        {
            self.fault(
                &place.pointer,
                format!("Deze leeftijd loopt van {from} naar {to}. Zet de laagste bij from en de hoogste bij to."),
                format!("This age runs from {from} to {to}. Put the lowest at from and the highest at to."),
            );
        }
        Some(Age { from, to })
    }

    fn year(&mut self, place: &Place<'_>) -> Option<u8> {
        let year = place.value.as_u64().and_then(|year| u8::try_from(year).ok()).filter(|&year| year <= Age::OLDEST);
        if year.is_none() {
            self.fault(
                &place.pointer,
                format!("Dit hoort een getal te zijn van 0 tot en met {}.", Age::OLDEST),
                format!("This should be a number from 0 to {}.", Age::OLDEST),
            );
        }
        year
    }

    fn words(&self, text: &str) -> usize {
        words_of(text, &self.publication.lexicon).len()
    }

    fn in_few_words(&mut self, place: &Place<'_>, text: &str, most: usize) -> Option<String> {
        let words = self.words(text);
        if words > most {
            self.fault(
                &place.pointer,
                format!("Deze tekst heeft {words} woorden, en {most} is het meeste."),
                format!("This text has {words} words, and {most} is the most."),
            );
            return None;
        }
        Some(text.to_owned())
    }
}
