// SPDX-License-Identifier: EUPL-1.2
//! Opposites: two aligned words that exclude each other, both denied or both not.

use crate::divergence::align::Tie;
use crate::divergence::flip::{Places, Texts};

pub(super) fn find(texts: &Texts<'_>) -> Vec<Places> {
    let opposite = |(i, partner): (usize, &Option<_>)| {
        let partner: crate::divergence::align::Partner = (*partner)?;
        let flips = partner.tie == Tie::Opposite && texts.a.is_denied(i) == texts.b.is_denied(partner.place);
        flips.then(|| (vec![i], vec![partner.place]))
    };
    texts.alignment.from_a.iter().enumerate().filter_map(opposite).collect()
}

#[cfg(test)]
mod tests {
    use crate::divergence::flip::{FlipKind, flips_between};

    #[test]
    fn opposites_clash_unless_one_is_denied() {
        let found = flips_between("Het verslag van het overleg is openbaar.", "Het verslag van het overleg is geheim.");
        assert_eq!(found, [(FlipKind::Opposite, "openbaar".to_owned(), "geheim".to_owned())]);
        assert_eq!(
            flips_between("Het verslag van het overleg is openbaar.", "Het verslag van het overleg is niet geheim."),
            []
        );
    }
}
