// SPDX-License-Identifier: EUPL-1.2
//! From what was read to the model. What lacks a part it cannot do without is left out; the reader reported it.

mod glossary;
mod lists;
mod local;
mod term;

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{Finding, Place};
use crate::model::{Glossary, Keyed, PlaceId, SourceId, TermId};
use crate::source::faults::{FILE_NAME, LOOP, MISSING_FILE, NOT_UTF8, SYNTAX, TOO_LARGE, UNKNOWN_FILE, UNREADABLE};
use crate::source::fields::{Fields, Node};
use crate::source::files::{File, Files};
use crate::source::shape::{ACTORS, GLOSSARY, Key, LEGAL, SOURCES, Shape, TERM};
use crate::source::spot::KeptRows;
use crate::source::{Content, lexicon, reader};
use crate::work;

/// Codes of faults after which it is not known what a file holds.
const UNREAD: &[&str] = &[UNREADABLE.code, LOOP.code, NOT_UTF8.code, TOO_LARGE.code, SYNTAX.code, MISSING_FILE.code];

/// Makes the content of the texts, with the faults found before and now.
pub(super) fn convert(files: Files, findings: Vec<Finding>) -> (Content, Vec<Finding>) {
    let mut converter = Converter { findings, ..Converter::default() };
    for single in SINGLES {
        converter.single(single, &files);
    }
    let (terms, others): (Vec<&File>, Vec<&File>) = files.all().iter().partition(|file| name_of_term(file).is_some());
    for file in others {
        converter.other(file);
    }
    converter.terms(&terms);
    converter.look_for_places(&files);
    let Converter { mut findings, kept, unread, unnamed, told, mut glossary, .. } = converter;
    glossary.terms.shrink_to_fit();
    glossary.terms.sort_by(|x, y| x.id.cmp(&y.id));
    local::sort(&mut glossary.places);
    let word_lists = lexicon::read(&files, &mut findings);
    let lexicon = lexicon::convert(&word_lists);
    lists::look(&files, &word_lists, &lexicon, &mut findings);
    let faulty = findings.iter().filter(|finding| UNREAD.contains(&finding.code));
    let mut broken: BTreeSet<String> = faulty.map(|finding| finding.place.file.clone()).collect();
    broken.extend(unnamed);
    (Content { glossary, lexicon, files, kept, unread, broken, told }, findings)
}

/// The files of which there is one: each with its shape, how it is taken in, and what it holds in plain Dutch.
type Single = (&'static str, &'static Shape, fn(&mut Converter, &Fields), &'static str);
const SINGLES: &[Single] = &[
    (
        "glossary.toml",
        &GLOSSARY,
        Converter::take_glossary,
        "een titel, een taal, een licentie, een adres en de domeinen",
    ),
    ("actors.toml", &ACTORS, Converter::take_actors, "de organisaties en rollen"),
    ("sources.toml", &SOURCES, Converter::take_sources, "de bronnen"),
    ("legal.toml", &LEGAL, Converter::take_legal, "de wetten en afspraken"),
];

/// How many term files are read by one converter.
const PART: usize = 16;

/// The name in the path of a term file.
fn name_of_term(file: &File) -> Option<&str> {
    let name = file.path.strip_prefix("terms/")?.strip_suffix(".toml")?;
    (!name.contains('/')).then_some(name)
}

/// The work in hand.
#[derive(Default)]
struct Converter {
    findings: Vec<Finding>,
    kept: KeptRows,
    unread: BTreeSet<String>,
    /// Files of which rows could not be read, not even their names.
    unnamed: BTreeSet<String>,
    told: BTreeMap<String, BTreeSet<String>>,
    file: String,
    /// The place whose file it is, where it is one.
    place: Option<PlaceId>,
    glossary: Glossary,
}

impl Converter {
    /// Takes in a file of which there is one, or says that it is missing.
    fn single(&mut self, single: &Single, files: &Files) {
        let (path, shape, take, holds) = single;
        match files.all().iter().find(|file| file.path == *path) {
            Some(file) => {
                let fields = self.read(file, shape);
                take(self, &fields);
            }
            None if self.findings.iter().any(|finding| finding.place.file == *path) => {}
            None => {
                let mend = format!("Voeg het bestand toe, met {holds}. Heet het nu {path}.txt? Haal .txt dan weg.");
                self.findings.push(MISSING_FILE.finding(Place::file(path), "dit bestand ontbreekt", mend));
            }
        }
    }

    fn read(&mut self, file: &File, shape: &'static Shape) -> Fields {
        self.file.clone_from(&file.path);
        let mut fields = reader::read(file, shape, &mut self.findings);
        let lost = |key: &Key| key.holds.is_tables() && fields.told.contains(key.name);
        if shape.keys.iter().any(lost) {
            self.unnamed.insert(file.path.clone());
        }
        if !fields.told.is_empty() {
            self.told.insert(file.path.clone(), std::mem::take(&mut fields.told));
        }
        fields
    }

    /// Takes in a file that is no term, or says of it that nothing reads it.
    fn other(&mut self, file: &File) {
        if SINGLES.iter().any(|(path, ..)| *path == file.path)
            || lexicon::LISTS.iter().any(|(path, ..)| *path == file.path)
        {
            return;
        }
        if let Some(rest) = file.path.strip_prefix("local/") {
            return self.local_file(rest, file);
        }
        self.unread.insert(file.path.clone());
        let mend = "Zet een term in de map terms. Haal het bestand weg als het hier niet hoort.";
        self.findings.push(UNKNOWN_FILE.finding(Place::file(&file.path), "niets leest dit bestand", mend));
    }

    /// Takes in the files of terms, on all cores. They need nothing but the domains, for the order of meanings.
    fn terms(&mut self, files: &[&File]) {
        let parts: Vec<&[&File]> = files.chunks(PART).collect();
        let domains = &self.glossary.domains;
        let read = work::each(&parts, |part| {
            let glossary = Glossary { domains: domains.clone(), ..Glossary::default() };
            let mut converter = Self { glossary, ..Self::default() };
            part.iter().for_each(|file| converter.term_file(file));
            converter
        });
        for converter in read {
            self.join(converter);
        }
    }

    /// Takes over what another read of terms.
    fn join(&mut self, other: Self) {
        self.findings.extend(other.findings);
        self.kept.extend(other.kept);
        self.unread.extend(other.unread);
        self.unnamed.extend(other.unnamed);
        self.told.extend(other.told);
        self.glossary.terms.extend(other.glossary.terms);
    }

    fn term_file(&mut self, file: &File) {
        let name = name_of_term(file).unwrap_or_default();
        let Some(id) = TermId::parse(name) else {
            let message = format!("‘{name}’ kan geen naam van een term zijn");
            let mend = "Gebruik kleine letters, cijfers en losse streepjes, zoals zorg-en-veiligheidshuis.toml.";
            self.unread.insert(file.path.clone());
            self.findings.push(FILE_NAME.finding(Place::file(&file.path), message, mend));
            return;
        };
        let fields = self.read(file, &TERM);
        match self.term(id, &fields) {
            Some(term) => self.glossary.terms.push(term),
            None => {
                self.unread.insert(file.path.clone());
            }
        }
    }

    /// Converts the rows of a list of tables; remembers which were kept when one was not.
    fn rows<T>(
        &mut self,
        fields: &Fields,
        path: &str,
        mut make: impl FnMut(&mut Self, &Fields, usize) -> Option<T>,
    ) -> Vec<T> {
        let key = path.rsplit('.').next().unwrap_or(path);
        let mut rows = Vec::new();
        let mut kept = Vec::new();
        for (number, item) in fields.items(key).iter().enumerate() {
            match item.as_table().and_then(|row| make(self, row, rows.len())) {
                Some(value) => {
                    rows.push(value);
                    kept.push(number);
                }
                None => self.lose(item.as_table().and_then(|row| row.text("id"))),
            }
        }
        self.keep(path, kept);
        rows.shrink_to_fit();
        rows
    }

    /// Remembers that a row could not be read, by its name where that is known.
    fn lose(&mut self, name: Option<String>) {
        match name {
            Some(name) => self.unread.insert(name),
            None => self.unnamed.insert(self.file.clone()),
        };
    }

    /// Remembers the raw places of the rows of a list, unless they simply count up.
    fn keep(&mut self, path: &str, raw: Vec<usize>) {
        if raw.iter().enumerate().any(|(place, &number)| place != number) {
            self.kept.insert((self.file.clone(), path.to_owned()), raw);
        }
    }
}

/// A list without room for more: most hold one thing or two, and there are many.
fn exact<T>(items: impl Iterator<Item = T>) -> Vec<T> {
    let mut list: Vec<T> = items.collect();
    list.shrink_to_fit();
    list
}

/// A word of a closed list.
fn keyed<K: Keyed>(fields: &Fields, key: &str) -> Option<K> {
    K::from_key(&fields.text(key)?)
}

/// An identifier.
fn id<T>(fields: &Fields, key: &str, parse: fn(&str) -> Option<T>) -> Option<T> {
    parse(&fields.text(key)?)
}

/// A list of identifiers.
fn ids<T>(fields: &Fields, key: &str, parse: fn(&str) -> Option<T>) -> Vec<T> {
    exact(fields.texts(key).iter().filter_map(|text| parse(text)))
}

fn sources(fields: &Fields) -> Vec<SourceId> {
    ids(fields, "sources", SourceId::parse)
}

/// The length in hours of an ISO 8601 duration; days count 24, months 730 and years 8,760 hours.
#[must_use]
pub fn hours_of(text: &str) -> Option<u32> {
    let span: jiff::Span = text.strip_prefix('P').and_then(|_| text.parse().ok())?;
    let hours = i64::from(span.get_years()) * 8_760
        + i64::from(span.get_months()) * 730
        + i64::from(span.get_weeks()) * 168
        + i64::from(span.get_days()) * 24
        + i64::from(span.get_hours());
    u32::try_from(hours).ok().filter(|&hours| hours > 0)
}

impl Node {
    /// A text, or the text under `label` of a table.
    fn label(&self) -> Option<(String, Option<String>)> {
        match self {
            Self::Text(text) => Some((text.trim().to_owned(), None)),
            Self::Table(fields) => Some((fields.text("label")?, fields.text("domain"))),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::hours_of;

    #[test]
    fn durations_become_hours() {
        for (text, hours) in [("P7D", 168), ("P1W", 168), ("PT24H", 24), ("P6W", 1008), ("P1M", 730), ("P1Y", 8760)] {
            assert_eq!(hours_of(text), Some(hours), "{text}");
        }
        for text in ["", "7 days", "P", "-P1D", "P-1D", "zes weken", "PT5M"] {
            assert_eq!(hours_of(text), None, "{text}");
        }
    }
}
