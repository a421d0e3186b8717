// SPDX-License-Identifier: EUPL-1.2
//! The columns of the table. The writer writes them in this order; the reader knows them by any of their names.

use crate::exchange::table::cell::{item, joined, of_domain};
use crate::language::fold;
use crate::model::{Concept, Facet, Glossary, Keyed, Term, Values, Verdict};

/// A column.
pub(super) struct Column {
    /// The key in files, by which the reader knows the column too.
    pub key: &'static str,
    /// The heading.
    pub heading: &'static str,
    /// Other headings that people use.
    pub also: &'static [&'static str],
    /// What stands in it.
    pub cell: Cell,
}

/// What a column is about, and how it is filled.
pub(super) enum Cell {
    Term(fn(&Term) -> String),
    Meaning(fn(&Concept) -> String),
    Verdict(fn(&Verdict) -> String),
}

/// Every column except those of facets, which stand behind them.
pub(super) const COLUMNS: &[Column] = &[
    column("label", "woord", &["term", "voorkeursterm", "begrip", "naam"], Cell::Term(|term| term.label.clone())),
    column("term_id", "bestand", &["id van het woord"], Cell::Term(|term| term.id.to_string())),
    column("domain", "domein", &["veld"], Cell::Meaning(|meaning| meaning.domain.to_string())),
    column(
        "definition",
        "definitie",
        &["omschrijving", "precies"],
        Cell::Meaning(|meaning| meaning.definition.clone()),
    ),
    column("explanation", "uitleg", &["in gewone taal"], Cell::Meaning(|meaning| meaning.explanation.clone())),
    column("note", "toelichting", &["achtergrond", "opmerking"], Cell::Meaning(|meaning| text(meaning.note.as_ref()))),
    column("examples", "voorbeelden", &["voorbeeld"], Cell::Meaning(|meaning| list(&meaning.examples))),
    column(
        "counter_examples",
        "tegenvoorbeelden",
        &["tegenvoorbeeld"],
        Cell::Meaning(|meaning| list(&meaning.counter_examples)),
    ),
    column("sources", "bronnen", &["bron"], Cell::Meaning(|meaning| list(&meaning.sources))),
    column("owner", "van wie", &["eigenaar", "owners"], Cell::Meaning(|meaning| list(&meaning.owners))),
    column("kind", "soort", &[], Cell::Meaning(|meaning| meaning.kind.dutch().to_owned())),
    column("status", "status", &["stand"], Cell::Meaning(|meaning| meaning.status.dutch().to_owned())),
    column(
        "reviewed_on",
        "bekeken op",
        &["gecontroleerd op"],
        Cell::Meaning(|meaning| text(meaning.reviewed_on.as_ref())),
    ),
    column("contact", "contact", &[], Cell::Meaning(|meaning| text(meaning.contact.as_ref()))),
    column("meaning_id", "betekenis", &["betekenis-id"], Cell::Meaning(|meaning| meaning.id.to_string())),
    column("meaning_label", "naam van de betekenis", &[], Cell::Meaning(|meaning| text(meaning.label.as_ref()))),
    column(
        "alt_labels",
        "andere woorden",
        &["alternatieven", "synoniemen", "alternatieve termen", "ander woord"],
        Cell::Term(alternatives),
    ),
    column("hidden_labels", "zoekwoorden", &["zoektermen", "zoekterm"], Cell::Term(|term| list(&term.hidden_labels))),
    column("english", "engels", &[], Cell::Term(|term| text(term.english.as_ref()))),
    column("english_note", "let op in het engels", &[], Cell::Term(|term| text(term.english_note.as_ref()))),
    column("phases", "fasen", &["fase"], Cell::Term(|term| list(&term.phases))),
    column("broader", "ruimer", &["bovenliggend", "ruimere woorden"], Cell::Term(|term| list(&term.broader))),
    column("narrower", "smaller", &["onderliggend", "smallere woorden"], Cell::Term(|term| list(&term.narrower))),
    column("related", "verwant", &["verwante woorden", "zie ook"], Cell::Term(|term| list(&term.related))),
    column("unused_by", "niet gebruikt door", &[], Cell::Term(|term| list(&term.unused_by))),
    column("replaced_by", "vervangen door", &["opvolger"], Cell::Term(|term| list(&term.replaced_by))),
    column("term_note", "achtergrond bij het woord", &[], Cell::Term(|term| text(term.note.as_ref()))),
    column("term_sources", "bronnen bij het woord", &[], Cell::Term(|term| list(&term.sources))),
    column("roles", "wie is aan zet (vaste waarde)", &[], Cell::Meaning(|meaning| list(&meaning.values.roles))),
    column("coercion", "hoe vrij", &[], Cell::Meaning(|meaning| word(meaning.values.coercion))),
    column("consent", "toestemming", &[], Cell::Meaning(|meaning| word(meaning.values.consent))),
    column(
        "within",
        "binnen welke tijd",
        &[],
        Cell::Meaning(|meaning| text(meaning.values.within.as_ref().map(|within| &within.text))),
    ),
    column("age_from", "vanaf leeftijd", &[], Cell::Meaning(|meaning| age(&meaning.values, |age| age.from))),
    column("age_to", "tot en met leeftijd", &[], Cell::Meaning(|meaning| age(&meaning.values, |age| age.to))),
    column("legal_basis", "wettelijk kader", &[], Cell::Meaning(|meaning| list(&meaning.values.legal_basis))),
    column("between", "oordeel tussen", &[], Cell::Verdict(|verdict| list(&verdict.between))),
    column("relation", "verhouding", &[], Cell::Verdict(|verdict| verdict.relation.dutch().to_owned())),
    column("degree", "graad", &[], Cell::Verdict(|verdict| verdict.degree.to_string())),
    column("why", "waarom", &[], Cell::Verdict(|verdict| verdict.why.clone())),
    column("misunderstanding", "misverstand", &[], Cell::Verdict(|verdict| text(verdict.misunderstanding.as_ref()))),
    column("questions", "vragen", &["vraag"], Cell::Verdict(|verdict| list(&verdict.questions))),
    column("verdict_facets", "graad per facet", &[], Cell::Verdict(degrees)),
    column("verdict_sources", "bronnen bij het oordeel", &[], Cell::Verdict(|verdict| list(&verdict.sources))),
    column("verdict_status", "status van het oordeel", &[], Cell::Verdict(|verdict| verdict.status.dutch().to_owned())),
    column("signed", "getekend", &[], Cell::Verdict(signatures)),
    column("applies_to", "vingerafdruk", &[], Cell::Verdict(|verdict| text(verdict.applies_to.as_ref()))),
];

const fn column(key: &'static str, heading: &'static str, also: &'static [&'static str], cell: Cell) -> Column {
    Column { key, heading, also, cell }
}

impl Column {
    /// Whether people call it so.
    pub fn is_called(&self, heading: &str) -> bool {
        let wanted = fold(heading.trim());
        let names = [self.key, self.heading].into_iter().chain(self.also.iter().copied());
        names.into_iter().any(|name| fold(name) == wanted)
    }
}

/// The heading of the column of a facet: its name, and its key.
pub(super) fn facet_heading(facet: &Facet) -> String {
    format!("{} (facet {})", facet.label, facet.id)
}

/// The facet that a heading names: by its key, or by its name.
pub(super) fn facet_called<'g>(glossary: &'g Glossary, heading: &str) -> Option<&'g Facet> {
    let key = heading.rsplit_once("(facet ").and_then(|(_, rest)| rest.trim().strip_suffix(')'));
    let by_key = |facet: &&Facet| Some(facet.id.as_str()) == key.map(str::trim);
    let by_name = |facet: &&Facet| {
        [facet.label.as_str(), facet.id.as_str()].into_iter().any(|name| fold(name) == fold(heading.trim()))
    };
    glossary.facets.iter().find(by_key).or_else(|| glossary.facets.iter().find(by_name))
}

fn text(text: Option<&impl ToString>) -> String {
    text.map(ToString::to_string).unwrap_or_default()
}

fn word<K: Keyed>(word: Option<K>) -> String {
    word.map(K::dutch).unwrap_or_default().to_owned()
}

fn list(items: &[impl ToString]) -> String {
    joined(items.iter().map(|text| item(&text.to_string())))
}

fn age(values: &Values, end: fn(&crate::model::Age) -> Option<u8>) -> String {
    text(values.age.as_ref().and_then(end).as_ref())
}

fn alternatives(term: &Term) -> String {
    joined(term.alt_labels.iter().map(|label| of_domain(&label.text, label.domain.as_ref().map(AsRef::as_ref))))
}

/// The degree of each facet: `threshold: 3 | information: 2`.
fn degrees(verdict: &Verdict) -> String {
    joined(verdict.facets.iter().map(|(facet, degree)| format!("{facet}: {degree}")))
}

/// Who signed: `social 2026-11-21 redacteur jeugd`.
fn signatures(verdict: &Verdict) -> String {
    joined(verdict.signed.iter().map(|signed| format!("{} {} {}", signed.domain, signed.on, item(&signed.by))))
}

#[cfg(test)]
mod tests {
    use super::COLUMNS;

    #[test]
    fn every_heading_and_every_other_name_tells_one_column() {
        for column in COLUMNS {
            for name in [column.key, column.heading].into_iter().chain(column.also.iter().copied()) {
                let called: Vec<&str> =
                    COLUMNS.iter().filter(|other| other.is_called(name)).map(|other| other.key).collect();
                assert_eq!(called.first(), Some(&column.key).filter(|_| called.len() == 1), "{name}: {called:?}");
            }
        }
    }
}
