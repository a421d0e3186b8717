// SPDX-License-Identifier: EUPL-1.2
//! Whether the word lists are all there, do not contradict each other, and show each entry in a sentence.

use crate::diagnostic::{Finding, Place};
use crate::language::{Lexicon, fold, normal_form};
use crate::source::faults::{CONTRADICTION, MISSING_LIST};
use crate::source::files::Files;
use crate::source::lexicon::List;
use crate::source::spot::{self, KeptRows};
use crate::source::{Spot, examples, lexicon};

const OPPOSITES_FILE: &str = "lexicon/opposites.toml";

/// Looks at the lists as a whole. A glossary may do without any; one that has some has all.
pub(super) fn look(files: &Files, lists: &[List], lexicon: &Lexicon, findings: &mut Vec<Finding>) {
    let is_there = |path: &str| files.text(path).is_some() || findings.iter().any(|finding| finding.place.file == path);
    let missing: Vec<&str> = lexicon::LISTS.iter().map(|(path, ..)| *path).filter(|path| !is_there(path)).collect();
    if missing.len() < lexicon::LISTS.len() {
        let mend = "Zet het bestand terug. Kijk of het nu een andere naam heeft.";
        let finding = |path: &str| MISSING_LIST.finding(Place::file(path), "deze woordenlijst ontbreekt", mend);
        findings.extend(missing.into_iter().map(finding));
    }
    // What a list lacks whose faults were told may be an echo of them.
    let is_told = |list: &&List| findings.iter().any(|finding| finding.place.file == list.path);
    let sound: Vec<&List> = lists.iter().filter(|list| !is_told(list)).collect();
    findings.extend(synonymous_opposites(files, lists, lexicon));
    findings.extend(sound.into_iter().flat_map(|list| examples::look(list, lexicon, files)));
}

/// Pairs of opposites that stand in one group of synonyms.
fn synonymous_opposites(files: &Files, lists: &[List], lexicon: &Lexicon) -> Vec<Finding> {
    let Some(list) = lists.iter().find(|list| list.path == OPPOSITES_FILE) else { return Vec::new() };
    let pairs = list.fields.text_lists("pairs");
    let normal = |word: &String| normal_form(&fold(word), lexicon);
    let contradicts = |pair: &[String]| matches!(pair, [a, b] if lexicon.are_synonyms(&normal(a), &normal(b)));
    let finding = |(number, pair): (usize, &Vec<String>)| {
        let spot = Spot::file(OPPOSITES_FILE).key("pairs").row(number);
        let place = spot::locate(std::iter::once(&spot), files, &KeptRows::new()).pop()?;
        let message =
            format!("‘{}’ en ‘{}’ zijn hier tegendelen, en bij de synoniemen bijna hetzelfde", pair[0], pair[1]);
        let mend = "Haal het paar hier weg, of haal één van de twee weg in lexicon/synonyms.toml.";
        Some(CONTRADICTION.finding(place, message, mend))
    };
    pairs.iter().enumerate().filter(|(_, pair)| contradicts(pair)).filter_map(finding).collect()
}
