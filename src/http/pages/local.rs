//! What one place agreed about a word: the places to choose from, and the agreements of the chosen one.

use crate::language::in_words;
use crate::model::{Agreement, Date, Glossary, Keyed, Place};
use crate::publication::Entry;

/// The places of a word, and what the chosen one says.
pub(super) struct LocalPart<'a> {
    /// The places that can be chosen.
    pub places: Vec<PlacePart<'a>>,
    /// The place that was chosen.
    pub here: Option<HerePart<'a>>,
    /// Whether a place was asked for that is not known.
    pub unknown: bool,
}

/// A place to choose.
pub(super) struct PlacePart<'a> {
    pub id: &'a str,
    pub label: &'a str,
    pub chosen: bool,
}

/// The chosen place.
pub(super) struct HerePart<'a> {
    pub label: &'a str,
    pub note: Option<&'a str>,
    /// Whether it agreed nothing about this word.
    pub silent: bool,
    pub agreements: Vec<AgreementPart<'a>>,
}

/// An agreement, with how it stands today.
pub(super) struct AgreementPart<'a> {
    pub text: &'a str,
    pub parties: String,
    pub agreed_on: String,
    /// Until when it holds, or since when it does not.
    pub standing: String,
    pub lapsed: bool,
    pub status: &'static str,
    pub sources: Vec<&'a str>,
}

impl<'a> LocalPart<'a> {
    pub fn new(entry: Entry<'a>, glossary: &'a Glossary, today: Date) -> Self {
        let chosen = entry.here.map(|here| here.place);
        let has_part = |place: &&Place| place.term(&entry.term.id).is_some() || Some(*place) == chosen;
        Self {
            places: glossary.places.iter().filter(has_part).map(|place| place_part(place, chosen)).collect(),
            here: chosen.map(|place| here(place, entry, glossary, today)),
            unknown: false,
        }
    }

    /// The choice of all places, where one was asked for that is not known.
    pub fn unknown(glossary: &'a Glossary) -> Self {
        let places = glossary.places.iter().map(|place| place_part(place, None)).collect();
        Self { places, here: None, unknown: true }
    }
}

fn place_part<'a>(place: &'a Place, chosen: Option<&Place>) -> PlacePart<'a> {
    PlacePart { id: place.id.as_str(), label: &place.label, chosen: Some(place) == chosen }
}

fn here<'a>(place: &'a Place, entry: Entry<'a>, glossary: &'a Glossary, today: Date) -> HerePart<'a> {
    let agreements = entry.local().map(|local| local.agreements.as_slice()).unwrap_or_default();
    let part = |agreement: &'a Agreement| {
        let parties = place.partners(agreement).iter().map(|partner| glossary.partner_label(partner));
        AgreementPart {
            text: &agreement.text,
            parties: in_words(&parties.collect::<Vec<_>>(), "en"),
            agreed_on: agreement.agreed_on.to_string(),
            standing: agreement.standing_on(today),
            lapsed: agreement.has_lapsed_on(today),
            status: agreement.status.dutch(),
            sources: agreement.sources.iter().map(AsRef::as_ref).collect(),
        }
    };
    HerePart {
        label: &place.label,
        note: place.note.as_deref(),
        silent: entry.local().is_none(),
        agreements: agreements.iter().map(part).collect(),
    }
}
