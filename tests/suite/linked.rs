// SPDX-License-Identifier: EUPL-1.2
//! The glossary by its names: `/id/`, `/doc/` in the form that is asked for, `/export/`, `/ns`.

use actix_web::test::TestRequest;

use taalbrug::source::kinds_of_files;

use crate::support::{Reply, Service};

fn ask(service: &Service, path: &str, accept: &str) -> Reply {
    service.ask(TestRequest::get().uri(path).insert_header(("Accept", accept)))
}

#[test]
fn a_name_answers_with_where_to_read_about_the_thing() {
    let service = Service::base();
    for (path, there) in [
        ("/id/signaal", "/doc/signaal"),
        ("/id/domain/social", "/domains/social"),
        ("/id/actor/school", "/actors/school"),
        ("/id/source/BRON-B", "/api/v1/sources"),
        ("/id/model/fasen", "/phases"),
    ] {
        let reply = service.get(path);
        assert_eq!((reply.status.as_u16(), reply.header("location")), (303, there));
    }
    for path in [
        "/id/onbekend",
        "/id/domain/onbekend",
        "/id/actor/onbekend",
        "/id/source/ONBEKEND",
        "/id/model/onbekend",
        "/doc/onbekend",
        "/export/xml",
        "/export/xml/losses",
    ] {
        let reply = service.get(path);
        assert_eq!((reply.status.as_u16(), reply.header("content-type")), (404, "application/problem+json"), "{path}");
    }
}

#[test]
fn a_document_comes_in_the_form_that_is_asked_for_and_names_the_others() {
    let service = Service::base();
    for (accept, media_type, stands, part) in [
        ("text/html", "text/html; charset=utf-8", "/terms/signaal", "<h1"),
        ("application/json", "application/json", "/api/v1/terms/signaal", "\"id\":\"signaal\""),
        ("text/turtle", "text/turtle", "/doc/signaal", "/id/signaal#social> a skos:Concept"),
        ("application/ld+json;q=0.9, text/html;q=0.1", "application/ld+json", "/doc/signaal", "\"@context\""),
    ] {
        let reply = ask(&service, "/doc/signaal", accept);
        assert_eq!((reply.status.as_u16(), reply.header("content-type")), (200, media_type), "{accept}");
        assert_eq!(reply.header("content-location"), stands);
        assert!(reply.headers.get_all("vary").any(|value| value == "Accept"));
        assert_eq!(
            reply
                .headers
                .get_all("link")
                .filter(|value| value.as_bytes().starts_with(b"</doc/signaal>; rel=\"alternate\""))
                .count(),
            3
        );
        assert!(String::from_utf8_lossy(&reply.body).contains(part), "{}", String::from_utf8_lossy(&reply.body));
    }
    let reply = ask(&service, "/doc/signaal", "application/rdf+xml");
    let text = String::from_utf8_lossy(&reply.body).into_owned();
    assert_eq!((reply.status.as_u16(), reply.header("vary")), (406, "Accept, Accept-Language"));
    assert!(text.contains("text/html, application/json, text/turtle, application/ld+json"), "{text}");
}

#[test]
fn a_document_says_of_meanings_of_other_words_what_they_are_and_in_which_scheme() {
    let service = Service::real();
    for word in ["signaal", "melding"] {
        let text = String::from_utf8_lossy(&ask(&service, &format!("/doc/{word}"), "text/turtle").body).into_owned();
        let concepts: Vec<&str> = text.split(" .\n").filter(|block| block.contains(" a skos:Concept ;")).collect();
        for predicate in ["skos:broader ", "skos:narrower ", "skos:related "] {
            let objects = text.split(predicate).skip(1).filter_map(|rest| rest.lines().next());
            let objects = objects.map(|line| line.trim_end_matches([';', '.']));
            for other in
                objects.flat_map(|objects| objects.split(" , ")).map(str::trim).filter(|other| other.contains("/id/"))
            {
                let known = concepts.iter().find(|block| block.starts_with(other));
                let known = known.unwrap_or_else(|| panic!("{other} is not described in\n{text}"));
                assert!(known.contains("skos:inScheme") && known.contains("skos:definition"), "{known}");
            }
        }
    }
}

#[test]
fn each_form_of_a_document_has_a_tag_of_its_own_and_is_not_sent_twice() {
    let service = Service::base();
    let forms = ["text/html", "application/json", "text/turtle", "application/ld+json"];
    let tags: Vec<String> =
        forms.iter().map(|form| ask(&service, "/doc/signaal", form).header("etag").to_owned()).collect();
    for (place, tag) in tags.iter().enumerate() {
        assert!(!tags[..place].contains(tag), "{tags:?}");
        let request = TestRequest::get().uri("/doc/signaal").insert_header(("Accept", forms[place]));
        let again = service.ask(request.insert_header(("If-None-Match", tag.as_str())));
        assert_eq!(again.status, 304, "{}", forms[place]);
        assert!(again.headers.get_all("vary").any(|value| value == "Accept"));
    }
}

#[test]
fn the_whole_glossary_is_a_file_in_each_form_and_says_what_it_lacks() {
    let service = Service::base();
    for (form, media_type, file) in [
        ("turtle", "text/turtle; charset=utf-8", "taalbrug.ttl"),
        ("jsonld", "application/ld+json", "taalbrug.jsonld"),
        ("csv", "text/csv; charset=utf-8; header=present", "taalbrug.csv"),
        ("json", "application/json", "taalbrug.json"),
        ("tbx", "application/x-tbx+xml", "taalbrug.tbx"),
    ] {
        let reply = service.get(&format!("/export/{form}"));
        assert_eq!((reply.status.as_u16(), reply.header("content-type")), (200, media_type));
        assert_eq!(reply.header("content-disposition"), format!("attachment; filename=\"{file}\""));
        assert_eq!(reply.header("link"), format!("</export/{form}/losses>; rel=\"describedby\""));
        let losses = service.json(&format!("/export/{form}/losses"));
        assert!(losses["losses"].as_array().is_some_and(|losses| !losses.is_empty()), "{losses}");
    }
}

#[test]
fn the_json_of_the_whole_glossary_has_a_schema_that_knows_each_of_its_files_and_keys() {
    let service = Service::base();
    let (whole, schema) = (service.json("/export/json"), service.json("/export/json/schema"));
    let patterns = schema["properties"]["files"]["patternProperties"].as_object().expect("patterns");
    for (path, file) in whole["files"].as_object().expect("files") {
        let shape = |pattern: &str| pattern.trim_matches(['^', '$']).replace("[a-z0-9-]+", "*").replace("\\.", ".");
        let own = kinds_of_files().into_iter().map(|(_, pattern)| pattern).find(|pattern| fits(path, pattern));
        let found = patterns.iter().find(|(pattern, _)| Some(shape(pattern).as_str()) == own);
        let (_, known) = found.unwrap_or_else(|| panic!("{path} has no schema"));
        for key in file.as_object().expect("a table").keys() {
            assert!(known["properties"].get(key).is_some(), "{path} {key}");
        }
    }
    assert_eq!(whole["files"]["terms/signaal.toml"]["concepts"][1]["owner"][0], "politie");
    assert_eq!(whole["files"]["local/voorbeeldstad/place.toml"]["label"], "Voorbeeldstad");
}

/// Whether a path has the form of a pattern with `*` for any name.
fn fits(path: &str, pattern: &str) -> bool {
    let (own, wanted): (Vec<&str>, Vec<&str>) = (path.split('/').collect(), pattern.split('/').collect());
    let part = |(own, wanted): (&&str, &&str)| match wanted.split_once('*') {
        Some((_, end)) => own.ends_with(end),
        None => own == wanted,
    };
    own.len() == wanted.len() && own.iter().zip(&wanted).all(part)
}

#[test]
fn our_own_vocabulary_stands_at_its_address() {
    let reply = Service::base().get("/ns");
    let text = String::from_utf8_lossy(&reply.body).into_owned();
    assert!(
        text.contains("tb:conflictsWith a rdf:Property")
            || text.contains("<https://voorbeeld.example/ns#conflictsWith> a rdf:Property"),
        "{text}"
    );
}
