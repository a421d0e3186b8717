// SPDX-License-Identifier: EUPL-1.2
//! The rules about reading itself: faults that are found before there is a glossary to look at.

use crate::diagnostic::{Example, Rule, Said, Severity};

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
    &EDGES,
];

pub(super) const UNREADABLE: Rule = Rule {
    code: "G001",
    severity: Severity::Error,
    asks: "Elk bestand van de woordenlijst is te lezen.",
    why: "Wat niet te lezen is, ontbreekt in de woordenlijst zonder dat iemand het ziet.",
    english: Said {
        asks: "Every file of the glossary can be read.",
        why: "What cannot be read is missing from the glossary and nobody sees it.",
    },
    example: None,
};

pub(super) const LOOP: Rule = Rule {
    code: "G002",
    severity: Severity::Error,
    asks: "Verwijzingen tussen mappen lopen niet in een kring.",
    why: "Een kring heeft geen einde.",
    english: Said { asks: "Links between folders do not run in a circle.", why: "A circle has no end." },
    example: None,
};

pub(super) const NOT_UTF8: Rule = Rule {
    code: "G003",
    severity: Severity::Error,
    asks: "Elk bestand is opgeslagen als UTF-8.",
    why: "Anders worden letters als ë en é onleesbaar.",
    english: Said { asks: "Every file is saved as UTF-8.", why: "Otherwise letters such as ë and é cannot be read." },
    example: None,
};

pub(super) const TOO_LARGE: Rule = Rule {
    code: "G004",
    severity: Severity::Error,
    asks: "Een bestand is niet groter dan een miljoen bytes.",
    why: "Een term is een paar duizend bytes; een groter bestand is bijna altijd een vergissing.",
    english: Said {
        asks: "A file is no larger than a million bytes.",
        why: "A term is a few thousand bytes; a larger file is nearly always a mistake.",
    },
    example: None,
};

pub(super) const SYNTAX: Rule = Rule {
    code: "G005",
    severity: Severity::Error,
    asks: "Elk bestand is goed gevormde TOML.",
    why: "Zonder de juiste tekens is niet te zien waar een tekst begint en eindigt.",
    english: Said {
        asks: "Every file is well-formed TOML.",
        why: "Without the right characters nobody can tell where a text begins and ends.",
    },
    example: Some(Example { file: "terms/signaal.toml", good: "english = \"signal\"", bad: "english = \"signal" }),
};

pub(super) const UNKNOWN_KEY: Rule = Rule {
    code: "G006",
    severity: Severity::Error,
    asks: "Een bestand bevat alleen sleutels die de woordenlijst kent.",
    why: "Een sleutel met een typefout wordt anders stil overgeslagen.",
    english: Said {
        asks: "A file holds only keys that the glossary knows.",
        why: "Otherwise a misspelt key is silently skipped.",
    },
    example: Some(Example { file: "terms/signaal.toml", good: "english = ", bad: "engels = " }),
};

pub(super) const WRONG_TYPE: Rule = Rule {
    code: "G007",
    severity: Severity::Error,
    asks: "Elke waarde is van de goede soort: tekst, lijst, getal of datum.",
    why: "Een getal waar tekst hoort, is niet te gebruiken.",
    english: Said {
        asks: "Every value is of the right kind: text, list, number or date.",
        why: "A number where text belongs cannot be used.",
    },
    example: Some(Example { file: "terms/signaal.toml", good: "broader = [\"informatie\"]", bad: "broader = 7" }),
};

pub(super) const MISSING_KEY: Rule = Rule {
    code: "G008",
    severity: Severity::Error,
    asks: "Wat nodig is, staat er.",
    why: "Zonder naam, domein of eigenaar is niet te zeggen wie iets bedoelt.",
    english: Said {
        asks: "What is needed is there.",
        why: "Without a name, domain or owner nobody can tell who means something.",
    },
    example: Some(Example { file: "terms/signaal.toml", good: "label = \"signaal\"\n", bad: "" }),
};

pub(super) const WRONG_VALUE: Rule = Rule {
    code: "G009",
    severity: Severity::Error,
    asks: "Een waarde heeft de afgesproken vorm of komt uit de afgesproken lijst.",
    why: "Vaste waarden worden door het programma vergeleken; een andere spelling vindt het niet.",
    english: Said {
        asks: "A value has the agreed form or comes from the agreed list.",
        why: "Controlled values are compared by the program; it does not find another spelling.",
    },
    example: Some(Example { file: "terms/signaal.toml", good: "kind = \"working\"", bad: "kind = \"werkwoord\"" }),
};

pub(super) const UNKNOWN_FILE: Rule = Rule {
    code: "G010",
    severity: Severity::Warning,
    asks: "Elk bestand staat op een plek die de woordenlijst kent.",
    why: "Een bestand op een andere plek wordt niet gelezen.",
    english: Said {
        asks: "Every file stands in a place that the glossary knows.",
        why: "A file in another place is not read.",
    },
    example: Some(Example { file: "termen/aangifte.toml", good: "", bad: "label = \"aangifte\"\n" }),
};

pub(super) const FILE_NAME: Rule = Rule {
    code: "G011",
    severity: Severity::Error,
    asks: "De naam van een term of plaats heeft kleine letters, cijfers en streepjes.",
    why: "Die naam staat in links van anderen en mag daarom nooit veranderen.",
    english: Said {
        asks: "The name of a term or place has small letters, digits and hyphens.",
        why: "That name stands in links of others and may therefore never change.",
    },
    example: Some(Example { file: "terms/Mijn Term.toml", good: "", bad: "label = \"term\"\n" }),
};

pub(super) const MISSING_FILE: Rule = Rule {
    code: "G012",
    severity: Severity::Error,
    asks: "De map bevat glossary.toml, actors.toml, sources.toml en legal.toml, en elke plaats in local een place.toml.",
    why: "Daarin staan de domeinen, organisaties, bronnen, wetten en plaatsen waar alles naar verwijst.",
    english: Said {
        asks: "The folder holds glossary.toml, actors.toml, sources.toml and legal.toml, and every place in local has a place.toml.",
        why: "In them stand the domains, organisations, sources, laws and places to which everything refers.",
    },
    example: None,
};

pub(super) const REPEATED: Rule = Rule {
    code: "G013",
    severity: Severity::Warning,
    asks: "In een lijst staat elke tekst één keer.",
    why: "Wat twee keer staat, wordt later maar op één plek verbeterd.",
    english: Said {
        asks: "In a list every text stands once.",
        why: "What stands there twice is later mended in one place only.",
    },
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
    english: Said {
        asks: "The folder lexicon holds all word lists.",
        why: "Without a list the program compares less well, and nobody notices.",
    },
    example: None,
};

pub(super) const CONTRADICTION: Rule = Rule {
    code: "G015",
    severity: Severity::Warning,
    asks: "De lijsten met synoniemen en tegendelen spreken zichzelf en elkaar niet tegen.",
    why: "Woorden die hetzelfde en het tegendeel zeggen, maken elke vergelijking onbetrouwbaar.",
    english: Said {
        asks: "The lists of synonyms and opposites do not contradict themselves or each other.",
        why: "Words that say the same and the opposite make every comparison unreliable.",
    },
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
    english: Said {
        asks: "Every word in the folder lexicon has an example: two sentences in which that word makes the difference.",
        why: "An example shows, and tests, what the program does with the word.",
    },
    example: Some(Example { file: "lexicon/opposites.toml", good: "", bad: "pairs = [[\"openbaar\", \"geheim\"]]\n" }),
};

pub(super) const EDGES: Rule = Rule {
    code: "G017",
    severity: Severity::Hint,
    asks: "Een tekst begint en eindigt niet met een spatie.",
    why: "De spatie is niet te zien, en maakt twee dezelfde teksten verschillend.",
    english: Said {
        asks: "A text does not begin or end with a space.",
        why: "The space cannot be seen, and makes two equal texts different.",
    },
    example: Some(Example { file: "terms/signaal.toml", good: "english = \"signal\"", bad: "english = \"signal \"" }),
};
