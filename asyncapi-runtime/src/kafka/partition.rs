//! Which messages of a partition are settled.
//!
//! Invariant: what may be committed never passes a message that is not settled.

use std::collections::VecDeque;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::SharedStr;
use crate::control::lock;

/// A partition that this process reads, from one assignment to its revocation.
#[derive(Debug)]
pub(super) struct Partition {
    pub(super) topic: String,
    pub(super) number: i32,
    /// The address of its messages; `None` where the subscription does not take them.
    pub(super) address: Option<SharedStr>,
    /// What is to be tried again is here.
    pub(super) retries: bool,
    revoked: AtomicBool,
    track: Mutex<Track>,
}

#[derive(Debug, Default)]
struct Track {
    /// The serial number of the first entry.
    first: u64,
    /// Offsets in the order of delivery, and whether they are settled.
    entries: VecDeque<(i64, bool)>,
    last: Option<i64>,
    /// Everything before this offset is settled.
    settled: Option<i64>,
    /// What librdkafka was told.
    stored: Option<i64>,
    paused: bool,
}

impl Partition {
    pub(super) fn new(topic: &str, number: i32, address: Option<SharedStr>) -> Self {
        let (revoked, track) = (AtomicBool::new(false), Mutex::default());
        Self { topic: topic.to_owned(), number, address, retries: false, revoked, track }
    }

    pub(super) fn of_retries(self) -> Self {
        Self { retries: true, ..self }
    }

    pub(super) fn is(&self, topic: &str, number: i32) -> bool {
        self.number == number && self.topic == topic
    }

    /// It is another's now: what is settled later is not committed.
    pub(super) fn revoke(&self) {
        self.revoked.store(true, Ordering::Release);
    }

    pub(super) fn is_revoked(&self) -> bool {
        self.revoked.load(Ordering::Acquire)
    }

    /// A message goes out to be handled. Its serial number, and how many are out or wait for such.
    pub(super) fn deliver(&self, offset: i64) -> (u64, usize) {
        let mut track = lock(&self.track);
        if track.last.is_some_and(|last| offset <= last) {
            // The broker has gone back, as after the loss of its newest records: what was before counts no more.
            track.first += track.entries.len() as u64;
            track.entries.clear();
            (track.settled, track.stored) = (None, None);
        }
        track.last = Some(offset);
        track.entries.push_back((offset, false));
        (track.first + track.entries.len() as u64 - 1, track.entries.len())
    }

    /// A message is settled.
    pub(super) fn settle(&self, serial: u64) {
        let mut track = lock(&self.track);
        let at = serial.checked_sub(track.first).and_then(|at| usize::try_from(at).ok());
        let Some(entry) = at.and_then(|at| track.entries.get_mut(at)) else { return };
        entry.1 = true;
        while let Some(&(offset, true)) = track.entries.front() {
            track.entries.pop_front();
            track.first += 1;
            track.settled = Some(offset + 1);
        }
    }

    /// The offset to store, if there is a new one.
    pub(super) fn to_store(&self) -> Option<i64> {
        let mut track = lock(&self.track);
        if track.settled == track.stored {
            return None;
        }
        track.stored = track.settled;
        track.settled
    }

    /// Marks it as paused, if it is not.
    pub(super) fn pause(&self) -> bool {
        !std::mem::replace(&mut lock(&self.track).paused, true)
    }

    pub(super) fn is_paused(&self) -> bool {
        lock(&self.track).paused
    }

    /// Marks it as not paused, if it is and no more than `most` are out.
    pub(super) fn resume(&self, most: usize) -> bool {
        let mut track = lock(&self.track);
        let resumes = track.paused && track.entries.len() <= most;
        track.paused &= !resumes;
        resumes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_committed_past_a_gap() {
        let partition = Partition::new("t", 0, None);
        // Offsets have gaps: markers of transactions, and what compaction took.
        let serials: Vec<u64> = [3, 4, 7, 9].map(|offset| partition.deliver(offset).0).to_vec();
        assert_eq!(partition.to_store(), None);
        for (at, stored) in [(1, None), (3, None), (0, Some(5)), (2, Some(10))] {
            partition.settle(serials[at]);
            assert_eq!(partition.to_store(), stored, "after {at}");
            partition.settle(serials[at]);
            assert_eq!(partition.to_store(), None, "settled twice is settled once");
        }
        assert_eq!(partition.deliver(10).1, 1);
    }

    #[test]
    fn a_broker_that_goes_back_is_followed() {
        let partition = Partition::new("t", 0, None);
        let (old, _) = partition.deliver(40);
        partition.deliver(41);
        let (new, out) = partition.deliver(12);
        assert_eq!(out, 1);
        partition.settle(old);
        assert_eq!(partition.to_store(), None);
        partition.settle(new);
        assert_eq!(partition.to_store(), Some(13));
    }

    #[test]
    fn pauses_are_told_once() {
        let partition = Partition::new("t", 0, None);
        let (serial, _) = partition.deliver(0);
        assert!(partition.pause() && !partition.pause());
        assert!(!partition.resume(0));
        partition.settle(serial);
        assert!(partition.resume(0) && !partition.resume(0));
    }
}
