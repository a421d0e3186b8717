// SPDX-License-Identifier: EUPL-1.2
//! Rules over a glossary: what an editor must mend, and what is worth a look. One file per rule; the table names all.

mod citations;
mod handbook;
mod prose;
mod rules;
mod sheet;
mod texts;
mod written;

pub use self::handbook::{handbook, page};
pub use self::rules::{CHECKS, plain_text};

use self::sheet::Sheet;
use crate::diagnostic::{self, Finding, Rule, Severity};
use crate::divergence::Compared;
use crate::model::Date;
use crate::source::{self, Content};

/// A rule with the function that looks for faults.
#[derive(Debug)]
pub struct Check {
    /// The text of the rule.
    pub rule: Rule,
    run: fn(&mut Sheet<'_>),
}

/// Everything that is wrong in the content, in reading order, together with what was found while reading. `today`
/// is the day against which dates are held. What is wrong does not hang on a model of word vectors.
#[must_use]
pub fn run(content: &Content, found: Vec<Finding>, today: Date) -> Vec<Finding> {
    run_compared(content, &Compared::new(&content.glossary, &content.lexicon, None), found, today)
}

/// The same, where the meanings were compared already.
#[must_use]
pub fn run_compared(content: &Content, compared: &Compared, mut found: Vec<Finding>, today: Date) -> Vec<Finding> {
    let mut sheet = Sheet::new(content, compared, today);
    for check in CHECKS {
        (check.run)(&mut sheet);
    }
    found.extend(sheet.findings());
    diagnostic::sort(&mut found);
    content.name_keys(&mut found);
    found
}

/// What keeps the content from being served; only when there is something of that, everything else that is wrong too.
#[must_use]
pub fn refusals(content: &Content, compared: &Compared, found: Vec<Finding>, today: Date) -> Vec<Finding> {
    let mut sheet = Sheet::new(content, compared, today);
    for check in CHECKS.iter().filter(|check| check.rule.severity == Severity::Error) {
        (check.run)(&mut sheet);
    }
    let refuses = |finding: &Finding| finding.severity == Severity::Error;
    if found.iter().chain(&sheet.findings()).any(refuses) {
        run_compared(content, compared, found, today)
    } else {
        Vec::new()
    }
}

/// Every rule, those about reading first.
pub fn all_rules() -> impl Iterator<Item = &'static Rule> {
    source::RULES.iter().copied().chain(CHECKS.iter().map(|check| &check.rule))
}

#[cfg(test)]
mod tests {
    use super::{all_rules, run};
    use crate::diagnostic::{BASE, Finding};
    use crate::model::Date;
    use crate::source::{File, Files, from_files};

    const TODAY: Date = Date { year: 2026, month: 11, day: 22 };

    fn check(files: Vec<(String, String)>) -> Vec<Finding> {
        let files = Files::new(files.into_iter().map(|(path, text)| File { path, text }).collect());
        let (content, found) = from_files(files, Vec::new());
        run(&content, found, TODAY)
    }

    #[test]
    fn the_small_glossary_is_sound() {
        let files = BASE.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect();
        assert_eq!(check(files), []);
    }

    #[test]
    fn every_example_breaks_its_own_rule_at_a_place_in_its_own_file() {
        for rule in all_rules() {
            let Some(example) = &rule.example else { continue };
            assert!(example.fits(), "{}: the edit does not fit the small glossary", rule.code);
            let found = check(example.broken());
            let own: Vec<_> = found.iter().filter(|finding| finding.code == rule.code).collect();
            assert!(!own.is_empty(), "{} was not found; found {found:#?}", rule.code);
            assert!(own.iter().any(|finding| finding.place.file == example.file), "{}: {own:#?}", rule.code);
            assert!(own.iter().all(|finding| !finding.message.is_empty() && !finding.mend.is_empty()));
        }
    }

    #[test]
    fn codes_are_given_once_and_every_rule_has_its_text() {
        let mut codes: Vec<_> = all_rules().map(|rule| rule.code).collect();
        let all = codes.len();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), all);
        assert!(all_rules().all(|rule| rule.asks.ends_with('.') && rule.why.ends_with('.')));
        assert!(all_rules().all(|rule| rule.english.asks.ends_with('.') && rule.english.why.ends_with('.')));
    }
}
