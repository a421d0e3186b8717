// SPDX-License-Identifier: EUPL-1.2
//! Words that mean different things to two domains: one filter, wherever words or pairs are listed.

use serde_json::{Value, json};
use taalbrug::model::{Keyed, Relation};
use taalbrug::search::{FACETS, Filter, Query};

use crate::support::{Folder, Service, publication, real_glossary};

const BASE: &str = "/api/v1";

fn terms(answer: &Value) -> Vec<String> {
    let hits = answer["hits"].as_array().or(answer["divergences"].as_array()).expect("a list");
    let mut terms: Vec<String> = hits.iter().map(|hit| hit["term"].as_str().unwrap_or_default().to_owned()).collect();
    terms.sort();
    terms.dedup();
    terms
}

#[test]
fn only_words_with_a_difference_of_more_than_a_nuance_between_the_two_are_found() {
    let publication = publication(&real_glossary());
    let filters = vec![Filter { facet: "differ", values: vec!["social,safety".to_owned()] }];
    let query = Query { filters, take: 1_000, ..Query::default() };
    let found = publication.index().search(&query).expect("a search");
    let ids: Vec<&str> = found.hits.iter().map(|hit| publication.entry_at(hit.place).term.id.as_str()).collect();
    for entry in publication.entries() {
        let parts = |relation| {
            [Relation::Broader, Relation::Narrower, Relation::Overlap, Relation::Conflict, Relation::Homonym]
                .contains(&relation)
        };
        let is_found = entry.pairs.iter().any(|pair| {
            parts(pair.relation) && !pair.retired && pair.a.domain != pair.b.domain && pair.b.concept.is_some()
        });
        assert_eq!(ids.contains(&entry.term.id.as_str()), is_found, "{}", entry.term.id);
    }
    assert!(ids.len() > 20 && ids.len() < publication.glossary.terms.len());
    let place = FACETS.iter().position(|facet| facet.key == "differ").expect("the filter");
    assert_eq!(found.counts[place][0].count, ids.len());
}

#[test]
fn the_filter_is_the_same_in_every_search_in_a_question_and_for_pairs() {
    let service = Service::real();
    let found = terms(&service.json(&format!("{BASE}/search?differ=social,safety&perPage=100")));
    assert_eq!(found, terms(&service.json(&format!("{BASE}/search?differ=safety,%20social&perPage=100"))));
    assert_eq!(found, terms(&service.json(&format!("{BASE}/divergences?differ=social,safety&perPage=500"))));
    for q in ["verschilt:sociaal,veiligheid", "differ:safety,social", "Verschilt:\"Sociaal domein\",safety"] {
        let reply = service.post(&format!("{BASE}/search"), &json!({ "q": q, "perPage": 100 }));
        assert_eq!(found, terms(&reply.json()), "{q}");
    }
    let html = service.get("/?differ=safety,social&q=melding").text();
    assert!(html.contains("value=\"social,safety\" checked> Sociaal domein en Veiligheidsdomein"), "{html}");
    assert!(html.contains("<span class=\"chip\">Sociaal domein en Veiligheidsdomein</span>"), "{html}");
}

#[test]
fn a_pair_of_domains_that_is_none_is_refused_with_the_known_ones() {
    let service = Service::base();
    let reason =
        "Noem hier twee verschillende domeinen met een komma ertussen. Kies uit: social, safety, police.".to_owned();
    for path in ["search", "divergences"] {
        for value in ["social", "social,social", "social,maan", "social,safety,police", ","] {
            let reply = service.get(&format!("{BASE}/{path}?differ={value}"));
            assert_eq!(reply.json()["errors"], json!([{ "name": "differ", "reason": reason }]), "{path} {value}");
        }
    }
    for q in ["verschilt:sociaal", "verschilt:sociaal,social", "verschilt:sociaal,veiligheid,politie"] {
        let reply = service.post(&format!("{BASE}/search"), &json!({ "q": q }));
        assert_eq!(reply.json()["errors"][0]["reason"], format!("Bij teken 1: {reason}"), "{q}");
    }
}

#[test]
fn what_a_domain_takes_over_or_its_parts_mean_counts_and_what_both_share_does_not() {
    let service = Service::base();
    let found = |query: &str| terms(&service.json(&format!("{BASE}/search?differ={query}")));
    assert_eq!(found("social,police"), found("social,safety"), "the police take over what the safety domain means");
    assert!(!found("social,safety").is_empty());
    assert_eq!(found("safety,police"), [""; 0], "one text does not differ from itself");
    let folder = Folder::base();
    folder.edit("terms/melding.toml", "domain = \"safety\"", "domain = \"police\"");
    folder.edit("terms/melding.toml", "domain = \"safety\", by", "domain = \"police\", by");
    let service = Service::over(folder.path());
    let found = terms(&service.json(&format!("{BASE}/search?differ=social,safety")));
    assert!(found.contains(&"melding".to_owned()), "what a part means is what its domain means: {found:?}");
}

#[test]
fn what_is_retired_differs_from_nothing_and_a_place_has_pairs_of_its_own() {
    let service = Service::base();
    let everywhere = service.json(&format!("{BASE}/divergences?differ=social,safety"));
    let here = service.json(&format!("{BASE}/divergences?differ=social,safety&place=voorbeeldstad"));
    assert_ne!(everywhere["divergences"], here["divergences"]);
    let own = here["divergences"].as_array().expect("pairs").iter().find(|pair| pair["term"] == "melding");
    assert_eq!(own.expect("a pair of the place")["b"]["concept"], "safety-voorbeeldstad");
    let folder = Folder::base();
    let lapsed = |status: &str| format!("sources = [\"BRON-B\"]\nstatus = \"{status}\"");
    folder.edit("terms/melding.toml", &lapsed("draft"), &lapsed("retired"));
    let service = Service::over(folder.path());
    let found = terms(&service.json(&format!("{BASE}/search?differ=social,safety")));
    assert!(!found.contains(&"melding".to_owned()), "{found:?}");
    assert!(Relation::ALL.len() == 9, "a new relation asks whether it tells a difference");
}
