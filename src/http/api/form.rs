//! The form of a comparison: two sides as they were sent, read whole, with everything that is wrong by JSON pointer.
//! Its limits keep what one request may cost: comparing grows with the words of the one side times those of the other.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::divergence::{Meaning, Side};
use crate::http::body::member_of;
use crate::http::params::way_on;
use crate::http::problem::Fault;
use crate::language::words_of;
use crate::model::{ActorId, Age, Coercion, Consent, Domain, FacetId, Keyed, LegalId, Values, Within};
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
        let mut reader = Reader { publication, faults: Vec::new() };
        let root = Place { value: body, pointer: String::new() };
        let form = reader.form(&root);
        match form {
            Some(form) if reader.faults.is_empty() => Ok(form),
            _ => Err(reader.faults),
        }
    }
}

/// A value of the body, and where it stands.
struct Place<'a> {
    value: &'a Value,
    pointer: String,
}

impl<'a> Place<'a> {
    /// The member with this name, unless it is absent or null.
    fn member(&self, name: &str) -> Option<Place<'a>> {
        let value = self.value.get(name).filter(|value| !value.is_null())?;
        Some(Place { value, pointer: member_of(&self.pointer, name) })
    }
}

/// Reads places; collects what is wrong with them.
struct Reader<'a> {
    publication: &'a Publication,
    faults: Vec<Fault>,
}

impl Reader<'_> {
    fn fault(&mut self, pointer: impl Into<String>, reason: impl Into<String>) {
        self.faults.push(Fault::new(pointer, reason));
    }

    /// Holds the names of an object against the known ones; nothing when it is none.
    fn object(&mut self, place: &Place<'_>, known: &[&str]) -> Option<()> {
        let Some(members) = place.value.as_object() else {
            self.fault(&place.pointer, "Dit hoort een JSON-object te zijn.");
            return None;
        };
        for name in members.keys().filter(|name| !known.contains(&name.as_str())) {
            let mend = way_on(name, known).unwrap_or_default();
            self.fault(member_of(&place.pointer, name), format!("Dit gegeven is hier onbekend. {mend}"));
        }
        Some(())
    }

    fn form(&mut self, body: &Place<'_>) -> Option<Form> {
        self.object(body, &["term", "a", "b"])?;
        let term = body.member("term").and_then(|term| self.text(&term, LONGEST_TERM));
        let (a, b) = (self.side(body, "a"), self.side(body, "b"));
        Some(Form { term: term.unwrap_or_default(), a: a?, b: b? })
    }

    /// One side; without a domain it is the first or second domain of the glossary.
    fn side(&mut self, body: &Place<'_>, name: &str) -> Option<Sent> {
        let Some(side) = body.member(name) else {
            self.fault(member_of(&body.pointer, name), "Dit gegeven is nodig: een JSON-object met een definition.");
            return None;
        };
        self.object(&side, &["domain", "definition", "facets", "values"])?;
        let domain = self.domain(&side, usize::from(name == "b"));
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

    fn domain(&mut self, side: &Place<'_>, default: usize) -> Option<Domain> {
        let known = &self.publication.glossary.domains;
        let Some(place) = side.member("domain") else { return known.get(default).cloned() };
        let names: Vec<&str> = known.iter().map(|domain| domain.id.as_str()).collect();
        let wanted = self.one_of(&place, &names)?;
        known.iter().find(|domain| domain.id.as_str() == wanted).cloned()
    }

    fn definition(&mut self, side: &Place<'_>) -> Option<String> {
        let Some(place) = side.member("definition") else {
            let reason = format!("De omschrijving is nodig: een tekst van hoogstens {MOST_WORDS} woorden.");
            self.fault(member_of(&side.pointer, "definition"), reason);
            return None;
        };
        let text = self.text(&place, LONGEST)?;
        if self.words(&text) == 0 {
            self.fault(&place.pointer, "Deze tekst heeft geen woorden. Schrijf de omschrijving in woorden.");
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
        let mut names =
            |name, known: &[&str]| values.member(name).map_or_else(Vec::new, |list| self.names(&list, known));
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
        let hours = hours_of(&text);
        if hours.is_none() {
            self.fault(&place.pointer, "Schrijf een duur zoals P7D of P6W.");
        }
        Some(Within { hours: hours?, text })
    }

    fn age(&mut self, place: &Place<'_>) -> Option<Age> {
        self.object(place, &["from", "to"])?;
        let [from, to] = ["from", "to"].map(|name| place.member(name).and_then(|year| self.year(&year)));
        if place.value.as_object().is_some_and(|members| members.values().all(Value::is_null)) {
            self.fault(&place.pointer, "Deze leeftijd is leeg. Vul from of to in, of laat age weg.");
        }
        if let (Some(from), Some(to)) = (from, to)
            && from > to
        {
            let reason =
                format!("Deze leeftijd loopt van {from} naar {to}. Zet de laagste bij from en de hoogste bij to.");
            self.fault(&place.pointer, reason);
        }
        Some(Age { from, to })
    }

    fn year(&mut self, place: &Place<'_>) -> Option<u8> {
        let year = place.value.as_u64().and_then(|year| u8::try_from(year).ok()).filter(|&year| year <= Age::OLDEST);
        if year.is_none() {
            self.fault(&place.pointer, format!("Dit hoort een getal te zijn van 0 tot en met {}.", Age::OLDEST));
        }
        year
    }

    /// A list of known names, each once.
    fn names<'a>(&mut self, place: &Place<'a>, known: &[&str]) -> Vec<&'a str> {
        let Some(items) = place.value.as_array() else {
            self.fault(&place.pointer, "Dit hoort een lijst van teksten te zijn.");
            return Vec::new();
        };
        if items.len() > MOST_VALUES {
            self.fault(&place.pointer, format!("Deze lijst mag hoogstens {MOST_VALUES} waarden hebben."));
            return Vec::new();
        }
        let mut names = Vec::new();
        for (number, value) in items.iter().enumerate() {
            let item = Place { value, pointer: member_of(&place.pointer, &number.to_string()) };
            names.extend(self.one_of(&item, known).filter(|name| !names.contains(name)));
        }
        names
    }

    fn keyed<K: Keyed>(&mut self, place: &Place<'_>) -> Option<K> {
        let known: Vec<&str> = K::ALL.iter().map(|row| row.1).collect();
        self.one_of(place, &known).and_then(K::from_key)
    }

    /// A text that is one of the known ones.
    fn one_of<'a>(&mut self, place: &Place<'a>, known: &[&str]) -> Option<&'a str> {
        let Some(text) = place.value.as_str() else {
            self.fault(&place.pointer, "Dit hoort een tekst te zijn.");
            return None;
        };
        if !known.contains(&text) {
            let mend = way_on(text, known).unwrap_or_default();
            self.fault(&place.pointer, format!("Deze waarde is onbekend. {mend}"));
            return None;
        }
        Some(text)
    }

    fn text(&mut self, place: &Place<'_>, longest: usize) -> Option<String> {
        let Some(text) = place.value.as_str() else {
            self.fault(&place.pointer, "Dit hoort een tekst te zijn.");
            return None;
        };
        if text.chars().count() > longest {
            self.fault(&place.pointer, format!("Deze tekst mag hoogstens {longest} tekens hebben."));
            return None;
        }
        Some(text.to_owned())
    }

    fn words(&self, text: &str) -> usize {
        words_of(text, &self.publication.lexicon).len()
    }

    fn in_few_words(&mut self, place: &Place<'_>, text: String, most: usize) -> Option<String> {
        let words = self.words(&text);
        if words > most {
            self.fault(&place.pointer, format!("Deze tekst heeft {words} woorden, en {most} is het meeste."));
            return None;
        }
        Some(text)
    }
}
