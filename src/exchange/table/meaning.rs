// SPDX-License-Identifier: EUPL-1.2
//! The cells of a row that make a meaning, and those that make a verdict.

use std::collections::BTreeMap;

use crate::exchange::day::day_of;
use crate::exchange::offer::caretaker;
use crate::exchange::table::cell::texts;
use crate::exchange::table::read::Row;
use crate::exchange::table::rows::Rows;
use crate::exchange::table::said::{
    CONFIRMED, MEANING_TWICE, NO_AGE, NO_DAY, NO_DEGREE, NO_DOMAIN, NO_DURATION, NO_EXPLANATION, NO_SIGNATURE, NO_TEXT,
    NO_VERDICT, SIGNATURES, TOO_MANY, UNKNOWN_FRAME, VERDICT_TWICE, WHICH_MEANING,
};
use crate::exchange::{OfferedTerm, StatusChoice};
use crate::model::{
    Age, Concept, ConceptId, Date, Degree, DomainId, FacetId, Kind, LegalId, Relation, Signature, Status, Values,
    Verdict, VerdictStatus, Within,
};
use crate::source::hours_of;

/// The most meanings, and the most verdicts, that one word gets.
const MOST_MEANINGS: usize = 200;

impl Rows<'_> {
    /// The meaning of a row, where it has one.
    pub(super) fn meaning(&mut self, offered: &mut OfferedTerm, row: &Row) {
        let Some(domain) = self.domain_of(row) else { return };
        if !row.has("definition") && !row.has("explanation") {
            return self.lose(row, NO_TEXT);
        }
        let known = self.glossary.term(&offered.term.id);
        let given = ConceptId::parse(row.cell("meaning_id"));
        let Some(id) = given.or_else(|| offered.free_id(&domain, known)) else {
            return self.lose(row, WHICH_MEANING);
        };
        if offered.term.concepts.len() >= MOST_MEANINGS {
            return self.lose(row, TOO_MANY);
        }
        if offered.term.concept(&id).is_some() {
            return self.lose(row, MEANING_TWICE);
        }
        let mut concept = Concept::bare(id.clone(), domain.clone());
        row.cell("definition").clone_into(&mut concept.definition);
        row.cell("explanation").clone_into(&mut concept.explanation);
        concept.label = some(row.cell("meaning_label"));
        concept.note = some(row.cell("note"));
        concept.contact = some(row.cell("contact"));
        concept.examples = texts(row.cell("examples"));
        concept.counter_examples = texts(row.cell("counter_examples"));
        concept.owners = self.actors("owner", row);
        concept.sources = self.sources(row.cell("sources"));
        concept.reviewed_on = self.date("reviewed_on", row);
        concept.facets.clone_from(&row.facets);
        concept.values = self.values(row);
        if concept.explanation.is_empty() {
            concept.explanation.clone_from(&concept.definition);
            offered.assume(&id, "explanation");
            self.lose(row, NO_EXPLANATION);
        }
        if concept.owners.is_empty() {
            concept.owners = caretaker(self.glossary, &domain);
            offered.assume(&id, "owner");
        }
        if concept.sources.is_empty() {
            concept.sources = vec![self.register.draft()];
            offered.assume(&id, "sources");
        }
        match self.keyed::<Kind>("kind", row) {
            Some(kind) => concept.kind = kind,
            None => offered.assume(&id, "kind"),
        }
        concept.status = self.status(row);
        if self.choices.status == StatusChoice::Draft || !row.has("status") {
            offered.assume(&id, "status");
        }
        offered.term.concepts.push(concept);
    }

    /// The domain of a row's meaning: its own, or the one that was chosen for rows without.
    fn domain_of(&mut self, row: &Row) -> Option<DomainId> {
        if row.has("domain") {
            return self.domain(row.cell("domain"), row);
        }
        let has_text = row.has("definition") || row.has("explanation");
        if has_text && self.choices.domain.is_none() {
            self.lose(row, NO_DOMAIN);
        }
        self.choices.domain.clone().filter(|_| has_text)
    }

    fn status(&mut self, row: &Row) -> Status {
        let given = self.keyed::<Status>("status", row).unwrap_or(Status::Draft);
        if self.choices.status == StatusChoice::AsGiven || given != Status::Confirmed {
            return given;
        }
        self.lose(row, CONFIRMED);
        Status::Draft
    }

    fn values(&mut self, row: &Row) -> Values {
        let within = some(row.cell("within")).and_then(|text| hours_of(&text).map(|hours| Within { text, hours }));
        if row.has("within") && within.is_none() {
            self.lose(row, NO_DURATION);
        }
        let frames = texts(row.cell("legal_basis"));
        let is_known = |frame: &LegalId| self.glossary.legal_frame(frame).is_some();
        let legal_basis: Vec<LegalId> =
            frames.iter().filter_map(|name| LegalId::parse(name)).filter(is_known).collect();
        if legal_basis.len() < frames.len() {
            self.lose(row, UNKNOWN_FRAME);
        }
        let (from, to) = (self.years("age_from", row), self.years("age_to", row));
        Values {
            roles: self.actors("roles", row),
            coercion: self.keyed("coercion", row),
            consent: self.keyed("consent", row),
            within,
            age: (from.is_some() || to.is_some()).then_some(Age { from, to }),
            legal_basis,
        }
    }

    fn years(&mut self, key: &str, row: &Row) -> Option<u8> {
        let years = row.cell(key).parse().ok().filter(|&years| years <= Age::OLDEST);
        if row.has(key) && years.is_none() {
            self.lose(row, NO_AGE);
        }
        years
    }

    fn date(&mut self, key: &str, row: &Row) -> Option<Date> {
        let date = day_of(row.cell(key));
        if row.has(key) && date.is_none() {
            self.lose(row, NO_DAY);
        }
        date
    }

    /// The verdict of a row, where it has one.
    pub(super) fn verdict(&mut self, offered: &mut OfferedTerm, row: &Row) {
        if !row.has("between") || offered.term.verdicts.len() >= MOST_MEANINGS {
            return;
        }
        let between: Vec<ConceptId> =
            texts(row.cell("between")).iter().filter_map(|name| ConceptId::parse(name)).collect();
        let relation = self
            .keyed::<Relation>("relation", row)
            .filter(|relation| !matches!(relation, Relation::OneSided | Relation::Unclear));
        let (Ok(between), Some(relation), true) = (<[ConceptId; 2]>::try_from(between), relation, row.has("why"))
        else {
            return self.lose(row, NO_VERDICT);
        };
        if offered.term.verdict(&between[0], &between[1]).is_some() {
            return self.lose(row, VERDICT_TWICE);
        }
        let given = row.cell("degree").parse().ok().and_then(Degree::from_number);
        let Some(degree) = given.or_else(|| relation.degree()) else { return };
        let as_given = self.choices.status == StatusChoice::AsGiven;
        let status = self.keyed("verdict_status", row).filter(|_| as_given).unwrap_or(VerdictStatus::Draft);
        let signed = self.signatures(row);
        let mut pair: Vec<&str> = between.iter().map(ConceptId::as_str).collect();
        pair.sort_unstable();
        if !as_given {
            offered.assumed.push(format!("verdicts.{}.status", pair.join("+")));
            if !signed.is_empty() {
                self.lose(row, SIGNATURES);
            }
        }
        offered.term.verdicts.push(Verdict {
            between,
            relation,
            degree,
            why: row.cell("why").to_owned(),
            misunderstanding: some(row.cell("misunderstanding")),
            questions: texts(row.cell("questions")),
            facets: self.degrees(row),
            sources: self.sources(row.cell("verdict_sources")),
            status,
            signed: if as_given { signed } else { Vec::new() },
            applies_to: some(row.cell("applies_to")),
        });
    }

    fn degrees(&mut self, row: &Row) -> BTreeMap<FacetId, Degree> {
        let degree = |text: &String| {
            let (facet, number) = text.split_once(':')?;
            Some((FacetId::parse(facet.trim())?, Degree::from_number(number.trim().parse().ok()?)?))
        };
        let all = texts(row.cell("verdict_facets"));
        let degrees: BTreeMap<FacetId, Degree> = all.iter().filter_map(degree).collect();
        if degrees.len() < all.len() {
            self.lose(row, NO_DEGREE);
        }
        degrees
    }

    fn signatures(&mut self, row: &Row) -> Vec<Signature> {
        let signature = |text: &String| {
            let mut words = text.splitn(3, ' ');
            let (domain, on) = (DomainId::parse(words.next()?)?, day_of(words.next()?)?);
            Some(Signature { domain, by: some(words.next()?.trim())?, on })
        };
        let all = texts(row.cell("signed"));
        let signed: Vec<Signature> = all.iter().filter_map(signature).collect();
        if signed.len() < all.len() {
            self.lose(row, NO_SIGNATURE);
        }
        signed
    }
}

fn some(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}
