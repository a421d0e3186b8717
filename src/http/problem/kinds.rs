// SPDX-License-Identifier: EUPL-1.2
//! Every kind of problem that a caller can meet, as a table: the list of the API, the pages and the description are made from it.

/// A kind of problem. What is said stands in Dutch and in English.
#[derive(Debug, PartialEq, Eq)]
pub struct Kind {
    /// Its name in addresses.
    pub slug: &'static str,
    /// The HTTP status.
    pub status: u16,
    /// The Dutch title.
    pub title: &'static str,
    /// The English title.
    pub english: &'static str,
    /// What it means.
    pub means: [&'static str; 2],
    /// What to do about it.
    pub mend: [&'static str; 2],
}

impl Kind {
    /// The address of the page that explains it, which is also its `type`.
    #[must_use]
    pub fn page(&self) -> String {
        format!("/problems/{}", self.slug)
    }

    /// The kind with this name.
    #[must_use]
    pub fn named(slug: &str) -> Option<&'static Self> {
        PROBLEMS.iter().find(|kind| kind.slug == slug)
    }
}

/// Every kind of problem.
pub const PROBLEMS: &[Kind] = &[
    INVALID_INPUT,
    UNKNOWN_PATH,
    UNKNOWN_TERM,
    WITHDRAWN_TERM,
    NO_HISTORY,
    NOT_YET,
    METHOD,
    NOT_ACCEPTABLE,
    TOO_LARGE,
    MEDIA_TYPE,
    INTERNAL,
];

pub(super) const INVALID_INPUT: Kind = Kind {
    slug: "invalid-input",
    status: 400,
    title: "De vraag klopt niet",
    english: "Invalid input",
    means: [
        "Een of meer gegevens in de vraag zijn onbekend of verkeerd geschreven.",
        "One or more parts of the request are unknown or written wrong.",
    ],
    mend: [
        "Bij errors staat per gegeven wat er mis is en hoe het wel moet. Alles wat mis is, staat er in één keer.",
        "The list errors says of each part what is wrong and how to mend it. It holds all that is wrong at once.",
    ],
};

pub(super) const UNKNOWN_PATH: Kind = Kind {
    slug: "unknown-path",
    status: 404,
    title: "Dit adres bestaat niet",
    english: "Unknown path",
    means: ["Op dit adres staat niets.", "There is nothing at this address."],
    mend: [
        "Controleer het adres. Een adres eindigt nooit op een schuine streep.",
        "Check the address. An address never ends with a slash.",
    ],
};

pub(super) const UNKNOWN_TERM: Kind = Kind {
    slug: "unknown-term",
    status: 404,
    title: "Deze term staat niet in de woordenlijst",
    english: "Unknown term",
    means: ["Er is geen term met deze id.", "There is no term with this id."],
    mend: [
        "Zoek de term met /api/v1/search. De naam in het adres is de id, met kleine letters en streepjes.",
        "Look for the term with /api/v1/search. The name in the address is its id, in small letters with hyphens.",
    ],
};

pub(super) const WITHDRAWN_TERM: Kind = Kind {
    slug: "withdrawn-term",
    status: 410,
    title: "Deze term is weggehaald uit de woordenlijst",
    english: "Withdrawn term",
    means: [
        "De term stond in de woordenlijst, en is er nu niet meer.",
        "The term stood in the glossary, and is not there any more.",
    ],
    mend: [
        "Met on= krijgt u hem zoals hij was. Heet hij nu anders, dan staat de nieuwe naam bij detail.",
        "With on= you get it as it was. If it has another name now, detail says which.",
    ],
};

pub(super) const NO_HISTORY: Kind = Kind {
    slug: "no-history",
    status: 404,
    title: "Van deze dag is er geen geschiedenis",
    english: "No history of this day",
    means: [
        "U vroeg een term zoals hij op een dag was. Van die dag is er geen versie met deze term.",
        "You asked for a term as it was on a day. There is no revision of that day with this term.",
    ],
    mend: [
        "Kijk bij /api/v1/changes of er een geschiedenis is en hoe ver die teruggaat. Zonder on krijgt u de term van nu.",
        "See at /api/v1/changes whether there is a history and how far it goes back. Without on you get the term of now.",
    ],
};

pub(super) const NOT_YET: Kind = Kind {
    slug: "history-not-read-yet",
    status: 503,
    title: "De geschiedenis wordt nog gelezen",
    english: "The history is still being read",
    means: [
        "De dienst is net gestart en leest nog wat er vroeger veranderde.",
        "The service has just started and still reads what changed in the past.",
    ],
    mend: [
        "Vraag het zo nog eens. Hoe lang u wacht, staat bij Retry-After, in seconden.",
        "Ask again in a moment. Retry-After says how long to wait, in seconds.",
    ],
};

pub(super) const METHOD: Kind = Kind {
    slug: "method-not-allowed",
    status: 405,
    title: "Dit kan op dit adres niet",
    english: "Method not allowed",
    means: [
        "Dit adres kent deze methode van HTTP niet. De woordenlijst is alleen te lezen.",
        "This address does not know this method of HTTP. The glossary can only be read.",
    ],
    mend: ["Bij Allow staat welke methoden dit adres kent.", "Allow says which methods this address knows."],
};

pub(super) const NOT_ACCEPTABLE: Kind = Kind {
    slug: "not-acceptable",
    status: 406,
    title: "Deze vorm is er niet",
    english: "Not acceptable",
    means: [
        "Uw Accept vraagt om een vorm die dit adres niet heeft.",
        "Your Accept asks for a form that this address does not have.",
    ],
    mend: [
        "De API geeft application/json. Vraag daarom, of laat Accept weg. Een adres onder /doc/ noemt zelf welke vormen het heeft.",
        "The API gives application/json. Ask for that, or leave Accept out. An address below /doc/ names its own forms.",
    ],
};

pub(super) const TOO_LARGE: Kind = Kind {
    slug: "too-large",
    status: 413,
    title: "De vraag is te groot",
    english: "Content too large",
    means: [
        "U stuurt meer dan de dienst in één keer leest. Bij detail staat hoeveel het mag zijn.",
        "You send more than the service reads at once. The detail says how much it may be.",
    ],
    mend: ["Stuur minder tekst in één keer.", "Send less text at once."],
};

pub(super) const MEDIA_TYPE: Kind = Kind {
    slug: "unsupported-media-type",
    status: 415,
    title: "Deze vorm van vraag kennen wij niet",
    english: "Unsupported media type",
    means: [
        "Wat u stuurt, is geen JSON, is ingepakt, of is geschreven in een andere tekenset dan UTF-8.",
        "What you send is no JSON, is packed, or is written in another character set than UTF-8.",
    ],
    mend: [
        "Stuur de vraag als application/json, in UTF-8 en niet ingepakt.",
        "Send the request as application/json, in UTF-8 and not packed.",
    ],
};

pub(super) const INTERNAL: Kind = Kind {
    slug: "internal-error",
    status: 500,
    title: "Er ging bij ons iets mis",
    english: "Internal error",
    means: [
        "De fout ligt bij de dienst, niet bij uw vraag.",
        "The fault lies with the service, not with your request.",
    ],
    mend: [
        "Probeer het later nog eens. Blijft het misgaan, meld het dan aan de beheerder.",
        "Try again later. If it keeps going wrong, tell the operator.",
    ],
};
