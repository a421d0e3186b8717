// SPDX-License-Identifier: EUPL-1.2
//! `taalbrug doctor`: looks whether the service can run here as it was set up, and says of each thing what is wrong, where, and how to
//! mend it. It takes what `serve` takes. It starts nothing; the index is made where it is missing, as a start would.

use std::process::ExitCode;

use jiff::{SignedDuration, Timestamp};

use crate::check;
use crate::cli::terminal::{ERROR, HEADING, QUIET, WARNING, say, styled};
use crate::cli::{Common, FOUND_FAULTS, health, options, serve};
use crate::diagnostic::Tally;
use crate::http;
use crate::publication::{BuildError, Past, Publication, today};
use crate::search::{IndexFolder, Opening};
use crate::source;

/// A clock that says it is earlier is wrong: this program was not there.
const WRITTEN: &str = "2026-11-01T00:00:00Z";

/// The clock of a machine and that of a repository may differ by this.
const SLACK: SignedDuration = SignedDuration::from_hours(24);

/// The time before which a date that runs out is told.
const SOON: SignedDuration = SignedDuration::from_hours(30 * 24);

/// How far ahead security.txt may say that it holds, by RFC 9116.
const A_YEAR: SignedDuration = SignedDuration::from_hours(366 * 24);

/// What is examined, in order.
const EXAMINATIONS: [(&str, Examination); 9] = [
    ("instellingen (settings)", settings),
    ("woordenlijst (glossary)", glossary),
    ("index", index),
    ("taalmodel (model)", model),
    ("geschiedenis (history)", history),
    ("adressen (ports)", ports),
    ("webadres (base URL)", base_url),
    ("contact", contacts),
    ("klok (clock)", clock),
];

/// Looks at one thing, and tells what it finds there.
type Examination = fn(&Patient<'_>) -> Vec<Finding>;

/// What is known before anything is examined.
struct Patient<'a> {
    common: &'a Common,
    options: &'a serve::Options,
    publication: Result<Publication, BuildError>,
    past: Past,
    now: Timestamp,
}

/// What an examination finds.
enum Finding {
    /// As it should be: what was seen.
    Good(String),
    /// It works, and could be better: what, and how.
    Note(String),
    /// It does not work: what, and how to mend it.
    Wrong(String),
}

/// Exit code 0 when the service can run, 1 when something is wrong.
pub(super) fn run(common: &Common, options: &serve::Options) -> ExitCode {
    let places = common.places(Some(options.index.clone()));
    let publication = Publication::build(&places);
    let patient = Patient { common, options, publication, past: Past::of(&places), now: Timestamp::now() };
    let (mut notes, mut wrongs) = (0, 0);
    for (about, examine) in EXAMINATIONS {
        for finding in examine(&patient) {
            let (style, word, what) = match &finding {
                Finding::Good(what) => (QUIET, "goed  ", what),
                Finding::Note(what) => (WARNING, "let op", what),
                Finding::Wrong(what) => (ERROR, "fout  ", what),
            };
            notes += usize::from(matches!(finding, Finding::Note(_)));
            wrongs += usize::from(matches!(finding, Finding::Wrong(_)));
            say(&format!("{}  {about}: {what}", styled(style, word)));
        }
    }
    say(&styled(HEADING, &format!("{wrongs} fout, {notes} let op ({wrongs} wrong, {notes} to note)")));
    if wrongs == 0 { ExitCode::SUCCESS } else { ExitCode::from(FOUND_FAULTS) }
}

/// One finding.
fn one(finding: Finding) -> Vec<Finding> {
    vec![finding]
}

fn settings(patient: &Patient<'_>) -> Vec<Finding> {
    let source = patient.common.config.as_ref().map_or_else(
        || "geen bestand. Waar elke waarde vandaan komt, toont taalbrug config".to_owned(),
        |path| format!("uit {}. Waar elke waarde vandaan komt, toont taalbrug config", path.display()),
    );
    let mut findings = one(match patient.options.settings() {
        Ok(_) => Finding::Good(source),
        Err(why) => Finding::Wrong(why),
    });
    findings.extend(options::unknown_variables().into_iter().map(|(name, near)| {
        let near = near.map_or_else(String::new, |near| format!(" Bedoelt u ‘{near}’?"));
        Finding::Note(format!("{name} staat in de omgeving en is geen instelling; er gebeurt niets mee.{near}"))
    }));
    findings
}

fn glossary(patient: &Patient<'_>) -> Vec<Finding> {
    let folder = patient.common.glossary.display();
    let (content, found) = match source::load(&patient.common.glossary) {
        Ok(loaded) => loaded,
        Err(error) => return one(Finding::Wrong(format!("{error} Wijs de goede map aan met --glossary."))),
    };
    let tally = Tally::of(&check::run(&content, found, today()));
    let counted = format!("{} termen in {folder}", content.glossary.terms.len());
    one(match (tally.errors, tally.warnings) {
        (0, 0) => Finding::Good(counted),
        (0, warnings) => Finding::Note(format!("{counted}, {warnings} waarschuwingen. Bekijk ze met taalbrug check.")),
        (errors, _) => Finding::Wrong(format!(
            "{errors} fouten in {folder}; zo start de dienst niet. Bekijk en verbeter ze met taalbrug check."
        )),
    })
}

fn index(patient: &Patient<'_>) -> Vec<Finding> {
    let root = &patient.options.index;
    let Ok(publication) = &patient.publication else {
        return one(Finding::Note(
            "niet te onderzoeken zolang de woordenlijst of het taalmodel fouten heeft.".to_owned(),
        ));
    };
    let folder = IndexFolder::new(root, &publication.revision);
    let megabytes = folder.size().map_or_else(String::new, |bytes| format!(", {} MB", bytes.div_ceil(1_000_000)));
    let writable = folder.try_writing();
    one(match (&publication.opening, writable) {
        (Opening::InMemory(why), _) => Finding::Wrong(format!(
            "in {} is niet te schrijven ({why}). Elke start maakt de index dan opnieuw. Geef de gebruiker van de dienst schrijfrecht, \
             of kies een andere map met --index.",
            root.display()
        )),
        (Opening::Opened, Err(_)) => Finding::Note(format!(
            "{} is heel{megabytes}, en alleen te lezen. Na een wijziging staat de index in het geheugen. Zo bedoeld? Dan is het goed.",
            root.display()
        )),
        (Opening::Opened, Ok(())) => Finding::Good(format!("{} is heel en te schrijven{megabytes}", root.display())),
        (Opening::Built, _) => {
            Finding::Good(format!("ontbrak of paste niet, en is nu gemaakt in {}{megabytes}", root.display()))
        }
    })
}

fn model(patient: &Patient<'_>) -> Vec<Finding> {
    let asked = patient.common.model.as_ref();
    one(match (&patient.publication, asked) {
        (_, None) => Finding::Good("niet gekozen, en niet nodig".to_owned()),
        (Err(BuildError::Unfit(why)), _) => {
            Finding::Wrong(format!("{why} Herstel de map van --model, of laat die keuze weg."))
        }
        (_, Some(folder)) => Finding::Good(format!("{} is te lezen", folder.display())),
    })
}

fn history(patient: &Patient<'_>) -> Vec<Finding> {
    one(match &patient.past {
        Past::Here(history) => Finding::Good(format!("{} versies", history.revisions.len())),
        Past::Nothing(why) => Finding::Note(format!("er is geen geschiedenis: {why}")),
        Past::Reading => Finding::Note("wordt nog gelezen.".to_owned()),
    })
}

fn ports(patient: &Patient<'_>) -> Vec<Finding> {
    let (main, apart) = (patient.options.listen.as_str(), patient.options.operators.address());
    if apart == Some(main) && !main.ends_with(":0") {
        let wrong = format!("--listen en --operator-listen zijn allebei {main}. Kies voor beheer een andere poort.");
        return one(Finding::Wrong(wrong));
    }
    let examined = std::iter::once(main).chain(apart).map(|address| match http::bind(address) {
        Ok(_) => Finding::Good(format!("{address} is vrij")),
        Err(_) if health::serves(address) => Finding::Good(format!("op {address} draait Taalbrug")),
        Err(error) => Finding::Wrong(error.to_string()),
    });
    examined.collect()
}

fn base_url(patient: &Patient<'_>) -> Vec<Finding> {
    // A faulty one is told with the settings.
    let Ok(settings) = patient.options.settings() else { return Vec::new() };
    let Some(base) = settings.base_url else {
        let wanting = "niet ingesteld. Oembed, zoekvelden in browsers en hele adressen in antwoorden ontbreken dan. Zet --base-url op het \
                       adres dat mensen typen.";
        return one(Finding::Note(wanting.to_owned()));
    };
    let base = base.as_str();
    one(match base.strip_prefix("http://") {
        Some(host) if !host.starts_with("localhost") && !host.starts_with("127.") => {
            Finding::Note(format!("{base} begint met http. Zet er een proxy met TLS voor, en schrijf https."))
        }
        _ => Finding::Good(base.to_owned()),
    })
}

fn contacts(patient: &Patient<'_>) -> Vec<Finding> {
    let Ok(settings) = patient.options.settings() else { return Vec::new() };
    let team = match settings.contact {
        Some(_) => Finding::Good("het team staat in de beschrijving van de API".to_owned()),
        None => Finding::Note(
            "niemand weet wie er achter de dienst zit. Zet --contact-name, --contact-email en --contact-url."
                .to_owned(),
        ),
    };
    let expires = patient.options.security_expires.as_deref().and_then(|text| text.trim().parse::<Timestamp>().ok());
    let security = match expires.filter(|_| settings.security.is_some()) {
        None => Finding::Note(
            "wie een lek vindt, kan dat nergens melden: er is geen security.txt. Zet --security-contact en --security-expires.".to_owned(),
        ),
        Some(until) => match until.duration_since(patient.now) {
            left if left < SOON => {
                Finding::Note(format!("security.txt loopt af op {until}. Kies een nieuwe tijd bij --security-expires."))
            }
            left if left > A_YEAR => Finding::Note(format!(
                "security.txt geldt tot {until}. RFC 9116 raadt minder dan een jaar aan, zodat iemand er naar blijft kijken."
            )),
            _ => Finding::Good(format!("security.txt geldt tot {until}")),
        },
    };
    vec![team, security]
}

fn clock(patient: &Patient<'_>) -> Vec<Finding> {
    let written = WRITTEN.parse().unwrap_or(Timestamp::UNIX_EPOCH);
    let last =
        patient.past.history().and_then(|history| history.revisions.iter().map(|revision| revision.seconds).max());
    let last = last.and_then(|seconds| Timestamp::from_second(seconds).ok());
    let now = patient.now;
    one(match last {
        _ if now < written => Finding::Wrong(format!("staat op {now}; dat kan niet. Zet de klok gelijk.")),
        Some(last) if last.duration_since(now) > SLACK => Finding::Wrong(format!(
            "staat op {now}, en de nieuwste versie van de woordenlijst is van {last}. Zet de klok van deze machine gelijk."
        )),
        _ => Finding::Good(format!("{now:.0}")),
    })
}
