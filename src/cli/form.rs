// SPDX-License-Identifier: EUPL-1.2
//! `taalbrug form`: a folder with a form for terms, made from the keys of term files and from what the glossary offers.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use clap::builder::PossibleValuesParser;
use serde_json::{Map, Value, json};

use crate::cli::terminal::say;
use crate::cli::{Common, FOUND_FAULTS, could_not_run};
use crate::diagnostic::{Format, Severity, render};
use crate::source::{self, form_fields, form_kinds};

/// The files that are the same for everyone.
const FILES: &[(&str, &str)] = &[
    ("index.html", include_str!("form/index.html")),
    ("fonts.css", include_str!("form/fonts.css")),
    ("by-hand.js", include_str!("form/by-hand.js")),
    ("form.js", include_str!("form/form.js")),
    ("format.js", include_str!("form/format.js")),
];

/// Where changes can go; the last keeps them in the browser, to try the form.
const BACKENDS: [&str; 4] = ["github", "gitlab", "gitea", "test-repo"];

/// The backends that open a proposal for each change.
const WITH_PROPOSALS: [&str; 2] = ["github", "gitlab"];

#[derive(Args)]
#[command(next_help_heading = "Keuzes (options)")]
pub(super) struct Options {
    /// De map waarin het formulier komt (the folder for the form)
    #[arg(value_name = "MAP")]
    folder: PathBuf,
    /// Waar de woordenlijst staat (where the glossary is kept)
    #[arg(long, env = "TAALBRUG_BACKEND", value_name = "SOORT", default_value = "test-repo", hide_env = true, value_parser = PossibleValuesParser::new(BACKENDS))]
    backend: String,
    /// Het project op die plek, zoals organisatie/taalbrug (the repository there)
    #[arg(long, env = "TAALBRUG_REPO", value_name = "NAAM", hide_env = true)]
    repo: Option<String>,
    /// De tak waar voorstellen naartoe gaan (the branch that proposals go to)
    #[arg(long, env = "TAALBRUG_BRANCH", value_name = "TAK", default_value = "main", hide_env = true)]
    branch: String,
    /// De map met de woordenlijst in dat project (the glossary folder in that repository)
    #[arg(long, env = "TAALBRUG_PATH", value_name = "MAP", default_value = "glossary", hide_env = true)]
    path: String,
    /// Het adres waar men zich aanmeldt, als het niet het gewone is (where people sign in, if not the usual place)
    #[arg(long, env = "TAALBRUG_SIGN_IN", value_name = "ADRES", hide_env = true)]
    sign_in: Option<String>,
    /// Het adres van de API van die plek, als het niet het gewone is (the address of its API, if not the usual one)
    #[arg(long, env = "TAALBRUG_API", value_name = "ADRES", hide_env = true)]
    api: Option<String>,
}

/// Exit code 0: the form is made. 1: the glossary has errors. 2: it cannot be read, the files cannot be written, or it is
/// not said where proposals go.
pub(super) fn run(common: &Common, options: &Options) -> ExitCode {
    if options.backend != "test-repo" && options.repo.is_none() {
        return could_not_run(
            "zeg met --repo in welk project de woordenlijst staat, zoals --repo organisatie/taalbrug.",
        );
    }
    let (content, found) = match source::load(&common.glossary) {
        Ok(loaded) => loaded,
        Err(error) => return could_not_run(&error.to_string()),
    };
    if found.iter().any(|finding| finding.severity == Severity::Error) {
        let root = common.glossary.display().to_string();
        say(render(Format::Human, &found, &root, &|path| content.files.text(path)).trim_end());
        return ExitCode::from(FOUND_FAULTS);
    }
    let config = config(options, &form_fields(&content.glossary));
    let made = [("config.json", format!("{config:#}\n")), ("kinds.json", format!("{:#}\n", form_kinds()))];
    let fixed = FILES.iter().map(|(name, text)| (*name, (*text).to_owned()));
    for (name, text) in fixed.chain(made) {
        if let Err(error) = source::write(&options.folder.join(name), &text) {
            return could_not_run(&error.to_string());
        }
    }
    say(&format!("{} staat klaar.", options.folder.display()));
    say("Zet er nog sveltia-cms.js, locales, smol-toml en signs.woff2 bij; docs/form.md zegt hoe.");
    ExitCode::SUCCESS
}

/// The configuration of the editor.
fn config(options: &Options, fields: &Value) -> Value {
    let Options { backend, repo, branch, path, sign_in, api, .. } = options;
    let mut place = Map::from_iter([("name".to_owned(), json!(backend))]);
    if backend != "test-repo" {
        let named = [
            ("repo", repo.as_ref()),
            ("branch", Some(branch)),
            ("base_url", sign_in.as_ref()),
            ("api_root", api.as_ref()),
        ];
        place.extend(named.into_iter().filter_map(|(key, value)| Some((key.to_owned(), json!(value?)))));
    }
    let workflow = if WITH_PROPOSALS.contains(&backend.as_str()) { "editorial_workflow" } else { "simple" };
    let folder = format!("{}/terms", path.trim_matches('/'));
    json!({
        "backend": place,
        "publish_mode": workflow,
        "app_title": "Taalbrug: woorden bewerken",
        "media_folder": "media",
        "show_preview_links": false,
        "output": { "omit_empty_optional_fields": true },
        "slug": { "encoding": "ascii", "clean_accents": true },
        "collections": [{
            "name": "terms",
            "label": "Woorden",
            "label_singular": "Woord",
            "description": "Kies een woord, of voeg er een toe. Wat u bewaart, is een voorstel: anderen kijken er eerst naar.",
            "folder": folder,
            "create": true,
            "delete": false,
            "extension": "toml",
            "format": "taalbrug",
            "identifier_field": "label",
            "slug": "{{label}}",
            "summary": "{{label}}",
            "sortable_fields": ["label"],
            "editor": { "preview": false },
            "fields": fields,
        }],
    })
}
