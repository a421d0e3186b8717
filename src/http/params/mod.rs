// SPDX-License-Identifier: EUPL-1.2
//! Parameters: what an operation takes is a table; a request is held against it, and all its faults are told at once.

mod known;
mod mend;

pub(super) use self::known::{domains, keys, languages, pairs, phases, places};
pub(super) use self::mend::way_on;

use std::fmt;

use actix_web::HttpRequest;
use serde_json::Value;

use crate::http::body::member_of;
use crate::http::params::mend::{choice_of, no_values, unknown, unknown_value};
use crate::http::problem::{Fault, Problem};
use crate::model::{Date, Domain, DomainId, Place, PlaceId};
use crate::publication::Publication;
use crate::search::{Facet, Filter, Mistake};

/// Which page of a list.
pub(super) const PAGE: Param = Param {
    name: "page",
    kind: ParamKind::Count { from: 1, to: 10_000, otherwise: 1 },
    about: "Welke bladzijde, vanaf 1.",
    english: "Which page, from 1.",
    example: "1",
};
/// How much of a list that is read whole.
pub(super) const PER_LONG_PAGE: Param = Param {
    name: "perPage",
    kind: ParamKind::Count { from: 1, to: 500, otherwise: 100 },
    about: "Hoeveel per bladzijde.",
    english: "How many per page.",
    example: "100",
};
/// A place, whose agreements are laid over what holds everywhere.
pub(super) const PLACE: Param = Param {
    name: "place",
    kind: ParamKind::Choice(places),
    about: "Een plaats met eigen afspraken, uit /places. Wat daar is afgesproken, gaat voor.",
    english: "A place with agreements of its own, from /places. What was agreed there comes first.",
    example: "",
};

/// The language of what is said: of problems everywhere, and of cards. Every address of the API takes it.
pub(super) const LANG: Param = Param {
    name: "lang",
    kind: ParamKind::Choice(languages),
    about: "De taal van wat geen inhoud is, zoals een fout: nl of en. Zonder lang kiest Accept-Language. Betekenissen zijn altijd \
        Nederlands.",
    english: "The language of what is not content, such as a problem: nl or en. Without lang, Accept-Language chooses. Meanings \
        are always Dutch.",
    example: "nl",
};

/// A parameter of an operation.
#[derive(Debug)]
pub(super) struct Param {
    pub name: &'static str,
    pub kind: ParamKind,
    /// What it is for, in Dutch.
    pub about: &'static str,
    /// What it is for, in English.
    pub english: &'static str,
    /// A value that works.
    pub example: &'static str,
}

impl Param {
    /// Whether it must be there.
    pub fn is_needed(&self) -> bool {
        matches!(self.kind, ParamKind::NeededText(_) | ParamKind::NeededChoice(_))
    }

    /// Whether it may stand in an address without a value, as forms send it: then it asks for nothing.
    pub fn may_be_empty(&self) -> bool {
        !self.is_needed() && !matches!(self.kind, ParamKind::Count { .. } | ParamKind::Day)
    }

    /// The texts of a JSON value that stands for it: a list where more than one is given, a number where it is one.
    fn texts_of(&self, value: &Value) -> Result<Vec<String>, Fault> {
        let (texts, dutch, english) = match (&self.kind, value) {
            (_, Value::Null) => (Some(Vec::new()), "", ""),
            (ParamKind::Choices(_) | ParamKind::TwoChoices(_), value) => {
                let items = value.as_array().map_or_else(|| std::slice::from_ref(value), Vec::as_slice);
                (
                    items.iter().map(text_of).collect(),
                    "Dit hoort een tekst, een getal of een lijst daarvan te zijn.",
                    "This should be a text, a number or a list of these.",
                )
            }
            (ParamKind::Count { .. }, value) => (
                value.as_u64().map(|count| vec![count.to_string()]),
                "Dit hoort een heel getal te zijn.",
                "This should be a whole number.",
            ),
            (_, value) => (
                value.as_str().map(|text| vec![text.to_owned()]),
                "Dit hoort een tekst te zijn.",
                "This should be a text.",
            ),
        };
        texts.ok_or_else(|| Fault::new(self.name, dutch, english))
    }
}

/// What a parameter holds.
#[derive(Debug, Clone, Copy)]
pub(super) enum ParamKind {
    /// Free text of at most so many characters.
    Text(usize),
    /// The same, and it must be there.
    NeededText(usize),
    /// A question of at most so many characters, in which phrases, fields and what to leave out may stand.
    Question(usize),
    /// A whole number between two bounds, and what holds without it.
    Count { from: usize, to: usize, otherwise: usize },
    /// One or more of the values that the glossary knows; commas or repetition between them.
    Choices(fn(&Publication) -> Vec<String>),
    /// Two different ones of them, or none.
    TwoChoices(fn(&Publication) -> Vec<String>),
    /// One of the values that the glossary knows, or none.
    Choice(fn(&Publication) -> Vec<String>),
    /// A day of the calendar, or none.
    Day,
    /// Two different domains with a comma between them, in either order, or none.
    Pair,
    /// One of the values that the glossary knows, and it must be there.
    NeededChoice(fn(&Publication) -> Vec<String>),
}

/// Parameters that were held against their table.
pub(super) struct Input {
    pairs: Vec<(String, String)>,
    table: &'static [Param],
}

/// Tells how much was given and nothing of what: that is nobody's to read.
impl fmt::Debug for Input {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Input").field("pairs", &self.pairs.len()).finish_non_exhaustive()
    }
}

impl Input {
    /// Reads the query of a request.
    pub fn of_query(
        request: &HttpRequest,
        table: &'static [Param],
        publication: &Publication,
    ) -> Result<Self, Problem> {
        let pairs: Vec<(String, String)> =
            form_urlencoded::parse(request.query_string().as_bytes()).into_owned().collect();
        let known = || table.iter().filter(|param| param.name != LANG.name).chain([&LANG]);
        let mut faults = unknown(pairs.iter().map(|(name, _)| name.as_str()), known());
        let input = Self { pairs, table };
        faults.extend(known().flat_map(|param| input.faults_of(param, publication)));
        if faults.is_empty() { Ok(input) } else { Err(Problem::invalid_input(faults)) }
    }

    /// Reads a JSON object with the same names; tells faults by their place in it.
    pub fn of_body(body: &Value, table: &'static [Param], publication: &Publication) -> Result<Self, Problem> {
        let Value::Object(members) = body else {
            return Err(Problem::invalid_input(vec![Fault::new(
                "",
                "De vraag hoort een JSON-object te zijn.",
                "The request should be a JSON object.",
            )]));
        };
        let mut faults = unknown(members.keys().map(String::as_str), table.iter());
        let mut input = Self { pairs: Vec::new(), table };
        for param in table {
            match param.texts_of(members.get(param.name).unwrap_or(&Value::Null)) {
                Ok(texts) => {
                    input.pairs.extend(texts.into_iter().map(|text| (param.name.to_owned(), text)));
                    faults.extend(input.faults_of(param, publication));
                }
                Err(fault) => faults.push(fault),
            }
        }
        let placed = |fault: Fault| Fault { name: member_of("", &fault.name), ..fault };
        if faults.is_empty() {
            return Ok(input);
        }
        Err(Problem::invalid_input(faults.into_iter().map(placed).collect()))
    }

    /// What is wrong with a parameter.
    fn faults_of(&self, param: &Param, publication: &Publication) -> Vec<Fault> {
        match self.fault_of(param, publication) {
            Some(fault) => vec![fault],
            None if matches!(param.kind, ParamKind::Question(_)) => self.mistakes(param, publication),
            None => Vec::new(),
        }
    }

    fn values<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.pairs.iter().filter(move |(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    fn fault_of(&self, param: &Param, publication: &Publication) -> Option<Fault> {
        let given = self.values(param.name).count();
        let fault = |dutch: String, english: String| Fault::new(param.name, dutch, english);
        if given > 1 && !matches!(param.kind, ParamKind::Choices(_) | ParamKind::TwoChoices(_)) {
            return Some(fault("Dit gegeven mag één keer voorkomen.".into(), "This may be given once.".into()));
        }
        match param.kind {
            ParamKind::NeededText(_) if self.text(param.name).trim().is_empty() => Some(fault(
                format!("Dit gegeven is nodig, bijvoorbeeld {}={}.", param.name, param.example),
                format!("This is needed, for example {}={}.", param.name, param.example),
            )),
            ParamKind::Text(most) | ParamKind::NeededText(most) | ParamKind::Question(most) => {
                let long = self.text(param.name).chars().count() > most;
                long.then(|| {
                    fault(
                        format!("Deze tekst mag hoogstens {most} tekens hebben."),
                        format!("This text may have at most {most} characters."),
                    )
                })
            }
            ParamKind::Count { from, to, .. } => {
                let wrong = |text: &str| !text.parse().is_ok_and(|number: usize| (from..=to).contains(&number));
                let wrong = self.values(param.name).any(wrong);
                wrong.then(|| {
                    fault(
                        format!("Dit hoort een getal te zijn van {from} tot en met {to}."),
                        format!("This should be a number from {from} to {to}."),
                    )
                })
            }
            ParamKind::Day => {
                let strange = given > 0 && self.day(param.name).is_none();
                strange.then(|| {
                    fault(
                        "Dit hoort een dag te zijn, geschreven als 2026-05-01.".into(),
                        "This should be a day, written as 2026-05-01.".into(),
                    )
                })
            }
            _ => self.wrong_choice(param, publication),
        }
    }

    /// What is wrong with a value that is one of those that are known.
    fn wrong_choice(&self, param: &Param, publication: &Publication) -> Option<Fault> {
        let fault = |dutch: String, english: String| Fault::new(param.name, dutch, english);
        match param.kind {
            ParamKind::Choices(known) | ParamKind::TwoChoices(known) => {
                let is_loose = |value: &str| !value.is_empty() && value.split(',').any(|part| part.trim().is_empty());
                if self.values(param.name).any(is_loose) {
                    return Some(fault(
                        "Hier staat een komma zonder waarde ernaast. Haal de komma weg.".into(),
                        "A comma stands here without a value beside it. Take the comma away.".into(),
                    ));
                }
                let choices = self.choices(param.name);
                // What the glossary knows is only listed where something was chosen.
                let known = if choices.is_empty() { return None } else { known(publication) };
                let strange = choices.into_iter().find(|choice| !known.contains(choice))?;
                let mend = way_on(&strange, &known).unwrap_or_else(no_values);
                Some(unknown_value(param.name, &mend))
            }
            ParamKind::Pair => {
                let strange = !self.text(param.name).is_empty() && self.pair(param.name, publication).is_none();
                let known = domains(publication).join(", ");
                strange.then(|| {
                    fault(
                        format!("Noem hier twee verschillende domeinen met een komma ertussen. Kies uit: {known}."),
                        format!("Name two different domains here with a comma between them. Choose from: {known}."),
                    )
                })
            }
            ParamKind::NeededChoice(known) if self.text(param.name).is_empty() => {
                let known = known(publication).join(", ");
                Some(fault(
                    format!("Dit gegeven is nodig. Kies uit: {known}."),
                    format!("This is needed. Choose from: {known}."),
                ))
            }
            ParamKind::Choice(known) | ParamKind::NeededChoice(known) => {
                let (known, choice) = (known(publication), self.text(param.name));
                let strange = !choice.is_empty() && !known.iter().any(|value| value == choice);
                let mend = if known.is_empty() { no_values() } else { choice_of(&known) };
                strange.then(|| unknown_value(param.name, &mend))
            }
            _ => None,
        }
    }

    /// What is wrong in a question, each with its place.
    fn mistakes(&self, param: &Param, publication: &Publication) -> Vec<Fault> {
        let fault = |mistake: Mistake| {
            let at = mistake.place.start + 1;
            let dutch = format!("Bij teken {at}: {}", mistake.reason.dutch);
            Fault::new(param.name, dutch, format!("At character {at}: {}", mistake.reason.english)).at(&mistake.place)
        };
        publication.understand(self.text(param.name)).mistakes.into_iter().map(fault).collect()
    }

    /// A text; empty when it was not given.
    pub fn text(&self, name: &str) -> &str {
        self.pairs.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value.as_str())
    }

    /// A number, or what holds without it.
    pub fn count(&self, name: &str) -> usize {
        let otherwise = self.table.iter().find_map(|param| match param.kind {
            ParamKind::Count { otherwise, .. } if param.name == name => Some(otherwise),
            _ => None,
        });
        self.text(name).parse().ok().or(otherwise).unwrap_or(1)
    }

    /// A day, where it was given.
    pub fn day(&self, name: &str) -> Option<Date> {
        Date::parse(self.text(name))
    }

    /// The place that was asked for, where the operation takes one.
    pub fn place<'a>(&self, publication: &'a Publication) -> Option<&'a Place> {
        PlaceId::parse(self.text("place")).and_then(|id| publication.glossary.place(&id))
    }

    /// The domain that was asked for by this name.
    pub fn domain<'a>(&self, name: &str, publication: &'a Publication) -> Option<&'a Domain> {
        DomainId::parse(self.text(name)).and_then(|id| publication.glossary.domain(&id))
    }

    /// The two domains that were asked for by this name.
    pub fn pair<'a>(&self, name: &str, publication: &'a Publication) -> Option<[&'a Domain; 2]> {
        let (first, second) = self.text(name).split_once(',')?;
        let domain = |id: &str| DomainId::parse(id.trim()).and_then(|id| publication.glossary.domain(&id));
        let (first, second) = (domain(first)?, domain(second)?);
        (first.id != second.id).then_some([first, second])
    }

    /// The chosen values of a filter.
    pub fn filter(&self, facet: &'static Facet, publication: &Publication) -> Filter {
        let values = self.values(facet.key).flat_map(|value| facet.values_in(value, &publication.glossary));
        Filter { facet: facet.key, values: values.collect() }
    }

    /// The chosen values.
    pub fn choices(&self, name: &str) -> Vec<String> {
        let values = self.values(name).flat_map(|value| value.split(','));
        values.map(str::trim).filter(|value| !value.is_empty()).map(str::to_owned).collect()
    }
}

/// The text of a JSON value that is one: a number is written out.
fn text_of(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::Input;
    use crate::http::problem::{Fault, Problem};

    #[test]
    fn what_was_typed_shows_in_nothing_that_may_be_logged() {
        let pair = ("geheimwoord".to_owned(), "geheimwoord".to_owned());
        assert_eq!(format!("{:?}", Input { pairs: vec![pair], table: &[] }), "Input { pairs: 1, .. }");
        let problem = Problem::invalid_input(vec![Fault::new("geheimwoord", "geheimwoord", "geheimwoord")]);
        assert_eq!(format!("{problem:?} {problem}"), "Problem(invalid-input) Invalid input");
    }
}
