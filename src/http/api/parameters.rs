// SPDX-License-Identifier: EUPL-1.2
//! What the operations of the API can be asked with: each parameter once, and the list of each operation.

use crate::divergence::Basis;
use crate::http::params::{PAGE, PER_LONG_PAGE, PLACE, Param, ParamKind, domains, keys, phases};
use crate::model::{Degree, Relation, Status};
use crate::search::Sort;

/// The words of a search.
pub(super) const Q: Param = Param {
    name: "q",
    kind: ParamKind::Question(200),
    about: "Waarnaar u zoekt; leeg geeft alle termen. Ook: \"woorden naast elkaar\", -weglaten, en velden als domein:sociaal \
        (domein, fase, relatie, graad, verschilt, status; met een streepje ervoor juist niet).",
    english: "What to search for; empty gives every term. Also: \"words next to each other\", -leave-out, and fields such as \
        domain:social (domain, phase, relation, degree, differ, status; with a hyphen before them not).",
    example: "melding",
};
/// A domain that gives a meaning.
pub(super) const DOMAIN: Param = Param {
    name: "domain",
    kind: ParamKind::Choices(domains),
    about: "Alleen termen met een betekenis in dit domein.",
    english: "Only terms with a meaning in this domain.",
    example: "safety",
};
/// A phase in which a term plays a part.
pub(super) const PHASE: Param = Param {
    name: "phase",
    kind: ParamKind::Choices(phases),
    about: "Alleen termen die in deze fase spelen, als model/fase.",
    english: "Only terms that play a part in this phase, as model/phase.",
    example: "gielen/primary",
};
const RELATION: Param = Param {
    name: "relation",
    kind: ParamKind::Choices(keys::<Relation>),
    about: "Alleen termen waarvan de betekenissen zich zo verhouden.",
    english: "Only terms whose meanings relate like this.",
    example: "conflict",
};
const DEGREE: Param = Param {
    name: "degree",
    kind: ParamKind::Choices(keys::<Degree>),
    about: "Alleen termen met een verschil van deze graad, 0 tot en met 3.",
    english: "Only terms with a difference of this degree, 0 to 3.",
    example: "3",
};
const STATUS: Param = Param {
    name: "status",
    kind: ParamKind::Choices(keys::<Status>),
    about: "Alleen termen met een betekenis van deze status.",
    english: "Only terms with a meaning of this status.",
    example: "draft",
};
/// Two domains to which something means different things.
pub(super) const DIFFER: Param = Param {
    name: "differ",
    kind: ParamKind::Pair,
    about: "Alleen wat voor deze twee domeinen iets anders betekent: meer dan een nuance, en niet onduidelijk.",
    english: "Only what means different things to these two domains: by more than a nuance, and not unclear.",
    example: "social,safety",
};
const SORT: Param = Param {
    name: "sort",
    kind: ParamKind::Choice(keys::<Sort>),
    about: "De volgorde: beste eerst (relevance), alfabet (label) of grootste verschil eerst (divergence). Zonder woorden geldt \
        het alfabet, anders beste eerst.",
    english: "The order: best first, alphabet, or greatest difference first. Without words the alphabet holds, else best first.",
    example: "divergence",
};
const PER_PAGE: Param =
    Param { kind: ParamKind::Count { from: 1, to: 100, otherwise: 10 }, example: "10", ..PER_LONG_PAGE };
/// The identifier of a term, in the path.
pub(super) const ID: Param = Param {
    name: "id",
    kind: ParamKind::NeededText(80),
    about: "De id van een term.",
    english: "The id of a term.",
    example: "melding",
};
const SUGGEST_Q: Param = Param {
    kind: ParamKind::NeededText(100),
    about: "Wat er tot nu toe is getypt.",
    english: "What was typed so far.",
    example: "mel",
    ..Q
};
const BETWEEN: Param = Param {
    name: "between",
    kind: ParamKind::Text(200),
    about: "Twee domeinen of betekenissen van de term, met een komma ertussen; een betekenis heet ook domein/betekenis.",
    english: "Two domains or concepts of the term, with a comma between them; a concept also goes by domain/concept.",
    example: "social,safety",
};
const SEARCH_PLACE: Param = Param {
    about: "Een plaats met eigen afspraken, uit /places. Betekenissen en verschil van wat is gevonden, zijn die van daar; \
        zoeken en filteren kijken naar wat overal geldt.",
    english: "A place with agreements of its own, from /places. Meanings and difference of what is found are those of the \
        place; searching and filtering look at what holds everywhere.",
    ..PLACE
};
const BASIS: Param = Param {
    name: "basis",
    kind: ParamKind::Choices(keys::<Basis>),
    about: "Alleen wat de redactie beoordeelde (editors), of wat is berekend (computed).",
    english: "Only what editors judged, or what was computed.",
    example: "editors",
};

const TRANSLATE_Q: Param = Param {
    kind: ParamKind::NeededText(200),
    about: "Uw woord, zoals u het gebruikt.",
    english: "Your word, as you use it.",
    example: "signaal",
    ..Q
};
const FROM: Param = Param {
    name: "from",
    kind: ParamKind::NeededChoice(domains),
    about: "Het domein waarvan u het woord gebruikt.",
    english: "The domain whose word it is.",
    example: "safety",
};
const TO: Param = Param {
    name: "to",
    kind: ParamKind::NeededChoice(domains),
    about: "Een ander domein: wat past daar bij uw woord?",
    english: "Another domain: what fits your word there?",
    example: "social",
};

/// Who writes.
pub(super) const WRITER: Param = Param {
    name: "writer",
    kind: ParamKind::NeededChoice(domains),
    about: "Het domein van wie schrijft.",
    english: "The domain of who writes.",
    example: "social",
};
/// Who reads.
pub(super) const READER: Param = Param {
    name: "reader",
    kind: ParamKind::NeededChoice(domains),
    about: "Het domein van wie leest.",
    english: "The domain of who reads.",
    example: "safety",
};

const SINCE: Param = Param {
    name: "since",
    kind: ParamKind::Day,
    about: "Alleen wat op of na deze dag is gewijzigd. Dagen zijn in UTC.",
    english: "Only what changed on or after this day. Days are in UTC.",
    example: "2026-05-01",
};
/// The day on which a term is wanted.
pub(super) const ON: Param = Param {
    name: "on",
    kind: ParamKind::Day,
    about: "De term zoals hij op deze dag was: in de laatste versie op of voor die dag (UTC). Gaat niet samen met place.",
    english: "The term as it was on this day: in the last revision on or before it (UTC). Does not go with place.",
    example: "",
};
const CHANGES_PER_PAGE: Param =
    Param { kind: ParamKind::Count { from: 1, to: 100, otherwise: 20 }, example: "20", ..PER_LONG_PAGE };

/// Parameters of what changed.
pub(super) const CHANGES: &[Param] = &[SINCE, PAGE, CHANGES_PER_PAGE];
/// Parameters of a search.
pub(super) const SEARCH: &[Param] =
    &[Q, DOMAIN, PHASE, RELATION, DEGREE, DIFFER, STATUS, SORT, SEARCH_PLACE, PAGE, PER_PAGE];
/// Parameters of completions.
pub(super) const SUGGEST: &[Param] = &[SUGGEST_Q];
/// Parameters of a translation.
pub(super) const TRANSLATIONS: &[Param] = &[TRANSLATE_Q, FROM, TO];
/// Parameters of the list of terms.
pub(super) const TERMS: &[Param] = &[PAGE, PER_LONG_PAGE];
/// Parameters of one term.
pub(super) const TERM: &[Param] = &[PLACE, ON];
/// Parameters of the pairs of one term.
pub(super) const TERM_DIVERGENCES: &[Param] = &[BETWEEN, PLACE];
/// Parameters of all pairs.
pub(super) const DIVERGENCES: &[Param] = &[DOMAIN, DEGREE, RELATION, DIFFER, PHASE, BASIS, PLACE, PAGE, PER_LONG_PAGE];
/// Parameters of how all words are read.
pub(super) const READINGS: &[Param] = &[WRITER, READER, PAGE, PER_LONG_PAGE];
/// No parameters.
pub(super) const NONE: &[Param] = &[];
