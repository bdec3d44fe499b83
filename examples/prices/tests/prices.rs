//! Prices end to end: the shop, watchers in Rust, and requests as a page makes them.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

use std::time::Duration;

use asyncapi_runtime::{RequestErrorKind, SendOptions, Subscription};
use prices::Shop;
use prices::service::{Price, SetAlert};
use prices::watcher::prices::{Message, Query};
use prices::watcher::{Client, servers};
use tokio::io::{AsyncReadExt, AsyncWriteExt};

fn price(symbol: &str, price: f64) -> Price {
    Price { symbol: symbol.to_owned(), price }
}

async fn watch(shop: &Shop, symbol: Option<&str>) -> (Client, Subscription<Message>) {
    let query = Query { symbol: symbol.map(str::to_owned) };
    let endpoint = servers::Shop::at(shop.address.clone()).prices_query(query);
    let client = Client::connect(endpoint).await.unwrap();
    let incoming = client.prices().subscribe().await.unwrap();
    (client, incoming)
}

async fn next(incoming: &mut Subscription<Message>) -> Message {
    tokio::time::timeout(Duration::from_secs(20), incoming.next()).await.unwrap().unwrap()
}

async fn exchange(address: &str, request: &str) -> String {
    let mut stream = tokio::net::TcpStream::connect(address).await.unwrap();
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    answer
}

async fn until_watched(shop: &Shop, by: usize) {
    while shop.watchers() < by {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}

#[tokio::test]
async fn watchers_hear_what_they_asked_for() {
    let shop = Shop::open("127.0.0.1:0").await.unwrap();
    let (ada, mut heard_by_ada) = watch(&shop, None).await;
    let (_ben, mut heard_by_ben) = watch(&shop, Some("TEA")).await;
    until_watched(&shop, 2).await;
    assert_eq!(shop.tell(&price("RUST", 42.0)).await.unwrap(), 1);
    assert_eq!(shop.tell(&price("TEA", 10.0)).await.unwrap(), 2);
    assert_eq!(next(&mut heard_by_ada).await, Message::PriceChanged(price("RUST", 42.0)));
    assert_eq!(next(&mut heard_by_ada).await, Message::PriceChanged(price("TEA", 10.0)));
    assert_eq!(next(&mut heard_by_ben).await, Message::PriceChanged(price("TEA", 10.0)));

    // A request on the same client, whose response is the reply.
    let alert = SetAlert { symbol: "TEA".to_owned(), above: 12.0 };
    assert_eq!(ada.alerts().take_alert(&alert).await.unwrap().number, 1);
    shop.tell(&price("TEA", 12.5)).await.unwrap();
    assert_eq!(next(&mut heard_by_ben).await, Message::PriceChanged(price("TEA", 12.5)));
    // The same payload, told apart by the name of the event.
    assert_eq!(next(&mut heard_by_ben).await, Message::Alert(price("TEA", 12.5)));

    shop.close("lunch").await.unwrap();
    assert!(matches!(next(&mut heard_by_ben).await, Message::MarketClosed(closed) if closed.reason == "lunch"));
}

#[tokio::test]
async fn a_page_and_its_requests() {
    let shop = Shop::open("127.0.0.1:0").await.unwrap();
    let page = exchange(&shop.address, "GET / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n").await;
    assert!(page.starts_with("HTTP/1.1 200 ") && page.contains("new EventSource('/api/prices'"), "{page}");
    let put = |body: &str| {
        let length = body.len();
        format!(
            "PUT /api/alerts HTTP/1.1\r\nHost: h\r\nConnection: close\r\nContent-Type: application/json\r\n\
             Content-Length: {length}\r\n\r\n{body}"
        )
    };
    let set = exchange(&shop.address, &put(r#"{"symbol": "TEA", "above": 12}"#)).await;
    assert!(set.starts_with("HTTP/1.1 200 ") && set.ends_with(r#"{"number":1}"#), "{set}");
    let wrong = exchange(&shop.address, &put(r#"{"symbol": "TEA", "above": -1}"#)).await;
    assert!(wrong.starts_with("HTTP/1.1 422 "), "{wrong}");
    let post = exchange(&shop.address, &put("{}").replace("PUT ", "POST ")).await;
    assert!(post.starts_with("HTTP/1.1 405 ") && post.contains("allow: GET, PUT\r\n"), "{post}");
    let long = "GET /api/prices?symbol=MUCHTOOLONG HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n";
    let refused = exchange(&shop.address, long).await;
    assert!(refused.starts_with("HTTP/1.1 400 ") && refused.contains("the query breaks the contract"), "{refused}");
}

#[tokio::test]
async fn a_closed_shop_takes_no_orders() {
    let shop = Shop::open("127.0.0.1:0").await.unwrap();
    let (client, _heard) = watch(&shop, None).await;
    let alert = SetAlert { symbol: "TEA".to_owned(), above: 1.0 };
    shop.close("for good").await.unwrap();
    let soon = SendOptions::new().deadline(Duration::from_millis(200));
    let error = client.alerts().with(soon).take_alert(&alert).await.unwrap_err();
    // Nobody answers, so it was tried until the deadline.
    assert_eq!(error.kind(), RequestErrorKind::DeadlineExceeded, "{error}");
}

/// A watcher that is pushed to.
struct Heard(tokio::sync::mpsc::UnboundedSender<String>);

impl prices::watcher::prices::Receiver for Heard {
    async fn tell_prices(
        &self,
        message: prices::watcher::prices::TellPrices,
        _context: &prices::watcher::prices::Context,
    ) -> asyncapi_runtime::Outcome {
        use prices::watcher::prices::TellPrices::{Alert, MarketClosed, PriceChanged};
        let said = match message {
            PriceChanged(price) => format!("{} {}", price.symbol, price.price),
            Alert(price) => format!("alert {}", price.symbol),
            MarketClosed(closed) => closed.reason,
        };
        self.0.send(said).unwrap();
        Ok(())
    }
}

#[tokio::test]
async fn a_watcher_can_be_pushed_to() {
    let shop = Shop::open("127.0.0.1:0").await.unwrap();
    let (sender, mut heard) = tokio::sync::mpsc::unbounded_channel();
    let service = prices::watcher::Service { prices: Heard(sender), alerts: () };
    let bound = service.bind(servers::Shop::at(shop.address.clone())).await.unwrap();
    let handle = bound.handle();
    let serving = tokio::spawn(bound.serve());
    until_watched(&shop, 1).await;
    shop.tell(&price("TEA", 10.5)).await.unwrap();
    assert_eq!(heard.recv().await.unwrap(), "TEA 10.5");
    handle.shutdown();
    serving.await.unwrap().unwrap();
}
