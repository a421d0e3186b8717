//! What the TOML parser says, in plain Dutch.

/// The start of a message of the parser, what is wrong, and how to mend it.
const WORDS: &[(&str, &str, &str)] = &[
    ("duplicate key", "deze sleutel staat er twee keer", "Haal er één weg, of voeg de twee samen."),
    (
        "invalid basic string",
        "deze tekst heeft geen goed begin of einde",
        "Zet voor en na de tekst een dubbel aanhalingsteken, op dezelfde regel. Typ \\\" voor een aanhalingsteken in de tekst.",
    ),
    (
        "invalid multi-line",
        "deze tekst over meer regels heeft geen goed einde",
        "Zet drie aanhalingstekens voor en na de tekst.",
    ),
    (
        "invalid literal string",
        "deze tekst tussen enkele aanhalingstekens is niet goed afgesloten",
        "Zet voor en na de tekst een enkel aanhalingsteken.",
    ),
    (
        "string values must be quoted",
        "deze tekst mist aanhalingstekens",
        "Zet de tekst tussen dubbele aanhalingstekens.",
    ),
    ("missing opening quote", "hier mist een aanhalingsteken", "Zet de tekst tussen dubbele aanhalingstekens."),
    (
        "missing escaped value",
        "na een schuine streep naar achteren volgt een onbekend teken",
        "Typ \\\\ voor zo'n streep, of haal haar weg.",
    ),
    ("missing comma", "hier mist een komma", "Zet een komma tussen de delen van de lijst."),
    ("extra comma", "hier staat een komma te veel", "Haal de komma weg."),
    ("extra", "hier staat een teken te veel", "Haal het weg."),
    ("unclosed array", "deze lijst is niet afgesloten", "Zet een ] aan het einde van de lijst."),
    ("unclosed inline table", "dit blok is niet afgesloten", "Zet een } aan het einde."),
    ("unclosed table", "deze kop is niet afgesloten", "Schrijf de kop als [kop], en een herhaalde kop als [[kop]]."),
    ("missing value", "hier mist een waarde", "Schrijf achter het isgelijkteken een waarde."),
    ("key with no value", "deze sleutel heeft geen waarde", "Schrijf: sleutel = \"waarde\"."),
    ("missing assignment", "hier mist een isgelijkteken", "Schrijf: sleutel = \"waarde\"."),
    (
        "unexpected key or value",
        "deze regel is geen sleutel met een waarde",
        "Schrijf: sleutel = \"waarde\". Zet tekst tussen aanhalingstekens.",
    ),
    (
        "invalid unquoted key",
        "deze sleutel bevat een teken dat niet mag",
        "Gebruik in een sleutel alleen letters, cijfers en liggende streepjes.",
    ),
    ("cannot recurse further", "dit is te diep genest", "Maak de lijst of het blok eenvoudiger."),
    ("recursion limit", "dit is te diep genest", "Maak de lijst of het blok eenvoudiger."),
    ("carriage return", "het einde van deze regel is niet goed", "Sla het bestand op met gewone regeleinden."),
    ("invalid comment character", "deze opmerking bevat een onzichtbaar teken", "Typ de opmerking opnieuw."),
];

/// What is wrong and how to mend it, given what the parser says and the text it points at.
pub(super) fn explain(message: &str, pointed_at: &str) -> (String, String) {
    if pointed_at.is_empty() && message.starts_with("string values must be quoted") {
        return ("hier mist een waarde".to_owned(), "Schrijf achter het isgelijkteken een waarde.".to_owned());
    }
    match WORDS.iter().find(|(start, ..)| message.starts_with(start)) {
        Some((_, wrong, mend)) => ((*wrong).to_owned(), (*mend).to_owned()),
        None => (
            format!("deze regel is niet te lezen ({message})"),
            "Vergelijk de regel met een ander bestand in deze map.".to_owned(),
        ),
    }
}
