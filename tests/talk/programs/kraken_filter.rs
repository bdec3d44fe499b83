//! Kraken in one channel: replies are some of its messages, and carry the id of the request where there is one.

use asyncapi_runtime::memory::Hub;
use asyncapi_runtime::{Failure, Outcome, Refusal};

mod exchange {
    asyncapi_runtime::asyncapi!(spec = "documents/kraken_filter.yml", warnings = "allow");
}

mod trader {
    asyncapi_runtime::asyncapi!(
        spec = "documents/kraken_filter.yml",
        side = counterpart,
        types = crate::kraken_filter::exchange,
        warnings = "allow",
    );
}

use exchange::currency_exchange::{Context, Receiver, ReceiveSubscribeRequestReply, Session};
use exchange::*;

struct Kraken;

impl Receiver for Kraken {
    async fn receive_ping(&self, _: Ping, _: &Context) -> Outcome<Pong> {
        Ok(Pong { event: Some(PongEvent::Pong), ..Pong::default() })
    }

    async fn receive_subscribe_request(&self, asked: Subscribe, _: &Context) -> Outcome<ReceiveSubscribeRequestReply> {
        let subscription = asked.subscription.ok_or_else(|| Failure::reject("no subscription"))?;
        Ok(match subscription.name {
            exchange::Name::Ticker => DummyCurrencyInfo::default().into(),
            exchange::Name::Book => {
                SubscriptionStatus::SubscriptionStatusSuccess(SubscriptionStatusSuccess::new(17, "book-10".to_owned()))
                    .into()
            }
            _ => {
                SubscriptionStatus::SubscriptionStatusError(SubscriptionStatusError::new("not here".to_owned())).into()
            }
        })
    }

    async fn receive_unsubscribe_request(&self, _: Unsubscribe, _: &Context) -> Outcome<SubscriptionStatus> {
        Ok(SubscriptionStatus::SubscriptionStatusSuccess(SubscriptionStatusSuccess::new(17, "book-10".to_owned())))
    }

    async fn on_open(&self, session: &Session) -> Result<(), Refusal> {
        let status = SystemStatus { event: Some(SystemStatusEvent::SystemStatus), ..SystemStatus::default() };
        session.sender().system_status(&status).await.map_err(|_| Refusal::new(500, "no status"))
    }
}

fn subscribe(name: exchange::Name) -> Subscribe {
    Subscribe { subscription: Some(SubscribeSubscription::new(name)), ..Subscribe::default() }
}

pub async fn run() {
    let hub = Hub::new();
    let bound = exchange::Service { currency_exchange: Kraken }.bind(hub.listen()).await.unwrap();
    let served = tokio::spawn(bound.serve());
    let client = trader::Client::connect(hub.connect()).await.unwrap();
    let link = client.currency_exchange();
    let mut incoming = link.subscribe().await.unwrap();
    let first = incoming.next().await.unwrap();
    assert!(matches!(first, trader::currency_exchange::Message::SystemStatus(_)), "{first:?}");

    let pong = link.receive_ping(&Ping::default()).await.unwrap();
    assert!(pong.reqid.is_some(), "the id was made up, and came back");
    let own = link.receive_ping(&Ping { reqid: Some(42.into()) }).await.unwrap();
    assert_eq!(own.reqid, Some(42.into()), "the id that is given is kept");

    use trader::currency_exchange::ReceiveSubscribeRequestReply as Reply;
    let [ticker, book, trade] = [exchange::Name::Ticker, exchange::Name::Book, exchange::Name::Trade].map(subscribe);
    let (info, book, none) = tokio::join!(
        link.receive_subscribe_request(&ticker),
        link.receive_subscribe_request(&book),
        link.receive_subscribe_request(&trade),
    );
    assert!(matches!(info.unwrap(), Reply::DummyCurrencyInfo(_)));
    let success = |reply: &Reply| matches!(reply, Reply::SubscriptionStatus(SubscriptionStatus::SubscriptionStatusSuccess(_)));
    assert!(success(&book.unwrap()));
    assert!(!success(&none.unwrap()));
    let status = link.receive_unsubscribe_request(&Unsubscribe::default()).await.unwrap();
    assert!(matches!(status, SubscriptionStatus::SubscriptionStatusSuccess(status) if status.reqid.is_some()));
    assert_eq!((client.stats().late_replies, client.stats().unclaimed), (0, 0));
    client.close().await;
    served.abort();
}
