// SPDX-License-Identifier: EUPL-1.2
//! The shapes of the word lists in `lexicon/`.

use crate::source::shape::{Form, Holds, Scale, Shape, may, must};

/// Two sentences that show what a word does.
const EXAMPLE: Shape = Shape::new(
    "een voorbeeld",
    &[
        must("word", Holds::OneOrMore(Form::Any), "Het woord uit de lijst, of een lijst van woorden."),
        must("a", Holds::Text, "De eerste zin."),
        must("b", Holds::Text, "De tweede zin: dezelfde, op het woord na."),
    ],
)
.inline();

/// What the examples of a list are for.
const SHOWN: &str = "Zinnen waarin elk woord het verschil maakt; alleen voor de controle.";

/// `lexicon/irregular.toml`.
pub(in crate::source) const IRREGULAR: Shape = Shape::new(
    "de onregelmatige vormen",
    &[must("forms", Holds::TextMap(Form::Any), "Links de vorm, rechts het gewone woord.")],
);

/// `lexicon/compounds.toml`.
pub(in crate::source) const COMPOUNDS: Shape = Shape::new(
    "de woorden in samenstellingen",
    &[must("words", Holds::Texts, "Gewone woorden waarvan samenstellingen worden gemaakt.")],
);

/// `lexicon/synonyms.toml`.
pub(in crate::source) const SYNONYMS: Shape = Shape::new(
    "de synoniemen",
    &[
        must("groups", Holds::TextGroups, "Groepen woorden die bijna hetzelfde zeggen."),
        may("examples", Holds::Table(&SYNONYM_EXAMPLES), SHOWN),
    ],
);

const SYNONYM_EXAMPLES: Shape = Shape::new(
    "de voorbeelden",
    &[may("groups", Holds::Tables(&EXAMPLE), "Van elke groep twee woorden: de zinnen zeggen bijna hetzelfde.")],
);

/// `lexicon/thesaurus.toml`.
pub(in crate::source) const THESAURUS: Shape = Shape::new(
    "de alledaagse woorden",
    &[must("groups", Holds::TextGroups, "Groepen alledaagse woorden die hetzelfde zeggen.")],
);

/// `lexicon/phrases.toml`.
pub(in crate::source) const PHRASES: Shape = Shape::new(
    "de uitdrukkingen",
    &[must("phrases", Holds::TextMap(Form::Any), "Links de uitdrukking, rechts het ene woord dat hetzelfde zegt.")],
);

/// `lexicon/fields.toml`.
pub(in crate::source) const FIELDS: Shape = Shape::new(
    "de betekenisvelden",
    &[must("fields", Holds::TextGroups, "Per veld de woorden die erin thuishoren; het eerste woord noemt het veld.")],
);

/// `lexicon/opposites.toml`.
pub(in crate::source) const OPPOSITES: Shape = Shape::new(
    "de tegendelen",
    &[
        must("pairs", Holds::TextPairs, "Paren woorden die elkaar uitsluiten."),
        may("examples", Holds::Table(&OPPOSITE_EXAMPLES), SHOWN),
    ],
);

const OPPOSITE_EXAMPLES: Shape = Shape::new(
    "de voorbeelden",
    &[may("pairs", Holds::Tables(&EXAMPLE), "Van elk paar beide woorden: de zinnen sluiten elkaar uit.")],
);

/// `lexicon/signals.toml`.
pub(in crate::source) const SIGNALS: Shape = Shape::new(
    "de signaalwoorden",
    &[
        must("negation", Holds::Table(&NEGATION), "Woorden die ontkennen."),
        must("force", Holds::Table(&FORCE), "Woorden die zeggen wat moet of mag."),
        may("examples", Holds::Table(&SIGNAL_EXAMPLES), SHOWN),
    ],
);

const SIGNAL_EXAMPLES: Shape = Shape::new(
    "de voorbeelden",
    &[
        may("negation", Holds::Tables(&EXAMPLE), "De ene zin ontkent wat de andere zegt."),
        may("denials", Holds::Tables(&EXAMPLE), "Beide zinnen zeggen dat iets niet gebeurt."),
        may("neutral", Holds::Tables(&EXAMPLE), "De ene zin ontkent niet wat de andere zegt."),
        may("force", Holds::Tables(&EXAMPLE), "In de ene zin moet het, in de andere mag het of hoeft het niet."),
    ],
);

const NEGATION: Shape = Shape::new(
    "de ontkenningen",
    &[
        must("words", Holds::Texts, "Woorden die ontkennen."),
        may("without", Holds::Texts, "Woorden die alleen ontkennen wat erna komt: ‘zonder’."),
        may("denials", Holds::Texts, "Werkwoorden die zeggen dat iets niet gebeurt: ‘weigeren’."),
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
        may("examples", Holds::Table(&CUE_EXAMPLES), SHOWN),
    ],
);

const CUE_EXAMPLES: Shape = Shape::new(
    "de voorbeelden",
    &[
        may("order", Holds::Tables(&EXAMPLE), "De volgorde is omgekeerd."),
        may("extent", Holds::Tables(&EXAMPLE), "Altijd tegenover nooit, of alles tegenover niets."),
        may("only", Holds::Tables(&EXAMPLE), "De ene zin geldt alleen voor iets, de andere ook voor de rest."),
        may("consent", Holds::Tables(&EXAMPLE), "Met toestemming tegenover zonder toestemming."),
        may("decision", Holds::Tables(&EXAMPLE), "Een ander is aan zet."),
        may("light", Holds::Tables(&EXAMPLE), "De zinnen spreken elkaar niet tegen."),
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
        may("examples", Holds::Table(&QUANTITY_EXAMPLES), SHOWN),
    ],
);

const QUANTITY_EXAMPLES: Shape = Shape::new(
    "de voorbeelden",
    &[
        may("units", Holds::Tables(&EXAMPLE), "De zinnen noemen een andere tijd."),
        may("bounds", Holds::Tables(&EXAMPLE), "De zinnen noemen een andere grens."),
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
pub(in crate::source) const PARTIES: Shape = Shape::new(
    "de partijen",
    &[
        must("parties", Holds::TextLists, "Per partij de woorden waarmee zij genoemd wordt."),
        may("examples", Holds::Table(&PARTY_EXAMPLES), SHOWN),
    ],
);

const PARTY_EXAMPLES: Shape = Shape::new(
    "de voorbeelden",
    &[may("parties", Holds::Tables(&EXAMPLE), "In elke zin is een andere partij aan zet.")],
);
