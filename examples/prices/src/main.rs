//! A page with prices that change every second, at <http://127.0.0.1:8080>, and a watcher in Rust.

use std::error::Error;
use std::time::Duration;

use prices::Shop;
use prices::service::Price;
use prices::watcher::{Client, prices as channel, servers};

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let address = std::env::args().nth(1).unwrap_or_else(|| "127.0.0.1:8080".to_owned());
    let shop = Shop::open(&address).await?;
    println!("shop: open http://{} in a browser, and end this with Ctrl-C", shop.address);

    let client = Client::connect(servers::Shop::at(shop.address.clone())).await?;
    let mut incoming = client.prices().subscribe().await?;
    tokio::spawn(async move {
        while let Some(message) = incoming.next().await {
            match message {
                channel::Message::PriceChanged(price) => println!("watcher: {} at {:.2}", price.symbol, price.price),
                channel::Message::Alert(price) => println!("watcher: alert! {} at {:.2}", price.symbol, price.price),
                channel::Message::MarketClosed(closed) => println!("watcher: {}", closed.reason),
            }
        }
    });

    let mut step = 0.0_f64;
    let telling = async {
        loop {
            for (symbol, base) in [("TEA", 10.0), ("RUST", 42.0)] {
                let price = Price { symbol: symbol.to_owned(), price: base + 3.0 * (step / 5.0).sin() };
                shop.tell(&price).await?;
            }
            step += 1.0;
            tokio::time::sleep(Duration::from_secs(1)).await;
        }
    };
    let told: Result<(), Box<dyn Error>> = tokio::select! {
        told = telling => told,
        _ = tokio::signal::ctrl_c() => Ok(()),
    };
    told?;
    shop.close("the market is closed").await?;
    client.close().await;
    Ok(())
}
