// SPDX-License-Identifier: EUPL-1.2
//! How often the search puts the right term first, per kind of query.
//!
//! ```text
//! cargo bench --profile dev --bench search                 the development set
//! cargo bench --profile dev --bench search -- check        the set kept apart, to look at when a change is done
//! cargo bench --profile dev --bench search -- wrong        the development queries whose first hit is not right
//! cargo bench --profile dev --bench search -- wrong KIND   the same, of one kind
//! ```

#[path = "../tests/search/queries.rs"]
mod queries;

use std::path::{Path, PathBuf};

use queries::{Answered, Judged, KINDS, NONSENSE, Tally, ask};
use taalbrug::model::Keyed;
use taalbrug::publication::{Places, Publication};
use taalbrug::search::Hit;

/// How many hits a wrong answer shows.
const SHOWN: usize = 3;

fn main() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let publication = publication(root.join("glossary"));
    let set = |name: &str| queries::read(&root.join(format!("tests/search/{name}.jsonl")));
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        [] => table(&set("development"), &publication),
        ["check"] => table(&set("check"), &publication),
        ["wrong"] => wrong(&set("development"), KINDS, &publication),
        ["wrong", kind] => wrong(&set("development"), &[kind], &publication),
        _ => panic!("use: nothing, check, wrong or wrong KIND"),
    }
}

fn publication(glossary: PathBuf) -> Publication {
    Publication::build(&Places { glossary, index: None, model: None }).unwrap_or_else(|error| panic!("{error}"))
}

/// Prints how well each kind is answered.
fn table(set: &[Judged], publication: &Publication) {
    let answers: Vec<Answered<'_>> = set.iter().map(|judged| Answered::of(judged, publication)).collect();
    println!("{:<14} {:>4}  success@1  success@10   MRR", "kind", "n");
    for kind in KINDS {
        let tally = Tally::of(kind, &answers);
        if *kind == NONSENSE {
            println!("{kind:<14} {:>4}  {:.3} without a confident hit", tally.asked, tally.success_at_1());
        } else {
            let [one, ten, rank] = [tally.success_at_1(), tally.success_at_10(), tally.mean_reciprocal_rank()];
            println!("{kind:<14} {:>4}      {one:.3}       {ten:.3} {rank:.3}", tally.asked);
        }
    }
}

/// Prints the queries whose first hit is not right: where the right one stands, and what came first and why.
fn wrong(set: &[Judged], kinds: &[&str], publication: &Publication) {
    for kind in kinds {
        for judged in set.iter().filter(|judged| judged.kind == *kind) {
            let answered = Answered::of(judged, publication);
            if answered.right_at != Some(1) {
                print_miss(&answered, publication);
            }
        }
    }
}

fn print_miss(answered: &Answered<'_>, publication: &Publication) {
    let Judged { id, kind, q, expect, origin } = answered.judged;
    let place = answered.right_at.map_or("not in ten".to_owned(), |place| format!("at {place}"));
    println!("{kind} {id} ({origin}): {q}\n    expected {} ({place})", expect.join(", "));
    for hit in ask(answered.judged, publication).iter().take(SHOWN) {
        println!("    {:7.1} {}", hit.score, reasons(hit, publication));
    }
}

fn reasons(hit: &Hit, publication: &Publication) -> String {
    let reason =
        |found: &taalbrug::search::Match| format!("{} {} “{}”", found.how.key(), found.field.key(), found.form);
    let reasons: Vec<String> = hit.matched.iter().map(reason).collect();
    format!("{}: {}", publication.entry_at(hit.place).term.id, reasons.join(", "))
}
