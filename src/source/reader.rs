//! Reads a TOML text against a shape. What fits is kept; what does not becomes a finding with its place.

use std::collections::BTreeSet;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::diagnostic::{Finding, Place};
use crate::language::nearest;
use crate::model::Date;
use crate::source::faults::{MISSING_KEY, REPEATED, SYNTAX, UNKNOWN_KEY, WRONG_TYPE, WRONG_VALUE};
use crate::source::fields::{Fields, Node};
use crate::source::files::File;
use crate::source::shape::{Form, Holds, Key, Need, Shape};
use crate::source::syntax;

/// After this many faults of syntax in one file the rest is echo.
const MOST_SYNTAX_FAULTS: usize = 20;

/// Reads a file against the shape of its outermost table.
pub(super) fn read(file: &File, shape: &Shape, findings: &mut Vec<Finding>) -> Fields {
    let (table, errors) = DeTable::parse_recoverable(&file.text);
    for error in errors.iter().take(MOST_SYNTAX_FAULTS) {
        let (wrong, mend) =
            syntax::explain(error.message(), error.span().and_then(|span| file.text.get(span)).unwrap_or_default());
        let place = error.span().map_or_else(|| Place::file(&file.path), |span| Place::range(&file.path, span));
        findings.push(SYNTAX.finding(place, wrong, mend));
    }
    let mut reader = Reader { file: &file.path, broken: !errors.is_empty(), findings };
    reader.table(table.get_ref(), 0..0, shape)
}

/// The value of a key or item, with its place.
type Value<'t> = Spanned<DeValue<'t>>;

struct Reader<'a> {
    file: &'a str,
    /// Whether the file has faults of syntax; then missing keys are likely echoes and not reported.
    broken: bool,
    findings: &'a mut Vec<Finding>,
}

impl Reader<'_> {
    fn place(&self, range: Range<usize>) -> Place {
        Place::range(self.file, range)
    }

    fn table(&mut self, table: &DeTable<'_>, header: Range<usize>, shape: &Shape) -> Fields {
        let mut fields = Fields::default();
        for (name, value) in table {
            match shape.keys.iter().find(|key| key.name == name.get_ref()) {
                Some(key) => {
                    if let Some(node) = self.value(value, &key.holds, key.name) {
                        fields.0.push((key.name.to_owned(), node));
                    }
                }
                None => self.unknown_key(name.get_ref(), name.span(), shape),
            }
        }
        let missing = |key: &&Key| key.need == Need::Must && !table.iter().any(|(name, _)| name.get_ref() == key.name);
        let present = shape.one_of.iter().filter(|name| table.iter().any(|(key, _)| key.get_ref() == **name)).count();
        if !shape.one_of.is_empty() && present != 1 {
            let message = format!("bij {} hoort precies één van: {}", shape.name, shape.one_of.join(", "));
            let mend = "Laat er één staan en haal de andere weg, of voeg er één toe.";
            self.findings.push(MISSING_KEY.finding(self.place(header.clone()), message, mend));
        }
        if !self.broken {
            for key in shape.keys.iter().filter(missing) {
                let message = format!("bij {} ontbreekt ‘{}’", shape.name, key.name);
                let mend = format!("Voeg een regel toe: {} = … {}", key.name, key.about);
                self.findings.push(MISSING_KEY.finding(self.place(header.clone()), message, mend));
            }
        }
        fields
    }

    fn unknown_key(&mut self, name: &str, range: Range<usize>, shape: &Shape) {
        let message = format!("bij {} hoort geen sleutel ‘{name}’", shape.name);
        let known = || shape.keys.iter().map(|key| key.name);
        let mend = match nearest(name, known()) {
            Some(near) => format!("Bedoelt u ‘{near}’?"),
            None => format!("Kies uit: {}.", known().collect::<Vec<_>>().join(", ")),
        };
        self.findings.push(UNKNOWN_KEY.finding(self.place(range), message, mend));
    }

    /// A value as its key wants it, or nothing and a finding.
    fn value(&mut self, value: &Value<'_>, holds: &Holds, name: &str) -> Option<Node> {
        match (holds, value.get_ref()) {
            (Holds::Text, DeValue::String(text)) => self.formed(text, Form::Any, value.span(), name),
            (Holds::Formed(form) | Holds::OneOrMore(form), DeValue::String(text)) => {
                self.formed(text, *form, value.span(), name)
            }
            (Holds::Texts, DeValue::Array(items)) => Some(self.list(items, &Holds::Text, name)),
            (Holds::FormedList(form) | Holds::OneOrMore(form), DeValue::Array(items)) => {
                Some(self.list(items, &Holds::Formed(*form), name))
            }
            (Holds::TextLists, DeValue::Array(items)) => Some(self.list(items, &Holds::Texts, name)),
            (Holds::TextPairs, DeValue::Array(items)) => Some(self.pairs(items, name)),
            (Holds::Tables(shape), DeValue::Array(items)) => Some(self.list(items, &Holds::Table(shape), name)),
            (Holds::TextsOrTables(shape), DeValue::Array(items)) => Some(self.texts_or_tables(items, shape, name)),
            (Holds::Word(words), DeValue::String(text)) => self.word(text, &words(), value.span(), name),
            (Holds::Number(from, to), DeValue::Integer(number)) => {
                let number = i64::from_str_radix(number.as_str(), number.radix()).ok();
                self.number(number, *from..=*to, value.span(), name)
            }
            (Holds::Date, DeValue::Datetime(moment)) => {
                let day = moment.date.filter(|_| moment.time.is_none());
                let date = day.map(|day| Date { year: day.year, month: day.month, day: day.day });
                self.date(date, value.span(), name)
            }
            (Holds::Table(shape), DeValue::Table(table)) => Some(Node::Table(self.table(table, value.span(), shape))),
            (Holds::TextMap(form), DeValue::Table(table)) => Some(self.map(table, *form, &Holds::Text)),
            (Holds::NumberMap(form, from, to), DeValue::Table(table)) => {
                Some(self.map(table, *form, &Holds::Number(*from, *to)))
            }
            (holds, found) => {
                let message = format!("‘{name}’ hoort {} te zijn, en hier staat {}", wanted(holds), kind_of(found));
                self.findings.push(WRONG_TYPE.finding(self.place(value.span()), message, example_of(holds, name)));
                None
            }
        }
    }

    fn list(&mut self, items: &[Value<'_>], holds: &Holds, name: &str) -> Node {
        self.repetitions(items, name);
        Node::List(items.iter().map(|item| self.value(item, holds, name).unwrap_or(Node::Gap)).collect())
    }

    /// Tells of texts that stand in a list more than once.
    fn repetitions(&mut self, items: &[Value<'_>], name: &str) {
        let mut seen = BTreeSet::new();
        for (text, item) in items.iter().filter_map(|item| Some((item.get_ref().as_str()?.trim(), item))) {
            if !seen.insert(text) {
                let message = format!("‘{}’ staat twee keer in ‘{name}’", shortened(text));
                self.findings.push(REPEATED.finding(self.place(item.span()), message, "Haal er één weg."));
            }
        }
    }

    fn pairs(&mut self, items: &[Value<'_>], name: &str) -> Node {
        for item in items {
            if item.get_ref().as_array().is_some_and(|words| words.len() != 2) {
                let message = format!("in ‘{name}’ hoort elke lijst twee woorden te hebben");
                self.findings.push(WRONG_VALUE.finding(
                    self.place(item.span()),
                    message,
                    "Schrijf: [\"een\", \"twee\"].",
                ));
            }
        }
        self.list(items, &Holds::Texts, name)
    }

    fn texts_or_tables(&mut self, items: &[Value<'_>], shape: &'static Shape, name: &str) -> Node {
        let read = |item: &Value<'_>| {
            let holds = if item.get_ref().is_table() { Holds::Table(shape) } else { Holds::Text };
            self.value(item, &holds, name).unwrap_or(Node::Gap)
        };
        Node::List(items.iter().map(read).collect())
    }

    fn map(&mut self, table: &DeTable<'_>, form: Form, holds: &Holds) -> Node {
        let mut fields = Fields::default();
        for (name, value) in table {
            let known = self.formed(name.get_ref(), form, name.span(), name.get_ref()).is_some();
            if let Some(node) = self.value(value, holds, name.get_ref()).filter(|_| known) {
                fields.0.push((name.get_ref().to_string(), node));
            }
        }
        Node::Table(fields)
    }

    fn formed(&mut self, text: &str, form: Form, range: Range<usize>, name: &str) -> Option<Node> {
        if form.accepts(text) {
            return Some(Node::Text(text.to_owned()));
        }
        let message = if text.trim().is_empty() {
            format!("‘{name}’ is leeg")
        } else {
            format!("‘{}’ heeft niet de vorm die bij ‘{name}’ hoort", shortened(text))
        };
        self.findings.push(WRONG_VALUE.finding(self.place(range), message, form.in_words()));
        None
    }

    fn word(&mut self, text: &str, words: &[&'static str], range: Range<usize>, name: &str) -> Option<Node> {
        if words.contains(&text) {
            return Some(Node::Text(text.to_owned()));
        }
        let message = format!("‘{}’ is geen waarde van ‘{name}’", shortened(text));
        let mend = match nearest(text, words.iter().copied()) {
            Some(near) => format!("Bedoelt u ‘{near}’?"),
            None => format!("Kies uit: {}.", words.join(", ")),
        };
        self.findings.push(WRONG_VALUE.finding(self.place(range), message, mend));
        None
    }

    fn number(
        &mut self,
        number: Option<i64>,
        bounds: std::ops::RangeInclusive<i64>,
        range: Range<usize>,
        name: &str,
    ) -> Option<Node> {
        if let Some(number) = number.filter(|number| bounds.contains(number)) {
            return Some(Node::Number(number));
        }
        let message = format!("dit getal kan niet bij ‘{name}’");
        let mend = format!("Kies een getal van {} tot en met {}.", bounds.start(), bounds.end());
        self.findings.push(WRONG_VALUE.finding(self.place(range), message, mend));
        None
    }

    fn date(&mut self, date: Option<Date>, range: Range<usize>, name: &str) -> Option<Node> {
        if date.is_none() {
            let message = format!("‘{name}’ hoort een dag te zijn, zonder tijd");
            let mend = "Schrijf jaar-maand-dag, zoals 2026-11-21.";
            self.findings.push(WRONG_TYPE.finding(self.place(range), message, mend));
        }
        date.map(Node::Date)
    }
}

fn shortened(text: &str) -> String {
    if text.chars().count() <= 40 { text.to_owned() } else { text.chars().take(39).chain(['…']).collect() }
}

/// What a key wants, in plain Dutch.
fn wanted(holds: &Holds) -> &'static str {
    match holds {
        Holds::Text | Holds::Formed(_) | Holds::Word(_) => "tekst",
        Holds::OneOrMore(_) => "een tekst of een lijst",
        Holds::Texts | Holds::FormedList(_) | Holds::TextsOrTables(_) => "een lijst",
        Holds::TextLists | Holds::TextPairs => "een lijst van lijsten",
        Holds::Number(..) => "een getal",
        Holds::Date => "een dag",
        Holds::Table(_) | Holds::TextMap(_) | Holds::NumberMap(..) => "een blok met sleutels",
        Holds::Tables(_) => "een lijst van blokken",
    }
}

/// What a value is, in plain Dutch.
fn kind_of(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "tekst",
        DeValue::Integer(_) | DeValue::Float(_) => "een getal",
        DeValue::Boolean(_) => "waar of onwaar",
        DeValue::Datetime(_) => "een dag",
        DeValue::Array(_) => "een lijst",
        DeValue::Table(_) => "een blok met sleutels",
    }
}

/// How a key of this kind is written.
fn example_of(holds: &Holds, name: &str) -> String {
    match holds {
        Holds::Text | Holds::Formed(_) | Holds::Word(_) => format!("Schrijf: {name} = \"tekst\"."),
        Holds::Texts | Holds::FormedList(_) | Holds::OneOrMore(_) | Holds::TextsOrTables(_) => {
            format!("Schrijf: {name} = [\"een\", \"twee\"].")
        }
        Holds::TextLists | Holds::TextPairs => {
            format!("Schrijf: {name} = [[\"een\", \"twee\"], [\"drie\", \"vier\"]].")
        }
        Holds::Number(from, _) => format!("Schrijf: {name} = {from}."),
        Holds::Date => format!("Schrijf: {name} = 2026-11-21, zonder aanhalingstekens."),
        Holds::Table(_) | Holds::TextMap(_) | Holds::NumberMap(..) => {
            format!("Schrijf: {name} = {{ sleutel = … }}, of een kop met daaronder de sleutels.")
        }
        Holds::Tables(_) => format!("Schrijf voor elk een kop [[{name}]] met daaronder de sleutels."),
    }
}
