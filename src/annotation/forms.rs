// SPDX-License-Identifier: EUPL-1.2
//! The forms of all names, written out, so that a browser finds them by looking words up and no text has to be sent.

use crate::annotation::compound::{Half, halves_of};
use crate::annotation::mention::How;
use crate::annotation::name::{BEHIND_CAPITALS, Name};
use crate::annotation::phrase::{forms_in, phrases};
use crate::language::Lexicon;
use crate::model::{Glossary, Term};

/// A form of a name.
#[derive(Debug, Clone)]
pub struct Form<'a> {
    /// Folded words with a space between them; a name in capitals as it is written.
    pub form: String,
    /// The term.
    pub term: &'a Term,
    /// Its name.
    pub name: Name<'a>,
    /// Exact or form.
    pub how: How,
    /// Where it may stand in a compound, if it may.
    pub half: Option<Half>,
}

/// Every form of every name, each once, sorted.
#[must_use]
pub fn forms<'a>(glossary: &'a Glossary, lexicon: &Lexicon) -> Vec<Form<'a>> {
    let names = glossary.terms.iter().flat_map(|term| Name::all(term).map(move |name| (term, name)));
    let mut forms: Vec<Form<'a>> = names.flat_map(|(term, name)| forms_of_name(term, name, lexicon)).collect();
    // The sort is stable: of equal forms the one of the earlier term and name comes first.
    forms.sort_by(|x, y| x.form.cmp(&y.form).then(x.how.cmp(&y.how)).then(x.name.field.cmp(&y.name.field)));
    forms.dedup_by(|other, kept| {
        let same = other.form == kept.form;
        kept.half = kept.half.or(other.half.filter(|_| same));
        same
    });
    forms
}

fn forms_of_name<'a>(term: &'a Term, name: Name<'a>, lexicon: &Lexicon) -> Vec<Form<'a>> {
    let form = |form: String, how| Form { form, term, name, how, half: None };
    if name.is_in_capitals() {
        let inflected = BEHIND_CAPITALS.iter().map(|ending| form(format!("{}{ending}", name.text), How::Form));
        return std::iter::once(form(name.text.to_owned(), How::Exact)).chain(inflected).collect();
    }
    let mut forms: Vec<Form<'a>> = Vec::new();
    for (place, phrase) in phrases(&name, lexicon).iter().enumerate() {
        let written = phrase.iter().map(|word| word.folded.as_str()).collect::<Vec<_>>().join(" ");
        let how = |text: &str| if place == 0 && text == written { How::Exact } else { How::Form };
        forms.extend(spelled(&forms_in(phrase, lexicon)).into_iter().map(|text| form(text.clone(), how(&text))));
    }
    for (half, place) in halves_of(&name, term, lexicon) {
        forms.iter_mut().filter(|form| form.form == half).for_each(|form| form.half = Some(place));
    }
    forms
}

/// Every row of words with one form of each.
fn spelled(words: &[Vec<String>]) -> Vec<String> {
    words.iter().fold(vec![String::new()], |texts, forms| {
        let with = |text: &String, form: &String| if text.is_empty() { form.clone() } else { format!("{text} {form}") };
        texts.iter().flat_map(|text| forms.iter().map(move |form| with(text, form))).collect()
    })
}
