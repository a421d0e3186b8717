// SPDX-License-Identifier: EUPL-1.2
//! Parts that several pages show.

use std::borrow::Cow;

use actix_web::{HttpRequest, web};

use crate::divergence::{Basis, Pair};
use crate::http::App;
use crate::http::lang::Lang;
use crate::http::pages::help::help_with;
use crate::http::sign::sign;
use crate::language::capital;
use crate::model::{Relation, VerdictStatus};
use crate::publication::Publication;

/// The pages that stand in the head of every page, with their names in both languages.
const MENU: &[(&str, &str, &str)] = &[
    ("/", "Zoeken", "Search"),
    ("/differences", "Verschillen", "Differences"),
    ("/phases", "Fasen", "Phases"),
    ("/text-check", "Tekst nakijken", "Check a text"),
    ("/about", "Over", "About"),
];

/// Parameters that make another page of an address: what a place agreed, and the rest of a list.
const KEPT: [&str; 2] = ["place", "page"];

/// Lies beside the publication of which a preview is made.
pub(in crate::http) struct Preview;

/// What stands on every page, and the language in which it speaks.
pub(super) struct Frame<'a> {
    pub lang: Lang,
    pub caveat: Option<&'a str>,
    pub licence: &'a str,
    pub revision: &'a str,
    /// The page shows a change that nobody decided on, and stands in a folder without a service.
    pub is_preview: bool,
    /// This page.
    here: String,
    /// The address of the service, empty where it does not know it.
    base: String,
}

/// A page in the menu.
pub(super) struct MenuPart {
    pub name: &'static str,
    pub address: String,
    pub is_here: bool,
}

impl<'a> Frame<'a> {
    pub fn new(publication: &'a Publication, request: &HttpRequest) -> Self {
        let about = &publication.glossary.about;
        let here = request.uri().path_and_query().map_or("/", |here| here.as_str());
        let base = request.app_data::<web::Data<App>>().and_then(|app| app.settings.base_url.as_ref());
        Self {
            lang: Lang::of(request),
            caveat: about.caveat.as_deref(),
            licence: &about.licence,
            revision: &publication.revision,
            is_preview: request.app_data::<Preview>().is_some(),
            // A document is a page of the same name.
            here: here.strip_prefix("/doc/").map_or_else(|| here.to_owned(), |rest| format!("/terms/{rest}")),
            base: base.map_or_else(String::new, |base| base.as_str().to_owned()),
        }
    }

    /// One of two texts that say the same.
    pub fn say(&self, dutch: &'static str, english: &'static str) -> &'static str {
        self.lang.say(dutch, english)
    }

    /// An address of our own, in the language of this page.
    pub fn to(&self, address: &str) -> String {
        self.lang.address(address)
    }

    /// The address of a term, in the language of this page.
    pub fn term(&self, id: &str) -> String {
        self.to(&format!("/terms/{id}"))
    }

    /// The address of this page, from the path on.
    pub fn here(&self) -> &str {
        &self.here
    }

    /// The address of a domain, in the language of this page.
    pub fn domain(&self, id: &str) -> String {
        self.to(&format!("/domains/{id}"))
    }

    /// The address of an actor, in the language of this page.
    pub fn actor(&self, id: &str) -> String {
        self.to(&format!("/actors/{id}"))
    }

    /// This page in the other language.
    pub fn in_other_language(&self) -> String {
        self.lang.other().address(&self.here)
    }

    /// An address of our own as others must write it: whole where the service knows its own.
    pub fn whole(&self, address: &str) -> String {
        format!("{}{address}", self.base)
    }

    /// Under which address search engines should know this page: without what only orders or marks it.
    pub fn lasting(&self) -> String {
        self.whole(&self.lang.address(&self.plain()))
    }

    /// The same in each language, and where a reader of neither goes.
    pub fn tongues(&self) -> [(&'static str, String); 3] {
        [("nl", Lang::Dutch), ("en", Lang::English), ("x-default", Lang::Dutch)]
            .map(|(code, lang)| (code, self.whole(&lang.address(&self.plain()))))
    }

    /// This page with what makes it another page, and nothing else.
    fn plain(&self) -> String {
        let query = self.here.split_once('?').map_or("", |(_, query)| query);
        let mut kept = form_urlencoded::Serializer::new(String::new());
        kept.extend_pairs(form_urlencoded::parse(query.as_bytes()).filter(|(name, _)| KEPT.contains(&name.as_ref())));
        format!("{}?{}", self.path(), kept.finish())
    }

    /// Help with this page, where there is any.
    pub fn help(&self) -> Option<&'static [&'static str]> {
        help_with(self.path(), self.lang)
    }

    fn path(&self) -> &str {
        self.here.split('?').next().unwrap_or_default()
    }

    pub fn menu(&self) -> impl Iterator<Item = MenuPart> {
        let path = self.path();
        MENU.iter().map(move |&(address, dutch, english)| MenuPart {
            name: self.lang.say(dutch, english),
            address: self.to(address),
            is_here: path == address,
        })
    }
}

/// A link to a term.
pub(super) struct Link<'a> {
    pub id: &'a str,
    pub label: &'a str,
}

impl<'a> Link<'a> {
    pub fn to(publication: &'a Publication, place: usize) -> Self {
        let term = publication.entry_at(place).term;
        Self { id: term.id.as_str(), label: &term.label }
    }
}

/// How two meanings relate: a sign, words, a sentence, and who says so.
pub(super) struct Badge<'a> {
    pub sign: &'static str,
    pub class: &'static str,
    pub words: Cow<'static, str>,
    pub sentence: &'a str,
    /// Why, in the Dutch words of the editors, where the sentence does not hold these.
    pub why: Option<&'a str>,
    /// Who says so, in a sentence.
    pub basis: Cow<'static, str>,
    /// The same in a few words.
    pub short_basis: Cow<'static, str>,
    /// What the texts of now say by themselves, where they changed after they were judged.
    pub fresh: Option<&'a str>,
}

impl<'a> Badge<'a> {
    /// Says of a pair that is no longer in use only that.
    pub fn new(pair: &'a Pair, lang: Lang) -> Self {
        if pair.retired {
            return Self::retired(lang);
        }
        let (sign, class) = sign(pair.relation, pair.degree);
        Self {
            sign,
            class,
            words: words(pair, lang),
            sentence: lang.sentence(&pair.sentence),
            why: pair.ruling.as_ref().filter(|_| lang == Lang::English).map(|ruling| ruling.why.as_str()),
            basis: basis(pair, lang),
            short_basis: short_basis(pair, lang),
            fresh: pair.is_outdated().then(|| lang.sentence(&pair.computed.sentence)),
        }
    }

    fn retired(lang: Lang) -> Self {
        Self {
            sign: "×",
            class: "retired",
            words: lang.say("Vervallen", "Withdrawn").into(),
            sentence: lang.say(
                "Een van deze betekenissen is vervallen. Wat hier staat, geldt niet meer.",
                "One of these meanings was withdrawn. What stands here no longer holds.",
            ),
            why: None,
            basis: lang
                .say("Kijk bij elk domein wat het nu bedoelt.", "Look at each domain for what it means now.")
                .into(),
            short_basis: lang.say("geldt niet meer", "no longer holds").into(),
            fresh: None,
        }
    }
}

/// A relation in words that do not hang on the side one looks from.
pub(super) fn relation_words(relation: Relation, lang: Lang) -> String {
    match relation {
        Relation::Broader | Relation::Narrower => lang.say("Niet even ruim", "Not equally wide").to_owned(),
        relation => capital(lang.of_key(relation)),
    }
}

/// The relation in words, and whether it still counts or only follows from others.
fn words(pair: &Pair, lang: Lang) -> Cow<'static, str> {
    let words = relation_words(pair.relation, lang);
    match pair.basis {
        _ if pair.is_outdated() => format!("{words} ({})", lang.say("verouderd", "outdated")).into(),
        Basis::Derived => format!("{words} ({})", lang.say("afgeleid", "derived")).into(),
        _ => words.into(),
    }
}

/// Who says so, and how far that has come.
fn basis(pair: &Pair, lang: Lang) -> Cow<'static, str> {
    let (dutch, english) = match (pair.basis, pair.standing()) {
        _ if pair.is_outdated() => (
            "Verouderd oordeel van de redactie: over de nieuwe omschrijvingen oordeelde nog niemand.",
            "Outdated judgement of the editors: nobody has judged the new definitions yet.",
        ),
        (Basis::Derived, Some(VerdictStatus::Confirmed)) => (
            "Afgeleid uit oordelen van de redactie, die de domeinen hebben bevestigd.",
            "Derived from judgements of the editors, which the domains have confirmed.",
        ),
        (Basis::Derived, Some(VerdictStatus::Draft)) => (
            "Afgeleid uit oordelen van de redactie. Die zijn een concept: de domeinen hebben ze nog niet bevestigd.",
            "Derived from judgements of the editors. They are drafts: the domains have not confirmed them yet.",
        ),
        (_, Some(VerdictStatus::Confirmed)) => (
            "Oordeel van de redactie, bevestigd door beide domeinen.",
            "Judgement of the editors, confirmed by both domains.",
        ),
        (_, Some(VerdictStatus::Draft)) => (
            "Oordeel van de redactie. Dit is een concept: de domeinen hebben het nog niet bevestigd.",
            "Judgement of the editors. This is a draft: the domains have not confirmed it yet.",
        ),
        (basis, None) => return format!("{}.", capital(lang.of_key(basis))).into(),
    };
    lang.say(dutch, english).into()
}

/// The same in a few words.
fn short_basis(pair: &Pair, lang: Lang) -> Cow<'static, str> {
    let basis = lang.of_key(pair.basis);
    match pair.standing() {
        Some(_) if pair.is_outdated() => format!("{basis}, {}", lang.say("verouderd", "outdated")).into(),
        Some(status) => format!("{basis}, {}", lang.of_key(status)).into(),
        None => basis.into(),
    }
}
