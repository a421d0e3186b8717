// SPDX-License-Identifier: EUPL-1.2
//! Chance that can be repeated: the same seed gives the same numbers on every machine. Whole numbers only, because
//! powers and logarithms differ between systems.

/// How much of the weight of the first words is taken away, so that none of them stands everywhere.
const HEAD: u64 = 12;

/// A stream of numbers (`SplitMix64`).
pub struct Random(u64);

impl Random {
    /// The stream of a seed.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below this one.
    pub fn below(&mut self, most: usize) -> usize {
        let product = u128::from(self.next()) * most as u128;
        usize::try_from(product >> 64).expect("it is below a usize")
    }

    /// A number from the first to the second, both included.
    pub fn between(&mut self, from: usize, to: usize) -> usize {
        from + self.below(to + 1 - from)
    }

    /// True so many times in a hundred.
    pub fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// One of these.
    pub fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.below(from.len())]
    }

    /// The same things in another order.
    pub fn shuffle<T>(&mut self, list: &mut [T]) {
        for last in (1..list.len()).rev() {
            list.swap(last, self.below(last + 1));
        }
    }
}

/// Ranks as words of a language fall: the hundredth word about a tenth as often as the tenth.
pub struct Zipf {
    /// The sum of the weights up to and with each rank.
    sums: Vec<u64>,
}

impl Zipf {
    /// Over so many ranks.
    pub fn new(ranks: usize) -> Self {
        let weight = |rank: usize| (1 << 40) / (rank as u64 + 1 + HEAD);
        let mut sum = 0;
        let add = |rank| {
            sum += weight(rank);
            sum
        };
        Self { sums: (0..ranks).map(add).collect() }
    }

    /// A rank, from 0.
    pub fn draw(&self, random: &mut Random) -> usize {
        let all = self.sums.last().copied().unwrap_or(1);
        let place = random.below(usize::try_from(all).expect("sums fit")) as u64;
        self.sums.partition_point(|&sum| sum <= place)
    }
}
