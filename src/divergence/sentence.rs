// SPDX-License-Identifier: EUPL-1.2
//! The difference in one plain sentence, Dutch first (B1) and English beside it. A handful of templates.

use serde::{Deserialize, Serialize};

use crate::divergence::compare::Comparison;
use crate::divergence::derived::{Derivation, Derived, Step};
use crate::language::{capital, in_words};
use crate::model::{ConceptId, Keyed, Relation};

/// One sentence in two languages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sentence {
    /// Dutch, language level B1.
    pub dutch: String,
    /// English.
    pub english: String,
}

impl Sentence {
    /// Two texts that say the same.
    #[must_use]
    pub fn new(dutch: impl Into<String>, english: impl Into<String>) -> Self {
        Self { dutch: dutch.into(), english: english.into() }
    }
}

/// How the word and the two sides are named in a sentence.
pub(super) struct Names {
    word: Sentence,
    a: Sentence,
    b: Sentence,
}

impl Names {
    /// Names for a word and two sides; the word may be empty, and sides of one name are told apart by their place.
    pub fn new(term: &str, a: Sentence, b: Sentence) -> Self {
        let both = |dutch: &str, english: &str| Sentence { dutch: dutch.to_owned(), english: english.to_owned() };
        let term = term.trim();
        let word = match term {
            "" => both("dit woord", "this word"),
            term => both(&format!("‘{term}’"), &format!("‘{term}’")),
        };
        if a == b {
            return Self { word, a: both("de eerste tekst", "first text"), b: both("de tweede tekst", "second text") };
        }
        Self { word, a, b }
    }

    /// What the two sides say against each other, each in its own words, and how that clashes.
    fn saying(&self, a: &str, b: &str, how: &Sentence) -> Sentence {
        Sentence {
            dutch: format!("zegt {} ‘{a}’ en {} ‘{b}’: {}.", self.a.dutch, self.b.dutch, how.dutch),
            english: format!(
                "the {} says ‘{a}’ and the {} says ‘{b}’: {}.",
                self.a.english, self.b.english, how.english
            ),
        }
    }
}

/// The sentence of a verdict: what kind of difference, then why, in the editors' own words.
pub(super) fn of_verdict(relation: Relation, why: &str, names: &Names) -> Sentence {
    let opening = opening(relation, names);
    Sentence { dutch: format!("{} {why}", opening.dutch), english: opening.english }
}

/// Says at the end that the texts changed after they were judged.
pub(super) fn add_outdated(sentence: &mut Sentence) {
    sentence.dutch.push_str(" Na dit oordeel zijn de omschrijvingen veranderd.");
    sentence.english.push_str(" The definitions changed after this judgement.");
}

/// The sentence of a computed comparison; it says in words that nobody judged it yet.
pub(super) fn of_comparison(found: &Comparison, names: &Names) -> Sentence {
    let by_model = found.likeness.as_ref().filter(|likeness| likeness.decided.is_some());
    let sentence = match (found.relation, contradiction(found, names)) {
        (relation, None) if let Some(likeness) = by_model => of_model(relation, &likeness.model, names),
        (Relation::Conflict, Some(says)) => Sentence {
            dutch: format!("Let op: bij {} {}", names.word.dutch, says.dutch),
            english: format!("Note: for {} {}", names.word.english, says.english),
        },
        (relation, Some(says)) => {
            let opening = opening(relation, names);
            Sentence {
                dutch: format!("{} Let op: hier {}", opening.dutch, says.dutch),
                english: format!("{} Note: here {}", opening.english, says.english),
            }
        }
        (relation, None) => opening(relation, names),
    };
    Sentence {
        dutch: format!("{} Dit is berekend en nog niet beoordeeld.", sentence.dutch),
        english: format!("{} This was computed and not judged yet.", sentence.english),
    }
}

/// The sentence of a relation that rests on a model alone, which it names.
fn of_model(relation: Relation, model: &str, names: &Names) -> Sentence {
    let (word, a, b) = (&names.word.dutch, &names.a.dutch, &names.b.dutch);
    let dutch = match relation {
        Relation::Homonym => {
            format!("Let op: volgens het taalmodel ‘{model}’ bedoelen {a} en {b} met {word} iets heel anders.")
        }
        _ => format!(
            "Volgens het taalmodel ‘{model}’ lijken de omschrijvingen van {word} bij {a} en {b} veel op elkaar."
        ),
    };
    let (word, a, b) = (&names.word.english, &names.a.english, &names.b.english);
    let english = match relation {
        Relation::Homonym => {
            format!("Note: to the language model ‘{model}’ the {a} and the {b} mean quite different things by {word}.")
        }
        _ => {
            format!("To the language model ‘{model}’ the definitions of {word} by the {a} and the {b} are much alike.")
        }
    };
    Sentence {
        dutch: format!("{dutch} De woorden zelf zeggen dat niet. Vraag het na."),
        english: format!("{english} The words themselves do not say so. Ask each other."),
    }
}

/// Where one side says the contrary of the other: in its text, else in a controlled value.
fn contradiction(found: &Comparison, names: &Names) -> Option<Sentence> {
    let sentence = |dutch: &str, english: &str| Sentence { dutch: dutch.to_owned(), english: english.to_owned() };
    if let Some(flip) = found.flips.first() {
        return Some(names.saying(&flip.a, &flip.b, &sentence(flip.kind.dutch(), flip.kind.english())));
    }
    let facet = found.facets.iter().find(|facet| facet.excludes)?;
    Some(names.saying(
        facet.a.as_deref()?,
        facet.b.as_deref()?,
        &sentence("dat gaat niet samen", "these exclude each other"),
    ))
}

/// The sentence of a pair of which verdicts on other pairs say something: what follows from which, and that nobody
/// judged this pair; or that they contradict each other or the texts. `name` tells how a meaning is called.
pub(super) fn of_derivation(derivation: &Derivation, names: &Names, name: impl Fn(&ConceptId) -> Sentence) -> Sentence {
    let (word, a, b) = (&names.word, &names.a, &names.b);
    match derivation {
        Derivation::Follows(derived) => of_derived(derived, names, name),
        Derivation::Disputed(Derived { relation, .. }, computed) => Sentence {
            dutch: format!(
                "Let op: voor {} en {} volgt uit oordelen van de redactie over {} iets anders (‘{}’) dan uit hun omschrijvingen (‘{}’). Vraag het na.",
                a.dutch,
                b.dutch,
                word.dutch,
                relation.dutch(),
                computed.dutch()
            ),
            english: format!(
                "Note: for the {} and the {}, judgements of the editors on {} give something else (‘{}’) than their definitions (‘{}’). Ask each other.",
                a.english,
                b.english,
                word.english,
                relation.english(),
                computed.english()
            ),
        },
        Derivation::Contradictory => Sentence {
            dutch: format!(
                "Let op: de oordelen van de redactie over {} spreken elkaar tegen als het gaat om {} en {}. Vraag het na.",
                word.dutch, a.dutch, b.dutch
            ),
            english: format!(
                "Note: the judgements of the editors on {} contradict each other about the {} and the {}. Ask each other.",
                word.english, a.english, b.english
            ),
        },
    }
}

fn of_derived(derived: &Derived, names: &Names, name: impl Fn(&ConceptId) -> Sentence) -> Sentence {
    let step = |Step { between, relation }: &Step| {
        let [a, b] = between.each_ref().map(&name);
        Sentence {
            dutch: format!("over {} en {} ‘{}’", a.dutch, b.dutch, relation.dutch()),
            english: format!("of the {} and the {} ‘{}’", a.english, b.english, relation.english()),
        }
    };
    let steps: Vec<Sentence> = derived.steps.iter().map(step).collect();
    let dutch: Vec<&str> = steps.iter().map(|step| step.dutch.as_str()).collect();
    let english: Vec<&str> = steps.iter().map(|step| step.english.as_str()).collect();
    let claim = claim(derived.relation, names);
    Sentence {
        dutch: format!(
            "Uit oordelen van de redactie volgt dat {}. Want zij zegt {}. Over dit paar zelf oordeelde zij niet.",
            claim.dutch,
            in_words(&dutch, "en")
        ),
        english: format!(
            "From judgements of the editors it follows that {}. They say {}. They did not judge this pair itself.",
            claim.english,
            in_words(&english, "and")
        ),
    }
}

/// What a relation says, after "dat" and "that".
fn claim(relation: Relation, names: &Names) -> Sentence {
    let (word, a, b) = (&names.word.dutch, &names.a.dutch, &names.b.dutch);
    let dutch = match relation {
        Relation::Same => format!("{a} en {b} hetzelfde bedoelen met {word}"),
        Relation::Nuance => format!("{a} en {b} bijna hetzelfde bedoelen met {word}"),
        Relation::Broader => format!("{a} {word} ruimer gebruikt dan {b}"),
        Relation::Narrower => format!("{b} {word} ruimer gebruikt dan {a}"),
        Relation::Overlap => format!("{a} en {b} maar deels hetzelfde bedoelen met {word}"),
        Relation::Conflict => format!("{a} en {b} botsen bij {word}"),
        Relation::Homonym => format!("{a} en {b} iets heel anders bedoelen met {word}"),
        Relation::OneSided => format!("alleen {a} {word} gebruikt, en {b} niet"),
        Relation::Unclear => {
            format!("aan de woorden niet te zien is of {a} en {b} hetzelfde bedoelen met {word}")
        }
    };
    let (word, a, b) = (&names.word.english, &names.a.english, &names.b.english);
    let english = match relation {
        Relation::Same => format!("the {a} and the {b} mean the same by {word}"),
        Relation::Nuance => format!("the {a} and the {b} mean nearly the same by {word}"),
        Relation::Broader => format!("the {a} uses {word} more broadly than the {b}"),
        Relation::Narrower => format!("the {b} uses {word} more broadly than the {a}"),
        Relation::Overlap => format!("the {a} and the {b} mean only partly the same by {word}"),
        Relation::Conflict => format!("the {a} and the {b} clash over {word}"),
        Relation::Homonym => format!("the {a} and the {b} mean quite different things by {word}"),
        Relation::OneSided => format!("only the {a} uses {word}, the {b} does not"),
        Relation::Unclear => {
            format!("the words do not tell whether the {a} and the {b} mean the same by {word}")
        }
    };
    Sentence { dutch, english }
}

/// The sentence where a domain says that it does not use the word.
pub(super) fn of_unused(names: &Names) -> Sentence {
    Sentence {
        dutch: format!(
            "Alleen {} gebruikt {}. {} geeft het woord geen eigen betekenis. Leg het dus uit.",
            names.a.dutch,
            names.word.dutch,
            capital(&names.b.dutch)
        ),
        english: format!(
            "Only the {} uses {}. The {} gives the word no meaning of its own, so explain it.",
            names.a.english, names.word.english, names.b.english
        ),
    }
}

/// The sentence where nobody wrote down yet what a domain means.
pub(super) fn of_unknown(names: &Names) -> Sentence {
    Sentence {
        dutch: format!(
            "Wat {} met {} bedoelt, staat hier nog niet. Ga er niet van uit dat het hetzelfde is. Vraag het na.",
            names.b.dutch, names.word.dutch
        ),
        english: format!(
            "What the {} means by {} is not described here yet. Do not assume that it is the same; ask.",
            names.b.english, names.word.english
        ),
    }
}

fn opening(relation: Relation, names: &Names) -> Sentence {
    let (word, a, b) = (&names.word.dutch, &names.a.dutch, &names.b.dutch);
    let capital_a = capital(a);
    let dutch = match relation {
        Relation::Same => format!("{capital_a} en {b} bedoelen hetzelfde met {word}."),
        Relation::Nuance => format!("{capital_a} en {b} bedoelen bijna hetzelfde met {word}."),
        Relation::Broader => format!("Let op: {a} gebruikt {word} ruimer dan {b}."),
        Relation::Narrower => format!("Let op: {b} gebruikt {word} ruimer dan {a}."),
        Relation::Overlap => format!("Let op: {a} en {b} bedoelen maar deels hetzelfde met {word}."),
        Relation::Conflict => format!("Let op: bij {word} botsen {a} en {b}."),
        Relation::Homonym => format!("Let op: {a} en {b} bedoelen met {word} iets heel anders."),
        Relation::OneSided => format!("Alleen {a} gebruikt {word}, en {b} niet."),
        Relation::Unclear => {
            format!("Of {a} en {b} hetzelfde bedoelen met {word}, is aan de woorden niet te zien. Vraag het na.")
        }
    };
    let claim = claim(relation, names).english;
    let english = match relation {
        Relation::Same | Relation::Nuance | Relation::OneSided => format!("{}.", capital(&claim)),
        Relation::Unclear => format!("{}. Ask each other.", capital(&claim)),
        _ => format!("Note: {claim}."),
    };
    Sentence { dutch, english }
}
