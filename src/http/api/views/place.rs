// SPDX-License-Identifier: EUPL-1.2
//! Places, what was agreed there, and what a domain means by a word, as JSON.

use schemars::JsonSchema;
use serde::Serialize;

use crate::model::{Agreement, Date, Glossary, Keyed, Meant, Partner, Place};
use crate::publication::Entry;

/// Places with agreements of their own.
#[derive(Serialize, JsonSchema)]
pub(in crate::http::api) struct PlaceList<'a> {
    places: Vec<PlaceView<'a>>,
}

#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Place")]
struct PlaceView<'a> {
    id: &'a str,
    label: &'a str,
    note: Option<&'a str>,
    /// Who agrees here, where an agreement does not say.
    parties: Vec<PartnerView<'a>>,
    /// How many terms it agreed something about: in words, or by a meaning of its own.
    terms: usize,
}

/// Who agreed.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Partner")]
struct PartnerView<'a> {
    /// The actor; null where it is a role in words.
    actor: Option<&'a str>,
    /// The Dutch name of the actor, or the role.
    label: &'a str,
}

impl<'a> PlaceList<'a> {
    pub fn new(glossary: &'a Glossary) -> Self {
        let place = |place: &'a Place| PlaceView {
            id: place.id.as_str(),
            label: &place.label,
            note: place.note.as_deref(),
            parties: partners(&place.parties, glossary),
            terms: place.terms.len(),
        };
        Self { places: glossary.places.iter().map(place).collect() }
    }
}

fn partners<'a>(partners: &'a [Partner], glossary: &'a Glossary) -> Vec<PartnerView<'a>> {
    let view = |partner: &'a Partner| PartnerView {
        actor: match partner {
            Partner::Actor(id) => Some(id.as_str()),
            Partner::Role(_) => None,
        },
        label: glossary.partner_label(partner),
    };
    partners.iter().map(view).collect()
}

/// What people agreed to mean by a word.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(rename = "Agreement")]
pub(in crate::http::api) struct AgreementView<'a> {
    text: &'a str,
    parties: Vec<PartnerView<'a>>,
    #[schemars(extend("format" = "date"))]
    agreed_on: String,
    /// The last day on which it holds.
    #[schemars(extend("format" = "date"))]
    valid_until: String,
    /// Whether that day has passed, by Dutch winter time.
    lapsed: bool,
    /// draft, confirmed or retired.
    status: &'a str,
    sources: Vec<&'a str>,
}

impl<'a> AgreementView<'a> {
    /// The agreement in Dutch words, with until when it holds.
    pub fn in_words(&self) -> String {
        let (day, over) = (&self.valid_until, if self.lapsed { "Dit is voorbij: het gold" } else { "Dit geldt" });
        format!("{} {over} tot en met {day}.", self.text)
    }

    /// The agreements about a term in the place that was asked for, as they stand on a day.
    pub fn all(entry: Entry<'a>, glossary: &'a Glossary, today: Date) -> Vec<Self> {
        let Some((here, local)) = entry.here.zip(entry.local()) else { return Vec::new() };
        let view = |agreement: &'a Agreement| Self {
            text: &agreement.text,
            parties: partners(here.place.partners(agreement), glossary),
            agreed_on: agreement.agreed_on.to_string(),
            valid_until: agreement.valid_until.to_string(),
            lapsed: agreement.has_lapsed_on(today),
            status: agreement.status.key(),
            sources: agreement.sources.iter().map(AsRef::as_ref).collect(),
        };
        local.agreements.iter().map(view).collect()
    }
}

/// What a domain means by a word, and whose text that is.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "Meant")]
pub(in crate::http::api) struct MeantView<'a> {
    domain: &'a str,
    /// own, inherited from a domain above it, or local; null where it has no meaning for the word.
    origin: Option<&'a str>,
    /// The domain it inherits from, where it does.
    from: Option<&'a str>,
    /// The place where it was agreed, where it was.
    place: Option<&'a str>,
    /// The meanings.
    concepts: Vec<&'a str>,
}

impl<'a> MeantView<'a> {
    pub fn new(meant: &Meant<'a>) -> Self {
        Self {
            domain: meant.domain.as_str(),
            origin: (!meant.concepts.is_empty()).then(|| meant.origin().key()),
            from: (meant.domain != meant.from).then(|| meant.from.as_str()),
            place: meant.place().map(AsRef::as_ref),
            concepts: meant.concepts.iter().map(|concept| concept.id.as_str()).collect(),
        }
    }

    /// What every domain means by a word.
    pub fn all(entry: Entry<'a>, glossary: &'a Glossary) -> Vec<Self> {
        glossary.domains.iter().map(|domain| Self::new(&entry.meant_or_nothing(&domain.id))).collect()
    }
}
