//! The shapes of the word lists in `lexicon/`.

use crate::source::shape::{Form, Holds, Scale, Shape, may, must};

/// `lexicon/irregular.toml`.
pub(in crate::source) const IRREGULAR: Shape = Shape::new(
    "de onregelmatige vormen",
    &[must("forms", Holds::TextMap(Form::Any), "Links de vorm, rechts het gewone woord.")],
);

/// `lexicon/synonyms.toml`.
pub(in crate::source) const SYNONYMS: Shape =
    Shape::new("de synoniemen", &[must("groups", Holds::TextGroups, "Groepen woorden die bijna hetzelfde zeggen.")]);

/// `lexicon/opposites.toml`.
pub(in crate::source) const OPPOSITES: Shape =
    Shape::new("de tegendelen", &[must("pairs", Holds::TextPairs, "Paren woorden die elkaar uitsluiten.")]);

/// `lexicon/signals.toml`.
pub(in crate::source) const SIGNALS: Shape = Shape::new(
    "de signaalwoorden",
    &[
        must("negation", Holds::Table(&NEGATION), "Woorden die ontkennen."),
        must("force", Holds::Table(&FORCE), "Woorden die zeggen wat moet of mag."),
    ],
);

const NEGATION: Shape = Shape::new(
    "de ontkenningen",
    &[
        must("words", Holds::Texts, "Woorden die ontkennen."),
        may("without", Holds::Texts, "Woorden die alleen ontkennen wat erna komt: ‘zonder’."),
        may("neutral", Holds::Texts, "Woordgroepen waarin een ontkenning niets ontkent."),
    ],
);

const FORCE: Shape = Shape::new(
    "moeten en mogen",
    &[
        must("must", Holds::Texts, "Het moet; met ‘niet’ erbij is het verboden: ‘moet niet’."),
        must("duty", Holds::Texts, "Het is een plicht; met ‘niet’ erbij vervalt die: ‘niet verplicht’."),
        must("may", Holds::Texts, "Het mag; met ‘niet’ erbij is het verboden: ‘mag niet’."),
        must("choice", Holds::Texts, "Het is een keuze; met ‘niet’ erbij moet het: ‘niet vrijblijvend’."),
        must("need", Holds::Texts, "Staat meestal naast een ontkenning: ‘hoeft niet’."),
        must("ban", Holds::Texts, "Het is verboden; met ‘niet’ erbij mag het: ‘niet verboden’."),
    ],
);

/// `lexicon/cues.toml`.
pub(in crate::source) const CUES: Shape = Shape::new(
    "de woorden met een richting",
    &[
        must("order", Holds::Table(&ORDER), "Wat eerst komt en wat daarna."),
        must("extent", Holds::Table(&EXTENT), "Voor alles, voor niets, of alleen daarvoor."),
        must("consent", Holds::Table(&CONSENT), "Woorden voor toestemming."),
        must("decision", Holds::Table(&DECISION), "Werkwoorden die zeggen wie aan zet is."),
        must("light", Holds::Table(&LIGHT), "Woorden die weinig zeggen."),
    ],
);

const ORDER: Shape = Shape::new(
    "eerst en daarna",
    &[
        must("before", Holds::Texts, "Wat erna staat, komt later: ‘voordat’."),
        must("after", Holds::Texts, "Wat erna staat, kwam eerder: ‘nadat’."),
    ],
);

const EXTENT: Shape = Shape::new(
    "alles of niets",
    &[
        must("all", Holds::Texts, "Het geldt altijd of voor iedereen."),
        must("none", Holds::Texts, "Het geldt nooit of voor niemand."),
        must("only", Holds::Texts, "Het geldt alleen daarvoor."),
    ],
);

const CONSENT: Shape =
    Shape::new("toestemming", &[must("nouns", Holds::Texts, "Zelfstandige naamwoorden voor toestemming.")]);

const DECISION: Shape =
    Shape::new("wie aan zet is", &[must("verbs", Holds::Texts, "Vormen van werkwoorden: beslissen, beslist.")]);

const LIGHT: Shape = Shape::new("lichte woorden", &[must("words", Holds::Texts, "Woorden die weinig zeggen.")]);

const MINUTES: Scale = Scale { from: 1, to: 1_000_000, means: ": de lengte in minuten" };

/// `lexicon/quantities.toml`.
pub(in crate::source) const QUANTITIES: Shape = Shape::new(
    "de hoeveelheden",
    &[
        must("units", Holds::NumberMap(Form::Any, MINUTES), "Eenheden van tijd, met hun lengte in minuten."),
        must("bounds", Holds::Table(&BOUNDS), "Woorden die zeggen of een getal de onder- of bovengrens is."),
    ],
);

const BOUNDS: Shape = Shape::new(
    "de grenzen",
    &[
        must("at_least", Holds::Texts, "Vóór het getal: het minste."),
        must("more_than", Holds::Texts, "Vóór het getal: net te weinig."),
        must("at_most", Holds::Texts, "Vóór het getal: het meeste."),
        must("less_than", Holds::Texts, "Vóór het getal: net te veel."),
        must("or_more", Holds::Texts, "Na het getal: het minste."),
        must("or_less", Holds::Texts, "Na het getal: het meeste."),
    ],
);

/// `lexicon/parties.toml`.
pub(in crate::source) const PARTIES: Shape =
    Shape::new("de partijen", &[must("parties", Holds::TextLists, "Per partij de woorden waarmee zij genoemd wordt.")]);
