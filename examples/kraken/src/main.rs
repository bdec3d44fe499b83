//! A trader and a small exchange in one program, over a real WebSocket.

use kraken::exchange::{Name, Service};
use kraken::trader::servers::Public;
use kraken::{Error, Exchange, Trader, describe, exchange, reconnect};
use tokio::sync::mpsc;

#[tokio::main]
async fn main() -> Result<(), Error> {
    let bound = Service { root: Exchange }.bind(exchange::servers::Public::listen("127.0.0.1:0")).await?;
    let url = format!("ws://{}", bound.local_address());
    let handle = bound.handle();
    let serving = tokio::spawn(bound.serve());

    let (news, mut heard) = mpsc::channel(64);
    let endpoint = Public::at(url).reconnect(reconnect());
    let trader = Trader::connect(endpoint, vec!["XBT/EUR".to_owned()], news).await?;
    println!("ping: {:?}", trader.ping().await?);
    println!("subscribe: {:?}", trader.subscribe(Name::Trade, vec!["XBT/USD".to_owned()]).await?);
    match trader.subscribe(Name::Trade, vec!["bitcoin".to_owned()]).await {
        Ok(reply) => println!("subscribe: {reply:?}"),
        Err(error) => println!("not sent: {error}"),
    }
    while let Ok(message) = heard.try_recv() {
        println!("news: {}", describe(&message));
    }
    trader.close().await;
    handle.shutdown();
    serving.await??;
    Ok(())
}
