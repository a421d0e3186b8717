// SPDX-License-Identifier: EUPL-1.2
//! The tools: one row for each, with what it takes, what it answers, and the function that does it. All of them only read.

use serde_json::{Value, json};

use crate::http::api::assistant::schemas::{input_schema, output_schema};
use crate::http::api::assistant::views::{CheckAnswer, CompareAnswer, SearchAnswer, TermAnswer};
use crate::http::api::assistant::{Desk, asked, params};
use crate::http::params::{Input, Param};
use crate::http::problem::Problem;
use crate::publication::Publication;

/// What a tool answers: the same as data and as a text to read.
pub(super) struct Answered {
    /// Valid against the schema of the tool.
    pub data: Value,
    /// Plain Dutch.
    pub text: String,
}

/// A tool.
pub(super) struct Tool {
    /// By this an assistant calls it.
    pub name: &'static str,
    /// What people see it called.
    title: &'static str,
    /// What it does, in Dutch.
    about: &'static str,
    /// What it does, in English.
    english: &'static str,
    /// What it takes.
    params: &'static [Param],
    /// The schema of what it answers.
    answers: fn() -> Value,
    run: fn(&Input, Desk<'_>) -> Result<Answered, Problem>,
}

/// Every tool.
const TOOLS: &[Tool] = &[
    Tool {
        name: "search",
        title: "Zoek woorden",
        about: "Zoek woorden in de woordenlijst. U krijgt per woord wat elk domein ermee bedoelt, met status en bronnen, en het \
            grootste verschil.",
        english: "Search words of the glossary. Gives for each word what every domain means by it, with status and sources, and \
            the largest difference.",
        params: params::SEARCH,
        answers: output_schema::<SearchAnswer<'_>>,
        run: asked::search,
    },
    Tool {
        name: "term",
        title: "Lees een woord",
        about: "Lees één woord: wat elk domein ermee bedoelt, met status en bronnen, alle verschillen, wie dat zegt, en wat \
            mensen elkaar kunnen vragen.",
        english: "Read one word: what every domain means by it, with status and sources, all differences, who says so, and what \
            people can ask each other.",
        params: params::ONE_TERM,
        answers: output_schema::<TermAnswer<'_>>,
        run: asked::term,
    },
    Tool {
        name: "compare",
        title: "Vergelijk twee domeinen",
        about: "Vergelijk wat twee domeinen met een woord bedoelen, of twee omschrijvingen die nog nergens staan. Het antwoord \
            zegt of de redactie het beoordeelde of dat het is berekend.",
        english: "Compare what two domains mean by a word, or two definitions that nobody published. The answer says whether \
            editors judged it or it was computed.",
        params: params::COMPARE,
        answers: output_schema::<CompareAnswer<'_>>,
        run: asked::compare,
    },
    Tool {
        name: "check_text",
        title: "Kijk een tekst na",
        about: "Zoek in een tekst de woorden die de lezer anders leest dan de schrijver. De tekst wordt nergens bewaard.",
        english: "Find the words in a text that its reader reads otherwise than its writer. The text is kept nowhere.",
        params: params::CHECK,
        answers: output_schema::<CheckAnswer<'_>>,
        run: asked::check,
    },
];

/// What every tool says of its answers.
const RULE: &str = "Elk domein staat apart: voeg betekenissen niet samen, en noem bron en status. Wat is berekend, is geen oordeel. \
    Each domain stands apart: do not merge meanings, and name source and status. What is computed is no verdict.";

impl Tool {
    /// The tool of this name.
    pub fn named(name: &str) -> Option<&'static Self> {
        TOOLS.iter().find(|tool| tool.name == name)
    }

    /// The names of all.
    pub fn names() -> String {
        TOOLS.iter().map(|tool| tool.name).collect::<Vec<_>>().join(", ")
    }

    /// Does it, with the arguments that were given.
    pub fn call(&self, arguments: &Value, desk: Desk<'_>) -> Result<Answered, Problem> {
        let input = Input::of_body(arguments, self.params, desk.publication)?;
        (self.run)(&input, desk)
    }

    fn described(&self, publication: &Publication) -> Value {
        json!({
            "name": self.name,
            "title": self.title,
            "description": format!("{} {} {RULE}", self.about, self.english),
            "inputSchema": input_schema(self.params, publication),
            "outputSchema": (self.answers)(),
            "annotations": {
                "title": self.title,
                "readOnlyHint": true,
                "destructiveHint": false,
                "idempotentHint": true,
                "openWorldHint": false,
            },
        })
    }
}

/// Every tool as an assistant is told of it.
pub(super) fn all(publication: &Publication) -> Value {
    TOOLS.iter().map(|tool| tool.described(publication)).collect()
}
