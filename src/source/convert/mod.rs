//! From what was read to the model. What lacks a part it cannot do without is left out; the reader reported it.

mod glossary;
mod term;

use std::collections::BTreeSet;

use crate::diagnostic::{Finding, Place};
use crate::model::{Glossary, Keyed, SourceId, TermId};
use crate::source::faults::{FILE_NAME, LOOP, MISSING_FILE, NOT_UTF8, SYNTAX, TOO_LARGE, UNKNOWN_FILE, UNREADABLE};
use crate::source::fields::{Fields, Node};
use crate::source::files::{File, Files};
use crate::source::shape::{ACTORS, GLOSSARY, LEGAL, SOURCES, TERM};
use crate::source::spot::KeptRows;
use crate::source::{Content, lexicon, reader};

/// Codes of faults after which it is not known what a file holds.
const UNREAD: &[&str] = &[UNREADABLE.code, LOOP.code, NOT_UTF8.code, TOO_LARGE.code, SYNTAX.code, MISSING_FILE.code];

/// Makes the content of the texts, with the faults found before and now.
pub(super) fn convert(files: Files, findings: Vec<Finding>) -> (Content, Vec<Finding>) {
    let mut converter = Converter {
        findings,
        kept: KeptRows::new(),
        unread: BTreeSet::new(),
        file: String::new(),
        glossary: Glossary::default(),
    };
    converter.single("glossary.toml", Converter::take_glossary, &files);
    converter.single("actors.toml", Converter::take_actors, &files);
    converter.single("sources.toml", Converter::take_sources, &files);
    converter.single("legal.toml", Converter::take_legal, &files);
    for file in files.all() {
        converter.other(file);
    }
    if files.text("glossary.toml").is_none() {
        let mend = "Voeg het bestand toe, met een titel, een taal, een licentie, een adres en de domeinen.";
        converter.findings.push(MISSING_FILE.finding(Place::file("glossary.toml"), "dit bestand ontbreekt", mend));
    }
    let Converter { mut findings, kept, unread, mut glossary, .. } = converter;
    glossary.terms.sort_by(|x, y| x.id.cmp(&y.id));
    let lexicon = lexicon::convert(&files, &mut findings);
    let broken =
        findings.iter().filter(|finding| UNREAD.contains(&finding.code)).map(|finding| finding.place.file.clone());
    let broken = broken.collect();
    (Content { glossary, lexicon, files, kept, unread, broken }, findings)
}

/// The work in hand.
struct Converter {
    findings: Vec<Finding>,
    kept: KeptRows,
    unread: BTreeSet<String>,
    file: String,
    glossary: Glossary,
}

impl Converter {
    /// Takes in a file of which there is one.
    fn single(&mut self, path: &str, take: fn(&mut Self, &Fields), files: &Files) {
        let shape = match path {
            "glossary.toml" => &GLOSSARY,
            "actors.toml" => &ACTORS,
            "sources.toml" => &SOURCES,
            _ => &LEGAL,
        };
        if let Some(file) = files.all().iter().find(|file| file.path == path) {
            path.clone_into(&mut self.file);
            let fields = reader::read(file, shape, &mut self.findings);
            take(self, &fields);
        }
    }

    /// Takes in a term, or says of a file that nothing reads it.
    fn other(&mut self, file: &File) {
        let singles = ["glossary.toml", "actors.toml", "sources.toml", "legal.toml"];
        if singles.contains(&file.path.as_str()) || lexicon::LISTS.iter().any(|(path, ..)| *path == file.path) {
            return;
        }
        let name = file.path.strip_prefix("terms/").and_then(|name| name.strip_suffix(".toml"));
        match name.filter(|name| !name.contains('/')) {
            Some(name) => match TermId::parse(name) {
                Some(id) => self.term_file(id, file),
                None => {
                    let message = format!("‘{name}’ kan geen naam van een term zijn");
                    let mend =
                        "Gebruik kleine letters, cijfers en losse streepjes, zoals zorg-en-veiligheidshuis.toml.";
                    self.findings.push(FILE_NAME.finding(Place::file(&file.path), message, mend));
                }
            },
            None => {
                let mend = "Zet een term in de map terms. Haal het bestand weg als het hier niet hoort.";
                self.findings.push(UNKNOWN_FILE.finding(Place::file(&file.path), "niets leest dit bestand", mend));
            }
        }
    }

    fn term_file(&mut self, id: TermId, file: &File) {
        self.file.clone_from(&file.path);
        let fields = reader::read(file, &TERM, &mut self.findings);
        let term = self.term(id, &fields);
        self.glossary.terms.extend(term);
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
                None => self.unread.extend(item.as_table().and_then(|row| row.text("id"))),
            }
        }
        self.keep(path, kept);
        rows
    }

    /// Remembers the raw places of the rows of a list, unless they simply count up.
    fn keep(&mut self, path: &str, raw: Vec<usize>) {
        if raw.iter().enumerate().any(|(place, &number)| place != number) {
            self.kept.insert((self.file.clone(), path.to_owned()), raw);
        }
    }
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
    fields.texts(key).iter().filter_map(|text| parse(text)).collect()
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
