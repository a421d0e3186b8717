// SPDX-License-Identifier: EUPL-1.2
//! A tree as text: keys in the order of their shape, one layout for each kind of value.

use crate::source::format::list::{Line, print_list};
use crate::source::format::tree::{Document, Entry, Item, List, Node, Written};
use crate::source::shape::{Holds, Shape};

/// The text of a file of this shape.
pub(super) fn print(document: Document, shape: Option<&'static Shape>) -> String {
    let mut printer = Printer { out: String::new(), fresh: true };
    printer.lines(&document.header);
    printer.entries(arranged(document.entries, shape), shape, &[]);
    if document.trailing.iter().any(|line| !line.is_empty()) {
        printer.blank();
        let first = document.trailing.iter().position(|line| !line.is_empty()).unwrap_or_default();
        printer.lines(&document.trailing[first..]);
    }
    let text = printer.out.trim_end();
    if text.is_empty() { String::new() } else { format!("{text}\n") }
}

struct Printer {
    out: String,
    /// Whether the last line was a heading, or there is none: no blank line may follow.
    fresh: bool,
}

impl Printer {
    fn line(&mut self, text: &str) {
        self.out.push_str(text);
        self.out.push('\n');
        self.fresh = false;
    }

    fn blank(&mut self) {
        if !self.fresh && !self.out.ends_with("\n\n") {
            self.out.push('\n');
        }
    }

    fn lines(&mut self, lines: &[String]) {
        for line in lines {
            if line.is_empty() { self.blank() } else { self.line(line) }
        }
    }

    /// The keys of a table, then the tables below it that have headings.
    fn entries(&mut self, entries: Vec<Entry>, shape: Option<&'static Shape>, path: &[String]) {
        for entry in entries {
            let holds = holds_of(shape, &entry);
            let path = [path, std::slice::from_ref(&entry.shown)].concat();
            match entry.node {
                Node::Map(inner, Written::Heading) => {
                    let implied = !inner.is_empty() && inner.iter().all(|entry| has_heading(&entry.node));
                    if !implied || entry.tail.is_some() || entry.comments.iter().any(|line| !line.is_empty()) {
                        self.heading(&entry.comments, &format!("[{}]", path.join(".")), entry.tail.as_deref());
                    }
                    self.entries(inner, inner_shape(holds), &path);
                }
                Node::Rows(rows) => {
                    self.lines(&entry.comments);
                    for row in rows {
                        self.heading(&row.comments, &format!("[[{}]]", path.join(".")), row.tail.as_deref());
                        if let Node::Map(inner, _) = row.node {
                            self.entries(inner, inner_shape(holds), &path);
                        }
                    }
                }
                _ => self.key(entry),
            }
        }
    }

    fn heading(&mut self, comments: &[String], heading: &str, tail: Option<&str>) {
        self.blank();
        let first = comments.iter().position(|line| !line.is_empty()).unwrap_or(comments.len());
        self.lines(&comments[first..]);
        self.line(&with_tail(heading, tail));
        self.fresh = true;
    }

    fn key(&mut self, mut entry: Entry) {
        let mut inner = Vec::new();
        hoist(&mut entry.node, &mut inner);
        self.lines(&entry.comments);
        self.lines(&inner);
        let value = match entry.node {
            Node::List(list) => {
                let column = entry.shown.chars().count() + " = ".len();
                let tail = entry.tail.as_deref().map_or(0, |tail| tail.chars().count() + 2);
                print_list(&to_lines(list), column + tail)
            }
            node => inline(&node),
        };
        self.line(&with_tail(&format!("{} = {value}", entry.shown), entry.tail.as_deref()));
    }
}

fn with_tail(text: &str, tail: Option<&str>) -> String {
    tail.map_or(text.to_owned(), |tail| format!("{text}  {tail}"))
}

/// The shape of the tables that a key holds.
fn inner_shape(holds: Option<&'static Holds>) -> Option<&'static Shape> {
    match holds? {
        Holds::Table(shape) | Holds::Tables(shape) | Holds::FormedOrTables(_, shape) => Some(shape),
        _ => None,
    }
}

fn has_heading(node: &Node) -> bool {
    matches!(node, Node::Map(_, Written::Heading) | Node::Rows(_))
}

/// What the shape says that this key holds.
fn holds_of(shape: Option<&'static Shape>, entry: &Entry) -> Option<&'static Holds> {
    shape?.keys.iter().find(|key| key.name == entry.name).map(|key| &key.holds)
}

/// Keys in the order of their shape, those with headings last, each value in the layout of its key.
fn arranged(entries: Vec<Entry>, shape: Option<&'static Shape>) -> Vec<Entry> {
    let place = |entry: &Entry| {
        let found = shape.and_then(|shape| shape.keys.iter().position(|key| key.name == entry.name));
        found.unwrap_or(usize::MAX)
    };
    let mut entries: Vec<Entry> = entries.into_iter().map(|entry| arrange(entry, shape)).collect();
    entries.sort_by_key(|entry| (has_heading(&entry.node), place(entry)));
    entries
}

fn arrange(mut entry: Entry, shape: Option<&'static Shape>) -> Entry {
    let holds = holds_of(shape, &entry);
    let heading = holds.map(Holds::has_heading);
    entry.node = match entry.node {
        Node::Map(inner, written) => {
            let written = match heading {
                Some(true) => Written::Heading,
                Some(false) => Written::Inline,
                None => written,
            };
            if written == Written::Inline {
                entry.comments.retain(|line| !line.is_empty());
            }
            Node::Map(arranged(inner, inner_shape(holds)), written)
        }
        Node::Rows(items) if heading == Some(false) => {
            let mut items = arranged_items(items, holds);
            for item in &mut items {
                item.comments.retain(|line| !line.is_empty());
            }
            Node::List(List { items, last: Vec::new() })
        }
        Node::Rows(items) => Node::Rows(arranged_items(items, holds)),
        Node::List(list) if heading == Some(true) && can_be_rows(&list) => {
            Node::Rows(arranged_items(list.items, holds))
        }
        Node::List(list) => Node::List(List { items: arranged_items(list.items, holds), ..list }),
        node @ Node::Scalar(_) => node,
    };
    entry
}

fn arranged_items(items: Vec<Item>, holds: Option<&'static Holds>) -> Vec<Item> {
    let arrange = |item: Item| match item.node {
        Node::Map(inner, written) => Item { node: Node::Map(arranged(inner, inner_shape(holds)), written), ..item },
        node => Item { node, ..item },
    };
    items.into_iter().map(arrange).collect()
}

fn can_be_rows(list: &List) -> bool {
    let is_table = |item: &Item| matches!(item.node, Node::Map(..));
    !list.items.is_empty() && list.last.is_empty() && list.items.iter().all(is_table)
}

/// Takes the comments out of tables without headings, which have no room for them.
fn hoist(node: &mut Node, out: &mut Vec<String>) {
    match node {
        Node::Scalar(_) => {}
        Node::Map(entries, _) => {
            for entry in entries {
                out.extend(entry.comments.drain(..).filter(|line| !line.is_empty()));
                out.extend(entry.tail.take());
                hoist_all(&mut entry.node, out);
            }
        }
        Node::List(List { items, .. }) | Node::Rows(items) => {
            for item in items {
                let mut own = Vec::new();
                hoist_item(&mut item.node, &mut own);
                item.comments.extend(own);
            }
        }
    }
}

/// Takes the comments out of what stands in an item of a list.
fn hoist_item(node: &mut Node, out: &mut Vec<String>) {
    if matches!(node, Node::Map(..)) { hoist(node, out) } else { hoist_all(node, out) }
}

/// Takes all comments out of a value.
fn hoist_all(node: &mut Node, out: &mut Vec<String>) {
    match node {
        Node::List(list) => {
            for item in &mut list.items {
                out.extend(item.comments.drain(..).filter(|line| !line.is_empty()));
                out.extend(item.tail.take());
                hoist_all(&mut item.node, out);
            }
            out.append(&mut list.last);
        }
        node => hoist(node, out),
    }
}

/// A value on one line.
fn inline(node: &Node) -> String {
    match node {
        Node::Scalar(text) => text.clone(),
        Node::List(List { items, .. }) | Node::Rows(items) => {
            let items: Vec<String> = items.iter().map(|item| inline(&item.node)).collect();
            format!("[{}]", items.join(", "))
        }
        Node::Map(entries, _) if entries.is_empty() => "{}".to_owned(),
        Node::Map(entries, _) => {
            let keys = entries.iter().map(|entry| format!("{} = {}", entry.shown, inline(&entry.node)));
            format!("{{ {} }}", keys.collect::<Vec<_>>().join(", "))
        }
    }
}

/// The items of a list as they are laid out.
fn to_lines(list: List) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for item in list.items {
        let words = match &item.node {
            Node::List(inner) => Some(inner.items.iter().map(|item| (inline(&item.node), item.breaks)).collect()),
            _ => None,
        };
        let is_block = matches!(item.node, Node::Map(..));
        let text = inline(&item.node);
        lines.push(Line { comments: item.comments, breaks: item.breaks, text, words, is_block, tail: item.tail });
    }
    if !list.last.is_empty() {
        lines.push(Line {
            comments: list.last,
            breaks: true,
            text: String::new(),
            words: None,
            is_block: false,
            tail: None,
        });
    }
    lines
}
