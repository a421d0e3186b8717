// SPDX-License-Identifier: EUPL-1.2
//! The sheet on which rules write: the content they look at, and the findings so far.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use crate::diagnostic::{Finding, Fix, Place, Rule};
use crate::divergence::Compared;
use crate::language::nearest;
use crate::model::Date;
use crate::source::{Content, Spot};

/// At this many places something unknown is told of; of the others the number.
const MOST_PLACES: usize = 5;

pub(super) struct Sheet<'a> {
    pub content: &'a Content,
    pub today: Date,
    /// The pairs of each term, everywhere and in each place.
    pub compared: &'a Compared,
    /// What was written down, each with the spot it blames.
    blamed: Vec<(Spot, Finding)>,
    /// For what is cited and unknown, by where it belongs and its name: where it was written down.
    unknown: BTreeMap<(String, String), Vec<usize>>,
}

impl<'a> Sheet<'a> {
    /// An empty sheet.
    pub fn new(content: &'a Content, compared: &'a Compared, today: Date) -> Self {
        Self { content, today, compared, blamed: Vec::new(), unknown: BTreeMap::new() }
    }

    /// Writes down a finding, unless it would only echo what was told while the file was read.
    pub fn blame(&mut self, rule: &Rule, spot: &Spot, message: impl Into<String>, mend: impl Into<String>) {
        if !self.content.is_read(spot) || self.content.was_told(spot) {
            return;
        }
        let nowhere_yet = Place::file("");
        self.blamed.push((spot.clone(), rule.finding(nowhere_yet, message, mend)));
    }

    /// Writes down a finding that the program can mend by itself: what is wrong and how to mend it, and the fix.
    pub fn blame_mendable(&mut self, rule: &Rule, spot: &Spot, (message, mend): (&str, &str), fix: Fix) {
        let before = self.blamed.len();
        self.blame(rule, spot, message, mend);
        if let Some((_, finding)) = self.blamed.get_mut(before) {
            finding.fix = Some(fix);
        }
    }

    /// The findings, each with its place.
    pub fn findings(self) -> Vec<Finding> {
        let places = self.content.places(self.blamed.iter().map(|(spot, _)| spot));
        let blamed = self.blamed.into_iter().zip(places);
        let mut findings: Vec<Finding> = blamed.map(|((_, finding), place)| Finding { place, ..finding }).collect();
        let spare = shorten(&mut findings, self.unknown.into_values());
        let mut number = 0..;
        findings.retain(|_| number.next().is_some_and(|number| !spare.contains(&number)));
        findings
    }

    /// Writes down that something is cited which is not there, with the nearest that is. What could not be read may be
    /// there after all, and was told of already.
    pub fn blame_unknown<'k>(
        &mut self,
        rule: &Rule,
        cited: (&str, &Spot),
        where_it_belongs: &str,
        known: impl Iterator<Item = &'k str>,
    ) {
        let (name, spot) = cited;
        if self.content.may_hold(where_it_belongs, name) {
            return;
        }
        let mend = match nearest(name, known) {
            Some(near) => format!("Bedoelt u ‘{near}’? Zo niet, voeg ‘{name}’ dan toe in {where_it_belongs}."),
            None => format!("Voeg ‘{name}’ toe in {where_it_belongs}, of haal de verwijzing weg."),
        };
        let before = self.blamed.len();
        self.blame(rule, &spot.clone().word(name), format!("‘{name}’ staat niet in {where_it_belongs}"), mend);
        let place = before..self.blamed.len();
        // A file is one for all who cite it; of terms and models there are many.
        if where_it_belongs.contains('.') {
            self.unknown.entry((where_it_belongs.to_owned(), name.to_owned())).or_default().extend(place);
        }
    }
}

/// Gives which findings may go of those that say the same of many places; the last one that stays says how many go.
fn shorten(findings: &mut [Finding], same: impl Iterator<Item = Vec<usize>>) -> BTreeSet<usize> {
    let mut spare = BTreeSet::new();
    for mut places in same.filter(|places| places.len() > MOST_PLACES) {
        places.sort_by(|&x, &y| findings[x].place.cmp(&findings[y].place));
        let more = places.len() - MOST_PLACES;
        let noun = if more == 1 { "plaats" } else { "plaatsen" };
        let _ = write!(findings[places[MOST_PLACES - 1]].message, " (en zo op nog {more} {noun})");
        spare.extend(&places[MOST_PLACES..]);
    }
    spare
}
