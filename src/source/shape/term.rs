// SPDX-License-Identifier: EUPL-1.2
//! The shape of a term file.

use crate::model::{Coercion, Consent, Kind, Relation, Status, VerdictStatus};
use crate::source::shape::{Form, Holds, Scale, Shape, may, must, words};

/// How large a difference is.
const DEGREE: Scale =
    Scale { from: 0, to: 3, means: ": 0 is gelijk, 1 is een nuance, 2 is een wezenlijk verschil, 3 is een botsing" };

const YEARS: Scale = Scale { from: 0, to: 120, means: ": de leeftijd in jaren" };

/// `terms/<id>.toml`.
pub(in crate::source) const TERM: Shape = Shape::new(
    "een term",
    &[
        must("label", Holds::Text, "Het woord zelf."),
        may("alt_labels", Holds::FormedOrTables(Form::Any, &ALT_LABEL), "Andere woorden voor hetzelfde."),
        may("hidden_labels", Holds::Texts, "Woorden waarop men zoekt, die nooit getoond worden."),
        may("english", Holds::Text, "Het Engelse woord."),
        may("english_note", Holds::Text, "Waar u in het Engels op moet letten."),
        may("phases", Holds::FormedList(Form::Phase), "De fasen waarin het woord speelt."),
        may("broader", Holds::Texts, "Ruimere woorden."),
        may("narrower", Holds::Texts, "Smallere woorden."),
        may("related", Holds::Texts, "Verwante woorden."),
        may("unused_by", Holds::FormedList(Form::Slug), "Domeinen die het woord niet gebruiken."),
        may(
            "replaced_by",
            Holds::FormedList(Form::Slug),
            "Woorden die in de plaats kwamen van dit woord, als het is vervallen.",
        ),
        may("note", Holds::Text, "Achtergrond bij het woord."),
        may("sources", Holds::FormedList(Form::Code), "Bronnen van die achtergrond."),
        may("concepts", Holds::Tables(&CONCEPT), "De betekenissen."),
        may("verdicts", Holds::Tables(&VERDICT), "Wat de redactie van de verschillen zegt."),
    ],
);

const ALT_LABEL: Shape = Shape::new(
    "een ander woord",
    &[
        must("label", Holds::Text, "Het woord."),
        may("domain", Holds::Formed(Form::Slug), "Het domein dat dit woord gebruikt."),
    ],
);

pub(super) const CONCEPT: Shape = Shape::new(
    "een betekenis",
    &[
        may("id", Holds::Formed(Form::Slug), "Uniek binnen de term; zonder id is het de naam van het domein."),
        must("domain", Holds::Formed(Form::Slug), "Het domein dat dit bedoelt."),
        may("label", Holds::Text, "Korte naam, als een domein meer betekenissen heeft."),
        may("definition", Holds::Text, "De precieze omschrijving, hoogstens 60 woorden. Deze tekst wordt vergeleken."),
        must("explanation", Holds::Text, "Hetzelfde in gewone taal. Deze tekst leest men het eerst."),
        may("note", Holds::Text, "Achtergrond; wordt getoond en niet vergeleken."),
        may("examples", Holds::Texts, "Voorbeelden die eronder vallen."),
        may("counter_examples", Holds::Texts, "Voorbeelden die er niet onder vallen."),
        must("kind", Holds::Word(words::<Kind>), "Waar de betekenis uit komt."),
        must(
            "owner",
            Holds::OneOrMore(Form::Slug),
            "Wiens betekenis dit is, uit actors.toml. Is zij van niemand: \"editors\".",
        ),
        must(
            "sources",
            Holds::FormedList(Form::Code),
            "Waar de omschrijving op rust, uit sources.toml. Is er geen bron: [\"CONCEPT\"].",
        ),
        must("status", Holds::Word(words::<Status>), "Of het domein dit bevestigde."),
        may("reviewed_on", Holds::Date, "Wanneer het domein er het laatst naar keek."),
        may("contact", Holds::Text, "Een rol of adres voor vragen, nooit een persoon."),
        may("facets", Holds::TextMap(Form::Facet), "Korte zinsdelen per facet."),
        may("values", Holds::Table(&VALUES), "Vaste waarden, die het programma precies vergelijkt."),
    ],
);

const VALUES: Shape = Shape::new(
    "de vaste waarden",
    &[
        may("roles", Holds::FormedList(Form::Slug), "Wie aan zet is, uit actors.toml."),
        may("coercion", Holds::Word(words::<Coercion>), "Hoe vrij iemand is."),
        may("consent", Holds::Word(words::<Consent>), "Of informatie met toestemming gedeeld wordt."),
        may("within", Holds::Formed(Form::Duration), "Binnen welke tijd."),
        may("age", Holds::Table(&AGE), "Voor welke leeftijd."),
        may("legal_basis", Holds::FormedList(Form::Slug), "Op welke wetten het rust, uit legal.toml."),
    ],
);

const AGE: Shape = Shape::new(
    "een leeftijd",
    &[
        may("from", Holds::Number(YEARS), "Vanaf welke leeftijd."),
        may("to", Holds::Number(YEARS), "Tot en met welke leeftijd."),
    ],
)
.inline();

pub(super) const VERDICT: Shape = Shape::new(
    "een oordeel",
    &[
        must("between", Holds::TwoOf(Form::Slug), "De twee betekenissen, met hun id."),
        must("relation", Holds::Word(judged_relations), "Hoe de eerste zich verhoudt tot de tweede."),
        must("degree", Holds::Number(DEGREE), "Hoe groot het verschil is."),
        must("why", Holds::Text, "Het verschil in één zin."),
        may("misunderstanding", Holds::Text, "Wat er misgaat als niemand het merkt."),
        may("questions", Holds::Texts, "Wat de twee elkaar kunnen vragen."),
        may("facets", Holds::NumberMap(Form::Facet, DEGREE), "Hoe groot het verschil per facet is."),
        may("sources", Holds::FormedList(Form::Code), "De bronnen."),
        must("status", Holds::Word(words::<VerdictStatus>), "Of beide domeinen dit bevestigden."),
        may("signed", Holds::Tables(&SIGNATURE), "Wie tekende, per domein."),
        may(
            "applies_to",
            Holds::Text,
            "De vingerafdruk van de teksten waarover dit oordeel gaat; ‘taalbrug compare’ noemt die.",
        ),
    ],
);

const SIGNATURE: Shape = Shape::new(
    "een handtekening",
    &[
        must("domain", Holds::Formed(Form::Slug), "Het domein dat tekent."),
        must("by", Holds::Text, "De rol die tekent, nooit een persoon."),
        must("on", Holds::Date, "De dag."),
    ],
)
.inline();

/// Relations that editors can give; whether something is unclear only the program says.
fn judged_relations() -> Vec<&'static str> {
    words::<Relation>().into_iter().filter(|&key| !matches!(key, "unclear" | "one_sided")).collect()
}
