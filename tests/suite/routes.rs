// SPDX-License-Identifier: EUPL-1.2
//! The routes as a whole: each is described, each described one is served, and each refuses other methods.

use crate::http::{BASE, GOOD};
use crate::support::{Service, root};
use actix_web::http::Method;
use actix_web::test::TestRequest;

#[test]
fn every_route_stands_in_the_openapi_document_and_every_operation_is_served() {
    let service = Service::base();
    let document = service.json(&format!("{BASE}/openapi.json"));
    let paths = document["paths"].as_object().expect("paths");
    for path in GOOD {
        let path = path.split('?').next().unwrap_or(path).replace("/terms/melding", "/terms/{id}");
        assert!(paths.contains_key(&path), "{path} is not described");
    }
    for (path, methods) in paths {
        for method in methods.as_object().expect("methods").keys() {
            let method = Method::from_bytes(method.to_uppercase().as_bytes()).expect("a method");
            let address = format!("{BASE}{}", path.replace("{id}", "melding"));
            let reply = service.ask(TestRequest::default().method(method.clone()).uri(&address));
            assert!(reply.status != 404 && reply.status != 405, "{method} {path}: {}", reply.status);
        }
    }
}

/// Every route that stands in the sources of this floor, with names filled in.
fn routes() -> Vec<String> {
    let mut routes = Vec::new();
    for file in [
        "api/mod.rs",
        "assets.rs",
        "crawlers.rs",
        "embed/mod.rs",
        "feed/mod.rs",
        "health.rs",
        "linked/mod.rs",
        "metrics.rs",
        "pages/mod.rs",
        "reconcile/mod.rs",
        "security_txt.rs",
    ] {
        let text = std::fs::read_to_string(root().join("src/http").join(file)).expect("a source file");
        let base = if file.starts_with("api") { BASE } else { "" };
        let paths = text.split("able(\"").skip(1).filter_map(|rest| rest.split('"').next());
        routes.extend(paths.map(|path| {
            format!("{base}{path}")
                .replace("{id}", "melding")
                .replace("{id:lookup}", "lookup")
                .replace("{slug}", "too-large")
                .replace("{form}", "csv")
                .replace("{commit}", "0123456789")
                .replace("{number}", "1")
        }));
    }
    routes
}

#[test]
fn every_route_refuses_other_methods_and_keeps_what_it_says_it_allows() {
    let service = Service::base();
    let routes = routes();
    assert!(routes.len() >= 20 && routes.contains(&"/health/live".to_owned()), "{routes:?}");
    let ask = |method: &str, path: &str| {
        let method = Method::from_bytes(method.as_bytes()).expect("a method");
        service.ask(TestRequest::default().method(method).uri(path))
    };
    for path in &routes {
        for method in ["DELETE", "PUT", "PATCH", "TRACE", "FOO"] {
            let reply = ask(method, path);
            assert_eq!(
                (reply.status.as_u16(), reply.header("content-type")),
                (405, "application/problem+json"),
                "{path}"
            );
            let allowed: Vec<&str> = reply.header("allow").split(", ").collect();
            for allowed in &allowed {
                assert_ne!(ask(allowed, path).status, 405, "{allowed} {path}");
            }
            let refused = ["GET", "POST"].into_iter().filter(|method| !allowed.contains(method));
            for refused in refused {
                assert_eq!(ask(refused, path).status, 405, "{refused} {path}");
            }
        }
    }
}
