// SPDX-License-Identifier: EUPL-1.2
//! Who must agree with a change. What touches two domains needs both; what says it was confirmed must be signed anew
//! when the texts under the signature change. A draft may be merged unsigned: it says of itself that nobody agreed yet.

use crate::change::keys::{self, JUDGEMENT, OF_VERDICT};
use crate::change::meaning::{Layer, MeaningChange};
use crate::divergence::Sentence;
use crate::model::{Concept, DomainId, Keyed, Signature, Status, Verdict, VerdictStatus};

/// A domain that must agree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ask {
    /// The domain.
    pub domain: DomainId,
    /// With what.
    pub about: Sentence,
    /// How that stands.
    pub standing: Standing,
}

/// How an agreement stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// The file says that it was confirmed, and there is no signature under the texts of now.
    Missing,
    /// What it confirmed is taken out. That cannot be signed in a file, so that the domain agrees in the review.
    Review,
    /// It is a draft: the domain is asked, and nothing waits for it.
    Draft,
    /// The domain signed the texts of now.
    Given,
}

impl Keyed for Standing {
    const ALL: &'static [(Self, &'static str, &'static str, &'static str)] = &[
        (Self::Missing, "missing", "handtekening ontbreekt", "signature is missing"),
        (Self::Review, "review", "akkoord nodig in de beoordeling", "must agree in the review"),
        (Self::Draft, "draft", "concept: nog niet nodig", "draft: not needed yet"),
        (Self::Given, "given", "getekend", "signed"),
    ];
}

/// What a layer needs: the meanings that changed in content, the verdicts that are new, changed, or stand on changed
/// texts, and the confirmed ones that are gone.
pub(super) fn asks(base: Option<Layer<'_>>, head: Option<Layer<'_>>, meanings: &[MeaningChange]) -> Vec<Ask> {
    let mut asks = head.map_or_else(Vec::new, |head| asks_of_what_is_there(base, head, meanings));
    asks.extend(base.into_iter().flat_map(|base| asks_of_what_is_gone(base, head)));
    asks
}

fn asks_of_what_is_there(base: Option<Layer<'_>>, head: Layer<'_>, meanings: &[MeaningChange]) -> Vec<Ask> {
    let touched =
        |concept: &Concept| meanings.iter().any(|change| change.concept == concept.id && change.is_of_content());
    let mut asks = Vec::new();
    for concept in head.concepts().iter().filter(|concept| touched(concept)) {
        let was = base.and_then(|base| base.concepts().iter().find(|other| other.id == concept.id));
        asks.push(for_meaning(was, concept, head));
    }
    for verdict in head.verdicts() {
        let was = base.and_then(|base| base.verdicts().iter().find(|other| other.between == verdict.between));
        let sides: Vec<&Concept> = verdict.between.iter().filter_map(|id| head.concept(id)).collect();
        let texts_changed = sides.iter().any(|concept| touched(concept));
        if texts_changed || judges_otherwise(was, verdict) || was.is_none_or(|was| was.status != verdict.status) {
            let signed_before = was.filter(|was| texts_changed || judges_otherwise(Some(*was), verdict));
            asks.extend(for_verdict(signed_before, verdict, &sides, head));
        }
    }
    asks
}

/// Both domains of a confirmed verdict that is taken out: nobody undoes alone what two agreed on.
fn asks_of_what_is_gone(base: Layer<'_>, head: Option<Layer<'_>>) -> Vec<Ask> {
    let verdicts = head.map_or(&[][..], |head| head.verdicts());
    let is_gone = |was: &&Verdict| !verdicts.iter().any(|verdict| verdict.is_about(&was.between[0], &was.between[1]));
    let confirmed = base.verdicts().iter().filter(|was| was.status == VerdictStatus::Confirmed);
    let ask = |was: &Verdict| {
        let sides: Vec<&Concept> = was.between.iter().filter_map(|id| base.concept(id)).collect();
        let Sentence { dutch, english } = on_verdict(&sides, base);
        let about = Sentence { dutch: format!("weghalen van {dutch}"), english: format!("removing {english}") };
        let domains = domains_of(&sides).into_iter();
        domains
            .map(|domain| Ask { domain: domain.clone(), about: about.clone(), standing: Standing::Review })
            .collect::<Vec<_>>()
    };
    confirmed.filter(is_gone).flat_map(ask).collect()
}

/// Whether a verdict judges something that it did not judge before.
fn judges_otherwise(was: Option<&Verdict>, verdict: &Verdict) -> bool {
    let Some(was) = was else { return true };
    keys::changed(OF_VERDICT, was, verdict).iter().any(|change| JUDGEMENT.contains(&change.key))
}

/// A domain confirms its own meaning by the day on which it looked at it.
fn for_meaning(was: Option<&Concept>, concept: &Concept, layer: Layer<'_>) -> Ask {
    let looked_again = concept.reviewed_on.is_some() && was.is_none_or(|was| was.reviewed_on < concept.reviewed_on);
    let standing = match concept.status {
        Status::Confirmed if looked_again => Standing::Given,
        Status::Confirmed => Standing::Missing,
        Status::Draft | Status::Retired => Standing::Draft,
    };
    let (dutch, english) = layer.name(concept);
    let about = Sentence { dutch: format!("de betekenis van {dutch}"), english: format!("the meaning of {english}") };
    Ask { domain: concept.domain.clone(), about, standing }
}

/// What a verdict on these meanings is called.
fn on_verdict(sides: &[&Concept], layer: Layer<'_>) -> Sentence {
    let names: Vec<(String, String)> = sides.iter().map(|concept| layer.name(concept)).collect();
    let joined = |word: &str, name: fn(&(String, String)) -> &String| {
        names.iter().map(|names| name(names).as_str()).collect::<Vec<_>>().join(&format!(" {word} "))
    };
    Sentence {
        dutch: format!("het oordeel over {}", joined("en", |names| &names.0)),
        english: format!("the verdict on {}", joined("and", |names| &names.1)),
    }
}

/// The domains of meanings, each once.
fn domains_of<'a>(sides: &[&'a Concept]) -> Vec<&'a DomainId> {
    let mut domains: Vec<&DomainId> = sides.iter().map(|concept| &concept.domain).collect();
    domains.dedup();
    domains
}

/// Both domains sign a verdict. A signature that stood already under what was judged before does not count.
fn for_verdict(stood: Option<&Verdict>, verdict: &Verdict, sides: &[&Concept], layer: Layer<'_>) -> Vec<Ask> {
    let about = on_verdict(sides, layer);
    let ask = |domain: &DomainId| {
        let is_new = |signature: &&Signature| {
            &signature.domain == domain && !stood.is_some_and(|stood| stood.signed.contains(signature))
        };
        let standing = match verdict.status {
            VerdictStatus::Draft => Standing::Draft,
            VerdictStatus::Confirmed if verdict.signed.iter().any(|signature| is_new(&signature)) => Standing::Given,
            VerdictStatus::Confirmed => Standing::Missing,
        };
        Ask { domain: domain.clone(), about: about.clone(), standing }
    };
    domains_of(sides).into_iter().map(ask).collect()
}
