// SPDX-License-Identifier: EUPL-1.2
//! What operators see of the real program: metrics, health, logs with ids, an address of their own, and that no request is lost while it
//! reloads or stops.

use std::process::Command;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use actix_web::test::TestRequest;
use serde_json::Value;

use crate::support::{Folder, Server, Service, root, run, taalbrug};

/// `taalbrug serve` over a folder, with its index in another and with these options.
fn serve(folder: &Folder, index: &Folder, options: &[&str]) -> Command {
    let (glossary, index) = (folder.path().display().to_string(), index.path().display().to_string());
    let mut command = taalbrug(&["serve", "--glossary", &glossary, "--index", &index]);
    command.args(options);
    command
}

/// The value of a line of metrics.
fn value(text: &str, line: &str) -> Option<f64> {
    text.lines().find_map(|own| own.strip_prefix(line)?.trim().parse().ok())
}

#[test]
fn metrics_tell_what_was_asked_and_what_serves() {
    let (folder, index) = (Folder::base(), Folder::empty());
    let server = Server::start(&mut serve(&folder, &index, &[]));
    for path in ["/terms/signaal", "/terms/melding", "/terms/bestaat-niet", "/bestaat-niet", "/api/v1/bestaat-niet"] {
        server.get(path);
    }
    server.get("/api/v1/search?page=x");
    let (status, text) = server.get("/metrics");
    assert_eq!(status, 200);
    for (line, least) in [
        ("taalbrug_requests_total{route=\"/terms/{id}\",status=\"2xx\"}", 2.0),
        ("taalbrug_requests_total{route=\"/terms/{id}\",status=\"4xx\"}", 1.0),
        ("taalbrug_request_duration_seconds_count{route=\"/terms/{id}\"}", 3.0),
        ("taalbrug_requests_total{route=\"/api/v1/search\",status=\"4xx\"}", 1.0),
        ("taalbrug_requests_rejected_total{status=\"400\"}", 1.0),
        ("taalbrug_terms", 3.0),
        ("taalbrug_index_bytes", 1000.0),
        ("taalbrug_start_time_seconds", 1_700_000_000.0),
    ] {
        assert!(value(&text, line).is_some_and(|value| value >= least), "{line} is not {least} in\n{text}");
    }
    for line in ["taalbrug_findings", "taalbrug_serves_old_revision", "taalbrug_index_in_memory", "taalbrug_stopping"] {
        assert_eq!(value(&text, line), Some(0.0), "{line}");
    }
    assert!(!text.contains("bestaat-niet"), "no label holds what somebody asked:\n{text}");
    folder.edit("terms/signaal.toml", "domain = \"safety\"", "domain = \"safty\"");
    let text = server.wait_for("/metrics", |text| text.contains("taalbrug_serves_old_revision 1"));
    assert!(value(&text, "taalbrug_findings").is_some_and(|findings| findings >= 1.0), "{text}");
}

#[test]
fn every_line_of_metrics_is_in_the_form_of_prometheus_and_every_metric_says_what_it_is() {
    let service = Service::base();
    service.get("/terms/melding");
    let reply = service.get("/metrics");
    assert_eq!(reply.header("content-type"), "text/plain; version=0.0.4; charset=utf-8");
    let text = reply.text();
    let mut known: Vec<&str> = Vec::new();
    for line in text.lines() {
        if let Some(rest) = line.strip_prefix("# TYPE ") {
            known.push(rest.split(' ').next().unwrap_or_default());
        } else if !line.starts_with("# HELP ") {
            let (name, value) = line.rsplit_once(' ').expect("a name and a value");
            let name = name.split('{').next().unwrap_or_default();
            let ends = ["_bucket", "_sum", "_count"].iter().find_map(|end| name.strip_suffix(end));
            assert!(known.contains(&name) || ends.is_some_and(|name| known.contains(&name)), "{line}");
            assert!(value.parse::<f64>().is_ok(), "{line}");
        }
    }
    assert!(known.len() >= 15, "{known:?}");
    let guide = std::fs::read_to_string(root().join("docs/operations.md")).expect("the guide for operators");
    let untold: Vec<&str> = known.into_iter().filter(|name| !guide.contains(&format!("`{name}"))).collect();
    assert!(untold.is_empty(), "{untold:?}");
}

#[test]
fn health_tells_apart_alive_ready_and_an_old_revision() {
    let (folder, index) = (Folder::base(), Folder::empty());
    let server = Server::start(&mut serve(&folder, &index, &["--drain", "2"]));
    let (status, body) = server.get("/health");
    let health: Value = serde_json::from_str(&body).expect("JSON");
    assert_eq!((status, &health["status"], &health["ready"]), (200, &"pass".into(), &true.into()));
    assert_eq!(health["servesOldRevision"], false);
    assert!(health["since"].as_str().is_some_and(|since| since.ends_with('Z')), "{health}");
    folder.edit("terms/signaal.toml", "domain = \"safety\"", "domain = \"safty\"");
    let body = server.wait_for("/health", |body| body.contains("\"servesOldRevision\":true"));
    assert!(body.contains("\"status\":\"warn\"") && body.contains("\"ready\":true"), "{body}");
    server.signal("TERM");
    let body = server.wait_for("/health", |body| body.contains("\"fail\""));
    assert!(body.contains("\"ready\":false"), "{body}");
    assert_eq!(server.get("/health").0, 503);
    assert_eq!(server.get("/health/live").0, 200, "it is alive while it stops");
}

#[test]
fn operators_can_have_an_address_of_their_own_and_then_nobody_else_sees_theirs() {
    let (folder, index) = (Folder::base(), Folder::empty());
    let mut server = Server::start(&mut serve(&folder, &index, &["--operator-listen", "127.0.0.1:0"]));
    let line = server.welcome.lines().find_map(|line| line.strip_prefix("Beheer (operators)  http://"));
    let apart = line.and_then(|rest| rest.split('/').next()).expect("the address for operators").to_owned();
    for path in ["/health", "/health/live", "/health/ready", "/metrics"] {
        assert_eq!(server.get(path).0, 404, "{path}");
    }
    assert_eq!(server.get("/terms/melding").0, 200);
    let public = std::mem::replace(&mut server.address, apart.clone());
    for path in ["/health", "/health/live", "/health/ready", "/metrics"] {
        assert_eq!(server.get(path).0, 200, "{path}");
    }
    assert_eq!(server.get("/terms/melding").0, 404);
    assert!(server.get("/metrics").1.contains("route=\"/terms/{id}\",status=\"2xx\"} 1"), "both are counted together");
    assert_eq!(run(&["health", "--listen", &public, "--operator-listen", &apart]).status.code(), Some(0));
    server.signal("TERM");
    assert_eq!(server.stopped().0, Some(0));
}

#[test]
fn every_answer_has_an_id_and_keeps_the_one_that_a_proxy_gave() {
    let service = Service::base();
    let given = "4bf92f3577b34da6a3ce929d0e0e4736";
    for path in ["/terms/melding", "/bestaat-niet", "/api/v1/search?page=x"] {
        let ask = |id: &str| service.ask(TestRequest::get().uri(path).insert_header(("X-Request-ID", id)));
        assert_eq!(ask(given).header("x-request-id"), given, "{path}");
        let own = ask("geheim woord");
        assert!(own.header("x-request-id").len() == 16, "{path}: {}", own.header("x-request-id"));
    }
}

#[test]
fn a_log_of_json_is_one_object_a_line_and_tells_requests_by_id_and_route() {
    let (folder, index) = (Folder::base(), Folder::empty());
    let server = Server::start(&mut serve(&folder, &index, &["--log", "debug", "--log-format", "json"]));
    let id = "00000000000000000000000000abcdef";
    let asked = format!("GET /terms/melding HTTP/1.1\r\nHost: x\r\nX-Request-ID: {id}\r\nConnection: close\r\n\r\n");
    assert_eq!(server.send(&asked).expect("an answer").0, 200);
    server.signal("TERM");
    let (_, log) = server.stopped();
    let lines: Vec<Value> =
        log.lines().map(|line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"))).collect();
    assert!(lines.iter().all(|line| line["level"].is_string() && line["timestamp"].is_string()), "{log}");
    let line = lines.iter().find(|line| line["request"] == id).expect("the request");
    assert_eq!((&line["route"], &line["method"], &line["status"]), (&"/terms/{id}".into(), &"GET".into(), &200.into()));
    assert!(!log.contains("melding"), "{log}");
}

/// Asks from four sides while it may, and gives how many answers were good; anything else fails.
fn asked_while(server: &Server, may: &(dyn Fn() -> bool + Sync)) -> usize {
    let good = AtomicUsize::new(0);
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                while may() {
                    let request = "GET /api/v1/search?q=gemeld HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
                    let answer = server.send(request);
                    let (status, body) = answer.unwrap_or_else(|error| panic!("a request was dropped: {error}"));
                    assert!(status == 200 && body.contains("\"term\":\"melding\""), "{status} {body}");
                    good.fetch_add(1, Ordering::Relaxed);
                }
            });
        }
    });
    good.into_inner()
}

#[test]
fn no_request_is_dropped_while_new_revisions_come() {
    let (folder, index) = (Folder::base(), Folder::empty());
    let server = Server::start(&mut serve(&folder, &index, &[]));
    let over = AtomicBool::new(false);
    let good = std::thread::scope(|scope| {
        let asking = scope.spawn(|| asked_while(&server, &|| !over.load(Ordering::Relaxed)));
        let mut now = "signal".to_owned();
        for round in 0..4 {
            let next = format!("observation {round}");
            folder.edit("terms/signaal.toml", &format!("english = \"{now}\""), &format!("english = \"{next}\""));
            server.signal("HUP");
            let body = server.wait_for("/api/v1/terms/signaal", |body| body.contains(&next));
            assert!(body.contains(&next), "{body}");
            now = next;
        }
        over.store(true, Ordering::Relaxed);
        asking.join().expect("no request failed")
    });
    assert!(good > 0);
}

#[test]
fn no_request_is_dropped_by_a_stop_when_health_is_asked_first() {
    let (folder, index) = (Folder::base(), Folder::empty());
    let server = Server::start(&mut serve(&folder, &index, &["--drain", "2"]));
    let asked = AtomicUsize::new(0);
    let ready = || {
        asked.fetch_add(1, Ordering::Relaxed);
        let request = "GET /health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
        server.send(request).is_ok_and(|(status, _)| status == 200)
    };
    let good = std::thread::scope(|scope| {
        let asking = scope.spawn(|| asked_while(&server, &ready));
        let patience = Instant::now() + Duration::from_secs(20);
        while asked.load(Ordering::Relaxed) < 20 && Instant::now() < patience {
            std::thread::sleep(Duration::from_millis(10));
        }
        server.signal("TERM");
        asking.join().expect("no request failed")
    });
    assert!(good > 0);
    assert_eq!(server.stopped().0, Some(0));
}

#[test]
fn a_kept_connection_is_ended_in_order_while_it_stops() {
    let (folder, index) = (Folder::base(), Folder::empty());
    let server = Server::start(&mut serve(&folder, &index, &["--drain", "2"]));
    server.signal("TERM");
    server.wait_for("/health", |body| body.contains("\"fail\""));
    let kept = "GET /terms/melding HTTP/1.1\r\nHost: x\r\n\r\n";
    let (status, _) = server.send(kept).expect("an answer, and then the end of the connection");
    assert_eq!(status, 200);
}
