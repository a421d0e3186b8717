// SPDX-License-Identifier: EUPL-1.2
//! Whether domains come closer: what there was revision by revision, as a table that is also a picture, and of each two
//! domains a line through the years with its numbers beside it.

use crate::history::{Between, Counts, History, Revision};
use crate::http::lang::Lang;
use crate::http::pages::named::Named;
use crate::http::sign::sign_of;
use crate::model::{Degree, DomainId, Glossary, Keyed};

/// The most revisions that are shown: the first, the last, and others at even distances.
const MOST: usize = 20;

/// The size of the picture of a line.
const WIDTH: usize = 120;
/// Its height: a hundredth of a degree is a tenth of a unit.
const HEIGHT: usize = 30;

/// How things went, the first revision first.
pub(super) struct TrendPart<'a> {
    pub rows: Vec<MomentRow>,
    pub lines: Vec<DomainsRow<'a>>,
    /// How many revisions there are; not all are shown where there are many.
    pub revisions: usize,
}

/// What there was after a revision.
pub(super) struct MomentRow {
    pub day: String,
    pub terms: usize,
    pub concepts: usize,
    pub pairs: usize,
    pub parting: usize,
    pub mean: Option<String>,
    pub shares: Vec<Share>,
}

/// A part of the bar of a revision.
pub(super) struct Share {
    pub class: &'static str,
    pub words: &'static str,
    pub count: usize,
    /// How many pairs stand before it in the bar.
    pub start: usize,
}

/// Two domains through the revisions.
pub(super) struct DomainsRow<'a> {
    pub between: [Named<'a>; 2],
    pub then: Figures,
    pub now: Figures,
    /// Which way it goes, in words.
    pub way: &'static str,
    /// The style of that way.
    pub class: &'static str,
    /// The points of the line, where there are two or more.
    pub points: Option<String>,
}

/// Two domains in a revision.
pub(super) struct Figures {
    pub day: String,
    pub mean: Option<String>,
    pub parting: usize,
    pub pairs: usize,
}

impl<'a> TrendPart<'a> {
    /// Nothing where there is nothing to lay beside each other.
    pub fn new(history: &'a History, glossary: &'a Glossary, lang: Lang) -> Option<Self> {
        let shown = spread(&history.revisions);
        let last = history.revisions.last().filter(|_| history.revisions.len() > 1)?;
        let row = |between: &'a Between| DomainsRow::new(between, &history.revisions, glossary, lang);
        Some(Self {
            rows: shown.into_iter().map(|revision| MomentRow::new(revision, lang)).collect(),
            lines: last.told.counts.between.iter().filter_map(row).collect(),
            revisions: history.revisions.len(),
        })
    }
}

/// At most [`MOST`] of a list, the first and the last among them, at even distances.
fn spread<T>(all: &[T]) -> Vec<&T> {
    let count = all.len().min(MOST);
    let place = |number: usize| if count < 2 { 0 } else { number * (all.len() - 1) / (count - 1) };
    (0..count).filter_map(|number| all.get(place(number))).collect()
}

impl MomentRow {
    fn new(revision: &Revision, lang: Lang) -> Self {
        let counts: &Counts = &revision.told.counts;
        let all = counts.all();
        let degrees = Degree::ALL.iter().rev().map(|row| (Some(row.0), all.per_degree[usize::from(row.0.number())]));
        let mut start = 0;
        let share = |(degree, count): (Option<Degree>, usize)| {
            let words = degree.map_or(lang.say("nog onduidelijk", "not clear yet"), |degree| lang.of_key(degree));
            start += count;
            Share { class: sign_of(degree).1, words, count, start: start - count }
        };
        Self {
            day: revision.day.to_string(),
            terms: counts.terms,
            concepts: counts.concepts,
            pairs: all.pairs(),
            parting: all.parting(),
            mean: mean(&all, lang),
            shares: degrees.chain([(None, all.unclear)]).map(share).filter(|share| share.count > 0).collect(),
        }
    }
}

impl<'a> DomainsRow<'a> {
    fn new(last: &'a Between, revisions: &[Revision], glossary: &'a Glossary, lang: Lang) -> Option<Self> {
        let domain = |id: &str| DomainId::parse(id).and_then(|id| glossary.domain(&id));
        let [Some(a), Some(b)] = [&last.domains[0], &last.domains[1]].map(|id| domain(id)) else { return None };
        let known = |revision: &Revision| {
            let between = revision.told.counts.between.iter().find(|between| between.domains == last.domains)?;
            Some((revision.day.to_string(), between.clone()))
        };
        let known: Vec<(String, Between)> = revisions.iter().filter_map(known).collect();
        let (first, now) = (known.first()?, known.last()?);
        let means: Vec<usize> = known.iter().filter_map(|(_, between)| between.mean_in_hundredths()).collect();
        let (way, class) = way(&means, lang);
        let figures = |(day, between): &(String, Between)| Figures {
            day: day.clone(),
            mean: mean(between, lang),
            parting: between.parting(),
            pairs: between.pairs(),
        };
        Some(Self {
            between: [a, b].map(|domain| Named::domain(lang, domain)),
            then: figures(first),
            now: figures(now),
            way,
            class,
            points: points(&spread(&means)),
        })
    }
}

/// Which way the mean goes from the first to the last, and its style. Less than a tenth of a degree is no way.
fn way(means: &[usize], lang: Lang) -> (&'static str, &'static str) {
    match (means.first(), means.last()) {
        (Some(first), Some(last)) if last + 10 <= *first => {
            (lang.say("dichter bij elkaar", "closer together"), "degree-0")
        }
        (Some(first), Some(last)) if first + 10 <= *last => {
            (lang.say("verder uit elkaar", "further apart"), "degree-3")
        }
        (Some(_), Some(_)) => (lang.say("ongeveer gelijk", "about the same"), "unclear"),
        _ => (lang.say("nog niet te zeggen", "cannot be told yet"), "unclear"),
    }
}

/// The points of a line through these means, left to right, the greatest difference on top.
fn points(means: &[&usize]) -> Option<String> {
    let last = means.len().checked_sub(1).filter(|last| *last > 0)?;
    let point = |(number, mean): (usize, &&usize)| {
        let (x, y) = (number * WIDTH / last, HEIGHT.saturating_sub(**mean / 10));
        format!("{x},{y}")
    };
    Some(means.iter().enumerate().map(point).collect::<Vec<_>>().join(" "))
}

/// A mean with two digits behind the comma.
fn mean(between: &Between, lang: Lang) -> Option<String> {
    let mean = between.mean_in_hundredths()?;
    Some(format!("{}{}{:02}", mean / 100, lang.say(',', '.'), mean % 100))
}

#[cfg(test)]
mod tests {
    use super::{MOST, points, spread, way};
    use crate::http::lang::Lang;

    #[test]
    fn of_many_the_first_and_the_last_are_among_those_shown() {
        let many: Vec<usize> = (0..1000).collect();
        let shown = spread(&many);
        assert_eq!((shown.len(), shown.first(), shown.last()), (MOST, Some(&&0), Some(&&999)));
        assert_eq!(spread(&many[..3]), [&0, &1, &2]);
        assert_eq!((spread(&many[..1]), spread::<usize>(&[])), (vec![&0], vec![]));
    }

    #[test]
    fn a_line_goes_from_left_to_right_and_stands_higher_the_more_is_apart() {
        assert_eq!(points(&[&300, &150, &0]).as_deref(), Some("0,0 60,15 120,30"));
        assert_eq!(points(&[&300]), None);
    }

    #[test]
    fn a_way_is_told_from_a_tenth_of_a_degree_on() {
        let told = |means: &[usize]| way(means, Lang::English).0;
        assert_eq!(told(&[200, 150]), "closer together");
        assert_eq!(told(&[150, 10, 200]), "further apart");
        assert_eq!(told(&[150, 159]), "about the same");
        assert_eq!(told(&[]), "cannot be told yet");
    }
}
