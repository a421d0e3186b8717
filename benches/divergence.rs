// SPDX-License-Identifier: EUPL-1.2
//! How well comparisons agree with people, and what they cost.
//!
//! ```text
//! cargo bench --bench divergence                       the development pairs
//! cargo bench --bench divergence -- check              the pairs kept apart, to look at when a change is done
//! cargo bench --bench divergence -- wrong              the development pairs, with what was asserted wrongly
//! cargo bench --bench divergence -- sick FILE.tsv      sentences of SICK-NL: contradictions and relatedness
//! cargo bench --bench divergence -- cost               time per pair, beside the time to cut the texts into words
//! cargo bench --bench divergence -- … --model DIR      any of these with a model of word vectors, and what it says
//! ```

#![allow(clippy::disallowed_methods, reason = "test data is read here")]

mod likeness;
#[path = "../tests/divergence/pairs.rs"]
mod pairs;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::time::Instant;

use pairs::{Agreement, Judged, Share, spearman};
use taalbrug::divergence::{Meaning, Weights, Yardstick, compare};
use taalbrug::embedding::Embedder;
use taalbrug::language::{Lexicon, words_of};
use taalbrug::model::{Glossary, Relation, Values};
use taalbrug::source::{Content, load, load_embedder};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn main() {
    let (content, _) = load(&root().join("glossary")).expect("the glossary of the project");
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let mut words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let model = words.iter().position(|word| *word == "--model").map(|place| {
        assert!(place + 1 < words.len(), "--model takes the folder of a model");
        words.remove(place);
        words.remove(place).to_owned()
    });
    let read = |folder: &String| load_embedder(Path::new(folder)).unwrap_or_else(|error| panic!("{error}"));
    let embedder = model.as_ref().map(read);
    match words.as_slice() {
        [] => table(&development(), &content, embedder),
        ["check"] => table(&pairs::read(&root().join("tests/divergence/check.jsonl")), &content, embedder),
        ["wrong"] => wrong(&development(), &content, embedder.as_ref()),
        ["sick", file] => sick(Path::new(file), &content.lexicon, embedder.as_ref()),
        ["cost"] => cost(&development(), &content, embedder.as_ref()),
        _ => panic!("use: nothing, check, wrong, sick FILE or cost; and --model DIR"),
    }
}

fn development() -> Vec<Judged> {
    pairs::read(&root().join("tests/divergence/development.jsonl"))
}

/// How far two lists of words are apart, 0 to 1.
type Distance = fn(&[String], &[String]) -> f64;

/// Prints how the answers agree with the judges, with two plain baselines.
fn table(pairs: &[Judged], content: &Content, embedder: Option<Embedder>) {
    let weights = pairs::weights(pairs, &content.lexicon);
    let found = Agreement::of(pairs, &yardstick(content, &weights, embedder.as_ref()));
    let share = |share: Share| format!("{:.2} ({}/{})", share.value(), share.good, share.of);
    println!("pairs                         {}", found.pairs);
    println!("asserted (coverage)           {:.2} ({})", found.coverage(), found.in_kind.of);
    println!("  right in kind               {}", share(found.in_kind));
    println!("  exactly right               {}", share(found.exact));
    for (confidence, right) in &found.by_confidence {
        println!("  right in kind, {confidence:<12} {}", share(*right));
    }
    println!("conflict precision            {}", share(found.conflict_precision));
    println!("conflict recall               {}", share(found.conflict_recall));
    println!("degree 3 called alike         {}", found.false_calm.len());
    for (relation, right) in &found.by_relation {
        println!("right in kind of {relation:<12} {}", share(*right));
    }
    let (precision, recall, both) = found.marks();
    println!("marked words                  precision {precision:.2}, recall {recall:.2}, F1 {both:.2}");
    println!("Spearman of score and degree  {:.2}", found.spearman);
    let two_texts: Vec<&Judged> = pairs.iter().filter(|pair| pair.relation() != Relation::OneSided).collect();
    let degrees: Vec<f64> = two_texts.iter().map(|pair| f64::from(pair.degree)).collect();
    let baselines: [(&str, Distance); 2] = [("word diff", word_diff), ("overlap of normal forms", overlap)];
    for (name, distance) in baselines {
        let scores: Vec<f64> = two_texts
            .iter()
            .map(|pair| {
                distance(&normal(&pair.texts.a_text, &content.lexicon), &normal(&pair.texts.b_text, &content.lexicon))
            })
            .collect();
        println!("  {name:<27} {:.2}", spearman(&scores, &degrees));
    }
    if let Some(embedder) = embedder {
        likeness::print(pairs, &yardstick(content, &weights, None), embedder);
    }
}

/// Prints what was asserted wrongly.
fn wrong(pairs: &[Judged], content: &Content, embedder: Option<&Embedder>) {
    let weights = pairs::weights(pairs, &content.lexicon);
    let found = Agreement::of(pairs, &yardstick(content, &weights, embedder));
    let by_id: BTreeMap<&str, &Judged> = pairs.iter().map(|pair| (pair.texts.id.as_str(), pair)).collect();
    for (id, judged, said) in &found.wrong {
        let pair = by_id[id.as_str()];
        println!(
            "{id} {}: judged {judged}, said {said}\n  {}\n  {}\n",
            pair.texts.term, pair.texts.a_text, pair.texts.b_text
        );
    }
}

fn yardstick<'a>(content: &'a Content, weights: &'a Weights, embedder: Option<&'a Embedder>) -> Yardstick<'a> {
    Yardstick { lexicon: &content.lexicon, weights, glossary: &content.glossary, embedder }
}

fn normal(text: &str, lexicon: &Lexicon) -> Vec<String> {
    words_of(text, lexicon).into_iter().map(|token| token.normal).collect()
}

/// One less the share of words in the longest common sequence.
fn word_diff(a: &[String], b: &[String]) -> f64 {
    let mut row = vec![0_usize; b.len() + 1];
    for word in a {
        let mut before = 0;
        for (j, other) in b.iter().enumerate() {
            let here = if word == other { before + 1 } else { row[j + 1].max(row[j]) };
            before = std::mem::replace(&mut row[j + 1], here);
        }
    }
    1.0 - 2.0 * row[b.len()] as f64 / (a.len() + b.len()).max(1) as f64
}

/// One less the share of normal forms that both hold.
fn overlap(a: &[String], b: &[String]) -> f64 {
    let (a, b): (BTreeSet<&String>, BTreeSet<&String>) = (a.iter().collect(), b.iter().collect());
    1.0 - a.intersection(&b).count() as f64 / a.union(&b).count().max(1) as f64
}

/// How much less people hold two sentences for related when these contradict each other; fitted on the training part.
const CONTRADICTION: f64 = 0.4;

/// Contradictions and relatedness of the sentence pairs in a file of SICK-NL.
fn sick(file: &Path, lexicon: &Lexicon, embedder: Option<&Embedder>) {
    let text = std::fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let (glossary, facets, values) = (Glossary::default(), BTreeMap::new(), Values::default());
    let (mut judged, mut said, mut measured) = (Vec::new(), Vec::new(), Vec::new());
    let [mut right, mut extra, mut missed] = [0_usize; 3];
    let sentences = || text.lines().skip(1).flat_map(|line| line.split('\t').skip(1).take(2));
    let weights = Weights::of(sentences(), lexicon);
    for line in text.lines().skip(1) {
        let cells: Vec<&str> = line.split('\t').collect();
        let side = |definition| Meaning { definition, facets: &facets, values: &values };
        let yardstick = Yardstick { lexicon, weights: &weights, glossary: &glossary, embedder };
        let found = compare(&side(cells[1]), &side(cells[2]), "", &yardstick);
        judged.push(cells[3].parse::<f64>().expect("relatedness"));
        said.push(found.similarity - if found.contradicts() { CONTRADICTION } else { 0.0 });
        measured.extend(found.likeness.as_ref().map(|likeness| likeness.similarity));
        match (cells[4] == "CONTRADICTION", found.contradicts()) {
            (true, true) => right += 1,
            (false, true) => extra += 1,
            (true, false) => missed += 1,
            (false, false) => {}
        }
    }
    let [right, extra, missed] = [right, extra, missed].map(|count| count as f64);
    println!("pairs                     {}", judged.len());
    println!("contradiction precision   {:.3}", right / (right + extra).max(1.0));
    println!("contradiction recall      {:.3}", right / (right + missed).max(1.0));
    println!("contradiction F1          {:.3}", 2.0 * right / (2.0 * right + extra + missed).max(1.0));
    println!("relatedness Spearman      {:.3}", spearman(&said, &judged));
    if measured.len() == judged.len() {
        println!("  of the model alone      {:.3}", spearman(&measured, &judged));
    }
}

/// Time per comparison, and as a ratio to cutting the two texts into words.
fn cost(pairs: &[Judged], content: &Content, embedder: Option<&Embedder>) {
    let repeat = 50;
    let weights = pairs::weights(pairs, &content.lexicon);
    let yardstick = yardstick(content, &weights, embedder);
    let per_pair = |start: Instant| start.elapsed().as_secs_f64() * 1e6 / (repeat * pairs.len()) as f64;
    let start = Instant::now();
    let mut words = 0;
    for pair in pairs.iter().cycle().take(repeat * pairs.len()) {
        words +=
            words_of(&pair.texts.a_text, &content.lexicon).len() + words_of(&pair.texts.b_text, &content.lexicon).len();
    }
    let cutting = per_pair(start);
    let start = Instant::now();
    let mut flips = 0;
    for pair in pairs.iter().cycle().take(repeat * pairs.len()) {
        flips += pair.compared(&yardstick).flips.len();
    }
    let comparing = per_pair(start);
    println!("{} pairs of {} words on average, {flips} flips", pairs.len(), words / (repeat * pairs.len()));
    println!("cutting into words   {cutting:.1} µs a pair");
    println!("comparing            {comparing:.1} µs a pair, {:.1} times the cutting", comparing / cutting);
}
