//! The shapes of the word lists in `lexicon/`.

use crate::source::shape::{Form, Holds, Shape, may, must};

/// `lexicon/irregular.toml`.
pub(in crate::source) const IRREGULAR: Shape = Shape::new(
    "de onregelmatige vormen",
    &[must("forms", Holds::TextMap(Form::Any), "Links de vorm, rechts het gewone woord.")],
);

/// `lexicon/synonyms.toml`.
pub(in crate::source) const SYNONYMS: Shape =
    Shape::new("de synoniemen", &[must("groups", Holds::TextLists, "Groepen woorden die bijna hetzelfde zeggen.")]);

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
