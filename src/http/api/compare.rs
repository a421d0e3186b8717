//! `/compare`: two definitions that nobody published yet. Nothing of what is sent is kept or logged.

use std::collections::BTreeMap;

use actix_web::{HttpRequest, HttpResponse, web};
use serde_json::Value;

use crate::divergence::{Meaning, Side, pair_of_texts};
use crate::http::App;
use crate::http::answer::json_once;
use crate::http::api::views::PairView;
use crate::http::params::json_body;
use crate::http::problem::{Fault, Problem};
use crate::language::nearest;
use crate::model::{ActorId, Age, Coercion, Consent, Domain, FacetId, Glossary, Keyed, LegalId, Values, Within};
use crate::source::hours_of;

/// The largest body, in bytes.
const LARGEST: usize = 65_536;

/// The longest definition or phrase, in characters.
const LONGEST: usize = 2_000;

/// `POST /api/v1/compare`: the pair object of two texts.
pub(super) async fn post(
    request: HttpRequest,
    payload: web::Payload,
    app: web::Data<App>,
) -> Result<HttpResponse, Problem> {
    let publication = app.publication();
    let body = json_body(&request, payload, LARGEST).await?;
    let mut form = Form { glossary: &publication.glossary, faults: Vec::new() };
    let (term, Some(a), Some(b), []) = (form.term(&body), form.side(&body, "a"), form.side(&body, "b"), &*form.faults)
    else {
        return Err(Problem::invalid_input(form.faults));
    };
    let pair = pair_of_texts([a.parts(), b.parts()], &term, &publication.yardstick());
    Ok(json_once(&PairView::new(&pair)))
}

/// One side of the comparison, as it was sent.
struct Sent {
    domain: Domain,
    definition: String,
    facets: BTreeMap<FacetId, String>,
    values: Values,
}

impl Sent {
    fn parts(&self) -> (Side, &Domain, Meaning<'_>) {
        let side = Side { domain: self.domain.id.clone(), concept: None };
        (side, &self.domain, Meaning { definition: &self.definition, facets: &self.facets, values: &self.values })
    }
}

/// Reads the body; collects what is wrong with it by JSON pointer.
struct Form<'a> {
    glossary: &'a Glossary,
    faults: Vec<Fault>,
}

impl Form<'_> {
    /// The word that is compared; it may be left out.
    fn term(&mut self, body: &Value) -> String {
        self.members(body, "", &["term", "a", "b"]);
        self.text(body, "", "term").unwrap_or_default()
    }

    fn fault(&mut self, pointer: String, reason: impl Into<String>) {
        self.faults.push(Fault { name: pointer, reason: reason.into() });
    }

    /// Holds the names of an object against the known ones.
    fn members(&mut self, value: &Value, pointer: &str, known: &[&str]) {
        let Some(members) = value.as_object() else {
            return self.fault(pointer.to_owned(), "Dit hoort een JSON-object te zijn.");
        };
        for name in members.keys().filter(|name| !known.contains(&name.as_str())) {
            let mend = match nearest(name, known.iter().copied()) {
                Some(near) => format!("Bedoelt u ‘{near}’?"),
                None => format!("Kies uit: {}.", known.join(", ")),
            };
            self.fault(format!("{pointer}/{name}"), format!("Dit gegeven is hier onbekend. {mend}"));
        }
    }

    fn text(&mut self, value: &Value, pointer: &str, name: &str) -> Option<String> {
        match value.get(name)? {
            Value::Null => None,
            Value::String(text) if text.chars().count() <= LONGEST => Some(text.clone()),
            Value::String(_) => {
                self.fault(format!("{pointer}/{name}"), format!("Deze tekst mag hoogstens {LONGEST} tekens hebben."));
                None
            }
            _ => {
                self.fault(format!("{pointer}/{name}"), "Dit hoort een tekst te zijn.");
                None
            }
        }
    }

    /// One side; without a domain it is the first or second domain of the glossary.
    fn side(&mut self, body: &Value, name: &str) -> Option<Sent> {
        let pointer = format!("/{name}");
        let side = body.get(name).unwrap_or(&Value::Null);
        self.members(side, &pointer, &["domain", "definition", "facets", "values"]);
        let domain = self.domain(side, &pointer, usize::from(name == "b"));
        let definition = self.text(side, &pointer, "definition").filter(|text| !text.trim().is_empty());
        if definition.is_none() {
            self.fault(
                format!("{pointer}/definition"),
                "De omschrijving is nodig: een tekst van hoogstens 60 woorden.",
            );
        }
        let facets = self.facets(side.get("facets").unwrap_or(&Value::Null), &format!("{pointer}/facets"));
        let values = self.values(side.get("values").unwrap_or(&Value::Null), &format!("{pointer}/values"));
        Some(Sent { domain: domain?, definition: definition?, facets, values })
    }

    fn domain(&mut self, side: &Value, pointer: &str, default: usize) -> Option<Domain> {
        let known = &self.glossary.domains;
        let Some(wanted) = self.text(side, pointer, "domain") else { return known.get(default).cloned() };
        let domain = known.iter().find(|domain| domain.id.as_str() == wanted).cloned();
        if domain.is_none() {
            let known: Vec<&str> = known.iter().map(|domain| domain.id.as_str()).collect();
            self.fault(format!("{pointer}/domain"), format!("Dit domein is onbekend. Kies uit: {}.", known.join(", ")));
        }
        domain
    }

    fn facets(&mut self, value: &Value, pointer: &str) -> BTreeMap<FacetId, String> {
        let known: Vec<FacetId> = self.glossary.facets.iter().map(|facet| facet.id.clone()).collect();
        if !value.is_null() {
            self.members(value, pointer, &known.iter().map(FacetId::as_str).collect::<Vec<_>>());
        }
        known.into_iter().filter_map(|id| Some((id.clone(), self.text(value, pointer, id.as_str())?))).collect()
    }

    fn values(&mut self, value: &Value, pointer: &str) -> Values {
        if value.is_null() {
            return Values::default();
        }
        self.members(value, pointer, &["roles", "coercion", "consent", "within", "age", "legalBasis"]);
        let within = self.text(value, pointer, "within");
        let length = within.and_then(|text| hours_of(&text).map(|hours| Within { text, hours }));
        if length.is_none() && value.get("within").is_some_and(Value::is_string) {
            self.fault(format!("{pointer}/within"), "Schrijf een duur zoals P7D of P6W.");
        }
        Values {
            roles: self.names(value, pointer, "roles").iter().filter_map(|id| ActorId::parse(id)).collect(),
            coercion: self.word::<Coercion>(value, pointer, "coercion"),
            consent: self.word::<Consent>(value, pointer, "consent"),
            within: length,
            age: self.age(value, pointer),
            legal_basis: self.names(value, pointer, "legalBasis").iter().filter_map(|id| LegalId::parse(id)).collect(),
        }
    }

    fn word<K: Keyed>(&mut self, value: &Value, pointer: &str, name: &str) -> Option<K> {
        let text = self.text(value, pointer, name)?;
        let word = K::from_key(&text);
        if word.is_none() {
            let known: Vec<&str> = K::ALL.iter().map(|row| row.1).collect();
            self.fault(format!("{pointer}/{name}"), format!("Kies uit: {}.", known.join(", ")));
        }
        word
    }

    fn names(&mut self, value: &Value, pointer: &str, name: &str) -> Vec<String> {
        match value.get(name) {
            None | Some(Value::Null) => Vec::new(),
            Some(Value::Array(items)) if items.iter().all(Value::is_string) => {
                items.iter().filter_map(|item| item.as_str().map(str::to_owned)).collect()
            }
            Some(_) => {
                self.fault(format!("{pointer}/{name}"), "Dit hoort een lijst van teksten te zijn.");
                Vec::new()
            }
        }
    }

    fn age(&mut self, value: &Value, pointer: &str) -> Option<Age> {
        let age = value.get("age").filter(|age| !age.is_null())?;
        self.members(age, &format!("{pointer}/age"), &["from", "to"]);
        let year = |name| age.get(name).and_then(Value::as_u64).and_then(|year| u8::try_from(year).ok());
        Some(Age { from: year("from"), to: year("to") })
    }
}
