// SPDX-License-Identifier: EUPL-1.2
//! What was read of a table: only keys of its shape, only values that fit.

use std::collections::BTreeSet;

use crate::model::Date;

/// A table that was read.
#[derive(Debug, Default)]
pub(super) struct Fields {
    pub entries: Vec<(String, Node)>,
    /// Of the outermost table: the ways down to what was told of, such as `concepts.0.owner`.
    pub told: BTreeSet<String>,
}

/// A value that fits its key.
#[derive(Debug)]
pub(super) enum Node {
    Text(String),
    Number(i64),
    Date(Date),
    List(Vec<Node>),
    Table(Fields),
    /// An item of a list that did not fit; it keeps the places of the others.
    Gap,
}

impl Node {
    fn as_text(&self) -> Option<String> {
        if let Self::Text(text) = self { Some(text.trim().to_owned()) } else { None }
    }

    /// The texts of a list, each once, or the one text.
    fn as_texts(&self) -> Vec<String> {
        let items = if let Self::List(items) = self { items.as_slice() } else { std::slice::from_ref(self) };
        let mut seen = BTreeSet::new();
        let mut texts: Vec<String> =
            items.iter().filter_map(Self::as_text).filter(|text| seen.insert(text.clone())).collect();
        texts.shrink_to_fit();
        texts
    }

    /// The table, if it is one.
    pub fn as_table(&self) -> Option<&Fields> {
        if let Self::Table(fields) = self { Some(fields) } else { None }
    }
}

impl Fields {
    fn node(&self, key: &str) -> Option<&Node> {
        self.entries.iter().find(|(name, _)| name == key).map(|(_, node)| node)
    }

    /// A text, without white space around it.
    pub fn text(&self, key: &str) -> Option<String> {
        self.node(key)?.as_text()
    }

    /// The texts of a list, each once, or the one text.
    pub fn texts(&self, key: &str) -> Vec<String> {
        self.node(key).map(Node::as_texts).unwrap_or_default()
    }

    /// The items of a list, gaps included.
    pub fn items(&self, key: &str) -> &[Node] {
        if let Some(Node::List(items)) = self.node(key) { items } else { &[] }
    }

    /// The lists of texts in a list.
    pub fn text_lists(&self, key: &str) -> Vec<Vec<String>> {
        self.items(key).iter().map(Node::as_texts).collect()
    }

    /// A whole number.
    pub fn number(&self, key: &str) -> Option<i64> {
        if let Some(Node::Number(number)) = self.node(key) { Some(*number) } else { None }
    }

    /// A date.
    pub fn date(&self, key: &str) -> Option<Date> {
        if let Some(Node::Date(date)) = self.node(key) { Some(*date) } else { None }
    }

    /// A table.
    pub fn table(&self, key: &str) -> Option<&Self> {
        self.node(key)?.as_table()
    }

    /// The keys of a free table with their texts.
    pub fn text_map(&self, key: &str) -> Vec<(String, String)> {
        let entries = self.table(key).map(|fields| fields.entries.as_slice()).unwrap_or_default();
        entries.iter().filter_map(|(name, node)| Some((name.clone(), node.as_text()?))).collect()
    }

    /// The keys of a free table with their numbers.
    pub fn number_map(&self, key: &str) -> Vec<(String, i64)> {
        let Some(fields) = self.table(key) else { return Vec::new() };
        fields.entries.iter().filter_map(|(name, _)| Some((name.clone(), fields.number(name)?))).collect()
    }
}
