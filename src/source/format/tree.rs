// SPDX-License-Identifier: EUPL-1.2
//! A TOML text as a tree of keys and values, each with the comments that stand before it and behind it.

use toml_edit::{Array, DocumentMut, InlineTable, Item as Edited, Key, RawString, Table, Value};

/// A whole file.
pub(super) struct Document {
    /// The lines at the top that belong to no key: up to the last blank line before the first one.
    pub header: Vec<String>,
    pub entries: Vec<Entry>,
    /// Comments after everything else.
    pub trailing: Vec<String>,
}

/// A key with its value.
pub(super) struct Entry {
    pub name: String,
    /// The key as it is written.
    pub shown: String,
    /// The lines before it: comments, and an empty text for blank lines.
    pub comments: Vec<String>,
    pub node: Node,
    /// The comment behind it.
    pub tail: Option<String>,
}

/// A value.
pub(super) enum Node {
    /// A text, number or day as it is written.
    Scalar(String),
    List(List),
    /// A table, and whether it has a heading of its own.
    Map(Vec<Entry>, Written),
    /// Tables with repeated headings.
    Rows(Vec<Item>),
}

/// How a table is written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Written {
    Heading,
    Inline,
}

/// A list between brackets.
#[derive(Default)]
pub(super) struct List {
    pub items: Vec<Item>,
    /// Comments after the last item.
    pub last: Vec<String>,
}

/// An item of a list, or a row.
pub(super) struct Item {
    pub comments: Vec<String>,
    /// Whether it starts on a line of its own.
    pub breaks: bool,
    pub node: Node,
    pub tail: Option<String>,
}

/// The tree of a text, or nothing when it is no good TOML.
pub(super) fn read(text: &str) -> Option<Document> {
    let document: DocumentMut = text.parse().ok()?;
    let mut entries = table(document.as_table());
    let mut header = Vec::new();
    if let Some(first) = entries.first_mut().map(first_comments)
        && let Some(end) = first.iter().rposition(String::is_empty)
    {
        header = first.drain(..=end).collect();
    }
    Some(Document { header, entries, trailing: all_lines(Some(document.trailing())) })
}

/// The lines before the first thing in an entry.
fn first_comments(entry: &mut Entry) -> &mut Vec<String> {
    match &mut entry.node {
        Node::Rows(rows) if !rows.is_empty() => &mut rows[0].comments,
        _ => &mut entry.comments,
    }
}

fn table(table: &Table) -> Vec<Entry> {
    let entry = |(name, item): (&str, &Edited)| Some(entry(table.key(name)?, item));
    table.iter().filter_map(entry).collect()
}

fn entry(key: &Key, item: &Edited) -> Entry {
    let mut comments = lines(key.leaf_decor().prefix());
    let mut tail = None;
    let node = match item {
        Edited::Table(inner) => {
            comments.extend(lines(inner.decor().prefix()));
            tail = comment(inner.decor().suffix());
            Node::Map(table(inner), Written::Heading)
        }
        Edited::ArrayOfTables(rows) => Node::Rows(rows.iter().map(row).collect()),
        Edited::Value(inner) => {
            tail = comment(inner.decor().suffix());
            value(inner)
        }
        Edited::None => Node::List(List::default()),
    };
    Entry { name: key.get().to_owned(), shown: shown(key), comments, node, tail }
}

fn row(inner: &Table) -> Item {
    let (comments, tail) = (lines(inner.decor().prefix()), comment(inner.decor().suffix()));
    Item { comments, breaks: true, node: Node::Map(table(inner), Written::Heading), tail }
}

fn value(value: &Value) -> Node {
    match value {
        Value::Array(array) => Node::List(list(array)),
        Value::InlineTable(inner) => Node::Map(inline(inner), Written::Inline),
        Value::String(text) => Node::Scalar(plain(text.as_repr().map(toml_edit::Repr::as_raw), text.value())),
        other => {
            let mut bare = other.clone();
            bare.decor_mut().clear();
            Node::Scalar(bare.to_string())
        }
    }
}

/// A text as it is written; single quotes become double ones where nothing in the text needs them.
fn plain(raw: Option<&RawString>, text: &str) -> String {
    let raw = raw.and_then(RawString::as_str).unwrap_or_default();
    let needs = text.contains(['"', '\\']) || text.chars().any(char::is_control);
    if raw.is_empty() || (raw.starts_with('\'') && !raw.starts_with("'''") && !needs) {
        return Value::from(text).to_string();
    }
    raw.to_owned()
}

fn list(array: &Array) -> List {
    let mut list = List::default();
    for item in array {
        let (first, own, breaks) = around(item.decor().prefix());
        let (behind, after, _) = around(item.decor().suffix());
        let mut comments = own;
        match list.items.last_mut() {
            Some(before) if before.tail.is_none() => before.tail = first,
            _ => comments.splice(0..0, first).for_each(drop),
        }
        comments.splice(0..0, std::mem::take(&mut list.last)).for_each(drop);
        list.items.push(Item { comments, breaks, node: value(item), tail: behind });
        list.last = after;
    }
    let (first, own, _) = around(Some(array.trailing()));
    match list.items.last_mut() {
        Some(before) if before.tail.is_none() => before.tail = first,
        _ => list.last.extend(first),
    }
    list.last.extend(own);
    list.last.retain(|line| !line.is_empty());
    list
}

fn inline(inner: &InlineTable) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    for (name, item) in inner {
        let Some(key) = inner.key(name) else { continue };
        let decors =
            [key.leaf_decor().prefix(), key.leaf_decor().suffix(), item.decor().prefix(), item.decor().suffix()];
        let comments = decors.into_iter().flat_map(all_lines).filter(|line| !line.is_empty()).collect();
        entries.push(Entry { name: name.to_owned(), shown: shown(key), comments, node: value(item), tail: None });
    }
    let rest = all_lines(Some(inner.trailing())).into_iter();
    if let Some(last) = entries.last_mut() {
        last.comments.extend(rest.filter(|line| !line.is_empty()));
    }
    entries
}

/// A key without quotes where it can do without.
fn shown(key: &Key) -> String {
    let bare = |letter: char| letter.is_ascii_alphanumeric() || letter == '_' || letter == '-';
    if !key.get().is_empty() && key.get().chars().all(bare) {
        key.get().to_owned()
    } else {
        key.display_repr().into_owned()
    }
}

/// The whole lines before a key or heading, without what stands on its own line.
fn lines(raw: Option<&RawString>) -> Vec<String> {
    let mut lines = trimmed(raw);
    lines.pop();
    single_blanks(lines)
}

/// All lines, trimmed; of blank lines one after another only one.
fn all_lines(raw: Option<&RawString>) -> Vec<String> {
    single_blanks(trimmed(raw))
}

fn trimmed(raw: Option<&RawString>) -> Vec<String> {
    let text = raw.and_then(RawString::as_str).unwrap_or_default();
    text.split('\n').map(|line| line.trim().to_owned()).collect()
}

fn single_blanks(mut lines: Vec<String>) -> Vec<String> {
    lines.dedup_by(|next, before| next.is_empty() && before.is_empty());
    lines
}

/// A comment behind a value.
fn comment(raw: Option<&RawString>) -> Option<String> {
    let text = raw.and_then(RawString::as_str).unwrap_or_default().trim();
    text.starts_with('#').then(|| text.to_owned())
}

/// What stands around an item: a comment on the line of the one before, the lines between, and whether there is a break.
fn around(raw: Option<&RawString>) -> (Option<String>, Vec<String>, bool) {
    let mut lines = trimmed(raw);
    let breaks = lines.len() > 1;
    let first = Some(lines.remove(0)).filter(|line| line.starts_with('#'));
    if breaks {
        lines.pop();
    }
    (first, single_blanks(lines), breaks)
}
