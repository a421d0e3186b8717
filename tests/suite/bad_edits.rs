// SPDX-License-Identifier: EUPL-1.2
//! Every file of the glossary, broken in every way it can: what is wrong is told with a place in that file, what is sound
//! is not blamed, and nothing panics. What is sound is told by the schemas (`sound_by_schema`), which the reader does not
//! read, so that the two judge apart.

use std::panic::{AssertUnwindSafe, catch_unwind};

use taalbrug::diagnostic::{BASE, Finding, Severity};
use taalbrug::publication::{Places, Shelf, refresh};
use taalbrug::source::{File, Files, from_files, load};
use taalbrug::work;

use crate::edits::{Edited, Kept, cut, with_broken_headings, with_broken_keys};
use crate::sound_by_schema::is_sound;
use crate::support::{Folder, publication, real_glossary};

/// Files of more bytes are cut in pieces first, where the whole would be read thousands of times.
const LONG: usize = 1_000;

/// Every file of the glossary and of an invented place.
fn files() -> Vec<Kept> {
    let (content, found) = load(&real_glossary()).expect("the glossary");
    assert_eq!(found, [], "the glossary is sound");
    let places = BASE.iter().filter(|(path, _)| path.starts_with("local/"));
    let places = places.map(|(path, text)| ((*path).to_owned(), (*text).to_owned()));
    let own = content.files.all().iter().map(|file| (file.path.clone(), file.text.clone()));
    own.chain(places).map(|(path, text)| Kept::whole(&path, &text)).collect()
}

/// The same, where files longer than so many bytes are taken in pieces.
fn files_in_pieces(longest: usize) -> Vec<Kept> {
    let in_pieces = |kept: Kept| {
        let whole = kept.text.len() <= longest && !kept.path.starts_with("lexicon/");
        if whole { vec![kept] } else { kept.in_pieces() }
    };
    files().into_iter().flat_map(in_pieces).collect()
}

/// What was found in the file itself, alone in its folder. Bytes that are no text take the way over the disk.
fn told(edited: &Edited<'_>) -> Vec<Finding> {
    let path = &edited.kept.path;
    let found = match std::str::from_utf8(&edited.bytes) {
        Ok(text) => from_files(Files::new(vec![File { path: path.clone(), text: text.to_owned() }]), Vec::new()).1,
        Err(_) => {
            let folder = Folder::empty();
            folder.write(path, &edited.bytes);
            load(folder.path()).expect("a folder").1
        }
    };
    found.into_iter().filter(|finding| finding.place.file == *path).collect()
}

/// What is wrong with what is told of an edit, if anything.
fn fault_of(edited: &Edited<'_>) -> Option<String> {
    let fault = |what: String| Some(format!("{}: {}: {what}", edited.kept.path, edited.what));
    let Ok(told) = catch_unwind(AssertUnwindSafe(|| told(edited))) else { return fault("PANIC".to_owned()) };
    let text = std::str::from_utf8(&edited.bytes).ok();
    let sound = text.is_some_and(|text| is_sound(text, &edited.kept.schema));
    let refused = told.iter().any(|finding| finding.severity == Severity::Error);
    if (sound && refused) || (!sound && told.is_empty()) {
        return fault(format!("sound is {sound}, and told is {told:#?}"));
    }
    let misplaced = |finding: &&Finding| match (text, finding.place.start, finding.place.end) {
        (Some(text), Some(start), Some(end)) => text.get(start..end).is_none(),
        (text, ..) => text.is_some(),
    };
    if let Some(finding) = told.iter().find(misplaced) {
        return fault(format!("no place in the file: {finding:#?}"));
    }
    let english = ["expected", "invalid", "unexpected", "unclosed", "missing", "duplicate"];
    let strange = |finding: &&Finding| {
        let said = format!("{} {}", finding.message, finding.mend);
        finding.message.is_empty() || finding.mend.is_empty() || english.iter().any(|word| said.contains(word))
    };
    told.iter().find(strange).and_then(|finding| fault(format!("not in plain Dutch: {finding:#?}")))
}

/// Makes every edit in turn, on all cores.
fn each_is_told_of(edits: &[Edited<'_>]) {
    assert!(!edits.is_empty(), "nothing was broken");
    let faults: Vec<String> = work::each(edits, fault_of).into_iter().flatten().collect();
    assert!(faults.is_empty(), "{} of {}:\n{}", faults.len(), edits.len(), faults[..faults.len().min(8)].join("\n"));
}

#[test]
fn a_key_that_is_dropped_doubled_misspelt_or_of_another_type_is_told_of_in_its_file() {
    let files = files_in_pieces(0);
    each_is_told_of(&files.iter().flat_map(with_broken_keys).collect::<Vec<_>>());
}

#[test]
fn a_broken_heading_is_told_of_in_its_file() {
    let files = files_in_pieces(LONG);
    each_is_told_of(&files.iter().flat_map(with_broken_headings).collect::<Vec<_>>());
}

#[test]
fn a_file_cut_off_anywhere_is_told_of_unless_what_is_left_is_sound() {
    let files = files_in_pieces(LONG);
    each_is_told_of(&files.iter().flat_map(cut).collect::<Vec<_>>());
}

/// What makes a whole file unfit, and the bytes it leaves.
type Unfit = (&'static str, fn(&str) -> Vec<u8>);
const WHOLE: &[Unfit] = &[
    ("a byte that is no text", |text| {
        [&text.as_bytes()[..text.len() / 2], b"\xff", &text.as_bytes()[text.len() / 2..]].concat()
    }),
    ("saved as UTF-16", |text| text.encode_utf16().flat_map(u16::to_le_bytes).collect()),
    ("saved as Windows-1252", |text| {
        format!("# \u{e9}\n{text}").chars().map(|letter| u8::try_from(letter).unwrap_or(b'?')).collect()
    }),
    ("a merge conflict left in", |text| format!("<<<<<<< HEAD\n{text}=======\n{text}>>>>>>> voorstel\n").into_bytes()),
    ("one line in two versions", |text| {
        format!("{text}<<<<<<< HEAD\nx = 1\n=======\nx = 2\n>>>>>>> voorstel\n").into_bytes()
    }),
    ("lines that end as on an old Mac", |text| text.replace('\n', "\r").into_bytes()),
    ("a NUL", |text| text.replacen('\n', "\0\n", 1).into_bytes()),
    ("YAML", |_| b"---\nlabel: signaal\n...\n".to_vec()),
    ("a picture", |_| b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec()),
    ("a page of a forge", |_| b"<!DOCTYPE html>\n<html><body>Sign in</body></html>\n".to_vec()),
    ("emptied", |_| Vec::new()),
    ("only spaces", |_| b"  \n\n".to_vec()),
];

#[test]
fn a_file_that_is_unfit_as_a_whole_is_told_of() {
    let files = files();
    let unfit =
        |kept| WHOLE.iter().map(move |(what, edit)| Edited { kept, what: (*what).to_owned(), bytes: edit(&kept.text) });
    each_is_told_of(&files.iter().flat_map(|kept: &Kept| unfit(kept)).collect::<Vec<_>>());
}

#[test]
fn a_folder_in_place_of_a_file_is_told_of() {
    for kept in files() {
        let folder = Folder::empty();
        folder.write(&format!("{}/notitie.txt", kept.path), "x");
        let found = load(folder.path()).expect("a folder").1;
        let told: Vec<_> = found.iter().filter(|finding| finding.place.file == kept.path).collect();
        assert!(told.len() == 1 && told[0].message.contains("map"), "{}: {told:#?}", kept.path);
    }
}

#[test]
fn a_mark_before_the_text_and_the_line_ends_of_windows_change_nothing() {
    for kept in files() {
        let read = |text: String| {
            let folder = Folder::empty();
            folder.write(&kept.path, text);
            load(folder.path()).expect("a folder")
        };
        let (good, told) = read(kept.text.clone());
        for other in [format!("\u{feff}{}", kept.text), kept.text.replace('\n', "\r\n")] {
            let (content, found) = read(other);
            assert_eq!(content.glossary, good.glossary, "{}", kept.path);
            let lines = |found: &[Finding]| found.iter().map(|one| one.message.clone()).collect::<Vec<_>>();
            assert_eq!(lines(&found), lines(&told), "{}", kept.path);
        }
    }
}

/// The folder of a service with its shelf.
struct Serving {
    folder: Folder,
    shelf: Shelf,
    good: String,
}

impl Serving {
    fn base() -> Self {
        let folder = Folder::base();
        let shelf = Shelf::new(publication(folder.path()));
        let good = shelf.current().revision.clone();
        Self { folder, shelf, good }
    }

    /// Writes a file and looks again, as the service does every second.
    fn write(&self, path: &str, bytes: &[u8]) {
        self.folder.write(path, bytes);
        let glossary = self.folder.path().to_owned();
        refresh(&self.shelf, &Places { glossary, index: None, model: None });
    }

    /// What is wrong with what the service does with an edit and with its mending, if anything.
    fn fault_of(&self, edited: &Edited<'_>) -> Option<String> {
        let Edited { kept, what, bytes } = edited;
        let fault = |told: String| Some(format!("{}: {what}: {told}", kept.path));
        self.write(&kept.path, bytes);
        let sound = std::str::from_utf8(bytes).is_ok_and(|text| is_sound(text, &kept.schema));
        let serves = self.shelf.current().revision != self.good;
        match self.shelf.trouble() {
            Some(_) if serves => return fault("what was refused serves".to_owned()),
            None if !sound => return fault("nothing was told".to_owned()),
            Some(trouble) if trouble.findings.is_empty() => return fault(trouble.message.clone()),
            Some(trouble) if !sound => {
                let own =
                    trouble.findings.iter().find(|finding| finding.file == kept.path && finding.severity == "error");
                if own.is_none() {
                    return fault(format!("not told in that file: {:#?}", trouble.findings));
                }
            }
            _ => {}
        }
        self.write(&kept.path, kept.text.as_bytes());
        let mended = self.shelf.current().revision == self.good && self.shelf.trouble().is_none();
        if mended { None } else { fault("what was mended does not serve".to_owned()) }
    }
}

#[test]
fn the_service_keeps_the_last_good_revision_and_takes_the_mended_one() {
    let files: Vec<Kept> = BASE.iter().map(|(path, text)| Kept::whole(path, text)).collect();
    let edits = files.iter().flat_map(|kept| {
        let whole = WHOLE.iter().map(|(what, edit)| Edited { kept, what: (*what).to_owned(), bytes: edit(&kept.text) });
        [with_broken_keys(kept), with_broken_headings(kept), cut(kept), whole.collect()].concat()
    });
    // What is sound and serves costs two revisions; of such edits the dropped keys will do.
    let is_broken = |edited: &Edited<'_>| {
        let text = std::str::from_utf8(&edited.bytes);
        edited.what.ends_with("dropped") || !text.is_ok_and(|text| is_sound(text, &edited.kept.schema))
    };
    let edits: Vec<Edited<'_>> = edits.filter(is_broken).collect();
    let hands: Vec<&[Edited<'_>]> = edits.chunks(edits.len().div_ceil(64)).collect();
    let faults = work::each(&hands, |edits| {
        let serving = Serving::base();
        edits.iter().filter_map(|edited| serving.fault_of(edited)).collect::<Vec<_>>()
    });
    let faults = faults.concat();
    assert!(faults.is_empty(), "{} of {}:\n{}", faults.len(), edits.len(), faults[..faults.len().min(8)].join("\n"));
}
