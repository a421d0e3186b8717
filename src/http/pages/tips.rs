// SPDX-License-Identifier: EUPL-1.2
//! For those who want more of a search: what can be typed beside words, and the order of what is found.

use form_urlencoded::Serializer;

use crate::http::lang::Lang;
use crate::http::pages::asked::Asked;
use crate::model::Keyed;
use crate::search::Sort;

/// What can be typed beside words, and what it does, in Dutch and in English.
const TIPS: &[(&str, &str, &str)] = &[
    (
        "\"informatie delen\"",
        "Deze woorden naast elkaar, ook in een andere vorm: ‘informatie gedeeld’.",
        "These words next to each other, also in another form: ‘informatie gedeeld’.",
    ),
    ("\"melding\"", "Precies dit woord, zonder andere vormen.", "Exactly this word, without other forms."),
    ("zorg -jeugd", "Wel ‘zorg’, en niet waar ook ‘jeugd’ staat.", "With ‘zorg’, and not where ‘jeugd’ stands too."),
    (
        "overleg domein:veiligheid",
        "Alleen termen van dit domein. Zo kan ook: fase, relatie, graad en status.",
        "Only terms of this domain. Likewise: phase, relation, degree and status.",
    ),
    (
        "verschilt:sociaal,veiligheid",
        "Alleen woorden die voor deze twee domeinen iets anders betekenen.",
        "Only words that mean different things to these two domains.",
    ),
    (
        "graad:2,3 -status:bevestigd",
        "Meer waarden met een komma. Met een streepje: juist niet.",
        "More values with a comma. With a hyphen: not those.",
    ),
];

/// A tip, and where it leads.
pub(super) struct TipPart {
    pub typed: &'static str,
    pub about: &'static str,
    pub address: String,
}

pub(super) fn tips(lang: Lang) -> Vec<TipPart> {
    let tip = |&(typed, dutch, english): &(&'static str, &'static str, &'static str)| {
        let query = Serializer::new(String::new()).append_pair("q", typed).finish();
        TipPart { typed, about: lang.say(dutch, english), address: lang.address(&format!("/?{query}")) }
    };
    TIPS.iter().map(tip).collect()
}

/// An order of what is found.
pub(super) struct OrderPart {
    pub label: &'static str,
    pub address: String,
    pub current: bool,
}

/// The orders, of which one holds.
pub(super) fn orders(asked: &Asked, lang: Lang) -> Vec<OrderPart> {
    let order = asked.query().order();
    let part = |sort: Sort| OrderPart {
        label: lang.of_key(sort),
        address: lang.address(&asked.address_in_order(sort)),
        current: sort == order,
    };
    // Without words nothing matches better than the rest.
    let tells = |sort: &Sort| *sort != Sort::Relevance || !asked.understood.text.trim().is_empty();
    Sort::ALL.iter().map(|row| row.0).filter(tells).map(part).collect()
}
