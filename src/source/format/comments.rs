// SPDX-License-Identifier: EUPL-1.2
//! The comments of a TOML text, found without a parser: what a formatter must not lose.

/// Every comment, in order of their text.
pub(super) fn comments(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(place) = rest.find(['#', '"', '\'']) {
        rest = &rest[place..];
        let length = match rest.as_bytes()[0] {
            b'#' => {
                let line = rest.lines().next().unwrap_or_default();
                found.push(line.trim_end());
                line.len()
            }
            quote => quoted(rest, char::from(quote)),
        };
        rest = &rest[length..];
    }
    found.sort_unstable();
    found
}

/// The length of the quoted text that starts here.
fn quoted(text: &str, quote: char) -> usize {
    let triple: String = [quote; 3].iter().collect();
    let (mark, escapes) =
        if text.starts_with(&triple) { (triple, quote == '"') } else { (quote.to_string(), quote == '"') };
    let mut place = mark.len();
    while let Some(letter) = text[place..].chars().next() {
        if text[place..].starts_with(&mark) {
            let extra = text[place + mark.len()..].chars().take_while(|&letter| mark.len() == 3 && letter == quote);
            return place + mark.len() + extra.take(2).count();
        }
        let skipped =
            if escapes && letter == '\\' { text[place + 1..].chars().next().map_or(0, char::len_utf8) } else { 0 };
        place += letter.len_utf8() + skipped;
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::comments;

    #[test]
    fn a_mark_in_a_text_is_no_comment() {
        let text = "a = \"# no \\\" # no\" # one\nb = '# no' # two\nc = \"\"\"\n# no \"\"\"\"# three\n# four";
        assert_eq!(comments(text), ["# four", "# one", "# three", "# two"]);
        assert_eq!(comments("\"open # no"), Vec::<&str>::new());
    }
}
