// SPDX-License-Identifier: EUPL-1.2
//! Sources: what definitions rest on, and how strong that is.

use serde::{Deserialize, Serialize};

use crate::model::{ActorId, Keyed, SourceId};

/// One row of the source register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// The code by which concepts cite it, for example `ESS-WID`.
    pub id: SourceId,
    /// The title as published.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// The publisher as an actor of this glossary.
    pub actor: Option<ActorId>,
    /// The year, or years, it shows.
    pub year: Option<String>,
    /// Web addresses.
    pub urls: Vec<String>,
    /// Where to look when the address alone does not tell.
    pub locator: Option<String>,
    /// What a reader should know about it.
    pub note: Option<String>,
    /// What sort of text it is.
    pub kind: SourceKind,
}

/// What sort of text a source is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum SourceKind {
    /// A web page of the publisher.
    Page,
    /// A report.
    Report,
    /// The text of a law.
    Law,
    /// A paper of parliament.
    Parliament,
    /// A local or regional regulation.
    Regulation,
    /// A professional guideline.
    Guideline,
    /// A list of terms.
    Glossary,
    /// An article.
    Article,
    /// An advice to the government.
    Advice,
    /// A booklet.
    Booklet,
    /// A plan.
    Plan,
    /// A paper of a municipal council.
    CouncilPaper,
    /// A news item; weaker evidence.
    News,
    /// A text with which this project began.
    Seed,
    /// A text of which is not said what sort it is.
    Other,
    /// Our own wording, with no source yet.
    Draft,
}

impl Keyed for SourceKind {
    const ALL: &'static [(Self, &'static str, &'static str, &'static str)] = &[
        (Self::Page, "page", "webpagina", "web page"),
        (Self::Report, "report", "rapport", "report"),
        (Self::Law, "law", "wet", "law"),
        (Self::Parliament, "parliament", "Kamerstuk", "paper of parliament"),
        (Self::Regulation, "regulation", "regeling", "regulation"),
        (Self::Guideline, "guideline", "richtlijn", "guideline"),
        (Self::Glossary, "glossary", "woordenlijst", "glossary"),
        (Self::Article, "article", "artikel", "article"),
        (Self::Advice, "advice", "advies", "advice"),
        (Self::Booklet, "booklet", "brochure", "booklet"),
        (Self::Plan, "plan", "plan", "plan"),
        (Self::CouncilPaper, "council-paper", "raadsstuk", "council paper"),
        (Self::News, "news", "nieuwsbericht", "news item"),
        (Self::Seed, "seed", "tekst waarmee dit project begon", "text with which this project began"),
        (Self::Other, "other", "bron, soort niet genoemd", "source, sort not given"),
        (Self::Draft, "draft", "eigen concept, nog zonder bron", "own draft, no source yet"),
    ];
}
