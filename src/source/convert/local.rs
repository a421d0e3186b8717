// SPDX-License-Identifier: EUPL-1.2
//! The files of places to the model: `local/<place>/place.toml` and `local/<place>/terms/<term>.toml`.

use crate::diagnostic::Place as Where;
use crate::model::{ActorId, Agreement, LocalTerm, Partner, Place, PlaceId, Status, TermId};
use crate::source::convert::{Converter, keyed, sources};
use crate::source::faults::{FILE_NAME, MISSING_FILE, UNKNOWN_FILE};
use crate::source::fields::{Fields, Node};
use crate::source::files::{File, Files};
use crate::source::shape::{LOCAL_TERM, PLACE};

/// Puts places, and what they say of terms, in order.
pub(super) fn sort(places: &mut [Place]) {
    places.sort_by(|x, y| x.id.cmp(&y.id));
    for place in places {
        place.terms.sort_by(|x, y| x.term.cmp(&y.term));
    }
}

impl Converter {
    /// Takes in a file of a place, by its way below `local/`; or says of it that nothing reads it.
    pub(super) fn local_file(&mut self, way: &str, file: &File) {
        match way.split('/').collect::<Vec<_>>().as_slice() {
            [place, "place.toml"] => self.named_file(place, file, Self::place_file),
            [place, "terms", name] => {
                let term = name.strip_suffix(".toml").unwrap_or(name);
                let id = TermId::parse(term);
                self.named_file(place, file, |converter, place, file| match &id {
                    Some(id) => converter.local_term_file(place, id.clone(), file),
                    None => converter.misnamed(file, &format!("‘{term}’ kan geen naam van een term zijn")),
                });
            }
            _ => {
                self.unread.insert(file.path.clone());
                let mend = "Geef in de map local elke plaats een eigen map, met place.toml en een map terms.";
                self.findings.push(UNKNOWN_FILE.finding(Where::file(&file.path), "niets leest dit bestand", mend));
            }
        }
    }

    /// Takes in a file of a place with a sound name.
    fn named_file(&mut self, place: &str, file: &File, take: impl Fn(&mut Self, PlaceId, &File)) {
        match PlaceId::parse(place) {
            Some(id) => take(self, id, file),
            None => self.misnamed(file, &format!("‘{place}’ kan geen naam van een plaats zijn")),
        }
    }

    fn misnamed(&mut self, file: &File, message: &str) {
        let mend =
            "Gebruik kleine letters, cijfers en losse streepjes, zoals voorbeeldstad of zorg-en-veiligheidshuis.";
        self.unread.insert(file.path.clone());
        self.findings.push(FILE_NAME.finding(Where::file(&file.path), message, mend));
    }

    fn place_file(&mut self, id: PlaceId, file: &File) {
        let fields = self.read(file, &PLACE);
        match fields.text("label") {
            Some(label) => {
                let (note, parties) = (fields.text("note"), partners(&fields));
                self.glossary.places.push(Place { id, label, note, parties, terms: Vec::new() });
            }
            None => {
                self.unread.insert(file.path.clone());
            }
        }
    }

    fn local_term_file(&mut self, place: PlaceId, term: TermId, file: &File) {
        let fields = self.read(file, &LOCAL_TERM);
        self.place = Some(place);
        let local = LocalTerm {
            term,
            concepts: self.concepts(&fields),
            verdicts: self.rows(&fields, "verdicts", Self::verdict),
            agreements: self.rows(&fields, "agreements", |_, row, _| agreement(row)),
        };
        let place = self.place.take();
        // Files come in order: that of the place before those of its terms.
        if let Some(known) = self.glossary.places.iter_mut().find(|known| Some(&known.id) == place.as_ref()) {
            known.terms.push(local);
        }
    }

    /// Tells of places that agreed something, and have no file that says what they are.
    pub(super) fn look_for_places(&mut self, files: &Files) {
        let mut places: Vec<&str> = files.all().iter().filter_map(|file| of_place(&file.path)).collect();
        places.dedup();
        for place in places.into_iter().filter(|place| PlaceId::parse(place).is_some()) {
            let path = format!("local/{place}/place.toml");
            let is_there = files.text(&path).is_some() || self.findings.iter().any(|told| told.place.file == path);
            if !is_there {
                let mend = "Voeg het bestand toe, met de naam van de plaats: label = \"…\".";
                self.findings.push(MISSING_FILE.finding(Where::file(&path), "dit bestand ontbreekt", mend));
            }
        }
    }
}

/// The name of the place that a file about a term belongs to.
fn of_place(path: &str) -> Option<&str> {
    let (place, rest) = path.strip_prefix("local/")?.split_once('/')?;
    rest.starts_with("terms/").then_some(place)
}

fn agreement(row: &Fields) -> Option<Agreement> {
    Some(Agreement {
        text: row.text("text")?,
        parties: partners(row),
        agreed_on: row.date("agreed_on")?,
        valid_until: row.date("valid_until")?,
        sources: sources(row),
        status: keyed(row, "status").unwrap_or(Status::Draft),
    })
}

fn partners(row: &Fields) -> Vec<Partner> {
    let partner = |item: &Node| match item {
        Node::Text(id) => ActorId::parse(id).map(Partner::Actor),
        item => item.as_table()?.text("role").map(Partner::Role),
    };
    row.items("parties").iter().filter_map(partner).collect()
}
