// SPDX-License-Identifier: EUPL-1.2
//! The handbook of the rules: a page for each, made from the table. `docs/rules.md` is all of them.

use std::fmt::Write as _;

use crate::check::all_rules;
use crate::diagnostic::{Example, Rule};
use crate::model::Keyed;

/// The page of one rule, in Markdown: what it asks, why, and an example, in Dutch with English below.
#[must_use]
pub fn page(rule: &Rule) -> String {
    let Rule { code, severity, asks, why, english, example } = rule;
    let mut page = format!("## {code}\n\n**{asks}** {why}\n\nSoort: {}.\n", severity.dutch());
    if let Some(example) = example {
        page.push_str(&shown(example));
    }
    let _ = write!(page, "\n*{} {} ({})*\n", english.asks, english.why, severity.english());
    page
}

/// The whole handbook, in Markdown.
#[must_use]
pub fn handbook() -> String {
    let mut text = format!(
        "# Regels van de woordenlijst\n\n`taalbrug check` kijkt naar {} regels. Een *fout* houdt de woordenlijst tegen, een *waarschuwing* lost u op \
         vóór het samenvoegen, een *tip* is het bekijken waard. `taalbrug explain CODE` toont één regel.\n\n\
         *Made by `taalbrug explain > docs/rules.md` from the rules themselves; change those. Below each rule stands what it asks in English.*\n",
        all_rules().count()
    );
    for rule in all_rules() {
        text.push('\n');
        text.push_str(&page(rule));
    }
    text
}

/// The edit that breaks the rule, wrong side first.
fn shown(example: &Example) -> String {
    let Example { file, good, bad } = example;
    let mut text = String::new();
    for (name, side) in [("Fout", bad), ("Goed", good)] {
        match side.trim_end() {
            "" => {}
            side => {
                let _ = write!(text, "\n{name}, in `{file}`:\n\n```toml\n{side}\n```\n");
            }
        }
    }
    if bad.trim().is_empty() {
        text.push_str("\nFout: deze regel ontbreekt.\n");
    }
    text
}
