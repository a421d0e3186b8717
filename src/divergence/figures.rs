// SPDX-License-Identifier: EUPL-1.2
//! A term in figures: how far its meanings lie apart between domains.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::divergence::pair::Pair;
use crate::model::{Degree, DomainId};

/// Figures over the pairs of a term that lie across two domains and are in use.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Figures {
    /// The highest degree that is asserted of a pair; nothing where none is.
    pub worst: Option<Degree>,
    /// How much two domains differ on average, 0 to 3: of each two domains the mean degree of the pairs between them
    /// of which one is asserted, and of these figures the mean. So two domains weigh as much as two others, however
    /// many meanings they have. Nothing where no degree is asserted.
    pub mean: Option<f64>,
    /// How many pairs there are, with those of a domain that has no meaning for the word.
    pub pairs: usize,
    /// Of how many of these nothing is asserted.
    pub unclear: usize,
}

impl Figures {
    /// The figures of a term whose pairs these are. A verdict on texts that changed since still counts: a clash that
    /// was seen is not gone because a word moved.
    pub(super) fn new(pairs: &[Pair]) -> Self {
        let mut figures = Self::default();
        let mut between: BTreeMap<[&DomainId; 2], Vec<f64>> = BTreeMap::new();
        for pair in pairs.iter().filter(|pair| !pair.retired && pair.a.domain != pair.b.domain) {
            figures.pairs += 1;
            let Some(degree) = pair.asserted() else {
                figures.unclear += 1;
                continue;
            };
            figures.worst = figures.worst.max(Some(degree));
            let mut domains = [&pair.a.domain, &pair.b.domain];
            domains.sort_unstable();
            between.entry(domains).or_default().push(f64::from(degree.number()));
        }
        figures.mean = mean(&between.values().filter_map(|degrees| mean(degrees)).collect::<Vec<_>>());
        figures
    }
}

fn mean(figures: &[f64]) -> Option<f64> {
    (!figures.is_empty()).then(|| figures.iter().sum::<f64>() / figures.len() as f64)
}

#[cfg(test)]
mod tests {
    use crate::divergence::example::{CONCEPTS, overview, term};
    use crate::divergence::figures::Figures;
    use crate::model::{Degree, Relation, Status, Term};

    fn figures(term: &Term) -> Figures {
        overview(term).figures
    }

    #[test]
    fn two_domains_weigh_as_much_as_two_others() {
        let term = term(
            &[("a", "school"), ("b", "school"), ("c", "school"), ("d", "wijk"), ("e", "politie"), ("f", "rechter")],
            &[
                ("a", "d", Relation::Conflict),
                ("b", "d", Relation::Conflict),
                ("c", "d", Relation::Same),
                ("e", "f", Relation::Nuance),
                ("a", "b", Relation::Homonym),
            ],
        );
        let found = figures(&term);
        assert_eq!(found.worst, Some(Degree::Conflicting));
        // School and wijk differ (3 + 3 + 0) / 3 = 2, politie and rechter 1; what lies in one domain does not count.
        assert_eq!(found.mean, Some(1.5));
        assert_eq!((found.pairs, found.unclear), (12, 8));
    }

    #[test]
    fn where_nothing_is_asserted_there_is_no_figure() {
        let found = figures(&term(&CONCEPTS[..2], &[]));
        // Two of the four domains have no meaning for the word, and nobody asked them.
        assert_eq!(found, Figures { worst: None, mean: None, pairs: 3, unclear: 3 });
    }

    #[test]
    fn a_domain_that_says_that_it_does_not_use_the_word_counts_and_a_retired_meaning_does_not() {
        let mut term = term(&CONCEPTS[..3], &[("a", "b", Relation::Same), ("a", "c", Relation::Conflict)]);
        term.unused_by = vec![crate::model::DomainId::parse("rechter").expect("an id")];
        // a–b 0, a–c 3, b–c 3 by derivation, and rechter 2.
        assert_eq!(figures(&term), Figures { worst: Some(Degree::Conflicting), mean: Some(2.0), pairs: 4, unclear: 0 });
        term.concepts[2].status = Status::Retired;
        let found = figures(&term);
        assert_eq!((found.worst, found.mean), (Some(Degree::Substantial), Some(1.0)));
    }

    #[test]
    fn a_clash_that_was_seen_still_counts_when_a_text_changed() {
        let mut term = term(&CONCEPTS[..2], &[("a", "b", Relation::Conflict)]);
        term.verdicts[0].applies_to = Some("0".repeat(16));
        assert_eq!(figures(&term).worst, Some(Degree::Conflicting));
    }
}
