//! The trader and the exchange end to end, over real sockets on a free port.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

use std::time::Duration;

use kraken::exchange::{Name, Service, SubscriptionStatus};
use kraken::trader::root::Message;
use kraken::trader::servers::Public;
use kraken::{Exchange, Reply, Trader, exchange, reconnect};
use tokio::sync::mpsc;

#[tokio::test]
async fn replies_come_to_their_requests() {
    let bound = Service { root: Exchange }.bind(exchange::servers::Public::listen("127.0.0.1:0")).await.unwrap();
    let (url, server) = (format!("ws://{}", bound.local_address()), bound.handle());
    tokio::spawn(bound.serve());

    let (news, mut heard) = mpsc::channel(256);
    let trader = Trader::connect(Public::at(url).reconnect(reconnect()), vec!["XBT/EUR".into()], news).await.unwrap();
    let (ping, trade, second) = tokio::join!(
        trader.ping(),
        trader.subscribe(Name::Trade, vec!["XBT/USD".into()]),
        trader.subscribe(Name::Ohlc, vec!["ETH/EUR".into()]),
    );
    assert!(matches!(ping.unwrap(), Reply::Pong(_)));
    for (reply, feed) in [(trade.unwrap(), "trade"), (second.unwrap(), "ohlc")] {
        let Reply::Status(SubscriptionStatus::SubscriptionStatusSuccess(status)) = reply else { panic!("{reply:?}") };
        assert_eq!(status.channel_name, feed);
    }
    assert!(trader.subscribe(Name::Trade, vec!["bitcoin".into()]).await.is_err());

    let first = tokio::time::timeout(Duration::from_secs(5), heard.recv()).await.unwrap();
    assert!(matches!(first, Some(Message::SystemStatus(_))), "{first:?}");
    trader.close().await;
    server.shutdown();
}

#[test]
fn the_pauses_are_those_that_kraken_recommends() {
    let reconnect = reconnect();
    let pauses: Vec<Duration> = (1..9).filter_map(|attempt| reconnect.pause(attempt, 0.0)).collect();
    assert!(pauses.iter().take(5).all(Duration::is_zero), "{pauses:?}");
    assert!(pauses.iter().skip(5).all(|pause| *pause >= Duration::from_secs(5)), "{pauses:?}");
}
