// SPDX-License-Identifier: EUPL-1.2
//! Pages speak one language at a time: what stands in another says so, for those who hear the page and for translators.

use crate::support::Service;

/// Dutch words that pages say, and no English text holds.
const DUTCH: &str = "de het een en niet van voor wat wij u uw zoek zoeken vraag vragen bron bronnen verschil botsing botst toon \
     kies kiest stel woord woorden hier deze betekenis betekenissen oordeel redactie bevestigd berekend nog alle \
     gevonden bladzijde vervallen precies onderdeel delen fase domein verwant ruimer smaller voorstel wijziging \
     versie teksten nagekeken opgesteld door naar overal plaats";

/// English words that pages say, and no Dutch text holds.
const ENGLISH: &str = "the and not what which your you search find ask question questions source sources difference clash show choose \
     word words here this meaning meanings judgement editors confirmed computed yet all found page withdrawn \
     exactly facet share phase domain related broader narrower propose change version texts reviewed written after \
     everywhere place each";

const PAGES: &[&str] = &[
    "/",
    "/?q=gemeld",
    "/?q=xqzvbnw",
    "/?q=reggiee",
    "/?q=keukentafelgesprek&degree=3",
    "/?q=een&page=99",
    "/?degree=3&domain=social",
    "/?q=niet-pluisgevoel",
    "/terms/signaal",
    "/terms/keukentafelgesprek",
    "/terms/terrorisme",
    "/terms/regie",
    "/terms/melding?between=social-wmo,safety",
    "/terms/signaal?between=maan,safety",
    "/terms/signaal?between=social",
    "/terms/signaal?place=elders",
    "/nergens",
];

const VOID: &[&str] = &["meta", "link", "img", "input", "br"];

/// What a page says in its own language: text, labels and placeholders outside elements of another language.
fn said(html: &str, lang: &str) -> String {
    let mut said = String::new();
    // For each open element its language.
    let mut open: Vec<String> = vec![lang.to_owned()];
    let body = html.split_once("<html").map_or("", |(_, rest)| rest.split_once('>').map_or("", |(_, rest)| rest));
    for piece in body.split('<').skip(1) {
        let (tag, text) = piece.split_once('>').expect("a whole tag");
        if tag.starts_with('/') {
            open.pop();
        } else {
            let of = |name: &str| tag.split_once(&format!(" {name}=\"")).and_then(|(_, rest)| rest.split('"').next());
            // Nobody reads a block of data.
            let data = tag.starts_with("script").then_some("data");
            let own = data.or(of("lang")).or(open.last().map(String::as_str)).unwrap_or(lang).to_owned();
            let spoken = ["aria-label", "placeholder", "alt", "title"].into_iter().filter_map(of);
            spoken.filter(|_| own == lang).for_each(|label| said.extend([" ", label]));
            if !VOID.contains(&tag.split_whitespace().next().unwrap_or_default()) {
                open.push(own);
            }
        }
        if open.last().is_some_and(|own| own == lang) {
            said.extend([" ", text]);
        }
    }
    said.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The words among these that are said, without addresses and without what stands in quotes or brackets: names and examples
/// from the glossary.
fn among<'a>(said: &str, words: &'a str) -> Vec<&'a str> {
    let mut depth = 0_usize;
    let in_words: Vec<&str> = said.split(' ').filter(|word| !word.contains("://")).collect();
    let plain: String = in_words
        .join(" ")
        .chars()
        .filter(|letter| {
            depth += usize::from(matches!(letter, '‘' | '“' | '('));
            let inside = depth > 0;
            depth = depth.saturating_sub(usize::from(matches!(letter, '”' | ')') || (*letter == '’' && inside)));
            !inside
        })
        .collect();
    let spoken: Vec<String> = plain.split(|letter: char| !letter.is_alphabetic()).map(str::to_lowercase).collect();
    words.split_whitespace().filter(|word| spoken.iter().any(|spoken| spoken == word)).collect()
}

#[test]
fn a_page_says_nothing_in_the_other_language_without_marking_it() {
    let service = Service::real();
    for page in PAGES {
        let dutch = service.get(page).text();
        assert_eq!(among(&said(&dutch, "nl"), ENGLISH), [""; 0], "{page}: {}", said(&dutch, "nl"));
        let mark = if page.contains('?') { '&' } else { '?' };
        let english = service.get(&format!("{page}{mark}lang=en")).text();
        assert!(english.contains("<html lang=\"en\">"), "{page}");
        assert_eq!(among(&said(&english, "en"), DUTCH), [""; 0], "{page}: {}", said(&english, "en"));
        assert!(
            among(&said(&dutch, "nl"), DUTCH).len() > 8 && among(&said(&english, "en"), ENGLISH).len() > 5,
            "{page}"
        );
    }
}
