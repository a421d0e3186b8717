// SPDX-License-Identifier: EUPL-1.2
//! Terms of every sort that the model can hold, for the small glossary: what is written in any form is held against them.

use std::collections::BTreeMap;

use proptest::collection::{btree_map, vec};
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;
use taalbrug::diagnostic::BASE;
use taalbrug::model::{
    ActorId, Age, AltLabel, Coercion, Concept, ConceptId, Consent, Date, Degree, DomainId, FacetId, Keyed, Kind,
    LegalId, PhaseRef, Relation, Signature, SourceId, Status, Term, TermId, Values, Verdict, VerdictStatus, Within,
};
use taalbrug::source::{Content, File, Files, from_files, glossary_files, load, term_text};

use crate::support::{Folder, real_glossary};

/// The small glossary with these terms in place of its own.
pub fn glossary_of(terms: &[Term]) -> Content {
    let rest = BASE.iter().filter(|(path, _)| !path.starts_with("terms/") && !path.starts_with("local/"));
    let rest = rest.map(|(path, text)| File { path: (*path).to_owned(), text: (*text).to_owned() });
    let own = terms.iter().map(|term| File { path: format!("terms/{}.toml", term.id), text: term_text(term) });
    from_files(Files::new(rest.chain(own).collect()), Vec::new()).0
}

/// Texts with all that forms stumble over.
fn text() -> impl Strategy<Value = String> {
    let hard = select(vec![
        "=1+1",
        "+31 6",
        "-1",
        "@SUM(A1)",
        "'s ochtends",
        "'=x",
        "''-",
        "a|b",
        "a \\| b",
        "\\",
        "x [social]",
        "x [y",
        "\"",
        "\"\"\"",
        ";;,,",
        "eerste\nregel",
        "een\n\n=twee",
        "’",
        "ü€😀",
        "sep=;",
        "a\tb",
        "#",
        "<a href=\"x\">y</a>",
        "12-11-2026",
        "@nl",
        "\\u00e9",
        "{ }",
    ]);
    let free = "[ -~éëï\\n\\t]{1,40}";
    let any = prop_oneof![hard.prop_map(str::to_owned), free.prop_map(String::from), "[a-z]{1,8}( [a-z]{1,8}){0,5}"];
    any.prop_map(|text| text.trim().to_owned()).prop_filter("a text says something", |text| !text.is_empty())
}

fn texts() -> impl Strategy<Value = Vec<String>> {
    vec(text(), 0..3).prop_map(unique)
}

fn unique<T: PartialEq>(items: Vec<T>) -> Vec<T> {
    let mut kept = Vec::new();
    for item in items {
        if !kept.contains(&item) {
            kept.push(item);
        }
    }
    kept
}

fn slug() -> impl Strategy<Value = String> {
    "[a-z][a-z0-9]{0,6}(-[a-z0-9]{1,4})?"
}

fn known<T: Clone + std::fmt::Debug + PartialEq + 'static>(
    names: &[&str],
    parse: fn(&str) -> Option<T>,
    least: usize,
) -> impl Strategy<Value = Vec<T>> + use<T> {
    let all: Vec<T> = names.iter().filter_map(|name| parse(name)).collect();
    vec(select(all), least..3).prop_map(unique)
}

fn sources(least: usize) -> impl Strategy<Value = Vec<SourceId>> {
    known(&["BRON-A", "BRON-B", "CONCEPT"], SourceId::parse, least)
}

fn domain() -> impl Strategy<Value = DomainId> {
    select(vec!["social", "safety", "police"]).prop_map(|name| DomainId::parse(name).expect("an id"))
}

fn keyed<K: Keyed + std::fmt::Debug>() -> impl Strategy<Value = K> {
    select(K::ALL.iter().map(|row| row.0).collect::<Vec<K>>())
}

fn date() -> impl Strategy<Value = Date> {
    (1990_u16..2030, 1_u8..13, 1_u8..29).prop_map(|(year, month, day)| Date { year, month, day })
}

fn facets<V: std::fmt::Debug>(value: impl Strategy<Value = V>) -> impl Strategy<Value = BTreeMap<FacetId, V>> {
    btree_map(select(vec!["goal", "actor"]).prop_map(|name| FacetId::parse(name).expect("an id")), value, 0..3)
}

fn values() -> impl Strategy<Value = Values> {
    let within = Within { text: "P7D".to_owned(), hours: 168 };
    let age = (of(0_u8..120), of(0_u8..120)).prop_map(|(from, to)| Age { from, to });
    let age = of(age).prop_map(|age| age.filter(|age| age.from.is_some() || age.to.is_some()));
    let roles = known(&["school", "politie"], ActorId::parse, 0);
    let legal = known(&["wet-a"], LegalId::parse, 0);
    (roles, of(keyed::<Coercion>()), of(keyed::<Consent>()), of(Just(within)), age, legal).prop_map(
        |(roles, coercion, consent, within, age, _)| Values {
            roles,
            coercion,
            consent,
            within,
            age,
            legal_basis: Vec::new(),
        },
    )
}

fn concept() -> impl Strategy<Value = Concept> {
    let texts_of =
        (of(text()), prop_oneof![Just(String::new()), text()], text(), of(text()), texts(), texts(), of(text()));
    let rest = (
        keyed::<Kind>(),
        known(&["school", "politie"], ActorId::parse, 1),
        sources(1),
        keyed::<Status>(),
        of(date()),
        facets(text()),
        values(),
    );
    (slug(), domain(), texts_of, rest).prop_map(|(id, domain, texts, rest)| {
        let (label, definition, explanation, note, examples, counter_examples, contact) = texts;
        let (kind, owners, sources, status, reviewed_on, facets, values) = rest;
        let id = ConceptId::parse(&id).expect("an id");
        Concept {
            id,
            domain,
            place: None,
            label,
            definition,
            explanation,
            note,
            examples,
            counter_examples,
            kind,
            owners,
            sources,
            status,
            reviewed_on,
            contact,
            facets,
            values,
        }
    })
}

fn verdict() -> impl Strategy<Value = Verdict> {
    let judged = keyed::<Relation>()
        .prop_filter("editors give no other", |relation| !matches!(relation, Relation::OneSided | Relation::Unclear));
    let signature = (domain(), text(), date()).prop_map(|(domain, by, on)| Signature { domain, by, on });
    let first = (slug(), slug(), judged, keyed::<Degree>(), text(), of(text()), texts());
    let rest = (facets(keyed::<Degree>()), sources(0), keyed::<VerdictStatus>(), vec(signature, 0..3), of(text()));
    (first, rest).prop_map(|((a, b, relation, degree, why, misunderstanding, questions), rest)| {
        let (facets, sources, status, signed, applies_to) = rest;
        let b = if a == b { format!("{b}-b") } else { b };
        let between = [a, b].map(|id| ConceptId::parse(&id).expect("an id"));
        Verdict {
            between,
            relation,
            degree,
            why,
            misunderstanding,
            questions,
            facets,
            sources,
            status,
            signed,
            applies_to,
        }
    })
}

fn term() -> impl Strategy<Value = Term> {
    let label = (text(), of(domain())).prop_map(|(text, domain)| AltLabel { text, domain });
    let words = (slug(), text(), vec(label, 0..3), texts(), of(text()), of(text()), texts());
    let phases = known(&["fasen/vroeg", "fasen/laat"], PhaseRef::parse, 0);
    let rest = (texts(), texts(), phases, of(text()), sources(0), vec(concept(), 0..4), vec(verdict(), 0..3));
    let replaced_by = known(&["signaal", "melding"], TermId::parse, 0);
    (words, rest, known(&["social", "safety"], DomainId::parse, 0), replaced_by).prop_map(
        |(words, rest, unused_by, replaced_by)| {
            let (id, label, alt_labels, hidden_labels, english, english_note, broader) = words;
            let (narrower, related, phases, note, sources, concepts, verdicts) = rest;
            let mut term = Term {
                id: TermId::parse(&id).expect("an id"),
                label,
                alt_labels: unique(alt_labels),
                hidden_labels,
                english,
                english_note,
                phases,
                broader,
                narrower,
                related,
                unused_by,
                replaced_by,
                note,
                sources,
                concepts: Vec::new(),
                verdicts: Vec::new(),
            };
            for concept in concepts {
                if term.concept(&concept.id).is_none() {
                    term.concepts.push(concept);
                }
            }
            let order = ["social", "safety", "police"];
            term.concepts.sort_by_key(|concept| order.iter().position(|name| *name == concept.domain.as_str()));
            for verdict in verdicts {
                if term.verdict(&verdict.between[0], &verdict.between[1]).is_none() {
                    term.verdicts.push(verdict);
                }
            }
            term
        },
    )
}

/// Terms of different names, sorted.
pub fn terms() -> impl Strategy<Value = Vec<Term>> {
    vec(term(), 0..5).prop_map(|terms| {
        let by_id: BTreeMap<TermId, Term> = terms.into_iter().map(|term| (term.id.clone(), term)).collect();
        by_id.into_values().collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_text_of_a_term_gives_the_term_again(terms in terms()) {
        prop_assert_eq!(&glossary_of(&terms).glossary.terms, &terms);
    }
}

#[test]
fn the_files_of_a_whole_glossary_give_the_glossary_again() {
    let base = Folder::base();
    for folder in [base.path().to_owned(), real_glossary()] {
        let glossary = load(&folder).expect("a folder").0.glossary;
        let (again, found) = from_files(Files::new(glossary_files(&glossary)), Vec::new());
        assert!(again.glossary == glossary, "{}", folder.display());
        assert!(found.is_empty(), "{found:?}");
    }
}
