//! Typing errors: which known word was meant. An error never turns a word into its opposite: *onveilig* is no mistyped
//! *veilig*.

use crate::language::slip::{ODD, Typed, allowed_slips, begin_alike, beginnings, may_be_near};
use crate::language::{is_english_stop_word, is_stop_word};

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

/// Of sorted lists of words the nearest for which a mistyped word was meant, each list in its order. Both begin alike, for
/// people seldom err in the first letter; no function word is meant.
pub fn misspellings<'a, W: Copy>(typed: &str, lists: &[&[W]], spelling: impl Fn(W) -> &'a str) -> Vec<W> {
    let most = allowed_slips(typed.chars().count());
    // Most errors are one slip: who looks no further first, sees few words.
    for limit in [most.min(ODD), most] {
        let walk = Walk { typed, limit, most, beginnings: beginnings(typed) };
        let found: Vec<(usize, W)> = lists.iter().flat_map(|list| walk.through(list, &spelling)).collect();
        if let Some(nearest) = found.iter().map(|&(weight, _)| weight).min() {
            return found.into_iter().filter(|&(weight, _)| weight == nearest).map(|(_, word)| word).collect();
        }
    }
    Vec::new()
}

/// A walk through sorted words, past those that begin in a way that leads nowhere.
struct Walk<'t> {
    typed: &'t str,
    /// The most that the changes may weigh that are looked for, and the most that they may weigh at all.
    limit: usize,
    most: usize,
    beginnings: Vec<char>,
}

impl Walk<'_> {
    fn through<'a, W: Copy>(&self, list: &[W], spelling: impl Fn(W) -> &'a str) -> Vec<(usize, W)> {
        let mut found = Vec::new();
        let mut typed = Typed::new(self.typed, self.limit);
        let mut at = if self.limit == 0 { list.len() } else { 0 };
        while let Some(&word) = list.get(at) {
            let known = spelling(word);
            let shared = known.chars().zip(typed.known()).take_while(|(x, y)| x == *y).count();
            typed.keep(shared);
            match self.dead_end(&mut typed, known, shared) {
                Some(dead_end) => at += run(&list[at..], |&word| spelling(word).starts_with(dead_end)),
                None => {
                    let weight = typed.weight().filter(|_| self.may_mean(known));
                    found.extend(weight.map(|weight| (weight, word)));
                    at += 1;
                }
            }
        }
        found
    }

    /// Goes on with the letters of a known word; tells the beginning of it that leads nowhere, if one does.
    fn dead_end<'k>(&self, typed: &mut Typed, known: &'k str, shared: usize) -> Option<&'k str> {
        for (place, letter) in known.char_indices().skip(shared) {
            typed.push(letter);
            if typed.is_hopeless() || (place == 0 && !self.beginnings.contains(&letter)) {
                return Some(&known[..place + letter.len_utf8()]);
            }
        }
        None
    }

    fn may_mean(&self, known: &str) -> bool {
        begin_alike(self.typed, known)
            && may_be_near(self.typed, known, self.most)
            && !is_stop_word(known)
            && !is_english_stop_word(known)
            && !are_opposed(self.typed, known)
    }
}

/// How many items at the beginning of a list are so, when no item after them is; the first is. Looks at few of them.
fn run<T>(list: &[T], is_so: impl Fn(&T) -> bool) -> usize {
    let mut reach = 1;
    while list.get(reach).is_some_and(&is_so) {
        reach *= 2;
    }
    let known = reach / 2;
    known + list[known..list.len().min(reach)].partition_point(is_so)
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
fn are_opposed(a: &str, b: &str) -> bool {
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
    use super::{edits, misspellings, nearest, resemblance};

    fn meant<'a>(typed: &str, known: &[&'a str]) -> Vec<&'a str> {
        misspellings(typed, &[known], |word| word)
    }

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
    fn a_typing_error_is_small_begins_alike_and_keeps_the_sense() {
        for (typed, known) in [
            ("medling", "melding"),
            ("emlding", "melding"),
            ("kasus", "casus"),
            ("odnerwijs", "onderwijs"),
            ("deiging", "dreiging"),
            ("deradikalisering", "deradicalisering"),
            ("ijgenaarschap", "eigenaarschap"),
        ] {
            assert_eq!(meant(typed, &[known]), [known], "{typed}");
        }
        for (typed, known) in [
            ("onveilig", "veilig"),
            ("veilig", "onveilig"),
            ("informeel", "formeel"),
            ("deradikalisering", "radikalisering"),
            ("hond", "mond"),
            ("de", "du"),
            ("drank", "drang"),
            ("wagen", "wegen"),
            ("meloen", "melden"),
            ("eten", "een"),
        ] {
            assert!(meant(typed, &[known]).is_empty(), "{typed} is not {known}");
        }
    }

    #[test]
    fn of_many_words_the_nearest_are_meant() {
        let known = ["meld", "melden", "melding", "meldingen", "meldplicht", "melting", "midden", "weldoen", "zelden"];
        assert_eq!(meant("meling", &known), ["melding", "melting"]);
        assert_eq!(meant("meldignen", &known), ["meldingen"]);
        assert_eq!(meant("meldplichtt", &known), ["meldplicht"]);
        assert_eq!(meant("zebra", &known), Vec::<&str>::new());
        assert_eq!(meant("meling", &[]), Vec::<&str>::new());
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
