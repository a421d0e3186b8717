// SPDX-License-Identifier: EUPL-1.2
//! What stands in a cell: texts that no spreadsheet takes for a formula, and lists.

/// With these letters a spreadsheet program begins a formula; the wide forms too.
const FORMULAS: &[char] = &['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r'];

/// Between the items of a list.
const SEPARATOR: &str = " | ";

/// The text for a cell: with an apostrophe before it where a spreadsheet would run it as a formula.
pub(super) fn guarded(text: &str) -> String {
    if needs_guard(text) { format!("'{text}") } else { text.to_owned() }
}

/// The text that was guarded.
pub(super) fn unguarded(text: &str) -> &str {
    text.strip_prefix('\'').filter(|rest| needs_guard(rest)).unwrap_or(text)
}

/// Whether a program could run the text. Apostrophes before it do not count, so that a guard can be told from a text that begins
/// with one of its own.
fn needs_guard(text: &str) -> bool {
    let bare = text.trim_start_matches('\'');
    bare.starts_with(FORMULAS)
        || bare.trim_start_matches(|letter: char| letter == '\'' || letter.is_whitespace()).starts_with(FORMULAS)
}

/// The items in one cell.
pub(super) fn joined(items: impl IntoIterator<Item = String>) -> String {
    items.into_iter().collect::<Vec<_>>().join(SEPARATOR)
}

/// An item as it stands in a list: `\` and `|` have a `\` before them.
pub(super) fn item(text: &str) -> String {
    text.replace('\\', "\\\\").replace('|', "\\|")
}

/// The items of a cell as they were written, still escaped.
pub(super) fn parts(cell: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut start, mut escaped) = (0, false);
    for (place, letter) in cell.char_indices() {
        match letter {
            '|' if !escaped => {
                parts.push(&cell[start..place]);
                start = place + 1;
            }
            _ => {}
        }
        escaped = letter == '\\' && !escaped;
    }
    parts.push(&cell[start..]);
    parts.into_iter().map(str::trim).filter(|part| !part.is_empty()).collect()
}

/// The text of an item.
pub(super) fn plain(part: &str) -> String {
    let mut text = String::with_capacity(part.len());
    let mut letters = part.chars().peekable();
    while let Some(letter) = letters.next() {
        match letters.peek() {
            Some(&next) if letter == '\\' && "\\|[".contains(next) => {
                text.push(next);
                letters.next();
            }
            _ => text.push(letter),
        }
    }
    text
}

/// The texts of the items of a cell.
pub(super) fn texts(cell: &str) -> Vec<String> {
    parts(cell).into_iter().map(plain).collect()
}

/// A word with the domain that uses it: `niet-pluisgevoel [social]`.
pub(super) fn of_domain(text: &str, domain: Option<&str>) -> String {
    let own = item(text).replace('[', "\\[");
    domain.map_or(own.clone(), |domain| format!("{own} [{domain}]"))
}

/// The word of such an item, and its domain.
pub(super) fn with_domain(part: &str) -> (String, Option<String>) {
    let split = part.strip_suffix(']').and_then(|rest| rest.rsplit_once('[')).filter(|(word, _)| !word.ends_with('\\'));
    match split {
        Some((word, domain)) if !word.trim().is_empty() => (plain(word.trim()), Some(plain(domain.trim()))),
        _ => (plain(part), None),
    }
}

#[cfg(test)]
mod tests {
    use super::{guarded, item, joined, of_domain, texts, unguarded, with_domain};

    const TEXTS: &[&str] = &[
        "",
        "woord",
        "=1+1",
        "+31",
        "-1",
        "@SUM(A1)",
        "\ttab",
        "\rcr",
        "'=1",
        "''=1",
        "'s ochtends",
        "'",
        " =1",
        "\n=1",
        "＝1",
        "' =x",
        "a|b",
        "a\\|b",
        "\\",
        "\\\\|",
        "a [social]",
        "[x]",
        "\\[x]",
        "a\\[b]",
    ];

    #[test]
    fn a_guard_comes_off_again_and_no_formula_is_left() {
        for text in TEXTS {
            let cell = guarded(text);
            assert_eq!(unguarded(&cell), *text);
            assert!(
                !cell.trim_start().starts_with(['=', '+', '-', '@']) && !cell.starts_with(['\t', '\r']),
                "{cell:?}"
            );
        }
        assert_eq!(guarded("'s ochtends"), "'s ochtends");
    }

    #[test]
    fn a_list_in_a_cell_gives_its_items_again() {
        let items: Vec<String> =
            TEXTS.iter().map(|text| text.trim().to_owned()).filter(|text| !text.is_empty()).collect();
        assert_eq!(texts(&joined(items.iter().map(|text| item(text)))), items);
        for text in &items {
            for domain in [None, Some("social")] {
                let (word, own) = with_domain(&of_domain(text, domain));
                assert_eq!((word.as_str(), own.as_deref()), (text.as_str(), domain));
            }
        }
    }
}
