// SPDX-License-Identifier: EUPL-1.2
//! What editors get wrong, one mistake at a time: each is told once, with its real cause and in Dutch.

use taalbrug::check;
use taalbrug::diagnostic::Finding;
use taalbrug::source::load;

use crate::support::{Folder, TODAY, printed, run};

const SIGNAL: &str = "terms/signaal.toml";
const REPORT: &str = "terms/melding.toml";
const ENGLISH: &str = "english = \"signal\"";
const DAY: &str = "reviewed_on = 2026-01-15";
const DATE: &str = "Schrijf jaar-maand-dag, zoals 2026-11-21, zonder aanhalingstekens.";
const DEGREES: &str = "van 0 tot en met 3, zonder aanhalingstekens: 0 is gelijk";

fn findings(folder: &Folder) -> Vec<Finding> {
    let (content, found) = load(folder.path()).expect("a folder that can be read");
    check::run(&content, found, TODAY)
}

/// A finding as a reader sees it, with its code.
fn lines(findings: &[Finding]) -> Vec<String> {
    findings.iter().map(|finding| format!("{} {}. {}", finding.code, finding.message, finding.mend)).collect()
}

/// Makes each mistake in a sound glossary: a file, what stood there, what stands there now, and what must be told.
fn each_is_told_once(mistakes: &[(&str, &str, &str, &str)]) {
    for (file, good, bad, part) in mistakes {
        let folder = Folder::base();
        folder.edit(file, good, bad);
        let told = lines(&findings(&folder));
        assert!(told.len() == 1 && told[0].contains(part), "{bad}: {part} is not all of {told:#?}");
        for word in ["expected", "invalid", "unexpected", "unclosed", "missing"] {
            assert!(!told[0].contains(word), "{bad}: {}", told[0]);
        }
    }
}

#[test]
fn a_verdict_is_about_two_different_meanings() {
    let good = "between = [\"social\", \"safety\"]";
    each_is_told_once(&[
        (REPORT, good, "between = []", "G009 in ‘between’ horen er precies twee te staan, en hier staan er 0"),
        (REPORT, good, "between = [\"social\"]", "en hier staan er 1"),
        (REPORT, good, "between = [\"social\", \"safety\", \"x\"]", "en hier staan er 3"),
        (REPORT, good, "between = [\"social\", \"social\"]", "G009 in ‘between’ staat twee keer ‘social’"),
    ]);
}

#[test]
fn a_term_whose_only_meaning_has_a_fault_is_not_told_to_have_none() {
    let kind = "kind = \"working\"";
    each_is_told_once(&[("terms/keukentafelgesprek.toml", kind, "kind = \"wrking\"", "Bedoelt u ‘working’?")]);
}

#[test]
fn what_must_be_there_is_not_an_empty_list() {
    each_is_told_once(&[
        (
            SIGNAL,
            "sources = [\"CONCEPT\"]",
            "sources = []",
            "G009 de lijst ‘sources’ is leeg. Vul de lijst: sources = [\"…\"]. Waar de omschrijving op rust, uit sources.toml. Is er geen bron: [\"CONCEPT\"].",
        ),
        (SIGNAL, "owner = \"school\"", "owner = []", "de lijst ‘owner’ is leeg"),
        ("actors.toml", "domains = [\"social\"]", "domains = []", "de lijst ‘domains’ is leeg"),
    ]);
}

#[test]
fn a_fault_of_syntax_is_told_without_its_echoes() {
    each_is_told_once(&[
        (SIGNAL, "broader = [\"informatie\"]", "broader = [\"informatie\"", "G005 deze lijst is niet afgesloten"),
        (
            SIGNAL,
            "broader = [\"informatie\"]",
            "broader = [\"informatie]",
            "G005 deze tekst heeft geen goed begin of einde",
        ),
        (REPORT, "domain = \"social\" }]", "domain = \"social\" ]", "G005 dit blok is niet afgesloten"),
        (REPORT, "[concepts.facets]", "[concepts facets]", "G005 deze kop is niet goed geschreven"),
        (REPORT, "[[verdicts]]", "[[verdicts]", "G005 deze kop is niet afgesloten"),
        (
            REPORT,
            "[[concepts]]\nid = \"safety\"",
            "[[betekenissen]]\nid = \"safety\"",
            "G006 bij een term hoort geen sleutel ‘betekenissen’",
        ),
        (
            REPORT,
            "[[concepts]]\nid = \"social\"",
            "[concepts]\nid = \"social\"",
            "G007 ‘concepts’ hoort een lijst van blokken te zijn",
        ),
        (
            SIGNAL,
            ENGLISH,
            "<<<<<<< HEAD\nenglish = \"a\"\n=======\nenglish = \"b\"\n>>>>>>> tak",
            "G005 in dit bestand staan nog twee versies door elkaar",
        ),
        (SIGNAL, ENGLISH, "english == \"signal\"", "G005 hier staat een isgelijkteken te veel"),
        (SIGNAL, ENGLISH, "english =", "G005 hier mist een waarde"),
    ]);
    let folder = Folder::base();
    let text = std::fs::read_to_string(folder.path().join(SIGNAL)).expect("a file");
    folder.write(SIGNAL, text.replace('\n', "\r"));
    assert_eq!(findings(&folder).len(), 1, "{:#?}", findings(&folder));
}

#[test]
fn the_parser_speaks_dutch_and_tells_the_real_cause() {
    each_is_told_once(&[
        (REPORT, "[\"signaal\", \"aangifte\"]", "[\"signaal, \"aangifte\"]", "in deze lijst mist een aanhalingsteken"),
        (
            SIGNAL,
            ENGLISH,
            "english = \"een \"signal\" hier\"",
            "in deze tekst staat een aanhalingsteken dat de tekst afbreekt",
        ),
        (SIGNAL, "[\"informatie\"]", "[\"in \"form\" atie\"]", "in deze tekst staat een aanhalingsteken"),
        (SIGNAL, ENGLISH, "english = \"signal\",", "na deze waarde staat een teken te veel"),
        (SIGNAL, ENGLISH, "english = \"signal\".", "na deze waarde staat een teken te veel"),
        (SIGNAL, ENGLISH, "english = \"signal\" en meer", "na deze waarde staat nog tekst"),
        (SIGNAL, ENGLISH, "english = \"sig\0nal\"", "hier staat een teken dat u niet ziet"),
        (SIGNAL, ENGLISH, "english\u{a0}= \"signal\"", "hier staat een teken dat u niet ziet"),
        (
            SIGNAL,
            ENGLISH,
            "english = “signal”",
            "gekrulde aanhalingstekens. Zet rechte aanhalingstekens om de tekst: \"…\".",
        ),
        (SIGNAL, ENGLISH, "english = „signal”", "gekrulde aanhalingstekens"),
        (SIGNAL, ENGLISH, "english = notice", "deze tekst mist aanhalingstekens"),
        (SIGNAL, ENGLISH, "english = \"C:\\Users\\jan\"", "na een schuine streep naar achteren"),
        (SIGNAL, ENGLISH, "english: \"signal\"", "tussen sleutel en waarde staat een dubbele punt"),
        (SIGNAL, ENGLISH, "english \"signal\"", "hier mist een isgelijkteken"),
        (SIGNAL, ENGLISH, "// opmerking\nenglish = \"signal\"", "Is het een opmerking, typ dan #"),
        (SIGNAL, ENGLISH, "= \"signal\"", "hier mist een sleutel"),
        (REPORT, "degree = 3", "degree = 03", "dit getal is niet goed geschreven"),
        (SIGNAL, ENGLISH, "english = \"\"\"signal", "deze tekst over meer regels heeft geen einde"),
    ]);
    let folder = Folder::base();
    folder.write("lexicon/irregular.toml", "[forms]\nfoto's = \"foto\"\n");
    let told = lines(&findings(&folder));
    assert!(told.iter().any(|line| line.contains("Zet de sleutel tussen dubbele aanhalingstekens")), "{told:#?}");
}

#[test]
fn numbers_and_days_are_told_with_what_may_stand_there() {
    each_is_told_once(&[
        (REPORT, "degree = 3", "degree = \"3\"", DEGREES),
        (REPORT, "degree = 3", "degree = hoog", DEGREES),
        (REPORT, "degree = 3", "degree = 9", DEGREES),
        (
            REPORT,
            "degree = 3",
            "degree = 3.0",
            "‘degree’ hoort een heel getal te zijn, en hier staat een getal met een punt",
        ),
        (REPORT, DAY, "reviewed_on = 15-01-2026", DATE),
        (REPORT, DAY, "reviewed_on = 2026-13-40", DATE),
        (REPORT, DAY, "reviewed_on = 2026-1-5", DATE),
        (REPORT, DAY, "reviewed_on = 15/01/2026", DATE),
        (REPORT, DAY, "reviewed_on = 15 januari 2026", DATE),
        (REPORT, DAY, "reviewed_on = \"2026-01-15\"", DATE),
        (REPORT, DAY, "reviewed_on = nu", "‘reviewed_on’ hoort een dag te zijn, en hier staat tekst"),
    ]);
}

#[test]
fn a_key_below_the_wrong_heading_is_sent_to_the_right_one() {
    let facets = "[concepts.facets]\n";
    each_is_told_once(&[
        (
            REPORT,
            facets,
            "[concepts.facets]\nnote = \"achtergrond\"\n",
            "‘note’ staat onder de verkeerde kop: dit hoort bij een betekenis. Zet de regel hoger: direct onder de kop [[concepts]].",
        ),
        (
            REPORT,
            facets,
            "[concepts.facets]\nalt_labels = [\"x\"]\n",
            "dit hoort bij een term. Zet de regel bovenaan het bestand, vóór de eerste kop.",
        ),
        (REPORT, "[concepts.values]\n", "[concepts.values]\nnote = \"x\"\n", "dit hoort bij een betekenis"),
        (REPORT, facets, "[facets]\n", "Schrijf de kop als [concepts.facets]."),
    ]);
    let folder = Folder::base();
    folder.edit(REPORT, "kind = \"law\"\n", "");
    folder.edit(REPORT, facets, "[concepts.facets]\nkind = \"law\"\n");
    assert_eq!(findings(&folder).len(), 1, "{:#?}", findings(&folder));
}

#[test]
fn a_missing_heading_is_told_once_and_not_key_by_key() {
    let meaning = "[[concepts]]\nid = \"social\"\n";
    each_is_told_once(&[
        (
            "actors.toml",
            "[[actors]]\n",
            "",
            "G006 hier ontbreekt de kop [[actors]]: daaronder horen ‘id’, ‘label’, ‘domains’ (en zo nog 1). Zet de kop [[actors]] op een eigen regel boven de eerste van deze regels.",
        ),
        ("glossary.toml", "[[domains]]\n", "", "hier ontbreekt de kop [[domains]]"),
        (SIGNAL, "[[concepts]]\n", "", "hier ontbreekt de kop [[concepts]]"),
        (REPORT, meaning, "id = \"social\"\n", "hier ontbreekt de kop [[concepts]]"),
        (
            REPORT,
            "[concepts.values]\n",
            "[[concepts.values]]\n",
            "Haal bij de kop ‘values’ aan elke kant één haak weg.",
        ),
    ]);
    let folder = Folder::base();
    folder.write("lexicon/irregular.toml", "liep = \"lopen\"\nkocht = \"kopen\"\n");
    let told = lines(&findings(&folder));
    assert!(told.iter().any(|line| line.contains("hier ontbreekt de kop [forms]")), "{told:#?}");
    folder.write("lexicon/irregular.toml", "<!DOCTYPE html>\n<html></html>\n");
    let told = lines(&findings(&folder));
    assert!(told.iter().any(|line| line.contains("dit is een webpagina")), "{told:#?}");
}

#[test]
fn what_follows_from_a_mistake_is_not_a_second_one() {
    each_is_told_once(&[
        (SIGNAL, "explanation = \"Iets", "explanaton = \"Iets", "Bedoelt u ‘explanation’?"),
        (SIGNAL, "definition = \"Waarneming", "definitie = \"Waarneming", "Bedoelt u ‘definition’?"),
        (
            SIGNAL,
            "definition = \"Waarneming waarover een professional nog nadenkt.\"",
            "definition = \"\"",
            "‘definition’ is leeg",
        ),
        (REPORT, "age = { from = 12, to = 18 }", "age = { van = 12 }", "bij een leeftijd hoort geen sleutel ‘van’"),
        (REPORT, "by = \"redacteur jeugd\", ", "", "bij een handtekening ontbreekt ‘by’"),
        (
            REPORT,
            "questions = [\"Vraagt iemand hulp voor zichzelf?\"]",
            "questions = \"Vraagt?\"",
            "‘questions’ hoort een lijst te zijn",
        ),
        (
            REPORT,
            "{ domain = \"safety\", by",
            "{ domain = \"brandweer\", by",
            "‘brandweer’ staat niet in glossary.toml",
        ),
    ]);
}

#[test]
fn a_missing_file_is_told_once_and_an_unreadable_one_is_not_missing() {
    for file in ["glossary.toml", "actors.toml", "sources.toml", "legal.toml"] {
        let folder = Folder::base();
        std::fs::remove_file(folder.path().join(file)).expect("a file to remove");
        let told = findings(&folder);
        assert_eq!(
            told.iter().map(|finding| (finding.code, &*finding.place.file)).collect::<Vec<_>>(),
            [("G012", file)]
        );
        folder.write(file, b"title = \"\xff\"");
        let told = findings(&folder);
        assert_eq!(told.iter().map(|finding| finding.code).collect::<Vec<_>>(), ["G003"]);
    }
}

#[test]
fn what_is_unknown_in_many_places_is_told_at_five() {
    let folder = Folder::base();
    folder.edit("glossary.toml", "id = \"safety\"", "id = \"veiligheid\"");
    let told = lines(&findings(&folder));
    assert_eq!(told.len(), 5, "{told:#?}");
    assert!(told[4].contains("‘safety’ staat niet in glossary.toml (en zo op nog "), "{told:#?}");
}

#[test]
fn a_forge_shows_what_is_wrong_and_how_to_mend_it_as_two_sentences() {
    let folder = Folder::base();
    folder.edit(REPORT, "degree = 3", "degree = 2");
    let text = printed(&run(&["check", "--format", "github", "--glossary", &folder.path().display().to_string()]));
    assert!(text.contains("en hier staat 2. Schrijf degree = 3"), "{text}");
}

#[test]
fn a_glossary_without_terms_is_an_error() {
    let folder = Folder::base();
    std::fs::remove_dir_all(folder.path().join("terms")).expect("terms to remove");
    let told = lines(&findings(&folder));
    assert!(told.len() == 1 && told[0].contains("G130 er is geen enkele term"), "{told:#?}");
}

#[test]
fn word_lists_that_contradict_themselves_or_each_other_are_told() {
    let folder = Folder::base();
    folder.write("lexicon/synonyms.toml", "groups = [[\"jongere\", \"jeugdige\"], [\"alleen\"]]\n");
    folder.write(
        "lexicon/opposites.toml",
        "pairs = [[\"jongeren\", \"jeugdige\"], [\"open\", \"open\"], [\"open\", \"dicht\"]]\n",
    );
    let told = findings(&folder);
    let of = |code: &str| {
        told.iter().filter(|finding| finding.code == code).map(|finding| &*finding.message).collect::<Vec<_>>()
    };
    assert_eq!(of("G015").len(), 3, "{told:#?}");
    assert!(of("G015")[0].contains("‘jongeren’ en ‘jeugdige’ zijn hier tegendelen"), "{told:#?}");
    assert_eq!(of("G014").len(), 9, "{told:#?}");
}
