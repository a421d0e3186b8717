// SPDX-License-Identifier: EUPL-1.2
//! A change as pages that open from a folder, without a service: what the service itself would answer, with links made relative.
//!
//! Nothing is rendered here. The pages are asked of the same routes as those of the service, over the publication of the change.

use std::collections::BTreeMap;
use std::sync::Arc;

use actix_web::body::to_bytes;
use actix_web::dev::{Service, ServiceResponse};
use actix_web::http::StatusCode;
use actix_web::test::{TestRequest, init_service};
use actix_web::{App as Actix, Error, web};

use crate::change::Changes;
use crate::http::pages::{CHANGED, Preview, addresses, changed};
use crate::http::{App, Settings, readable, routes};
use crate::publication::{Publication, Shelf};

/// A file of a preview.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SavedFile {
    /// Its name in the folder.
    pub name: String,
    /// What stands in it.
    pub text: String,
}

/// What pages load besides themselves.
const ASSETS: [&str; 3] = ["/assets/taalbrug.css", "/assets/some.css", "/assets/taalbrug.svg"];

/// The pages of a change: `index.html`, which tells what it means, one for each word that it touches, as it becomes, and what these
/// load. `publication` is that of the change. Gives nothing when a page cannot be made, of which the log tells.
#[must_use]
pub fn preview(publication: Publication, changes: Changes) -> Option<Vec<SavedFile>> {
    let names = names(&changes);
    let app = web::Data::new(App::new(Arc::new(Shelf::new(publication)), Settings::default()));
    actix_web::rt::System::new().block_on(async move {
        let service = Actix::new().app_data(app).app_data(Preview).app_data(web::Data::new(changes));
        // Fails where a route cannot be made; all of them are our own.
        let service = init_service(service.service(readable(CHANGED, changed)).configure(routes)).await;
        let mut files = Vec::new();
        for (address, name) in &names {
            let text = answer(&service, TestRequest::with_uri(address).to_request()).await?;
            let text = if ASSETS.contains(&address.as_str()) { text } else { offline(&text, &names) };
            files.push(SavedFile { name: name.clone(), text });
        }
        Some(files)
    })
}

/// The addresses that are kept, with the name of the file of each.
fn names(changes: &Changes) -> BTreeMap<String, String> {
    let mut names = BTreeMap::from([(CHANGED.to_owned(), "index.html".to_owned())]);
    for asset in ASSETS {
        names.insert(asset.to_owned(), asset.trim_start_matches("/assets/").to_owned());
    }
    for term in &changes.terms {
        for (address, place) in addresses(term) {
            let place = place.map_or_else(String::new, |place| format!("--{place}"));
            names.insert(address, format!("woord-{}{place}.html", term.id));
        }
    }
    names
}

/// What the service answers, if it is a page or file.
async fn answer<R>(service: &impl Service<R, Response = ServiceResponse, Error = Error>, request: R) -> Option<String> {
    let answer = service.call(request).await.ok()?;
    if answer.status() != StatusCode::OK {
        tracing::error!("a page of the preview cannot be made: {}", answer.status());
        return None;
    }
    let bytes = to_bytes(answer.into_body()).await.ok()?;
    String::from_utf8(bytes.to_vec()).ok()
}

/// A page whose links to our own addresses lead to files beside it; what is not among them is no link any more. Our templates write
/// every attribute with double quotes, which texts of the glossary never hold unescaped.
fn offline(html: &str, names: &BTreeMap<String, String>) -> String {
    let mut page = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, attribute)) =
        [" href=\"/", " src=\"/"].iter().filter_map(|name| Some((rest.find(name)?, *name))).min()
    {
        let value = before + attribute.len() - 1;
        let Some(length) = rest[value..].find('"') else { break };
        page.push_str(&rest[..before]);
        if let Some(name) = file_of(&rest[value..value + length], names) {
            page.push_str(&attribute[..attribute.len() - 1]);
            page.push_str(&name);
            page.push('"');
        }
        rest = &rest[value + length + 1..];
    }
    page.push_str(rest);
    page
}

/// The file of an address, with the spot in it.
fn file_of(address: &str, names: &BTreeMap<String, String>) -> Option<String> {
    let (address, spot) = address.split_once('#').map_or((address, None), |(address, spot)| (address, Some(spot)));
    let path = address.split_once('?').filter(|(_, query)| !query.contains("place=")).map_or(address, |(path, _)| path);
    let name = names.get(address).or_else(|| names.get(path))?;
    Some(spot.map_or_else(|| name.clone(), |spot| format!("{name}#{spot}")))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::offline;

    #[test]
    fn links_lead_to_files_that_are_there_and_others_are_no_links() {
        let names = BTreeMap::from(
            [("/terms/signaal", "woord-signaal.html"), ("/terms/signaal?place=x", "woord-signaal--x.html")]
                .map(|(address, name)| (address.to_owned(), name.to_owned())),
        );
        for (html, kept) in [
            ("<a href=\"/terms/signaal#bron\">a</a>", "<a href=\"woord-signaal.html#bron\">a</a>"),
            ("<a href=\"/terms/signaal?place=x\">a</a>", "<a href=\"woord-signaal--x.html\">a</a>"),
            ("<a href=\"/terms/signaal?between=a\">a</a>", "<a href=\"woord-signaal.html\">a</a>"),
            ("<a href=\"/terms/signaal?place=y\">a</a>", "<a>a</a>"),
            ("<a class=\"x\" href=\"/domains/social\" lang=\"nl\">a</a>", "<a class=\"x\" lang=\"nl\">a</a>"),
            (
                "<a href=\"https://b.example/x\">a</a> <a href=\"#x\">b</a>",
                "<a href=\"https://b.example/x\">a</a> <a href=\"#x\">b</a>",
            ),
            ("<p>&#34; href=/x</p>", "<p>&#34; href=/x</p>"),
        ] {
            assert_eq!(offline(html, &names), kept);
        }
    }
}
