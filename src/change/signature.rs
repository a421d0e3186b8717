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
    /// It is a draft: the domain is asked, and nothing waits for it.
    Draft,
    /// The domain signed the texts of now.
    Given,
}

impl Keyed for Standing {
    const ALL: &'static [(Self, &'static str, &'static str, &'static str)] = &[
        (Self::Missing, "missing", "handtekening ontbreekt", "signature is missing"),
        (Self::Draft, "draft", "concept: nog niet nodig", "draft: not needed yet"),
        (Self::Given, "given", "getekend", "signed"),
    ];
}

/// What a layer needs: the meanings that changed in content, and the verdicts that are new, changed, or stand on
/// changed texts.
pub(super) fn asks(base: Option<Layer<'_>>, head: Option<Layer<'_>>, meanings: &[MeaningChange]) -> Vec<Ask> {
    let Some(head) = head else { return Vec::new() };
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

/// Both domains sign a verdict. A signature that stood already under what was judged before does not count.
fn for_verdict(stood: Option<&Verdict>, verdict: &Verdict, sides: &[&Concept], layer: Layer<'_>) -> Vec<Ask> {
    let names: Vec<(String, String)> = sides.iter().map(|concept| layer.name(concept)).collect();
    let joined = |word: &str, name: fn(&(String, String)) -> &String| {
        names.iter().map(|names| name(names).as_str()).collect::<Vec<_>>().join(&format!(" {word} "))
    };
    let about = Sentence {
        dutch: format!("het oordeel over {}", joined("en", |names| &names.0)),
        english: format!("the verdict on {}", joined("and", |names| &names.1)),
    };
    let mut domains: Vec<&DomainId> = sides.iter().map(|concept| &concept.domain).collect();
    domains.dedup();
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
    domains.into_iter().map(ask).collect()
}
