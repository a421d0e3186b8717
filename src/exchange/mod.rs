// SPDX-License-Identifier: EUPL-1.2
//! The glossary among other systems: out as a table, and in from a table or from linked data, as a proposal.
//!
//! `table` and `skos` know a form each and end in an [`Offer`]: terms as the file gives them, and what it says that a glossary
//! cannot hold. `plan` lays an offer beside the glossary and says what would happen. Nothing here reads or writes files.

mod day;
mod losses;
mod offer;
mod plan;
mod register;
mod skos;
mod table;
mod tbx;

pub use self::losses::{Loss, Losses};
pub use self::offer::{Choices, Offer, OfferedTerm, Refusal, StatusChoice};
pub use self::plan::{Fate, Plan, Planned, plan};
pub use self::skos::{
    OWN, OwnKind, OwnName, concept_address, own_vocabulary, scheme_address, term_jsonld, term_turtle,
};

use self::skos::{read_jsonld, read_turtle, write_jsonld, write_turtle};
use self::table::{read_csv, write_csv};
use self::tbx::write_tbx;
use crate::model::{Glossary, Keyed};
use crate::source::glossary_json;

/// A form that can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A table with semicolons, commas or tabs.
    Csv,
    /// RDF as Turtle.
    Turtle,
    /// RDF as JSON-LD.
    JsonLd,
}

impl Keyed for Form {
    const ALL: &'static [(Self, &'static str, &'static str, &'static str)] = &[
        (Self::Csv, "csv", "rekenblad (CSV)", "spreadsheet (CSV)"),
        (Self::Turtle, "turtle", "SKOS in Turtle", "SKOS in Turtle"),
        (Self::JsonLd, "jsonld", "SKOS in JSON-LD", "SKOS in JSON-LD"),
    ];
}

/// The endings of file names, and the form each tells.
pub const ENDINGS: &[(&str, Form)] = &[
    ("csv", Form::Csv),
    ("tsv", Form::Csv),
    ("ttl", Form::Turtle),
    ("nt", Form::Turtle),
    ("jsonld", Form::JsonLd),
    ("json", Form::JsonLd),
];

/// Reads what a text in this form offers to a glossary.
///
/// # Errors
/// When the text as a whole cannot be read, or when it is not known which domain it belongs to.
pub fn read(form: Form, text: &str, glossary: &Glossary, choices: &Choices) -> Result<Offer, Refusal> {
    match form {
        Form::Csv => read_csv(text, glossary, choices),
        Form::Turtle => read_turtle(text, glossary, choices),
        Form::JsonLd => read_jsonld(text, glossary, choices),
    }
}

/// A form that can be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Output {
    /// RDF as Turtle, in the flavour of NL-SBB.
    Turtle,
    /// RDF as JSON-LD: the same statements.
    JsonLd,
    /// A table with semicolons.
    Csv,
    /// Every file of the glossary, as JSON.
    Json,
    /// TBX-Basic, for translators.
    Tbx,
}

impl Keyed for Output {
    const ALL: &'static [(Self, &'static str, &'static str, &'static str)] = &[
        (Self::Turtle, "turtle", "SKOS in Turtle", "SKOS in Turtle"),
        (Self::JsonLd, "jsonld", "SKOS in JSON-LD", "SKOS in JSON-LD"),
        (Self::Csv, "csv", "rekenblad (CSV)", "spreadsheet (CSV)"),
        (Self::Json, "json", "alles (JSON)", "everything (JSON)"),
        (Self::Tbx, "tbx", "termenlijst voor vertalers (TBX)", "termbase for translators (TBX)"),
    ];
}

/// The glossary in a form, and what that form cannot say.
///
/// # Errors
/// When the glossary has no address under which things can be named.
pub fn write(form: Output, glossary: &Glossary) -> Result<(String, Losses), Refusal> {
    match form {
        Output::Turtle => write_turtle(glossary),
        Output::JsonLd => write_jsonld(glossary),
        Output::Csv => Ok(write_csv(glossary)),
        Output::Json => Ok(write_json(glossary)),
        Output::Tbx => Ok(write_tbx(glossary)),
    }
}

/// Everything as JSON; word lists are for programs that read Dutch, and stay in their files.
fn write_json(glossary: &Glossary) -> (String, Losses) {
    let mut losses = Losses::default();
    losses.tell(("woordenlijsten (lexicon) staan er niet in", "word lists (lexicon) are not in it"), "");
    (format!("{:#}\n", glossary_json(glossary)), losses)
}
