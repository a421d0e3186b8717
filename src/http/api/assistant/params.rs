// SPDX-License-Identifier: EUPL-1.2
//! What each tool can be asked with: rows as those of the API, and the same rows where the API has them.

use crate::http::api::form::{LONGEST, LONGEST_TERM};
use crate::http::api::parameters::{DIFFER, DOMAIN, PHASE, Q, READER, WRITER};
use crate::http::body::LONGEST_TEXT;
use crate::http::params::{PAGE, PLACE, Param, ParamKind, domains};

const PER_PAGE: Param = Param {
    name: "perPage",
    kind: ParamKind::Count { from: 1, to: 20, otherwise: 5 },
    about: "Hoeveel woorden per keer.",
    english: "How many words at a time.",
    example: "5",
};
const TERM: Param = Param {
    name: "term",
    kind: ParamKind::NeededText(LONGEST_TERM),
    about: "Een woord zoals het in de tekst staat, of de id van een term.",
    english: "A word as it stands in a text, or the id of a term.",
    example: "signaal",
};
const COMPARED: Param = Param {
    kind: ParamKind::Text(LONGEST_TERM),
    about: "Het woord dat u vergelijkt, of de id van een term. Nodig als u zelf geen teksten geeft.",
    english: "The word to compare, or the id of a term. Needed where you give no texts of your own.",
    ..TERM
};
const FIRST: Param = Param {
    name: "first",
    kind: ParamKind::NeededChoice(domains),
    about: "Het ene domein.",
    english: "The one domain.",
    example: "social",
};
const SECOND: Param =
    Param { name: "second", about: "Het andere domein.", english: "The other domain.", example: "safety", ..FIRST };
const FIRST_TEXT: Param = Param {
    name: "firstText",
    kind: ParamKind::Text(LONGEST),
    about: "Een omschrijving van het ene domein die nog nergens staat. Geef er dan twee. De uitkomst is berekend; niemand beoordeelde haar.",
    english: "A definition of the one domain that nobody published. Give two, then. The outcome is computed and judged by nobody.",
    example: "",
};
const SECOND_TEXT: Param = Param {
    name: "secondText",
    about: "De omschrijving van het andere domein.",
    english: "The definition of the other domain.",
    ..FIRST_TEXT
};
const TEXT: Param = Param {
    name: "text",
    kind: ParamKind::NeededText(LONGEST_TEXT),
    about: "De tekst om na te kijken. Zij wordt nergens bewaard.",
    english: "The text to check. It is kept nowhere.",
    example: "Wij hebben een signaal gemeld.",
};

/// Parameters of a search.
pub(super) const SEARCH: &[Param] = &[Q, DOMAIN, DIFFER, PHASE, PLACE, PAGE, PER_PAGE];
/// Parameters of one term.
pub(super) const ONE_TERM: &[Param] = &[TERM, PLACE];
/// Parameters of a comparison.
pub(super) const COMPARE: &[Param] = &[COMPARED, FIRST, SECOND, FIRST_TEXT, SECOND_TEXT, PLACE];
/// Parameters of a text check.
pub(super) const CHECK: &[Param] = &[TEXT, WRITER, READER];
