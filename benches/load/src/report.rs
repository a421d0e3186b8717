// SPDX-License-Identifier: EUPL-1.2
//! The figures as tables, for a terminal and for a page of Markdown alike.

use crate::options::Options;
use crate::quality::Tally;
use crate::turns::{Figures, median};
use crate::{CONNECTIONS, Starts};

/// Where things stand among what was measured.
const OWN: usize = 0;
const PLAIN: usize = 1;
const BARE: usize = 3;

/// Everything of one size.
pub struct Measured {
    pub size: usize,
    /// What was asked, in the order of the turns.
    pub names: Vec<&'static str>,
    /// By number of connections, target and round.
    pub turns: Vec<Vec<Vec<Figures>>>,
    pub kinds: Vec<&'static str>,
    /// For each service by kind, and of all.
    pub tallies: [Vec<Tally>; 2],
    /// By kind, service and round.
    pub by_kind: Vec<Vec<Vec<Figures>>>,
    pub starts: [Starts; 2],
    /// The most memory under load, in MB.
    pub memory: [f64; 2],
}

/// Says how is measured.
pub fn introduce(options: &Options, pinned: bool) {
    let Options { length, rounds, queries, seed, .. } = options;
    println!("{rounds} rounds of {length:?} each, in turns; {queries} queries, seed {seed}; medians of rounds.");
    if pinned {
        println!("Servers on core 0, the driver on the others; starts on all.");
    } else {
        println!("NOT PINNED: there is one core, or no taskset. Figures carry more noise.");
    }
}

/// Prints what was measured of a size.
pub fn print(measured: &Measured) {
    println!("\n## {} terms\n", measured.size);
    turns(measured);
    kinds(measured);
    starts(measured);
}

fn turns(measured: &Measured) {
    println!(
        "| connections | what        | CPU ms | plain ÷ it | it ÷ bare |  p50 ms |  p99 ms | p50 ÷ bare | answers/s |"
    );
    println!(
        "|------------:|-------------|-------:|-----------:|----------:|--------:|--------:|-----------:|----------:|"
    );
    for (connections, targets) in CONNECTIONS.iter().zip(&measured.turns) {
        for (name, rounds) in measured.names.iter().zip(targets) {
            let of = |figure: fn(&Figures) -> f64| median(rounds.iter().map(figure));
            let ratio = |other: usize, figure: fn(&Figures) -> f64| {
                median(rounds.iter().zip(&targets[other]).map(|(own, other)| figure(own) / figure(other)))
            };
            println!(
                "| {connections:>11} | {name:<11} | {:>6.3} | {:>10.2} | {:>9.1} | {:>7.3} | {:>7.2} | {:>10.1} | {:>9.0} |",
                of(|figures| figures.cpu),
                1.0 / ratio(PLAIN, |figures| figures.cpu),
                ratio(BARE, |figures| figures.cpu),
                of(|figures| figures.p50),
                of(|figures| figures.p99),
                ratio(BARE, |figures| figures.p50),
                of(|figures| figures.rate),
            );
        }
    }
}

fn kinds(measured: &Measured) {
    println!(
        "\n| kind     |    n | success@1 | @10   | hits |   kB | CPU ms | plain @1 | @10   | hits |   kB | CPU ms | plain ÷ it |"
    );
    println!(
        "|----------|-----:|----------:|------:|-----:|-----:|-------:|---------:|------:|-----:|-----:|-------:|-----------:|"
    );
    for (place, kind) in measured.kinds.iter().chain(&["all"]).enumerate() {
        let [own, plain] = measured.tallies.each_ref().map(|tallies| tallies[place]);
        let of_kind = measured.by_kind.get(place).unwrap_or_else(|| &measured.turns[1]);
        let cpu = |service: usize| median(of_kind[service].iter().map(|figures| figures.cpu));
        println!(
            "| {kind:<8} | {:>4} | {:>9.3} | {:.3} | {:>4.1} | {:>4.1} | {:>6.3} | {:>8.3} | {:.3} | {:>4.1} | {:>4.1} | {:>6.3} | {:>10.2} |",
            own.asked,
            own.at_1(),
            own.at_10(),
            own.hits(),
            own.kilobytes(),
            cpu(OWN),
            plain.at_1(),
            plain.at_10(),
            plain.hits(),
            plain.kilobytes(),
            cpu(PLAIN),
            cpu(PLAIN) / cpu(OWN),
        );
    }
}

fn starts(measured: &Measured) {
    println!("\n| service  | from files: s | CPU s | peak MB | built index: s | CPU s | peak MB under load |");
    println!("|----------|--------------:|------:|--------:|---------------:|------:|-------------------:|");
    for service in [OWN, PLAIN] {
        let (name, Starts { build, build_memory, open }) = (measured.names[service], &measured.starts[service]);
        println!(
            "| {name:<8} | {:>13.2} | {:>5.2} | {build_memory:>7.1} | {:>14.2} | {:>5.2} | {:>18.1} |",
            build.wall, build.cpu, open.wall, open.cpu, measured.memory[service],
        );
    }
}
