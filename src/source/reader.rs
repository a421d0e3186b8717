// SPDX-License-Identifier: EUPL-1.2
//! Reads a TOML text against a shape. What fits is kept; what does not becomes a finding with its place.

mod heading;

pub(super) use self::heading::NO_HEADING;

use std::collections::BTreeSet;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::diagnostic::{Finding, Fix, Place, Rule};
use crate::language::nearest;
use crate::model::Date;
use crate::source::faults::{
    CONTRADICTION, EDGES, MISSING_KEY, REPEATED, SYNTAX, UNKNOWN_KEY, WRONG_TYPE, WRONG_VALUE,
};
use crate::source::fields::{Fields, Node};
use crate::source::files::File;
use crate::source::shape::{Form, Holds, Key, Need, Scale, Shape};
use crate::source::wording::{DATE, example_of, kind_of, shortened, wanted};
use crate::source::{echo, syntax};

/// Reads a file against the shape of its outermost table.
pub(super) fn read(file: &File, shape: &'static Shape, findings: &mut Vec<Finding>) -> Fields {
    let (table, errors) = DeTable::parse_recoverable(&file.text);
    let mut reader = Reader::of(file);
    reader.broken = !errors.is_empty();
    let mut fields = reader.table(table.get_ref(), 0..0, shape);
    fields.told = reader.told;
    let (faults, told) = echo::causes_only(&file.text, syntax::faults(file, &errors), reader.findings);
    let syntax = |fault: syntax::Fault| SYNTAX.finding(Place::range(&file.path, fault.range), fault.wrong, fault.mend);
    findings.extend(faults.into_iter().map(syntax).chain(told));
    fields
}

/// The value of a key or item, with its place.
type Value<'t> = Spanned<DeValue<'t>>;

struct Reader<'a> {
    file: &'a File,
    /// Whether the file has faults of syntax; then missing keys are likely echoes and not reported.
    broken: bool,
    findings: Vec<Finding>,
    /// The way down to where the reader is.
    way: Vec<String>,
    /// The ways down to what was told of.
    told: BTreeSet<String>,
    /// The shapes of the tables around, each with the length of the way to it.
    around: Vec<(&'static Shape, usize)>,
    /// Keys that stand below a wrong heading, with the number of tables around the one they belong to.
    strays: Vec<(usize, &'static str)>,
}

impl<'a> Reader<'a> {
    fn of(file: &'a File) -> Self {
        Self {
            file,
            broken: false,
            findings: Vec::new(),
            way: Vec::new(),
            told: BTreeSet::new(),
            around: Vec::new(),
            strays: Vec::new(),
        }
    }

    /// Writes down a finding about what is read now.
    fn tell(&mut self, rule: &Rule, range: Range<usize>, message: String, mend: impl Into<String>) {
        let place = Place::range(&self.file.path, range).at(self.way.clone());
        self.findings.push(rule.finding(place, message, mend));
        self.told.insert(self.way.join("."));
    }

    /// Does something one step further down.
    fn below<T>(&mut self, step: &str, act: impl FnOnce(&mut Self) -> T) -> T {
        self.way.push(step.to_owned());
        let done = act(self);
        self.way.pop();
        done
    }

    fn table(&mut self, table: &DeTable<'_>, header: Range<usize>, shape: &'static Shape) -> Fields {
        self.around.push((shape, self.way.len()));
        let mut fields = Fields::default();
        let mut meant = Vec::new();
        let below_heading = self.tell_missing_heading(table, shape);
        meant.extend(below_heading.iter().map(|orphans| orphans.heading));
        for (name, value) in table {
            match shape.keys.iter().find(|key| key.name == name.get_ref()) {
                None if below_heading.iter().any(|orphans| orphans.names.contains(name.get_ref().as_ref())) => {}
                Some(key) => {
                    let node = self.below(key.name, |reader| reader.keyed(value, key));
                    fields.entries.extend(node.map(|node| (key.name.to_owned(), node)));
                }
                None => meant.extend(self.unknown_key(name, value, shape)),
            }
        }
        self.around.pop();
        let depth = self.around.len();
        meant.extend(self.strays.iter().filter(|(own, _)| *own == depth).map(|(_, name)| *name));
        self.strays.retain(|(own, _)| *own < depth);
        let has = |name: &str| meant.contains(&name) || table.iter().any(|(key, _)| key.get_ref() == name);
        let present = shape.one_of.iter().filter(|name| has(name)).count();
        if !shape.one_of.is_empty() && present != 1 {
            let message = format!("bij {} hoort precies één van: {}", shape.name, shape.one_of.join(", "));
            let mend = "Laat er één staan en haal de andere weg, of voeg er één toe.";
            self.tell(&MISSING_KEY, header.clone(), message, mend);
        }
        let missing = |key: &&Key| key.need == Need::Must && !has(key.name) && !self.broken;
        for key in shape.keys.iter().filter(missing).collect::<Vec<_>>() {
            let message = format!("bij {} ontbreekt ‘{}’", shape.name, key.name);
            let mend = format!("Voeg een regel toe: {} = … {}", key.name, key.about);
            self.below(key.name, |reader| reader.tell(&MISSING_KEY, header.clone(), message, mend));
        }
        fields
    }

    /// The value of a key of the shape.
    fn keyed(&mut self, value: &Value<'_>, key: &Key) -> Option<Node> {
        let counts = matches!(key.holds, Holds::TwoOf(_));
        if key.need == Need::Must && !counts && value.get_ref().as_array().is_some_and(|items| items.is_empty()) {
            let mend = format!("Vul de lijst: {} = [\"…\"]. {}", key.name, key.about);
            self.tell(&WRONG_VALUE, value.span(), format!("de lijst ‘{}’ is leeg", key.name), mend);
            return None;
        }
        self.value(value, &key.holds, key.name)
    }

    /// Tells of a key that does not belong here; gives the keys that may be meant by it.
    fn unknown_key(
        &mut self,
        name: &Spanned<std::borrow::Cow<'_, str>>,
        value: &Value<'_>,
        shape: &'static Shape,
    ) -> Vec<&'static str> {
        if self.stray(name.get_ref(), name.span()) {
            return Vec::new();
        }
        let message = format!("bij {} hoort geen sleutel ‘{}’", shape.name, name.get_ref());
        let known = || shape.keys.iter().map(|key| key.name);
        let holds_keys = value.get_ref().is_table()
            || value.get_ref().as_array().is_some_and(|items| items.iter().all(|item| item.get_ref().is_table()));
        let inner = shape.inner_heading(name.get_ref()).filter(|_| holds_keys);
        let near = nearest(name.get_ref(), known());
        let (mend, meant) = match near {
            Some(near) => (format!("Bedoelt u ‘{near}’?"), vec![near]),
            None if inner.is_some() => (format!("Schrijf de kop als [{}].", inner.unwrap_or_default()), Vec::new()),
            None => {
                let tables = shape.keys.iter().filter(|key| holds_keys && key.holds.is_tables()).map(|key| key.name);
                let tables: Vec<_> = tables.collect();
                let choice = if tables.is_empty() { known().collect() } else { tables.clone() };
                (format!("Kies uit: {}.", choice.join(", ")), tables)
            }
        };
        self.below(name.get_ref(), |reader| reader.tell(&UNKNOWN_KEY, name.span(), message, mend));
        if let (Some(near), Some(finding)) = (near, self.findings.last_mut()) {
            finding.fix = Some(Fix::Key(near.to_owned()));
        }
        for key in &meant {
            self.below(key, |reader| reader.told.insert(reader.way.join(".")));
        }
        meant
    }

    /// A word without quotes; the parser takes some for a number or for true.
    fn bare_word(&self, value: &Value<'_>) -> Option<&'a str> {
        let raw = self.file.text.get(value.span()).filter(|_| self.broken)?;
        let known = ["true", "false", "inf", "nan"].contains(&raw);
        let holds_more = value.get_ref().is_str() || value.get_ref().is_table() || value.get_ref().is_array();
        (!holds_more && !known && raw.starts_with(char::is_alphabetic)).then_some(raw)
    }

    /// A value as its key wants it, or nothing and a finding.
    fn value(&mut self, value: &Value<'_>, holds: &Holds, name: &str) -> Option<Node> {
        if let Some(word) = self.bare_word(value) {
            return self.value(&Spanned::new(value.span(), DeValue::String(word.into())), holds, name);
        }
        match (holds, value.get_ref()) {
            (Holds::Text, DeValue::String(text)) => self.formed(text, Form::Any, value.span(), name),
            (Holds::Formed(form) | Holds::OneOrMore(form), DeValue::String(text)) => {
                self.formed(text, *form, value.span(), name)
            }
            (Holds::Texts, DeValue::Array(items)) => Some(self.list(items, &Holds::Text, name)),
            (Holds::FormedList(form) | Holds::OneOrMore(form), DeValue::Array(items)) => {
                Some(self.list(items, &Holds::Formed(*form), name))
            }
            (Holds::TwoOf(form), DeValue::Array(items)) => self.two(items, *form, value.span(), name),
            (Holds::TextLists, DeValue::Array(items)) => Some(self.list(items, &Holds::Texts, name)),
            (Holds::TextGroups, DeValue::Array(items)) => Some(self.groups(items, name)),
            (Holds::TextPairs, DeValue::Array(items)) => Some(self.pairs(items, name)),
            (Holds::Tables(shape), DeValue::Array(items)) => Some(self.list(items, &Holds::Table(shape), name)),
            (Holds::FormedOrTables(form, shape), DeValue::Array(items)) => {
                Some(self.formed_or_tables(items, *form, shape, name))
            }
            (Holds::Word(words), DeValue::String(text)) => self.word(text, &words(), value.span(), name),
            (Holds::Number(scale), DeValue::Integer(number)) => {
                let number = i64::from_str_radix(number.as_str(), number.radix()).ok();
                self.number(number, *scale, value.span(), name)
            }
            (Holds::Date, DeValue::Datetime(moment)) => {
                let day = moment.date.filter(|_| moment.time.is_none());
                let date = day.map(|day| Date { year: day.year, month: day.month, day: day.day });
                self.date(date, value.span(), name)
            }
            (Holds::Table(shape), DeValue::Table(table)) => Some(Node::Table(self.table(table, value.span(), shape))),
            (Holds::TextMap(form), DeValue::Table(table)) => Some(self.map(table, *form, &Holds::Text)),
            (Holds::NumberMap(form, scale), DeValue::Table(table)) => {
                Some(self.map(table, *form, &Holds::Number(*scale)))
            }
            (holds, found) => {
                let message = format!("‘{name}’ hoort {} te zijn, en hier staat {}", wanted(holds), kind_of(found));
                self.tell(&WRONG_TYPE, value.span(), message, example_of(holds, name, found));
                None
            }
        }
    }

    fn list(&mut self, items: &[Value<'_>], holds: &Holds, name: &str) -> Node {
        self.repetitions(items, name);
        self.items(items, |reader, item| reader.value(item, holds, name))
    }

    fn items(&mut self, items: &[Value<'_>], read: impl Fn(&mut Self, &Value<'_>) -> Option<Node>) -> Node {
        let numbered = items.iter().enumerate();
        let nodes = numbered
            .map(|(number, item)| self.below(&number.to_string(), |reader| read(reader, item)).unwrap_or(Node::Gap));
        Node::List(nodes.collect())
    }

    /// Tells of texts that stand in a list more than once.
    fn repetitions(&mut self, items: &[Value<'_>], name: &str) {
        let mut seen = BTreeSet::new();
        for (text, item) in items.iter().filter_map(|item| Some((item.get_ref().as_str()?.trim(), item))) {
            if !seen.insert(text) {
                let message = format!("‘{}’ staat twee keer in ‘{name}’", shortened(text));
                let place =
                    Place::range(&self.file.path, item.span()).at([self.way.as_slice(), &[text.to_owned()]].concat());
                self.findings.push(REPEATED.finding(place, message, "Haal er één weg."));
            }
        }
    }

    /// Two texts that differ.
    fn two(&mut self, items: &[Value<'_>], form: Form, range: Range<usize>, name: &str) -> Option<Node> {
        let texts: Vec<&str> = items.iter().filter_map(|item| Some(item.get_ref().as_str()?.trim())).collect();
        let message = match texts.as_slice() {
            [a, b] if a == b => format!("in ‘{name}’ staat twee keer ‘{}’", shortened(a)),
            _ if items.len() != 2 => {
                format!("in ‘{name}’ horen er precies twee te staan, en hier staan er {}", items.len())
            }
            _ => return Some(self.list(items, &Holds::Formed(form), name)),
        };
        self.tell(&WRONG_VALUE, range, message, format!("Noem er twee die verschillen: {name} = [\"een\", \"twee\"]."));
        None
    }

    fn pairs(&mut self, items: &[Value<'_>], name: &str) -> Node {
        self.items(items, |reader, item| {
            let words = item.get_ref().as_array().map(|words| words.iter().filter_map(text_of).collect::<Vec<_>>());
            match words.as_deref() {
                Some([a, b]) if a == b => {
                    let message = format!("‘{}’ is hier het tegendeel van zichzelf", shortened(a));
                    reader.tell(
                        &CONTRADICTION,
                        item.span(),
                        message,
                        "Noem twee woorden die elkaar uitsluiten, of haal het paar weg.",
                    );
                    None
                }
                Some(words) if words.len() != 2 => {
                    let message = format!("in ‘{name}’ hoort elke lijst twee woorden te hebben");
                    reader.tell(&WRONG_VALUE, item.span(), message, "Schrijf: [\"een\", \"twee\"].");
                    None
                }
                _ => reader.value(item, &Holds::Texts, name),
            }
        })
    }

    fn groups(&mut self, items: &[Value<'_>], name: &str) -> Node {
        self.items(items, |reader, item| {
            if item.get_ref().as_array().is_some_and(|words| words.len() < 2) {
                let message = format!("in deze groep van ‘{name}’ staan minder dan twee woorden");
                let mend = "Voeg een woord toe dat bijna hetzelfde betekent, of haal de groep weg.";
                reader.tell(&CONTRADICTION, item.span(), message, mend);
            }
            reader.value(item, &Holds::Texts, name)
        })
    }

    fn formed_or_tables(&mut self, items: &[Value<'_>], form: Form, shape: &'static Shape, name: &str) -> Node {
        self.items(items, |reader, item| {
            let holds = if item.get_ref().is_table() { Holds::Table(shape) } else { Holds::Formed(form) };
            reader.value(item, &holds, name)
        })
    }

    fn map(&mut self, table: &DeTable<'_>, form: Form, holds: &Holds) -> Node {
        let mut fields = Fields::default();
        for (name, value) in table {
            if form == Form::Facet && self.stray(name.get_ref(), name.span()) {
                continue;
            }
            let node = self.below(name.get_ref(), |reader| {
                let known = reader.formed(name.get_ref(), form, name.span(), name.get_ref()).is_some();
                reader.value(value, holds, name.get_ref()).filter(|_| known)
            });
            fields.entries.extend(node.map(|node| (name.get_ref().to_string(), node)));
        }
        Node::Table(fields)
    }

    fn formed(&mut self, text: &str, form: Form, range: Range<usize>, name: &str) -> Option<Node> {
        if form.accepts(text) {
            self.edges(text, range);
            return Some(Node::Text(text.to_owned()));
        }
        let message = if text.trim().is_empty() {
            format!("‘{name}’ is leeg")
        } else {
            format!("‘{}’ heeft niet de vorm die bij ‘{name}’ hoort", shortened(text))
        };
        self.tell(&WRONG_VALUE, range, message, form.in_words());
        None
    }

    /// Tells of spaces around a text on one line. It can be read all the same, so nothing else is kept from being told.
    fn edges(&mut self, text: &str, range: Range<usize>) {
        let quoted = self.file.text.get(range.clone()).is_some_and(|raw| raw.starts_with(['"', '\'']));
        if quoted && text.trim() != text && !text.contains('\n') {
            let place = Place::range(&self.file.path, range).at(self.way.clone());
            let finding = EDGES.finding(place, "deze tekst begint of eindigt met een spatie", "Haal die spatie weg.");
            self.findings.push(Finding { fix: Some(Fix::Text(text.trim().to_owned())), ..finding });
        }
    }

    fn word(&mut self, text: &str, words: &[&'static str], range: Range<usize>, name: &str) -> Option<Node> {
        if words.contains(&text) {
            return Some(Node::Text(text.to_owned()));
        }
        let message = match text.trim() {
            "" => format!("‘{name}’ is leeg"),
            text => format!("‘{}’ is geen waarde van ‘{name}’", shortened(text)),
        };
        let mend = match nearest(text, words.iter().copied()) {
            Some(near) => format!("Bedoelt u ‘{near}’?"),
            None => format!("Kies uit: {}.", words.join(", ")),
        };
        self.tell(&WRONG_VALUE, range, message, mend);
        None
    }

    fn number(&mut self, number: Option<i64>, scale: Scale, range: Range<usize>, name: &str) -> Option<Node> {
        if let Some(number) = number.filter(|number| (scale.from..=scale.to).contains(number)) {
            return Some(Node::Number(number));
        }
        self.tell(&WRONG_VALUE, range, format!("dit getal kan niet bij ‘{name}’"), scale.in_words());
        None
    }

    fn date(&mut self, date: Option<Date>, range: Range<usize>, name: &str) -> Option<Node> {
        if date.is_none() {
            self.tell(&WRONG_TYPE, range, format!("‘{name}’ hoort een bestaande dag te zijn, zonder tijd"), DATE);
        }
        date.map(Node::Date)
    }
}

fn text_of<'v>(item: &'v Value<'_>) -> Option<&'v str> {
    item.get_ref().as_str().map(str::trim)
}
