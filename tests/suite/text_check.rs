// SPDX-License-Identifier: EUPL-1.2
//! The page of the text check: who writes and who reads stand in its address, a text never does.

use crate::support::Service;

#[test]
fn the_address_chooses_who_writes_and_who_reads_and_what_it_does_not_know_is_passed_by() {
    let service = Service::base();
    for (path, writer, reader) in [
        ("/text-check", "social", "safety"),
        ("/text-check?writer=safety&reader=social", "safety", "social"),
        ("/text-check?writer=police", "police", "safety"),
        ("/text-check?writer=maan&reader=%3Cb%3E", "social", "safety"),
        ("/text-check?tekst=xqzv", "social", "safety"),
    ] {
        let reply = service.get(path);
        assert_eq!(reply.status, 200, "{path}");
        let html = reply.text();
        let example = format!("\"writer\": \"{writer}\", \"reader\": \"{reader}\"");
        assert!(html.contains(&example), "{path}");
        let chosen = html.matches(" selected>").count();
        assert_eq!(chosen, 2, "{path}");
        assert!(html.contains("></textarea>") && !html.contains("<b>"), "{path}");
    }
}

#[test]
fn the_field_for_the_text_has_no_name_so_that_no_form_ever_sends_it() {
    let html = Service::base().get("/text-check").text();
    let field = html.split("<textarea").nth(1).and_then(|rest| rest.split('>').next()).expect("a field");
    assert!(!field.contains("name="), "{field}");
    for attribute in ["autocomplete=\"off\"", "spellcheck=\"false\"", "translate=\"no\""] {
        assert!(field.contains(attribute), "{attribute}: {field}");
    }
}

#[test]
fn the_page_says_where_the_text_stays_and_what_is_asked_in_both_languages() {
    let service = Service::base();
    for (path, parts) in [
        (
            "/text-check",
            ["Uw tekst blijft bij u.", "Twee lijsten die voor elke tekst dezelfde zijn", "Hulp bij deze bladzijde"],
        ),
        (
            "/text-check?lang=en",
            ["Your text stays with you.", "Two lists that are the same for every text", "Help with this page"],
        ),
    ] {
        let html = service.get(path).text();
        for part in parts {
            assert!(html.contains(part), "{path}: {part}");
        }
    }
}

#[test]
fn scripts_are_files_of_our_own_with_a_tag() {
    let service = Service::base();
    let html = service.get("/text-check").text();
    let scripts: Vec<&str> = html.matches("<script").collect();
    assert_eq!(scripts.len(), html.matches("<script type=\"module\" src=\"/assets/").count());
    for file in ["text-check.js", "matcher.js", "quiet.js", "checked.js"] {
        let reply = service.get(&format!("/assets/{file}"));
        assert_eq!(reply.status, 200, "{file}");
        assert_eq!(reply.header("content-type"), "text/javascript; charset=utf-8", "{file}");
        assert!(reply.header("etag").starts_with('"'), "{file}");
    }
}
