// SPDX-License-Identifier: EUPL-1.2
//! The server around the routes: takes a port, serves, and finishes what is running when it is told to stop.

use std::fmt;
use std::io;
use std::net::{TcpListener, ToSocketAddrs};
use std::sync::mpsc::Sender;
use std::time::Duration;

use actix_web::dev::ServerHandle;
use actix_web::middleware::from_fn;
use actix_web::rt::signal::unix::{SignalKind, signal};
use actix_web::rt::time::sleep;
use actix_web::web::ServiceConfig;
use actix_web::{App as Actix, HttpServer, web};

use crate::http::{App, common_headers, operator_routes, problem, public_routes, routes, watched};

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

/// Where and how to serve.
pub struct Serving {
    /// Where people and programs ask.
    pub listener: TcpListener,
    /// Where operators ask, if that is apart; health and metrics then answer there alone.
    pub operators: Option<TcpListener>,
    /// How long to serve on after SIGTERM while health says no more, so that a proxy sends nothing new before the door is shut.
    pub drain: Duration,
}

/// Serves until the process is told to stop, and finishes what is running. SIGHUP asks for a look at the glossary.
///
/// # Errors
/// When the system refuses to serve.
pub fn serve(app: App, serving: Serving, look: Sender<()>) -> io::Result<()> {
    actix_web::rt::System::new().block_on(async move {
        let app = web::Data::new(app);
        let Serving { listener, operators, drain } = serving;
        // Signals are ours, so that it stops in our order.
        let server = |routes: fn(&mut ServiceConfig)| {
            let app = app.clone();
            let made = move || {
                Actix::new()
                    .app_data(app.clone())
                    .wrap(from_fn(common_headers))
                    .wrap(from_fn(watched))
                    .configure(routes)
            };
            let server = HttpServer::new(made).disable_signals().shutdown_timeout(GRACE);
            server.client_request_timeout(Duration::from_secs(10))
        };
        let public = server(if operators.is_some() { public_routes } else { routes }).listen(listener)?.run();
        actix_web::rt::spawn(on_hangup(look));
        actix_web::rt::spawn(on_terminate(app.clone(), drain, public.handle()));
        for kind in [SignalKind::interrupt(), SignalKind::quit()] {
            actix_web::rt::spawn(on_interrupt(kind, public.handle()));
        }
        let Some(operators) = operators else { return public.await };
        let apart = server(operators_alone).workers(1).listen(operators)?.run();
        let handle = apart.handle();
        actix_web::rt::spawn(apart);
        let ended = public.await;
        handle.stop(false).await;
        ended
    })
}

/// The routes of operators, and nothing else.
fn operators_alone(config: &mut ServiceConfig) {
    config.configure(operator_routes).default_service(web::to(problem::unknown_path));
}

/// SIGTERM: says to whoever asks that it stops, serves on for a while, then shuts the door and finishes what is running.
async fn on_terminate(app: web::Data<App>, drain: Duration, server: ServerHandle) {
    let Ok(mut signals) = signal(SignalKind::terminate()) else { return };
    if signals.recv().await.is_some() {
        app.stop();
        tracing::info!(seconds = drain.as_secs(), "told to stop; what is running is finished");
        sleep(drain).await;
        server.stop(true).await;
    }
}

/// SIGINT and SIGQUIT: stops at once.
async fn on_interrupt(kind: SignalKind, server: ServerHandle) {
    let Ok(mut signals) = signal(kind) else { return };
    if signals.recv().await.is_some() {
        server.stop(false).await;
    }
}

async fn on_hangup(look: Sender<()>) {
    let Ok(mut hangups) = signal(SignalKind::hangup()) else { return };
    while hangups.recv().await.is_some() {
        if look.send(()).is_err() {
            return;
        }
    }
}
