// SPDX-License-Identifier: EUPL-1.2
//! What is fetched for meanings that were matched: one column for each property.

use std::collections::BTreeMap;

use actix_web::{HttpRequest, HttpResponse, web};
use serde::Serialize;

use crate::http::App;
use crate::http::answer::json_once;
use crate::http::problem::Problem;
use crate::http::reconcile::Given;
use crate::http::reconcile::asked::Fetch;
use crate::http::reconcile::entity::Entity;
use crate::http::reconcile::property::{PROPERTIES, Property, PropertyValue};
use crate::http::reconcile::suggest::{CompletedProperty, wanted_domain};
use crate::publication::Publication;

/// What was fetched.
#[derive(Serialize)]
pub(super) struct Fetched<'a> {
    meta: Vec<Column>,
    rows: BTreeMap<&'a str, BTreeMap<&'static str, Vec<PropertyValue>>>,
}

/// A property that was asked for.
#[derive(Serialize)]
struct Column {
    id: &'static str,
    name: &'static str,
}

/// Properties that can be fetched.
#[derive(Serialize)]
struct Proposal<'a> {
    properties: Vec<CompletedProperty>,
    #[serde(skip_serializing_if = "str::is_empty")]
    r#type: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    limit: Option<usize>,
}

impl<'a> Fetched<'a> {
    /// Of a meaning that is not in this glossary, nothing is known: its row holds empty lists.
    pub fn new(fetch: &Fetch<'a>, publication: &Publication) -> Self {
        let column = |property: &&'static Property| Column { id: property.id, name: property.name };
        let row = |id: &&'a str| {
            let entity = Entity::with_id(id, publication);
            let values = |property: &&'static Property| {
                let values = entity.map(|entity| property.values(entity, publication)).unwrap_or_default();
                (property.id, values)
            };
            (*id, fetch.properties.iter().map(values).collect())
        };
        Self { meta: fetch.properties.iter().map(column).collect(), rows: fetch.ids.iter().map(row).collect() }
    }
}

/// `GET /reconcile/properties?type=`: what can be fetched; the same for every domain.
pub(super) async fn propose(request: HttpRequest, app: web::Data<App>) -> Result<HttpResponse, Problem> {
    let (publication, given) = (app.publication(), Given::of(&request));
    wanted_domain(&given, &publication)?;
    let limit = match given.text("limit") {
        "" => None,
        text => Some(text.parse().map_err(|_| {
            Problem::fault("limit", "Dit hoort een heel getal te zijn.", "This should be a whole number.")
        })?),
    };
    let most = limit.filter(|&limit| limit > 0).unwrap_or(PROPERTIES.len());
    let properties = PROPERTIES.iter().take(most).map(CompletedProperty::new).collect();
    Ok(json_once(&Proposal { properties, r#type: given.text("type"), limit }))
}
