//! Measures peers against each other: interleaved runs in one process, CPU time, medians.
//!
//! The machines that this runs on are shared and noisy. Absolute figures mean little there; the ratio of two peers whose
//! runs alternate means much.

pub mod large;
pub mod order;

use std::time::Duration;

use cpu_time::ProcessTime;

/// One of the things that are compared.
pub struct Peer<'a> {
    /// Its name in the table.
    pub name: &'static str,
    /// Does the work once.
    pub run: Box<dyn FnMut() + 'a>,
}

impl<'a> Peer<'a> {
    /// A peer that does its work by `run`.
    pub fn new(name: &'static str, run: impl FnMut() + 'a) -> Self {
        Self { name, run: Box::new(run) }
    }
}

/// The median CPU time of a peer.
#[derive(Debug, Clone)]
pub struct Measured {
    /// The peer.
    pub name: &'static str,
    /// User and system time of the whole process for one run.
    pub median: Duration,
}

/// Lets the peers take turns for `rounds` rounds after a round that does not count, and takes the median of each.
pub fn interleave(rounds: usize, mut peers: Vec<Peer<'_>>) -> Vec<Measured> {
    let mut times: Vec<Vec<Duration>> = peers.iter().map(|_| Vec::with_capacity(rounds)).collect();
    for round in 0..=rounds {
        for (peer, times) in peers.iter_mut().zip(&mut times) {
            let started = ProcessTime::now();
            (peer.run)();
            if round > 0 {
                times.push(started.elapsed());
            }
        }
    }
    let median = |mut times: Vec<Duration>| {
        times.sort_unstable();
        times.get(times.len() / 2).copied().unwrap_or_default()
    };
    peers.iter().zip(times).map(|(peer, times)| Measured { name: peer.name, median: median(times) }).collect()
}

/// Prints the table of a comparison; every ratio is against the first peer, `of` is what one run does so many times.
pub fn report(title: &str, of: u32, measured: &[Measured]) {
    println!("\n{title}");
    println!("{:<44} {:>12} {:>8}", "", "CPU ns each", "ratio");
    let Some(first) = measured.first() else { return };
    for one in measured {
        let each = one.median.as_secs_f64() * 1e9 / f64::from(of);
        println!("{:<44} {each:>12.1} {:>8.2}", one.name, one.median.as_secs_f64() / first.median.as_secs_f64());
    }
}
