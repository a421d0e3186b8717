// SPDX-License-Identifier: EUPL-1.2
//! The orders of a search: what matches best, the alphabet, and the greatest difference first.

use serde_json::Value;
use taalbrug::language::fold;
use taalbrug::model::Keyed;
use taalbrug::search::Sort;

use crate::support::{Service, printed, run};

const SEARCH: &str = "/api/v1/search";

/// The hits of a search.
fn hits(service: &Service, query: &str) -> Vec<Value> {
    service.json(&format!("{SEARCH}?{query}"))["hits"].as_array().expect("hits").clone()
}

fn label(hit: &Value) -> String {
    fold(hit["label"].as_str().unwrap_or_default())
}

#[test]
fn the_alphabet_leaves_out_capitals_marks_and_hyphens() {
    let service = Service::real();
    let labels: Vec<String> = hits(&service, "sort=label&perPage=100").iter().map(label).collect();
    assert!(labels.is_sorted() && labels.len() == 79, "{labels:?}");
    assert_eq!(hits(&service, "perPage=100"), hits(&service, "sort=label&perPage=100"), "what holds without words");
    let found: Vec<String> = hits(&service, "q=zorg&sort=label&perPage=100").iter().map(label).collect();
    assert!(found.is_sorted() && !found.is_empty());
    let fields = hits(&service, "q=graad:3&perPage=100");
    assert_eq!(fields, hits(&service, "degree=3&perPage=100"), "fields are no words");
}

#[test]
fn the_greatest_difference_comes_first_and_of_equals_the_best_match() {
    let service = Service::real();
    for query in ["q=zorg", "q=melding+politie", "domain=social"] {
        let found = hits(&service, &format!("{query}&sort=divergence&perPage=100"));
        let key = |hit: &Value| -> (i64, f64, String) {
            let degree = hit["divergence"]["degree"].as_i64().unwrap_or(-1);
            (-degree, -hit["score"].as_f64().unwrap_or(0.0), label(hit))
        };
        assert!(found.iter().map(key).is_sorted() && found.len() > 1, "{query}");
        let same = |mut found: Vec<Value>| {
            found.sort_by_key(label);
            found
        };
        assert_eq!(same(found), same(hits(&service, &format!("{query}&perPage=100"))), "an order changes no hit");
    }
}

#[test]
fn the_best_match_comes_first_where_words_were_typed() {
    let service = Service::real();
    assert_eq!(hits(&service, "q=zorg"), hits(&service, "q=zorg&sort=relevance"));
    assert_eq!(hits(&service, "q=zorg")[0]["term"], "zorg");
}

#[test]
fn pages_follow_each_other_in_every_order() {
    let service = Service::real();
    for (_, sort, ..) in Sort::ALL {
        let all = hits(&service, &format!("q=de+zorg&sort={sort}&perPage=100"));
        let mut paged = Vec::new();
        for page in 1..=all.len().div_ceil(7) {
            paged.extend(hits(&service, &format!("q=de+zorg&sort={sort}&perPage=7&page={page}")));
        }
        assert_eq!(paged, all, "{sort}");
    }
}

#[test]
fn the_page_and_the_terminal_offer_the_orders() {
    let service = Service::real();
    let html = service.get("/?q=zorg&degree=3").text();
    assert!(html.contains("<strong aria-current=\"true\">beste eerst</strong>"), "{html}");
    let address = "/?q=zorg&#38;degree=3&#38;sort=divergence";
    assert!(html.contains(&format!("<a href=\"{address}\">grootste verschil eerst</a>")), "{html}");
    let html = service.get(&address.replace("&#38;", "&")).text();
    assert!(html.contains("<strong aria-current=\"true\">grootste verschil eerst</strong>"), "{html}");
    assert!(html.contains("<input type=\"hidden\" name=\"sort\" value=\"divergence\">"), "{html}");
    assert!(!service.get("/").text().contains("beste eerst"), "without words nothing is best");
    let output = run(&["search", "--sort", "label", "zorg"]);
    assert!(output.status.success() && !printed(&output).starts_with("zorg "), "{}", printed(&output));
    let output = run(&["search", "--sort", "kleur", "zorg"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(printed(&output).contains("Kies uit: relevance, label, divergence"), "{}", printed(&output));
    let reply = service.get(&format!("{SEARCH}?sort=kleur"));
    assert_eq!(reply.json()["errors"][0]["reason"], "Deze waarde is onbekend. Kies uit: relevance, label, divergence.");
}
