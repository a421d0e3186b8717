// SPDX-License-Identifier: EUPL-1.2
//! The forms that a browser finds terms with: looked up plainly, as their description says, they find what the server
//! finds.

use std::collections::HashMap;

use serde_json::Value;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::support::{Service, publication, real_glossary};

/// A browser that has the list of forms and nothing else.
struct Browser {
    terms: HashMap<String, String>,
    halves: HashMap<String, (String, String)>,
    compounds: Value,
    longest: usize,
}

impl Browser {
    fn new(list: &Value) -> Self {
        let text = |form: &Value, key: &str| form[key].as_str().unwrap_or_default().to_owned();
        let forms = list["forms"].as_array().expect("forms");
        let terms: HashMap<String, String> =
            forms.iter().map(|form| (text(form, "form"), text(form, "term"))).collect();
        let halves = forms.iter().filter(|form| form.get("half").is_some());
        let halves = halves.map(|form| (text(form, "form"), (text(form, "term"), text(form, "half")))).collect();
        let longest = terms.keys().map(|form| form.split(' ').count()).max().unwrap_or(0);
        Self { terms, halves, compounds: list["compounds"].clone(), longest }
    }

    /// The terms of a text, in order.
    fn read(&self, text: &str) -> Vec<(String, String)> {
        let words = words(text);
        let (mut found, mut place) = (Vec::new(), 0);
        while place < words.len() {
            let mut rows = (1..=self.longest.min(words.len() - place)).rev();
            let term = rows.find_map(|length| Some((length, self.row(&words[place..place + length])?)));
            let compound = || Some((1, self.compound(&words[place].folded)?));
            let pieces = || words[place].written.split('-').find_map(|piece| Some((1, self.terms.get(piece)?.clone())));
            let in_capitals = || pieces().filter(|_| words[place].written.contains(char::is_uppercase));
            match term.or_else(compound).or_else(in_capitals) {
                Some((length, term)) => {
                    let last = &words[place + length - 1];
                    found.push((text[words[place].start..last.end].to_owned(), term));
                    place += length;
                }
                None => place += 1,
            }
        }
        found
    }

    fn row(&self, words: &[Word]) -> Option<String> {
        let parted = words[1..].iter().any(|word| !word.follows);
        let folded: Vec<&str> = words.iter().map(|word| word.folded.as_str()).collect();
        let as_written = words.first().filter(|_| words.len() == 1).and_then(|word| self.terms.get(&word.written));
        let found = as_written.or_else(|| self.terms.get(&folded.join(" ")));
        found.filter(|_| !parted).cloned()
    }

    fn compound(&self, word: &str) -> Option<String> {
        let rule = |name: &str| -> Vec<String> {
            let texts = self.compounds[name].as_array().expect("a rule").iter();
            texts.map(|text| text.as_str().expect("a text").to_owned()).collect()
        };
        let shortest = usize::try_from(self.compounds["shortestRest"].as_u64().expect("a number")).expect("a size");
        let is_word = |rest: &str| rest.chars().count() >= shortest && rest.contains(['a', 'e', 'i', 'o', 'u', 'y']);
        let may_follow = |rest: &str| {
            let unlinked = rule("links").into_iter().filter_map(|link| rest.strip_prefix(&link).map(str::to_owned));
            let mut rests = unlinked.chain([rest.to_owned()]);
            let ends = rests.any(|rest| {
                rule("noRest").contains(&rest) || rule("noRestBegins").iter().any(|start| rest.starts_with(start))
            });
            is_word(rest) && !ends
        };
        let may_precede = |rest: &str, half: &str| {
            let verbal = rule("verbalEndings").iter().any(|ending| half.ends_with(ending));
            let derived = verbal && rule("verbalPrefixes").iter().any(|prefix| rest.ends_with(prefix));
            is_word(rest) && !derived && !rule("noStart").contains(&rest.to_owned())
        };
        let places: Vec<usize> = word.char_indices().map(|(place, _)| place).skip(1).collect();
        let last = places.iter().find_map(|&place| {
            let (term, half) = self.halves.get(&word[place..])?;
            (half == "either" && may_precede(&word[..place], &word[place..])).then(|| term.clone())
        });
        let first = || {
            places.iter().rev().find_map(|&place| {
                Some(self.halves.get(&word[..place])?.0.clone()).filter(|_| may_follow(&word[place..]))
            })
        };
        last.or_else(first)
    }
}

/// A word as a browser cuts it.
struct Word {
    start: usize,
    end: usize,
    written: String,
    folded: String,
    /// Whether only spaces part it from the word before.
    follows: bool,
}

fn words(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let letters: Vec<(usize, char)> = text.char_indices().collect();
    let mut place = 0;
    while place < letters.len() {
        let inside = |place: usize| {
            let letter = |place: usize| letters.get(place).is_some_and(|(_, letter)| letter.is_alphanumeric());
            letter(place) || ("-'’".contains(letters[place].1) && letter(place + 1) && place > 0 && letter(place - 1))
        };
        let length = (place..letters.len()).take_while(|&place| inside(place)).count();
        if length > 0 {
            let end = letters.get(place + length).map_or(text.len(), |(byte, _)| *byte);
            let start = letters[place].0;
            let gap = words.last().map_or("", |word| &text[word.end..start]);
            let follows = !gap.is_empty() && gap.strip_prefix('-').unwrap_or(gap).trim().is_empty();
            words.push(Word {
                start,
                end,
                written: text[start..end].to_owned(),
                folded: folded(&text[start..end]),
                follows,
            });
        }
        place += length.max(1);
    }
    words
}

fn folded(word: &str) -> String {
    let bare = word.nfd().filter(|letter| !is_combining_mark(*letter) && !"-'’".contains(*letter));
    bare.collect::<String>().to_lowercase()
}

/// What people write.
const SENTENCES: &[&str] = &[
    "Wij kregen vorige week twee signalen over een leerling en hebben dat gemeld.",
    "De meldingen kwamen binnen bij Veilig Thuis; de zorgen zijn groot.",
    "In de signaalbespreking is informatie gedeeld met de politie.",
    "Wie deelt informatie, en wie mag gegevens delen zonder toestemming?",
    "Het casusoverleg weegt of opschalen nodig is; daarna schalen we op of af.",
    "De gemeente heeft de regie, het Zorg- en Veiligheidshuis de procesregie.",
    "Een persoonsgerichte aanpak (PGA) helpt kwetsbare jongeren; PGA's lopen jaren.",
    "Geradicaliseerde jongeren en hun cliëntenraad vragen om preventieve interventies.",
    "Er geldt een meldplicht, en de veiligheidscasus gaat naar de lokale driehoek.",
    "De Raad voor de Kinderbescherming weegt mee; dat is niet onze weging.",
    "Zorgvuldig werken in de jeugdzorg vraagt eigen kracht en vertrouwen.",
    "Zij ondermijnen het vertrouwen; de maatschappelijke onrust en polarisatie nemen toe.",
    "De re-integratie, ook wel reïntegratie, begint met een toekomstperspectief.",
    "Dat maakt het af: de AF houdt grip, en GRIP 2 blijft van kracht.",
    "Wij zijn van mening dat de termijn is verstreken.",
    "De risico's zijn beschreven in de risicotaxatie en het dossier van de cliënt.",
    "De PGA-tafel en de LSE-adviseur komen samen.",
    "Urgente vragen gaan naar het weegoverleg of naar de ogen en oren van de wijk.",
    "",
];

#[test]
fn a_browser_with_the_list_finds_what_the_server_finds() {
    let service = Service::real();
    let browser = Browser::new(&service.json("/api/v1/forms"));
    let publication = publication(&real_glossary());
    let mut count = 0;
    for text in SENTENCES {
        let mentions = publication.mentions(text).into_iter();
        let term = |place: usize| publication.glossary.terms[place].id.to_string();
        let by_server: Vec<(String, String)> =
            mentions.map(|mention| (text[mention.range].to_owned(), term(mention.term))).collect();
        assert_eq!(browser.read(text), by_server, "{text}");
        count += by_server.len();
    }
    assert!(count > 40, "{count} terms stand in the sentences");
}

#[test]
fn the_server_finds_every_form_that_it_lists() {
    let publication = publication(&real_glossary());
    let forms = publication.forms();
    assert!(forms.len() > 2_000, "{}", forms.len());
    for form in &forms {
        let text = form.form.as_str();
        let mentions = publication.mentions(text);
        let whole = mentions.iter().find(|mention| mention.range == (0..text.len()));
        let term = whole.map(|mention| publication.glossary.terms[mention.term].id.as_str());
        assert_eq!(term, Some(form.term.id.as_str()), "{text}: {mentions:?}");
    }
}

#[test]
fn each_form_stands_once_in_the_list_in_order_and_none_is_a_function_word() {
    let list = Service::real().json("/api/v1/forms");
    let forms: Vec<&str> =
        list["forms"].as_array().expect("forms").iter().filter_map(|form| form["form"].as_str()).collect();
    assert!(forms.windows(2).all(|pair| pair[0] < pair[1]));
    let stops: Vec<&&str> = forms.iter().filter(|form| taalbrug::language::is_stop_word(form)).collect();
    assert!(stops.is_empty(), "{stops:?}");
    for needed in ["signaal", "signalen", "gemeld", "informatie gedeeld", "deelt informatie", "triage", "AF", "PGA's"] {
        assert!(forms.contains(&needed), "{needed}");
    }
    assert!(!forms.contains(&"af") && !forms.contains(&"grip"));
}
