//! The rules about reading itself: faults that are found before there is a glossary to look at.

use crate::diagnostic::{Example, Rule, Severity};

/// Every rule about reading, for the handbook.
pub const RULES: &[&Rule] = &[
    &UNREADABLE,
    &LOOP,
    &NOT_UTF8,
    &TOO_LARGE,
    &SYNTAX,
    &UNKNOWN_KEY,
    &WRONG_TYPE,
    &MISSING_KEY,
    &WRONG_VALUE,
    &UNKNOWN_FILE,
    &FILE_NAME,
    &MISSING_FILE,
    &REPEATED,
    &MISSING_LIST,
    &CONTRADICTION,
    &EXAMPLE,
];

pub(super) const UNREADABLE: Rule = Rule {
    code: "G001",
    severity: Severity::Error,
    asks: "Elk bestand van de woordenlijst is te lezen.",
    why: "Wat niet te lezen is, ontbreekt in de woordenlijst zonder dat iemand het ziet.",
    example: None,
};

pub(super) const LOOP: Rule = Rule {
    code: "G002",
    severity: Severity::Error,
    asks: "Verwijzingen tussen mappen lopen niet in een kring.",
    why: "Een kring heeft geen einde.",
    example: None,
};

pub(super) const NOT_UTF8: Rule = Rule {
    code: "G003",
    severity: Severity::Error,
    asks: "Elk bestand is opgeslagen als UTF-8.",
    why: "Anders worden letters als ë en é onleesbaar.",
    example: None,
};

pub(super) const TOO_LARGE: Rule = Rule {
    code: "G004",
    severity: Severity::Error,
    asks: "Een bestand is niet groter dan een miljoen bytes.",
    why: "Een term is een paar duizend bytes; een groter bestand is bijna altijd een vergissing.",
    example: None,
};

pub(super) const SYNTAX: Rule = Rule {
    code: "G005",
    severity: Severity::Error,
    asks: "Elk bestand is goed gevormde TOML.",
    why: "Zonder de juiste tekens is niet te zien waar een tekst begint en eindigt.",
    example: Some(Example { file: "terms/signaal.toml", good: "english = \"signal\"", bad: "english = \"signal" }),
};

pub(super) const UNKNOWN_KEY: Rule = Rule {
    code: "G006",
    severity: Severity::Error,
    asks: "Een bestand bevat alleen sleutels die de woordenlijst kent.",
    why: "Een sleutel met een typefout wordt anders stil overgeslagen.",
    example: Some(Example { file: "terms/signaal.toml", good: "english = ", bad: "engels = " }),
};

pub(super) const WRONG_TYPE: Rule = Rule {
    code: "G007",
    severity: Severity::Error,
    asks: "Elke waarde is van de goede soort: tekst, lijst, getal of datum.",
    why: "Een getal waar tekst hoort, is niet te gebruiken.",
    example: Some(Example { file: "terms/signaal.toml", good: "broader = [\"informatie\"]", bad: "broader = 7" }),
};

pub(super) const MISSING_KEY: Rule = Rule {
    code: "G008",
    severity: Severity::Error,
    asks: "Wat nodig is, staat er.",
    why: "Zonder naam, domein of eigenaar is niet te zeggen wie iets bedoelt.",
    example: Some(Example { file: "terms/signaal.toml", good: "label = \"signaal\"\n", bad: "" }),
};

pub(super) const WRONG_VALUE: Rule = Rule {
    code: "G009",
    severity: Severity::Error,
    asks: "Een waarde heeft de afgesproken vorm of komt uit de afgesproken lijst.",
    why: "Vaste waarden worden door het programma vergeleken; een andere spelling vindt het niet.",
    example: Some(Example { file: "terms/signaal.toml", good: "kind = \"working\"", bad: "kind = \"werkwoord\"" }),
};

pub(super) const UNKNOWN_FILE: Rule = Rule {
    code: "G010",
    severity: Severity::Warning,
    asks: "Elk bestand staat op een plek die de woordenlijst kent.",
    why: "Een bestand op een andere plek wordt niet gelezen.",
    example: Some(Example { file: "termen/aangifte.toml", good: "", bad: "label = \"aangifte\"\n" }),
};

pub(super) const FILE_NAME: Rule = Rule {
    code: "G011",
    severity: Severity::Error,
    asks: "De naam van een term of plaats heeft kleine letters, cijfers en streepjes.",
    why: "Die naam staat in links van anderen en mag daarom nooit veranderen.",
    example: Some(Example { file: "terms/Mijn Term.toml", good: "", bad: "label = \"term\"\n" }),
};

pub(super) const MISSING_FILE: Rule = Rule {
    code: "G012",
    severity: Severity::Error,
    asks: "De map bevat glossary.toml, actors.toml, sources.toml en legal.toml, en elke plaats in local een place.toml.",
    why: "Daarin staan de domeinen, organisaties, bronnen, wetten en plaatsen waar alles naar verwijst.",
    example: None,
};

pub(super) const REPEATED: Rule = Rule {
    code: "G013",
    severity: Severity::Warning,
    asks: "In een lijst staat elke tekst één keer.",
    why: "Wat twee keer staat, wordt later maar op één plek verbeterd.",
    example: Some(Example {
        file: "terms/signaal.toml",
        good: "broader = [\"informatie\"]",
        bad: "broader = [\"informatie\", \"informatie\"]",
    }),
};

pub(super) const MISSING_LIST: Rule = Rule {
    code: "G014",
    severity: Severity::Warning,
    asks: "De map lexicon bevat alle woordenlijsten.",
    why: "Zonder een lijst vergelijkt het programma minder goed, en niemand merkt het.",
    example: None,
};

pub(super) const CONTRADICTION: Rule = Rule {
    code: "G015",
    severity: Severity::Warning,
    asks: "De lijsten met synoniemen en tegendelen spreken zichzelf en elkaar niet tegen.",
    why: "Woorden die hetzelfde en het tegendeel zeggen, maken elke vergelijking onbetrouwbaar.",
    example: Some(Example {
        file: "lexicon/opposites.toml",
        good: "",
        bad: "pairs = [[\"openbaar\", \"openbaar\"]]\n",
    }),
};

pub(super) const EXAMPLE: Rule = Rule {
    code: "G016",
    severity: Severity::Warning,
    asks: "Elk woord in de map lexicon heeft een voorbeeld: twee zinnen waarin dat woord het verschil maakt.",
    why: "Aan een voorbeeld is te zien en te testen wat het programma met het woord doet.",
    example: Some(Example { file: "lexicon/opposites.toml", good: "", bad: "pairs = [[\"openbaar\", \"geheim\"]]\n" }),
};
