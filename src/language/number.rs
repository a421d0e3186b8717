// SPDX-License-Identifier: EUPL-1.2
//! Dutch number words: *zeven*, *achtentwintig*, *honderdtwintig*, *anderhalf*.

/// The words from which the others are made.
const SIMPLE: &[(&str, u32)] = &[
    ("nul", 0),
    ("een", 1),
    ("twee", 2),
    ("drie", 3),
    ("vier", 4),
    ("vijf", 5),
    ("zes", 6),
    ("zeven", 7),
    ("acht", 8),
    ("negen", 9),
    ("tien", 10),
    ("elf", 11),
    ("twaalf", 12),
    ("dertien", 13),
    ("veertien", 14),
    ("vijftien", 15),
    ("zestien", 16),
    ("zeventien", 17),
    ("achttien", 18),
    ("negentien", 19),
    ("twintig", 20),
    ("dertig", 30),
    ("veertig", 40),
    ("vijftig", 50),
    ("zestig", 60),
    ("zeventig", 70),
    ("tachtig", 80),
    ("negentig", 90),
];

/// The number that a folded word names, in digits or in letters. *Een* is left out: it is nearly always an article.
#[must_use]
pub fn number_of(folded: &str) -> Option<f64> {
    match folded {
        "een" => None,
        "half" | "halve" => Some(0.5),
        "anderhalf" | "anderhalve" => Some(1.5),
        _ if folded.starts_with(|letter: char| letter.is_ascii_digit()) => digits(folded),
        _ => whole(folded).map(f64::from),
    }
}

fn digits(text: &str) -> Option<f64> {
    let number: f64 = text.replace(',', ".").parse().ok()?;
    number.is_finite().then_some(number)
}

fn whole(word: &str) -> Option<u32> {
    let simple = |word: &str| SIMPLE.iter().find(|(name, _)| *name == word).map(|&(_, number)| number);
    if let Some(number) = simple(word) {
        return Some(number);
    }
    for (name, unit) in [("duizend", 1000), ("honderd", 100)] {
        if let Some((before, after)) = word.split_once(name) {
            let times = if before.is_empty() { 1 } else { whole(before)? };
            let rest = if after.is_empty() { 0 } else { whole(after.strip_prefix("en").unwrap_or(after))? };
            return (times < 1000 && rest < unit).then(|| times * unit + rest);
        }
    }
    // *achtentwintig*: the ones, *en*, the tens.
    SIMPLE.iter().filter(|&&(_, ones)| (1..10).contains(&ones)).find_map(|&(name, ones)| {
        let tens = simple(word.strip_prefix(name)?.strip_prefix("en")?)?;
        (tens >= 20).then_some(tens + ones)
    })
}

#[cfg(test)]
mod tests {
    use super::number_of;

    #[test]
    fn number_words_and_digits_are_read() {
        for (word, number) in [
            ("7", 7.0),
            ("2,5", 2.5),
            ("elf", 11.0),
            ("achtentwintig", 28.0),
            ("tweeenveertig", 42.0),
            ("honderd", 100.0),
            ("honderdtwintig", 120.0),
            ("tweehonderdvijftig", 250.0),
            ("duizend", 1000.0),
            ("anderhalf", 1.5),
        ] {
            assert_eq!(number_of(word), Some(number), "{word}");
        }
        for word in ["een", "enen", "zesde", "twintigers", "tienen", "", "1e", "honderdhonderd", "12jarige"] {
            assert_eq!(number_of(word), None, "{word}");
        }
    }
}
