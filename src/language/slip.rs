//! Slips of fingers and ears: the ways in which a word is mistyped, and what each weighs. A slip has a reason: two letters
//! swapped, one lost or doubled, the key beside, letters that sound alike. Any other change is odd, and weighs more: it
//! nearly always makes another word.

/// What a slip weighs.
const SLIP: usize = 3;

/// What an odd change weighs.
const ODD: usize = 4;

/// Letters that are written for one another, because they sound alike.
const ALIKE: &[(&str, &str)] = &[
    ("c", "k"),
    ("c", "s"),
    ("d", "t"),
    ("f", "v"),
    ("g", "ch"),
    ("i", "y"),
    ("s", "z"),
    ("ei", "ij"),
    ("au", "ou"),
    ("ij", "y"),
    ("ie", "y"),
    ("ks", "x"),
    ("kw", "qu"),
    ("f", "ph"),
    ("t", "th"),
    ("d", "dt"),
    ("t", "dt"),
    ("si", "ti"),
    ("k", "ch"),
];

/// The most sorts of letters by which two words differ after one change: *qu* for *kw*.
const MOST_SORTS: usize = 4;

/// The rows of keys.
const KEYS: [&str; 3] = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];

/// The most that the changes in a word of this many letters may weigh: nothing in the shortest words, a slip in short
/// ones, two changes in the longest.
pub(super) fn allowed_slips(letters: usize) -> usize {
    match letters {
        0..=3 => 0,
        4..=7 => SLIP,
        8..=10 => 2 * SLIP,
        _ => 2 * ODD,
    }
}

/// Whether two words begin alike: with the same letter or sound, or with their first two letters swapped.
pub(super) fn begin_alike(typed: &str, known: &str) -> bool {
    let first = |word: &str| word.chars().next();
    let swapped = || {
        let (mut typed, mut known) = (typed.chars(), known.chars());
        let (x, y) = (typed.next(), known.next());
        x == known.next() && y == typed.next()
    };
    let sounds = |x: &str, y: &str| typed.starts_with(x) && known.starts_with(y);
    first(typed).is_some()
        && (first(typed) == first(known) || swapped() || ALIKE.iter().any(|(x, y)| sounds(x, y) || sounds(y, x)))
}

/// Whether two words may lie within a limit: a slip changes the length by one letter at most, and few sorts of letters.
pub(super) fn may_be_near(typed: &str, known: &str, limit: usize) -> bool {
    let changes = limit / SLIP;
    let sorts = |word: &str| word.bytes().fold(0_u32, |sorts, byte| sorts | 1 << (byte % 32));
    typed.len().abs_diff(known.len()) <= changes
        && (sorts(typed) ^ sorts(known)).count_ones() as usize <= MOST_SORTS * changes
}

/// What the changes weigh that make the typed word of the known one, when that is not more than the limit.
pub(super) fn slips(typed: &str, known: &str, limit: usize) -> Option<usize> {
    let (typed, known): (Vec<char>, Vec<char>) = (typed.chars().collect(), known.chars().collect());
    // The weight of making the first letters of one of the first letters of the other, row by row.
    let width = known.len() + 1;
    let mut weights = vec![usize::MAX; width * (typed.len() + 1)];
    weights[0] = 0;
    for at in 0..=typed.len() {
        for place in 0..=known.len() {
            let so_far = weights[at * width + place];
            if so_far <= limit {
                let before = at.checked_sub(1).map(|before| typed[before]);
                step(&typed[at..], &known[place..], before, |more, further, weight| {
                    let next = &mut weights[(at + more) * width + place + further];
                    *next = (*next).min(so_far + weight);
                });
            }
        }
    }
    weights.last().copied().filter(|&weight| weight <= limit)
}

/// Takes each step that can be taken from here: how many letters it takes of the typed word and of the known one, and
/// what it weighs.
fn step(typed: &[char], known: &[char], before: Option<char>, mut take: impl FnMut(usize, usize, usize)) {
    if let ([x, ..], [y, ..]) = (typed, known) {
        let changed = if are_neighbours(*x, *y) { SLIP } else { ODD };
        take(1, 1, if x == y { 0 } else { changed });
    }
    if let ([x, after, ..], [y, other, ..]) = (typed, known)
        && x == other
        && after == y
    {
        take(2, 2, SLIP);
    }
    if !known.is_empty() {
        take(0, 1, SLIP);
    }
    if let [extra, ..] = typed {
        let beside = |letter: &char| letter == extra || are_neighbours(*letter, *extra);
        let slipped = before.iter().chain(typed.get(1)).any(beside);
        take(1, 0, if slipped { SLIP } else { ODD });
    }
    let begins = |letters: &[char], sound: &str| letters.iter().copied().take(sound.len()).eq(sound.chars());
    for (x, y) in ALIKE.iter().flat_map(|&(x, y)| [(x, y), (y, x)]) {
        if begins(typed, x) && begins(known, y) {
            take(x.len(), y.len(), SLIP);
        }
    }
}

/// Whether two keys lie side by side.
fn are_neighbours(x: char, y: char) -> bool {
    let place =
        |letter: char| KEYS.iter().enumerate().find_map(|(row, keys)| Some((row, 2 * keys.find(letter)? + row)));
    let (Some((row, at)), Some((other, place))) = (place(x), place(y)) else { return false };
    match row.abs_diff(other) {
        0 => at.abs_diff(place) == 2,
        1 => at.abs_diff(place) == 1,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{ODD, SLIP, slips};

    #[test]
    fn a_slip_has_a_reason_and_any_other_change_is_odd() {
        for (typed, known, weight) in [
            ("melding", "melding", 0),
            ("medling", "melding", SLIP),
            ("meling", "melding", SLIP),
            ("meldding", "melding", SLIP),
            ("melsing", "melding", SLIP),
            ("ijgen", "eigen", SLIP),
            ("gezach", "gezag", SLIP),
            ("drank", "drang", ODD),
            ("melxing", "meling", ODD),
            ("mledign", "melding", 2 * SLIP),
        ] {
            assert_eq!(slips(typed, known, 100), Some(weight), "{typed} {known}");
        }
        assert_eq!(slips("drank", "drang", SLIP), None);
        assert_eq!(slips("", "", 0), Some(0));
    }
}
