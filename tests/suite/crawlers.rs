// SPDX-License-Identifier: EUPL-1.2
//! What search engines find: where pages are, under which address each is known, and what its meanings are.

use std::sync::Arc;

use serde_json::Value;
use taalbrug::http::{BaseUrl, Settings};
use taalbrug::publication::Shelf;

use crate::repo;
use crate::support::{Folder, Service, publication};

const BASE: &str = "https://taalbrug.example";

fn settings() -> Settings {
    Settings { base_url: BaseUrl::parse(BASE).ok(), ..Settings::default() }
}

/// Over a folder, with an address of its own.
fn known(folder: &Folder) -> Service {
    Service::of(Arc::new(Shelf::new(publication(folder.path()))), settings())
}

/// What stands between two marks, wherever it stands.
fn between<'t>(text: &'t str, before: &'t str, after: &'t str) -> Vec<&'t str> {
    text.split(before).skip(1).filter_map(|rest| rest.split(after).next()).collect()
}

#[test]
fn every_address_of_the_sitemap_is_a_page_that_names_itself_and_its_other_language() {
    let service = known(&Folder::base());
    let map = service.get("/sitemap.xml");
    assert_eq!(map.header("content-type"), "application/xml; charset=utf-8");
    let text = map.text();
    let addresses = between(&text, "<loc>", "</loc>");
    for part in ["/", "/terms/signaal", "/terms/signaal?lang=en", "/domains/social", "/actors/politie", "/text-check"] {
        assert!(addresses.contains(&format!("{BASE}{part}").as_str()), "{part} is not in\n{text}");
    }
    for address in &addresses {
        let path = address.strip_prefix(BASE).expect("our own address");
        let page = service.get(path);
        assert_eq!(page.status, 200, "{address}");
        let html = page.text();
        assert_eq!(between(&html, "<link rel=\"canonical\" href=\"", "\""), [*address], "{address}");
        let alternates = between(&html, "<link rel=\"alternate\" hreflang=\"", "\">");
        let of_map =
            text.split("<url>").find(|entry| entry.starts_with(&format!("<loc>{address}</loc>"))).expect("an entry");
        let of_map: Vec<String> = between(of_map, "hreflang=\"", "\"/>").into_iter().map(str::to_owned).collect();
        assert_eq!(alternates, of_map, "{address}");
        assert!(alternates.iter().any(|alternate| alternate.ends_with(&format!("\"{address}"))), "{address}");
    }
}

#[test]
fn a_page_is_known_without_what_only_orders_or_marks_it_and_whole_only_where_the_service_knows_itself() {
    let (service, unknowing) = (known(&Folder::base()), Service::base());
    for (path, lasting) in [
        ("/terms/signaal?between=social,safety", "/terms/signaal"),
        (
            "/terms/melding?place=voorbeeldstad&between=social,safety&lang=en",
            "/terms/melding?place=voorbeeldstad&lang=en",
        ),
        ("/?q=melding&sort=label", "/"),
        ("/doc/signaal", "/terms/signaal"),
        ("/doc/signaal?lang=en", "/terms/signaal?lang=en"),
        ("/differences?degree=3", "/differences"),
    ] {
        let lasting = lasting.replace('&', "&#38;");
        for (service, base) in [(&service, BASE), (&unknowing, "")] {
            let html = service.get(path).text();
            assert_eq!(between(&html, "<link rel=\"canonical\" href=\"", "\""), [format!("{base}{lasting}")], "{path}");
        }
    }
    for path in ["/bestaat-niet", "/terms/bestaat-niet", "/terms/signaal?on=2999-01-01"] {
        assert!(!service.get(path).text().contains("rel=\"canonical\""), "{path}");
    }
}

#[test]
fn a_sitemap_says_when_a_word_last_changed_where_that_is_known() {
    let text = repo::with_changes().service().get("/sitemap.xml").text();
    let entry =
        |path: &str| text.split("<url>").find(|entry| entry.contains(&format!("{path}</loc>"))).expect("an entry");
    assert_eq!(between(entry("/terms/melding"), "<lastmod>", "</lastmod>"), ["2026-05-01"]);
    assert!(!entry("/domains/social").contains("<lastmod>"), "{text}");
    assert!(!text.contains("/terms/signaal"), "a word that is gone: {text}");
}

#[test]
fn without_an_address_of_its_own_there_is_no_sitemap_and_it_says_what_is_missing() {
    let service = Service::base();
    let reply = service.get("/sitemap.xml");
    assert_eq!((reply.status.as_u16(), reply.header("content-type")), (404, "application/problem+json"));
    assert!(reply.text().contains("--base-url"));
    assert!(!service.get("/robots.txt").text().contains("Sitemap"));
    for path in ["/sitemap-0.xml", "/sitemap-1.xml", "/sitemap-x.xml", "/sitemap-99999999999999999999.xml"] {
        assert_eq!(known(&Folder::base()).get(path).status, 404, "{path}");
    }
}

#[test]
fn robots_are_told_where_the_sitemap_is_and_kept_out_of_what_is_for_programs() {
    let reply = known(&Folder::base()).get("/robots.txt");
    let text = reply.text();
    assert_eq!(reply.header("content-type"), "text/plain; charset=utf-8");
    for line in ["User-agent: *", "Disallow: /api/v1/", "Disallow: /mcp", &format!("Sitemap: {BASE}/sitemap.xml")] {
        assert!(text.lines().any(|own| own == line), "{line} is not in\n{text}");
    }
    let closed: Vec<&str> = text.lines().filter_map(|line| line.strip_prefix("Disallow: ")).collect();
    let map = known(&Folder::base()).get("/sitemap.xml").text();
    for address in between(&map, "<loc>", "</loc>") {
        let path = address.strip_prefix(BASE).unwrap_or_default();
        assert!(!closed.iter().any(|start| path.starts_with(start)), "{address}");
    }
}

/// The block of data of a page.
fn block(service: &Service, path: &str) -> Value {
    let html = service.get(path).text();
    let blocks = between(&html, "<script type=\"application/ld+json\">", "</script>");
    assert_eq!(blocks.len(), 1, "{path}: {html}");
    serde_json::from_str(blocks[0]).unwrap_or_else(|error| panic!("{path} {error}: {}", blocks[0]))
}

#[test]
fn each_meaning_is_a_defined_term_in_the_set_of_its_domain_by_the_names_of_our_linked_data() {
    let folder = Folder::base();
    folder.edit(
        "terms/signaal.toml",
        "label = \"signaal\"",
        "label = \"signaal\"\nalt_labels = [\"a</script><script>alert(1)</script>&amp;\"]",
    );
    let service = known(&folder);
    let said = block(&service, "/terms/signaal");
    assert_eq!(said["@context"], "https://schema.org");
    let graph = said["@graph"].as_array().expect("a graph");
    let of = |kind: &str| graph.iter().filter(|node| node["@type"] == kind).collect::<Vec<_>>();
    let (sets, terms) = (of("DefinedTermSet"), of("DefinedTerm"));
    assert_eq!(sets.len() + terms.len(), graph.len());
    let turtle = service
        .ask(actix_web::test::TestRequest::get().uri("/doc/signaal").insert_header(("Accept", "text/turtle")))
        .text();
    for term in &terms {
        let id = term["@id"].as_str().expect("an address");
        assert!(turtle.contains(&format!("<{id}> a skos:Concept")), "{id}");
        for needed in ["name", "description", "url"] {
            assert!(term[needed].as_str().is_some_and(|text| !text.is_empty()), "{needed}: {term}");
        }
        assert!(sets.iter().any(|set| set["@id"] == term["inDefinedTermSet"]["@id"]), "{term}");
        assert_eq!(term["alternateName"][0], "a</script><script>alert(1)</script>&amp;");
    }
    for set in &sets {
        let id = set["@id"].as_str().expect("an address");
        assert!(turtle.contains(&format!("<{id}> a skos:ConceptScheme")), "{id}");
        assert!(set["name"].is_string() && set["url"].is_string() && set["license"].is_string(), "{set}");
    }
    assert_eq!((sets.len(), terms.len()), (2, 2));
    let of_domain = block(&service, "/domains/social");
    assert_eq!(of_domain["@graph"][0]["@type"], "DefinedTermSet");
}
