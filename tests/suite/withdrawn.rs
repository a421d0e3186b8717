// SPDX-License-Identifier: EUPL-1.2
//! A word that is withdrawn still answers, everywhere: that it no longer holds, and what came in its place.

use actix_web::test::TestRequest;
use serde_json::json;

use crate::support::{Folder, Service};

const NAME: &str = "https://voorbeeld.example/id";

/// The small glossary in which one word is withdrawn, and another came in its place.
fn folder() -> Folder {
    let folder = Folder::base();
    folder.edit("terms/keukentafelgesprek.toml", "unused_by = [\"safety\"]", "replaced_by = [\"signaal\"]");
    folder.edit("terms/keukentafelgesprek.toml", "status = \"draft\"", "status = \"retired\"");
    folder
}

fn doc(service: &Service, accept: &str) -> String {
    let reply = service.ask(TestRequest::get().uri("/doc/keukentafelgesprek").insert_header(("Accept", accept)));
    assert_eq!(reply.status, 200, "{accept}: {}", reply.text());
    reply.text()
}

#[test]
fn a_withdrawn_word_answers_with_its_status_and_what_came_in_its_place() {
    let service = Service::over(folder().path());
    assert_eq!(service.get("/id/keukentafelgesprek").status, 303);
    let html = doc(&service, "text/html");
    for part in ["Dit woord is vervallen", "In de plaats kwam:", "<a href=\"/terms/signaal\">signaal</a>"] {
        assert!(html.contains(part), "{part}: {html}");
    }
    assert!(!html.contains("ld+json"), "nobody is told to find it");
    let told = json!({
        "status": "retired",
        "statusText": "vervallen",
        "replacedBy": [{ "label": "signaal", "term": "signaal" }],
        "message": "Dit woord is vervallen. In de plaats kwam ‘signaal’.",
    });
    assert_eq!(service.json("/api/v1/terms/keukentafelgesprek")["withdrawn"], told);
    assert_eq!(service.json("/api/v1/terms/signaal")["withdrawn"], json!(null));
    let hit = service.json("/api/v1/search?q=keukentafelgesprek")["hits"][0].clone();
    assert_eq!((&hit["term"], &hit["withdrawn"]), (&json!("keukentafelgesprek"), &told));
    assert!(service.get("/?q=keukentafelgesprek").text().contains("Gebruik nu:"));
    assert!(service.get("/terms/keukentafelgesprek?lang=en").text().contains("What came in its place:"));
}

#[test]
fn linked_data_says_that_it_is_withdrawn_and_what_came_in_its_place_in_its_own_scheme() {
    let service = Service::over(folder().path());
    let turtle = doc(&service, "text/turtle");
    let block = |subject: &str| {
        let start = format!("<{NAME}/{subject}> a ");
        turtle
            .split(" .\n")
            .find(|block| block.contains(&start))
            .unwrap_or_else(|| panic!("{subject}: {turtle}"))
            .to_owned()
    };
    for (subject, later) in [("keukentafelgesprek", "signaal"), ("keukentafelgesprek#social", "signaal#social")] {
        let block = block(subject);
        assert!(block.contains("deprecated> true") || block.contains("owl:deprecated true"), "{block}");
        assert!(block.contains("isReplacedBy") && block.contains(&format!("<{NAME}/{later}>")), "{block}");
    }
    let graph = doc(&service, "application/ld+json");
    assert!(graph.contains("isReplacedBy") && graph.contains("deprecated"), "{graph}");
}

#[test]
fn a_word_without_a_successor_says_only_that_it_is_withdrawn() {
    let folder = folder();
    folder.edit("terms/keukentafelgesprek.toml", "replaced_by = [\"signaal\"]\n", "");
    let service = Service::over(folder.path());
    let withdrawn = service.json("/api/v1/terms/keukentafelgesprek")["withdrawn"].clone();
    assert_eq!((&withdrawn["replacedBy"], &withdrawn["message"]), (&json!([]), &json!("Dit woord is vervallen.")));
    assert!(service.get("/terms/keukentafelgesprek").text().contains("Geen domein gebruikt het nog zo."));
}

#[test]
fn assistants_are_told_so_too() {
    let call = json!({ "jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": { "name": "term", "arguments": { "term": "keukentafelgesprek" } } });
    let answer = Service::over(folder().path()).post("/mcp", &call).json()["result"].clone();
    assert_eq!(answer["structuredContent"]["term"]["withdrawn"]["replacedBy"][0]["term"], "signaal");
    assert!(answer["content"][0]["text"].as_str().is_some_and(|text| text.contains("In de plaats kwam ‘signaal’.")));
}

#[test]
fn what_comes_in_its_place_is_another_word_that_holds() {
    for (later, part) in [("huisgesprek", "geen woord van deze lijst"), ("keukentafelgesprek", "voor zichzelf")] {
        let folder = folder();
        folder.edit("terms/keukentafelgesprek.toml", "[\"signaal\"]", &format!("[\"{later}\"]"));
        let places = taalbrug::publication::Places { glossary: folder.path().to_owned(), index: None, model: None };
        let told = taalbrug::publication::Publication::build(&places).err().expect("a finding").to_string();
        assert!(told.contains("G178") && told.contains(part), "{told}");
    }
}
