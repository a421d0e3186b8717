// SPDX-License-Identifier: EUPL-1.2
//! The forges that read a file of owners: where each looks for it, and in what words.
//!
//! On GitHub the last rule that fits a file holds. On GitLab each section counts by itself, which is how both domains can be made to
//! agree. On Forgejo every rule that fits is added up, and rules are regular expressions.

use std::fmt::Write;

use crate::cli::owners::asked::Asked;
use crate::model::Domain;

/// A forge.
pub(super) struct Forge {
    /// How people name it.
    pub key: &'static str,
    /// Where it looks for the file, in this order; a new one is written at the first place.
    pub places: &'static [&'static str],
    /// What of the repository guards the glossary, and so asks every domain: files, and folders with a slash at the end.
    gate: &'static [&'static str],
    rules: fn(&Forge, &Asked<'_>, &str) -> String,
}

/// The forges.
pub(super) const FORGES: &[Forge] = &[
    Forge {
        key: "github",
        places: &[".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS"],
        gate: &[".github/"],
        rules: github,
    },
    Forge {
        key: "gitlab",
        places: &["CODEOWNERS", "docs/CODEOWNERS", ".gitlab/CODEOWNERS"],
        gate: &[".gitlab-ci.yml", ".gitlab/", "CODEOWNERS"],
        rules: gitlab,
    },
    Forge {
        key: "forgejo",
        places: &["CODEOWNERS", "docs/CODEOWNERS", ".forgejo/CODEOWNERS", ".gitea/CODEOWNERS"],
        gate: &[".forgejo/", "CODEOWNERS"],
        rules: forgejo,
    },
];

/// Between these lines stands what is made; all else in the file is left alone.
const BEGIN: &str = "# taalbrug: begin";
const END: &str = "# taalbrug: einde";

impl Forge {
    /// What is made for this forge, from the first line to the last. `folder` is where the glossary lies in the repository,
    /// without a slash at the end; empty where it is the repository.
    pub fn block(&self, asked: &Asked<'_>, folder: &str) -> String {
        let mut text = format!(
            "{BEGIN}\n# Gemaakt door ‘taalbrug owners --forge {}’. Wijzig ‘editors’ bij een domein in glossary.toml, en maak dit opnieuw.\n",
            self.key
        );
        for domain in &asked.without {
            let _ = writeln!(text, "# Nog niemand voor: {} ({}).", one_line(&domain.label), domain.id);
        }
        let folder = if folder.is_empty() { String::new() } else { format!("{folder}/") };
        text.push_str(&(self.rules)(self, asked, &folder));
        text.push_str(END);
        text.push('\n');
        text
    }
}

/// A file of owners with this block in the place of the one it had, or at its end.
pub(super) fn with_block(file: &str, block: &str) -> String {
    let ends = file.find(BEGIN).and_then(|start| {
        let end = start + file[start..].find(END)? + END.len();
        Some((start, end + usize::from(file[end..].starts_with('\n'))))
    });
    match ends {
        Some((start, end)) => format!("{}{block}{}", &file[..start], &file[end..]),
        None if file.trim().is_empty() => block.to_owned(),
        None => format!("{}\n\n{block}", file.trim_end()),
    }
}

/// Files ask the domains that their own line names, after a line for everything.
fn github(forge: &Forge, asked: &Asked<'_>, folder: &str) -> String {
    let mut text = String::new();
    let mut line = |path: &str, domains: &[&Domain]| {
        let _ = writeln!(text, "{path} {}", teams(domains));
    };
    line(&general(folder), &asked.domains);
    for path in forge.gate {
        line(&format!("/{path}"), &asked.domains);
    }
    for (path, domains) in asked.exceptions() {
        line(&spaced(&format!("/{folder}{path}")), domains);
    }
    text
}

/// A section for each domain: each must agree with what it owns. Files of others are taken out.
fn gitlab(forge: &Forge, asked: &Asked<'_>, folder: &str) -> String {
    let mut text = String::new();
    for domain in &asked.domains {
        let name = one_line(&domain.label).replace(['[', ']'], "");
        let _ = writeln!(text, "\n[{name}] {}\n{}", teams(&[domain]), general(folder));
        for path in forge.gate {
            let _ = writeln!(text, "/{path}");
        }
        for (path, _) in asked.exceptions().filter(|(_, domains)| !asks(domains, domain)) {
            let _ = writeln!(text, "!{}", spaced(&format!("/{folder}{path}")));
        }
    }
    text
}

/// Every file with its domain, one by one: rules are added up, and nothing can be taken out of one.
fn forgejo(forge: &Forge, asked: &Asked<'_>, folder: &str) -> String {
    let mut text = String::new();
    let folder = pattern(folder);
    for domain in &asked.domains {
        let team = teams(&[domain]);
        let _ = writeln!(text, "\n# {}", one_line(&domain.label));
        for rest in ["[^/]+", "lexicon/.*", "local/[^/]+/[^/]+"] {
            let _ = writeln!(text, "{folder}{rest} {team}");
        }
        for path in forge.gate {
            let below = if path.ends_with('/') { ".*" } else { "" };
            let _ = writeln!(text, "{}{below} {team}", pattern(path));
        }
        for (path, _) in asked.files.iter().filter(|(_, domains)| asks(domains, domain)) {
            let _ = writeln!(text, "{folder}{} {team}", pattern(path));
        }
    }
    text
}

fn asks(domains: &[&Domain], domain: &Domain) -> bool {
    domains.iter().any(|asked| asked.id == domain.id)
}

/// The teams of domains, each once.
fn teams(domains: &[&Domain]) -> String {
    let mut teams: Vec<&str> = Vec::new();
    for team in domains.iter().flat_map(|domain| &domain.editors) {
        if !teams.contains(&team.as_str()) {
            teams.push(team);
        }
    }
    teams.join(" ")
}

/// The pattern of the whole glossary.
fn general(folder: &str) -> String {
    if folder.is_empty() { "*".to_owned() } else { spaced(&format!("/{folder}")) }
}

fn spaced(path: &str) -> String {
    path.replace(' ', "\\ ")
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A path as a regular expression without backslashes, which the file itself gives a meaning.
fn pattern(path: &str) -> String {
    let letter = |letter: char| match letter {
        '.' => "[.]".to_owned(),
        ' ' => "\\ ".to_owned(),
        letter if letter.is_alphanumeric() || "/-_".contains(letter) => letter.to_string(),
        _ => ".".to_owned(),
    };
    path.chars().map(letter).collect()
}

#[cfg(test)]
mod tests {
    use super::{BEGIN, END, pattern, with_block};

    #[test]
    fn what_others_wrote_in_the_file_stays() {
        let block = format!("{BEGIN}\nnieuw\n{END}\n");
        assert_eq!(with_block("", &block), block);
        assert_eq!(with_block("*.rs @rust\n", &block), format!("*.rs @rust\n\n{block}"));
        let old = format!("*.rs @rust\n{BEGIN}\noud\n{END}\nna\n");
        assert_eq!(with_block(&old, &block), format!("*.rs @rust\n{block}na\n"));
        assert_eq!(with_block(&with_block(&old, &block), &block), with_block(&old, &block));
    }

    #[test]
    fn a_path_is_a_pattern_that_fits_it_alone() {
        assert_eq!(pattern("terms/re-integratie.toml"), "terms/re-integratie[.]toml");
        assert_eq!(pattern("mijn map(1)/"), "mijn\\ map.1./");
    }
}
