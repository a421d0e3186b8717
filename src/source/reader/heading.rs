// SPDX-License-Identifier: EUPL-1.2
//! Keys that stand under the wrong heading, or whose heading is missing.

use std::collections::BTreeSet;
use std::ops::Range;

use toml::de::DeTable;

use crate::diagnostic::Place;
use crate::source::faults::UNKNOWN_KEY;
use crate::source::reader::Reader;
use crate::source::shape::{Form, Holds, Key, Shape};
use crate::source::wording::shortened;

/// Keys of a table that belong below a heading in it.
pub(super) struct Orphans {
    /// The key that the heading names.
    pub heading: &'static str,
    /// Their names.
    pub names: BTreeSet<String>,
}

/// How what is told of a missing heading begins.
pub(in crate::source) const NO_HEADING: &str = "hier ontbreekt de kop";

/// From so many keys on a heading is missing; one alone is more likely misspelt.
const FEWEST: usize = 2;

impl Reader<'_> {
    /// Tells once of keys that belong below a heading which is not there. Gives them, so that they are not told of one by one.
    pub(super) fn tell_missing_heading(&mut self, table: &DeTable<'_>, shape: &'static Shape) -> Option<Orphans> {
        let fits = |key: &Key, name: &str| match &key.holds {
            Holds::Tables(inner) | Holds::Table(inner) => inner.keys.iter().any(|key| key.name == name),
            Holds::TextMap(form) | Holds::NumberMap(form, _) => *form == Form::Any,
            _ => false,
        };
        let unknown = || {
            let names = table.iter().filter(|(name, _)| !shape.keys.iter().any(|key| key.name == name.get_ref()));
            names.filter(|(name, _)| !self.around_has(name.get_ref()))
        };
        let candidates = shape.keys.iter().filter(|key| key.holds.has_heading());
        let with_names = candidates.map(|key| {
            let names = unknown().filter(|(name, _)| fits(key, name.get_ref()));
            (key, names.map(|(name, _)| (name.get_ref().to_string(), name.span())).collect::<Vec<_>>())
        });
        let (key, mut names) = with_names.rev().max_by_key(|(_, names)| names.len())?;
        if names.len() < FEWEST {
            return None;
        }
        names.sort_by_key(|(_, span)| span.start);
        let steps = self.way.iter().map(String::as_str).filter(|step| step.parse::<usize>().is_err());
        let heading = steps.chain([key.name]).collect::<Vec<_>>().join(".");
        let heading = if key.holds.is_tables() { format!("[[{heading}]]") } else { format!("[{heading}]") };
        let first: Vec<String> = names.iter().take(3).map(|(name, _)| format!("‘{}’", shortened(name))).collect();
        let rest = names.len() - first.len();
        let more = if rest == 0 { String::new() } else { format!(" (en zo nog {rest})") };
        let message = format!("{NO_HEADING} {heading}: daaronder horen {}{more}", first.join(", "));
        let mend = format!("Zet de kop {heading} op een eigen regel boven de eerste van deze regels.");
        let place = Place::range(&self.file.path, names[0].1.clone()).at(self.way.clone());
        self.findings.push(UNKNOWN_KEY.finding(place, message, mend));
        let names: BTreeSet<String> = names.into_iter().map(|(name, _)| name).collect();
        let lost = names.iter().map(String::as_str).chain([key.name]);
        let ways = lost.map(|name| self.way.iter().map(String::as_str).chain([name]).collect::<Vec<_>>().join("."));
        self.told.extend(ways.collect::<Vec<_>>());
        Some(Orphans { heading: key.name, names })
    }

    /// Whether a table around this one has such a key.
    fn around_has(&self, name: &str) -> bool {
        self.around.iter().any(|(shape, _)| shape.keys.iter().any(|key| key.name == name))
    }

    /// Tells of a key that belongs to a table around this one. Whether it is one.
    pub(super) fn stray(&mut self, name: &str, range: Range<usize>) -> bool {
        let owner = |(depth, (shape, length)): (usize, &(&'static Shape, usize))| {
            let key = shape.keys.iter().find(|key| key.name == name)?;
            Some((depth, *shape, *length, key.name))
        };
        let Some((depth, shape, length, key)) = self.around.iter().enumerate().rev().find_map(owner) else {
            return false;
        };
        self.strays.push((depth, key));
        let way = &self.way[..length];
        let heading: Vec<&str> = way.iter().map(String::as_str).filter(|step| step.parse::<usize>().is_err()).collect();
        let mend = match heading.as_slice() {
            [] => "Zet de regel bovenaan het bestand, vóór de eerste kop.".to_owned(),
            steps => format!("Zet de regel hoger: direct onder de kop [[{}]].", steps.join(".")),
        };
        let own = [way.join("."), key.to_owned()].join(".");
        self.told.insert(own.trim_start_matches('.').to_owned());
        self.tell(
            &UNKNOWN_KEY,
            range,
            format!("‘{name}’ staat onder de verkeerde kop: dit hoort bij {}", shape.name),
            mend,
        );
        true
    }
}
