//! Which sums can be reached, a bit each: all that matters of levers whose points cost the same,
//! and sixty times quicker than a cost per sum.

/// The reachable sums from 0 to a limit.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Sums {
    words: Vec<u64>,
}

const BITS: usize = 64;

impl Sums {
    /// Only 0 is reached; sums from `end` on are of no interest.
    pub(super) fn nothing(end: usize) -> Self {
        let mut words = vec![0; end.div_ceil(BITS).max(1)];
        if let Some(first) = words.first_mut() {
            *first = 1;
        }
        Self { words }
    }

    pub(super) fn has(&self, sum: usize) -> bool {
        let word = self.words.get(sum / BITS);
        word.is_some_and(|word| word >> (sum % BITS) & 1 == 1)
    }

    /// Adds what `before` reaches with `more` on top.
    pub(super) fn reach(&mut self, before: &Self, more: usize) {
        let (whole, bits) = (more / BITS, more % BITS);
        let mut carried = 0;
        let to = self.words.get_mut(whole..).unwrap_or_default();
        for (word, &from) in to.iter_mut().zip(&before.words) {
            *word |= from << bits;
            *word |= carried;
            carried = from.checked_shr((BITS - bits) as u32).unwrap_or(0);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Sums;

    #[test]
    fn sums_are_those_of_the_parts_across_words() {
        let parts = [3, 64, 61, 130];
        let mut sums = Sums::nothing(300);
        for part in parts {
            let before = sums.clone();
            sums.reach(&before, part);
        }
        let reached: Vec<usize> = (0..300).filter(|&sum| sums.has(sum)).collect();
        let mut expected: Vec<usize> = (0..1_usize << parts.len())
            .map(|taken| {
                (0..parts.len())
                    .filter(|bit| taken >> bit & 1 == 1)
                    .map(|bit| parts[bit])
                    .sum()
            })
            .collect();
        expected.sort_unstable();
        expected.dedup();
        assert_eq!(reached, expected);
        assert!(!sums.has(100_000));
    }
}
