//! Typing errors: how many a word may hold, and which known word was meant.

/// How many typing errors a word of this many letters may hold: none in the shortest, two in long ones.
#[must_use]
pub fn allowed_edits(letters: usize) -> usize {
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

/// The known word nearest to a mistyped one, if any is near enough; of equals the first.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let limit = allowed_edits(word.chars().count()).max(1) + 1;
    known
        .into_iter()
        .map(|candidate| (edits(word, candidate), candidate))
        .filter(|&(distance, candidate)| distance <= limit && distance < candidate.chars().count())
        .min_by_key(|&(distance, _)| distance)
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::{edits, nearest};

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
}
