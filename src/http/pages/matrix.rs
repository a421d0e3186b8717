// SPDX-License-Identifier: EUPL-1.2
//! The domains against each other as a table that is also a picture: per two domains a bar of degrees, with its numbers.

use crate::divergence::Cell;
use crate::http::lang::Lang;
use crate::http::pages::named::Named;
use crate::http::sign::sign_of;
use crate::model::{Degree, Domain, DomainId, Keyed};
use crate::publication::Publication;

/// The table: each two domains stand in it once.
pub(super) struct MatrixPart<'a> {
    pub columns: Vec<Named<'a>>,
    pub rows: Vec<MatrixRow<'a>>,
}

/// A domain against those after it.
pub(super) struct MatrixRow<'a> {
    pub domain: Named<'a>,
    pub cells: Vec<MatrixCell<'a>>,
}

/// What stands where two domains meet.
pub(super) struct MatrixCell<'a> {
    pub with: Named<'a>,
    pub content: Content,
}

/// What there is to say of two domains.
pub(super) enum Content {
    /// It stands elsewhere in the table, or it is one domain.
    Elsewhere,
    /// There are no pairs.
    Nothing,
    /// There are pairs.
    Counts(Counts),
}

/// The pairs of two domains.
pub(super) struct Counts {
    pub pairs: usize,
    /// The style of the mean.
    pub class: &'static str,
    /// How much they differ on average, 0 to 3; nothing where no pair has a degree.
    pub mean: Option<String>,
    pub shares: Vec<ShareOfBar>,
    /// Where their words stand.
    pub address: String,
}

/// A part of the bar, and its number.
pub(super) struct ShareOfBar {
    pub class: &'static str,
    pub sign: &'static str,
    pub words: &'static str,
    pub count: usize,
    /// How many pairs stand before it in the bar.
    pub start: usize,
}

impl<'a> MatrixPart<'a> {
    /// Of the domains that have pairs; nothing where there are no two.
    pub fn new(publication: &'a Publication, lang: Lang) -> Option<Self> {
        let cells = &publication.matrix.cells;
        let has_pairs = |domain: &&Domain| cells.iter().any(|cell| cell.between.contains(&domain.id));
        let domains: Vec<&'a Domain> = publication.glossary.domains.iter().filter(has_pairs).collect();
        let (_, columns) = domains.split_first()?;
        let (_, rows) = domains.split_last()?;
        let content = |row: usize, column: usize| {
            if column < row {
                return Content::Elsewhere;
            }
            let between: [&DomainId; 2] = [&rows[row].id, &columns[column].id];
            let cell = cells.iter().find(|cell| cell.between.iter().eq(between));
            cell.map_or(Content::Nothing, |cell| Content::Counts(Counts::new(cell, lang)))
        };
        let row = |(row, domain): (usize, &&'a Domain)| MatrixRow {
            domain: Named::domain(lang, domain),
            cells: (columns.iter().enumerate())
                .map(|(column, with)| MatrixCell { with: Named::domain(lang, with), content: content(row, column) })
                .collect(),
        };
        let rows = rows.iter().enumerate().map(row).collect();
        Some(Self { columns: columns.iter().map(|domain| Named::domain(lang, domain)).collect(), rows })
    }
}

impl Counts {
    fn new(cell: &Cell, lang: Lang) -> Self {
        let degrees = Degree::ALL.iter().rev().map(|row| (Some(row.0), cell.per_degree[usize::from(row.0.number())]));
        let mut start = 0;
        let share = |(degree, count): (Option<Degree>, usize)| {
            let (sign, class) = sign_of(degree);
            let words = degree.map_or(lang.say("nog onduidelijk", "not clear yet"), |degree| lang.of_key(degree));
            start += count;
            ShareOfBar { class, sign, words, count, start: start - count }
        };
        let shares = degrees.chain([(None, cell.unclear)]).map(share).filter(|share| share.count > 0).collect();
        let tenths = mean_in_tenths(cell);
        let nearest = tenths.and_then(|tenths| Degree::from_number(i64::try_from((tenths + 5) / 10).unwrap_or(0)));
        Self {
            pairs: cell.pairs,
            class: sign_of(nearest).1,
            mean: tenths.map(|tenths| format!("{}{}{}", tenths / 10, lang.say(',', '.'), tenths % 10)),
            shares,
            address: format!("/differences?domain={},{}", cell.between[0], cell.between[1]),
        }
    }
}

/// The mean of the degrees in tenths, rounded.
fn mean_in_tenths(cell: &Cell) -> Option<usize> {
    let known: usize = cell.per_degree.iter().sum();
    let sum: usize = cell.per_degree.iter().enumerate().map(|(degree, count)| degree * count).sum();
    (known > 0).then(|| (sum * 20 + known) / (known * 2))
}

#[cfg(test)]
mod tests {
    use super::{Counts, mean_in_tenths};
    use crate::divergence::Cell;
    use crate::http::lang::Lang;
    use crate::model::DomainId;

    fn cell(per_degree: [usize; 4], unclear: usize) -> Cell {
        let between = ["a", "b"].map(|id| DomainId::parse(id).expect("an identifier"));
        Cell { between, pairs: per_degree.iter().sum::<usize>() + unclear, per_degree, unclear, worst: Vec::new() }
    }

    #[test]
    fn a_bar_tells_all_pairs_worst_first_and_their_mean() {
        let counts = Counts::new(&cell([1, 0, 2, 3], 4), Lang::Dutch);
        let shares: Vec<_> = counts.shares.iter().map(|share| (share.words, share.start, share.count)).collect();
        assert_eq!(
            shares,
            [("botsing", 0, 3), ("groot verschil", 3, 2), ("geen verschil", 5, 1), ("nog onduidelijk", 6, 4)]
        );
        assert_eq!((counts.mean.as_deref(), counts.class), (Some("2,2"), "degree-2"));
    }

    #[test]
    fn of_what_is_unclear_there_is_no_mean() {
        assert_eq!(mean_in_tenths(&cell([0; 4], 2)), None);
        assert_eq!(Counts::new(&cell([0; 4], 2), Lang::Dutch).class, "unclear");
    }
}
