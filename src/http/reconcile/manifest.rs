// SPDX-License-Identifier: EUPL-1.2
//! The manifest: what the service offers, and where. Where the service does not know its own address, it offers only what needs none.

use serde::Serialize;

use crate::http::reconcile::asked::MOST_QUERIES;
use crate::http::reconcile::entity::{Kind, space};
use crate::http::reconcile::preview::{HEIGHT, WIDTH};
use crate::http::{App, BaseUrl};
use crate::publication::Publication;

/// The version of the protocol that is spoken.
const VERSIONS: [&str; 1] = ["0.2"];

/// What every entity is.
const SCHEMA_SPACE: &str = "http://www.w3.org/2004/02/skos/core#Concept";

/// The manifest.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Manifest<'a> {
    versions: [&'static str; 1],
    name: String,
    identifier_space: String,
    schema_space: &'static str,
    default_types: Vec<Kind<'a>>,
    service_version: &'static str,
    batch_size: usize,
    extend: Extend<'a>,
    #[serde(flatten)]
    addressed: Option<Addressed<'a>>,
}

/// What needs an address of the service.
#[derive(Serialize)]
struct Addressed<'a> {
    documentation: String,
    logo: String,
    view: Template,
    preview: Preview,
    suggest: Suggest<'a>,
}

/// An address with a place for an identifier.
#[derive(Serialize)]
struct Template {
    url: String,
}

/// Where a small page of an entity is, and how large its frame should be.
#[derive(Serialize)]
struct Preview {
    url: String,
    width: u32,
    height: u32,
}

/// Where completions are.
#[derive(Serialize)]
struct Suggest<'a> {
    entity: Completing<'a>,
    property: Completing<'a>,
    r#type: Completing<'a>,
}

/// Where one sort of completions is, and what is shown beside each.
#[derive(Serialize)]
struct Completing<'a> {
    service_url: &'a str,
    service_path: &'static str,
    flyout_service_url: &'a str,
    flyout_service_path: &'static str,
}

/// What can be fetched for entities.
#[derive(Serialize)]
struct Extend<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    propose_properties: Option<Place<'a>>,
    property_settings: [(); 0],
}

/// Where properties are proposed.
#[derive(Serialize)]
struct Place<'a> {
    service_url: &'a str,
    service_path: &'static str,
}

impl<'a> Manifest<'a> {
    pub fn new(app: &'a App, publication: &'a Publication) -> Self {
        let glossary = &publication.glossary;
        let base = app.settings.base_url.as_ref().map(BaseUrl::as_str);
        let place = |service_url| Place { service_url, service_path: "/reconcile/properties" };
        Self {
            versions: VERSIONS,
            name: glossary.about.title.clone(),
            identifier_space: space(glossary),
            schema_space: SCHEMA_SPACE,
            default_types: glossary.domains.iter().map(|domain| Kind::whole(domain, glossary)).collect(),
            service_version: env!("CARGO_PKG_VERSION"),
            batch_size: MOST_QUERIES,
            extend: Extend { propose_properties: base.map(place), property_settings: [] },
            addressed: base.map(Addressed::at),
        }
    }
}

impl<'a> Addressed<'a> {
    fn at(base: &'a str) -> Self {
        let completing = |service_path, flyout_service_path| Completing {
            service_url: base,
            service_path,
            flyout_service_url: base,
            flyout_service_path,
        };
        Self {
            documentation: format!("{base}/about"),
            logo: format!("{base}/assets/taalbrug.svg"),
            view: Template { url: format!("{base}/id/{{{{id}}}}") },
            preview: Preview { url: format!("{base}/reconcile/preview?id={{{{id}}}}"), width: WIDTH, height: HEIGHT },
            suggest: Suggest {
                entity: completing("/reconcile/suggest/entity", "/reconcile/flyout/entity?id=${id}"),
                property: completing("/reconcile/suggest/property", "/reconcile/flyout/property?id=${id}"),
                r#type: completing("/reconcile/suggest/type", "/reconcile/flyout/type?id=${id}"),
            },
        }
    }
}
