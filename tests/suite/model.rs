// SPDX-License-Identifier: EUPL-1.2
//! The option `--model`: where it may come from, and that a folder which does not fit is told in Dutch.

use crate::embedding::failing_hard;
use crate::support::{Folder, printed, run, taalbrug};
use crate::tiny_model::{self, argument};

/// A change to a folder.
type Change = fn(&Folder);

/// Changes to the folder of a sound model, and a part of what every command tells then.
const BROKEN: &[(Change, &str)] = &[
    (|folder| remove(folder, ""), "de map bestaat niet. Geef bij --model de map"),
    (
        |folder| remove(folder, "model.safetensors"),
        "/model.safetensors: dit bestand is niet te lezen (bestaat niet). Zet in",
    ),
    (|folder| remove(folder, "tokenizer.json"), "/tokenizer.json: dit bestand is niet te lezen (bestaat niet)"),
    (|folder| remove(folder, "config.json"), "/config.json: dit bestand is niet te lezen (bestaat niet)"),
    (
        |folder| {
            remove(folder, "config.json");
            folder.write("config.json/x", "");
        },
        "/config.json: dit is geen gewoon bestand",
    ),
    (|folder| folder.write("model.safetensors", &tiny_model::files().tensors[..100]), "is afgebroken of beschadigd"),
    (|folder| folder.write("tokenizer.json", failing_hard().to_string()), "/tokenizer.json: dit is geen tokenizer"),
    (|folder| folder.write("model.safetensors", "version https://git-lfs.github.com/spec/v1\n"), "met git lfs pull"),
    (|folder| folder.write("config.json", " ".repeat(1_000_001)), "te groot: 1000001 bytes, en 1000000 is het meeste"),
    (
        |folder| folder.write("taalbrug.toml", "same_from = 2"),
        "taalbrug.toml:1: ‘same_from’ hoort een getal te zijn van -1",
    ),
    (
        |folder| folder.write("taalbrug.toml", "\nsame_from = nan"),
        "taalbrug.toml:2: ‘same_from’ hoort een getal te zijn",
    ),
    (
        |folder| folder.write("taalbrug.toml", "same_form = 0.9"),
        "‘same_form’ is hier geen instelling. Bedoelt u ‘same_from’?",
    ),
    (|folder| folder.write("taalbrug.toml", "same_from = "), "taalbrug.toml:1:"),
    (
        |folder| folder.write("taalbrug.toml", "same_from = 0.2\nother_below = 0.4"),
        "other_below (0.4) ligt boven same_from",
    ),
];

fn remove(folder: &Folder, name: &str) {
    let path = folder.path().join(name);
    let removed = if path.is_dir() { std::fs::remove_dir_all(&path) } else { std::fs::remove_file(&path) };
    removed.unwrap_or_else(|error| panic!("{}: {error}", path.display()));
}

#[test]
fn a_folder_that_does_not_fit_is_told_in_dutch_with_where_and_how_to_mend_it() {
    for (change, part) in BROKEN {
        let folder = tiny_model::folder();
        change(&folder);
        let output = run(&["compare", "signaal", "--model", &argument(folder.path())]);
        let text = printed(&output);
        assert_eq!(output.status.code(), Some(2), "{text}");
        assert!(text.starts_with("fout: ") && text.contains(part), "{part} is not in {text}");
        assert!(!text.contains("panicked") && text.contains(&argument(folder.path())), "{text}");
    }
}

#[test]
fn every_command_that_compares_takes_the_model_from_anywhere() {
    let glossary = Folder::base();
    let base = argument(glossary.path());
    let here = Folder::empty();
    here.write("instellingen.toml", "model = \"bestaat-niet\"\n");
    let config = argument(&here.path().join("instellingen.toml"));
    let index = argument(&here.path().join("index"));
    for command in [
        &["serve", "--index", &index][..],
        &["index", "--index", &index],
        &["search", "melding"],
        &["show", "melding"],
        &["compare", "melding"],
        &["compare", "--pairs", "/dev/null"],
    ] {
        let ready = || {
            let mut ready = taalbrug(command);
            ready.args(["--glossary", &base]);
            ready
        };
        let ways = [
            ready().args(["--model", "bestaat-niet"]).output(),
            ready().env("TAALBRUG_MODEL", "bestaat-niet").output(),
            ready().args(["--config", &config]).output(),
        ];
        for way in ways {
            let output = way.expect("the program runs");
            assert_eq!(output.status.code(), Some(2), "{command:?}");
            let text = printed(&output);
            assert!(text.contains("het taalmodel is niet te gebruiken: bestaat-niet: de map bestaat niet."), "{text}");
        }
    }
}
