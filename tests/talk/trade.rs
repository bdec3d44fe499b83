//! Request and reply over topics, as documents have it: reply channels without an address, addresses in the payload or
//! with the request's parameters, ids in one place of the request and another of the reply, or with the protocol.

use std::time::Duration;

use asyncapi_runtime::memory::Hub;
use asyncapi_runtime::{Failure, Outcome, RawMessage, SendOptions, WithHeaders};

mod asking {
    asyncapi_runtime::asyncapi!(spec = "talk/documents/trade.yaml", allow = [A0304]);
}

mod answering {
    asyncapi_runtime::asyncapi!(
        spec = "talk/documents/trade.yaml",
        side = counterpart,
        types = super::asking,
        allow = [A0304],
    );
}

#[derive(Clone)]
struct Exchange;

impl answering::quotes::Receiver for Exchange {
    async fn ask_quote(
        &self,
        ask: asking::Ask,
        context: &answering::quotes::Context,
    ) -> Outcome<answering::quotes::AskQuoteReply> {
        assert!(context.raw().correlation_id().is_some() && context.raw().reply_to().is_some());
        match ask.symbol.strip_prefix("no-") {
            Some(symbol) => Ok(asking::UnknownSymbol { symbol: symbol.to_owned() }.into()),
            // The later a request, the sooner its reply.
            None => {
                let price: f64 = ask.symbol.parse().map_err(|_| Failure::reject("no number"))?;
                tokio::time::sleep(Duration::from_millis(50 - price as u64 % 50)).await;
                Ok(asking::Quote { price }.into())
            }
        }
    }
}

impl answering::orders::Receiver for Exchange {
    async fn place_order(
        &self,
        order: asking::Order,
        _: &answering::orders::Context,
    ) -> Outcome<WithHeaders<asking::Confirmed, asking::ConfirmedHeaders>> {
        let meta = order.meta.unwrap();
        assert!(meta.number.unwrap() >= 100 && meta.answer_to.is_some());
        Ok(asking::Confirmed { confirmed: order.amount > 0 }.into())
    }
}

impl answering::costs::Receiver for Exchange {
    async fn ask_cost(
        &self,
        asked: WithHeaders<asking::CostOf, asking::CostOfHeaders>,
        context: &answering::costs::Context,
    ) -> Outcome<asking::Cost> {
        assert!(asked.headers.request_id.is_some(), "a UUID was made up");
        Ok(asking::Cost { cost: context.parameters().env.len().try_into()? })
    }
}

impl answering::pings::Receiver for Exchange {
    async fn ping(&self, ping: asking::Ping, _: &answering::pings::Context) -> Outcome<RawMessage> {
        Ok(RawMessage::new("", ping.at.unwrap_or_default()))
    }
}

async fn start(hub: &Hub) -> (asking::Client, tokio::task::JoinHandle<()>) {
    let service = answering::Service { quotes: Exchange, orders: Exchange, costs: Exchange, pings: Exchange };
    let server = service.into_server().concurrency(100);
    // Parameters of an address that is read from a broker: all of them.
    let bound = server.bind(answering::servers::Broker::memory(hub)).await.unwrap();
    let served = tokio::spawn(async move { bound.serve().await.unwrap() });
    (asking::Client::connect(asking::servers::Broker::memory(hub)).await.unwrap(), served)
}

#[tokio::test]
async fn a_reply_channel_without_an_address_is_an_inbox() {
    let hub = Hub::new();
    let (client, _served) = start(&hub).await;
    let (other, _served_too) = (asking::Client::connect(asking::servers::Broker::memory(&hub)).await.unwrap(), ());
    let unknown = client.quotes().ask_quote(&asking::Ask { symbol: "no-x".to_owned() }).await.unwrap();
    assert_eq!(unknown, asking::UnknownSymbol { symbol: "x".to_owned() }.into());
    let mut tasks = Vec::new();
    for at in 0..100u32 {
        let client = if at % 2 == 0 { client.clone() } else { other.clone() };
        tasks.push(tokio::spawn(async move {
            let reply = client.quotes().ask_quote(&asking::Ask { symbol: at.to_string() }).await.unwrap();
            assert_eq!(reply, asking::Quote { price: at.into() }.into());
        }));
    }
    for task in tasks {
        task.await.unwrap();
    }
    assert_eq!((client.stats().unclaimed, other.stats().unclaimed), (0, 0), "nobody sees what is for others");
}

#[tokio::test]
async fn ids_and_addresses_are_written_where_the_document_says() {
    let hub = Hub::new();
    let (client, _served) = start(&hub).await;
    let confirmed = client.orders().place_order(&asking::Order::new(3)).await.unwrap();
    assert!(confirmed.confirmed);
    assert!(confirmed.headers.order.unwrap().parse::<u64>().unwrap() >= 100, "the id came back in a header");
    // What is given is kept.
    let meta = asking::OrderMeta { number: Some(4711), answer_to: Some("my/own".to_owned()) };
    let order = asking::Order { meta: Some(meta), ..asking::Order::new(0) };
    let confirmed = client.orders().place_order(&order).await.unwrap();
    assert_eq!((confirmed.confirmed, confirmed.headers.order.as_deref()), (false, Some("4711")));
}

#[tokio::test]
async fn a_reply_channel_has_the_parameters_of_its_request() {
    let hub = Hub::new();
    let (client, _served) = start(&hub).await;
    for env in ["dev", "preprod"] {
        let costs = client.costs(asking::costs::Parameters { env: env.to_owned() });
        let asked = asking::CostOf { item: "x".to_owned() }.into();
        let cost = costs.ask_cost(&asked).await.unwrap();
        assert_eq!(cost.cost, i128::try_from(env.len()).unwrap());
    }
}

#[tokio::test]
async fn a_reply_of_which_the_document_says_nothing_is_what_it_is() {
    let hub = Hub::new();
    let (client, served) = start(&hub).await;
    let raw = client.pings().ping(&asking::Ping { at: Some("noon".to_owned()) }).await.unwrap();
    assert_eq!(&raw.payload[..], b"noon");
    // Nobody answers: the request ends, whatever happens.
    served.abort();
    let _ = served.await;
    let hasty = client.pings().with(SendOptions::new().deadline(Duration::from_millis(20)));
    let late = hasty.ping(&asking::Ping::default()).await.unwrap_err();
    assert_eq!(late.kind(), asyncapi_runtime::RequestErrorKind::DeadlineExceeded);
    let patient = client.clone();
    let waiting = tokio::spawn(async move { patient.pings().ping(&asking::Ping::default()).await.unwrap_err().kind() });
    tokio::time::sleep(Duration::from_millis(20)).await;
    client.close().await;
    assert_eq!(waiting.await.unwrap(), asyncapi_runtime::RequestErrorKind::Closed);
}
