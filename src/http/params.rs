// SPDX-License-Identifier: EUPL-1.2
//! Parameters: what an operation takes is a table; a request is held against it, and all its faults are told at once.

use std::collections::BTreeSet;
use std::fmt;

use actix_web::HttpRequest;
use serde_json::Value;

use crate::http::body::member_of;
use crate::http::problem::{Fault, Problem};
use crate::language::nearest;
use crate::model::{Date, Domain, DomainId, Keyed, Place, PlaceId};
use crate::publication::Publication;
use crate::search::{Facet, Filter, Mistake};

/// What is told of a value that cannot stand for a parameter.
const NO_TEXTS: &str = "Dit hoort een tekst, een getal of een lijst daarvan te zijn.";

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
        let faults = unknown(pairs.iter().map(|(name, _)| name.as_str()), table);
        Self::check(Self { pairs, table }, faults, publication).map_err(Problem::invalid_input)
    }

    /// Reads a JSON object with the same names; tells faults by their place in it.
    pub fn of_body(body: &Value, table: &'static [Param], publication: &Publication) -> Result<Self, Problem> {
        let Value::Object(members) = body else {
            return Err(Problem::invalid_input(vec![Fault::new("", "De vraag hoort een JSON-object te zijn.")]));
        };
        let mut faults = unknown(members.keys().map(String::as_str), table);
        let mut pairs = Vec::new();
        for param in table {
            match members.get(param.name).map_or_else(|| Some(Vec::new()), texts_of) {
                Some(texts) => pairs.extend(texts.into_iter().map(|text| (param.name.to_owned(), text))),
                None => faults.push(Fault::new(param.name, NO_TEXTS)),
            }
        }
        let placed = |fault: Fault| Fault { name: member_of("", &fault.name), ..fault };
        Self::check(Self { pairs, table }, faults, publication)
            .map_err(|faults| Problem::invalid_input(faults.into_iter().map(placed).collect()))
    }

    /// The input, when no parameter is at fault besides the faults that were found already.
    fn check(self, mut faults: Vec<Fault>, publication: &Publication) -> Result<Self, Vec<Fault>> {
        for param in self.table {
            match self.fault_of(param, publication) {
                Some(fault) => faults.push(fault),
                None if matches!(param.kind, ParamKind::Question(_)) => {
                    faults.extend(self.mistakes(param, publication));
                }
                None => {}
            }
        }
        if faults.is_empty() { Ok(self) } else { Err(faults) }
    }

    fn values<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.pairs.iter().filter(move |(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    fn fault_of(&self, param: &Param, publication: &Publication) -> Option<Fault> {
        let given = self.values(param.name).count();
        if given > 1 && !matches!(param.kind, ParamKind::Choices(_)) {
            return Some(Fault::new(param.name, "Dit gegeven mag één keer voorkomen."));
        }
        match param.kind {
            ParamKind::NeededText(_) if self.text(param.name).trim().is_empty() => Some(Fault::new(
                param.name,
                format!("Dit gegeven is nodig, bijvoorbeeld {}={}.", param.name, param.example),
            )),
            ParamKind::Text(most) | ParamKind::NeededText(most) | ParamKind::Question(most) => {
                let long = self.text(param.name).chars().count() > most;
                long.then(|| Fault::new(param.name, format!("Deze tekst mag hoogstens {most} tekens hebben.")))
            }
            ParamKind::Count { from, to, .. } => {
                let wrong = |text: &str| !text.parse().is_ok_and(|number: usize| (from..=to).contains(&number));
                let wrong = self.values(param.name).any(wrong);
                wrong
                    .then(|| Fault::new(param.name, format!("Dit hoort een getal te zijn van {from} tot en met {to}.")))
            }
            ParamKind::Choices(known) => {
                let choices = self.choices(param.name);
                // What the glossary knows is only listed where something was chosen.
                let known = if choices.is_empty() { return None } else { known(publication) };
                let strange = choices.into_iter().find(|choice| !known.contains(choice))?;
                let mend = way_on(&strange, &known).unwrap_or_else(|| "Er zijn hiervoor nog geen waarden.".to_owned());
                Some(Fault::new(param.name, format!("Deze waarde is onbekend. {mend}")))
            }
            ParamKind::Day => {
                let strange = given > 0 && self.day(param.name).is_none();
                strange.then(|| Fault::new(param.name, "Dit hoort een dag te zijn, geschreven als 2026-05-01."))
            }
            ParamKind::Pair => {
                let strange = !self.text(param.name).is_empty() && self.pair(param.name, publication).is_none();
                let known = domains(publication).join(", ");
                let reason =
                    format!("Noem hier twee verschillende domeinen met een komma ertussen. Kies uit: {known}.");
                strange.then(|| Fault::new(param.name, reason))
            }
            ParamKind::NeededChoice(known) if self.text(param.name).is_empty() => {
                let reason = format!("Dit gegeven is nodig. Kies uit: {}.", known(publication).join(", "));
                Some(Fault::new(param.name, reason))
            }
            ParamKind::Choice(known) | ParamKind::NeededChoice(known) => {
                let (known, choice) = (known(publication), self.text(param.name));
                let strange = !choice.is_empty() && !known.iter().any(|value| value == choice);
                let mend = match known.as_slice() {
                    [] => "Er zijn hiervoor nog geen waarden.".to_owned(),
                    known => format!("Kies uit: {}.", known.join(", ")),
                };
                strange.then(|| Fault::new(param.name, format!("Deze waarde is onbekend. {mend}")))
            }
        }
    }

    /// What is wrong in a question, each with its place.
    fn mistakes(&self, param: &Param, publication: &Publication) -> Vec<Fault> {
        let fault = |mistake: Mistake| {
            let reason = format!("Bij teken {}: {}", mistake.place.start + 1, mistake.reason);
            Fault::new(param.name, reason).at(&mistake.place)
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

/// A fault for every name that the table does not know, each once.
fn unknown<'a>(names: impl Iterator<Item = &'a str>, table: &[Param]) -> Vec<Fault> {
    let known: Vec<&str> = table.iter().map(|param| param.name).collect();
    let strange: BTreeSet<&str> = names.filter(|name| !known.contains(name)).collect();
    let fault = |name: &str| {
        let mend = way_on(name, &known).unwrap_or_else(|| "Dit adres kent geen gegevens in de vraag.".to_owned());
        Fault::new(name, format!("Dit gegeven is hier onbekend. {mend}"))
    };
    strange.into_iter().map(fault).collect()
}

/// What to write instead of an unknown word: the known one that comes near, else a choice of all.
pub(super) fn way_on(word: &str, known: &[impl AsRef<str>]) -> Option<String> {
    let known = || known.iter().map(AsRef::as_ref);
    known().next()?;
    Some(match nearest(word, known()) {
        Some(near) => format!("Bedoelt u ‘{near}’?"),
        None => format!("Kies uit: {}.", known().collect::<Vec<_>>().join(", ")),
    })
}

/// The texts of a JSON value that stands for parameters.
fn texts_of(value: &Value) -> Option<Vec<String>> {
    match value {
        Value::Null => Some(Vec::new()),
        Value::Array(items) => items.iter().map(text_of).collect(),
        one => text_of(one).map(|text| vec![text]),
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

/// The identifiers of all places.
pub(super) fn places(publication: &Publication) -> Vec<String> {
    publication.glossary.places.iter().map(|place| place.id.to_string()).collect()
}

/// The identifiers of all domains.
pub(super) fn domains(publication: &Publication) -> Vec<String> {
    publication.glossary.domains.iter().map(|domain| domain.id.to_string()).collect()
}

/// Every two domains, in either order.
pub(super) fn pairs(publication: &Publication) -> Vec<String> {
    let domains = domains(publication);
    let with_others = |first: &String| {
        let others = domains.iter().filter(|other| *other != first);
        others.map(|other| format!("{first},{other}")).collect::<Vec<_>>()
    };
    domains.iter().flat_map(with_others).collect()
}

/// Every phase as model/phase.
pub(super) fn phases(publication: &Publication) -> Vec<String> {
    let of_model = |model: &crate::model::Model| {
        model.phases.iter().map(|phase| format!("{}/{}", model.id, phase.id)).collect::<Vec<_>>()
    };
    publication.glossary.models.iter().flat_map(of_model).collect()
}

/// The keys of a closed list.
pub(super) fn keys<K: Keyed>(_: &Publication) -> Vec<String> {
    K::ALL.iter().map(|row| row.1.to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::Input;
    use crate::http::problem::{Fault, Problem};

    #[test]
    fn what_was_typed_shows_in_nothing_that_may_be_logged() {
        let pair = ("geheimwoord".to_owned(), "geheimwoord".to_owned());
        assert_eq!(format!("{:?}", Input { pairs: vec![pair], table: &[] }), "Input { pairs: 1, .. }");
        let problem = Problem::invalid_input(vec![Fault::new("geheimwoord", "geheimwoord")]);
        assert_eq!(format!("{problem:?} {problem}"), "Problem(invalid-input) Invalid input");
    }
}
