// SPDX-License-Identifier: EUPL-1.2
//! Turns: each lets some connections ask one after the other for a while, and tells what that took.

use std::io;
use std::net::SocketAddr;
use std::sync::Barrier;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use crate::http::Connection;
use crate::server::Server;

/// What is asked of a server.
pub struct Target<'a> {
    pub name: &'static str,
    pub server: &'a Server,
    /// The requests, which are gone round.
    pub requests: Vec<Vec<u8>>,
    /// Where the next turn goes on.
    pub next: AtomicUsize,
}

/// What a turn, or many by their medians, took.
#[derive(Clone, Copy, Default)]
pub struct Figures {
    /// Processor time of the server per request, in ms.
    pub cpu: f64,
    /// Requests answered per second.
    pub rate: f64,
    /// Half of the answers, and 99 of a hundred, took at most this, in ms.
    pub p50: f64,
    pub p99: f64,
}

impl<'a> Target<'a> {
    pub fn new(name: &'static str, server: &'a Server, requests: Vec<Vec<u8>>) -> Self {
        Self { name, server, requests, next: AtomicUsize::new(0) }
    }

    /// One turn of so many connections.
    pub fn turn(&self, connections: usize, length: Duration) -> io::Result<Figures> {
        let start = Barrier::new(connections + 1);
        let (mut times, cpu, wall) = std::thread::scope(|scope| {
            let ask = || self.ask_until_done(self.server.address, &start, length);
            let asking: Vec<_> = (0..connections).map(|_| scope.spawn(ask)).collect();
            let before = self.server.cpu();
            start.wait();
            let began = Instant::now();
            let mut times: Vec<u32> = Vec::new();
            for one in asking {
                times.extend(one.join().map_err(|_| io::Error::other("a connection stopped"))??);
            }
            Ok::<_, io::Error>((times, self.server.cpu() - before, began.elapsed().as_secs_f64()))
        })?;
        times.sort_unstable();
        let at =
            |share: f64| times.get((times.len() as f64 * share) as usize).map_or(0.0, |&time| f64::from(time) / 1e6);
        let count = times.len().max(1) as f64;
        Ok(Figures { cpu: cpu * 1000.0 / count, rate: count / wall, p50: at(0.5), p99: at(0.99) })
    }

    /// Asks until the time is over; gives how long each answer took, in nanoseconds.
    fn ask_until_done(&self, address: SocketAddr, start: &Barrier, length: Duration) -> io::Result<Vec<u32>> {
        let opened = Connection::open(address);
        start.wait();
        let mut connection = opened?;
        let began = Instant::now();
        let mut times = Vec::new();
        while began.elapsed() < length {
            let number = self.next.fetch_add(1, Ordering::Relaxed) % self.requests.len();
            let asked = Instant::now();
            connection.ask(&self.requests[number])?;
            times.push(u32::try_from(asked.elapsed().as_nanos()).unwrap_or(u32::MAX));
        }
        Ok(times)
    }
}

/// Lets all targets take turns in rounds; gives for each target its figures per round.
pub fn rounds(
    targets: &[Target<'_>],
    connections: usize,
    (count, length): (usize, Duration),
) -> io::Result<Vec<Vec<Figures>>> {
    let mut figures = vec![Vec::new(); targets.len()];
    for _ in 0..count {
        for (target, figures) in targets.iter().zip(&mut figures) {
            figures.push(target.turn(connections, length)?);
        }
    }
    Ok(figures)
}

/// The median of one figure over rounds.
pub fn median(values: impl IntoIterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.into_iter().collect();
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(0.0)
}
