// SPDX-License-Identifier: EUPL-1.2
//! `/metrics` for Prometheus: what was asked, how long it took, and what serves. Written by hand, for it is some counters and one text
//! form; every label comes from our own tables, so that nothing that somebody sent can get in.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use jiff::Timestamp;

use crate::http::{API_VERSION, App, readable};
use crate::search::{IndexFolder, Opening};

/// The route of what no route answers.
const NO_ROUTE: &str = "none";

/// The bounds of the histogram of durations, in microseconds and as they are written, in seconds.
const BOUNDS: [(u64, &str); 13] = [
    (500, "0.0005"),
    (1_000, "0.001"),
    (2_500, "0.0025"),
    (5_000, "0.005"),
    (10_000, "0.01"),
    (25_000, "0.025"),
    (50_000, "0.05"),
    (100_000, "0.1"),
    (250_000, "0.25"),
    (500_000, "0.5"),
    (1_000_000, "1"),
    (2_500_000, "2.5"),
    (10_000_000, "10"),
];

/// The classes of a status, by its first digit.
const CLASSES: [&str; 5] = ["1xx", "2xx", "3xx", "4xx", "5xx"];

/// The statuses of requests that were turned away as they came, before anybody worked on what they ask.
const REJECTING: [u16; 11] = [400, 405, 406, 408, 411, 413, 414, 415, 429, 431, 503];

/// What was asked since the start.
#[derive(Default)]
pub(super) struct Metrics {
    routes: RwLock<BTreeMap<String, Arc<Route>>>,
    rejected: [AtomicU64; REJECTING.len()],
    under_way: AtomicU64,
}

/// What was asked of one route.
#[derive(Default)]
struct Route {
    by_class: [AtomicU64; CLASSES.len()],
    /// How many took at most as long as each bound, and longer than the one before; the last is beyond all.
    by_duration: [AtomicU64; BOUNDS.len() + 1],
    microseconds: AtomicU64,
}

/// A request under way; over when it is dropped.
pub(super) struct UnderWay(web::Data<App>);

impl UnderWay {
    pub fn new(app: web::Data<App>) -> Self {
        app.metrics.under_way.fetch_add(1, Ordering::Relaxed);
        Self(app)
    }
}

impl Drop for UnderWay {
    fn drop(&mut self) {
        self.0.metrics.under_way.fetch_sub(1, Ordering::Relaxed);
    }
}

impl Metrics {
    /// Counts an answer of a route, by the pattern of its address.
    pub fn count(&self, pattern: Option<&str>, status: StatusCode, took: Duration) {
        let status = status.as_u16();
        let route = self.route(pattern.unwrap_or(NO_ROUTE));
        let class = usize::from(status / 100).clamp(1, CLASSES.len()) - 1;
        route.by_class[class].fetch_add(1, Ordering::Relaxed);
        let took = u64::try_from(took.as_micros()).unwrap_or(u64::MAX);
        let bound = BOUNDS.partition_point(|(bound, _)| *bound < took);
        route.by_duration[bound].fetch_add(1, Ordering::Relaxed);
        route.microseconds.fetch_add(took, Ordering::Relaxed);
        if let Some(place) = REJECTING.iter().position(|rejecting| *rejecting == status) {
            self.rejected[place].fetch_add(1, Ordering::Relaxed);
        }
    }

    fn route(&self, pattern: &str) -> Arc<Route> {
        let known = self.routes.read().unwrap_or_else(PoisonError::into_inner).get(pattern).cloned();
        known.unwrap_or_else(|| {
            let mut routes = self.routes.write().unwrap_or_else(PoisonError::into_inner);
            Arc::clone(routes.entry(pattern.to_owned()).or_default())
        })
    }
}

pub(super) fn routes(config: &mut web::ServiceConfig) {
    config.service(readable("/metrics", show));
}

async fn show(app: web::Data<App>) -> HttpResponse {
    let mut text = Text::default();
    requests(&mut text, &app.metrics);
    serving(&mut text, &app);
    HttpResponse::Ok().content_type("text/plain; version=0.0.4; charset=utf-8").body(text.0)
}

/// Lines in the text form of Prometheus, version 0.0.4.
#[derive(Default)]
struct Text(String);

impl Text {
    /// Begins a metric.
    fn about(&mut self, name: &str, kind: &str, help: &str) {
        let _ = writeln!(self.0, "# HELP {name} {help}\n# TYPE {name} {kind}");
    }

    /// A value of a metric; labels are written as they stand between the braces.
    fn value(&mut self, name: &str, labels: &str, value: impl std::fmt::Display) {
        let _ = match labels {
            "" => writeln!(self.0, "{name} {value}"),
            labels => writeln!(self.0, "{name}{{{labels}}} {value}"),
        };
    }

    /// A metric with one value that may go up and down.
    fn gauge(&mut self, name: &str, help: &str, value: impl std::fmt::Display) {
        self.about(name, "gauge", help);
        self.value(name, "", value);
    }
}

fn requests(text: &mut Text, metrics: &Metrics) {
    let read = |number: &AtomicU64| number.load(Ordering::Relaxed);
    let routes = metrics.routes.read().unwrap_or_else(PoisonError::into_inner).clone();
    let name = "taalbrug_requests_total";
    text.about(name, "counter", "Answers, by the pattern of their route and the class of their status.");
    for (pattern, route) in &routes {
        for (class, count) in CLASSES.iter().zip(&route.by_class).filter(|(_, count)| read(count) > 0) {
            text.value(name, &format!("route=\"{pattern}\",status=\"{class}\""), read(count));
        }
    }
    let name = "taalbrug_request_duration_seconds";
    text.about(name, "histogram", "From a request to its answer, by the pattern of its route.");
    for (pattern, route) in &routes {
        let bounds = BOUNDS.iter().map(|(_, bound)| *bound).chain(["+Inf"]);
        let mut sum = 0;
        for (bound, count) in bounds.zip(&route.by_duration) {
            sum += read(count);
            text.value(&format!("{name}_bucket"), &format!("route=\"{pattern}\",le=\"{bound}\""), sum);
        }
        let seconds = Duration::from_micros(read(&route.microseconds)).as_secs_f64();
        text.value(&format!("{name}_sum"), &format!("route=\"{pattern}\""), seconds);
        text.value(&format!("{name}_count"), &format!("route=\"{pattern}\""), sum);
    }
    let name = "taalbrug_requests_rejected_total";
    text.about(name, "counter", "Requests that were turned away as they came, by status.");
    for (status, count) in REJECTING.iter().zip(&metrics.rejected) {
        text.value(name, &format!("status=\"{status}\""), read(count));
    }
    text.gauge("taalbrug_requests_under_way", "Requests that are being answered.", read(&metrics.under_way));
}

fn serving(text: &mut Text, app: &App) {
    let publication = app.publication();
    let trouble = app.shelf.trouble();
    let now = Timestamp::now();
    let name = "taalbrug_build_info";
    text.about(name, "gauge", "The program: its version, that of its API, and the mark of its sources.");
    let (version, build) = (env!("CARGO_PKG_VERSION"), env!("TAALBRUG_BUILD"));
    text.value(name, &format!("version=\"{version}\",api=\"{API_VERSION}\",build=\"{build}\""), 1);
    let name = "taalbrug_revision_info";
    text.about(name, "gauge", "The revision of the glossary that serves.");
    text.value(name, &format!("revision=\"{}\"", publication.revision), 1);
    let age = now.as_second() - app.shelf.since().as_second();
    text.gauge("taalbrug_revision_age_seconds", "How long this revision serves.", age.max(0));
    text.gauge(
        "taalbrug_start_time_seconds",
        "When the program started, in seconds since 1970.",
        app.started.as_second(),
    );
    let (old, findings) = (u8::from(trouble.is_some()), trouble.map_or(0, |trouble| trouble.findings.len()));
    text.gauge("taalbrug_serves_old_revision", "Whether the latest edit cannot serve and an older revision does.", old);
    text.gauge("taalbrug_findings", "Errors in the latest edit, while it cannot serve.", findings);
    text.gauge("taalbrug_stopping", "Whether the program finishes its requests to stop.", u8::from(app.is_stopping()));
    text.gauge("taalbrug_terms", "Terms of this revision.", publication.glossary.terms.len());
    text.gauge("taalbrug_concepts", "Meanings of this revision.", publication.concept_count());
    text.gauge("taalbrug_pairs", "Pairs of meanings of this revision.", publication.pairs().count());
    let in_memory = matches!(publication.opening, Opening::InMemory(_));
    text.gauge("taalbrug_index_in_memory", "Whether the index folder could not be written.", u8::from(in_memory));
    let folder = app.index.as_deref().filter(|_| !in_memory);
    if let Some(bytes) = folder.and_then(|root| IndexFolder::new(root, &publication.revision).size()) {
        text.gauge("taalbrug_index_bytes", "The index folder of this revision, in bytes.", bytes);
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use actix_web::http::StatusCode;

    use super::{Metrics, Text, requests};

    /// The text after these answers: their route, status and microseconds.
    fn after(answers: &[(Option<&str>, u16, u64)]) -> String {
        let metrics = Metrics::default();
        for (route, status, took) in answers {
            let status = StatusCode::from_u16(*status).expect("a status");
            metrics.count(*route, status, Duration::from_micros(*took));
        }
        let mut text = Text::default();
        requests(&mut text, &metrics);
        text.0
    }

    #[test]
    fn answers_are_counted_by_route_class_and_duration() {
        let text =
            after(&[(Some("/terms/{id}"), 200, 400), (Some("/terms/{id}"), 404, 3_000), (None, 413, 20_000_000)]);
        for line in [
            "taalbrug_requests_total{route=\"/terms/{id}\",status=\"2xx\"} 1",
            "taalbrug_requests_total{route=\"/terms/{id}\",status=\"4xx\"} 1",
            "taalbrug_requests_total{route=\"none\",status=\"4xx\"} 1",
            "taalbrug_request_duration_seconds_bucket{route=\"/terms/{id}\",le=\"0.0005\"} 1",
            "taalbrug_request_duration_seconds_bucket{route=\"/terms/{id}\",le=\"0.0025\"} 1",
            "taalbrug_request_duration_seconds_bucket{route=\"/terms/{id}\",le=\"0.005\"} 2",
            "taalbrug_request_duration_seconds_bucket{route=\"none\",le=\"10\"} 0",
            "taalbrug_request_duration_seconds_bucket{route=\"none\",le=\"+Inf\"} 1",
            "taalbrug_request_duration_seconds_sum{route=\"/terms/{id}\"} 0.0034",
            "taalbrug_request_duration_seconds_count{route=\"/terms/{id}\"} 2",
            "taalbrug_requests_rejected_total{status=\"413\"} 1",
            "taalbrug_requests_rejected_total{status=\"429\"} 0",
        ] {
            assert!(text.lines().any(|own| own == line), "{line} is not in\n{text}");
        }
    }

    #[test]
    fn a_duration_on_a_bound_counts_below_it() {
        let text = after(&[(None, 200, 1_000)]);
        assert!(
            text.contains("route=\"none\",le=\"0.0005\"} 0") && text.contains("route=\"none\",le=\"0.001\"} 1"),
            "{text}"
        );
    }
}
