// SPDX-License-Identifier: EUPL-1.2
//! What the API can do: a table of operations with their parameters. Handlers read their parameters by it, and the
//! OpenAPI document is made from it.

use crate::http::api::parameters::{
    CHANGES, DIVERGENCES, ID, NONE, READINGS, SEARCH, SUGGEST, TERM, TERM_DIVERGENCES, TERMS, TRANSLATIONS,
};
use crate::http::card::{CARD, CARDS};
use crate::http::params::{LANG, PER_LONG_PAGE, Param};

/// One operation.
#[derive(Debug)]
pub(super) struct Operation {
    pub path: &'static str,
    pub method: &'static str,
    pub id: &'static str,
    /// What it does, in Dutch.
    pub about: &'static str,
    /// What it does, in English.
    pub english: &'static str,
    /// Parameters in the path.
    pub in_path: &'static [Param],
    /// Parameters in the query, or in the body of a search.
    pub params: &'static [Param],
    /// The name of the schema of its body, if it takes one.
    pub body: Option<&'static str>,
    /// The name of the schema of its answer.
    pub answer: &'static str,
    /// The problems it can meet, by status.
    pub problems: &'static [u16],
}

impl Operation {
    /// Whether its answer is in the language that is asked for.
    pub fn answers_in_language(&self) -> bool {
        self.params.iter().any(|param| param.name == LANG.name)
    }

    /// Whether it gives a list page by page.
    pub fn is_paged(&self) -> bool {
        self.method == "get" && self.params.iter().any(|param| param.name == PER_LONG_PAGE.name)
    }

    /// Whether it gives lists whole, however long.
    pub fn is_long(&self) -> bool {
        self.params.is_empty() && self.body.is_none()
    }
}

const READ: &[u16] = &[400, 405, 406, 500];
const READ_ONE: &[u16] = &[400, 404, 405, 406, 500];
const READ_PAST: &[u16] = &[400, 404, 405, 406, 410, 500, 503];
const SEND: &[u16] = &[400, 405, 406, 413, 415, 500];

/// An operation that reads one list without parameters.
const fn list(
    path: &'static str,
    id: &'static str,
    answer: &'static str,
    [about, english]: [&'static str; 2],
) -> Operation {
    Operation {
        path,
        method: "get",
        id,
        about,
        english,
        in_path: NONE,
        params: NONE,
        body: None,
        answer,
        problems: READ,
    }
}

/// Every operation.
pub(super) const OPERATIONS: &[Operation] = &[
    Operation { params: SEARCH, ..list("/search", "search", "SearchResult", ["Zoek termen.", "Search terms."]) },
    Operation {
        method: "post",
        body: Some("SearchRequest"),
        problems: SEND,
        ..list(
            "/search",
            "searchByBody",
            "SearchResult",
            [
                "Zoek termen, zonder dat de vraag in een adres komt te staan.",
                "Search terms without the question standing in an address.",
            ],
        )
    },
    Operation {
        params: SUGGEST,
        ..list("/suggest", "suggest", "SuggestResult", ["Vul aan wat iemand typt.", "Complete what someone types."])
    },
    Operation {
        method: "post",
        body: Some("SuggestRequest"),
        problems: SEND,
        ..list(
            "/suggest",
            "suggestByBody",
            "SuggestResult",
            [
                "Vul aan wat iemand typt, zonder dat het in een adres komt te staan.",
                "Complete what someone types without it standing in an address.",
            ],
        )
    },
    Operation { params: TERMS, ..list("/terms", "listTerms", "TermList", ["Alle termen.", "All terms."]) },
    Operation {
        method: "post",
        body: Some("LookupRequest"),
        problems: SEND,
        ..list(
            "/terms/lookup",
            "lookUpTerms",
            "LookupResult",
            [
                "Zoek tot 500 woorden of ids in één keer op. Er wordt niets bewaard.",
                "Look up to 500 words or ids at once. Nothing is kept.",
            ],
        )
    },
    Operation {
        in_path: &[ID],
        params: TERM,
        problems: READ_PAST,
        ..list(
            "/terms/{id}",
            "showTerm",
            "Term",
            [
                "Een term met zijn betekenissen per domein en waar die uit elkaar lopen.",
                "A term with its meanings per domain and where they part.",
            ],
        )
    },
    Operation {
        in_path: &[ID],
        params: TERM_DIVERGENCES,
        problems: READ_ONE,
        ..list(
            "/terms/{id}/divergences",
            "listTermDivergences",
            "TermDivergences",
            ["De paren van een term.", "The pairs of a term."],
        )
    },
    Operation {
        in_path: &[ID],
        params: CHANGES,
        problems: READ_ONE,
        ..list(
            "/terms/{id}/changes",
            "listTermChanges",
            "TermChanges",
            ["Wat er in een term wijzigde, per versie.", "What changed in a term, per revision."],
        )
    },
    Operation {
        in_path: &[ID],
        params: CARD,
        problems: READ_ONE,
        ..list(
            "/terms/{id}/card",
            "showCard",
            "Card",
            [
                "Een term in het kort, zoals een intranet hem toont: de zin, de betekenissen, wat gedeeld is en wat u kunt vragen.",
                "A term in short, as an intranet shows it: the sentence, the meanings, what is shared and what to ask.",
            ],
        )
    },
    Operation {
        params: CARDS,
        ..list(
            "/cards",
            "listCards",
            "CardList",
            [
                "Alle termen in het kort. Wie er een paar toont, hoeft niet te zeggen welke.",
                "All terms in short. Whoever shows some of them need not say which.",
            ],
        )
    },
    Operation {
        params: DIVERGENCES,
        ..list(
            "/divergences",
            "listDivergences",
            "DivergenceList",
            [
                "Alle paren, het grootste verschil eerst, met de tabel van domein tegen domein.",
                "All pairs, worst first, with the matrix of domain against domain.",
            ],
        )
    },
    Operation {
        params: CHANGES,
        ..list(
            "/changes",
            "listChanges",
            "ChangeList",
            [
                "Wat er per versie wijzigde, de laatste eerst, met hoe ver domeinen toen uit elkaar lagen. Zonder geschiedenis staat er waarom, en is changes null.",
                "What changed per revision, the latest first, with how far domains lay apart then. Without a history it says why, and changes is null.",
            ],
        )
    },
    Operation {
        params: TRANSLATIONS,
        ..list(
            "/translations",
            "translate",
            "TranslationResult",
            [
                "Mijn woord, uw woord: wat van een ander domein bij een woord past, en hoe goed. Wat niet bekend is, staat er als onbekend.",
                "My word, your word: what of another domain fits a word, and how well. What is not known is said not to be.",
            ],
        )
    },
    Operation {
        method: "post",
        body: Some("CompareRequest"),
        problems: SEND,
        ..list(
            "/compare",
            "compare",
            "Pair",
            [
                "Vergelijk twee omschrijvingen die nog nergens staan. Er wordt niets bewaard.",
                "Compare two definitions that were not published. Nothing is kept.",
            ],
        )
    },
    Operation {
        method: "post",
        body: Some("AnnotationRequest"),
        problems: SEND,
        ..list(
            "/annotations",
            "annotate",
            "AnnotationResult",
            [
                "Kijk een tekst na: welke termen erin staan, en welke de lezer anders leest. Er wordt niets bewaard.",
                "Check a text: which terms it holds, and which the reader will read otherwise. Nothing is kept.",
            ],
        )
    },
    list(
        "/forms",
        "listForms",
        "FormList",
        [
            "Alle vormen van alle termen, om een tekst na te kijken zonder hem te versturen.",
            "All forms of all terms, to check a text without sending it.",
        ],
    ),
    Operation {
        params: READINGS,
        ..list(
            "/readings",
            "listReadings",
            "ReadingList",
            [
                "Hoe een schrijver en een lezer elk woord lezen, om een tekst na te kijken zonder hem te versturen.",
                "How a writer and a reader read every word, to check a text without sending it.",
            ],
        )
    },
    list("/domains", "listDomains", "DomainList", ["De domeinen.", "The domains."]),
    list(
        "/models",
        "listModels",
        "ModelList",
        ["De modellen met hun fasen, en wie wanneer aan zet is.", "The models with their phases, and who acts when."],
    ),
    list(
        "/actors",
        "listActors",
        "ActorList",
        ["Organisaties, rollen en groepen.", "Organisations, roles and groups."],
    ),
    list("/sources", "listSources", "SourceList", ["Het bronnenregister.", "The source register."]),
    list(
        "/places",
        "listPlaces",
        "PlaceList",
        ["De plaatsen met eigen afspraken.", "The places with agreements of their own."],
    ),
    list(
        "/problems",
        "listProblems",
        "ProblemList",
        [
            "Alle soorten fouten, met wat ze betekenen en wat u eraan doet.",
            "All kinds of problems, with what they mean and what to do about them.",
        ],
    ),
    list("/openapi.json", "showOpenapi", "OpenApi", ["Deze beschrijving.", "This description."]),
];
