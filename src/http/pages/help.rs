// SPDX-License-Identifier: EUPL-1.2
//! Help with each page: a few sentences by path, in both languages. A page without a row has no help.

use crate::http::lang::Lang;

/// What helps with a page.
struct Help {
    /// The path of the page; one that ends in a slash stands for all pages under it.
    path: &'static str,
    dutch: &'static [&'static str],
    english: &'static [&'static str],
}

const HELP: &[Help] = &[
    Help {
        path: "/",
        dutch: &[
            "Typ een woord, of wat u ervan weet. Een meervoud, een typefout of een deel van een lang woord mag ook.",
            "Bij elk woord ziet u wat elk domein ermee bedoelt, en een teken voor het verschil: = hetzelfde, ≈ bijna, ± groot verschil, ≠ botst.",
            "Kies rechts een domein, een fase of de grootte van het verschil. Dan ziet u alleen die woorden.",
            "Vindt u uw woord niet? Probeer het woord dat het andere domein gebruikt.",
        ],
        english: &[
            "Type a word, or what you know of it. A plural, a typing error or part of a long word will do.",
            "With each word you see what each domain means by it, and a sign for the difference: = the same, ≈ nearly, ± a large difference, ≠ conflicting.",
            "Choose a domain, a phase or the size of the difference at the side. You will see only those words.",
            "Is your word not there? Try the word that the other domain uses.",
        ],
    },
    Help {
        path: "/terms/",
        dutch: &[
            "Lees eerst de zin bovenaan. Die zegt waar de betekenissen uit elkaar lopen.",
            "Daaronder staat wie dat zegt. ‘Berekend’ betekent: een programma vergeleek de teksten, en niemand keek het na.",
            "Een dubbele streep onder woorden betekent: hier zegt de ene tekst het tegendeel van de andere.",
            "Zit u samen aan tafel? Stel elkaar de vragen op deze bladzijde. U kunt de bladzijde ook afdrukken.",
        ],
        english: &[
            "Read the sentence at the top first. It says where the meanings part.",
            "Below it stands who says so. ‘Computed’ means: a program compared the texts, and nobody checked it.",
            "A double line under words means: here one text says the contrary of the other.",
            "Are you at one table? Ask each other the questions on this page. You can also print the page.",
        ],
    },
    Help {
        path: "/differences",
        dutch: &[
            "Hier staan de woorden waarvan de betekenissen uit elkaar lopen. Het grootste verschil staat bovenaan.",
            "Kies twee domeinen, een fase of de grootte van het verschil. Uw keuze staat in het adres, dus u kunt de link doorsturen.",
            "De tabel laat per twee domeinen zien hoe vaak zij elkaar anders begrijpen. Klik op een vakje voor de woorden.",
        ],
        english: &[
            "Here are the words whose meanings part. The largest difference comes first.",
            "Choose two domains, a phase or the size of the difference. Your choice stands in the address, so you can pass the link on.",
            "The table shows for each two domains how often they understand each other differently. Follow a cell to its words.",
        ],
    },
    Help {
        path: "/changes",
        dutch: &[
            "Hier staat per versie welke woorden wijzigden. Klik op een woord om te zien wat er stond en wat er nu staat.",
            "De lijn per twee domeinen laat zien of zij dichter bij elkaar komen. Hoger is verder uit elkaar.",
            "Wilt u een woord zien zoals het was? Open het woord en kies onderaan een dag.",
            "Wie een wijziging maakte, staat hier niet.",
        ],
        english: &[
            "Here stands per revision which words changed. Open a word to see what stood there and what stands there now.",
            "The line per two domains shows whether they come closer. Higher is further apart.",
            "Do you want to see a word as it was? Open the word and choose a day at the end.",
            "Who made a change does not stand here.",
        ],
    },
    Help {
        path: "/phases",
        dutch: &[
            "Elk model deelt het werk anders in fasen in. Hier staan de modellen naast elkaar.",
            "Per fase ziet u wie leidt, wie meedoet en wie het hoort. Wat ‘concept’ heet, heeft nog niemand bevestigd.",
            "Let op woorden die per fase iets anders betekenen. Noem bij zo’n woord ook de fase.",
        ],
        english: &[
            "Each model divides the work into phases in its own way. Here the models stand side by side.",
            "Per phase you see who leads, who takes part and who is informed. What is called a draft was confirmed by nobody yet.",
            "Mind words that mean something else per phase. With such a word, name the phase too.",
        ],
    },
    Help {
        path: "/text-check",
        dutch: &[
            "Kies eerst welk domein schrijft en welk domein leest. Daarna plakt u uw tekst en drukt u op de knop.",
            "Een nummer in de tekst hoort bij hetzelfde nummer in de lijst. De woorden met het grootste verschil staan bovenaan.",
            "De lijst zegt niet dat uw woord fout is. Zij zegt dat de ander het waarschijnlijk anders leest.",
            "Neem de veiliger tekst over met de knop ‘Kopieer’, of gebruik de vraag in een gesprek.",
            "Mist u een woord? Zet ‘Alleen zekere treffers’ uit. Dan ziet u ook woorden die misschien iets anders betekenen.",
        ],
        english: &[
            "First choose which domain writes and which one reads. Then paste your text and press the button.",
            "A number in the text belongs to the same number in the list. The words with the largest difference come first.",
            "The list does not say that your word is wrong. It says that the other will probably read it otherwise.",
            "Take the safer text over with the button ‘Copy’, or use the question in a conversation.",
            "Do you miss a word? Turn ‘Only sure finds’ off. You will also see words that may mean something else.",
        ],
    },
];

/// The help with the page at a path.
pub(super) fn help_with(path: &str, lang: Lang) -> Option<&'static [&'static str]> {
    let is_of = |help: &&Help| {
        path == help.path || (help.path.len() > 1 && help.path.ends_with('/') && path.starts_with(help.path))
    };
    HELP.iter().find(is_of).map(|help| lang.say(help.dutch, help.english))
}

#[cfg(test)]
mod tests {
    use super::{HELP, help_with};
    use crate::http::lang::Lang;

    #[test]
    fn a_page_has_the_help_of_its_own_path_and_no_other() {
        let first = |path: &str| help_with(path, Lang::Dutch).map(|lines| lines[0]);
        assert_eq!(first("/terms/melding"), first("/terms/signaal"));
        assert!(first("/").is_some() && first("/").ne(&first("/text-check")));
        assert!(first("/terms").is_none() && first("/nergens").is_none());
    }

    #[test]
    fn help_says_as_much_in_both_languages() {
        for help in HELP {
            assert_eq!(help.dutch.len(), help.english.len(), "{}", help.path);
            for line in [help.dutch, help.english].concat() {
                assert!(line.ends_with('.') && line.len() < 200, "{line}");
            }
        }
    }
}
