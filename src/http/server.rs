// SPDX-License-Identifier: EUPL-1.2
//! The server around the routes: takes a port, serves, and finishes what is running when it is told to stop.

use std::fmt;
use std::io;
use std::net::{TcpListener, ToSocketAddrs};
use std::sync::mpsc::Sender;
use std::time::Duration;

use actix_web::middleware::from_fn;
use actix_web::rt::signal::unix::{SignalKind, signal};
use actix_web::{App as Actix, HttpServer, web};

use crate::http::{App, common_headers, routes};

/// How long requests under way may take to finish when the server is told to stop, in seconds.
const GRACE: u64 = 30;

/// Why a port could not be taken.
#[derive(Debug)]
pub struct BindError {
    address: String,
    cause: io::Error,
}

impl fmt::Display for BindError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let address = &self.address;
        match self.cause.kind() {
            io::ErrorKind::AddrInUse => {
                write!(
                    out,
                    "het adres {address} is al in gebruik. Stop het andere programma, of kies een ander adres met --listen."
                )
            }
            io::ErrorKind::PermissionDenied => {
                write!(
                    out,
                    "op het adres {address} mag dit programma niet luisteren. Kies een poort boven 1023 met --listen."
                )
            }
            io::ErrorKind::AddrNotAvailable => {
                write!(out, "het adres {address} is niet van deze computer. Kies een ander adres met --listen.")
            }
            _ => write!(
                out,
                "op het adres {address} is niet te luisteren: {}. Schrijf het als 127.0.0.1:8080.",
                self.cause
            ),
        }
    }
}

impl std::error::Error for BindError {}

/// Takes the address to listen on, for example `127.0.0.1:8080`; port 0 takes any free one.
///
/// # Errors
/// When the address is taken, not allowed or not an address.
pub fn bind(address: &str) -> Result<TcpListener, BindError> {
    let failed = |cause| BindError { address: address.to_owned(), cause };
    let places: Vec<_> = address.to_socket_addrs().map_err(failed)?.collect();
    TcpListener::bind(places.as_slice()).map_err(failed)
}

/// Serves until the process is told to stop, and finishes what is running. SIGHUP asks for a look at the glossary.
///
/// # Errors
/// When the system refuses to serve.
pub fn serve(app: App, listener: TcpListener, look: Sender<()>) -> io::Result<()> {
    actix_web::rt::System::new().block_on(async move {
        actix_web::rt::spawn(on_hangup(look));
        let app = web::Data::new(app);
        HttpServer::new(move || Actix::new().app_data(app.clone()).wrap(from_fn(common_headers)).configure(routes))
            .shutdown_timeout(GRACE)
            .client_request_timeout(Duration::from_secs(10))
            .listen(listener)?
            .run()
            .await
    })
}

async fn on_hangup(look: Sender<()>) {
    let Ok(mut hangups) = signal(SignalKind::hangup()) else { return };
    while hangups.recv().await.is_some() {
        if look.send(()).is_err() {
            return;
        }
    }
}
