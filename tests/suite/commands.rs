// SPDX-License-Identifier: EUPL-1.2
//! The commands in a terminal: help in plain words, answers, and where options come from.

use crate::support::{Folder, printed, run, taalbrug};

#[test]
fn every_command_has_help_in_dutch_with_english_beside_it() {
    let help = printed(&run(&["--help"]));
    for command in [
        "serve", "check", "explain", "fmt", "new", "schema", "form", "index", "search", "show", "compare", "diff",
        "history", "owners", "export", "import", "config", "doctor", "health",
    ] {
        assert!(help.contains(&format!("  {command} ")), "{command} is not in\n{help}");
        let text = printed(&run(&[command, "--help"]));
        assert!(text.contains("Gebruik (usage): taalbrug"), "{text}");
        assert!(text.contains("--glossary <MAP>"), "{text}");
    }
}

#[test]
fn search_show_and_compare_answer_without_colour_when_it_is_no_terminal() {
    for (arguments, parts) in [
        (
            &["search", "gemeld"][..],
            &["melding", "botst", "gevonden in het woord zelf ‘melding’ (een vorm van dit woord)"][..],
        ),
        (&["search", "reggiee"], &["regie"]),
        (&["search", "xqzvbnw"], &["Niets gevonden."]),
        (&["show", "signaal"], &["Sociaal domein", "Precies: Waarneming", "Drempel: zodra een professional"]),
        (&["show", "Signaal"], &["Veiligheidsdomein"]),
        (
            &["compare", "signaal"],
            &["Sociaal domein ↔ Veiligheidsdomein", "botst (graad 3: botsing)", "Vraag: Wie hoort er iets terug?"],
        ),
    ] {
        let output = run(arguments);
        let text = printed(&output);
        assert_eq!(output.status.code(), Some(0), "{text}");
        assert!(!text.contains('\u{1b}'), "{text:?}");
        for part in parts {
            assert!(text.contains(part), "{part} is not in\n{text}");
        }
    }
}

#[test]
fn colour_comes_when_it_is_asked_for() {
    let output = taalbrug(&["show", "signaal"]).env("CLICOLOR_FORCE", "1").output().expect("the program runs");
    assert!(printed(&output).contains("\u{1b}["));
}

#[test]
fn a_term_is_found_by_its_forms_and_its_other_words() {
    for (word, label) in [("signalen", "Sociaal domein ↔ Veiligheidsdomein"), ("Meldingen", "melding")] {
        let output = run(&["compare", word]);
        assert!(output.status.success() && printed(&output).contains(label), "{}", printed(&output));
    }
}

#[test]
fn wrong_arguments_are_told_in_dutch_with_a_way_out() {
    for (arguments, told) in [
        (&["search"][..], "hier ontbreekt <WOORDEN>. Met --help ziet u wat er kan."),
        (&["search", " "], "hier ontbreekt waarnaar u zoekt."),
        (&["serch", "melding"], "‘serch’ is geen opdracht. Bedoelt u ‘serve’ of ‘schema’ of ‘search’?"),
        (&["check", "--formaat", "json"], "‘--formaat’ hoort hier niet. Bedoelt u ‘--format’?"),
        (
            &["check", "--format", "xml"],
            "‘xml’ kan niet bij --format <VORM>. Kies uit: human, github, gitlab, sarif, json, markdown.",
        ),
        (&["serve", "--listen"], "bij --listen <ADRES> ontbreekt de waarde."),
        (&["check", "--glossary", "a", "--glossary", "b"], "--glossary <MAP> staat er twee keer."),
        (&["check", "--config", "bestaat-niet"], "de instellingen zijn niet te lezen: bestaat-niet (bestaat niet)"),
        (&["health", "--listen", "127.0.0.1:1"], "daar luistert niemand"),
    ] {
        let output = run(arguments);
        let text = printed(&output);
        assert!(!output.status.success() && text.contains(told), "{told} is not in\n{text}");
    }
}

#[test]
fn an_unknown_term_is_answered_with_the_nearest() {
    let output = run(&["show", "meldingg"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(printed(&output).contains("Bedoelt u ‘melding’?"), "{}", printed(&output));
}

#[test]
fn arguments_win_over_the_environment_and_the_environment_over_the_file() {
    let (one, two, three) = (Folder::base(), Folder::base(), Folder::base());
    for (folder, word) in [(&one, "eerste"), (&two, "tweede"), (&three, "derde")] {
        folder.edit("terms/signaal.toml", "Iets wat je ziet", &format!("{word} uitleg"));
    }
    let place = |folder: &Folder| folder.path().display().to_string();
    one.write("instellingen.conf", format!("glossary = \"{}\"\nlisten = \"127.0.0.1:0\"\n", place(&one)));
    let config = one.path().join("instellingen.conf").display().to_string();
    let answer = |arguments: &[&str], environment: &[(&str, String)]| {
        let output = taalbrug(arguments).envs(environment.iter().cloned()).output().expect("the program runs");
        printed(&output)
    };
    let from_file = answer(&["show", "signaal", "--config", &config], &[]);
    assert!(from_file.contains("eerste uitleg"), "{from_file}");
    let environment = [("TAALBRUG_CONFIG", config.clone()), ("TAALBRUG_GLOSSARY", place(&two))];
    let from_environment = answer(&["show", "signaal"], &environment);
    assert!(from_environment.contains("tweede uitleg"), "{from_environment}");
    let from_arguments = answer(&["show", "signaal", "--glossary", &place(&three)], &environment);
    assert!(from_arguments.contains("derde uitleg"), "{from_arguments}");
}

#[test]
fn a_faulty_configuration_file_is_told_by_line() {
    let folder = Folder::base();
    for (text, part) in [
        ("\nlisen = \"x\"\n", ":2: ‘lisen’ is geen instelling. Bedoelt u ‘listen’?"),
        ("glossary = \n", ":1: hier mist een waarde"),
        ("glossary = [1]\n", ":1: ‘glossary’ hoort een tekst of een getal te zijn"),
    ] {
        folder.write("fout.conf", text);
        let config = folder.path().join("fout.conf").display().to_string();
        let output = run(&["check", "--config", &config]);
        assert_eq!(output.status.code(), Some(2), "{}", printed(&output));
        assert!(printed(&output).contains(part), "{part} is not in {}", printed(&output));
    }
    let output = run(&["check", "--config", "bestaat-niet.conf"]);
    assert!(output.status.code() == Some(2) && printed(&output).contains("bestaat-niet.conf"), "{}", printed(&output));
}

#[test]
fn the_index_can_be_built_beforehand() {
    let (folder, index) = (Folder::base(), Folder::empty());
    let (glossary, place) =
        (folder.path().display().to_string(), index.path().join("diep/index").display().to_string());
    let text = printed(&run(&["index", "--glossary", &glossary, "--index", &place]));
    assert!(text.starts_with("De index staat in "), "{text}");
    let text = printed(&run(&["index", "--glossary", &glossary, "--index", &place]));
    assert!(text.starts_with("De index staat al in "), "{text}");
}

#[test]
fn a_full_disk_is_told_and_a_reader_that_leaves_is_no_fault() {
    let program = env!("CARGO_BIN_EXE_taalbrug");
    for (words, code) in [("check > /dev/full", 2), ("show signaal > /dev/full", 2), ("search zorg 2> /dev/full", 0)] {
        let script = format!("exec {program} {words}");
        let output =
            std::process::Command::new("sh").args(["-c", &script]).current_dir(crate::support::root()).output();
        let output = output.expect("a shell");
        assert_eq!(output.status.code(), Some(code), "{words}: {}", printed(&output));
        assert!(!printed(&output).contains("panicked"), "{}", printed(&output));
    }
    let script = format!("{program} compare signaal | head -1");
    let output = std::process::Command::new("sh").args(["-c", &script]).current_dir(crate::support::root()).output();
    assert!(!printed(&output.expect("a shell")).contains("panicked"));
}

#[test]
fn pairs_of_a_file_are_compared_line_by_line() {
    let folder = Folder::empty();
    let (a, b) = ("Een café mag gegevens delen.", "Een café moet gegevens delen.");
    let line = serde_json::json!({"id": "1", "term": "delen", "a_text": a, "b_text": b, "a_facets": {"goal": "hulp"}});
    folder.write("paren.jsonl", format!("{line}\n\n{}\n", serde_json::json!({"id": "2", "a_text": "", "b_text": b})));
    let output = run(&["compare", "--pairs", &folder.path().join("paren.jsonl").display().to_string()]);
    let lines: Vec<serde_json::Value> =
        String::from_utf8_lossy(&output.stdout).lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!(
        (&lines[0]["id"], &lines[0]["relation"], &lines[0]["degree"]),
        (&"1".into(), &"conflict".into(), &3.into())
    );
    assert_eq!(lines[0]["spans_a"], serde_json::json!([[9, 12]]));
    assert_eq!(lines[0]["flips"][0], serde_json::json!({"kind": "modality", "a": "mag", "b": "moet"}));
    assert_eq!((&lines[1]["relation"], &lines[1]["score"]), (&"one_sided".into(), &serde_json::Value::Null));
    folder.write("kapot.jsonl", format!("{line}\n{{\n"));
    let output = run(&["compare", "--pairs", &folder.path().join("kapot.jsonl").display().to_string()]);
    assert!(
        output.status.code() == Some(2) && printed(&output).contains("kapot.jsonl:2: dit is geen paar"),
        "{}",
        printed(&output)
    );
    assert!(printed(&run(&["compare", "x", "--pairs", "y"])).contains("gaan niet samen"));
}
