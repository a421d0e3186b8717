// SPDX-License-Identifier: EUPL-1.2
//! A list as a sentence has it: commas, and a word before the last.

/// The names with commas between them and a word, `en` or `and`, before the last.
#[must_use]
pub fn in_words(names: &[&str], word: &str) -> String {
    match names {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [most @ .., last] => format!("{} {word} {last}", most.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::in_words;

    #[test]
    fn a_list_reads_as_a_sentence_has_it() {
        assert_eq!(in_words(&[], "en"), "");
        assert_eq!(in_words(&["school"], "en"), "school");
        assert_eq!(in_words(&["school", "politie"], "en"), "school en politie");
        assert_eq!(in_words(&["school", "police", "court"], "and"), "school, police and court");
    }
}
