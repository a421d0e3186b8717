// SPDX-License-Identifier: EUPL-1.2
//! One attempt to tell an address: what it answers, within a time limit. No redirect is followed, and no answer is read.

use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use ureq::tls::{Certificate, RootCerts, TlsConfig};
use ureq::{Agent, Error};

use crate::webhook::Hook;
use crate::webhook::message::Message;

/// The longest wait that a receiver can ask for.
const LONGEST_WAIT: Duration = Duration::from_hours(1);

/// How an attempt ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Outcome {
    /// The receiver took it.
    Taken,
    /// The receiver wants nothing any more.
    Gone,
    /// It failed: why, and how long the receiver asks to wait.
    Failed(String, Duration),
}

/// Speaks to receivers, within a time limit for each attempt, and trusts whom this machine trusts.
pub(super) fn agent(limit: Duration) -> Agent {
    let trusted = rustls_native_certs::load_native_certs().certs;
    let trusted: Vec<Certificate<'static>> =
        trusted.iter().map(|certificate| Certificate::from_der(certificate).to_owned()).collect();
    let tls = TlsConfig::builder()
        .root_certs(RootCerts::new_with_certs(&trusted))
        .unversioned_rustls_crypto_provider(Arc::new(rustls::crypto::ring::default_provider()))
        .build();
    let config = Agent::config_builder()
        .tls_config(tls)
        .timeout_global(Some(limit))
        .max_redirects(0)
        .max_redirects_will_error(false)
        .http_status_as_error(false)
        .max_idle_connections(0)
        .user_agent(concat!("Taalbrug/", env!("CARGO_PKG_VERSION")));
    config.build().new_agent()
}

/// Tells once.
pub(super) fn attempt(agent: &Agent, hook: &Hook, message: &Message) -> Outcome {
    let seconds = Timestamp::now().as_second();
    let sent = agent
        .post(&hook.address.uri)
        .header("content-type", "application/json")
        .header("webhook-id", &message.id)
        .header("webhook-timestamp", seconds.to_string())
        .header("webhook-signature", hook.keys.sign(&message.id, seconds, &message.body))
        .send(message.body.as_bytes());
    match sent {
        Err(error) => Outcome::Failed(why(&error), Duration::ZERO),
        Ok(answer) => match answer.status().as_u16() {
            200..=299 => Outcome::Taken,
            410 => Outcome::Gone,
            status => {
                let wait = answer.headers().get("retry-after").and_then(|value| value.to_str().ok()?.parse().ok());
                let wait = wait.map_or(Duration::ZERO, Duration::from_secs).min(LONGEST_WAIT);
                Outcome::Failed(format!("it answered {status}"), wait)
            }
        },
    }
}

/// What is said where the two cannot speak safely.
const UNSAFE: &str = "its certificate is not trusted, or no safe connection came about";

/// Why nothing was answered, in words that repeat nothing of what was sent or of the address.
fn why(error: &Error) -> String {
    match error {
        Error::Timeout(_) => "no answer in time".to_owned(),
        Error::HostNotFound => "its host is not found".to_owned(),
        Error::ConnectionFailed => "no connection".to_owned(),
        Error::Io(cause) if cause.get_ref().is_some_and(<dyn std::error::Error + Send + Sync>::is::<rustls::Error>) => {
            UNSAFE.to_owned()
        }
        Error::Rustls(_) | Error::Tls(_) => UNSAFE.to_owned(),
        Error::Io(cause) => format!("no answer ({:?})", cause.kind()),
        Error::ConnectProxyFailed(_) | Error::InvalidProxyUrl => "the proxy does not work".to_owned(),
        _ => "no sound answer".to_owned(),
    }
}
