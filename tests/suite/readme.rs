// SPDX-License-Identifier: EUPL-1.2
//! What README and guides say is true: examples are asked for real, and lists match the tables they come from.

use serde_json::Value;
use taalbrug::model::Keyed;

use crate::support::{Service, root};

/// A command of the README and the answer it shows.
struct Example {
    command: String,
    shown: Value,
}

fn examples() -> Vec<Example> {
    let text = std::fs::read_to_string(root().join("README.md")).expect("README.md");
    let blocks = text.split("```console\n$ ").skip(1).filter_map(|rest| rest.split("\n```").next());
    let example = |block: &str| {
        let (command, shown) = block.split_once('\n').expect("a command and an answer");
        let shown = serde_json::from_str(shown).unwrap_or_else(|error| panic!("{command}: {error}"));
        Example { command: command.to_owned(), shown }
    };
    blocks.map(example).collect()
}

/// The part of a shell command between two markers.
fn between<'a>(command: &'a str, start: &str, end: &str) -> Option<&'a str> {
    command.split_once(start)?.1.split(end).next()
}

/// Whether everything shown stands in the real answer: members by name, items from the first on.
fn holds(real: &Value, shown: &Value) -> Result<(), String> {
    match (real, shown) {
        (Value::Object(real), Value::Object(shown)) => shown.iter().try_for_each(|(name, value)| {
            let own = real.get(name).ok_or_else(|| format!("{name} is not in the answer"))?;
            holds(own, value).map_err(|error| format!("{name}: {error}"))
        }),
        (Value::Array(real), Value::Array(shown)) if shown.len() <= real.len() => {
            shown.iter().zip(real).try_for_each(|(value, own)| holds(own, value))
        }
        (real, shown) if real == shown => Ok(()),
        (real, shown) => Err(format!("{shown} is shown, and the answer is {real}")),
    }
}

#[test]
fn the_examples_of_the_readme_are_real() {
    let service = Service::real();
    let examples = examples();
    assert_eq!(examples.len(), 8);
    for Example { command, shown } in examples {
        let path = between(&command, "http://127.0.0.1:8080", "'").unwrap_or("").split(' ').next().unwrap_or("");
        let real = match between(&command, "-d '", "'") {
            Some(body) => service.post(path, &serde_json::from_str(body).expect("a JSON body")).json(),
            None => service.json(path),
        };
        holds(&real, &shown).unwrap_or_else(|error| panic!("{command}\n{error}"));
    }
}

#[test]
fn the_numbers_in_the_changelog_are_counted() {
    let text = std::fs::read_to_string(root().join("CHANGELOG.md")).expect("CHANGELOG.md");
    let rules = taalbrug::check::all_rules().count();
    assert!(text.contains(&format!("{rules} rules")), "there are {rules} rules");
    let publication = crate::support::publication(&crate::support::real_glossary());
    let glossary = &publication.glossary;
    for part in [
        format!("{} terms", glossary.terms.len()),
        format!("{} actors", glossary.actors.len()),
        format!("{} sources", glossary.sources.len()),
        format!("{} legal frames", glossary.legal_frames.len()),
        format!("{} models", glossary.models.len()),
    ] {
        assert!(text.contains(&part), "{part}");
    }
}

#[test]
fn the_editors_guide_explains_every_key_of_terms_and_places() {
    let text = std::fs::read_to_string(root().join("glossary/README.md")).expect("the editors' guide");
    for key in taalbrug::source::keys_of_terms().into_iter().chain(taalbrug::source::keys_of_places()) {
        assert!(text.contains(&format!("`{key}`")), "the guide does not explain {key}");
    }
}

#[test]
fn the_page_about_searching_tells_every_field_every_notice_and_questions_that_are_understood() {
    let text = std::fs::read_to_string(root().join("docs/search.md")).expect("the page about searching");
    for field in taalbrug::search::FIELD_NAMES {
        assert!(text.contains(&format!("`{}`", field.dutch)) && text.contains(field.facet), "{}", field.dutch);
    }
    for (_, code, ..) in taalbrug::search::Caution::ALL {
        assert!(text.contains(&format!("`{code}`")), "{code}");
    }
    let publication = crate::support::publication(&crate::support::real_glossary());
    let asked: Vec<&str> = text.lines().filter_map(|line| line.strip_prefix("| `")?.split("` |").next()).collect();
    assert!(asked.len() >= 8, "{asked:?}");
    for q in asked {
        let understood = publication.understand(q);
        assert!(understood.mistakes.is_empty() && !understood.demands.is_empty(), "{q}");
    }
}
