// SPDX-License-Identifier: EUPL-1.2
//! The table of vectors: one row of numbers per token, kept as it lies in the file and read in place.

use std::ops::Range;

use safetensors::SafeTensors;
use safetensors::tensor::{Dtype, Metadata, TensorInfo};

use crate::embedding::unfit::Unfit;

/// The tensor with the vectors.
const EMBEDDINGS: &str = "embeddings";
/// How much each token counts; absent in older models.
const WEIGHTS: &str = "weights";
/// Which row each token has; absent where every token has its own.
const MAPPING: &str = "mapping";

/// How a number lies in the file: its kind, its bytes, and how it is read.
#[derive(Clone, Copy)]
struct Kind {
    dtype: Dtype,
    bytes: usize,
    read: fn(&[u8]) -> f32,
}

/// The kinds of numbers that a table may hold. The scale of whole numbers does not matter to a cosine.
const KINDS: &[Kind] = &[
    Kind { dtype: Dtype::F32, bytes: 4, read: |bytes| f32::from_le_bytes(sized(bytes)) },
    Kind { dtype: Dtype::F16, bytes: 2, read: |bytes| half(u16::from_le_bytes(sized(bytes))) },
    Kind { dtype: Dtype::I8, bytes: 1, read: |bytes| f32::from(i8::from_le_bytes(sized(bytes))) },
    // Only weights come in this kind.
    Kind { dtype: Dtype::F64, bytes: 8, read: |bytes| narrowed(f64::from_le_bytes(sized(bytes))) },
];

/// The vectors of all tokens.
pub(super) struct Table {
    file: Vec<u8>,
    /// Where the numbers lie in the file, row after row.
    place: Range<usize>,
    width: usize,
    kind: Kind,
    weights: Option<Vec<f32>>,
    rows: Option<Vec<usize>>,
}

impl Table {
    /// Reads a `model.safetensors` for so many tokens. All that is read later is checked now.
    pub fn read(file: Vec<u8>, tokens: usize) -> Result<Self, Unfit> {
        let (header, metadata) = SafeTensors::read_metadata(&file).map_err(|_| Unfit::no_tensors())?;
        let tensors = Tensors { file: &file, start: header + size_of::<u64>(), metadata };
        let info = tensors.info(EMBEDDINGS).ok_or_else(|| Unfit::missing(EMBEDDINGS))?;
        let &[height, width] = info.shape.as_slice() else {
            return Err(Unfit::shape(EMBEDDINGS, "een tabel met een rij per woorddeel", &info.shape));
        };
        if height == 0 || width == 0 {
            return Err(Unfit::shape(EMBEDDINGS, "een tabel met een rij per woorddeel", &info.shape));
        }
        let kind = kind_of(EMBEDDINGS, info)?;
        let place = tensors.place(info);
        if let Some(faulty) = first_unfit(&file[place.clone()], kind) {
            return Err(Unfit::no_number(EMBEDDINGS, faulty / width + 1));
        }
        let rows = tensors.mapping(height)?;
        let weights = tensors.weights()?;
        for (name, length) in [
            (EMBEDDINGS, rows.is_none().then_some(height)),
            (MAPPING, rows.as_ref().map(Vec::len)),
            (WEIGHTS, weights.as_ref().map(Vec::len)),
        ] {
            if let Some(length) = length.filter(|&length| length != tokens) {
                return Err(Unfit::rows(name, length, tokens));
            }
        }
        Ok(Self { file, place, width, kind, weights, rows })
    }

    /// How many numbers a vector has.
    pub fn width(&self) -> usize {
        self.width
    }

    /// Adds the vector of a token to a sum of that width.
    pub fn add(&self, token: usize, sum: &mut [f64]) {
        let row = self.rows.as_ref().map_or(token, |rows| rows[token]);
        let weight = self.weights.as_ref().map_or(1.0, |weights| f64::from(weights[token]));
        let length = self.width * self.kind.bytes;
        let start = self.place.start + row * length;
        for (sum, number) in sum.iter_mut().zip(self.file[start..start + length].chunks_exact(self.kind.bytes)) {
            *sum += weight * f64::from((self.kind.read)(number));
        }
    }
}

/// The tensors of a file.
struct Tensors<'a> {
    file: &'a [u8],
    /// Where the first one begins.
    start: usize,
    metadata: Metadata,
}

impl Tensors<'_> {
    fn info(&self, name: &str) -> Option<&TensorInfo> {
        self.metadata.info(name)
    }

    /// Where a tensor lies; the library held its places against the length of the file.
    fn place(&self, info: &TensorInfo) -> Range<usize> {
        self.start + info.data_offsets.0..self.start + info.data_offsets.1
    }

    /// How much each token counts.
    fn weights(&self) -> Result<Option<Vec<f32>>, Unfit> {
        let Some(info) = self.list(WEIGHTS)? else { return Ok(None) };
        let kind = kind_of(WEIGHTS, info)?;
        let bytes = &self.file[self.place(info)];
        if let Some(faulty) = first_unfit(bytes, kind) {
            return Err(Unfit::no_number(WEIGHTS, faulty + 1));
        }
        Ok(Some(bytes.chunks_exact(kind.bytes).map(kind.read).collect()))
    }

    /// The row of each token, in a table of this height.
    fn mapping(&self, height: usize) -> Result<Option<Vec<usize>>, Unfit> {
        let Some(info) = self.list(MAPPING)? else { return Ok(None) };
        let bytes = &self.file[self.place(info)];
        let rows: Vec<i64> = match info.dtype {
            Dtype::I64 => bytes.chunks_exact(8).map(|row| i64::from_le_bytes(sized(row))).collect(),
            Dtype::I32 => bytes.chunks_exact(4).map(|row| i64::from(i32::from_le_bytes(sized(row)))).collect(),
            other => return Err(Unfit::kind(MAPPING, &format!("{other:?}"))),
        };
        let fits = |(token, row): (usize, i64)| {
            usize::try_from(row).ok().filter(|&row| row < height).ok_or_else(|| Unfit::row(MAPPING, token, row))
        };
        rows.into_iter().enumerate().map(fits).collect::<Result<_, _>>().map(Some)
    }

    /// A tensor that holds one value per token.
    fn list(&self, name: &str) -> Result<Option<&TensorInfo>, Unfit> {
        let info = self.info(name);
        match info.map(|info| info.shape.as_slice()) {
            None | Some([_]) => Ok(info),
            Some(shape) => Err(Unfit::shape(name, "een lijst met een waarde per woorddeel", shape)),
        }
    }
}

fn kind_of(tensor: &str, info: &TensorInfo) -> Result<Kind, Unfit> {
    let fits = |kind: &&Kind| kind.dtype == info.dtype && (kind.dtype != Dtype::F64 || tensor == WEIGHTS);
    KINDS.iter().find(fits).copied().ok_or_else(|| Unfit::kind(tensor, &format!("{:?}", info.dtype)))
}

/// The place of the first value that is no number.
fn first_unfit(bytes: &[u8], kind: Kind) -> Option<usize> {
    bytes.chunks_exact(kind.bytes).position(|number| !(kind.read)(number).is_finite())
}

/// Bytes as an array; as many as a chunk has.
fn sized<const N: usize>(bytes: &[u8]) -> [u8; N] {
    bytes.try_into().expect("a chunk has the bytes of its kind")
}

/// A weight in the precision of the vectors.
#[expect(clippy::cast_possible_truncation, reason = "what does not fit becomes infinite, and is refused as such")]
fn narrowed(number: f64) -> f32 {
    number as f32
}

/// A number of sixteen bits (IEEE 754 binary16).
fn half(bits: u16) -> f32 {
    let (exponent, fraction) = ((bits >> 10) & 0x1f, f32::from(bits & 0x3ff));
    let size = match exponent {
        0 => fraction * 2_f32.powi(-24),
        0x1f if fraction == 0.0 => f32::INFINITY,
        0x1f => f32::NAN,
        exponent => (1.0 + fraction / 1024.0) * 2_f32.powi(i32::from(exponent) - 15),
    };
    if bits >> 15 == 1 { -size } else { size }
}

#[cfg(test)]
mod tests {
    use super::half;

    #[test]
    fn numbers_of_sixteen_bits_are_read_as_the_standard_says() {
        for (bits, number) in [
            (0x0000, 0.0),
            (0x3c00, 1.0),
            (0xc000, -2.0),
            (0x3555, 0.333_251_95),
            (0x7bff, 65504.0),
            (0x0001, 5.960_464_5e-8),
            (0x0400, 6.103_515_6e-5),
            (0xfc00, f32::NEG_INFINITY),
        ] {
            assert_eq!(half(bits).to_bits(), f32::to_bits(number), "{bits:#x}");
        }
        assert!(half(0x7e00).is_nan());
    }
}
