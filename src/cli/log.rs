// SPDX-License-Identifier: EUPL-1.2
//! The log of the service, on standard error. However much it is asked to tell, nothing that people type gets in.

use std::panic::{self, PanicHookInfo};

use tracing::level_filters::LevelFilter;
use tracing_subscriber::filter::Targets;
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;

/// How much the log can be asked to tell, from little to much.
pub(super) const LEVELS: [&str; 5] = ["error", "warn", "info", "debug", "trace"];

/// A log of JSON, one object a line.
const JSON: &str = "json";

/// The forms of the log.
pub(super) const FORMS: [&str; 2] = ["text", JSON];

/// The most that is told of dependencies: below this they tell what stands in requests.
const OF_DEPENDENCIES: LevelFilter = LevelFilter::INFO;

/// Begins the log, at one of the levels and in one of the forms.
pub(super) fn begin(level: &str, form: &str) {
    let lines = tracing_subscriber::fmt::layer()
        .with_writer(std::io::stderr)
        .with_target(false)
        // Without standard error there is nobody to tell, and the service goes on.
        .log_internal_errors(false);
    let log = tracing_subscriber::registry().with(filter(level));
    match form {
        JSON => log.with(lines.json().flatten_event(true)).init(),
        _ => log.with(lines).init(),
    }
    panic::set_hook(Box::new(|info| tracing::error!("{}", place_of(info))));
}

/// This program to the asked level, dependencies to theirs.
fn filter(level: &str) -> Targets {
    let level = level.parse().unwrap_or(LevelFilter::INFO);
    Targets::new().with_default(level.min(OF_DEPENDENCIES)).with_target(env!("CARGO_PKG_NAME"), level)
}

/// Where the program failed. Why is left out: such a message may repeat the text that the program failed on.
fn place_of(info: &PanicHookInfo<'_>) -> String {
    let place = info.location().map_or_else(String::new, |place| format!(" at {}:{}", place.file(), place.line()));
    format!("the program failed{place}")
}

#[cfg(test)]
mod tests {
    use std::panic;
    use std::sync::mpsc;
    use std::thread;

    use tracing::Level;

    use super::{LEVELS, filter, place_of};

    #[test]
    fn dependencies_never_tell_more_than_their_ceiling() {
        for level in LEVELS {
            for target in ["actix_http::h1::decoder", "actix_web", "tantivy", "anything"] {
                assert!(!filter(level).would_enable(target, &Level::DEBUG), "{target} at {level}");
            }
        }
        assert!(filter("trace").would_enable("taalbrug::http", &Level::TRACE));
        assert!(filter("info").would_enable("actix_server", &Level::INFO));
        assert!(!filter("info").would_enable("taalbrug::http", &Level::DEBUG));
        assert!(!filter("error").would_enable("actix_server", &Level::WARN));
    }

    #[test]
    fn a_failure_tells_its_place_and_not_its_text() {
        let (tell, told) = mpsc::channel();
        let own = thread::current().id();
        let usual = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if thread::current().id() == own {
                drop(tell.send(place_of(info)));
            } else {
                usual(info);
            }
        }));
        let typed = "geheimwoord".to_owned();
        let failed = panic::catch_unwind(|| typed[..100].len());
        drop(panic::take_hook());
        let told = told.recv().expect("a line of the log");
        assert!(failed.is_err() && told.starts_with("the program failed at src/cli/log.rs:"), "{told}");
        assert!(!told.contains("geheimwoord"), "{told}");
    }
}
