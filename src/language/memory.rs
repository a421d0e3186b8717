// SPDX-License-Identifier: EUPL-1.2
//! Normal forms that were made already, kept while a revision is built: a glossary says the same words many times.
//!
//! Only what runs inside [`remembering`] remembers, on its own thread, and it forgets at the end: what people type is
//! never kept here.

use std::cell::RefCell;

use rustc_hash::FxHashMap;

use crate::language::Lexicon;

/// The most words that are remembered; later ones are made anew each time. Frequent words come early.
const MOST: usize = 50_000;

thread_local! {
    static MEMORY: RefCell<Option<Memory>> = const { RefCell::new(None) };
}

struct Memory {
    /// The address of the word lists that the forms were made with. These are borrowed as long as it lasts.
    lexicon: usize,
    forms: FxHashMap<Box<str>, Box<str>>,
}

fn address(lexicon: &Lexicon) -> usize {
    std::ptr::from_ref(lexicon).addr()
}

/// Does something while normal forms made with these word lists are remembered.
pub fn remembering<T>(lexicon: &Lexicon, act: impl FnOnce() -> T) -> T {
    /// Puts back what was there before, also when the work stops halfway.
    struct Before(Option<Memory>);
    impl Drop for Before {
        fn drop(&mut self) {
            MEMORY.with_borrow_mut(|memory| *memory = self.0.take());
        }
    }
    let fresh = Memory { lexicon: address(lexicon), forms: FxHashMap::default() };
    let _before = Before(MEMORY.with_borrow_mut(|memory| memory.replace(fresh)));
    act()
}

/// The normal form of a folded word: the one remembered, else the one that is made now.
pub(super) fn recalled(folded: &str, lexicon: &Lexicon, make: impl FnOnce() -> String) -> String {
    let own = |memory: &Memory| memory.lexicon == address(lexicon);
    let known = MEMORY.with_borrow(|memory| match memory {
        Some(memory) if own(memory) => memory.forms.get(folded).map(|form| form.as_ref().to_owned()),
        _ => None,
    });
    known.unwrap_or_else(|| {
        let form = make();
        MEMORY.with_borrow_mut(|memory| match memory {
            Some(memory) if own(memory) && memory.forms.len() < MOST => {
                memory.forms.insert(folded.into(), form.as_str().into());
            }
            _ => {}
        });
        form
    })
}

#[cfg(test)]
mod tests {
    use super::{MEMORY, remembering};
    use crate::language::{Lexicon, normal_form};

    fn remembered() -> Option<usize> {
        MEMORY.with_borrow(|memory| memory.as_ref().map(|memory| memory.forms.len()))
    }

    #[test]
    fn forms_are_the_same_remembered_or_not_and_nothing_stays() {
        let (one, mut other) = (Lexicon::default(), Lexicon::default());
        other.add_irregular("meldingen", "woord");
        let (plain, irregular) = (normal_form("meldingen", &one), normal_form("meldingen", &other));
        assert_ne!(plain, irregular);
        remembering(&one, || {
            assert_eq!(normal_form("meldingen", &one), plain);
            assert_eq!(normal_form("meldingen", &one), plain);
            assert_eq!(remembered(), Some(1));
            assert_eq!(normal_form("meldingen", &other), irregular);
            remembering(&other, || assert_eq!(normal_form("meldingen", &other), irregular));
            assert_eq!(remembered(), Some(1));
        });
        assert_eq!(remembered(), None);
    }
}
