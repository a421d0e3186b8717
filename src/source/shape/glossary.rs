// SPDX-License-Identifier: EUPL-1.2
//! The shapes of `glossary.toml`, `actors.toml`, `sources.toml` and `legal.toml`.

use crate::model::{ActorKind, ActorStatus, LegalStatus, Part, SourceKind, Status};
use crate::source::shape::{Form, Holds, Shape, may, must, words};

/// `glossary.toml`.
pub(in crate::source) const GLOSSARY: Shape = Shape::new(
    "de woordenlijst",
    &[
        must("title", Holds::Text, "De titel van de woordenlijst."),
        may("description", Holds::Text, "Waar de woordenlijst voor is, in gewone taal."),
        may("caveat", Holds::Text, "Wat lezers moeten weten voordat zij erop vertrouwen."),
        must("language", Holds::Text, "De taal van de teksten, bijvoorbeeld nl."),
        must("licence", Holds::Text, "De licentie van de teksten, bijvoorbeeld CC-BY-4.0."),
        must("base_uri", Holds::Formed(Form::Address), "Het adres waaronder de woorden te vinden zijn."),
        may("sources", Holds::FormedList(Form::Code), "Bronnen waarop de woordenlijst als geheel rust."),
        may("domains", Holds::Tables(&DOMAIN), "De domeinen, in de volgorde waarin zij getoond worden."),
        may("facets", Holds::Tables(&FACET), "De kanten van een betekenis die los te vergelijken zijn."),
        may("models", Holds::Tables(&MODEL), "Modellen met fasen."),
    ],
);

const DOMAIN: Shape = Shape::new(
    "een domein",
    &[
        must("id", Holds::Formed(Form::Slug), "De vaste naam, bijvoorbeeld safety."),
        must("label", Holds::Text, "De naam als kop."),
        must("phrase", Holds::Text, "De naam in een zin: ‘het sociaal domein’."),
        must("english", Holds::Text, "De Engelse naam."),
        may("about", Holds::Text, "Wie erbij hoort."),
        may("parent", Holds::Formed(Form::Slug), "Het domein waar dit een deel van is."),
        may(
            "editors",
            Holds::FormedList(Form::Account),
            "Wie een wijziging voor dit domein bekijkt: teams van uw forge. ‘taalbrug owners’ maakt er CODEOWNERS van.",
        ),
    ],
);

const FACET: Shape = Shape::new(
    "een facet",
    &[
        must("id", Holds::Formed(Form::Facet), "De sleutel in de bestanden."),
        must("label", Holds::Text, "De Nederlandse naam."),
        must("english", Holds::Text, "De Engelse naam."),
        may("question", Holds::Text, "De vraag waarop dit facet antwoord geeft."),
    ],
);

const MODEL: Shape = Shape::new(
    "een model",
    &[
        must("id", Holds::Formed(Form::Slug), "De vaste naam."),
        must("label", Holds::Text, "De Nederlandse naam."),
        must("english", Holds::Text, "De Engelse naam."),
        must("about", Holds::Text, "Wat het model indeelt."),
        may("owner", Holds::Formed(Form::Slug), "Wie het model publiceerde."),
        may("sources", Holds::FormedList(Form::Code), "De bronnen."),
        may("phases", Holds::Tables(&PHASE), "De fasen, in volgorde."),
        may("roles", Holds::Tables(&ROLE), "Wie wat doet in welke fase."),
    ],
);

const PHASE: Shape = Shape::new(
    "een fase",
    &[
        must("id", Holds::Formed(Form::Slug), "De vaste naam, uniek in het model."),
        must("label", Holds::Text, "De Nederlandse naam."),
        must("english", Holds::Text, "De Engelse naam."),
        may("about", Holds::Text, "Wat er in deze fase gebeurt."),
        may("target_group", Holds::Text, "Voor wie de fase is."),
        may("status", Holds::Word(words::<Status>), "Hoe ver deze tekst is."),
        may("sources", Holds::FormedList(Form::Code), "De bronnen."),
    ],
);

const ROLE: Shape = Shape::new(
    "een rol in een fase",
    &[
        must("phase", Holds::Formed(Form::Slug), "De fase in dit model."),
        may("actor", Holds::Formed(Form::Slug), "Wie het doet: een organisatie of rol."),
        may("domain", Holds::Formed(Form::Slug), "Wie het doet: een heel domein."),
        must("role", Holds::Word(words::<Part>), "Wat de rol is."),
        may("note", Holds::Text, "Wat wel en niet bekend is."),
        must("status", Holds::Word(words::<Status>), "Zonder bron is het draft."),
        may("sources", Holds::FormedList(Form::Code), "De bronnen."),
    ],
)
.one_of(&["actor", "domain"]);

/// `actors.toml`.
pub(in crate::source) const ACTORS: Shape = Shape::new(
    "de lijst van organisaties",
    &[may("actors", Holds::Tables(&ACTOR), "Organisaties, rollen en groepen.")],
);

const ACTOR: Shape = Shape::new(
    "een organisatie of rol",
    &[
        must("id", Holds::Formed(Form::Slug), "De vaste naam."),
        must("label", Holds::Text, "De officiële naam."),
        may("abbreviation", Holds::Text, "De afkorting."),
        may("english", Holds::Text, "De Engelse naam."),
        must("domains", Holds::FormedList(Form::Slug), "De domeinen waarin zij werkt."),
        must("kind", Holds::Word(words::<ActorKind>), "Organisatie, rol of groep."),
        may("about", Holds::Text, "Wat zij doet."),
        may("urls", Holds::FormedList(Form::Address), "Webadressen."),
        may("status", Holds::Word(words::<ActorStatus>), "Of zij nog bestaat."),
        may("successor", Holds::Formed(Form::Slug), "Wie haar werk overnam."),
        may("sources", Holds::FormedList(Form::Code), "De bronnen."),
    ],
);

/// `sources.toml`.
pub(in crate::source) const SOURCES: Shape =
    Shape::new("het bronnenregister", &[may("sources", Holds::Tables(&SOURCE), "De bronnen.")]);

const SOURCE: Shape = Shape::new(
    "een bron",
    &[
        must("id", Holds::Formed(Form::Code), "De code waarmee een betekenis ernaar verwijst."),
        must("title", Holds::Text, "De titel."),
        must("publisher", Holds::Text, "De uitgever."),
        may("actor", Holds::Formed(Form::Slug), "De uitgever in actors.toml."),
        may("year", Holds::Text, "Het jaar."),
        may("urls", Holds::FormedList(Form::Address), "Webadressen."),
        may("locator", Holds::Text, "Waar het in de bron staat."),
        may("note", Holds::Text, "Wat een lezer over de bron moet weten."),
        must("kind", Holds::Word(words::<SourceKind>), "Wat voor tekst het is."),
    ],
);

/// `legal.toml`.
pub(in crate::source) const LEGAL: Shape =
    Shape::new("de lijst van wettelijke kaders", &[may("legal_frames", Holds::Tables(&FRAME), "Wetten en afspraken.")]);

const FRAME: Shape = Shape::new(
    "een wettelijk kader",
    &[
        must("id", Holds::Formed(Form::Slug), "De vaste naam."),
        must("label", Holds::Text, "De naam van de wet of afspraak."),
        may("abbreviation", Holds::Text, "De afkorting."),
        must("about", Holds::Text, "Wat zij regelt."),
        must("status", Holds::Word(words::<LegalStatus>), "Of zij geldt."),
        may("note", Holds::Text, "Wat nog niet bekend is."),
        may("sources", Holds::FormedList(Form::Code), "De bronnen."),
    ],
);
