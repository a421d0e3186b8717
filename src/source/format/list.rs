// SPDX-License-Identifier: EUPL-1.2
//! How a list is laid out: on one line where it fits, else an item or a line of words at a time.

/// The most columns of a line that holds more than one item.
const WIDTH: usize = 130;

/// Items longer than this are sentences, which get a line each; shorter ones are words.
const LONGEST_WORD: usize = 40;

/// An item of a list; the last may be comments alone, with an empty text.
pub(super) struct Line {
    pub comments: Vec<String>,
    /// Whether it starts on a line of its own in the text that was read.
    pub breaks: bool,
    pub text: String,
    /// Of a list in the list: its items, each with whether it started on a line of its own.
    pub words: Option<Vec<(String, bool)>>,
    /// Whether it is a table.
    pub is_block: bool,
    pub tail: Option<String>,
}

/// The list as text; `column` is how much of the first line is taken.
pub(super) fn print_list(items: &[Line], column: usize) -> String {
    let has_comments =
        items.iter().any(|item| item.tail.is_some() || item.comments.iter().any(|line| !line.is_empty()));
    let blocks = items.iter().filter(|item| item.is_block).count();
    let lists = items.iter().filter(|item| item.words.is_some()).count();
    let one_line = format!("[{}]", items.iter().map(|item| item.text.as_str()).collect::<Vec<_>>().join(", "));
    let fits = column + width(&one_line) <= WIDTH;
    if items.is_empty()
        || (!has_comments && lists == 0 && (fits || items.len() == 1) && (blocks < 2 || blocks < items.len()))
    {
        return one_line;
    }
    let each_own_line = blocks + lists > 0 || items.iter().any(|item| width(&item.text) > LONGEST_WORD);
    let mut out = "[".to_owned();
    // How far the line is filled; 0 where a new one must begin.
    let mut filled = 0;
    for (number, item) in items.iter().enumerate() {
        let comments = item.comments.iter().skip_while(|line| number == 0 && line.is_empty());
        for comment in comments {
            out.push_str(if comment.is_empty() { "\n" } else { "\n  " });
            out.push_str(comment);
            filled = 0;
        }
        if item.text.is_empty() {
            break;
        }
        let length = width(&item.text) + 1;
        let full = filled + 1 + length > WIDTH;
        if filled == 0 || each_own_line || item.breaks || full {
            out.push_str("\n  ");
            filled = 2;
        } else {
            out.push(' ');
            filled += 1;
        }
        out.push_str(&item_text(item));
        out.push(',');
        filled += length;
        if let Some(tail) = &item.tail {
            out.push_str("  ");
            out.push_str(tail);
            filled = 0;
        }
    }
    out.push_str("\n]");
    out
}

/// An item; a list that is too long for a line goes on below its first word.
fn item_text(item: &Line) -> String {
    let Some(words) = item.words.as_ref().filter(|_| width(&item.text) + 3 > WIDTH) else { return item.text.clone() };
    let mut out = "[".to_owned();
    let mut filled = 3;
    for (number, (word, breaks)) in words.iter().enumerate() {
        let length = width(word) + 1;
        if number > 0 && (*breaks || filled + 1 + length > WIDTH) {
            out.push_str("\n   ");
            filled = 3;
        } else if number > 0 {
            out.push(' ');
            filled += 1;
        }
        out.push_str(word);
        out.push(if number + 1 == words.len() { ']' } else { ',' });
        filled += length;
    }
    out
}

fn width(text: &str) -> usize {
    text.chars().count()
}
