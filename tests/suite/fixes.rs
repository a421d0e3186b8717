// SPDX-License-Identifier: EUPL-1.2
//! `check --fix`: what the program mends by itself, and what it leaves alone.

use std::fs;

use crate::support::{Folder, printed, run};

const SIGNAL: &str = "terms/signaal.toml";

fn fixed(folder: &Folder) -> (Option<i32>, String, String) {
    let output = run(&["check", "--fix", "--glossary", &folder.path().display().to_string()]);
    let text = fs::read_to_string(folder.path().join(SIGNAL)).expect("the file");
    (output.status.code(), printed(&output), text)
}

#[test]
fn safe_mistakes_are_mended_and_the_rest_of_the_file_stays() {
    let folder = Folder::base();
    let before = fs::read_to_string(folder.path().join(SIGNAL)).expect("the file");
    folder.edit(SIGNAL, "english = \"signal\"", "# een opmerking\nenglsh = \" signal\" # erachter");
    folder.edit(SIGNAL, "Informatie over iemand. De", "Informatie over  een cliÃ«nt.<br>De");
    let (code, told, text) = fixed(&folder);
    assert_eq!(code, Some(0), "{told}");
    let wanted = before
        .replace("english = \"signal\"", "# een opmerking\nenglish = \"signal\" # erachter")
        .replace("Informatie over iemand. De", "Informatie over een cliënt. De");
    assert_eq!(text, wanted);
    assert!(
        told.contains("signaal.toml:") && told.contains("verbeterd") && told.contains("Geen fouten gevonden."),
        "{told}"
    );
    let (_, told, again) = fixed(&folder);
    assert!(again == wanted && !told.contains("verbeterd"), "{told}");
}

#[test]
fn what_needs_a_person_is_left_alone_and_told() {
    let folder = Folder::base();
    folder.edit(SIGNAL, "english = \"signal\"", "labl = \"dubbel\"\nenglish = \"signal");
    let before = fs::read_to_string(folder.path().join(SIGNAL)).expect("the file");
    let (code, told, text) = fixed(&folder);
    assert_eq!((code, text), (Some(1), before), "{told}");
    let folder = Folder::base();
    folder.edit(SIGNAL, "english = \"signal\"", "lable = \"dubbel\"");
    let (code, told, text) = fixed(&folder);
    assert!(code == Some(1) && text.contains("lable = ") && told.contains("Bedoelt u ‘label’?"), "{told}");
}

#[test]
fn many_hints_of_one_rule_are_counted_and_do_not_drown_the_rest() {
    let folder = Folder::base();
    for number in 0..9 {
        folder.write(
            &format!("terms/woord{number}.toml"),
            format!("label = \"woord{number}\"\nnote = \"twee  spaties\"\n"),
        );
    }
    let told = printed(&run(&["check", "--glossary", &folder.path().display().to_string()]));
    assert_eq!(told.matches("tip[G176]").count(), 4, "{told}");
    assert!(told.contains("tip[G176]: nog 6 keer") && told.contains("9 fouten, 0 waarschuwingen, 9 tips."), "{told}");
}
