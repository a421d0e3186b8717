// SPDX-License-Identifier: EUPL-1.2
//! Laws of what the pairs of a term say together: groups that agree, what follows from verdicts, and figures; and how
//! they are shown.

use std::sync::LazyLock;

use proptest::prelude::*;
use serde_json::Value;
use taalbrug::divergence::{Basis, Confidence, Derived, Overview, Pair, Weights, Yardstick, pairs_of};
use taalbrug::model::{ConceptId, Degree, Relation, Status, Term};
use taalbrug::source::{Content, load};

use crate::support::{Folder, Service, printed, run};

const BASE: &str = "/api/v1";

/// The small glossary, read once.
fn content() -> &'static Content {
    static CONTENT: LazyLock<Content> = LazyLock::new(|| load(Folder::base().path()).expect("the small glossary").0);
    &CONTENT
}

fn pairs(term: &Term) -> Vec<Pair> {
    let weights = Weights::default();
    pairs_of(
        term,
        &Yardstick { lexicon: &content().lexicon, weights: &weights, glossary: &content().glossary, embedder: None },
    )
}

fn overview(term: &Term) -> Overview {
    Overview::new(term, &content().glossary, &pairs(term))
}

/// A verdict on two places in the list of meanings: how they relate, in which order it names them, and whether the
/// texts changed since.
type Judged = (Option<Relation>, bool, bool);

/// Terms with up to six meanings in three domains, some of them retired or of equal texts, and any verdicts.
fn any_term() -> impl Strategy<Value = Term> {
    let relation = prop::sample::select(vec![
        None,
        None,
        None,
        Some(Relation::Same),
        Some(Relation::Same),
        Some(Relation::Nuance),
        Some(Relation::Broader),
        Some(Relation::Narrower),
        Some(Relation::Overlap),
        Some(Relation::Conflict),
        Some(Relation::Homonym),
    ]);
    let judged = (relation, any::<bool>(), prop::bool::weighted(0.1));
    let concept = (0..3_usize, 0..4_usize, prop::bool::weighted(0.1));
    (prop::collection::vec(concept, 1..7), prop::collection::vec(judged, 15)).prop_map(|parts| term(&parts.0, &parts.1))
}

fn term(concepts: &[(usize, usize, bool)], judged: &[Judged]) -> Term {
    let glossary = &content().glossary;
    let mut term = glossary.terms.iter().find(|term| term.id.as_str() == "melding").expect("a term").clone();
    let (plain, verdict) = (term.concepts[1].clone(), term.verdicts[0].clone());
    let made = concepts.iter().enumerate().map(|(place, &(domain, text, retired))| {
        let mut concept = plain.clone();
        concept.id = ConceptId::parse(&format!("c{place}")).expect("an id");
        concept.domain = glossary.domains[domain].id.clone();
        ["Wat hier staat.", "Een heel ander ding.", "Iets wat men vroeg.", "Hulp."][text]
            .clone_into(&mut concept.definition);
        concept.status = if retired { Status::Retired } else { Status::Draft };
        concept
    });
    term.concepts = made.collect();
    term.verdicts.clear();
    let places = 0..term.concepts.len();
    let two = places.clone().flat_map(|x| places.clone().skip(x + 1).map(move |y| [x, y]));
    for (between, &(relation, turned, outdated)) in two.zip(judged) {
        let Some(relation) = relation else { continue };
        let mut ids = between.map(|place| term.concepts[place].id.clone());
        if turned {
            ids.reverse();
        }
        let mut verdict = verdict.clone();
        (verdict.between, verdict.relation) = (ids, relation);
        verdict.degree = relation.degree().expect("a degree");
        verdict.applies_to = outdated.then(|| "0".repeat(16));
        term.verdicts.push(verdict);
    }
    term
}

/// The pair of two meanings, whichever stands first, and whether it was turned around for that.
fn of_two<'p>(pairs: &'p [Pair], a: &ConceptId, b: &ConceptId) -> (&'p Pair, bool) {
    let sides = |pair: &&Pair, x, y| pair.a.concept.as_ref() == Some(x) && pair.b.concept.as_ref() == Some(y);
    let straight = pairs.iter().find(|pair| sides(pair, a, b)).map(|pair| (pair, false));
    straight.or_else(|| pairs.iter().find(|pair| sides(pair, b, a)).map(|pair| (pair, true))).expect("the pair")
}

fn agree(pairs: &[Pair], a: &ConceptId, b: &ConceptId) -> bool {
    let (pair, _) = of_two(pairs, a, b);
    !pair.is_outdated() && pair.asserted().is_some_and(|degree| degree <= Degree::Nuance)
}

/// The steps of what follows, read from `a` to `b`: the two sides and the relation of each.
fn steps(derived: &Derived, turned: bool) -> Vec<(ConceptId, ConceptId, Relation)> {
    let step = |step: &taalbrug::divergence::Step| {
        let [a, b] = step.between.clone();
        if turned { (b, a, step.relation.mirrored()) } else { (a, b, step.relation) }
    };
    let steps = derived.steps.iter().map(step);
    if turned { steps.rev().collect() } else { steps.collect() }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn groups_part_the_meanings_in_use_and_every_two_of_a_group_agree(term in any_term()) {
        let pairs = pairs(&term);
        let in_use: Vec<&ConceptId> = term.concepts.iter().filter(|of| !of.is_retired()).map(|of| &of.id).collect();
        let Some(clusters) = overview(&term).clusters else {
            prop_assert!(in_use.len() < 2);
            return Ok(());
        };
        let mut grouped: Vec<&ConceptId> = clusters.groups.iter().flatten().collect();
        grouped.sort();
        prop_assert_eq!(grouped, in_use);
        prop_assert!(clusters.groups.is_sorted() && clusters.groups.iter().all(|group| group.is_sorted()));
        let all_agree = |x: &[ConceptId], y: &[ConceptId]| {
            x.iter().all(|a| y.iter().all(|b| a == b || agree(&pairs, a, b)))
        };
        for (place, group) in clusters.groups.iter().enumerate() {
            prop_assert!(all_agree(group, group), "{:?}", group);
            for other in &clusters.groups[place + 1..] {
                prop_assert!(!all_agree(group, other), "{:?} and {:?} are one", group, other);
            }
        }
    }

    #[test]
    fn what_follows_is_a_way_over_verdicts_of_which_one_at_most_says_something_else(term in any_term()) {
        for pair in pairs(&term) {
            prop_assert_eq!(pair.derived().is_some(), pair.basis == Basis::Derived);
            let Some(derived) = pair.derived() else { continue };
            prop_assert!(pair.ruling.is_none() && !pair.retired && pair.confidence < Confidence::High);
            prop_assert_eq!(pair.relation, derived.relation);
            let (mut here, mut left) = (pair.a.concept.as_ref(), Relation::Same);
            for step in &derived.steps {
                let [from, to] = &step.between;
                prop_assert_eq!(Some(from), here);
                let verdict = term.verdict(from, to).expect("a verdict");
                let turned = &verdict.between[0] == to;
                prop_assert_eq!(step.relation, if turned { verdict.relation.mirrored() } else { verdict.relation });
                prop_assert!(verdict.applies_to.is_none());
                prop_assert!(left == Relation::Same || step.relation == Relation::Same);
                left = if left == Relation::Same { step.relation } else { left };
                here = Some(to);
            }
            prop_assert_eq!((here, left), (pair.b.concept.as_ref(), derived.relation));
        }
    }

    #[test]
    fn the_order_of_meanings_only_turns_what_follows_around(term in any_term()) {
        let mut turned = term.clone();
        turned.concepts.reverse();
        turned.verdicts.reverse();
        let (one, other) = (pairs(&term), pairs(&turned));
        for (place, a) in term.concepts.iter().enumerate() {
            for b in &term.concepts[place + 1..] {
                let ((x, x_turned), (y, y_turned)) = (of_two(&one, &a.id, &b.id), of_two(&other, &a.id, &b.id));
                let read = |pair: &Pair, turned| if turned { pair.relation.mirrored() } else { pair.relation };
                prop_assert_eq!(read(x, x_turned), read(y, y_turned));
                prop_assert_eq!((x.basis, x.confidence), (y.basis, y.confidence));
                let way = |pair: &Pair, turned| pair.derived().map(|derived| steps(derived, turned));
                prop_assert_eq!(way(x, x_turned), way(y, y_turned));
            }
        }
        prop_assert_eq!(overview(&term).figures, overview(&turned).figures);
    }

    #[test]
    fn figures_lie_within_their_bounds(term in any_term()) {
        let pairs = pairs(&term);
        let figures = overview(&term).figures;
        let across = pairs.iter().filter(|pair| !pair.retired && pair.a.domain != pair.b.domain);
        prop_assert_eq!(across.count(), figures.pairs);
        prop_assert_eq!(figures.unclear == figures.pairs, figures.worst.is_none());
        prop_assert_eq!(figures.mean.is_some(), figures.worst.is_some());
        if let (Some(mean), Some(worst)) = (figures.mean, figures.worst) {
            prop_assert!((0.0..=f64::from(worst.number())).contains(&mean), "{} {:?}", mean, worst);
        }
    }

    #[test]
    fn they_mean_the_same_is_said_with_a_verdict_or_high_confidence_alone(term in any_term()) {
        let says = |text: &str| text.contains("bedoelen hetzelfde") || text.contains("mean the same by");
        let sure = |pair: &Pair| {
            let judged = pair.basis == Basis::Editors || pair.confidence == Confidence::High;
            pair.degree == Some(Degree::Same) && judged
        };
        let pairs = pairs(&term);
        for pair in &pairs {
            let doubts = ["whether", "follows that"].iter().any(|words| pair.sentence.english.contains(words));
            prop_assert!(!says(&pair.sentence.dutch) || sure(pair), "{}", pair.sentence.dutch);
            prop_assert!(!says(&pair.sentence.english) || doubts || sure(pair), "{}", pair.sentence.english);
        }
        if let Some(clusters) = overview(&term).clusters {
            let wholly = |group: &Vec<ConceptId>| {
                group.iter().all(|a| group.iter().all(|b| a == b || sure(of_two(&pairs, a, b).0)))
            };
            let groups = clusters.groups.iter().filter(|group| group.len() > 1 && wholly(group));
            prop_assert_eq!(clusters.sentence().dutch.matches(" bedoelen hetzelfde.").count(), groups.count());
        }
    }
}

/// The small glossary, where the editors say that two meanings of ‘melding’ in one domain are the same.
fn with_a_group() -> Folder {
    let folder = Folder::base();
    let text = std::fs::read_to_string(folder.path().join("terms/melding.toml")).expect("the term");
    let same = "\n[[verdicts]]\nbetween = [\"social\", \"social-zorg\"]\nrelation = \"same\"\ndegree = 0\nwhy = \"W.\"\nstatus = \"draft\"\n";
    folder.write("terms/melding.toml", text + same);
    folder
}

#[test]
fn a_term_of_three_meanings_says_which_belong_together() {
    let folder = with_a_group();
    let service = Service::over(folder.path());
    let term = service.json(&format!("{BASE}/terms/melding"));
    let clusters = &term["clusters"];
    assert_eq!(clusters["groups"], serde_json::json!([["social", "social-zorg"], ["safety"]]));
    assert_eq!(clusters["basis"], "derived");
    let sentence = "‘melding’ heeft hier 3 betekenissen. Het sociaal domein (hulpvraag) en het sociaal domein (zorg om een kind) bedoelen hetzelfde. Het veiligheidsdomein bedoelt iets anders dan het sociaal domein (hulpvraag en zorg om een kind). Een deel hiervan volgt uit andere oordelen. De domeinen hebben dit nog niet allemaal bevestigd.";
    assert_eq!(clusters["sentence"], sentence);
    let english = clusters["sentenceEnglish"].as_str().expect("a sentence");
    assert!(
        english.contains(
            "The safety domain means something else than the social domain (hulpvraag and zorg om een kind)."
        ),
        "{english}"
    );
    assert_eq!(term["figures"], serde_json::json!({ "worst": 3, "mean": 3.0, "pairs": 2, "unclear": 0 }));
    let html = service.get("/terms/melding").text();
    let list = format!("<ul class=\"together\"><li>{}</li></ul>", sentence.replace(". ", ".</li><li>"));
    let (before, after) = html.split_once(&list).expect("each sentence on the page");
    assert!(before.contains("Wat bedoelt elk domein?") && after.contains("id=\"naast-elkaar\""), "above the pairs");
    let folder = folder.path().to_str().expect("a path");
    for command in ["show", "compare"] {
        let told = printed(&run(&[command, "melding", "--glossary", folder]));
        assert!(told.contains(sentence), "{command}: {told}");
    }
}

#[test]
fn two_meanings_have_their_pair_and_need_no_groups_on_the_page() {
    let service = Service::base();
    let term = service.json(&format!("{BASE}/terms/signaal"));
    assert_eq!(term["clusters"]["groups"], serde_json::json!([["social"], ["safety"]]));
    assert_eq!(term["clusters"]["basis"], Value::Null);
    assert!(!service.get("/terms/signaal").text().contains("horen bij elkaar"));
    assert_eq!(service.json(&format!("{BASE}/terms/keukentafelgesprek"))["clusters"], Value::Null);
}

#[test]
fn the_list_of_terms_tells_the_figures_of_each() {
    let service = Service::over(with_a_group().path());
    let terms = service.json(&format!("{BASE}/terms"));
    let rows = terms["terms"].as_array().expect("terms");
    let figures = |id: &str| rows.iter().find(|row| row["id"] == id).expect("the term")["figures"].clone();
    assert_eq!(figures("melding")["worst"], 3);
    assert_eq!(figures("signaal"), serde_json::json!({ "worst": null, "mean": null, "pairs": 1, "unclear": 1 }));
    assert_eq!(figures("keukentafelgesprek"), serde_json::json!({ "worst": 2, "mean": 2.0, "pairs": 1, "unclear": 0 }));
}
