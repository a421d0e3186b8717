// SPDX-License-Identifier: EUPL-1.2
//! What a card can be asked for: its parameters, and its language.

use crate::http::card::Wanted;
use crate::http::lang::Lang;
use crate::http::params::{Input, LANG, PAGE, PER_LONG_PAGE, PLACE, Param, ParamKind, domains};
use crate::http::problem::Problem;
use crate::model::{Domain, DomainId};
use crate::publication::Publication;

const READER: Param = Param {
    name: "reader",
    kind: ParamKind::Choice(domains),
    about: "Het domein van wie leest. Dat staat vooraan.",
    english: "The domain of who reads. It comes first.",
    example: "social",
};
const BETWEEN: Param = Param {
    name: "between",
    kind: ParamKind::TwoChoices(domains),
    about: "Twee domeinen om naast elkaar te zetten.",
    english: "Two domains to put beside each other.",
    example: "",
};
/// Parameters of one card.
pub(in crate::http) const CARD: &[Param] = &[READER, BETWEEN, PLACE, LANG];
/// Parameters of all cards.
pub(in crate::http) const CARDS: &[Param] = &[READER, BETWEEN, PLACE, LANG, PAGE, PER_LONG_PAGE];

/// What the parameters ask for together, in a language.
pub(super) fn read<'a>(input: &Input, lang: Lang, publication: &'a Publication) -> Result<Wanted<'a>, Problem> {
    let names = input.choices("between");
    let domain = |name: &String| DomainId::parse(name).and_then(|id| publication.glossary.domain(&id));
    let chosen: Vec<&Domain> = names.iter().filter_map(domain).collect();
    let between = match chosen.as_slice() {
        [] => None,
        [a, b] if a.id != b.id => Some([*a, *b]),
        _ => {
            return Err(Problem::fault(
                "between",
                "Noem twee verschillende domeinen met een komma ertussen, zoals social,safety.",
                "Name two different domains with a comma between them, such as social,safety.",
            ));
        }
    };
    Ok(Wanted { between, reader: input.domain("reader", publication), lang })
}
