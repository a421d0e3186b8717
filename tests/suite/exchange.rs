// SPDX-License-Identifier: EUPL-1.2
//! In and out by spreadsheet: the same glossary again, nothing that runs as a formula, and no text of a person overwritten unasked.

use std::fs;

use proptest::prelude::*;
use taalbrug::exchange::{Choices, Fate, Form, Offer, Output, Plan, Refusal, StatusChoice, plan, read, write};
use taalbrug::model::{DomainId, Glossary, Status};
use taalbrug::source::{Content, OnClash, Outcome, load};

use crate::any_terms::{glossary_of, terms};
use crate::support::{Folder, TODAY, printed, real_glossary, run};

fn choices() -> Choices {
    Choices { domain: None, status: StatusChoice::Draft, name: "woorden.csv".to_owned() }
}

fn content(folder: &Folder) -> Content {
    load(folder.path()).expect("a folder").0
}

/// What a table offers to the small glossary, laid beside it.
fn planned(table: &str, on_clash: OnClash) -> Plan {
    let content = content(&Folder::base());
    let offer = read(Form::Csv, table, &content.glossary, &choices()).expect("a table");
    plan((&content, &[]), offer, on_clash, TODAY)
}

fn csv(glossary: &Glossary) -> String {
    write(Output::Csv, glossary).expect("a table").0
}

/// The cells of a table in which each stands between quotes, as a spreadsheet program reads them.
fn cells(table: &str) -> Vec<String> {
    let (mut cells, mut cell, mut inside) = (Vec::new(), String::new(), false);
    let mut letters = table.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if inside && letters.next_if_eq(&'"').is_some() => cell.push('"'),
            '"' if inside => {
                inside = false;
                cells.push(std::mem::take(&mut cell));
            }
            '"' => inside = true,
            other if inside => cell.push(other),
            _ => {}
        }
    }
    cells
}

/// A glossary without words, otherwise the same, with the words of a table.
fn through_csv(glossary: &Glossary, empty: &Content) -> Plan {
    let as_given = Choices { status: StatusChoice::AsGiven, ..choices() };
    let offer = read(Form::Csv, &csv(glossary), &empty.glossary, &as_given).expect("our own table");
    assert!(offer.losses.is_empty(), "{:?}", offer.losses);
    plan((empty, &[]), offer, OnClash::Keep, TODAY)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn what_goes_out_as_a_table_comes_back_the_same(terms in terms()) {
        let full = glossary_of(&terms);
        let back = through_csv(&full.glossary, &glossary_of(&[]));
        prop_assert_eq!(&back.content.glossary, &full.glossary);
    }

    #[test]
    fn no_cell_begins_as_a_formula(terms in terms()) {
        for cell in cells(&csv(&glossary_of(&terms).glossary)) {
            let begins_so = cell.trim_start().starts_with(['=', '+', '-', '@']) || cell.starts_with(['\t', '\r']);
            prop_assert!(!begins_so, "{}", cell);
        }
    }

    #[test]
    fn any_text_as_a_table_ends_in_an_offer_or_a_refusal(text in "(woord|term|domein|definitie|[;,\"\n\r=|\\\\x ]){0,60}") {
        let content = glossary_of(&[]);
        let _: Result<Offer, Refusal> = read(Form::Csv, &text, &content.glossary, &choices());
    }
}

#[test]
fn the_real_glossary_goes_out_and_comes_back_the_same_and_sound() {
    let folder = Folder::empty();
    for file in load(&real_glossary()).expect("the glossary").0.files.all() {
        if !file.path.starts_with("terms/") {
            folder.write(&file.path, &file.text);
        }
    }
    let full = load(&real_glossary()).expect("the glossary").0;
    let back = through_csv(&full.glossary, &content(&folder));
    assert_eq!(back.content.glossary, full.glossary);
    assert!(back.findings.iter().all(|finding| !finding.place.file.starts_with("sources")), "{:?}", back.findings);
}

#[test]
fn a_table_opens_with_the_mark_of_utf_8_semicolons_and_a_quote_around_every_cell() {
    let table = csv(&content(&Folder::base()).glossary);
    assert!(table.starts_with("\u{feff}\"woord\";\"bestand\";\"domein\";\"definitie\""), "{}", &table[..80]);
    assert!(table.ends_with("\"\r\n"));
}

#[test]
fn a_simple_table_makes_drafts_with_what_it_says_and_nothing_more() {
    for separator in [";", ",", "\t"] {
        let table = "woord;domein;definitie;bron\nGroot huis;Sociaal domein;\"huis; met, veel kamers\";Woordenboek <https://voorbeeld.example/w>\n";
        let table = match separator {
            ";" => table.to_owned(),
            other => table.replace("huis; met", "huis. met").replace(';', other).replace("huis. met", "huis; met"),
        };
        let plan = planned(&table, OnClash::Keep);
        let [file, register] = plan.files.as_slice() else { panic!("{:?}", plan.files) };
        assert_eq!((file.path.as_str(), file.fate), ("terms/groot-huis.toml", Fate::New));
        assert_eq!(
            file.text,
            "label = \"Groot huis\"\n\n[[concepts]]\nid = \"social\"\ndomain = \"social\"\ndefinition = \"huis; met, veel kamers\"\nexplanation = \"huis; met, veel kamers\"\nkind = \"working\"\nowner = [\"school\"]\nsources = [\"WOORDENBOEK\"]\nstatus = \"draft\"\n"
        );
        let row = "[[sources]]\nid = \"WOORDENBOEK\"\ntitle = \"Woordenboek\"\npublisher = \"onbekende uitgever\"\nurls = [\"https://voorbeeld.example/w\"]\nkind = \"page\"\n";
        assert!(register.text.ends_with(row), "{}", register.text);
        assert!(
            plan.findings.iter().all(|finding| finding.severity != taalbrug::diagnostic::Severity::Error),
            "{:?}",
            plan.findings
        );
    }
}

#[test]
fn an_empty_key_is_filled_and_a_text_that_stands_is_kept_and_told() {
    let table = "woord;domein;definitie;uitleg;toelichting\nsignaal;social;Iets heel anders.;Iets wat je ziet en waar je nog over nadenkt.;Nieuw.\n";
    let plan_keep = planned(table, OnClash::Keep);
    let file = &plan_keep.files[0];
    let told: Vec<(&str, Outcome)> =
        file.differences.iter().map(|difference| (difference.way.as_str(), difference.outcome)).collect();
    assert_eq!(told, [("concepts.social.definition", Outcome::Kept), ("concepts.social.note", Outcome::Filled)]);
    assert!(
        file.text.contains("Waarneming waarover een professional nog nadenkt.")
            && file.text.contains("note = \"Nieuw.\"")
    );
    assert!(!file.text.contains("Iets heel anders."));
    let plan_replace = planned(table, OnClash::Replace);
    assert!(plan_replace.files[0].text.contains("Iets heel anders."));
    assert_eq!(plan_replace.clashes().count(), 0);
}

#[test]
fn a_meaning_that_its_domain_confirmed_is_not_even_filled_and_loses_its_status_when_it_is_replaced() {
    let folder = Folder::base();
    folder.edit("terms/signaal.toml", "status = \"draft\"", "status = \"confirmed\"\nreviewed_on = 2026-01-15");
    let content = content(&folder);
    let table =
        "woord;domein;definitie;toelichting\nsignaal;social;Waarneming waarover een professional nog nadenkt.;Nieuw.\n";
    let offer = read(Form::Csv, table, &content.glossary, &choices()).expect("a table");
    let kept = plan((&content, &[]), offer.clone(), OnClash::Keep, TODAY);
    assert_eq!((kept.files[0].fate, kept.clashes().count()), (Fate::Same, 1));
    let replaced = plan((&content, &[]), offer, OnClash::Replace, TODAY);
    let concept =
        &replaced.content.glossary.terms.iter().find(|term| term.label == "signaal").expect("the term").concepts[0];
    assert_eq!((concept.status, concept.note.as_deref()), (Status::Draft, Some("Nieuw.")));
}

#[test]
fn a_meaning_of_another_domain_comes_beside_those_that_are_there_and_comments_stay() {
    let folder = Folder::base();
    folder.edit("terms/signaal.toml", "english = ", "# van de redactie\nenglish = ");
    let content = content(&folder);
    let table = "woord;domein;definitie;uitleg;Doel (facet goal)\nSignaal;Politie;Melding van een agent.;Een agent meldt iets.;snel handelen\n";
    let offer = read(Form::Csv, table, &content.glossary, &choices()).expect("a table");
    let plan = plan((&content, &[]), offer, OnClash::Keep, TODAY);
    assert!(plan.files[0].text.contains("# van de redactie"));
    let term = plan.content.glossary.terms.iter().find(|term| term.label == "signaal").expect("the term");
    let ids: Vec<&str> = term.concepts.iter().map(|concept| concept.id.as_str()).collect();
    assert_eq!(ids, ["social", "safety", "police"]);
    assert_eq!(term.concepts[2].facets.values().collect::<Vec<_>>(), ["snel handelen"]);
    assert_eq!(plan.clashes().count(), 0);
}

#[test]
fn what_a_table_says_and_a_glossary_cannot_hold_is_told_with_its_line() {
    for (table, told, place) in [
        ("woord;domein;definitie;kleur\nx;social;a b;rood\n", "kolom is niet bekend", "kleur"),
        ("woord;domein;definitie\nx;ruimtevaart;a b\n", "domein is niet bekend", "regel 2 (x)"),
        ("woord;domein;definitie\nx;;a b\n", "zonder domein", "regel 2 (x)"),
        ("woord;domein;definitie\n;social;a b\n", "zonder woord", "regel 2"),
        ("woord;domein;definitie;status\nx;social;a b;bevestigd\n", "komt binnen als concept", "regel 2 (x)"),
        ("woord;domein;definitie;van wie\nx;social;a b;Niemand\n", "actors.toml", "regel 2 (x)"),
        ("woord;domein;definitie\nA/B;social;a b\nA-B;social;c d\n", "dezelfde bestandsnaam", "regel 3 (A-B)"),
        (
            "woord;domein;definitie;engels\nx;social;a b;one\nx;safety;c d;two\n",
            "zeggen twee rijen iets anders",
            "regel 3 (x)",
        ),
    ] {
        let content = content(&Folder::base());
        let offer = read(Form::Csv, table, &content.glossary, &choices()).expect("a table");
        let found = offer.losses.all().find(|loss| loss.dutch.contains(told));
        assert!(found.is_some_and(|loss| loss.places.iter().any(|there| there == place)), "{told}: {:?}", offer.losses);
    }
}

#[test]
fn a_table_without_known_headings_is_refused_with_an_example() {
    let content = content(&Folder::base());
    for table in ["", "a;b\n1;2\n", "\u{feff}"] {
        let refusal = read(Form::Csv, table, &content.glossary, &choices()).expect_err("no headings");
        assert!(refusal.0.contains("woord; domein; definitie; uitleg"), "{refusal}");
    }
}

#[test]
fn the_domain_that_was_chosen_holds_for_rows_without_one() {
    let content = content(&Folder::base());
    let chosen = Choices { domain: DomainId::parse("safety"), ..choices() };
    let offer = read(Form::Csv, "sep=;\nbegrip;omschrijving\nx;a b\n", &content.glossary, &chosen).expect("a table");
    assert_eq!(offer.terms[0].term.concepts[0].domain.as_str(), "safety");
}

#[test]
fn with_plan_nothing_is_written_and_without_it_the_proposal_stands_in_the_folder() {
    let folder = Folder::base();
    let outside = Folder::empty();
    outside.write("nieuw.csv", "woord;domein;definitie;uitleg\nhulpvraag;social;Vraag om hulp.;Iemand vraagt hulp.\n");
    let (file, glossary) = (outside.path().join("nieuw.csv"), folder.path().display().to_string());
    let file = file.display().to_string();
    let made = folder.path().join("terms/hulpvraag.toml");
    let output = run(&["import", &file, "--plan", "--glossary", &glossary]);
    let text = printed(&output);
    assert!(
        output.status.success()
            && text.contains("terms/hulpvraag.toml – nieuw")
            && text.contains("Er is niets geschreven"),
        "{text}"
    );
    assert!(!made.exists());
    let output = run(&["import", &file, "--glossary", &glossary]);
    assert!(output.status.success() && made.exists(), "{}", printed(&output));
    let again = run(&["import", &file, "--glossary", &glossary]);
    assert!(printed(&again).contains("0 bestanden nieuw, 0 aangevuld, 1 gelijk gebleven"), "{}", printed(&again));
    assert!(run(&["fmt", "--check", "--glossary", &glossary]).status.success());
}

#[test]
fn export_writes_the_table_to_the_screen_or_to_a_file_and_tells_what_is_lost_apart_from_it() {
    let (folder, outside) = (Folder::base(), Folder::empty());
    let (glossary, file) = (folder.path().display().to_string(), outside.path().join("uit.csv"));
    let shown = run(&["export", "--format", "csv", "--glossary", &glossary]);
    assert!(
        String::from_utf8_lossy(&shown.stderr)
            .contains("wat plaatsen zelf afspraken staat niet in de tabel: voorbeeldstad")
    );
    let written = run(&["export", "--format", "csv", "--output", &file.display().to_string(), "--glossary", &glossary]);
    assert!(written.status.success() && written.stdout.is_empty());
    assert_eq!(fs::read(&file).expect("the file"), shown.stdout);
}

#[test]
fn a_file_that_cannot_be_read_is_told_with_a_way_out() {
    let outside = Folder::empty();
    outside.write("oud.csv", b"woord;domein\ncli\xebnt;social\n");
    outside.write("woorden.xlsx", "PK");
    let place = |name: &str| outside.path().join(name).display().to_string();
    for (file, told) in [
        (
            place("oud.csv"),
            "regel 2 staat een onleesbaar teken. Kies in uw rekenblad bij ‘Opslaan als’ voor ‘CSV UTF-8’.",
        ),
        (place("woorden.xlsx"), "Een naam eindigt op .csv"),
        (place("weg.csv"), "weg.csv is niet te lezen (bestaat niet)"),
    ] {
        let output = run(&["import", &file]);
        assert_eq!(output.status.code(), Some(2));
        assert!(printed(&output).contains(told), "{}", printed(&output));
    }
    let output = run(&["import", &place("oud.csv"), "--domain", "ruimtevaart"]);
    assert!(
        printed(&output).contains("‘ruimtevaart’ is geen domein. Kies uit: social, safety."),
        "{}",
        printed(&output)
    );
}
