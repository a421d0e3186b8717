// SPDX-License-Identifier: EUPL-1.2
//! What a card can be asked for: its parameters, and its language.

use crate::http::card::Wanted;
use crate::http::lang::Lang;
use crate::http::params::{Input, PAGE, PER_LONG_PAGE, PLACE, Param, ParamKind, domains};
use crate::http::problem::{Fault, Problem};
use crate::model::{Domain, DomainId, Keyed};
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
    kind: ParamKind::Choices(domains),
    about: "Twee domeinen om naast elkaar te zetten.",
    english: "Two domains to put beside each other.",
    example: "",
};
const LANG: Param = Param {
    name: "lang",
    kind: ParamKind::Choice(languages),
    about: "De taal van wat geen inhoud is: nl of en. Betekenissen zijn altijd Nederlands.",
    english: "The language of what is not content: nl or en. Meanings are always Dutch.",
    example: "nl",
};

/// Parameters of one card.
pub(in crate::http) const CARD: &[Param] = &[READER, BETWEEN, PLACE, LANG];
/// Parameters of all cards.
pub(in crate::http) const CARDS: &[Param] = &[READER, BETWEEN, PLACE, LANG, PAGE, PER_LONG_PAGE];

fn languages(_: &Publication) -> Vec<String> {
    Lang::ALL.iter().map(|row| row.1.to_owned()).collect()
}

/// What the parameters ask for together.
pub(super) fn read<'a>(input: &Input, publication: &'a Publication) -> Result<Wanted<'a>, Problem> {
    let names = input.choices("between");
    let domain = |name: &String| DomainId::parse(name).and_then(|id| publication.glossary.domain(&id));
    let chosen: Vec<&Domain> = names.iter().filter_map(domain).collect();
    let between = match chosen.as_slice() {
        [] => None,
        [a, b] if a.id != b.id => Some([*a, *b]),
        _ => {
            let reason = "Noem twee verschillende domeinen met een komma ertussen, zoals social,safety.";
            return Err(Problem::invalid_input(vec![Fault::new("between", reason)]));
        }
    };
    let lang = Lang::from_key(input.text("lang")).unwrap_or(Lang::Dutch);
    Ok(Wanted { between, reader: input.domain("reader", publication), lang })
}
