// SPDX-License-Identifier: EUPL-1.2
//! What editors get wrong in the files of a place: each is told once, with its real cause and its file.

use taalbrug::check;
use taalbrug::diagnostic::Finding;
use taalbrug::source::load;

use crate::support::{Folder, TODAY};

const LOCAL: &str = "local/voorbeeldstad/terms/melding.toml";

const PARTIES: &str = "parties = [\"politie\", { role = \"voorzitter van het casusoverleg\" }]";
const DOMAIN: &str = "[[concepts]]\ndomain = \"safety\"";
const BETWEEN: &str = "between = [\"social\", \"safety-voorbeeldstad\"]";

/// What stood there, what stands there now, and what must be told.
const MISTAKES: &[(&str, &str, &str)] = &[
    ("agreed_on = 2026-01-15", "", "G008 bij een afspraak ontbreekt ‘agreed_on’"),
    ("valid_until = 2126-01-15", "valid_util = 2126-01-15", "Bedoelt u ‘valid_until’?"),
    (
        "valid_until = 2126-01-15",
        "valid_until = 2026-01-14",
        "G142 deze afspraak loopt tot 2026-01-14, en is pas op 2026-01-15",
    ),
    ("valid_until = 2126-01-15", "valid_until = 2026-01-16", "G143 deze afspraak is verlopen op 2026-01-16"),
    ("agreed_on = 2026-01-15", "agreed_on = 2125-01-15", "G121 2125-01-15 moet nog komen"),
    (
        PARTIES,
        "",
        "G144 hier staat niet wie dit afspraken. Voeg hier parties toe, of in local/voorbeeldstad/place.toml",
    ),
    (PARTIES, "parties = [\"pollitie\"]", "G102 ‘pollitie’ staat niet in actors.toml. Bedoelt u ‘politie’?"),
    (PARTIES, "parties = [\"Wijkagent Oost\"]", "schrijf dan { role = \"…\" }"),
    (PARTIES, "parties = [{ rol = \"x\" }]", "Bedoelt u ‘role’?"),
    (
        DOMAIN,
        "[[concepts]]\ndomain = \"safty\"\nid = \"safety-voorbeeldstad\"",
        "G101 ‘safty’ staat niet in glossary.toml",
    ),
    (DOMAIN, "[[concepts]]\ndomain = \"safety\"\nid = \"social-zorg\"", "G107 de id ‘social-zorg’ bestaat al"),
    (BETWEEN, "between = [\"social\", \"safety\"]", "G141 ‘social’ en ‘safety’ gelden overal"),
    (BETWEEN, "between = [\"social\", \"safety-elders\"]", "G113 ‘safety-elders’ staat niet in deze term"),
    (
        "sources = [\"CONCEPT\"]\nstatus = \"confirmed\"",
        "sources = [\"BRON-X\"]",
        "G103 ‘BRON-X’ staat niet in sources.toml",
    ),
    ("[[agreements]]", "label = \"melding\"\n\n[[agreements]]", "‘label’"),
    ("text = \"In ons", "text = In ons", "G005"),
    ("degree = 2\n", "degree = 1\n", "G115 bij de relatie ‘overlap’ hoort graad 2"),
    (
        "degree = 2\n",
        "degree = 2\napplies_to = \"0000000000000000\"\n",
        "G136 na dit oordeel zijn de omschrijvingen veranderd",
    ),
    ("definition = \"Bericht", "definition = \"Bron: bericht", "G112 in deze omschrijving staat ‘bron:’"),
    ("owner = \"politie\"", "owner = \"pollitie\"", "G102 ‘pollitie’ staat niet in actors.toml"),
    ("goal = \"een", "gaol = \"een", "G105 ‘gaol’ staat niet in glossary.toml. Bedoelt u ‘goal’?"),
];

fn findings(folder: &Folder) -> Vec<Finding> {
    let (content, found) = load(folder.path()).expect("a folder that can be read");
    check::run(&content, found, TODAY)
}

#[test]
fn a_mistake_in_the_file_of_a_place_is_told_once_with_its_real_cause() {
    for (good, bad, part) in MISTAKES {
        let folder = Folder::base();
        folder.edit(LOCAL, good, bad);
        let told = findings(&folder);
        let lines: Vec<String> = told.iter().map(|one| format!("{} {}. {}", one.code, one.message, one.mend)).collect();
        let own = lines.iter().filter(|line| line.contains(part)).count();
        assert!(own == 1 && told.iter().all(|one| one.place.file == LOCAL), "{bad}: {part} is not in {lines:#?}");
        let echoes = usize::from(part.starts_with("G107"));
        assert_eq!(lines.len(), own + echoes, "{bad}: {lines:#?}");
    }
}

#[test]
fn files_of_places_have_a_place_of_their_own() {
    let agreement = "[[agreements]]\ntext = \"Anders.\"\nparties = [\"school\"]\nagreed_on = 2026-01-15\nvalid_until = 2126-01-15\n";
    for (file, text, part) in [
        (
            "local/Voorbeeld Stad/place.toml",
            "label = \"x\"\n",
            "G011 ‘Voorbeeld Stad’ kan geen naam van een plaats zijn",
        ),
        ("local/voorbeeldstad/terms/Mijn Term.toml", agreement, "G011 ‘Mijn Term’ kan geen naam van een term zijn"),
        (
            "local/voorbeeldstad/afspraken.toml",
            agreement,
            "G010 niets leest dit bestand. Geef in de map local elke plaats",
        ),
        ("local/melding.toml", agreement, "G010 niets leest dit bestand"),
        (
            "local/voorbeeldstad/terms/signal.toml",
            agreement,
            "G140 de term ‘signal’ bestaat niet in de map terms. Bedoelt u ‘signaal’?",
        ),
        ("local/voorbeeldstad/terms/signaal.toml", "", "G145 in dit bestand staat nog niets"),
        ("local/voorbeeldstad/place.toml", "note = \"x\"\n", "G008 bij een plaats ontbreekt ‘label’"),
    ] {
        let folder = Folder::base();
        folder.write(file, text);
        let told = findings(&folder);
        let lines: Vec<String> = told.iter().map(|one| format!("{} {}. {}", one.code, one.message, one.mend)).collect();
        assert!(lines.len() == 1 && lines[0].contains(part) && told[0].place.file == file, "{file}: {told:#?}");
    }
    let folder = Folder::base();
    std::fs::remove_file(folder.path().join("local/voorbeeldstad/place.toml")).expect("a file to remove");
    let told = findings(&folder);
    assert!(
        told.len() == 1 && told[0].code == "G012" && told[0].place.file == "local/voorbeeldstad/place.toml",
        "{told:#?}"
    );
}

#[test]
fn a_meaning_of_a_place_that_clashes_asks_for_a_verdict_in_the_file_of_the_place() {
    let folder = Folder::base();
    let text = std::fs::read_to_string(folder.path().join(LOCAL)).expect("a file");
    let (concepts, rest) = text.split_once("[[verdicts]]").expect("a verdict");
    let (_, agreements) = rest.split_once("[[agreements]]").expect("an agreement");
    folder.write(LOCAL, format!("{concepts}[concepts.values]\ncoercion = \"must\"\n\n[[agreements]]{agreements}"));
    let told = findings(&folder);
    assert_eq!(told.iter().map(|one| (one.code, &*one.place.file)).collect::<Vec<_>>(), [("G133", LOCAL)], "{told:#?}");
}

#[test]
fn any_cut_of_the_file_of_a_place_is_read_without_a_panic() {
    let folder = Folder::base();
    let text = std::fs::read_to_string(folder.path().join(LOCAL)).expect("a file");
    for cut in (0..text.len()).step_by(9).filter(|&cut| text.is_char_boundary(cut)) {
        folder.write(LOCAL, &text[..cut]);
        let told = findings(&folder);
        assert!(told.iter().all(|one| one.place.file == LOCAL), "{cut}: {told:#?}");
    }
}
