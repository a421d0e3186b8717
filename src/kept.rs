// SPDX-License-Identifier: EUPL-1.2
//! Lists of values as bytes, for what takes time to make and is kept beside an index.
//!
//! A list stands in pieces of some items, each with its length and a checksum, and an end that says how many pieces there are:
//! what is cut off or damaged is not believed, and all cores read. The bytes say nothing of the types they hold; whoever
//! keeps them says beside them which program wrote them, and no other reads them.

use std::io::{self, Read, Seek, SeekFrom, Write};
use std::sync::{Mutex, PoisonError};

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::work;

/// How many items stand in a piece.
const PIECE: usize = 128;

/// How many pieces are made before they are written, so that few are in memory at once.
const AT_ONCE: usize = 32;

/// What stands before a piece: its length in bytes, and the checksum of these; little-endian.
const HEAD: usize = 8;

/// Writes a list.
///
/// # Errors
/// When it cannot be written, or a piece is larger than 4 GB.
pub fn write<T: Serialize + Sync>(items: &[T], out: &mut impl Write) -> io::Result<()> {
    let pieces: Vec<&[T]> = items.chunks(PIECE).collect();
    for some in pieces.chunks(AT_ONCE) {
        for made in work::each(some, postcard::to_allocvec) {
            let bytes = made.map_err(io::Error::other)?;
            let length = u32::try_from(bytes.len()).map_err(io::Error::other)?;
            out.write_all(&head(length, crc32fast::hash(&bytes)))?;
            out.write_all(&bytes)?;
        }
    }
    out.write_all(&head(0, u32::try_from(pieces.len()).map_err(io::Error::other)?))
}

/// Reads a list that was written here, if every byte of it is there and is what was written.
pub fn read<T: DeserializeOwned + Send>(mut from: impl Read + Seek + Send) -> Option<Vec<T>> {
    let places = places(&mut from).ok()??;
    let from = Mutex::new(from);
    let lists = work::each(&places, |place| {
        let bytes = place.bytes(&mut *from.lock().unwrap_or_else(PoisonError::into_inner)).ok()?;
        if crc32fast::hash(&bytes) != place.checksum {
            return None;
        }
        let (list, rest) = postcard::take_from_bytes::<Vec<T>>(&bytes).ok()?;
        rest.is_empty().then_some(list)
    });
    let mut all = Vec::with_capacity(places.len() * PIECE);
    for list in lists {
        all.append(&mut list?);
    }
    all.shrink_to_fit();
    Some(all)
}

/// Where a piece stands.
struct Place {
    from: u64,
    length: u32,
    checksum: u32,
}

impl Place {
    fn bytes(&self, from: &mut (impl Read + Seek)) -> io::Result<Vec<u8>> {
        let mut bytes = vec![0; self.length as usize];
        from.seek(SeekFrom::Start(self.from))?;
        from.read_exact(&mut bytes)?;
        Ok(bytes)
    }
}

/// The places of all pieces; nothing when they do not fill the whole, so that no length is taken for room that is not there.
fn places(from: &mut (impl Read + Seek)) -> io::Result<Option<Vec<Place>>> {
    let size = from.seek(SeekFrom::End(0))?;
    let mut places: Vec<Place> = Vec::new();
    let mut at = 0;
    loop {
        from.seek(SeekFrom::Start(at))?;
        let mut head = [0; HEAD];
        from.read_exact(&mut head)?;
        let [length, checksum] = [&head[..4], &head[4..]].map(number);
        at += HEAD as u64;
        if length == 0 {
            return Ok((at == size && checksum as usize == places.len()).then_some(places));
        }
        places.push(Place { from: at, length, checksum });
        at += u64::from(length);
        if at > size {
            return Ok(None);
        }
    }
}

fn head(length: u32, checksum: u32) -> [u8; HEAD] {
    (u64::from(length) | u64::from(checksum) << 32).to_le_bytes()
}

fn number(bytes: &[u8]) -> u32 {
    bytes.iter().rev().fold(0, |number, &byte| number << 8 | u32::from(byte))
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::{PIECE, read, write};

    fn kept(items: &[String]) -> Vec<u8> {
        let mut bytes = Vec::new();
        write(items, &mut bytes).expect("written");
        bytes
    }

    fn words(count: usize) -> Vec<String> {
        (0..count).map(|number| format!("woord {number}")).collect()
    }

    #[test]
    fn what_is_read_is_what_was_written() {
        for count in [0, 1, PIECE - 1, PIECE, PIECE + 1, 10 * PIECE + 3] {
            assert_eq!(read(Cursor::new(kept(&words(count)))), Some(words(count)), "{count}");
        }
    }

    #[test]
    fn nothing_is_read_of_what_was_cut_off_or_goes_on() {
        let bytes = kept(&words(2 * PIECE));
        for length in 0..bytes.len() {
            assert_eq!(read::<String>(Cursor::new(&bytes[..length])), None, "{length}");
        }
        assert_eq!(read::<String>(Cursor::new([&bytes[..], b"x"].concat())), None);
    }

    #[test]
    fn nothing_is_read_where_any_bit_is_another() {
        let bytes = kept(&words(PIECE + 1));
        for at in 0..bytes.len() {
            let mut damaged = bytes.clone();
            damaged[at] ^= 1 << (at % 8);
            assert_eq!(read::<String>(Cursor::new(damaged)), None, "{at}");
        }
    }
}
