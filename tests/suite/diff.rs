// SPDX-License-Identifier: EUPL-1.2
//! What `diff` says of a change: in meaning, in effect on the difference between domains, and who must sign.

use std::process::Command;

use serde_json::Value;

use crate::support::{Folder, printed, real_glossary, run};

const TERM: &str = "terms/melding.toml";

/// An edit of the small glossary: the file, what stood there and what stands there now.
type Edit = (&'static str, &'static str, &'static str);

/// What `diff` says in a form after edits, and its exit code.
fn said(edits: &[Edit], format: &str) -> (String, i32) {
    let (base, head) = (Folder::base(), Folder::base());
    for (file, old, new) in edits {
        head.edit(file, old, new);
    }
    between(&base, &head, format)
}

fn between(base: &Folder, head: &Folder, format: &str) -> (String, i32) {
    let path = |folder: &Folder| folder.path().to_str().expect("a path").to_owned();
    let output = run(&["diff", &path(base), &path(head), "--format", format]);
    (printed(&output), output.status.code().expect("an exit code"))
}

fn json(edits: &[Edit]) -> Value {
    serde_json::from_str(&said(edits, "json").0).expect("JSON")
}

/// The keys of the effects on a term.
fn kinds(term: &Value) -> Vec<&str> {
    let effects = term["effects"].as_array().expect("effects");
    effects.iter().map(|effect| effect["kind"].as_str().expect("a kind")).collect()
}

const REWORDED: Edit = (TERM, "Verzoek van een inwoner om ondersteuning.", "Verzoek om ondersteuning van een inwoner.");
const CONTRARY: Edit =
    (TERM, "Verzoek van een inwoner om ondersteuning.", "Verzoek van een inwoner zonder ondersteuning.");
const SIGNED: &str = "{ domain = \"social\", by = \"redacteur jeugd\", on = 2026-01-15 }";

#[test]
fn without_a_change_there_is_nothing_to_say_or_sign() {
    let (text, code) = said(&[], "human");
    assert!(text.contains("De betekenissen blijven gelijk."), "{text}");
    assert_eq!(code, 0);
    assert_eq!(json(&[]), serde_json::json!({ "terms": [], "elsewhere": [], "missing": 0 }));
}

#[test]
fn a_changed_text_is_shown_before_and_after_with_what_the_comparison_makes_of_it() {
    for (edit, reading) in [(REWORDED, &["reworded", "nuance"][..]), (CONTRARY, &["content", "unclear"])] {
        let changes = json(&[edit]);
        let definition = &changes["terms"][0]["meanings"][0]["definition"];
        assert!(reading.contains(&definition["reading"].as_str().expect("a reading")), "{definition}");
        let text = |side: &str| -> String {
            let segments = definition[side].as_array().expect("segments");
            segments.iter().map(|segment| segment["text"].as_str().expect("text")).collect()
        };
        assert_eq!((text("before").as_str(), text("after").as_str()), (edit.1, edit.2));
    }
}

#[test]
fn a_change_under_a_signed_verdict_asks_both_domains_and_fails_until_they_sign() {
    let (text, code) = said(&[CONTRARY], "human");
    for part in [
        "De tekst onder het oordeel, getekend op 2026-01-15 (redacteur jeugd) en 2026-01-16",
        "Handtekening ontbreekt: safety",
    ] {
        assert!(text.contains(part), "{part} is not in\n{text}");
    }
    assert_eq!(code, 1);
    let again = [
        CONTRARY,
        (TERM, "reviewed_on = 2026-01-15", "reviewed_on = 2026-03-01"),
        (TERM, SIGNED, "{ domain = \"social\", by = \"redacteur jeugd\", on = 2026-03-01 }"),
    ];
    assert_eq!(json(&again)["missing"], 1, "the safety domain has not signed yet");
    let both = [&again[..], &[(TERM, "on = 2026-01-16", "on = 2026-03-02")]].concat();
    let (text, code) = said(&both, "human");
    assert_eq!(code, 0, "{text}");
}

#[test]
fn a_draft_may_be_merged_unsigned_and_says_whom_to_ask() {
    let draft = [
        (TERM, "Binnenkomst van een signaal bij de politie.", "Ontvangst van een signaal bij de politie."),
        (
            TERM,
            "status = \"confirmed\"\nsigned = [\n  { domain = \"social\", by = \"redacteur jeugd\", on = 2026-01-15 },\n  { domain = \"safety\", by = \"redacteur politie\", on = 2026-01-16 },\n]",
            "status = \"draft\"",
        ),
    ];
    let changes = json(&draft);
    assert_eq!(changes["missing"], 0);
    let asks = changes["terms"][0]["asks"].as_array().expect("asks");
    let of: Vec<_> = asks.iter().map(|ask| (ask["domain"].as_str(), ask["standing"].as_str())).collect();
    assert!(of.contains(&(Some("social"), Some("draft"))) && of.contains(&(Some("safety"), Some("draft"))), "{asks:?}");
}

#[test]
fn taking_out_a_confirmed_verdict_asks_both_domains_in_the_review() {
    let (base, head) = (Folder::base(), Folder::base());
    let text = std::fs::read_to_string(base.path().join(TERM)).expect("the term");
    let (before, verdicts) = text.split_once("[[verdicts]]").expect("verdicts");
    let rest = verdicts.split_once("[[verdicts]]").map_or(String::new(), |(_, rest)| format!("[[verdicts]]{rest}"));
    head.write(TERM, format!("{before}{rest}"));
    let changes: Value = serde_json::from_str(&between(&base, &head, "json").0).expect("JSON");
    let term = &changes["terms"][0];
    assert!(kinds(term).contains(&"removes_verdict"), "{term}");
    let asked = |standing: &str| {
        let asks = term["asks"].as_array().expect("asks").iter();
        asks.filter(|ask| ask["standing"] == standing).filter_map(|ask| ask["domain"].as_str()).collect::<Vec<_>>()
    };
    assert_eq!(asked("review"), ["social", "safety"], "{term}");
    let (text, code) = between(&base, &head, "human");
    assert!(text.contains("is weggehaald. Beide domeinen moeten dat goedvinden."), "{text}");
    assert!(text.contains("weghalen van het oordeel over"), "{text}");
    assert_eq!(code, 0, "no file is left to sign in: {text}");
    std::fs::remove_file(head.path().join(TERM)).expect("a removed file");
    let gone: Value = serde_json::from_str(&between(&base, &head, "json").0).expect("JSON");
    assert_eq!(gone["terms"][0]["asks"].as_array().map(Vec::len), Some(2), "{gone}");
}

#[test]
fn effects_on_the_difference_are_told_facet_by_facet() {
    let judged = json(&[(TERM, "facets = { goal = 3, actor = 2 }", "facets = { goal = 0, actor = 2 }")]);
    assert_eq!(kinds(&judged["terms"][0]), ["resolves_on_facet"]);
    let alike = json(&[(TERM, "goal = \"een beeld krijgen\"", "goal = \"ondersteuning krijgen\"")]);
    let sentence = alike["terms"][0]["effects"].as_array().expect("effects");
    let told = |part: &str| sentence.iter().any(|effect| effect["sentence"].as_str().expect("Dutch").contains(part));
    assert!(told("De teksten over ‘Doel’ zeggen nu hetzelfde"), "{sentence:?}");
    assert!(told("Het oordeel zegt nog: botsing"), "{sentence:?}");
}

#[test]
fn a_verdict_that_changes_the_relation_parts_or_resolves() {
    let resolves = json(&[(TERM, "relation = \"homonym\"\ndegree = 3", "relation = \"nuance\"\ndegree = 1")]);
    assert!(kinds(&resolves["terms"][0]).contains(&"resolves"), "{resolves}");
    let sentence = resolves["terms"][0]["effects"][0]["sentence"].as_str().expect("Dutch");
    assert!(sentence.starts_with("‘melding’ loopt niet meer uit elkaar bij het sociaal domein"), "{sentence}");
    let (base, head) = (Folder::base(), Folder::base());
    base.edit(TERM, "relation = \"homonym\"\ndegree = 3", "relation = \"nuance\"\ndegree = 1");
    let parts: Value = serde_json::from_str(&between(&base, &head, "json").0).expect("JSON");
    assert!(kinds(&parts["terms"][0]).contains(&"parts"), "{parts}");
}

#[test]
fn an_outdated_verdict_is_told_with_the_day_of_its_signatures() {
    let (base, head) = (Folder::base(), Folder::base());
    let publication = crate::support::publication(base.path());
    let (_, pair) = publication.pairs().find(|(_, pair)| pair.ruling.is_some()).expect("a judged pair");
    let pin = format!("degree = 3\napplies_to = \"{}\"", pair.fingerprint.as_deref().expect("two texts"));
    for folder in [&base, &head] {
        folder.edit(TERM, "degree = 3", &pin);
    }
    head.edit(TERM, CONTRARY.1, CONTRARY.2);
    let (text, code) = between(&base, &head, "human");
    assert!(text.contains("oordeel verouderd: Het oordeel, getekend op 2026-01-15"), "{text}");
    assert_eq!(code, 1);
    let back: Value = serde_json::from_str(&between(&head, &base, "json").0).expect("JSON");
    assert!(kinds(&back["terms"][0]).contains(&"renews"), "{back}");
}

#[test]
fn new_gone_and_renamed_terms_are_told_apart() {
    let (base, head) = (Folder::base(), Folder::base());
    let text = std::fs::read_to_string(base.path().join(TERM)).expect("the term");
    head.write("terms/zorgmelding.toml", &text);
    std::fs::remove_file(head.path().join(TERM)).expect("a removed file");
    std::fs::remove_file(head.path().join("terms/signaal.toml")).expect("a removed file");
    head.write(
        "terms/huisbezoek.toml",
        text.replace("ondersteuning.", "bezoek.").replace("\"melding\"", "\"huisbezoek\""),
    );
    let changes: Value = serde_json::from_str(&between(&base, &head, "json").0).expect("JSON");
    let terms = changes["terms"].as_array().expect("terms");
    let fates: Vec<_> = terms
        .iter()
        .map(|term| (term["id"].as_str().expect("an id"), term["fate"].as_str().expect("a fate")))
        .collect();
    assert!(fates.contains(&("signaal", "withdrawn")), "{fates:?}");
    assert!(
        fates.iter().any(|(_, fate)| *fate == "renamed") && fates.iter().any(|(_, fate)| *fate == "added"),
        "{fates:?}"
    );
}

#[test]
fn domains_that_inherit_a_changed_meaning_are_named() {
    let changes =
        json(&[(TERM, "Binnenkomst van een signaal bij de politie.", "Ontvangst van een signaal bij de politie.")]);
    assert_eq!(changes["terms"][0]["meanings"][0]["inheritedBy"], serde_json::json!(["Politie"]));
}

#[test]
fn what_changes_beside_the_terms_is_named() {
    let changes = json(&[("glossary.toml", "label = \"Doel\"", "label = \"Waarvoor\"")]);
    let parts = changes["elsewhere"].as_array().expect("parts");
    assert!(parts.iter().any(|part| part["part"] == "facets" && part["changed"][0] == "goal"), "{parts:?}");
}

#[test]
fn an_agreement_of_a_place_that_changes_is_told_with_its_place() {
    let local = "local/voorbeeldstad/terms/melding.toml";
    let changes = json(&[(local, "noemen we iets pas een melding", "noemen we iets alleen een melding")]);
    let term = &changes["terms"][0];
    assert_eq!(
        (&term["places"][0], &term["keys"][0]["key"]),
        (&"voorbeeldstad".into(), &"agreements".into()),
        "{term}"
    );
    assert!(term["keys"][0]["after"].as_str().expect("text").contains("Voorbeeldstad: In ons casusoverleg"), "{term}");
    assert_eq!(changes["missing"], 0, "parties agree, and no domain signs");
}

#[test]
fn a_report_in_markdown_carries_no_mark_up_of_the_glossary() {
    let (text, _) =
        said(&[(TERM, "Iemand vraagt om hulp.", "<img src=x> @team | [klik](http://kwaad.example) `x`")], "markdown");
    assert!(text.contains("&lt;img src=x&gt; &#64;team \\| \\[klik\\](http://kwaad.example) \\`x\\`"), "{text}");
}

#[test]
fn revisions_are_read_from_git() {
    let folder = Folder::base();
    let git = |arguments: &[&str]| {
        let identity = ["-c", "user.name=Redactie", "-c", "user.email=redactie@voorbeeld.example"];
        let done = Command::new("git").args(identity).args(arguments).current_dir(folder.path()).output().expect("git");
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    };
    git(&["init", "-q", "-b", "main"]);
    git(&["add", "."]);
    git(&["commit", "-q", "-m", "eerste"]);
    folder.edit(TERM, CONTRARY.1, CONTRARY.2);
    let glossary = folder.path().to_str().expect("a path");
    let output = run(&["diff", "main", "--glossary", glossary]);
    assert!(printed(&output).contains("was:   Verzoek van een inwoner"), "{}", printed(&output));
    git(&["commit", "-q", "-a", "-m", "tweede"]);
    let output = run(&["diff", "HEAD~1", "HEAD", "--glossary", glossary, "--format", "json"]);
    let changes: Value = serde_json::from_str(&printed(&output)).expect("JSON");
    assert_eq!(changes["terms"][0]["id"], "melding");
    for name in ["bestaat-niet", "--output=kwaad"] {
        let output = run(&["diff", "--glossary", glossary, "--", name]);
        assert_eq!(output.status.code(), Some(2));
        assert!(printed(&output).contains("is geen map en geen revisie"), "{}", printed(&output));
    }
    assert!(!folder.path().join("kwaad").exists());
}

#[test]
fn a_faulty_revision_is_told_where_it_is_faulty() {
    let (text, code) = said(&[(TERM, "label = \"melding\"", "label = melding")], "human");
    assert_eq!(code, 1);
    assert!(text.contains("terms/melding.toml"), "{text}");
}

#[test]
fn the_glossary_of_the_project_is_equal_to_itself() {
    let path = real_glossary();
    let path = path.to_str().expect("a path");
    assert!(printed(&run(&["diff", path, path])).contains("De betekenissen blijven gelijk."));
}
