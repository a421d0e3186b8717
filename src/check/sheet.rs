//! The sheet on which rules write: the content they look at, and the findings so far.

use crate::diagnostic::{Finding, Place, Rule};
use crate::language::nearest;
use crate::model::Date;
use crate::source::{Content, Spot};

pub(super) struct Sheet<'a> {
    pub content: &'a Content,
    pub today: Date,
    /// What was written down, each with the spot it blames.
    blamed: Vec<(Spot, Finding)>,
}

impl<'a> Sheet<'a> {
    /// An empty sheet.
    pub fn new(content: &'a Content, today: Date) -> Self {
        Self { content, today, blamed: Vec::new() }
    }

    /// Writes down a finding.
    pub fn blame(&mut self, rule: &Rule, spot: &Spot, message: impl Into<String>, mend: impl Into<String>) {
        let nowhere_yet = Place::file("");
        self.blamed.push((spot.clone(), rule.finding(nowhere_yet, message, mend)));
    }

    /// The findings, each with its place.
    pub fn findings(self) -> impl Iterator<Item = Finding> {
        let places = self.content.places(self.blamed.iter().map(|(spot, _)| spot));
        self.blamed.into_iter().zip(places).map(|((_, finding), place)| Finding { place, ..finding })
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
        self.blame(rule, &spot.clone().word(name), format!("‘{name}’ staat niet in {where_it_belongs}"), mend);
    }
}
