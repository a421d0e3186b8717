// SPDX-License-Identifier: EUPL-1.2
//! Requests to every operation of the API, good and bad, for the test that holds answers to the OpenAPI document.

/// Operations, and requests to each: the address after the base, and the body of those that take one.
pub const ASKED: &[(&str, &[(&str, &str)])] = &[
    ("search", crate::expert::ASKED),
    (
        "searchByBody",
        &[
            ("/search", r#"{"q":"melding","degree":[2,3],"domain":"social","perPage":5}"#),
            ("/search", r#"{"q":1,"q":2}"#),
            ("/search", r#"{"qq":"melding"}"#),
        ],
    ),
    ("suggest", &[("/suggest?q=me", ""), ("/suggest", "")]),
    ("suggestByBody", &[("/suggest", r#"{"q":"me"}"#), ("/suggest", "{}")]),
    ("showCard", crate::cards::ASKED),
    ("listCards", &[("/cards?perPage=500&reader=police", ""), ("/cards?lang=en&page=99", ""), ("/cards?lang=fr", "")]),
    ("translate", crate::translations::ASKED),
    (
        "lookUpTerms",
        &[
            ("/terms/lookup", r#"{"words":["melding","gemeld","signaal","zorgmelding","xqzvbnw","meldng"]}"#),
            ("/terms/lookup", r#"{"words":[""]}"#),
        ],
    ),
    (
        "annotate",
        &[
            (
                "/annotations",
                r#"{"text":"Gemeld is een signaal en een zorgmelding.","writer":"social","reader":"safety"}"#,
            ),
            ("/annotations", r#"{"text":"Signaalwaarde, keukentafelgesprek.","writer":"safety","reader":"safety"}"#),
            ("/annotations", r#"{"text":""}"#),
        ],
    ),
    ("listForms", &[("/forms", ""), ("/forms?x=1", "")]),
    ("listReadings", crate::readings::ASKED),
    ("listTerms", &[("/terms?perPage=500", ""), ("/terms?page=99", ""), ("/terms?x=1", "")]),
    (
        "showTerm",
        &[
            ("/terms/melding", ""),
            ("/terms/signaal", ""),
            ("/terms/melding?place=voorbeeldstad", ""),
            ("/terms/nergens", ""),
            ("/terms/melding?x=1", ""),
            ("/terms/melding?on=2026-05-01", ""),
            ("/terms/melding?on=1+mei", ""),
        ],
    ),
    ("listChanges", &[("/changes", ""), ("/changes?since=2026-05-01&perPage=5", ""), ("/changes?since=x", "")]),
    (
        "listTermChanges",
        &[("/terms/melding/changes", ""), ("/terms/nergens/changes", ""), ("/terms/melding/changes?x=1", "")],
    ),
    (
        "listTermDivergences",
        &[
            ("/terms/melding/divergences", ""),
            ("/terms/signaal/divergences?between=social,safety", ""),
            ("/terms/melding/divergences?between=police,social&place=voorbeeldstad", ""),
            ("/terms/nergens/divergences", ""),
        ],
    ),
    (
        "listDivergences",
        &[
            ("/divergences?perPage=500", ""),
            ("/divergences?domain=police&place=voorbeeldstad", ""),
            ("/divergences?differ=social,safety", ""),
            ("/divergences?degree=9", ""),
        ],
    ),
    (
        "compare",
        &[
            (
                "/compare",
                r#"{"term":"overleg","a":{"definition":"De partner moet delen."},"b":{"definition":"De partner mag delen."}}"#,
            ),
            (
                "/compare",
                r#"{"a":{"definition":"Hulp.","values":{"roles":["school"],"age":{"from":12}}},"b":{"definition":"Hulp.","facets":{"goal":"hulp"}}}"#,
            ),
            ("/compare", r#"{"a":{"definition":"Praten over zorgen."},"b":{"definition":"Gesprek bij problemen."}}"#),
            ("/compare", "{}"),
        ],
    ),
    ("listDomains", &[("/domains", ""), ("/domains?x=1", "")]),
    ("listModels", &[("/models", "")]),
    ("listActors", &[("/actors", "")]),
    ("listSources", &[("/sources", "")]),
    ("listPlaces", &[("/places", ""), ("/places?x=1", "")]),
    ("listProblems", &[("/problems", ""), ("/problems?lang=fr", "")]),
    ("showOpenapi", &[("/openapi.json", "")]),
];
