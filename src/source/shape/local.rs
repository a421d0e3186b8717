// SPDX-License-Identifier: EUPL-1.2
//! The shapes of the files of a place: what it is, and what it agreed about a term.

use crate::model::Status;
use crate::source::shape::term::{CONCEPT, VERDICT};
use crate::source::shape::{Form, Holds, Shape, may, must, words};

/// `local/<place>/place.toml`.
pub(in crate::source) const PLACE: Shape = Shape::new(
    "een plaats",
    &[
        must("label", Holds::Text, "De naam van de gemeente of regio."),
        may("note", Holds::Text, "Wat lezers over deze plaats moeten weten."),
        may("parties", PARTIES, "Wie hier afspreken, als een afspraak dat zelf niet zegt."),
    ],
);

/// `local/<place>/terms/<id>.toml`.
pub(in crate::source) const LOCAL_TERM: Shape = Shape::new(
    "de afspraken over een term",
    &[
        may("concepts", Holds::Tables(&CONCEPT), "De betekenissen die alleen hier gelden."),
        may("verdicts", Holds::Tables(&VERDICT), "Wat de redactie van die betekenissen zegt."),
        may("agreements", Holds::Tables(&AGREEMENT), "Wat partijen hier afspraken."),
    ],
);

const AGREEMENT: Shape = Shape::new(
    "een afspraak",
    &[
        must("text", Holds::Text, "De afspraak: ‘In ons overleg bedoelen we met …’."),
        may("parties", PARTIES, "Wie dit afspraken."),
        must("agreed_on", Holds::Date, "De dag van de afspraak."),
        must("valid_until", Holds::Date, "De laatste dag waarop de afspraak geldt."),
        may("sources", Holds::FormedList(Form::Code), "De bronnen, uit sources.toml."),
        may("status", Holds::Word(words::<Status>), "Hoe ver de afspraak is; zonder status is zij een concept."),
    ],
);

/// Actors of the glossary, and roles in words.
const PARTIES: Holds = Holds::FormedOrTables(Form::Actor, &ROLE);

const ROLE: Shape = Shape::new("een rol", &[must("role", Holds::Text, "De rol, nooit een persoon.")]);
