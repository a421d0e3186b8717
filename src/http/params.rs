//! Parameters: what an operation takes is a table; a request is held against it, and all its faults are told at once.

use actix_web::http::header::CONTENT_TYPE;
use actix_web::{HttpRequest, web};
use serde_json::Value;

use crate::http::problem::{Fault, Problem};
use crate::language::nearest;
use crate::model::Keyed;
use crate::publication::Publication;

/// The largest body of a search, in bytes.
const LARGEST_SEARCH: usize = 16_384;

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

/// What a parameter holds.
#[derive(Debug, Clone, Copy)]
pub(super) enum ParamKind {
    /// Free text of at most so many characters.
    Text(usize),
    /// The same, and it must be there.
    NeededText(usize),
    /// A whole number between two bounds, and what holds without it.
    Count { from: usize, to: usize, otherwise: usize },
    /// One or more of the values that the glossary knows; commas or repetition between them.
    Choices(fn(&Publication) -> Vec<String>),
}

/// Parameters that were held against their table.
#[derive(Debug)]
pub(super) struct Input {
    pairs: Vec<(String, String)>,
    table: &'static [Param],
}

impl Input {
    /// Reads the query of a request.
    pub fn of_query(
        request: &HttpRequest,
        table: &'static [Param],
        publication: &Publication,
    ) -> Result<Self, Problem> {
        let pairs = form_urlencoded::parse(request.query_string().as_bytes());
        Self::read(pairs.into_owned().collect(), Vec::new(), table, publication)
    }

    /// Reads a JSON object with the same names.
    pub fn of_body(body: &Value, table: &'static [Param], publication: &Publication) -> Result<Self, Problem> {
        let Value::Object(members) = body else {
            return Err(Problem::invalid_input(vec![fault("", "De vraag hoort een JSON-object te zijn.")]));
        };
        let (mut pairs, mut faults) = (Vec::new(), Vec::new());
        for (name, value) in members {
            match texts_of(value) {
                Some(texts) => pairs.extend(texts.into_iter().map(|text| (name.clone(), text))),
                None => faults.push(fault(name, "Dit hoort een tekst, een getal of een lijst van teksten te zijn.")),
            }
        }
        Self::read(pairs, faults, table, publication)
    }

    fn read(
        pairs: Vec<(String, String)>,
        mut faults: Vec<Fault>,
        table: &'static [Param],
        publication: &Publication,
    ) -> Result<Self, Problem> {
        let input = Self { pairs, table };
        for (name, _) in &input.pairs {
            if !table.iter().any(|param| param.name == name) {
                faults.push(unknown(name, table));
            }
        }
        faults.extend(table.iter().filter_map(|param| input.fault_of(param, publication)));
        faults.dedup();
        if faults.is_empty() { Ok(input) } else { Err(Problem::invalid_input(faults)) }
    }

    fn values<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.pairs.iter().filter(move |(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    fn fault_of(&self, param: &Param, publication: &Publication) -> Option<Fault> {
        let given = self.values(param.name).count();
        if given > 1 && !matches!(param.kind, ParamKind::Choices(_)) {
            return Some(fault(param.name, "Dit gegeven mag één keer voorkomen."));
        }
        match param.kind {
            ParamKind::NeededText(_) if self.text(param.name).trim().is_empty() => {
                Some(fault(param.name, format!("Dit gegeven is nodig, bijvoorbeeld {}={}.", param.name, param.example)))
            }
            ParamKind::Text(most) | ParamKind::NeededText(most) => {
                let long = self.text(param.name).chars().count() > most;
                long.then(|| fault(param.name, format!("Deze tekst mag hoogstens {most} tekens hebben.")))
            }
            ParamKind::Count { from, to, .. } => {
                let wrong = |text: &str| !text.parse().is_ok_and(|number: usize| (from..=to).contains(&number));
                let wrong = self.values(param.name).any(wrong);
                wrong.then(|| fault(param.name, format!("Dit hoort een getal te zijn van {from} tot en met {to}.")))
            }
            ParamKind::Choices(known) => {
                let known = known(publication);
                let strange = self.choices(param.name).into_iter().find(|choice| !known.contains(choice))?;
                let mend = match nearest(&strange, known.iter().map(String::as_str)) {
                    Some(near) => format!("Bedoelt u ‘{near}’?"),
                    None if known.is_empty() => "Er zijn hiervoor nog geen waarden.".to_owned(),
                    None => format!("Kies uit: {}.", known.join(", ")),
                };
                Some(fault(param.name, format!("Deze waarde is onbekend. {mend}")))
            }
        }
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

    /// The chosen values.
    pub fn choices(&self, name: &str) -> Vec<String> {
        let values = self.values(name).flat_map(|value| value.split(','));
        values.map(str::trim).filter(|value| !value.is_empty()).map(str::to_owned).collect()
    }
}

fn fault(name: &str, reason: impl Into<String>) -> Fault {
    Fault { name: name.to_owned(), reason: reason.into() }
}

fn unknown(name: &str, table: &[Param]) -> Fault {
    let known = || table.iter().map(|param| param.name);
    let mend = match nearest(name, known()) {
        Some(near) => format!("Bedoelt u ‘{near}’?"),
        None if table.is_empty() => "Dit adres kent geen gegevens in de vraag.".to_owned(),
        None => format!("Kies uit: {}.", known().collect::<Vec<_>>().join(", ")),
    };
    fault(name, format!("Dit gegeven is hier onbekend. {mend}"))
}

/// The texts of a JSON value that stands for parameters.
fn texts_of(value: &Value) -> Option<Vec<String>> {
    match value {
        Value::Null => Some(Vec::new()),
        Value::String(text) => Some(vec![text.clone()]),
        Value::Number(number) => Some(vec![number.to_string()]),
        Value::Array(items) => items.iter().map(|item| item.as_str().map(str::to_owned)).collect(),
        Value::Bool(_) | Value::Object(_) => None,
    }
}

/// Reads a JSON body.
pub(super) async fn json_body(request: &HttpRequest, payload: web::Payload, most: usize) -> Result<Value, Problem> {
    let kind = request.headers().get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or("");
    if !kind.split(';').next().unwrap_or("").trim().eq_ignore_ascii_case("application/json") {
        return Err(Problem::media_type());
    }
    let bytes = payload.to_bytes_limited(most).await.map_err(|_| Problem::too_large(most))?;
    let bytes = bytes.map_err(|_| Problem::invalid_input(vec![fault("", "De vraag is niet heel aangekomen.")]))?;
    serde_json::from_slice(&bytes).map_err(|error| {
        let reason = format!("Dit is geen geldige JSON: kijk bij regel {}, teken {}.", error.line(), error.column());
        Problem::invalid_input(vec![fault("", reason)])
    })
}

/// Reads the JSON body of a search.
pub(super) async fn search_body(request: &HttpRequest, payload: web::Payload) -> Result<Value, Problem> {
    json_body(request, payload, LARGEST_SEARCH).await
}

/// The identifiers of all domains.
pub(super) fn domains(publication: &Publication) -> Vec<String> {
    publication.glossary.domains.iter().map(|domain| domain.id.to_string()).collect()
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
