// SPDX-License-Identifier: EUPL-1.2
//! What intranets put in their own pages: the module, the page for frames, oEmbed, and the search of a browser.

use std::sync::Arc;

use actix_web::test::TestRequest;
use serde_json::json;
use taalbrug::http::{BaseUrl, FrameAncestors, MODULE, Settings};
use taalbrug::publication::Shelf;

use crate::support::{Folder, Reply, Service, publication, root};

const HOME: &str = "https://taalbrug.example";

/// The service that knows where it is, and that an intranet may show in a frame.
fn configured() -> Service {
    let shelf = Arc::new(Shelf::new(publication(Folder::base().path())));
    let base_url = BaseUrl::parse(HOME).ok();
    let frame_ancestors = FrameAncestors::parse("https://intranet.example").expect("a site");
    Service::of(shelf, Settings { base_url, frame_ancestors, ..Settings::default() })
}

fn again(service: &Service, path: &str, first: &Reply) -> Reply {
    service.ask(TestRequest::get().uri(path).insert_header(("If-None-Match", first.header("etag"))))
}

#[test]
fn the_module_is_a_script_that_any_site_may_load_and_keep() {
    let service = Service::base();
    let reply = service.get("/embed/taalbrug.js");
    assert_eq!((reply.status.as_u16(), reply.header("content-type")), (200, "text/javascript; charset=utf-8"));
    assert_eq!(reply.header("access-control-allow-origin"), "*");
    assert_eq!(reply.header("cross-origin-resource-policy"), "cross-origin");
    assert!(reply.header("cache-control").starts_with("public, max-age=300"), "{}", reply.header("cache-control"));
    assert_eq!(again(&service, "/embed/taalbrug.js", &reply).status, 304);
    let tag = reply.header("etag").trim_matches('"');
    let named = service.get(&format!("/embed/taalbrug.js?v={tag}"));
    assert!(named.header("cache-control").ends_with("immutable"), "{}", named.header("cache-control"));
    let other = service.get("/embed/taalbrug.js?v=0123456789abcdef");
    assert!(!other.header("cache-control").contains("immutable"), "another version is not kept for good");
}

#[test]
fn the_module_loads_nothing_and_writes_no_html_style_or_storage() {
    for strange in [
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "document.write",
        "eval(",
        "new Function",
        "setTimeout('",
        ".style",
        "'style'",
        "localStorage",
        "sessionStorage",
        "document.cookie",
        "import(",
        "@import",
        "url(",
        "http://",
        "https://",
    ] {
        assert!(!MODULE.contains(strange), "{strange}");
    }
}

#[test]
fn only_the_page_for_frames_may_be_framed_and_only_by_those_who_were_named() {
    let service = configured();
    for path in ["/embed/terms/melding", "/embed/terms/bestaat-niet", "/embed/terms/melding?reader=maan"] {
        let reply = service.get(path);
        let policy = reply.header("content-security-policy");
        assert!(policy.ends_with("frame-ancestors 'self' https://intranet.example"), "{path}: {policy}");
        assert!(policy.starts_with("default-src 'none';"), "{path}: {policy}");
        assert_eq!(reply.header("x-frame-options"), "", "{path}");
    }
    for path in ["/", "/terms/melding", "/embed/taalbrug.js", "/api/v1/terms/melding/card", "/nergens", "/embed/x"] {
        let reply = service.get(path);
        assert_eq!(reply.header("x-frame-options"), "DENY", "{path}");
        assert!(reply.header("content-security-policy").contains("frame-ancestors 'none'"), "{path}");
    }
    let alone = Service::base().get("/embed/terms/melding");
    assert!(alone.header("content-security-policy").ends_with("frame-ancestors 'self'"));
}

#[test]
fn a_page_for_frames_that_a_browser_kept_keeps_its_policy() {
    let service = configured();
    let first = service.get("/embed/terms/melding");
    let kept = again(&service, "/embed/terms/melding", &first);
    assert!(kept.status == 304 && kept.body.is_empty());
    for name in ["etag", "cache-control", "content-security-policy", "x-frame-options"] {
        assert_eq!(kept.header(name), first.header(name), "{name}");
    }
}

#[test]
fn the_page_for_frames_shows_the_card_without_script_and_without_the_frame_of_the_site() {
    let service = Service::base();
    let html = service.get("/embed/terms/melding?reader=police&place=voorbeeldstad&lang=en&utm_source=x").text();
    for part in [
        "<html lang=\"en\">",
        "<h1 class=\"word\" lang=\"nl\">melding</h1>",
        "Police<span class=\"own-name\"> (your domain)</span>",
        "With the agreements of Voorbeeldstad.",
        "Keken we hier al samen naar?",
        "href=\"/terms/melding?place=voorbeeldstad&#38;lang=en\"",
    ] {
        assert!(html.contains(part), "{part}: {html}");
    }
    assert!(!html.contains("<header") && !html.contains("style=") && !html.contains("<script>"), "{html}");
    assert_eq!(service.get("/embed/terms/bestaat-niet").status, 404);
    assert_eq!(service.get("/embed/terms/melding?between=social").status, 400);
}

#[test]
fn hostile_content_is_shown_as_text_in_frames_and_snippets() {
    let folder = Folder::base();
    let evil = "<script>alert(1)</script>\\\" onload=x";
    folder.edit("terms/signaal.toml", "Iets wat je ziet", &format!("{evil} Iets wat je ziet"));
    folder.edit("terms/signaal.toml", "label = \"signaal\"", &format!("label = \"signaal {evil}\""));
    let shelf = Arc::new(Shelf::new(publication(folder.path())));
    let service = Service::of(shelf, Settings { base_url: BaseUrl::parse(HOME).ok(), ..Settings::default() });
    let snippet = service.json(&format!("/oembed?url={HOME}/terms/signaal"));
    let page = service.get("/embed/terms/signaal").text();
    for html in [page.as_str(), snippet["html"].as_str().expect("html"), &service.get("/terms/signaal").text()] {
        assert!(!html.contains("<script>") && !html.contains("\" onload"), "{html}");
    }
}

#[test]
fn a_pasted_address_becomes_a_quote_and_a_frame() {
    let service = configured();
    let url = format!("{HOME}/terms/melding?place=voorbeeldstad%26lang=en%26x=y");
    let answer = service.json(&format!("/oembed?url={url}&maxwidth=400&maxheight=9999&format=json"));
    assert_eq!((&answer["version"], &answer["type"]), (&json!("1.0"), &json!("rich")));
    assert_eq!((&answer["width"], &answer["height"]), (&json!(400), &json!(520)));
    assert_eq!(answer["provider_url"], HOME);
    let html = answer["html"].as_str().expect("html");
    let frame = format!("<iframe src=\"{HOME}/embed/terms/melding?place=voorbeeldstad&#38;lang=en\"");
    assert!(html.starts_with("<blockquote><a href=") && html.contains(&frame), "{html}");
    assert!(html.contains("sandbox=\"allow-scripts") && html.contains(" title=\""), "{html}");
}

#[test]
fn oembed_refuses_what_is_not_ours_and_says_why() {
    let service = configured();
    for (query, status) in [
        ("", 400),
        ("url=https://elders.example/terms/melding", 404),
        ("url=https://taalbrug.example.evil.example/terms/melding", 404),
        ("url=https://taalbrug.example/terms/bestaat-niet", 404),
        ("url=https://taalbrug.example/", 404),
        ("url=https://taalbrug.example/terms/melding&maxwidth=breed", 400),
        ("url=https://taalbrug.example/terms/melding&maxheight=0", 400),
        ("url=https://taalbrug.example/terms/melding&format=xml", 501),
    ] {
        assert_eq!(service.get(&format!("/oembed?{query}")).status, status, "{query}");
    }
    let unset = Service::base().get("/oembed?url=https://taalbrug.example/terms/melding");
    assert!(unset.status == 501 && unset.text().contains("--base-url"), "{}", unset.text());
}

#[test]
fn a_term_page_says_where_its_oembed_is_where_the_service_knows_its_address() {
    let html = configured().get("/terms/melding?place=voorbeeldstad").text();
    let address =
        "https://taalbrug.example/oembed?url=https%3A%2F%2Ftaalbrug.example%2Fterms%2Fmelding%3Fplace%3Dvoorbeeldstad";
    assert!(html.contains("type=\"application/json+oembed\"") && html.contains(address), "{html}");
    assert!(!Service::base().get("/terms/melding").text().contains("oembed"));
}

#[test]
fn no_address_is_taken_from_what_a_caller_says_of_the_host() {
    let service = configured();
    for path in ["/opensearch.xml", "/oembed?url=https://taalbrug.example/terms/melding", "/terms/melding"] {
        let request = TestRequest::get().uri(path).insert_header(("Host", "evil.example"));
        let reply = service.ask(request.insert_header(("X-Forwarded-Host", "evil.example")));
        assert!(reply.status == 200 && !reply.text().contains("evil.example"), "{path}");
    }
}

#[test]
fn a_browser_can_search_here_and_completes_what_is_typed() {
    let service = configured();
    assert!(service.get("/").text().contains("href=\"/opensearch.xml\""));
    let reply = service.get("/opensearch.xml");
    assert!(reply.header("content-type").starts_with("application/opensearchdescription+xml"));
    for template in ["/?q={searchTerms}\"", "/suggest?q={searchTerms}\""] {
        assert!(reply.text().contains(&format!("template=\"{HOME}{template}")), "{}", reply.text());
    }
    let reply = service.get("/suggest?q=mel");
    assert!(reply.header("content-type").starts_with("application/x-suggestions+json"));
    assert_eq!(reply.header("cache-control"), "no-store");
    let answer = reply.json();
    assert_eq!((&answer[0], &answer[1][0]), (&json!("mel"), &json!("melding")));
    assert_eq!(answer[3][0], "https://taalbrug.example/?q=melding");
    let lengths: Vec<_> = (1..4).map(|at| answer[at].as_array().map(Vec::len)).collect();
    assert!(lengths.iter().all(|length| *length == lengths[0]), "{answer}");
    assert_eq!(service.json("/suggest")[1], json!([]));
}

#[test]
fn what_intranets_are_given_and_the_pages_and_the_api_do_not_know_each_other() {
    for (own, others) in [("embed", ["api", "pages"]), ("card", ["api", "pages"]), ("api", ["pages", "embed"])] {
        for entry in std::fs::read_dir(root().join("src/http").join(own)).expect("a folder of sources") {
            let path = entry.expect("an entry").path();
            let text = std::fs::read_to_string(&path).unwrap_or_default();
            let named = others.iter().find(|other| text.contains(&format!("http::{other}::")));
            assert!(named.is_none(), "{} names {named:?}", path.display());
        }
    }
}

/// Words in a text that begin so, each once, in order.
fn names(text: &str, start: &str) -> Vec<String> {
    let name = |rest: &str| rest.chars().take_while(|letter| letter.is_ascii_lowercase() || *letter == '-').collect();
    let mut names: Vec<String> = text.split(start).skip(1).map(name).collect();
    names.sort();
    names.dedup();
    names
}

#[test]
fn the_guide_names_every_token_and_every_attribute_and_no_other() {
    let guide = std::fs::read_to_string(root().join("docs/embedding.md")).expect("the guide");
    assert_eq!(names(&guide, "--taalbrug-"), names(MODULE, "--taalbrug-"));
    let (_, table) = guide.split_once("| Attribuut | Bij | Betekenis |").expect("the table of attributes");
    let table = table.split("\n\n").next().unwrap_or_default();
    let lists = MODULE.split("observedAttributes = [").skip(1).filter_map(|rest| rest.split(']').next());
    for name in lists.flat_map(|list| list.split(", ")).map(|name| name.trim_matches('\'')) {
        assert!(table.contains(&format!("| `{name}` |")), "{name}");
    }
    for option in ["--base-url", "--frame-ancestors"] {
        assert!(guide.contains(&format!("| `{option} ")), "{option}");
    }
}
