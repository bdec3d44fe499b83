//! Echo of 200-byte messages over a WebSocket, one at a time and in batches of 64: client and service made
//! by `asyncapi!`, against tokio-tungstenite and serde_json by hand. Both ends run in this process, so that its
//! CPU time is that of both; the mixed rows say which end costs what.

mod bare;
mod ours;

use tokio::runtime::Runtime;

use asyncapi_benches::{Peer, interleave, report};

pub(crate) type Failure = Box<dyn std::error::Error + Send + Sync>;

/// Messages in one run.
const COUNT: usize = 20_480;
/// Runs of each peer.
const ROUNDS: usize = 15;

/// `ws_echo [BATCH [NAME]]` measures one batch size, or one peer, as a profiler wants it.
fn main() -> Result<(), Failure> {
    let arguments: Vec<_> = std::env::args().skip(1).collect();
    let only: Option<usize> = arguments.first().map(|batch| batch.parse()).transpose()?;
    for batch in [1, 64].into_iter().filter(|batch| only.is_none_or(|only| only == *batch)) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let (bare_url, our_url) =
            runtime.block_on(async { Ok::<_, Failure>((bare::serve(batch).await?, ours::serve().await?)) })?;
        let mut bare_bare = Some(runtime.block_on(bare::connect(&bare_url))?);
        let mut bare_ours = Some(runtime.block_on(bare::connect(&our_url))?);
        let mut ours_bare = Some(runtime.block_on(ours::connect(&bare_url))?);
        let mut ours_ours = Some(runtime.block_on(ours::connect(&our_url))?);
        let bare = |peer: &mut Option<_>| in_a_task(&runtime, peer, move |peer| bare::talk(peer, COUNT, batch));
        let ours = |peer: &mut Option<_>| in_a_task(&runtime, peer, move |peer| ours::talk(peer, COUNT, batch));
        let mut peers = vec![
            Peer::new("by hand", || bare(&mut bare_bare)),
            Peer::new("generated client and service", || ours(&mut ours_ours)),
            Peer::new("generated client, by hand", || ours(&mut ours_bare)),
            Peer::new("by hand, generated service", || bare(&mut bare_ours)),
        ];
        if let Some(name) = arguments.get(1) {
            peers.retain(|peer| peer.name == name);
        }
        report(&format!("WebSocket echo, 200 bytes, batches of {batch}"), COUNT as u32, &interleave(ROUNDS, peers));
    }
    Ok(())
}

/// Talks in a task, as programs do, and puts the connection back.
fn in_a_task<C: Send + 'static, F: Future<Output = Result<C, Failure>> + Send + 'static>(
    runtime: &Runtime,
    connection: &mut Option<C>,
    talk: impl FnOnce(C) -> F,
) {
    let Some(peer) = connection.take() else { return };
    let talking = talk(peer);
    match runtime.block_on(async { tokio::spawn(talking).await }) {
        Ok(Ok(peer)) => *connection = Some(peer),
        // A measurement of what went wrong is none.
        wrong => {
            eprintln!("{:?}", wrong.map(|result| result.map(drop)));
            std::process::exit(1);
        }
    }
}
