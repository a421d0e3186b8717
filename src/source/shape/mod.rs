// SPDX-License-Identifier: EUPL-1.2
//! Which keys a table may hold, what each holds, and what it is for. Data; `reader` checks files against it.

mod glossary;
mod lexicon;
mod local;
mod term;

pub(super) use self::glossary::{ACTORS, GLOSSARY, LEGAL, SOURCES};
pub(super) use self::lexicon::{
    COMPOUNDS, CUES, FIELDS, IRREGULAR, OPPOSITES, PARTIES, PHRASES, QUANTITIES, SIGNALS, SYNONYMS, THESAURUS,
};
pub(super) use self::local::{LOCAL_TERM, PLACE};
pub(super) use self::term::TERM;

use crate::model::{FacetId, Keyed, PhaseRef, SourceId, TermId};

/// The files of a glossary: what such a file is called, its path with `*` for any name, and its shape.
pub(super) const FILES: &[(&str, &str, &Shape)] = &[
    ("glossary", "glossary.toml", &GLOSSARY),
    ("actors", "actors.toml", &ACTORS),
    ("sources", "sources.toml", &SOURCES),
    ("legal", "legal.toml", &LEGAL),
    ("term", "terms/*.toml", &TERM),
    ("place", "local/*/place.toml", &PLACE),
    ("local-term", "local/*/terms/*.toml", &LOCAL_TERM),
    ("lexicon-compounds", "lexicon/compounds.toml", &COMPOUNDS),
    ("lexicon-cues", "lexicon/cues.toml", &CUES),
    ("lexicon-fields", "lexicon/fields.toml", &FIELDS),
    ("lexicon-irregular", "lexicon/irregular.toml", &IRREGULAR),
    ("lexicon-opposites", "lexicon/opposites.toml", &OPPOSITES),
    ("lexicon-parties", "lexicon/parties.toml", &PARTIES),
    ("lexicon-phrases", "lexicon/phrases.toml", &PHRASES),
    ("lexicon-quantities", "lexicon/quantities.toml", &QUANTITIES),
    ("lexicon-signals", "lexicon/signals.toml", &SIGNALS),
    ("lexicon-synonyms", "lexicon/synonyms.toml", &SYNONYMS),
    ("lexicon-thesaurus", "lexicon/thesaurus.toml", &THESAURUS),
];

/// The shape of the file with this path.
pub(super) fn of_file(path: &str) -> Option<&'static Shape> {
    let fits = |pattern: &str| {
        let (mut own, mut wanted) = (path.split('/'), pattern.split('/'));
        let each = wanted.by_ref().all(|wanted| own.next().is_some_and(|own| part_fits(own, wanted)));
        each && own.next().is_none()
    };
    FILES.iter().find(|(_, pattern, _)| fits(pattern)).map(|row| row.2)
}

/// Whether a part of a path fits a part of a pattern.
fn part_fits(own: &str, wanted: &str) -> bool {
    match wanted.split_once('*') {
        Some((before, after)) => own.len() > wanted.len() - 1 && own.starts_with(before) && own.ends_with(after),
        None => own == wanted,
    }
}

/// A table of keys.
#[derive(Debug)]
pub(super) struct Shape {
    /// How people call such a table, with its article.
    pub name: &'static str,
    /// The keys it may hold.
    pub keys: &'static [Key],
    /// Keys of which exactly one must be there; empty for most tables.
    pub one_of: &'static [&'static str],
    /// How it is written.
    layout: Layout,
}

/// How a table is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Layout {
    /// A heading with the keys below it.
    Heading,
    /// On one line, between braces.
    Inline,
}

impl Shape {
    const fn new(name: &'static str, keys: &'static [Key]) -> Self {
        Self { name, keys, one_of: &[], layout: Layout::Heading }
    }

    /// The same, written on one line.
    const fn inline(mut self) -> Self {
        self.layout = Layout::Inline;
        self
    }

    /// The heading of a table with this name that stands in one of the tables here.
    pub fn inner_heading(&self, name: &str) -> Option<String> {
        let inner = |key: &Key| match key.holds {
            Holds::Tables(inner) => {
                inner.keys.iter().any(|key| key.name == name && key.holds.is_table()).then_some(key.name)
            }
            _ => None,
        };
        self.keys.iter().find_map(inner).map(|outer| format!("{outer}.{name}"))
    }

    const fn one_of(mut self, keys: &'static [&'static str]) -> Self {
        self.one_of = keys;
        self
    }
}

/// One key.
#[derive(Debug)]
pub(super) struct Key {
    pub name: &'static str,
    pub holds: Holds,
    pub need: Need,
    /// What it is for, in plain Dutch.
    pub about: &'static str,
}

/// Whether a key must be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Need {
    Must,
    May,
}

/// What a key holds.
#[derive(Debug)]
pub(super) enum Holds {
    Text,
    Texts,
    /// A text of a fixed form.
    Formed(Form),
    /// A list of them.
    FormedList(Form),
    /// One of them, or a list.
    OneOrMore(Form),
    /// A word from a fixed list.
    Word(fn() -> Vec<&'static str>),
    /// Exactly two texts of a fixed form that differ.
    TwoOf(Form),
    /// A whole number of a scale.
    Number(Scale),
    Date,
    Table(&'static Shape),
    Tables(&'static Shape),
    /// A list in which each item is a text of a fixed form or a table.
    FormedOrTables(Form, &'static Shape),
    /// A table with free keys of a form, each with a text.
    TextMap(Form),
    /// A table with free keys of a form, each with a number of a scale.
    NumberMap(Form, Scale),
    /// A list of lists of texts.
    TextLists,
    /// A list of lists of at least two texts.
    TextGroups,
    /// A list of lists of two texts.
    TextPairs,
}

impl Holds {
    /// Whether it is written as a heading with keys below it.
    pub fn is_table(&self) -> bool {
        matches!(self, Self::Table(_) | Self::TextMap(_) | Self::NumberMap(..))
    }

    /// Whether what it holds stands below headings when it is laid out.
    pub fn has_heading(&self) -> bool {
        match self {
            Self::Table(shape) | Self::Tables(shape) => shape.layout == Layout::Heading,
            Self::TextMap(_) => true,
            Self::NumberMap(form, _) => *form == Form::Any,
            _ => false,
        }
    }

    /// Whether it is written as repeated headings.
    pub fn is_tables(&self) -> bool {
        matches!(self, Self::Tables(_))
    }
}

/// Whole numbers between two bounds, and what they mean.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scale {
    pub from: i64,
    pub to: i64,
    /// What the numbers mean, in plain Dutch, after a colon; or nothing.
    pub means: &'static str,
}

impl Scale {
    /// How such a number is written.
    pub fn in_words(self) -> String {
        let Self { from, to, means } = self;
        format!("Schrijf een heel getal van {from} tot en met {to}, zonder aanhalingstekens{means}.")
    }
}

/// A fixed form of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Slug,
    Code,
    Facet,
    Phase,
    Duration,
    Address,
    Actor,
    /// A team or account of a forge.
    Account,
    Any,
}

impl Form {
    /// Whether a text has this form.
    pub fn accepts(self, text: &str) -> bool {
        match self {
            Self::Slug | Self::Actor => TermId::parse(text).is_some(),
            Self::Code => SourceId::parse(text).is_some(),
            Self::Facet => FacetId::parse(text).is_some(),
            Self::Phase => PhaseRef::parse(text).is_some(),
            Self::Duration => crate::source::convert::hours_of(text).is_some(),
            Self::Address => {
                let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
                rest.is_some_and(|rest| !rest.is_empty() && !text.contains(char::is_whitespace))
            }
            Self::Account => is_account(text),
            Self::Any => !text.trim().is_empty(),
        }
    }

    /// What the form looks like, in plain Dutch.
    pub fn in_words(self) -> &'static str {
        match self {
            Self::Slug => "Gebruik kleine letters, cijfers en losse streepjes, zoals ‘social-wmo’.",
            Self::Code => "Gebruik hoofdletters, cijfers en losse streepjes, zoals ‘ESS-WID’.",
            Self::Facet => "Gebruik kleine letters en losse liggende streepjes, zoals ‘legal_basis’.",
            Self::Phase => "Schrijf model/fase, zoals ‘gielen/primary’.",
            Self::Duration => "Schrijf een duur zoals P7D (zeven dagen), P6W (zes weken) of PT24H (24 uur).",
            Self::Address => "Schrijf een volledig adres dat begint met https://.",
            Self::Actor => {
                "Schrijf de naam uit actors.toml, zoals ‘politie’. Staat de rol daar niet in, schrijf dan { role = \"…\" }."
            }
            Self::Account => "Schrijf een team van uw forge, met @ ervoor, zoals ‘@organisatie/redactie-veiligheid’.",
            Self::Any => "Vul een tekst in.",
        }
    }
}

/// Whether a text names a team or account as forges do: an at sign, and names with slashes between them.
fn is_account(text: &str) -> bool {
    let is_name = |name: &str| {
        let sound = |letter: u8| letter.is_ascii_alphanumeric() || b"._-".contains(&letter);
        name.starts_with(|letter: char| letter.is_ascii_alphanumeric()) && name.bytes().all(sound)
    };
    text.strip_prefix('@').is_some_and(|rest| rest.split('/').all(is_name))
}

/// The names of all keys that a shape and the shapes below it may hold, each once.
pub(super) fn names_of(shape: &Shape) -> Vec<&'static str> {
    let mut names: Vec<&'static str> = Vec::new();
    for key in shape.keys {
        names.push(key.name);
        if let Holds::Table(inner) | Holds::Tables(inner) | Holds::FormedOrTables(_, inner) = key.holds {
            names.extend(names_of(inner));
        }
    }
    names.sort_unstable();
    names.dedup();
    names
}

/// A key that must be there.
const fn must(name: &'static str, holds: Holds, about: &'static str) -> Key {
    Key { name, holds, need: Need::Must, about }
}

/// A key that may be there.
const fn may(name: &'static str, holds: Holds, about: &'static str) -> Key {
    Key { name, holds, need: Need::May, about }
}

/// The keys of a closed list.
fn words<K: Keyed>() -> Vec<&'static str> {
    K::ALL.iter().map(|row| row.1).collect()
}
