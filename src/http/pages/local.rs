// SPDX-License-Identifier: EUPL-1.2
//! What one place agreed about a word: the places to choose from, and the agreements of the chosen one.

use crate::http::lang::Lang;
use crate::http::pages::subject::Subject;
use crate::http::pages::table::Table;
use crate::model::{Agreement, Date, Glossary, Place};

/// The places of a word, and what the chosen one says.
#[derive(Default)]
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
    pub fn new(table: &Table<'a>, subject: Subject<'a>, today: Date) -> Self {
        let chosen = table.place;
        let has_part = |place: &&Place| place.term(&table.entry.term.id).is_some() || Some(*place) == chosen;
        let glossary: &'a Glossary = subject.glossary;
        let places = glossary.places.iter().filter(|place| table.unknown_place || has_part(place));
        Self {
            places: places.map(|place| place_part(place, chosen)).collect(),
            here: chosen.map(|place| here(place, subject, today)),
            unknown: table.unknown_place,
        }
    }
}

fn place_part<'a>(place: &'a Place, chosen: Option<&Place>) -> PlacePart<'a> {
    PlacePart { id: place.id.as_str(), label: &place.label, chosen: Some(place) == chosen }
}

fn here<'a>(place: &'a Place, subject: Subject<'a>, today: Date) -> HerePart<'a> {
    let Subject { entry, glossary, lang } = subject;
    let agreements = entry.local().map(|local| local.agreements.as_slice()).unwrap_or_default();
    let part = |agreement: &'a Agreement| {
        let parties: Vec<&str> =
            place.partners(agreement).iter().map(|partner| glossary.partner_label(partner)).collect();
        AgreementPart {
            text: &agreement.text,
            parties: subject.row(&parties),
            agreed_on: agreement.agreed_on.to_string(),
            standing: standing(agreement, today, lang),
            lapsed: agreement.has_lapsed_on(today),
            status: lang.of_key(agreement.status),
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

/// Until when an agreement holds, or since when it does not.
fn standing(agreement: &Agreement, today: Date, lang: Lang) -> String {
    let until = agreement.valid_until;
    let english = if agreement.has_lapsed_on(today) { "lapsed on" } else { "holds until" };
    lang.say(agreement.standing_on(today), format!("{english} {until}"))
}
