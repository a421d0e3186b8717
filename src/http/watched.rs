// SPDX-License-Identifier: EUPL-1.2
//! What is noted of each request: an id, a count, and a line in the log. Its route is told and never its address, its method from a
//! list, its status and its time: nothing in it was typed by anyone, and it does not say who asked.

use std::hash::{BuildHasher, RandomState};
use std::sync::LazyLock;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{HeaderMap, HeaderName, HeaderValue};
use actix_web::http::{ConnectionType, Method};
use actix_web::middleware::Next;
use actix_web::{Error, web};

use crate::http::App;
use crate::http::metrics::UnderWay;

/// The header with the id of a request.
const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// The methods that are told by name.
const METHODS: [Method; 6] = [Method::GET, Method::HEAD, Method::POST, Method::OPTIONS, Method::PUT, Method::DELETE];

/// Notes a request and its answer, for `actix_web::middleware::from_fn`. While the program stops, each answer ends its connection, so that
/// whoever asks again asks elsewhere.
pub async fn watched(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, Error> {
    let start = Instant::now();
    let app = request.app_data::<web::Data<App>>().cloned();
    let under_way = app.clone().map(UnderWay::new);
    let id = given(request.headers()).unwrap_or_else(own);
    let method = METHODS.iter().find(|method| *method == request.method()).map_or("other", Method::as_str);
    let mut answer = next.call(request).await?;
    drop(under_way);
    let (status, took) = (answer.status(), start.elapsed());
    let route = answer.request().match_pattern();
    if let Some(app) = &app {
        app.metrics.count(route.as_deref(), status, took);
        if app.is_stopping() {
            answer.response_mut().head_mut().set_connection_type(ConnectionType::Close);
        }
    }
    let (route, code) = (route.as_deref().unwrap_or("none"), status.as_u16());
    let microseconds = u64::try_from(took.as_micros()).unwrap_or(u64::MAX);
    let request = id.to_str().unwrap_or("");
    if status.is_server_error() {
        tracing::error!(request, method, route, status = code, microseconds, "a request failed");
    } else {
        tracing::debug!(request, method, route, status = code, microseconds, "answered");
    }
    answer.headers_mut().insert(REQUEST_ID, id);
    Ok(answer)
}

/// The id that a proxy gave, where it is one: 16 to 64 hexadecimal digits and hyphens. A word that somebody typed is none.
fn given(headers: &HeaderMap) -> Option<HeaderValue> {
    let id = headers.get(REQUEST_ID)?;
    let is_sound = |byte: &u8| byte.is_ascii_hexdigit() || *byte == b'-';
    ((16..=64).contains(&id.len()) && id.as_bytes().iter().all(is_sound)).then(|| id.clone())
}

/// An id of our own: it cannot be guessed from another one, and says nothing.
fn own() -> HeaderValue {
    static HASHER: LazyLock<RandomState> = LazyLock::new(RandomState::new);
    static USED: AtomicU64 = AtomicU64::new(0);
    let number = HASHER.hash_one(USED.fetch_add(1, Ordering::Relaxed));
    HeaderValue::try_from(format!("{number:016x}")).expect("hexadecimal digits are a header")
}

#[cfg(test)]
mod tests {
    use actix_web::http::header::{HeaderMap, HeaderValue};

    use super::{REQUEST_ID, given, own};

    #[test]
    fn an_id_of_a_proxy_is_taken_when_it_cannot_be_a_word() {
        for (id, taken) in [
            ("4bf92f3577b34da6a3ce929d0e0e4736", true),
            ("123e4567-e89b-12d3-a456-426614174000", true),
            ("geheim", false),
            ("een woord dat iemand typte", false),
            ("0612345678", false),
            ("", false),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(REQUEST_ID, HeaderValue::from_static(id));
            assert_eq!(given(&headers).is_some(), taken, "{id}");
        }
        assert!(given(&HeaderMap::new()).is_none());
    }

    #[test]
    fn ids_of_our_own_differ() {
        let (one, two) = (own(), own());
        assert!(one != two && one.len() == 16, "{one:?} {two:?}");
    }
}
