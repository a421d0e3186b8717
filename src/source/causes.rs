// SPDX-License-Identifier: EUPL-1.2
//! The table of causes behind faults of syntax. Of the rows that fit, the first is told.

use crate::source::syntax::Seen;

/// How far a fault reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reach {
    /// Its own line.
    Line,
    /// All that follows: something was never closed.
    Rest,
    /// Its own line, and it stands somewhere else too.
    Doubles,
}

/// One cause.
pub(super) struct Cause {
    /// The start of what the parser says.
    pub says: &'static str,
    /// What the text must look like.
    pub when: fn(&Seen<'_>) -> bool,
    pub wrong: &'static str,
    pub mend: &'static str,
    pub reach: Reach,
}

const fn row(says: &'static str, when: fn(&Seen<'_>) -> bool, wrong: &'static str, mend: &'static str) -> Cause {
    Cause { says, when, wrong, mend, reach: Reach::Line }
}

/// A cause that needs no look at the text.
const fn plain(says: &'static str, wrong: &'static str, mend: &'static str) -> Cause {
    row(says, |_| true, wrong, mend)
}

impl Cause {
    const fn reaching(mut self, reach: Reach) -> Self {
        self.reach = reach;
        self
    }
}

const STRAIGHT: &str = "Zet rechte aanhalingstekens om de tekst: \"…\".";
const CURLED: &str = "deze tekst staat tussen gekrulde aanhalingstekens";
const INNER: &str = "in deze tekst staat een aanhalingsteken dat de tekst afbreekt";
const ESCAPE: &str = "Typ \\\" voor een aanhalingsteken in de tekst, of gebruik ‘ en ’.";
const HIDDEN: &str = "hier staat een teken dat u niet ziet";
const RETYPE: &str = "Haal het weg, of typ dit deel van de regel opnieuw.";
const LIST_OPEN: &str = "deze lijst is niet afgesloten";
const BLOCK_OPEN: &str = "dit blok is niet afgesloten";
const CLOSE_LIST: &str = "Zet een ] aan het einde van de lijst.";
const CLOSE_BLOCK: &str = "Zet een } aan het einde.";
const NO_END: &str = "deze tekst heeft geen goed begin of einde";
const NO_LAST: &str = "aan het einde van deze tekst mist een aanhalingsteken";
const NO_QUOTES: &str = "deze tekst mist aanhalingstekens";
const QUOTES: &str = "Zet de tekst tussen dubbele aanhalingstekens.";
const NUMBER: &str = "dit getal is niet goed geschreven";
const DIGITS: &str = "Schrijf alleen cijfers, zonder nul, teken, punt of komma ervoor of erin.";
const NO_DATE: &str = "deze dag bestaat niet, of is anders geschreven dan het hoort";
const DATE: &str = "Schrijf jaar-maand-dag, zoals 2026-11-21, zonder aanhalingstekens.";
const SLASH: &str = "na een schuine streep naar achteren (\\) volgt een onbekend teken";
const BACKSLASH: &str = "Typ \\\\ voor zo'n streep, of haal haar weg.";
const BAD_KEY: &str = "deze sleutel bevat een teken dat niet mag";
const PLAIN_KEY: &str = "Gebruik in een sleutel alleen letters zonder accent, cijfers en liggende streepjes.";
const QUOTED_KEY: &str = "Zet de sleutel tussen dubbele aanhalingstekens, zoals \"foto's\" = \"foto\".";
const LINE: &str = "Schrijf: sleutel = \"waarde\", of een kop zoals [[verdicts]].";
const DEEP: &str = "dit is te diep genest";
const SIMPLER: &str = "Maak de lijst of het blok eenvoudiger.";
const HEADING: &str = "Schrijf de kop als [kop], en een herhaalde kop als [[kop]].";

pub(super) const CAUSES: &[Cause] = &[
    // What the text itself shows, whatever the parser says.
    row(
        "carriage return",
        |_| true,
        "het einde van deze regel is niet goed",
        "Sla het bestand op met gewone regeleinden (LF).",
    )
    .reaching(Reach::Rest),
    row(
        "",
        is_page,
        "dit is een webpagina en geen bestand van de woordenlijst",
        "Haal het bestand zelf op, en niet de bladzijde eromheen.",
    )
    .reaching(Reach::Rest),
    row("", |at| first(at).is_some_and(is_hidden), HIDDEN, RETYPE),
    row("string values must be quoted", |at| first(at).is_some_and(is_curled), CURLED, STRAIGHT),
    row("missing opening quote", |at| first(at).is_some_and(is_curled), CURLED, STRAIGHT),
    // Something above was never closed.
    row("unclosed array table", |_| true, "deze kop is niet afgesloten", HEADING).reaching(Reach::Rest),
    row("missing comma between array", |at| starts_anew(at) && quote_open_above(at), NO_LAST, QUOTES)
        .reaching(Reach::Rest),
    row("missing comma between array", starts_anew, LIST_OPEN, CLOSE_LIST).reaching(Reach::Rest),
    row("unexpected `=` in array", |_| true, LIST_OPEN, CLOSE_LIST).reaching(Reach::Rest),
    row("unclosed array", is_heading, "deze kop is niet afgesloten", HEADING).reaching(Reach::Rest),
    row("unclosed array", |_| true, LIST_OPEN, CLOSE_LIST).reaching(Reach::Rest),
    row("missing array opening", |_| true, "hier mist een [", "Zet een [ aan het begin van de lijst."),
    row("unclosed inline table", |_| true, BLOCK_OPEN, CLOSE_BLOCK).reaching(Reach::Rest),
    row("invalid inline table element", |_| true, BLOCK_OPEN, CLOSE_BLOCK).reaching(Reach::Rest),
    row("missing comma between key-value", starts_anew, BLOCK_OPEN, CLOSE_BLOCK).reaching(Reach::Rest),
    plain("missing inline table opening", "hier mist een {", "Zet een { aan het begin."),
    row(
        "invalid multi-line",
        |_| true,
        "deze tekst over meer regels heeft geen einde",
        "Zet drie aanhalingstekens voor en na de tekst, of één als de tekst op één regel staat.",
    )
    .reaching(Reach::Rest),
    // Texts.
    row(
        "missing comma",
        |at| breaks_text(at) && at.before().ends_with(", \""),
        "in deze lijst mist een aanhalingsteken",
        "Zet elke tekst van de lijst tussen dubbele aanhalingstekens, met een komma ertussen.",
    ),
    row("missing comma", breaks_text, INNER, ESCAPE),
    row(
        "missing comma",
        |at| at.after().starts_with(';'),
        "tussen de delen van deze lijst staat een puntkomma",
        "Zet daar een komma.",
    ),
    plain(
        "invalid basic string",
        NO_END,
        "Zet voor en na de tekst een dubbel aanhalingsteken, op dezelfde regel. Typ \\\" voor een aanhalingsteken in de tekst.",
    ),
    plain(
        "invalid literal string",
        "deze tekst tussen enkele aanhalingstekens is niet goed afgesloten",
        "Zet voor en na de tekst een enkel aanhalingsteken.",
    ),
    row(
        "string values must be quoted",
        |at| at.pointed_at.is_empty(),
        "hier mist een waarde",
        "Schrijf achter het isgelijkteken een waarde.",
    ),
    plain("string values must be quoted", NO_QUOTES, QUOTES),
    plain("invalid boolean", NO_QUOTES, QUOTES),
    plain("invalid float, expected `nan`", NO_QUOTES, QUOTES),
    plain("invalid float, expected `inf`", NO_QUOTES, QUOTES),
    plain("missing opening quote", "voor deze tekst mist een aanhalingsteken", QUOTES),
    plain("missing escaped value", SLASH, BACKSLASH),
    plain("too few unicode value digits", SLASH, BACKSLASH),
    plain("invalid value", SLASH, BACKSLASH),
    // Lists and blocks.
    plain("missing comma", "hier mist een komma", "Zet een komma tussen de delen van de lijst."),
    plain("extra comma", "hier staat een komma te veel", "Haal de komma weg."),
    plain("extra", "hier staat een isgelijkteken te veel", "Haal het weg."),
    // What comes after a value or a heading.
    row(
        "unexpected key or value",
        stops,
        "na deze waarde staat een teken te veel",
        "Haal de komma, de punt of de puntkomma aan het einde weg.",
    ),
    row(
        "unexpected key or value",
        lists,
        "hier staan meer teksten achter elkaar",
        "Zet een lijst tussen [ en ]: sleutel = [\"een\", \"twee\"].",
    ),
    row(
        "unexpected key or value",
        |at| follows_value(at) && at.after().trim_start().starts_with(is_key_start) && at.after().contains('='),
        "op deze regel staan twee sleutels",
        "Zet elke sleutel op een eigen regel.",
    ),
    row("unexpected key or value", |at| follows_value(at) && at.after().contains('"'), INNER, ESCAPE),
    row("unexpected key or value", follows_number, "na dit getal staat nog iets", DIGITS),
    row(
        "unexpected key or value",
        follows_value,
        "na deze waarde staat nog tekst",
        "Haal die tekst weg, of zet haar binnen de aanhalingstekens. Voor een opmerking typt u eerst #.",
    ),
    row(
        "unexpected key or value",
        |at| at.before().trim_start().starts_with('['),
        "na deze kop staat nog tekst",
        "Haal die tekst weg, of typ er # voor.",
    ),
    plain("unexpected key or value", "deze regel is geen sleutel met een waarde", LINE),
    // Keys and headings.
    plain("duplicate key", "deze sleutel staat er twee keer", "Haal er één weg, of voeg de twee samen.")
        .reaching(Reach::Doubles),
    plain("cannot extend value", "deze kop past niet bij wat erboven staat", HEADING).reaching(Reach::Doubles),
    row(
        "invalid unquoted key",
        |at| at.after().starts_with(':'),
        "tussen sleutel en waarde staat een dubbele punt",
        "Schrijf een isgelijkteken: sleutel = \"waarde\".",
    ),
    row(
        "invalid unquoted key",
        |at| opens_line(at, "//") || opens_line(at, ";"),
        "deze regel is geen sleutel met een waarde",
        "Is het een opmerking, typ dan # aan het begin van de regel.",
    ),
    row(
        "invalid unquoted key",
        |at| opens_line(at, "`"),
        "deze regel hoort niet in het bestand",
        "Haal de regel met ``` weg.",
    ),
    row("invalid unquoted key", |at| opens_line(at, "(("), "een kop staat tussen rechte haken", HEADING),
    row("invalid unquoted key", |at| at.free_keys, BAD_KEY, QUOTED_KEY),
    plain("invalid unquoted key", BAD_KEY, PLAIN_KEY),
    plain("unquoted keys cannot be empty", "hier mist een sleutel", LINE),
    plain(
        "keys cannot be multi-line",
        "deze sleutel staat tussen drie aanhalingstekens",
        "Zet er één aanhalingsteken om.",
    ),
    row(
        "key with no value",
        |at| at.free_keys && at.after().contains('='),
        "in deze sleutel staat een spatie",
        QUOTED_KEY,
    ),
    row("key with no value", |at| at.after().contains('='), "in deze sleutel staat een spatie", PLAIN_KEY),
    row(
        "key with no value",
        |at| at.before().trim() == "---",
        "deze regel hoort niet in het bestand",
        "Haal de regel met streepjes weg.",
    ),
    row(
        "key with no value",
        |at| at.before().split_whitespace().count() > 1 || at.after().contains('"'),
        "hier mist een isgelijkteken",
        "Schrijf: sleutel = \"waarde\".",
    ),
    plain("key with no value", "deze sleutel heeft geen waarde", LINE),
    plain("missing assignment", "hier mist een isgelijkteken", "Schrijf: sleutel = \"waarde\"."),
    plain("missing key", "hier mist een sleutel", LINE),
    plain("missing value", "hier mist een waarde", "Schrijf achter het isgelijkteken een waarde."),
    plain("invalid key-value pair", "deze regel is geen sleutel met een waarde", LINE),
    plain("unclosed table", "deze kop is niet goed geschreven of niet afgesloten", HEADING),
    plain("missing table open", "deze kop is niet goed geschreven of niet afgesloten", HEADING),
    // Numbers and dates.
    plain("invalid date", NO_DATE, DATE),
    plain("invalid time", NO_DATE, DATE),
    plain("invalid offset", NO_DATE, DATE),
    plain("unexpected leading zero", NUMBER, DIGITS),
    plain("unexpected sign", NUMBER, DIGITS),
    plain("redundant", NUMBER, DIGITS),
    plain("radix", NUMBER, DIGITS),
    plain("integers with a radix", NUMBER, DIGITS),
    plain("`_` may only", NUMBER, DIGITS),
    plain("invalid", NUMBER, DIGITS),
    // The rest.
    plain("invalid comment character", "deze opmerking bevat een teken dat u niet ziet", RETYPE),
    plain("cannot recurse further", DEEP, SIMPLER),
    plain("recursion limit", DEEP, SIMPLER),
    plain("", "deze regel is niet te lezen", "Vergelijk de regel met een ander bestand in deze map."),
];

fn first(at: &Seen<'_>) -> Option<char> {
    at.after().chars().next()
}

/// Whether the file is a page of the web.
fn is_page(at: &Seen<'_>) -> bool {
    let start = at.text.trim_start().get(..5).unwrap_or_default().to_lowercase();
    ["<!doc", "<html"].contains(&start.as_str())
}

/// Characters that leave no mark on paper and are no plain space or end of a line.
fn is_hidden(letter: char) -> bool {
    let width = matches!(letter, '\u{a0}' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202f}' | '\u{2060}' | '\u{feff}');
    width || (letter.is_control() && !matches!(letter, '\t' | '\n' | '\r'))
}

fn is_curled(letter: char) -> bool {
    "“”„‟‘’‚‛«»´`".contains(letter)
}

fn is_key_start(letter: char) -> bool {
    letter.is_ascii_alphabetic()
}

/// Whether a text ended right here and goes on as if it had not.
fn breaks_text(at: &Seen<'_>) -> bool {
    at.before().ends_with('"') && first(at).is_some_and(char::is_alphabetic)
}

/// Whether only a mark of the end of a sentence follows.
fn stops(at: &Seen<'_>) -> bool {
    follows_value(at) && matches!(at.after().trim(), "," | "." | ";")
}

/// Whether more texts follow, as in a list.
fn lists(at: &Seen<'_>) -> bool {
    follows_value(at) && at.after().strip_prefix(',').is_some_and(|rest| rest.trim_start().starts_with('"'))
}

fn follows_number(at: &Seen<'_>) -> bool {
    follows_value(at) && at.before().ends_with(|letter: char| letter.is_ascii_digit())
}

fn is_heading(at: &Seen<'_>) -> bool {
    at.before().starts_with('[')
}

fn opens_line(at: &Seen<'_>, mark: &str) -> bool {
    at.before().trim().is_empty() && at.after().starts_with(mark)
}

/// Whether a new key or heading starts here, though something above is still open.
pub(super) fn starts_anew(at: &Seen<'_>) -> bool {
    let line = at.after().split('#').next().unwrap_or_default().trim();
    let is_heading = line.starts_with('[') && is_key(line.trim_matches(['[', ']']));
    let opens_key = line.split_once('=').is_some_and(|(key, _)| is_key(key.trim()));
    at.before().trim().is_empty() && (is_heading || opens_key)
}

/// Whether the line above has a text without its last quote.
fn quote_open_above(at: &Seen<'_>) -> bool {
    let above = at.text[..at.start - at.before().len()].trim_end();
    let line = &above[above.rfind('\n').map_or(0, |end| end + 1)..];
    line.replace("\\\"", "").matches('"').count() % 2 == 1
}

/// Whether the place comes after the value of a key.
fn follows_value(at: &Seen<'_>) -> bool {
    at.before().contains('=')
}

/// Whether a text could be a key or the name of a heading.
fn is_key(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|letter| letter.is_ascii_alphanumeric() || "-_.".contains(letter))
}
