// SPDX-License-Identifier: EUPL-1.2
//! What the reader of a table tells of what it could not take along, in Dutch and in English.

/// A sentence in Dutch and in English.
pub(super) type Said = (&'static str, &'static str);

pub(super) const BAD_FILE_NAME: Said = (
    "een bestandsnaam heeft alleen kleine letters, cijfers en losse streepjes",
    "a file name has only small letters, digits and single hyphens",
);
pub(super) const NO_WORD: Said = (
    "een rij zonder woord is overgeslagen, of van het woord is geen bestandsnaam te maken",
    "a row without a word, or whose word makes no file name, was left out",
);
pub(super) const SAME_FILE_NAME: Said = (
    "dit woord krijgt dezelfde bestandsnaam als een ander woord in de tabel; geef het er zelf een in de kolom ‘bestand’",
    "this word gets the same file name as another in the table; give it one in the column ‘bestand’",
);
pub(super) const WORD_DIFFERS: Said = (
    "over het woord zelf zeggen twee rijen iets anders; de eerste telt",
    "two rows differ about the word itself; the first counts",
);
pub(super) const UNKNOWN_PHASE: Said =
    ("een fase is niet bekend; schrijf model/fase", "a phase is not known; write model/phase");
pub(super) const UNKNOWN_DOMAIN: Said = (
    "een domein is niet bekend; zet het eerst in glossary.toml",
    "a domain is not known; put it in glossary.toml first",
);
pub(super) const UNKNOWN_ACTOR: Said = (
    "een organisatie of rol is niet bekend; zet haar eerst in actors.toml",
    "an organisation or role is not known; put it in actors.toml first",
);
pub(super) const UNKNOWN_WORD: Said = (
    "een cel hoort een woord van een vaste lijst te hebben, en heeft een ander",
    "a cell belongs to a fixed list of words and holds another",
);
pub(super) const NO_TEXT: Said = (
    "een betekenis zonder definitie en zonder uitleg is overgeslagen",
    "a meaning without definition and explanation was left out",
);
pub(super) const WHICH_MEANING: Said = (
    "het domein heeft meer betekenissen van dit woord; noem in de kolom ‘betekenis’ welke u bedoelt",
    "the domain has several meanings of this word; name the one you mean in the column ‘betekenis’",
);
pub(super) const MEANING_TWICE: Said =
    ("een betekenis staat er twee keer; de eerste telt", "a meaning is there twice; the first counts");
pub(super) const NO_EXPLANATION: Said = (
    "zonder uitleg in gewone taal staat de definitie er twee keer; schrijf de uitleg zelf",
    "without an explanation in plain language the definition is there twice; write the explanation yourself",
);
pub(super) const NO_DOMAIN: Said = (
    "een betekenis zonder domein is overgeslagen; noem het domein in de tabel, of met --domain",
    "a meaning without a domain was left out; name the domain in the table, or with --domain",
);
pub(super) const CONFIRMED: Said = (
    "een bevestigde betekenis komt binnen als concept; haar domein moet haar hier bevestigen",
    "a confirmed meaning comes in as a draft; its domain must confirm it here",
);
pub(super) const NO_DURATION: Said =
    ("een tijd is geen duur zoals P7D (zeven dagen)", "a time is no duration such as P7D (seven days)");
pub(super) const UNKNOWN_FRAME: Said = (
    "een wettelijk kader is niet bekend; zet het eerst in legal.toml",
    "a legal frame is not known; put it in legal.toml first",
);
pub(super) const NO_AGE: Said =
    ("een leeftijd is geen getal van 0 tot en met 120", "an age is no number from 0 to 120");
pub(super) const NO_DAY: Said =
    ("een dag is niet te lezen; schrijf 2026-11-21", "a day cannot be read; write 2026-11-21");
pub(super) const NO_VERDICT: Said = (
    "een oordeel noemt twee betekenissen, een verhouding en waarom; anders is het overgeslagen",
    "a verdict names two meanings, a relation and why; otherwise it was left out",
);
pub(super) const VERDICT_TWICE: Said = (
    "over twee betekenissen staan er twee oordelen; het eerste telt",
    "there are two verdicts on two meanings; the first counts",
);
pub(super) const SIGNATURES: Said = (
    "handtekeningen worden niet overgenomen; de domeinen tekenen hier",
    "signatures are not taken over; the domains sign here",
);
pub(super) const NO_DEGREE: Said = (
    "een graad van een facet is niet te lezen; schrijf threshold: 3",
    "a degree of a facet cannot be read; write threshold: 3",
);
pub(super) const NO_SIGNATURE: Said = (
    "een handtekening is niet te lezen; schrijf domein, dag en rol",
    "a signature cannot be read; write domain, day and role",
);
pub(super) const TOO_MANY: Said = (
    "een woord heeft meer dan 200 betekenissen; de eerste 200 tellen",
    "a word has more than 200 meanings; the first 200 count",
);
