// SPDX-License-Identifier: EUPL-1.2
//! An identifier is given once.

use crate::check::Check;
use crate::check::sheet::Sheet;
use crate::check::written::Written;
use crate::diagnostic::{Example, Rule, Said, Severity};
use crate::model::{ConceptId, Glossary};
use crate::source::Spot;
use std::collections::BTreeSet;

pub(super) const CHECK: Check = Check {
    rule: Rule {
        code: "G107",
        severity: Severity::Error,
        asks: "Elke id komt één keer voor.",
        why: "Bij twee dezelfde namen is niet te zien welke bedoeld is.",
        english: Said { asks: "Every id is given once.", why: "Of two equal names nobody can tell which is meant." },
        example: Some(Example { file: "actors.toml", good: "id = \"politie\"", bad: "id = \"school\"" }),
    },
    run,
};

/// An identifier: of what sort it is, the identifier, and where it stands.
type Named<'a> = (String, &'a str, Spot);

fn run(sheet: &mut Sheet<'_>) {
    let mut seen = BTreeSet::new();
    for (kind, id, spot) in identifiers(&sheet.content.glossary) {
        if !seen.insert((kind.clone(), id)) {
            let mend = "Geef één van de twee een andere id. Pas ook de verwijzingen ernaar aan.";
            sheet.blame(&CHECK.rule, &spot, format!("de id ‘{id}’ bestaat al: er is al een {kind} met die naam"), mend);
        }
    }
    for written in Written::all(sheet).iter().filter(|written| written.local.is_some()) {
        let mut seen: BTreeSet<&ConceptId> = written.term.concepts.iter().map(|concept| &concept.id).collect();
        for (concept, spot) in written.concepts().filter(|(concept, _)| !seen.insert(&concept.id)) {
            let message = format!(
                "de id ‘{}’ bestaat al: er is al een betekenis van {} met die naam",
                concept.id, written.term.id
            );
            let mend =
                "Geef de betekenis van deze plaats een eigen id, of laat id weg. Pas ook de verwijzingen ernaar aan.";
            sheet.blame(&CHECK.rule, &spot.key("id"), message, mend);
        }
    }
}

fn identifiers(glossary: &Glossary) -> Vec<Named<'_>> {
    let file = Spot::file("glossary.toml");
    let mut ids =
        rows("domein", &file.clone().key("domains"), glossary.domains.iter().map(|domain| domain.id.as_str()));
    ids.extend(rows("facet", &file.clone().key("facets"), glossary.facets.iter().map(|facet| facet.id.as_str())));
    ids.extend(rows("model", &file.clone().key("models"), glossary.models.iter().map(|model| model.id.as_str())));
    for (number, model) in glossary.models.iter().enumerate() {
        let list = file.clone().key("models").row(number).key("phases");
        let phases = model.phases.iter().map(|phase| phase.id.as_str());
        ids.extend(rows(&format!("fase van {}", model.id), &list, phases));
    }
    let actors = Spot::file("actors.toml").key("actors");
    ids.extend(rows("organisatie of rol", &actors, glossary.actors.iter().map(|actor| actor.id.as_str())));
    let sources = Spot::file("sources.toml").key("sources");
    ids.extend(rows("bron", &sources, glossary.sources.iter().map(|source| source.id.as_str())));
    let frames = Spot::file("legal.toml").key("legal_frames");
    ids.extend(rows("wettelijk kader", &frames, glossary.legal_frames.iter().map(|frame| frame.id.as_str())));
    for term in &glossary.terms {
        let concepts = term.concepts.iter().map(|concept| concept.id.as_str());
        ids.extend(rows(&format!("betekenis van {}", term.id), &Spot::term(&term.id).key("concepts"), concepts));
    }
    ids
}

fn rows<'a>(kind: &str, list: &Spot, ids: impl Iterator<Item = &'a str>) -> Vec<Named<'a>> {
    ids.enumerate().map(|(number, id)| (kind.to_owned(), id, list.clone().row(number).key("id"))).collect()
}
