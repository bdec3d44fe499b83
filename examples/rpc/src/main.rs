//! `rpc` is a server and a client in memory; `rpc URL` is the same at an AMQP broker.

use std::error::Error;

use asyncapi_runtime::amqp::Amqp;
use asyncapi_runtime::memory::Hub;
use rpc::{Adder, Asker, client, server};

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error + Send + Sync>> {
    let hub = Hub::new();
    let url = std::env::args().nth(1);
    // The server is the one that declares the queue.
    let of_server = || match &url {
        Some(url) => server::servers::Production::at(url.clone()).transport(Amqp::new().ensure()),
        None => server::servers::Production::memory(&hub),
    };
    let of_client = || match &url {
        Some(url) => client::servers::Production::at(url.clone()),
        None => client::servers::Production::memory(&hub),
    };
    let adder = Adder::new(server::Client::connect(of_server()).await?);
    let bound = server::Service { rpc_queue: adder }.bind(of_server()).await?;
    let handle = bound.handle();
    let serving = tokio::spawn(bound.serve());

    let asker = Asker::new(client::Client::connect(of_client()).await?).await?;
    for numbers in [&[4.0, 3.0][..], &[0.5, 0.25, 0.125]] {
        let shown: Vec<_> = numbers.iter().map(ToString::to_string).collect();
        println!("{} = {}", shown.join(" + "), asker.sum(numbers).await?);
    }
    handle.shutdown();
    serving.await??;
    Ok(())
}
