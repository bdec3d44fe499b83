//! Hashes → indices, whatever they are of.

/// A hash table with open addressing and linear probing.
#[derive(Debug, Clone, Default)]
pub(super) struct Table {
    /// An index and one, or zero; as many as a power of two, of which at most three quarters are in use.
    slots: Vec<u32>,
    /// By index.
    hashes: Vec<u64>,
}

impl Table {
    fn place(&self, at: usize) -> usize {
        at & self.slots.len().wrapping_sub(1)
    }

    fn slot(&self, at: usize) -> Option<usize> {
        self.slots.get(at).and_then(|slot| (*slot as usize).checked_sub(1))
    }

    fn put(&mut self, at: usize, index: Option<usize>) {
        if let Some(slot) = self.slots.get_mut(at) {
            *slot = index.map_or(0, |index| u32::try_from(index + 1).unwrap_or(u32::MAX));
        }
    }

    #[expect(clippy::cast_possible_truncation, reason = "the low bits are what counts")]
    fn home(&self, index: usize) -> usize {
        self.place(self.hashes.get(index).copied().unwrap_or_default() as usize)
    }

    /// The index of a hash for which `is` holds, and else the slot where the search ended.
    #[expect(clippy::cast_possible_truncation, reason = "the low bits are what counts")]
    pub(super) fn find(&self, hash: u64, is: &mut dyn FnMut(usize) -> bool) -> Result<usize, usize> {
        let mut at = self.place(hash as usize);
        while let Some(index) = self.slot(at) {
            if self.hashes.get(index) == Some(&hash) && is(index) {
                return Ok(index);
            }
            at = self.place(at + 1);
        }
        Err(at)
    }

    /// Adds a hash that is not there; its index is the next one.
    pub(super) fn push(&mut self, hash: u64) {
        self.hashes.push(hash);
        if self.hashes.len() * 4 > self.slots.len() * 3 {
            self.slots = vec![0; (self.hashes.len() * 2).next_power_of_two().max(8)];
            for index in 0..self.hashes.len() {
                self.settle(index);
            }
        } else {
            self.settle(self.hashes.len() - 1);
        }
    }

    /// Puts an index into the first free slot from its home on.
    fn settle(&mut self, index: usize) {
        let mut at = self.home(index);
        while self.slot(at).is_some() {
            at = self.place(at + 1);
        }
        self.put(at, Some(index));
    }

    /// Removes an index; those behind it move up.
    pub(super) fn remove(&mut self, index: usize) {
        self.hashes.remove(index);
        let count = self.slots.len();
        self.slots.clear();
        self.slots.resize(count, 0);
        for index in 0..self.hashes.len() {
            self.settle(index);
        }
    }
}
