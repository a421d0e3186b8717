// SPDX-License-Identifier: EUPL-1.2
//! A text holds no leftovers of a web page.

use crate::check::Check;
use crate::check::sheet::Sheet;
use crate::check::texts::texts;
use crate::diagnostic::{Example, Fix, Rule, Said, Severity};

pub(super) const CHECK: Check = Check {
    rule: Rule {
        code: "G175",
        severity: Severity::Warning,
        asks: "In een tekst staan geen resten van een webpagina.",
        why: "Lezers zien dan tekens als ‘&amp;’ of ‘<br>’.",
        english: Said {
            asks: "A text holds no leftovers of a web page.",
            why: "Otherwise readers see marks such as ‘&amp;’ or ‘<br>’.",
        },
        example: Some(Example {
            file: "terms/signaal.toml",
            good: "explanation = \"Informatie over iemand. De politie weegt die.\"",
            bad: "explanation = \"Informatie over iemand.<br>De politie weegt die.\"",
        }),
    },
    run,
};

/// Marks of HTML, and what they stand for.
const ENTITIES: &[(&str, &str)] = &[
    ("&nbsp;", " "),
    ("&amp;", "&"),
    ("&quot;", "\""),
    ("&#39;", "’"),
    ("&apos;", "’"),
    ("&lsquo;", "‘"),
    ("&rsquo;", "’"),
    ("&ldquo;", "“"),
    ("&rdquo;", "”"),
    ("&ndash;", "–"),
    ("&mdash;", "—"),
    ("&hellip;", "…"),
    ("&euro;", "€"),
    ("&eacute;", "é"),
    ("&egrave;", "è"),
    ("&euml;", "ë"),
    ("&iuml;", "ï"),
    ("&ouml;", "ö"),
    ("&uuml;", "ü"),
    ("&lt;", "<"),
    ("&gt;", ">"),
];

/// Elements that stand in texts that were copied.
const ELEMENTS: &[&str] = &[
    "a", "b", "br", "div", "em", "h1", "h2", "h3", "i", "li", "ol", "p", "span", "strong", "sub", "sup", "table", "td",
    "tr", "u", "ul",
];

fn run(sheet: &mut Sheet<'_>) {
    for (text, spot) in texts(sheet.content) {
        let good = cleaned(text);
        if good != text {
            let message = "in deze tekst staan resten van een webpagina";
            sheet.blame_mendable(&CHECK.rule, &spot, (message, "Haal ze weg, of typ het teken zelf."), Fix::Text(good));
        }
    }
}

/// The text without elements, and with the letters that marks stand for.
#[must_use]
pub fn cleaned(text: &str) -> String {
    let mut good = text.to_owned();
    while let Some((start, end)) = element(&good) {
        good.replace_range(start..end, " ");
    }
    for (mark, letter) in ENTITIES {
        good = good.replace(mark, letter);
    }
    if good == text { good } else { good.split_whitespace().collect::<Vec<_>>().join(" ") }
}

/// Where the first element begins and ends.
fn element(text: &str) -> Option<(usize, usize)> {
    text.match_indices('<').find_map(|(start, _)| {
        let end = start + text[start..].find('>')? + 1;
        let name = text[start + 1..end - 1].trim_matches(['/', ' ']).split([' ', '/']).next()?.to_lowercase();
        ELEMENTS.contains(&name.as_str()).then_some((start, end))
    })
}

#[cfg(test)]
mod tests {
    use super::cleaned;

    #[test]
    fn leftovers_go_and_plain_marks_stay() {
        for (bad, good) in
            [("een<br/>twee", "een twee"), ("<p class=\"x\">Ja &amp; nee</p>", "Ja & nee"), ("cli&euml;nt", "cliënt")]
        {
            assert_eq!(cleaned(bad), good);
        }
        for text in ["minder < meer > gelijk", "R&D", "a <naam> b", "twee  spaties"] {
            assert_eq!(cleaned(text), text);
        }
    }
}
