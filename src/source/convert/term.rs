// SPDX-License-Identifier: EUPL-1.2
//! A term file to the model.

use crate::model::{
    ActorId, Age, AltLabel, Concept, ConceptId, Degree, DomainId, FacetId, LegalId, PhaseRef, PlaceId, Signature, Term,
    TermId, Values, Verdict, Within,
};
use crate::source::convert::{Converter, exact, hours_of, id, ids, keyed, sources};
use crate::source::fields::Fields;

impl Converter {
    pub(super) fn term(&mut self, own_id: TermId, fields: &Fields) -> Option<Term> {
        let alt_labels = fields.items("alt_labels").iter().filter_map(|item| {
            let (text, domain) = item.label()?;
            Some(AltLabel { text, domain: domain.and_then(|domain| DomainId::parse(&domain)) })
        });
        Some(Term {
            id: own_id,
            label: fields.text("label")?,
            alt_labels: exact(alt_labels),
            hidden_labels: fields.texts("hidden_labels"),
            english: fields.text("english"),
            english_note: fields.text("english_note"),
            phases: ids(fields, "phases", PhaseRef::parse),
            broader: fields.texts("broader"),
            narrower: fields.texts("narrower"),
            related: fields.texts("related"),
            unused_by: ids(fields, "unused_by", DomainId::parse),
            replaced_by: ids(fields, "replaced_by", TermId::parse),
            note: fields.text("note"),
            sources: sources(fields),
            concepts: self.concepts(fields),
            verdicts: self.rows(fields, "verdicts", Self::verdict),
        })
    }

    /// The concepts in the order of the domains; of one domain as written.
    pub(super) fn concepts(&mut self, fields: &Fields) -> Vec<Concept> {
        let mut concepts: Vec<(usize, Concept)> = Vec::new();
        for (raw, row) in
            fields.items("concepts").iter().enumerate().filter_map(|(raw, item)| Some((raw, item.as_table()?)))
        {
            match concept(row, self.place.as_ref()) {
                Some(concept) => concepts.push((raw, concept)),
                None => self.lose(row.text("id").or_else(|| row.text("domain"))),
            }
        }
        concepts.sort_by_key(|(_, concept)| self.glossary.order_of(&concept.domain));
        self.keep("concepts", concepts.iter().map(|(raw, _)| *raw).collect());
        exact(concepts.into_iter().map(|(_, concept)| concept))
    }

    pub(super) fn verdict(&mut self, row: &Fields, number: usize) -> Option<Verdict> {
        Some(Verdict {
            between: ids(row, "between", ConceptId::parse).try_into().ok()?,
            relation: keyed(row, "relation")?,
            degree: Degree::from_number(row.number("degree")?)?,
            why: row.text("why")?,
            misunderstanding: row.text("misunderstanding"),
            questions: row.texts("questions"),
            facets: row
                .number_map("facets")
                .into_iter()
                .filter_map(|(facet, degree)| Some((FacetId::parse(&facet)?, Degree::from_number(degree)?)))
                .collect(),
            sources: sources(row),
            status: keyed(row, "status")?,
            signed: self.rows(row, &format!("verdicts.{number}.signed"), |_, row, _| signature(row)),
            applies_to: row.text("applies_to"),
        })
    }
}

/// A meaning, of a place where one is given. Without an id of its own it is called after its domain, and its place.
fn concept(row: &Fields, place: Option<&PlaceId>) -> Option<Concept> {
    let domain = id(row, "domain", DomainId::parse)?;
    let name = place.map_or_else(|| domain.to_string(), |place| format!("{domain}-{place}"));
    Some(Concept {
        id: id(row, "id", ConceptId::parse).or_else(|| ConceptId::parse(&name))?,
        domain,
        place: place.cloned(),
        label: row.text("label"),
        definition: row.text("definition").unwrap_or_default(),
        explanation: row.text("explanation")?,
        note: row.text("note"),
        examples: row.texts("examples"),
        counter_examples: row.texts("counter_examples"),
        kind: keyed(row, "kind")?,
        owners: ids(row, "owner", ActorId::parse),
        sources: sources(row),
        status: keyed(row, "status")?,
        reviewed_on: row.date("reviewed_on"),
        contact: row.text("contact"),
        facets: row
            .text_map("facets")
            .into_iter()
            .filter_map(|(facet, phrase)| Some((FacetId::parse(&facet)?, phrase)))
            .collect(),
        values: row.table("values").map(values).unwrap_or_default(),
    })
}

fn values(row: &Fields) -> Values {
    let within = row.text("within").and_then(|text| hours_of(&text).map(|hours| Within { text, hours }));
    let year = |age: &Fields, key| age.number(key).and_then(|years| u8::try_from(years).ok());
    Values {
        roles: ids(row, "roles", ActorId::parse),
        coercion: keyed(row, "coercion"),
        consent: keyed(row, "consent"),
        within,
        age: row.table("age").map(|age| Age { from: year(age, "from"), to: year(age, "to") }),
        legal_basis: ids(row, "legal_basis", LegalId::parse),
    }
}

fn signature(row: &Fields) -> Option<Signature> {
    Some(Signature { domain: id(row, "domain", DomainId::parse)?, by: row.text("by")?, on: row.date("on")? })
}
