//! Echo of 200-byte messages over a WebSocket, one at a time and in batches of 64: client and service in the shape that
//! `asyncapi!` generates, against tokio-tungstenite and serde_json by hand. Both ends run in this process, so that its
//! CPU time is that of both; the mixed rows say which end costs what.

mod bare;
mod ours;

use asyncapi_benches::{Peer, interleave, report};

pub(crate) type Failure = Box<dyn std::error::Error + Send + Sync>;

/// Messages in one run.
const COUNT: usize = 20_480;
/// Runs of each peer.
const ROUNDS: usize = 15;

fn main() -> Result<(), Failure> {
    for batch in [1, 64] {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let (bare_url, our_url) =
            runtime.block_on(async { Ok::<_, Failure>((bare::serve(batch).await?, ours::serve().await?)) })?;
        let mut bare_bare = runtime.block_on(bare::connect(&bare_url))?;
        let mut bare_ours = runtime.block_on(bare::connect(&our_url))?;
        let mut ours_bare = runtime.block_on(ours::connect(&bare_url))?;
        let mut ours_ours = runtime.block_on(ours::connect(&our_url))?;
        let peers = vec![
            Peer::new("by hand", || done(runtime.block_on(bare::talk(&mut bare_bare, COUNT, batch)))),
            Peer::new("generated client and service", || {
                done(runtime.block_on(ours::talk(&mut ours_ours, COUNT, batch)))
            }),
            Peer::new("generated client, by hand", || done(runtime.block_on(ours::talk(&mut ours_bare, COUNT, batch)))),
            Peer::new("by hand, generated service", || {
                done(runtime.block_on(bare::talk(&mut bare_ours, COUNT, batch)))
            }),
        ];
        report(&format!("WebSocket echo, 200 bytes, batches of {batch}"), COUNT as u32, &interleave(ROUNDS, peers));
    }
    Ok(())
}

/// A measurement of what went wrong is none.
fn done(result: Result<(), Failure>) {
    if let Err(error) = result {
        eprintln!("{error}");
        std::process::exit(1);
    }
}
