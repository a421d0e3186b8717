// SPDX-License-Identifier: EUPL-1.2
//! The glossary as a table: semicolons, a mark of UTF-8 at the start, every cell between quotes.
//!
//! So it opens with a double click in a Dutch spreadsheet program, which takes the comma for decimals; and a cell that holds a
//! separator or a quote cannot fall apart into cells that begin with a formula.

use csv::{QuoteStyle, Terminator, WriterBuilder};

use crate::exchange::Losses;
use crate::exchange::table::cell::guarded;
use crate::exchange::table::columns::{COLUMNS, Cell, facet_heading};
use crate::model::{Age, Concept, Glossary, Term, Verdict};

/// The mark by which a spreadsheet program knows UTF-8.
const MARK: &str = "\u{feff}";

/// The most characters that common spreadsheet programs keep in a cell.
const ROOM: usize = 32_767;

/// The words, meanings and verdicts of a glossary as CSV, and what the table does not hold. Lines end as RFC 4180 says.
#[must_use]
pub fn write_csv(glossary: &Glossary) -> (String, Losses) {
    let mut losses = elsewhere(glossary);
    let mut writer = WriterBuilder::new()
        .delimiter(b';')
        .quote_style(QuoteStyle::Always)
        .terminator(Terminator::CRLF)
        .from_writer(Vec::new());
    let headings = COLUMNS.iter().map(|column| column.heading.to_owned());
    let mut rows: Vec<Vec<String>> = vec![headings.chain(glossary.facets.iter().map(facet_heading)).collect()];
    for term in &glossary.terms {
        rows.extend(rows_of(term, glossary));
        lost_of(term, glossary, &mut losses);
    }
    for row in &rows {
        if row.iter().any(|cell| cell.chars().count() > ROOM) {
            losses.tell(TOO_LONG, row.first().cloned().unwrap_or_default());
        }
        writer.write_record(row.iter().map(|cell| guarded(cell))).expect("rows of one length go into memory");
    }
    let bytes = writer.into_inner().expect("memory takes all that is written");
    (format!("{MARK}{}", String::from_utf8_lossy(&bytes)), losses)
}

const TOO_LONG: (&str, &str) = (
    "een tekst is langer dan een rekenblad in een cel bewaart (32.767 tekens)",
    "a text is longer than a spreadsheet keeps in a cell (32,767 characters)",
);

/// What a row is about, beside its term.
#[derive(Clone, Copy)]
enum About<'t> {
    Nothing,
    Meaning(&'t Concept),
    Verdict(&'t Verdict),
}

/// A row for each meaning and each verdict; of a term without any, one row.
fn rows_of(term: &Term, glossary: &Glossary) -> Vec<Vec<String>> {
    let meanings = term.concepts.iter().map(About::Meaning);
    let mut all: Vec<About<'_>> = meanings.chain(term.verdicts.iter().map(About::Verdict)).collect();
    if !matches!(all.first(), Some(About::Meaning(_))) {
        all.insert(0, About::Nothing);
    }
    let first = all.first().map(|about| row((term, whole), *about, glossary));
    first.into_iter().chain(all.iter().skip(1).map(|about| row((term, named), *about, glossary))).collect()
}

/// Which cells of the term a row repeats: on the first row all.
fn whole(_: &str) -> bool {
    true
}

/// On other rows those that tell which term it is.
fn named(key: &str) -> bool {
    matches!(key, "label" | "term_id")
}

fn row((term, repeats): (&Term, fn(&str) -> bool), about: About<'_>, glossary: &Glossary) -> Vec<String> {
    let cells = COLUMNS.iter().map(|column| match (&column.cell, about) {
        (Cell::Term(cell), _) if repeats(column.key) => cell(term),
        (Cell::Meaning(cell), About::Meaning(meaning)) => cell(meaning),
        (Cell::Verdict(cell), About::Verdict(verdict)) => cell(verdict),
        _ => String::new(),
    });
    let facets = glossary.facets.iter().map(|facet| match about {
        About::Meaning(meaning) => meaning.facets.get(&facet.id).cloned().unwrap_or_default(),
        _ => String::new(),
    });
    cells.chain(facets).collect()
}

/// What the table has no place for at all.
fn elsewhere(glossary: &Glossary) -> Losses {
    let mut losses = Losses::default();
    let others = (
        "de tabel houdt alleen woorden: domeinen, modellen, organisaties, bronnen, wetten en woordenlijsten blijven in hun eigen bestanden",
        "the table holds words only: domains, models, actors, sources, laws and word lists stay in their own files",
    );
    losses.tell(others, "");
    for place in &glossary.places {
        let local =
            ("wat plaatsen zelf afspraken staat niet in de tabel", "what places agreed themselves is not in the table");
        losses.tell(local, place.id.as_str());
    }
    losses
}

/// What the table cannot say of a term.
fn lost_of(term: &Term, glossary: &Glossary, losses: &mut Losses) {
    let is_known_age = |age: &Age| age.from.is_some() || age.to.is_some();
    for concept in &term.concepts {
        if concept.values.age.as_ref().is_some_and(|age| !is_known_age(age)) {
            let empty = ("een leeftijd zonder begin en zonder einde", "an age without a beginning and without an end");
            losses.tell(empty, term.id.as_str());
        }
        if concept.facets.keys().any(|facet| glossary.facet(facet).is_none()) {
            losses.tell(
                ("een facet dat niet in glossary.toml staat", "a facet that is not in glossary.toml"),
                term.id.as_str(),
            );
        }
        let texts = [Some(&concept.definition), Some(&concept.explanation), concept.note.as_ref()];
        if texts.into_iter().flatten().any(|text| text.contains('\r')) {
            let returns = (
                "het teken ‘return’ in een tekst wordt een gewoon regeleinde",
                "a carriage return in a text becomes a plain line end",
            );
            losses.tell(returns, term.id.as_str());
        }
    }
}
