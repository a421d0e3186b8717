// SPDX-License-Identifier: EUPL-1.2
//! A word that is nearly the name of a term is probably meant as that term.

use std::collections::BTreeSet;

use crate::check::Check;
use crate::check::sheet::Sheet;
use crate::diagnostic::{Example, Rule, Said, Severity};
use crate::language::{edits, fold};
use crate::model::TermId;
use crate::source::Spot;

/// Words of so few letters resemble too many others.
const SHORT: usize = 4;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        code: "G125",
        severity: Severity::Hint,
        asks: "Een verwijzing naar een term is precies gespeld.",
        why: "Met een typefout wordt een verwijzing gewone tekst, zonder link.",
        english: Said {
            asks: "A reference to a term is spelt exactly.",
            why: "With a typing error a reference becomes plain text, without a link.",
        },
        example: Some(Example {
            file: "terms/melding.toml",
            good: "related = [\"signaal\", \"aangifte\"]",
            bad: "related = [\"signal\", \"aangifte\"]",
        }),
    },
    run,
};

fn run(sheet: &mut Sheet<'_>) {
    let glossary = &sheet.content.glossary;
    let ids = Ids::of(glossary.terms.iter().map(|term| &term.id));
    let labels: BTreeSet<String> = glossary.terms.iter().map(|term| fold(&term.label)).collect();
    for term in &glossary.terms {
        for (key, words) in [("broader", &term.broader), ("narrower", &term.narrower), ("related", &term.related)] {
            for word in words {
                let folded = fold(word);
                if folded.chars().count() <= SHORT || labels.contains(&folded) || ids.holds(&folded) {
                    continue;
                }
                if let Some(other) = ids.one_edit_from(&folded) {
                    let spot = Spot::term(&term.id).key(key).word(word);
                    let message = format!("‘{word}’ is geen term van deze woordenlijst");
                    sheet.blame(&CHECK.rule, &spot, message, format!("Bedoelt u ‘{other}’?"));
                }
            }
        }
    }
}

/// The folded names of terms, forward and backward, each list sorted. An edit leaves one half of a word as it is, so that
/// what is one edit away begins or ends as the word does.
struct Ids<'a> {
    forward: Vec<(String, &'a TermId)>,
    backward: Vec<(String, &'a TermId)>,
}

impl<'a> Ids<'a> {
    fn of(ids: impl Iterator<Item = &'a TermId>) -> Self {
        let mut forward: Vec<(String, &TermId)> = ids.map(|id| (fold(id.as_str()), id)).collect();
        let mut backward: Vec<(String, &TermId)> = forward.iter().map(|(folded, id)| (turned(folded), *id)).collect();
        forward.sort_unstable();
        backward.sort_unstable();
        Self { forward, backward }
    }

    fn holds(&self, folded: &str) -> bool {
        self.forward.binary_search_by(|(id, _)| id.as_str().cmp(folded)).is_ok()
    }

    /// The first term, by its name, that is one edit away.
    fn one_edit_from(&self, folded: &str) -> Option<&'a TermId> {
        let near = |list: &[(String, &'a TermId)], word: &str| {
            let half = &word[..word.floor_char_boundary(word.len() / 2 - 1)];
            let from = list.partition_point(|(id, _)| id.as_str() < half);
            let alike = list[from..].iter().take_while(|(id, _)| id.starts_with(half));
            let is_near = |(id, _): &&(String, &TermId)| word.len().abs_diff(id.len()) <= 1 && edits(word, id) == 1;
            alike.filter(is_near).map(|(_, id)| *id).min()
        };
        let found = [near(&self.forward, folded), near(&self.backward, &turned(folded))];
        found.into_iter().flatten().min()
    }
}

fn turned(word: &str) -> String {
    word.chars().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::Ids;
    use crate::language::edits;
    use crate::model::TermId;

    #[test]
    fn halves_find_what_looking_at_every_name_finds() {
        let names =
            ["melding", "meldingen", "meting", "regie", "regio", "signaal", "signalen", "zorgen", "zorgmelding"];
        let ids: Vec<TermId> = names.iter().filter_map(|name| TermId::parse(name)).collect();
        let near = Ids::of(ids.iter());
        let letters = ["", "a", "e", "g", "n"];
        for name in names {
            for place in 0..name.len() {
                for put in letters {
                    for left_out in [0, 1, 2] {
                        let rest = name.get(place + left_out..).unwrap_or("");
                        let word = format!("{}{put}{rest}", &name[..place]);
                        if word.len() < 5 {
                            continue;
                        }
                        let every = ids.iter().find(|id| edits(&word, id.as_str()) == 1);
                        assert_eq!(near.one_edit_from(&word), every, "{word}");
                    }
                }
            }
        }
    }
}
