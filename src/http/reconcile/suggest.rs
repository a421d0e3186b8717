// SPDX-License-Identifier: EUPL-1.2
//! Completions as someone types the name of a meaning, a property or a domain, and the few words shown beside each.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use serde::Serialize;

use crate::http::App;
use crate::http::answer::json_once;
use crate::http::problem::Problem;
use crate::http::reconcile::Given;
use crate::http::reconcile::entity::{Entity, Kind};
use crate::http::reconcile::property::{PROPERTIES, Property};
use crate::language::fold;
use crate::model::{Domain, DomainId};
use crate::publication::Publication;

/// The most completions at once.
const MOST: usize = 10;

/// The most completions that can be passed over.
const FARTHEST: usize = 1_000;

/// The most characters of what is typed that are read.
const LONGEST: usize = 200;

/// Completions.
#[derive(Serialize)]
struct Completions<T> {
    result: Vec<T>,
}

/// A meaning.
#[derive(Serialize)]
struct Completed<'a> {
    id: String,
    name: String,
    description: String,
    notable: Vec<Kind<'a>>,
}

impl<'a> Completed<'a> {
    fn new(entity: Entity<'a>) -> Self {
        Self { id: entity.id(), name: entity.name(), description: entity.description(), notable: entity.types() }
    }
}

/// A property.
#[derive(Serialize)]
pub(super) struct CompletedProperty {
    id: &'static str,
    name: &'static str,
    description: &'static str,
}

impl CompletedProperty {
    pub fn new(property: &'static Property) -> Self {
        Self { id: property.id, name: property.name, description: property.about }
    }
}

/// What is shown beside a completion.
#[derive(Serialize)]
struct Flyout<'a> {
    id: &'a str,
    html: String,
}

/// A few words in HTML.
#[derive(Template)]
#[template(source = "<p><strong>{{ name }}</strong></p><p>{{ text }}</p>", ext = "html")]
struct Words<'a> {
    name: &'a str,
    text: &'a str,
}

/// What was typed, and how many completions were seen already.
struct Typed {
    prefix: String,
    skip: usize,
}

impl Typed {
    fn of(given: &Given) -> Result<Self, Problem> {
        let cursor = given.text("cursor");
        let skip = if cursor.is_empty() { Some(0) } else { cursor.parse().ok() };
        let skip = skip.filter(|&skip: &usize| skip <= FARTHEST).ok_or_else(|| {
            Problem::fault(
                "cursor",
                format!("Dit hoort een heel getal van 0 tot en met {FARTHEST} te zijn."),
                format!("This should be a whole number from 0 to {FARTHEST}."),
            )
        })?;
        Ok(Self { prefix: given.text("prefix").trim().chars().take(LONGEST).collect(), skip })
    }

    /// The page of a list that was asked for.
    fn page<T>(&self, all: impl Iterator<Item = T>) -> HttpResponse
    where
        T: Serialize,
    {
        json_once(&Completions { result: all.skip(self.skip).take(MOST).collect() })
    }

    /// Whether a name or one of its words goes on from what was typed.
    fn begins(&self, names: &[&str]) -> bool {
        let prefix = fold(&self.prefix);
        let begins = |name: &str| {
            let folded = fold(name);
            folded.starts_with(&prefix) || folded.split([' ', '(']).any(|word| word.starts_with(&prefix))
        };
        names.iter().any(|name| begins(name))
    }
}

/// `GET /reconcile/suggest/entity?prefix=`: meanings of words that go on from it, of one domain where `type` names one.
pub(super) async fn entities(request: HttpRequest, app: web::Data<App>) -> Result<HttpResponse, Problem> {
    let publication = app.publication();
    let given = Given::of(&request);
    let typed = Typed::of(&given)?;
    let domain = wanted_domain(&given, &publication)?;
    let found = entities_for(&typed, &publication).into_iter();
    let wanted = found.filter(|entity| domain.is_none_or(|domain| entity.is_of(&domain.id)));
    Ok(typed.page(wanted.map(Completed::new)))
}

/// What was typed may be a whole name or identifier; else words go on from it.
fn entities_for<'a>(typed: &Typed, publication: &'a Publication) -> Vec<Entity<'a>> {
    let mut found: Vec<Entity<'a>> = Entity::with_id(&typed.prefix, publication).into_iter().collect();
    found.extend(Entity::with_name(&typed.prefix, publication));
    for completion in publication.index().suggest(&typed.prefix, typed.skip + MOST) {
        for entity in Entity::in_use(publication.entry_at(completion.place), publication) {
            if !found.iter().any(|known| known.is(&entity)) {
                found.push(entity);
            }
        }
    }
    found
}

/// The domain that completions are wanted of.
pub(super) fn wanted_domain<'a>(given: &Given, publication: &'a Publication) -> Result<Option<&'a Domain>, Problem> {
    let name = given.text("type");
    let domain = DomainId::parse(name).and_then(|id| publication.glossary.domain(&id));
    if name.is_empty() || domain.is_some() {
        return Ok(domain);
    }
    Err(unknown_type(publication, "type"))
}

/// A type, in a parameter, that is no domain of this glossary.
pub(super) fn unknown_type(publication: &Publication, parameter: &str) -> Problem {
    let known: Vec<&str> = publication.glossary.domains.iter().map(|domain| domain.id.as_str()).collect();
    let known = known.join(", ");
    Problem::fault(
        parameter,
        format!("Dit type is onbekend. Kies uit: {known}."),
        format!("This type is unknown. Choose from: {known}."),
    )
}

/// `GET /reconcile/suggest/property?prefix=`: properties whose name goes on from it.
pub(super) async fn properties(request: HttpRequest) -> Result<HttpResponse, Problem> {
    let typed = Typed::of(&Given::of(&request))?;
    let found = PROPERTIES.iter().filter(|property| typed.begins(&[property.id, property.name]));
    Ok(typed.page(found.map(CompletedProperty::new)))
}

/// `GET /reconcile/suggest/type?prefix=`: domains whose name goes on from it.
pub(super) async fn types(request: HttpRequest, app: web::Data<App>) -> Result<HttpResponse, Problem> {
    let publication = app.publication();
    let typed = Typed::of(&Given::of(&request))?;
    let glossary = &publication.glossary;
    let begins = |domain: &&Domain| typed.begins(&[domain.id.as_str(), &domain.label, &domain.english]);
    Ok(typed.page(glossary.domains.iter().filter(begins).map(|domain| Kind::whole(domain, glossary))))
}

/// `GET /reconcile/flyout/entity?id=`: a meaning in a few words.
pub(super) async fn entity_flyout(request: HttpRequest, app: web::Data<App>) -> Result<HttpResponse, Problem> {
    let (publication, given) = (app.publication(), Given::of(&request));
    let entity = Entity::with_id(given.text("id"), &publication).ok_or_else(Problem::unknown_term)?;
    flyout(&given, &entity.name(), &entity.description())
}

/// `GET /reconcile/flyout/property?id=`: what a property holds.
pub(super) async fn property_flyout(request: HttpRequest) -> Result<HttpResponse, Problem> {
    let given = Given::of(&request);
    let property = Property::with_id(given.text("id")).ok_or_else(Problem::no_such_path)?;
    flyout(&given, property.name, property.about)
}

/// `GET /reconcile/flyout/type?id=`: who belongs to a domain.
pub(super) async fn type_flyout(request: HttpRequest, app: web::Data<App>) -> Result<HttpResponse, Problem> {
    let (publication, given) = (app.publication(), Given::of(&request));
    let domain = DomainId::parse(given.text("id")).and_then(|id| publication.glossary.domain(&id));
    let domain = domain.ok_or_else(|| unknown_type(&publication, "id"))?;
    flyout(&given, &domain.label, domain.about.as_deref().unwrap_or(&domain.english))
}

fn flyout(given: &Given, name: &str, text: &str) -> Result<HttpResponse, Problem> {
    let html = Words { name, text }.render().map_err(|_| Problem::internal())?;
    Ok(json_once(&Flyout { id: given.text("id"), html }))
}
