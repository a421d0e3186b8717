// SPDX-License-Identifier: EUPL-1.2
//! Slips of fingers and ears: the ways in which a word is mistyped, and what each weighs. A slip has a reason: two letters
//! swapped, one lost or doubled, the key beside, letters that sound alike. Any other change is odd, and weighs more: it
//! nearly always makes another word.

/// What a slip weighs.
const SLIP: usize = 3;

/// What an odd change weighs.
pub(super) const ODD: usize = 4;

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

/// The letters with which a word begins that begins alike.
pub(super) fn beginnings(typed: &str) -> Vec<char> {
    let sounds = ALIKE.iter().flat_map(|&(x, y)| [(x, y), (y, x)]).filter(|(sound, _)| typed.starts_with(sound));
    let mut all: Vec<char> =
        typed.chars().take(2).chain(sounds.filter_map(|(_, sound)| sound.chars().next())).collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// The sorts of letters in a word, as bits.
pub(super) fn sorts_of(word: &str) -> u32 {
    word.bytes().fold(0, |sorts, byte| sorts | 1 << (byte % 32))
}

/// Whether words with these sorts of letters may be one after so many changes: a slip changes few sorts.
pub(super) fn may_be_alike(sorts: u32, others: u32, changes: usize) -> bool {
    (sorts ^ others).count_ones() as usize <= MOST_SORTS * changes
}

/// Whether two words may lie within a limit: a slip changes the length by one letter at most, and few sorts of letters.
pub(super) fn may_be_near(typed: &str, known: &str, limit: usize) -> bool {
    let changes = limit / SLIP;
    typed.len().abs_diff(known.len()) <= changes && may_be_alike(sorts_of(typed), sorts_of(known), changes)
}

/// What weighs more than is ever allowed.
const TOO_MUCH: u8 = 100;

/// A typed word that is held against known words, letter by letter: known words that begin alike share the work.
///
/// For each number of letters of the known word there is a row: what it weighs to make those of the first letters of the
/// typed word, for each number of these.
pub(super) struct Typed {
    letters: Vec<char>,
    /// The letters on the keys beside each letter.
    beside: Vec<Vec<char>>,
    /// What each letter weighs when it is one too many.
    extra: Vec<u8>,
    /// The sounds that end at each place of the typed word, each with what may stand for it in the known one.
    sounds: Vec<Vec<(usize, &'static [u8])>>,
    limit: u8,
    known: Vec<char>,
    rows: Vec<u8>,
}

impl Typed {
    /// A typed word, with the most that its changes may weigh.
    pub fn new(typed: &str, limit: usize) -> Self {
        let letters: Vec<char> = typed.chars().collect();
        let beside: Vec<Vec<char>> = letters.iter().map(|&letter| neighbours(letter)).collect();
        let extra = |(place, letter): (usize, &char)| {
            let beside =
                |other: Option<&char>| other.is_some_and(|other| other == letter || beside[place].contains(other));
            let before = place.checked_sub(1).and_then(|before| letters.get(before));
            weight(if beside(before) || beside(letters.get(place + 1)) { SLIP } else { ODD })
        };
        let sounds = |end: usize| {
            let ends =
                |sound: &str| sound.len() <= end && letters[end - sound.len()..end].iter().copied().eq(sound.chars());
            let both = ALIKE.iter().flat_map(|&(x, y)| [(x, y), (y, x)]);
            both.filter(|(typed, _)| ends(typed)).map(|(typed, known)| (typed.len(), known.as_bytes())).collect()
        };
        let mut typed = Self {
            extra: letters.iter().enumerate().map(extra).collect(),
            beside,
            sounds: (0..=letters.len()).map(sounds).collect(),
            limit: weight(limit),
            known: Vec::new(),
            rows: Vec::new(),
            letters,
        };
        typed.add_row();
        typed
    }

    /// How many letters of the known word were held against it.
    pub fn known(&self) -> usize {
        self.known.len()
    }

    /// Goes back to the first so many letters of the known word.
    pub fn keep(&mut self, letters: usize) {
        self.known.truncate(letters);
        self.rows.truncate((letters + 1) * self.width());
    }

    /// Goes on with the next letter of the known word.
    pub fn push(&mut self, letter: char) {
        self.known.push(letter);
        self.add_row();
    }

    /// Whether no known word that goes on from here is near enough. A step takes two letters at most.
    pub fn is_hopeless(&self) -> bool {
        let last = self.known.len();
        self.rows[last.saturating_sub(1) * self.width()..].iter().all(|&weight| weight > self.limit)
    }

    /// What the changes weigh that make the typed word of the known one, when that is not more than the limit.
    pub fn weight(&self) -> Option<usize> {
        self.rows.last().filter(|&&weight| weight <= self.limit).map(|&weight| usize::from(weight))
    }

    fn width(&self) -> usize {
        self.letters.len() + 1
    }

    /// Adds the row of all letters of the known word so far. What lies further off than the lightest changes lead is too
    /// much.
    fn add_row(&mut self) {
        let place = self.known.len();
        self.rows.resize((place + 1) * self.width(), TOO_MUCH);
        let reach = usize::from(self.limit) / SLIP;
        for at in place.saturating_sub(reach)..=self.letters.len().min(place + reach) {
            let lightest = self.lightest(at, place);
            let width = self.width();
            self.rows[place * width + at] = lightest;
        }
    }

    /// What it weighs to make the first letters of the typed word of those of the known one, by the lightest last step.
    fn lightest(&self, at: usize, place: usize) -> u8 {
        let from = |less: usize, fewer: usize| match (at.checked_sub(less), place.checked_sub(fewer)) {
            (Some(at), Some(place)) => self.rows[place * self.width() + at],
            _ => TOO_MUCH,
        };
        let mut lightest = if at == 0 && place == 0 { 0 } else { TOO_MUCH };
        let mut step = |so_far: u8, more: u8| lightest = lightest.min(so_far.saturating_add(more));
        let (typed, known) = (&self.letters[..at], &self.known[..]);
        if let ([.., x], [.., y]) = (typed, known) {
            let changed = || weight(if self.beside[at - 1].contains(y) { SLIP } else { ODD });
            let before = from(1, 1);
            if before <= self.limit {
                step(before, if x == y { 0 } else { changed() });
            }
        }
        if let ([.., x, after], [.., y, other]) = (typed, known)
            && x == other
            && after == y
        {
            step(from(2, 2), weight(SLIP));
        }
        step(from(0, 1), weight(SLIP));
        if let Some(before) = at.checked_sub(1) {
            step(from(1, 0), self.extra[before]);
        }
        for &(length, sound) in &self.sounds[at] {
            let heard = known.len().checked_sub(sound.len()).map(|start| &known[start..]);
            if heard.is_some_and(|heard| heard.iter().zip(sound).all(|(&letter, &byte)| letter == char::from(byte))) {
                step(from(length, sound.len()), weight(SLIP));
            }
        }
        lightest
    }
}

fn weight(number: usize) -> u8 {
    u8::try_from(number).unwrap_or(TOO_MUCH)
}

/// The letters on the keys beside that of a letter.
fn neighbours(letter: char) -> Vec<char> {
    let places = || {
        let in_row = |(row, keys): (usize, &'static str)| {
            keys.chars().enumerate().map(move |(place, key)| (key, row, 2 * place + row))
        };
        KEYS.into_iter().enumerate().flat_map(in_row)
    };
    let Some((_, row, place)) = places().find(|&(key, ..)| key == letter) else { return Vec::new() };
    let apart = |other: usize| if row == other { 2 } else { 1 };
    let beside = |&(_, other, at): &(char, usize, usize)| row.abs_diff(other) < 2 && place.abs_diff(at) == apart(other);
    places().filter(beside).map(|(key, ..)| key).collect()
}

#[cfg(test)]
mod tests {
    use super::{ODD, SLIP, Typed};

    fn slips(typed: &str, known: &str, limit: usize) -> Option<usize> {
        let mut typed = Typed::new(typed, limit);
        known.chars().for_each(|letter| typed.push(letter));
        typed.weight()
    }

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
            assert_eq!(slips(typed, known, 99), Some(weight), "{typed} {known}");
        }
        assert_eq!(slips("drank", "drang", SLIP), None);
        assert_eq!(slips("", "", 0), Some(0));
    }
}
