// SPDX-License-Identifier: EUPL-1.2
//! Reads bodies by place: every value with its JSON pointer, and everything that is wrong collected before anything is
//! done. What a body may hold is for each form to say.

use serde_json::Value;

use crate::divergence::Sentence;
use crate::http::body::member_of;
use crate::http::params::way_on;
use crate::http::problem::Fault;
use crate::model::{Domain, Keyed};
use crate::publication::Publication;

/// A value of the body, and where it stands.
pub(super) struct Place<'a> {
    pub value: &'a Value,
    pub pointer: String,
}

impl<'a> Place<'a> {
    /// The member with this name, unless it is absent or null.
    pub fn member(&self, name: &str) -> Option<Place<'a>> {
        let value = self.value.get(name).filter(|value| !value.is_null())?;
        Some(Place { value, pointer: self.pointer_to(name) })
    }

    /// Where a member with this name stands, or would.
    pub fn pointer_to(&self, name: &str) -> String {
        member_of(&self.pointer, name)
    }
}

/// Reads places; collects what is wrong with them.
pub(super) struct Reader<'a> {
    pub publication: &'a Publication,
    faults: Vec<Fault>,
}

impl<'a> Reader<'a> {
    /// Reads a body whole, or tells all its faults.
    pub fn read<'b, T>(
        body: &'b Value,
        publication: &'a Publication,
        form: impl FnOnce(&mut Self, &Place<'b>) -> Option<T>,
    ) -> Result<T, Vec<Fault>> {
        let mut reader = Self { publication, faults: Vec::new() };
        let read = form(&mut reader, &Place { value: body, pointer: String::new() });
        read.filter(|_| reader.faults.is_empty()).ok_or(reader.faults)
    }

    pub fn fault(&mut self, pointer: impl Into<String>, dutch: impl Into<String>, english: impl Into<String>) {
        self.faults.push(Fault::new(pointer, dutch, english));
    }

    /// Holds the names of an object against the known ones; nothing when it is none.
    pub fn object(&mut self, place: &Place<'_>, known: &[&str]) -> Option<()> {
        let Some(members) = place.value.as_object() else {
            self.fault(&place.pointer, "Dit hoort een JSON-object te zijn.", "This should be a JSON object.");
            return None;
        };
        for name in members.keys().filter(|name| !known.contains(&name.as_str())) {
            let mend = way_on(name, known).unwrap_or_else(|| Sentence::new("", ""));
            self.fault(
                place.pointer_to(name),
                format!("Dit gegeven is hier onbekend. {}", mend.dutch),
                format!("This is unknown here. {}", mend.english),
            );
        }
        Some(())
    }

    /// The items of a list of at most so many texts.
    pub fn items<'b>(&mut self, place: &Place<'b>, most: usize) -> Vec<Place<'b>> {
        let Some(items) = place.value.as_array() else {
            self.fault(&place.pointer, "Dit hoort een lijst van teksten te zijn.", "This should be a list of texts.");
            return Vec::new();
        };
        if items.len() > most {
            self.fault(
                &place.pointer,
                format!("Deze lijst mag hoogstens {most} waarden hebben."),
                format!("This list may have at most {most} values."),
            );
            return Vec::new();
        }
        let item =
            |(number, value): (usize, &'b Value)| Place { value, pointer: place.pointer_to(&number.to_string()) };
        items.iter().enumerate().map(item).collect()
    }

    /// A list of at most so many known names, each once.
    pub fn names<'b>(&mut self, place: &Place<'b>, known: &[&str], most: usize) -> Vec<&'b str> {
        let mut names = Vec::new();
        for item in self.items(place, most) {
            names.extend(self.one_of(&item, known).filter(|name| !names.contains(name)));
        }
        names
    }

    /// A domain by its id.
    pub fn domain(&mut self, place: &Place<'_>) -> Option<&'a Domain> {
        let known = &self.publication.glossary.domains;
        let names: Vec<&str> = known.iter().map(|domain| domain.id.as_str()).collect();
        let wanted = self.one_of(place, &names)?;
        known.iter().find(|domain| domain.id.as_str() == wanted)
    }

    /// A key of a closed list.
    pub fn keyed<K: Keyed>(&mut self, place: &Place<'_>) -> Option<K> {
        let known: Vec<&str> = K::ALL.iter().map(|row| row.1).collect();
        self.one_of(place, &known).and_then(K::from_key)
    }

    /// A text that is one of the known ones.
    pub fn one_of<'b>(&mut self, place: &Place<'b>, known: &[&str]) -> Option<&'b str> {
        let Some(text) = place.value.as_str() else {
            self.fault(&place.pointer, "Dit hoort een tekst te zijn.", "This should be a text.");
            return None;
        };
        if !known.contains(&text) {
            let mend = way_on(text, known).unwrap_or_else(|| Sentence::new("", ""));
            self.fault(
                &place.pointer,
                format!("Deze waarde is onbekend. {}", mend.dutch),
                format!("This value is unknown. {}", mend.english),
            );
            return None;
        }
        Some(text)
    }

    /// A text of at most so many characters.
    pub fn text<'b>(&mut self, place: &Place<'b>, longest: usize) -> Option<&'b str> {
        let Some(text) = place.value.as_str() else {
            self.fault(&place.pointer, "Dit hoort een tekst te zijn.", "This should be a text.");
            return None;
        };
        if text.chars().count() > longest {
            self.fault(
                &place.pointer,
                format!("Deze tekst mag hoogstens {longest} tekens hebben."),
                format!("This text may have at most {longest} characters."),
            );
            return None;
        }
        Some(text)
    }
}
