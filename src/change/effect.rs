// SPDX-License-Identifier: EUPL-1.2
//! What a change does to the differences between meanings: what parts, what is resolved, which verdict is outdated.

use crate::change::Revision;
use crate::divergence::{FacetComparison, FacetState, Pair, Ruling, Sentence, Side};
use crate::language::in_words;
use crate::model::{Degree, Domain, Glossary, Keyed, Relation, Signature, Term, VerdictStatus};

/// Something that a change does to a pair of meanings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Effect {
    /// What it is.
    pub kind: EffectKind,
    /// The two meanings.
    pub between: [Side; 2],
    /// The facet it is about, if it is about one.
    pub facet: Option<String>,
    /// The same in a sentence.
    pub sentence: Sentence,
}

/// What a change does to a pair, what needs attention first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum EffectKind {
    /// A verdict is about texts that are no longer there.
    Outdates,
    /// A verdict that both domains confirmed is taken out.
    RemovesVerdict,
    /// A verdict that is pinned to no texts stands on texts that changed.
    Unsettles,
    /// Two meanings part that did not.
    Parts,
    /// They part on a facet on which they did not.
    PartsOnFacet,
    /// They relate in another way, which matters as much.
    Shifts,
    /// It is not clear any more how they relate.
    Blurs,
    /// There is a new pair.
    Appears,
    /// A pair is gone.
    Disappears,
    /// They no longer part.
    Resolves,
    /// They no longer part on a facet.
    ResolvesOnFacet,
    /// A verdict that was outdated is about the texts of now.
    Renews,
}

impl Keyed for EffectKind {
    const ALL: &'static [(Self, &'static str, &'static str, &'static str)] = &[
        (Self::Outdates, "outdates", "oordeel verouderd", "verdict outdated"),
        (Self::RemovesVerdict, "removes_verdict", "bevestigd oordeel weggehaald", "confirmed verdict removed"),
        (Self::Unsettles, "unsettles", "oordeel opnieuw bekijken", "verdict to be looked at again"),
        (Self::Parts, "parts", "loopt uit elkaar", "parts"),
        (Self::PartsOnFacet, "parts_on_facet", "verschilt op een onderdeel", "parts on a facet"),
        (Self::Shifts, "shifts", "andere verhouding", "another relation"),
        (Self::Blurs, "blurs", "niet meer duidelijk", "no longer clear"),
        (Self::Appears, "appears", "nieuw paar", "new pair"),
        (Self::Disappears, "disappears", "paar vervalt", "pair is gone"),
        (Self::Resolves, "resolves", "lost op", "resolves"),
        (Self::ResolvesOnFacet, "resolves_on_facet", "gelijk op een onderdeel", "resolves on a facet"),
        (Self::Renews, "renews", "oordeel weer actueel", "verdict up to date again"),
    ];
}

/// From this degree on two meanings part.
const PARTS: Degree = Degree::Substantial;

/// What the change from the pairs of `base` to those of `head` does, what needs attention first.
pub(super) fn effects(base: &[&Pair], head: &[&Pair], (term, revision): (&Term, Revision<'_>)) -> Vec<Effect> {
    let [before, after] =
        [base, head].map(|pairs| pairs.iter().copied().filter(|pair| !pair.retired).collect::<Vec<_>>());
    let same = |x: &Pair, y: &Pair| (&x.a, &x.b) == (&y.a, &y.b);
    let mut effects = Vec::new();
    for &pair in &after {
        let writer = Writer { pair, term, glossary: revision.glossary };
        match before.iter().find(|other| same(other, pair)) {
            Some(was) => effects.extend(writer.changed_from(was)),
            None => effects.extend(writer.appears()),
        }
    }
    for &pair in before.iter().filter(|pair| !after.iter().any(|other| same(other, pair))) {
        let writer = Writer { pair, term, glossary: revision.glossary };
        effects.extend(writer.verdict_removed(pair));
        effects.push(writer.disappears());
    }
    effects.sort_by_key(|effect| effect.kind);
    effects
}

/// Writes what happens to a pair.
struct Writer<'a> {
    pair: &'a Pair,
    term: &'a Term,
    glossary: &'a Glossary,
}

impl Writer<'_> {
    fn changed_from(&self, was: &Pair) -> Vec<Effect> {
        let mut effects: Vec<Effect> = self.verdict_from(was).into_iter().collect();
        effects.extend(self.relation_from(was));
        effects.extend(self.pair.facets.iter().filter_map(|facet| {
            let before = was.facets.iter().find(|other| other.key == facet.key);
            self.facet_from(before, facet)
        }));
        effects
    }

    /// A verdict that both domains confirmed is gone. No file is left to sign that in, so that they agree in the review.
    fn verdict_removed(&self, was: &Pair) -> Option<Effect> {
        let ruling = was.ruling.as_ref().filter(|ruling| ruling.status == VerdictStatus::Confirmed)?;
        let [dutch, english] = self.sides();
        let (of, by) = signatures(ruling);
        Some(self.effect(
            EffectKind::RemovesVerdict,
            format!("Het bevestigde oordeel{of} over {dutch} is weggehaald. Beide domeinen moeten dat goedvinden."),
            format!("The confirmed verdict{by} on {english} is removed. Both domains must agree."),
        ))
    }

    /// Whether a verdict is gone, became outdated, is about the texts of now again, or may no longer fit texts that changed.
    fn verdict_from(&self, was: &Pair) -> Option<Effect> {
        let Some(ruling) = self.pair.ruling.as_ref() else { return self.verdict_removed(was) };
        let [dutch, english] = self.sides();
        let (of, by) = signatures(ruling);
        match (was.is_outdated(), self.pair.is_outdated()) {
            (false, true) => Some(self.effect(
                EffectKind::Outdates,
                format!("Het oordeel{of} over {dutch} gaat over de vorige tekst. Beoordeel opnieuw."),
                format!("The verdict{by} on {english} is about the former text. Judge again."),
            )),
            (true, false) => Some(self.effect(
                EffectKind::Renews,
                format!("Het oordeel over {dutch} past weer bij de tekst."),
                format!("The verdict on {english} fits the text again."),
            )),
            (false, false) if was.fingerprint != self.pair.fingerprint && was.ruling.as_ref() == Some(ruling) => {
                Some(self.effect(
                    EffectKind::Unsettles,
                    format!("De tekst onder het oordeel{of} over {dutch} is gewijzigd. Klopt het oordeel nog?"),
                    format!("The text under the verdict{by} on {english} changed. Does the verdict still hold?"),
                ))
            }
            _ => None,
        }
    }

    fn relation_from(&self, was: &Pair) -> Option<Effect> {
        let pair = self.pair;
        if (was.relation, was.degree, was.basis) == (pair.relation, pair.degree, pair.basis) {
            return None;
        }
        let parts = |pair: &Pair| pair.degree.is_some_and(|degree| degree >= PARTS);
        let [dutch, english] = self.sides();
        let said = |pair: &Pair| {
            let (relation, basis) = (pair.relation, pair.basis);
            (
                format!("{} ({})", relation.dutch(), basis.dutch()),
                format!("{} ({})", relation.english(), basis.english()),
            )
        };
        let ((before, before_en), (now, now_en)) = (said(was), said(pair));
        let word = &self.term.label;
        let (kind, opening, opening_en) = match () {
            () if pair.relation == Relation::Unclear => (
                EffectKind::Blurs,
                format!("Het is niet meer duidelijk hoe ‘{word}’ zich verhoudt bij {dutch}"),
                format!("It is no longer clear how ‘{word}’ relates for {english}"),
            ),
            () if parts(pair) && !parts(was) => (
                EffectKind::Parts,
                format!("‘{word}’ gaat uit elkaar lopen bij {dutch}"),
                format!("‘{word}’ comes to part for {english}"),
            ),
            () if !parts(pair) && parts(was) => (
                EffectKind::Resolves,
                format!("‘{word}’ loopt niet meer uit elkaar bij {dutch}"),
                format!("‘{word}’ no longer parts for {english}"),
            ),
            () => (
                EffectKind::Shifts,
                format!("‘{word}’ verhoudt zich anders bij {dutch}"),
                format!("‘{word}’ relates otherwise for {english}"),
            ),
        };
        Some(self.effect(
            kind,
            format!("{opening}: {now}. Dat was: {before}."),
            format!("{opening_en}: {now_en}. It was: {before_en}."),
        ))
    }

    /// Whether two meanings come to part on a facet, or no longer do: by what editors say of it, else by the texts. Where
    /// the texts change under what editors say, both are told.
    fn facet_from(&self, was: Option<&FacetComparison>, is: &FacetComparison) -> Option<Effect> {
        let by_texts = |facet: &FacetComparison| facet.state == FacetState::Different;
        let part = |facet: &FacetComparison| facet.judged.map_or_else(|| by_texts(facet), |degree| degree >= PARTS);
        let (before, now) = (was.is_some_and(part), part(is));
        if before == now {
            let alike = |facet: &FacetComparison| facet.state == FacetState::Same;
            let judged = is.judged.filter(|degree| *degree >= PARTS && alike(is) && !was.is_some_and(alike))?;
            return Some(self.alike_but_judged(is, judged));
        }
        let (word, [dutch, english], label) = (&self.term.label, self.sides(), &is.label);
        let label_en = self.in_english(is);
        let (kind, dutch, english) = if now {
            (
                EffectKind::PartsOnFacet,
                format!("‘{word}’ verschilt nu op ‘{label}’ bij {dutch}."),
                format!("‘{word}’ now differs on ‘{label_en}’ for {english}."),
            )
        } else {
            (
                EffectKind::ResolvesOnFacet,
                format!("‘{word}’ verschilt niet meer op ‘{label}’ bij {dutch}."),
                format!("‘{word}’ no longer differs on ‘{label_en}’ for {english}."),
            )
        };
        Some(Effect { facet: Some(is.key.clone()), ..self.effect(kind, dutch, english) })
    }

    /// The texts of a facet came to say the same, and the editors still say that they part.
    fn alike_but_judged(&self, facet: &FacetComparison, judged: Degree) -> Effect {
        let ([dutch, english], label) = (self.sides(), &facet.label);
        let (judgement, judgement_en) = (judged.dutch(), judged.english());
        let effect = self.effect(
            EffectKind::ResolvesOnFacet,
            format!("De teksten over ‘{label}’ zeggen nu hetzelfde bij {dutch}. Het oordeel zegt nog: {judgement}."),
            format!(
                "The texts on ‘{}’ now say the same for {english}. The verdict still says: {judgement_en}.",
                self.in_english(facet)
            ),
        );
        Effect { facet: Some(facet.key.clone()), ..effect }
    }

    /// The English name of a facet.
    fn in_english<'b>(&'b self, facet: &'b FacetComparison) -> &'b str {
        let known = self.glossary.facets.iter().find(|known| known.id.as_str() == facet.key);
        known.map_or(facet.label.as_str(), |known| known.english.as_str())
    }

    /// A new pair is told of where it says something: two meanings, or a domain that says it does not use the word.
    fn appears(&self) -> Option<Effect> {
        let pair = self.pair;
        let [dutch, english] = self.sides();
        pair.b.concept.as_ref()?;
        Some(self.effect(
            EffectKind::Appears,
            format!("Nieuw naast elkaar: {dutch}. Verhouding: {} ({}).", pair.relation.dutch(), pair.basis.dutch()),
            format!(
                "New beside each other: {english}. Relation: {} ({}).",
                pair.relation.english(),
                pair.basis.english()
            ),
        ))
    }

    fn disappears(&self) -> Effect {
        let [dutch, english] = self.sides();
        self.effect(
            EffectKind::Disappears,
            format!("Niet meer naast elkaar: {dutch}."),
            format!("No longer beside each other: {english}."),
        )
    }

    fn effect(&self, kind: EffectKind, dutch: String, english: String) -> Effect {
        let between = [self.pair.a.clone(), self.pair.b.clone()];
        Effect { kind, between, facet: None, sentence: Sentence { dutch, english } }
    }

    /// The two sides, in Dutch and in English.
    fn sides(&self) -> [String; 2] {
        let named = |side: &Side, name: &dyn Fn(&Domain) -> String| {
            let domain = self.glossary.domain(&side.domain).map_or_else(|| side.domain.to_string(), name);
            let domain = self.term.side_name(&domain, side.concept.as_ref());
            let place = side.place.as_ref().and_then(|id| self.glossary.place(id));
            place.map_or(domain.clone(), |place| format!("{domain} in {}", place.label))
        };
        let pair = |and: &str, name: &dyn Fn(&Domain) -> String| {
            format!("{} {and} {}", named(&self.pair.a, name), named(&self.pair.b, name))
        };
        [pair("en", &|domain| domain.phrase.clone()), pair("and", &|domain| format!("the {}", domain.english))]
    }
}

/// What is said of the signatures under a verdict, in Dutch and in English.
fn signatures(ruling: &Ruling) -> (String, String) {
    if ruling.status == VerdictStatus::Draft || ruling.signed.is_empty() {
        return (" (concept)".to_owned(), " (draft)".to_owned());
    }
    let by = |signature: &Signature| format!("{} ({})", signature.on, signature.by);
    let days: Vec<String> = ruling.signed.iter().map(by).collect();
    let days: Vec<&str> = days.iter().map(String::as_str).collect();
    (format!(", getekend op {},", in_words(&days, "en")), format!(", signed on {},", in_words(&days, "and")))
}
