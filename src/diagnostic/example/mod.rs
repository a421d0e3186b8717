// SPDX-License-Identifier: EUPL-1.2
//! Examples for rules: a small sound glossary, and for each rule one edit in it that breaks the rule.

/// One edit of the small glossary: in `file`, `good` becomes `bad`. An empty `good` means that the file itself is
/// the fault and `bad` its text.
#[derive(Debug)]
pub struct Example {
    /// The path in the glossary folder.
    pub file: &'static str,
    /// What stands in the sound glossary.
    pub good: &'static str,
    /// The same with the fault.
    pub bad: &'static str,
}

/// The small sound glossary, as paths and texts.
pub const BASE: &[(&str, &str)] = &[
    ("actors.toml", include_str!("actors.toml")),
    ("glossary.toml", include_str!("glossary.toml")),
    ("legal.toml", include_str!("legal.toml")),
    ("local/voorbeeldstad/place.toml", include_str!("voorbeeldstad/place.toml")),
    ("local/voorbeeldstad/terms/melding.toml", include_str!("voorbeeldstad/melding.toml")),
    ("sources.toml", include_str!("sources.toml")),
    ("terms/keukentafelgesprek.toml", include_str!("keukentafelgesprek.toml")),
    ("terms/melding.toml", include_str!("melding.toml")),
    ("terms/signaal.toml", include_str!("signaal.toml")),
];

impl Example {
    /// The small glossary with the fault, as paths and texts.
    #[must_use]
    pub fn broken(&self) -> Vec<(String, String)> {
        let mut files: Vec<(String, String)> =
            BASE.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect();
        match files.iter_mut().find(|(path, _)| path == self.file) {
            Some((_, text)) => *text = text.replacen(self.good, self.bad, 1),
            None => files.push((self.file.to_owned(), self.bad.to_owned())),
        }
        files
    }

    /// Whether the edit can be made: the sound glossary holds `good`, or has no such file and `good` is empty.
    #[must_use]
    pub fn fits(&self) -> bool {
        match BASE.iter().find(|(path, _)| *path == self.file) {
            Some((_, text)) => !self.good.is_empty() && text.contains(self.good),
            None => self.good.is_empty(),
        }
    }
}
