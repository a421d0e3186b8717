// SPDX-License-Identifier: EUPL-1.2
//! Party: the same is done or decided, but by another.

use crate::divergence::flip::{Places, Texts};
use crate::divergence::text::Text;
use crate::language::Cue;

/// How much of what is done must answer to each other, the parties aside.
const SAME_DEED: f64 = 0.5;

/// Auxiliaries after which a party may be acted upon: *is door de politie aangewezen*.
const AUXILIARIES: &[&str] = &["wordt", "worden", "werd", "werden", "is", "zijn"];

pub(super) fn find(texts: &Texts<'_>) -> Vec<Places> {
    let mut found = Vec::new();
    for (clause_a, i) in agents(texts.a) {
        for (clause_b, j) in agents(texts.b) {
            let (party_a, party_b) = (texts.a.parties[i], texts.b.parties[j]);
            if party_a != party_b && deed_is_shared(texts, clause_a, clause_b) {
                found.push((vec![i], vec![j]));
            }
        }
    }
    found.extend(changed_places(texts));
    found
}

/// Two nouns that change places while all else stays in order: *de melder wacht tot de behandelaar belt*. Only where
/// neither side is passive, prepositions stay where they are, and the two are not told in one breath (*ouders en school*).
fn changed_places(texts: &Texts<'_>) -> Option<Places> {
    if texts.a.is_passive() || texts.b.is_passive() {
        return None;
    }
    let joined: Vec<(usize, usize)> = (0..texts.a.tokens.len())
        .filter_map(|i| Some((i, texts.alignment.from_a[i]?.place)))
        .filter(|&(i, j)| texts.a.quantity_at(i).is_none() && texts.b.quantity_at(j).is_none())
        .collect();
    let is_noun = |text: &Text<'_>, place: usize| place.checked_sub(1).is_some_and(|before| text.is_article(before));
    let nouns: Vec<usize> =
        (0..joined.len()).filter(|&at| is_noun(texts.a, joined[at].0) && is_noun(texts.b, joined[at].1)).collect();
    let swapped = |first: usize, second: usize| {
        let mut places: Vec<usize> = joined.iter().map(|&(_, j)| j).collect();
        places.swap(first, second);
        places.is_sorted()
    };
    let stays = |first: usize, second: usize| {
        let (a, b) = (texts.a, texts.b);
        said_before(a, joined[first].0) == said_before(b, joined[second].1)
            && said_before(a, joined[second].0) == said_before(b, joined[first].1)
            && !texts.a.tokens[joined[first].0..joined[second].0]
                .iter()
                .any(|token| JOINS.contains(&token.folded.as_str()))
    };
    let pair = nouns.iter().enumerate().find_map(|(at, &first)| {
        nouns[at + 1..]
            .iter()
            .find(|&&second| swapped(first, second) && stays(first, second))
            .map(|&second| (first, second))
    });
    // The first on either side is who acts.
    pair.map(|(first, second)| (vec![joined[first].0], vec![joined[second].1]))
}

/// Words that tell two things in one breath.
const JOINS: &[&str] = &["en", "of", "tussen", "noch"];

/// The preposition of a word, as written.
fn said_before<'t>(text: &'t Text<'_>, place: usize) -> Option<&'t str> {
    text.preposition_of(place).map(|before| text.tokens[before].folded.as_str())
}

/// For each clause the place of the party that acts in it, if one is named: after *door* in the passive, else the first
/// one that no preposition governs.
fn agents(text: &Text<'_>) -> Vec<(usize, usize)> {
    let clauses = text.tokens.last().map_or(0, |last| last.clause + 1);
    let agent = |clause: usize| {
        let places = || (0..text.tokens.len()).filter(move |&place| text.clause(place) == clause);
        let named = || places().filter(|&place| text.parties[place].is_some());
        let passive = places().any(|place| AUXILIARIES.contains(&text.tokens[place].folded.as_str()));
        let governor = |place: usize| text.preposition_of(place).map(|before| text.tokens[before].folded.as_str());
        let by_whom = named().find(|&place| governor(place) == Some("door"));
        by_whom.or_else(|| named().find(|&place| !passive && governor(place).is_none()))
    };
    (0..clauses).filter_map(|clause| Some((clause, agent(clause)?))).collect()
}

/// Whether the two clauses tell the same deed, and a verb of deciding or acting is in it.
fn deed_is_shared(texts: &Texts<'_>, clause_a: usize, clause_b: usize) -> bool {
    let deed = |text: &Text<'_>, clause: usize| -> Vec<usize> {
        text.content_places().filter(|&place| text.clause(place) == clause && text.parties[place].is_none()).collect()
    };
    let (of_a, of_b) = (deed(texts.a, clause_a), deed(texts.b, clause_b));
    let partner = |place: usize| texts.alignment.from_a[place].map(|partner| partner.place);
    let joined: Vec<(usize, usize)> = of_a
        .iter()
        .filter_map(|&place| Some((place, partner(place).filter(|partner| of_b.contains(partner))?)))
        .collect();
    let decides = joined.iter().any(|&(i, j)| texts.a.has_cue(i, Cue::Decision) || texts.b.has_cue(j, Cue::Decision));
    let shared = joined.len();
    decides && 2.0 * shared as f64 >= SAME_DEED * (of_a.len() + of_b.len()) as f64
}

#[cfg(test)]
mod tests {
    use crate::divergence::flip::{FlipKind, flips_between};

    #[test]
    fn another_who_decides_is_a_flip_also_in_the_passive() {
        let found = flips_between("De burgemeester beslist over het verbod.", "De officier beslist over het verbod.");
        assert_eq!(found, [(FlipKind::Party, "burgemeester".to_owned(), "officier".to_owned())]);
        let found = flips_between("De school informeert de politie.", "De politie informeert de school.");
        assert_eq!(found, [(FlipKind::Party, "school".to_owned(), "politie".to_owned())]);
    }

    #[test]
    fn a_listed_form_of_the_verb_on_either_side_will_do() {
        let (a, b) = ("De school informeert de ouders.", "Burgemeester en politie informeren de ouders.");
        let words = |(_, a, b): &(FlipKind, String, String)| [a.clone(), b.clone()];
        let turned: Vec<_> = flips_between(b, a).iter().map(words).collect();
        assert_eq!(turned, [["Burgemeester", "school"]]);
        assert_eq!(flips_between(a, b).iter().map(words).collect::<Vec<_>>(), [["school", "Burgemeester"]]);
    }

    #[test]
    fn the_same_deed_in_the_passive_is_none() {
        let found = flips_between("De school informeert de politie.", "De politie wordt door de school geïnformeerd.");
        assert_eq!(found, []);
    }
}
