// SPDX-License-Identifier: EUPL-1.2
//! Options for who keeps the service running: an address of their own, how it stops, and the form of the log.

use std::net::TcpListener;
use std::time::Duration;

use clap::Args;

use crate::cli::log;
use crate::http::{self, BindError};

/// The longest time to serve on after SIGTERM, in seconds.
const LONGEST_DRAIN: u64 = 300;

#[derive(Args)]
#[command(next_help_heading = "Keuzes (options)")]
pub(super) struct Operators {
    /// Adres voor beheer: /health en /metrics staan dan alleen daar (an address for operators; health and metrics are then there alone)
    #[arg(long, env = "TAALBRUG_OPERATOR_LISTEN", value_name = "ADRES", hide_env = true)]
    pub operator_listen: Option<String>,
    /// Hoeveel seconden de dienst na SIGTERM nog doorgaat, terwijl /health zegt dat hij stopt: 0 tot 300 (seconds to serve on after SIGTERM)
    #[arg(long, env = "TAALBRUG_DRAIN", value_name = "SECONDEN", default_value = "0", hide_env = true, value_parser = clap::value_parser!(u64).range(..=LONGEST_DRAIN))]
    pub drain: u64,
    /// Vorm van het logboek: tekst voor mensen, of JSON per regel (the form of the log)
    #[arg(long, env = "TAALBRUG_LOG_FORMAT", value_name = "VORM", default_value = "text", hide_env = true, value_parser = log::FORMS)]
    pub log_format: String,
}

impl Operators {
    /// The address for operators, where it was filled in.
    pub fn address(&self) -> Option<&str> {
        self.operator_listen.as_deref().map(str::trim).filter(|address| !address.is_empty())
    }

    /// Takes the address for operators, where there is one.
    pub fn bind(&self) -> Result<Option<TcpListener>, BindError> {
        self.address().map(http::bind).transpose()
    }

    /// How long to serve on after SIGTERM.
    pub fn drain(&self) -> Duration {
        Duration::from_secs(self.drain)
    }
}
