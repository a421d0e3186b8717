// SPDX-License-Identifier: EUPL-1.2
//! Rows of a table as terms: the rows of one word come together.

use std::collections::BTreeMap;

use crate::exchange::offer::{folded, id_of, labels_of};
use crate::exchange::register::Register;
use crate::exchange::table::cell::{parts, texts, with_domain};
use crate::exchange::table::columns::{COLUMNS, Cell};
use crate::exchange::table::read::Row;
use crate::exchange::table::said::{
    BAD_FILE_NAME, NO_WORD, SAME_FILE_NAME, UNKNOWN_ACTOR, UNKNOWN_DOMAIN, UNKNOWN_PHASE, UNKNOWN_WORD, WORD_DIFFERS,
};
use crate::exchange::{Choices, Losses, Offer, OfferedTerm};
use crate::model::{ActorId, AltLabel, DomainId, Glossary, Keyed, PhaseRef, SourceId, Term, TermId};

use crate::exchange::offer::domain_called;

/// The rows that were taken in.
pub(super) struct Rows<'g> {
    pub glossary: &'g Glossary,
    pub choices: &'g Choices,
    pub register: Register,
    pub losses: Losses,
    labels: BTreeMap<String, TermId>,
    terms: Vec<OfferedTerm>,
    places: BTreeMap<TermId, usize>,
    /// The cells about the word itself, with the line that gave each.
    said: BTreeMap<(TermId, &'static str), (u64, String)>,
}

impl<'g> Rows<'g> {
    pub fn new(glossary: &'g Glossary, choices: &'g Choices, losses: Losses) -> Self {
        let register = Register::new(glossary);
        let (terms, places, said) = (Vec::new(), BTreeMap::new(), BTreeMap::new());
        Self { glossary, choices, register, losses, labels: labels_of(glossary), terms, places, said }
    }

    /// What the rows offer.
    pub fn offer(self) -> Offer {
        Offer { terms: self.terms, sources: self.register.added, losses: self.losses }
    }

    /// Takes in a row.
    pub fn take(&mut self, row: &Row) {
        let Some(place) = self.term_of(row) else { return };
        let empty = OfferedTerm::new(self.terms[place].term.id.clone(), String::new());
        let mut offered = std::mem::replace(&mut self.terms[place], empty);
        for column in COLUMNS.iter().filter(|column| matches!(column.cell, Cell::Term(_)) && row.has(column.key)) {
            self.word(&mut offered.term, column.key, row);
        }
        self.meaning(&mut offered, row);
        self.verdict(&mut offered, row);
        self.terms[place] = offered;
    }

    /// The place of the term that a row is about.
    fn term_of(&mut self, row: &Row) -> Option<usize> {
        let label = row.cell("label").to_owned();
        let given = TermId::parse(row.cell("term_id"));
        if row.has("term_id") && given.is_none() {
            self.lose(row, BAD_FILE_NAME);
        }
        let Some(id) = given.or_else(|| id_of(&label, &self.labels)) else {
            self.lose(row, NO_WORD);
            return None;
        };
        if let Some(&place) = self.places.get(&id) {
            let is_same =
                label.is_empty() || row.has("term_id") || folded(&self.terms[place].term.label) == folded(&label);
            if !is_same {
                self.lose(row, SAME_FILE_NAME);
                return None;
            }
            return Some(place);
        }
        let known = self.glossary.term(&id).map(|term| term.label.clone());
        let label = if label.is_empty() { known.unwrap_or_else(|| id.to_string()) } else { label };
        self.places.insert(id.clone(), self.terms.len());
        self.terms.push(OfferedTerm::new(id, label));
        Some(self.terms.len() - 1)
    }

    /// A cell about the word itself. Where rows differ, the first counts.
    fn word(&mut self, term: &mut Term, key: &'static str, row: &Row) {
        let cell = row.cell(key);
        if let Some((_, said)) = self.said.get(&(term.id.clone(), key)) {
            if said != cell {
                self.lose(row, WORD_DIFFERS);
            }
            return;
        }
        self.said.insert((term.id.clone(), key), (row.line, cell.to_owned()));
        match key {
            "label" => cell.clone_into(&mut term.label),
            "alt_labels" => term.alt_labels = parts(cell).into_iter().map(|part| self.alternative(part)).collect(),
            "hidden_labels" => term.hidden_labels = texts(cell),
            "english" => term.english = Some(cell.to_owned()),
            "english_note" => term.english_note = Some(cell.to_owned()),
            "phases" => term.phases = self.phases(row),
            "broader" => term.broader = self.words(cell, row),
            "narrower" => term.narrower = self.words(cell, row),
            "related" => term.related = self.words(cell, row),
            "unused_by" => term.unused_by = texts(cell).iter().filter_map(|name| self.domain(name, row)).collect(),
            "replaced_by" => {
                term.replaced_by = self.words(cell, row).iter().filter_map(|word| TermId::parse(word)).collect();
            }
            "term_note" => term.note = Some(cell.to_owned()),
            "term_sources" => term.sources = self.sources(cell),
            _ => {}
        }
    }

    /// Other words that a term names. A table that knows no ids names terms by their labels.
    fn words(&self, cell: &str, row: &Row) -> Vec<String> {
        let by_label = |word: String| self.labels.get(&folded(&word)).map_or(word, ToString::to_string);
        let words = texts(cell).into_iter();
        if row.has("term_id") { words.collect() } else { words.map(by_label).collect() }
    }

    fn alternative(&self, part: &str) -> AltLabel {
        let (text, domain) = with_domain(part);
        match domain.as_deref().map(|name| domain_called(self.glossary, name)) {
            Some(Some(domain)) => AltLabel { text, domain: Some(domain) },
            // What stands between brackets is no domain, so it belongs to the word.
            Some(None) => AltLabel { text: format!("{text} [{}]", domain.unwrap_or_default()), domain: None },
            None => AltLabel { text, domain: None },
        }
    }

    fn phases(&mut self, row: &Row) -> Vec<PhaseRef> {
        let known = |phase: &PhaseRef| self.glossary.phase(phase).is_some();
        let names = texts(row.cell("phases"));
        let phases: Vec<PhaseRef> = names.iter().filter_map(|name| PhaseRef::parse(name)).filter(known).collect();
        if phases.len() < names.len() {
            self.lose(row, UNKNOWN_PHASE);
        }
        phases
    }

    /// The domain that is called so; told where there is none.
    pub fn domain(&mut self, name: &str, row: &Row) -> Option<DomainId> {
        let domain = domain_called(self.glossary, name);
        if domain.is_none() {
            self.lose(row, UNKNOWN_DOMAIN);
        }
        domain
    }

    /// Sources by their codes; what is no code becomes a row of the register.
    pub fn sources(&mut self, cell: &str) -> Vec<SourceId> {
        let mut codes = Vec::new();
        for code in texts(cell).iter().filter_map(|text| self.register.written(text)) {
            if !codes.contains(&code) {
                codes.push(code);
            }
        }
        codes
    }

    /// Actors by id, name or abbreviation; who is not known is told.
    pub fn actors(&mut self, key: &str, row: &Row) -> Vec<ActorId> {
        let mut found = Vec::new();
        for name in texts(row.cell(key)) {
            let is_called = |own: &str| folded(own) == folded(&name);
            let actor = self.glossary.actors.iter().find(|actor| {
                actor.id.as_str() == name
                    || is_called(&actor.label)
                    || actor.abbreviation.as_deref().is_some_and(is_called)
            });
            match actor {
                Some(actor) => found.push(actor.id.clone()),
                None => self.lose(row, UNKNOWN_ACTOR),
            }
        }
        found
    }

    /// A word of a closed list, by its key or by its words; told where it is none.
    pub fn keyed<K: Keyed>(&mut self, key: &str, row: &Row) -> Option<K> {
        let cell = row.cell(key);
        if cell.is_empty() {
            return None;
        }
        let wanted = folded(cell);
        let found = K::ALL.iter().find(|row| [row.1, row.2, row.3].into_iter().any(|word| folded(word) == wanted));
        if found.is_none() {
            self.lose(row, UNKNOWN_WORD);
        }
        found.map(|row| row.0)
    }

    /// Writes down a loss on the line of a row.
    pub fn lose(&mut self, row: &Row, said: (&str, &str)) {
        let word = row.cell("label");
        let place =
            if word.is_empty() { format!("regel {}", row.line) } else { format!("regel {} ({word})", row.line) };
        self.losses.tell(said, place);
    }
}
