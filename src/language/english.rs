// SPDX-License-Identifier: EUPL-1.2
//! English words, which stand beside the Dutch ones: only their plurals are evened out.

/// The form of a folded English word without the ending of its plural: *threats*, *policies*.
#[must_use]
pub fn english_form(folded: &str) -> String {
    match folded {
        _ if folded.len() <= 3 || ["ss", "us", "is"].iter().any(|end| folded.ends_with(end)) => folded.to_owned(),
        _ => match (folded.strip_suffix("ies"), folded.strip_suffix('s')) {
            (Some(stem), _) => format!("{stem}y"),
            (_, Some(stem)) => stem.to_owned(),
            _ => folded.to_owned(),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::english_form;

    #[test]
    fn only_plurals_are_evened_out() {
        for (word, form) in [
            ("threats", "threat"),
            ("policies", "policy"),
            ("case", "case"),
            ("cases", "case"),
            ("care", "care"),
            ("weighing", "weighing"),
            ("crisis", "crisis"),
            ("", ""),
        ] {
            assert_eq!(english_form(word), form);
        }
    }
}
