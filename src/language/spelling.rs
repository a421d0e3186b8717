// SPDX-License-Identifier: EUPL-1.2
//! How far spellings lie apart, and which known word comes near.

/// Beginnings that turn a word into its opposite.
const DENYING: &[&str] = &["anti", "de", "dis", "in", "mis", "niet", "non", "on", "wan"];

/// The number of letters with which words both begin that resemble each other.
pub const SHARED_BEGINNING: usize = 3;

/// How many letters may differ in a word of this many letters: none in the shortest, two in long ones.
fn allowed_edits(letters: usize) -> usize {
    match letters {
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    }
}

/// The number of letters added, dropped, changed or swapped with their neighbour between two words.
#[must_use]
pub fn edits(a: &str, b: &str) -> usize {
    strsim::osa_distance(a, b)
}

/// In how many letters two words differ that resemble each other: one more than a typing error has, behind a shared
/// beginning.
#[must_use]
pub fn resemblance(typed: &str, known: &str) -> Option<usize> {
    let shared = typed.chars().zip(known.chars()).take_while(|(x, y)| x == y).count();
    if shared < SHARED_BEGINNING {
        return None;
    }
    within(typed, known, allowed_edits(typed.chars().count()) + 1)
}

/// The number of edits between two words, when there are so few and neither denies the other.
fn within(typed: &str, known: &str, limit: usize) -> Option<usize> {
    if limit == 0 || typed.len().abs_diff(known.len()) > 2 * limit {
        return None;
    }
    let distance = edits(typed, known);
    (distance <= limit && !are_opposed(typed, known)).then_some(distance)
}

/// Whether one of two words is nearer to the other once a beginning that denies is taken off.
pub(super) fn are_opposed(a: &str, b: &str) -> bool {
    let nearer_without = |denied: &str, plain: &str, beginning: &str| {
        let rest = denied.strip_prefix(beginning).filter(|_| !plain.starts_with(beginning));
        rest.is_some_and(|rest| edits(rest, plain) < edits(denied, plain))
    };
    DENYING.iter().any(|beginning| nearer_without(a, b, beginning) || nearer_without(b, a, beginning))
}

/// The known word nearest to a mistyped one, if any is near enough; of equals the first. Words that differ only in
/// their digits are numbered, not mistyped.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let limit = match word.chars().count() {
        0..=4 => 1,
        letters if is_code(word) => allowed_edits(letters),
        letters => allowed_edits(letters) + 1,
    };
    known
        .into_iter()
        .filter(|candidate| !is_other_number(word, candidate))
        .map(|candidate| (edits(word, candidate), candidate))
        .filter(|&(distance, candidate)| distance <= limit && distance < candidate.chars().count())
        .min_by_key(|&(distance, _)| distance)
        .map(|(_, candidate)| candidate)
}

/// Whether this is a code in capitals: many of those look alike.
fn is_code(word: &str) -> bool {
    !word.contains(char::is_lowercase)
}

/// Whether two words differ only in the digits of a number.
fn is_other_number(a: &str, b: &str) -> bool {
    let letters = |text: &str| text.replace(|letter: char| letter.is_ascii_digit(), "");
    let number = |text: &str| text.replace(|letter: char| !letter.is_ascii_digit(), "");
    letters(a) == letters(b) && number(a) != number(b) && number(a).len() == number(b).len()
}

#[cfg(test)]
mod tests {
    use super::{edits, nearest, resemblance};

    #[test]
    fn a_swap_of_neighbours_is_one_error() {
        assert_eq!(edits("medling", "melding"), 1);
        assert_eq!(edits("melding", "melding"), 0);
    }

    #[test]
    fn the_nearest_known_word_is_found_when_near_enough() {
        let known = ["label", "english", "definition"];
        assert_eq!(nearest("defenition", known), Some("definition"));
        assert_eq!(nearest("lable", known), Some("label"));
        assert_eq!(nearest("zzzzzz", known), None);
        assert_eq!(nearest("", known), None);
    }

    #[test]
    fn words_resemble_each_other_behind_a_shared_beginning() {
        assert_eq!(resemblance("reggiee", "regie"), Some(2));
        assert_eq!(resemblance("hond", "hoed"), None);
        assert_eq!(resemblance("onveilige", "veilige"), None);
    }

    #[test]
    fn short_words_and_numbered_codes_are_not_taken_for_each_other() {
        assert_eq!(nearest("wmo", ["wgs", "wmp"]), Some("wmp"));
        assert_eq!(nearest("wmo", ["wgs"]), None);
        assert_eq!(nearest("SEED1", ["SEED0"]), None);
        assert_eq!(nearest("NCTV-F22", ["NCTV-DEF", "NCTV-F2"]), Some("NCTV-F2"));
        assert_eq!(nearest("SED1", ["SEED1"]), Some("SEED1"));
    }
}
