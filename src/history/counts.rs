// SPDX-License-Identifier: EUPL-1.2
//! A revision in figures: how much there is, and how far domains lie apart. Laid in a row they tell whether domains converge.

use serde::{Deserialize, Serialize};

use crate::divergence::{Cell, Compared, Matrix};
use crate::model::Glossary;

/// How much there was in a revision.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// Terms.
    pub terms: usize,
    /// Meanings of all terms.
    pub concepts: usize,
    /// Each two different domains with pairs between them.
    pub between: Vec<Between>,
}

/// The pairs between two domains.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Between {
    /// The two domains, in the order of the glossary.
    pub domains: [String; 2],
    /// How many pairs of each degree, 0 to 3.
    pub per_degree: [usize; 4],
    /// How many pairs of which nothing is said yet.
    pub unclear: usize,
}

impl Counts {
    /// The figures of a glossary whose pairs these are; of what holds everywhere.
    #[must_use]
    pub fn new(glossary: &Glossary, compared: &Compared) -> Self {
        let pairs = glossary.terms.iter().zip(&compared.pairs);
        let pairs = pairs.flat_map(|(term, pairs)| pairs.iter().map(move |pair| (&term.id, pair)));
        let between = |cell: Cell| Between {
            domains: cell.between.map(|domain| domain.to_string()),
            per_degree: cell.per_degree,
            unclear: cell.unclear,
        };
        Self {
            terms: glossary.terms.len(),
            concepts: glossary.terms.iter().map(|term| term.concepts.len()).sum(),
            between: Matrix::new(&glossary.domains, pairs).cells.into_iter().map(between).collect(),
        }
    }

    /// The pairs between all different domains together.
    #[must_use]
    pub fn all(&self) -> Between {
        let mut all = Between { domains: [String::new(), String::new()], per_degree: [0; 4], unclear: 0 };
        for between in &self.between {
            all.unclear += between.unclear;
            for (sum, count) in all.per_degree.iter_mut().zip(between.per_degree) {
                *sum += count;
            }
        }
        all
    }
}

impl Between {
    /// How many pairs there are.
    #[must_use]
    pub fn pairs(&self) -> usize {
        self.per_degree.iter().sum::<usize>() + self.unclear
    }

    /// How many pairs part: a large difference or a clash.
    #[must_use]
    pub fn parting(&self) -> usize {
        self.per_degree[2] + self.per_degree[3]
    }

    /// The mean of the degrees in hundredths, 0 to 300; nothing where no pair has a degree.
    #[must_use]
    pub fn mean_in_hundredths(&self) -> Option<usize> {
        let known: usize = self.per_degree.iter().sum();
        let sum: usize = self.per_degree.iter().enumerate().map(|(degree, count)| degree * count).sum();
        (known > 0).then(|| (sum * 200 + known) / (known * 2))
    }
}

#[cfg(test)]
mod tests {
    use super::{Between, Counts};

    fn between(per_degree: [usize; 4], unclear: usize) -> Between {
        Between { domains: ["a", "b"].map(str::to_owned), per_degree, unclear }
    }

    #[test]
    fn pairs_part_from_a_large_difference_on_and_what_is_unclear_has_no_degree() {
        let some = between([1, 0, 2, 3], 4);
        assert_eq!((some.pairs(), some.parting(), some.mean_in_hundredths()), (10, 5, Some(217)));
        assert_eq!(between([0; 4], 2).mean_in_hundredths(), None);
    }

    #[test]
    fn all_domains_together_are_the_sum_of_each_two() {
        let counts = Counts { between: vec![between([1, 0, 0, 2], 1), between([0, 1, 0, 0], 0)], ..Counts::default() };
        let all = counts.all();
        assert_eq!((all.per_degree, all.unclear), ([1, 1, 0, 2], 1));
    }
}
