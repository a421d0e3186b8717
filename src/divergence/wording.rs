// SPDX-License-Identifier: EUPL-1.2
//! The clusters of a term in short sentences, Dutch (B1) and English: who agrees, who differs, what is not known yet,
//! and what that rests on. "Bedoelen hetzelfde" is said only of meanings of which each two were judged or computed so.

use std::collections::BTreeSet;

use crate::divergence::cluster::Table;
use crate::divergence::pair::{Basis, Pair};
use crate::divergence::sentence::Sentence;
use crate::language::{capital, in_words};
use crate::model::{Degree, DomainId, Glossary, Term, VerdictStatus};

/// What is known of the meanings in a table, with the groups that agree.
pub(super) fn of_table(
    table: &Table<'_>,
    groups: &[Vec<usize>],
    (term, glossary): (&Term, &Glossary),
) -> Vec<Sentence> {
    let count = table.concepts.len();
    let writer = Writer { table, term, glossary };
    let mut told = vec![said(
        format!("‘{}’ heeft hier {count} betekenissen.", term.label),
        format!("‘{}’ has {count} meanings here.", term.label),
    )];
    told.extend(groups.iter().filter(|group| group.len() > 1).map(|group| writer.agreeing(group)));
    told.extend(writer.close(groups));
    told.extend(writer.apart());
    told.extend(writer.unknown());
    told.extend(grounds(table));
    told
}

fn said(dutch: impl Into<String>, english: impl Into<String>) -> Sentence {
    Sentence { dutch: dutch.into(), english: english.into() }
}

/// Some meanings, and others of which each stands in the same relation to each of them.
type Star = (Vec<usize>, Vec<usize>);

/// Pairs of meanings in as few stars as come easily: each time the meaning with most others first, with all who have
/// these others as well.
fn stars(count: usize, stand: impl Fn(usize, usize) -> bool) -> Vec<Star> {
    let places = 0..count;
    let two = |x: usize| places.clone().skip(x + 1).map(move |y| (x, y));
    let mut left: BTreeSet<(usize, usize)> = places.clone().flat_map(two).filter(|&(x, y)| stand(x, y)).collect();
    let mut stars = Vec::new();
    while !left.is_empty() {
        let of = |x: usize| -> BTreeSet<usize> {
            left.iter().filter_map(|&(a, b)| if a == x { Some(b) } else { (b == x).then_some(a) }).collect()
        };
        let most = places.clone().rev().map(of).max_by_key(BTreeSet::len).unwrap_or_default();
        let hubs: Vec<usize> = places.clone().filter(|&x| of(x).is_superset(&most)).collect();
        left.retain(|(a, b)| !(hubs.contains(a) && most.contains(b) || hubs.contains(b) && most.contains(a)));
        stars.push((hubs, most.into_iter().collect()));
    }
    stars
}

struct Writer<'a> {
    table: &'a Table<'a>,
    term: &'a Term,
    glossary: &'a Glossary,
}

/// How meanings that lie apart are said to, the furthest first: of one and of more.
const WAYS_APART: [(Degree, [(&str, &str); 2]); 2] = [
    (
        Degree::Conflicting,
        [
            ("bedoelt iets anders dan", "bedoelen iets anders dan"),
            ("means something else than", "mean something else than"),
        ],
    ),
    (
        Degree::Substantial,
        [
            ("bedoelt deels iets anders dan", "bedoelen deels iets anders dan"),
            ("means something partly different from", "mean something partly different from"),
        ],
    ),
];

impl Writer<'_> {
    /// How a group agrees: nearly where one pair of it does, wholly only where editors or texts say so of each pair.
    fn agreeing(&self, group: &[usize]) -> Sentence {
        let two = group.iter().flat_map(|&x| group.iter().filter(move |&&y| x < y).map(move |&y| (x, y)));
        let pairs: Vec<&Pair> = two.filter_map(|(x, y)| self.table.pair(x, y)).collect();
        let (dutch, english) = if pairs.iter().any(|pair| pair.degree != Some(Degree::Same)) {
            ("bedoelen bijna hetzelfde", "mean nearly the same")
        } else if pairs.iter().any(|pair| pair.basis == Basis::Derived) {
            ("bedoelen bijna of helemaal hetzelfde", "mean the same or nearly so")
        } else {
            ("bedoelen hetzelfde", "mean the same")
        };
        let names = self.one_by_one(group);
        said(format!("{} {dutch}.", capital(&names.dutch)), format!("{} {english}.", capital(&names.english)))
    }

    /// Who agrees with one of a group and not with all of it.
    fn close(&self, groups: &[Vec<usize>]) -> Vec<Sentence> {
        let together = |x, y| groups.iter().any(|group| group.contains(&x) && group.contains(&y));
        let agree = |x, y| self.table.degree(x, y).is_some_and(|degree| degree <= Degree::Nuance);
        let tell = |(some, others): &Star| {
            self.told(
                some,
                others,
                [("ligt ook dicht bij", "liggen ook dicht bij"), ("is also close to", "are also close to")],
            )
        };
        stars(self.table.concepts.len(), |x, y| agree(x, y) && !together(x, y)).iter().map(tell).collect()
    }

    fn apart(&self) -> Vec<Sentence> {
        let count = self.table.concepts.len();
        let differ = |x, y| self.table.degree(x, y).is_some_and(|degree| degree >= Degree::Substantial);
        let all = (0..count).all(|x| (x + 1..count).all(|y| differ(x, y)));
        match count {
            2 if all => vec![said("Ze verschillen van elkaar.", "They differ.")],
            _ if all => vec![said(format!("Ze verschillen alle {count} van elkaar."), "They all differ.")],
            _ => WAYS_APART
                .iter()
                .flat_map(|&(degree, verbs)| {
                    let stars = stars(count, |x, y| self.table.degree(x, y) == Some(degree));
                    stars.iter().map(|(some, others)| self.told(some, others, verbs)).collect::<Vec<_>>()
                })
                .collect(),
        }
    }

    fn unknown(&self) -> Option<Sentence> {
        let count = self.table.concepts.len();
        let unknown = |x, y| self.table.degree(x, y).is_none();
        let all = (0..count).all(|x| (x + 1..count).all(|y| unknown(x, y)));
        match stars(count, unknown).as_slice() {
            [] => None,
            _ if all => Some(said(
                "Of ze hetzelfde bedoelen, is nog niet bekend. Vraag het na.",
                "Whether they mean the same is not known yet. Ask each other.",
            )),
            [(some, others)] => {
                let (subject, object) = (self.one_by_one(some), self.by_domain(others));
                let one = some.len() == 1;
                Some(said(
                    format!(
                        "Of {} hetzelfde {} als {}, is nog niet bekend. Vraag het na.",
                        subject.dutch,
                        if one { "bedoelt" } else { "bedoelen" },
                        object.dutch
                    ),
                    format!(
                        "Whether {} {} the same as {} is not known yet. Ask each other.",
                        subject.english,
                        if one { "means" } else { "mean" },
                        object.english
                    ),
                ))
            }
            _ => Some(said(
                "Van de andere paren is nog niet bekend of ze hetzelfde bedoelen. Vraag het na.",
                "Of the other pairs it is not known yet whether they mean the same. Ask each other.",
            )),
        }
    }

    /// One statement of a star; the verbs for one and for more, in Dutch and in English.
    fn told(&self, some: &[usize], others: &[usize], verbs: [(&str, &str); 2]) -> Sentence {
        let (subject, object) = (self.one_by_one(some), self.by_domain(others));
        let [dutch, english] = verbs.map(|(one, more)| if some.len() == 1 { one } else { more });
        said(
            format!("{} {dutch} {}.", capital(&subject.dutch), object.dutch),
            format!("{} {english} {}.", capital(&subject.english), object.english),
        )
    }

    /// Meanings, each under the name of its domain: for the subject of a sentence.
    fn one_by_one(&self, places: &[usize]) -> Sentence {
        let lists: Vec<Sentence> = places.iter().map(|&place| self.named(&[place])).collect();
        listed(&lists)
    }

    /// Meanings with the name of each domain once.
    fn by_domain(&self, places: &[usize]) -> Sentence {
        let domain = |place: &usize| &self.table.concepts[*place].domain;
        let mut domains: Vec<&DomainId> = Vec::new();
        for place in places {
            if !domains.contains(&domain(place)) {
                domains.push(domain(place));
            }
        }
        let of = |own: &DomainId| places.iter().copied().filter(|place| domain(place) == own).collect::<Vec<usize>>();
        let lists: Vec<Sentence> = domains.into_iter().map(|own| self.named(&of(own))).collect();
        listed(&lists)
    }

    /// Meanings of one domain: its name, with what tells them apart from its others.
    fn named(&self, places: &[usize]) -> Sentence {
        let concepts: Vec<_> = places.iter().map(|&place| self.table.concepts[place]).collect();
        let Some(first) = concepts.first() else { return said("", "") };
        let domain = self.glossary.domain(&first.domain);
        let dutch = domain.map_or(first.domain.as_str(), |domain| &domain.phrase);
        let english = domain.map_or(first.domain.as_str(), |domain| &domain.english);
        let apart: Vec<&str> = concepts.iter().filter_map(|concept| self.term.distinction(&concept.id)).collect();
        if apart.is_empty() {
            return said(dutch, format!("the {english}"));
        }
        said(format!("{dutch} ({})", in_words(&apart, "en")), format!("the {english} ({})", in_words(&apart, "and")))
    }
}

fn listed(names: &[Sentence]) -> Sentence {
    let dutch: Vec<&str> = names.iter().map(|name| name.dutch.as_str()).collect();
    let english: Vec<&str> = names.iter().map(|name| name.english.as_str()).collect();
    said(in_words(&dutch, "en"), in_words(&english, "and"))
}

/// What it all rests on, as far as that is not the confirmed word of editors on each pair.
fn grounds(table: &Table<'_>) -> Vec<Sentence> {
    let rests_on = |basis: Basis| table.known().filter(|pair| pair.basis == basis).count();
    let computed = rests_on(Basis::Computed);
    let mut told = Vec::new();
    if computed > 0 && computed == table.known().count() {
        told.push(said("Dit is berekend en nog niet beoordeeld.", "This was computed and not judged yet."));
    } else if computed > 0 {
        told.push(said(
            "Een deel hiervan is berekend en nog niet beoordeeld.",
            "Part of this was computed and not judged yet.",
        ));
    }
    if rests_on(Basis::Derived) > 0 {
        told.push(said("Een deel hiervan volgt uit andere oordelen.", "Part of this follows from other judgements."));
    }
    if table.has_outdated() {
        told.push(said("Verouderde oordelen tellen niet mee.", "Outdated judgements do not count."));
    }
    if table.known().any(|pair| pair.standing() == Some(VerdictStatus::Draft)) {
        told.push(said(
            "De domeinen hebben dit nog niet allemaal bevestigd.",
            "Not every domain has confirmed this yet.",
        ));
    }
    told
}

#[cfg(test)]
mod tests {
    use super::stars;
    use crate::divergence::example::{CONCEPTS, overview, term};
    use crate::model::{Relation, Term};

    fn sentence(term: &Term) -> [String; 2] {
        let sentence = overview(term).clusters.expect("two meanings or more").sentence();
        [sentence.dutch, sentence.english]
    }

    #[test]
    fn who_agrees_and_who_differs_stands_in_short_sentences() {
        let verdicts = &[("a", "b", Relation::Same), ("a", "c", Relation::Conflict), ("b", "c", Relation::Conflict)];
        assert_eq!(
            sentence(&term(&CONCEPTS[..3], verdicts)),
            [
                "‘woord’ heeft hier 3 betekenissen. De school en de wijk bedoelen hetzelfde. De politie bedoelt iets anders dan de school en de wijk. De domeinen hebben dit nog niet allemaal bevestigd.",
                "‘woord’ has 3 meanings here. The school and the wijk mean the same. The politie means something else than the school and the wijk. Not every domain has confirmed this yet.",
            ]
        );
    }

    #[test]
    fn meanings_of_one_domain_are_told_apart() {
        let mut term = term(
            &[("a", "school"), ("b", "school"), ("c", "politie")],
            &[("c", "a", Relation::Overlap), ("c", "b", Relation::Homonym)],
        );
        term.concepts[0].label = Some("in de klas".to_owned());
        let [dutch, _] = sentence(&term);
        assert!(dutch.contains("De school (b) bedoelt iets anders dan de politie."), "{dutch}");
        assert!(dutch.contains("De school (in de klas) bedoelt deels iets anders dan de politie."), "{dutch}");
        let unknown =
            "Of de school (in de klas) hetzelfde bedoelt als de school (b), is nog niet bekend. Vraag het na.";
        assert!(dutch.contains(unknown), "{dutch}");
    }

    #[test]
    fn the_same_is_said_only_of_what_was_judged_or_computed_so_pair_by_pair() {
        let same = Relation::Same;
        for (verdicts, says) in [
            (vec![("a", "b", same), ("b", "c", same), ("a", "c", same)], "bedoelen hetzelfde."),
            (vec![("a", "b", same), ("b", "c", same)], "bedoelen bijna of helemaal hetzelfde."),
            (vec![("a", "b", same), ("b", "c", Relation::Nuance)], "bedoelen bijna hetzelfde."),
        ] {
            let [dutch, _] = sentence(&term(&CONCEPTS[..3], &verdicts));
            assert!(dutch.contains(&format!("De school, de wijk en de politie {says}")), "{dutch}");
            assert_eq!(dutch.contains("volgt uit andere oordelen"), verdicts.len() == 2, "{dutch}");
        }
    }

    #[test]
    fn what_is_unknown_is_said_to_be_unknown() {
        let nothing = term(&CONCEPTS[..3], &[]);
        assert_eq!(
            sentence(&nothing)[0],
            "‘woord’ heeft hier 3 betekenissen. Of ze hetzelfde bedoelen, is nog niet bekend. Vraag het na."
        );
        let one = term(CONCEPTS, &[("a", "b", Relation::Conflict)]);
        assert!(sentence(&one)[0].contains("Van de andere paren is nog niet bekend of ze hetzelfde bedoelen."));
        let mut computed = term(&CONCEPTS[..2], &[]);
        computed.concepts[1].definition = computed.concepts[0].definition.clone();
        let [dutch, english] = sentence(&computed);
        assert!(
            dutch.ends_with("De school en de wijk bedoelen hetzelfde. Dit is berekend en nog niet beoordeeld."),
            "{dutch}"
        );
        assert!(english.ends_with("This was computed and not judged yet."), "{english}");
    }

    #[test]
    fn who_agrees_with_one_of_a_group_is_told_too() {
        let term = term(
            &CONCEPTS[..3],
            &[("a", "b", Relation::Nuance), ("b", "c", Relation::Nuance), ("a", "c", Relation::Overlap)],
        );
        let [dutch, english] = sentence(&term);
        assert!(dutch.contains("De school en de wijk bedoelen bijna hetzelfde."), "{dutch}");
        assert!(dutch.contains("De wijk ligt ook dicht bij de politie."), "{dutch}");
        assert!(english.contains("The school means something partly different from the politie."), "{english}");
    }

    #[test]
    fn an_outdated_judgement_is_said_not_to_count() {
        let mut term = term(&CONCEPTS[..3], &[("a", "b", Relation::Same)]);
        term.verdicts[0].applies_to = Some("0".repeat(16));
        let [dutch, _] = sentence(&term);
        assert!(
            dutch.contains("Verouderde oordelen tellen niet mee.") && !dutch.contains("bedoelen hetzelfde"),
            "{dutch}"
        );
    }

    #[test]
    fn all_that_differ_are_told_at_once() {
        let conflict = |a, b| (a, b, Relation::Conflict);
        let all = term(&CONCEPTS[..3], &[conflict("a", "b"), conflict("b", "c"), conflict("a", "c")]);
        assert!(sentence(&all)[0].contains("Ze verschillen alle 3 van elkaar."));
        assert!(sentence(&term(&CONCEPTS[..2], &[conflict("a", "b")]))[1].contains("They differ."));
    }

    #[test]
    fn stars_hold_each_pair_once() {
        let kept = |edges: &[(usize, usize)]| stars(4, |x, y| edges.contains(&(x, y)));
        assert_eq!(kept(&[]), []);
        assert_eq!(kept(&[(0, 2), (0, 3), (1, 2), (1, 3)]), [(vec![0, 1], vec![2, 3])]);
        assert_eq!(kept(&[(0, 3), (1, 3), (2, 3)]), [(vec![3], vec![0, 1, 2])]);
        assert_eq!(kept(&[(0, 1), (1, 2), (2, 3)]), [(vec![1], vec![0, 2]), (vec![2], vec![3])]);
    }
}
