//! Kraken in seven channels, which share one address and so one connection.

use asyncapi_runtime::memory::Hub;
use asyncapi_runtime::{Outcome, Refusal};

mod exchange {
    asyncapi_runtime::asyncapi!(spec = "documents/kraken_channels.yml", warnings = "allow");
}

mod trader {
    asyncapi_runtime::asyncapi!(
        spec = "documents/kraken_channels.yml",
        side = counterpart,
        types = crate::kraken_channels::exchange,
        warnings = "allow",
    );
}

use exchange::*;

#[derive(Clone)]
struct Kraken;

impl ping::Receiver for Kraken {
    async fn receive_ping(&self, _: Ping, _: &ping::Context) -> Outcome<Pong> {
        Ok(Pong { event: Some(PongEvent::Pong), ..Pong::default() })
    }

    async fn on_open(&self, session: &ping::Session) -> Result<(), Refusal> {
        let beat = Heartbeat { event: Some(HeartbeatEvent::Heartbeat) };
        let beats = heartbeat::Session::of(session).sender();
        beats.heartbeat(&beat).await.map_err(|_| Refusal::new(500, "no heartbeat"))
    }
}

impl subscribe::Receiver for Kraken {
    async fn subscribe(&self, _: Subscribe, _: &subscribe::Context) -> Outcome<subscribe::SubscribeReply> {
        Ok(DummyCurrencyInfo::default().into())
    }
}

impl unsubscribe::Receiver for Kraken {
    async fn unsubscribe(&self, _: Unsubscribe, _: &unsubscribe::Context) -> Outcome<SubscriptionStatus> {
        Ok(SubscriptionStatus::SubscriptionStatusError(SubscriptionStatusError::new("never subscribed".to_owned())))
    }
}

pub async fn run() {
    let hub = Hub::new();
    let service = exchange::Service { ping: Kraken, subscribe: Kraken, unsubscribe: Kraken };
    let bound = service.bind(hub.listen()).await.unwrap();
    let handle = bound.handle();
    let served = tokio::spawn(bound.serve());
    let client = trader::Client::connect(hub.connect()).await.unwrap();
    let mut beats = client.heartbeat().subscribe().await.unwrap();
    assert!(matches!(beats.next().await, Some(trader::heartbeat::Message::Heartbeat(_))));

    let pings = (0..20).map(|at| {
        let client = client.clone();
        tokio::spawn(async move { client.ping().receive_ping(&Ping { reqid: Some(at.into()) }).await.unwrap() })
    });
    for (at, pong) in (0..20).zip(pings.collect::<Vec<_>>()) {
        assert_eq!(pong.await.unwrap().reqid, Some(at.into()));
    }
    let reply = client.subscribe().send_subscribe(&Subscribe::default()).await.unwrap();
    assert!(matches!(reply, trader::subscribe::SubscribeReply::DummyCurrencyInfo(_)));
    let status = client.unsubscribe().unsubscribe(&Unsubscribe::default()).await.unwrap();
    assert!(matches!(status, SubscriptionStatus::SubscriptionStatusError(error) if error.reqid.is_some()));

    // To all, from outside of a handler.
    let beat = Heartbeat { event: Some(HeartbeatEvent::Heartbeat) };
    assert_eq!(heartbeat::Broadcast::new(&handle).heartbeat(&beat).await.unwrap(), 1);
    assert!(beats.next().await.is_some());
    client.close().await;
    served.abort();
}
