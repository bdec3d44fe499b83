//! Prices by server-sent events to a page in a browser, and alerts that the page orders by a request.
//!
//! [`service`] is what `prices.yaml` describes; [`watcher`] is the other end, for programs that watch prices.

use std::error::Error;
use std::sync::Mutex;

use asyncapi_runtime::http::Http;
use asyncapi_runtime::{Outcome, ServerHandle};
use axum::Router;
use axum::response::Html;
use axum::routing::get;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

/// The side that the document speaks for.
pub mod service {
    asyncapi_runtime::asyncapi!("prices.yaml");
}

/// The side of whoever watches, on the same types.
pub mod watcher {
    asyncapi_runtime::asyncapi!(spec = "prices.yaml", side = counterpart, types = crate::service);
}

use service::{AlertSet, MarketClosed, Price, SetAlert, alerts, prices};

/// The page, which shows prices with the browser's `EventSource`.
const PAGE: &str = include_str!("page.html");

/// The alerts that were ordered.
#[derive(Debug, Default)]
pub struct Alerts(Mutex<Vec<SetAlert>>);

impl Alerts {
    /// Whether somebody waits for this price.
    fn is_wanted(&self, price: &Price) -> bool {
        let alerts = self.0.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        alerts.iter().any(|alert| alert.symbol == price.symbol && price.price > alert.above)
    }
}

/// Takes orders for alerts.
#[derive(Debug, Clone, Default)]
pub struct Desk(std::sync::Arc<Alerts>);

impl alerts::Receiver for Desk {
    async fn take_alert(&self, alert: SetAlert, _context: &alerts::Context) -> Outcome<AlertSet> {
        let mut alerts = self.0.0.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        alerts.push(alert);
        Ok(AlertSet { number: alerts.len() as u64 })
    }
}

/// A shop that runs: an HTTP server with a page, and the service behind it.
#[derive(Debug)]
pub struct Shop {
    /// Where it listens.
    pub address: String,
    handle: ServerHandle,
    desk: Desk,
    serving: JoinHandle<Result<(), asyncapi_runtime::ServeError>>,
    pages: JoinHandle<std::io::Result<()>>,
}

impl Shop {
    /// Opens on an address such as `127.0.0.1:0`.
    ///
    /// # Errors
    /// When the address cannot be listened on.
    pub async fn open(address: &str) -> Result<Self, Box<dyn Error>> {
        let (mount, api) = Http::new().mount();
        let app = Router::new().route("/", get(async || Html(PAGE))).fallback_service(api);
        let listener = TcpListener::bind(address).await?;
        let address = listener.local_addr()?.to_string();
        let desk = Desk::default();
        // Nothing comes in on `prices`: peers only listen.
        let service = service::Service { prices: (), alerts: desk.clone() };
        let bound = service.bind(service::servers::Shop::listener(mount)).await?;
        let handle = bound.handle();
        let serving = tokio::spawn(bound.serve());
        let pages = tokio::spawn(async move { axum::serve(listener, app).await });
        Ok(Self { address, handle, desk, serving, pages })
    }

    /// Tells a price to all who watch it, and says to how many.
    ///
    /// # Errors
    /// When the price breaks the document's rules.
    pub async fn tell(&self, price: &Price) -> Result<usize, Box<dyn Error>> {
        let symbol = price.symbol.clone();
        let watchers = prices::Broadcast::new(&self.handle).filter(move |session| {
            let wanted = session.query().and_then(|query| query.symbol.as_deref());
            wanted.is_none_or(|wanted| wanted == symbol)
        });
        // Two messages of one type: the method says which it is, and on the wire the name of the event.
        let count = watchers.tell_prices(prices::TellPrices::PriceChanged(price.clone())).await?;
        if self.desk.0.is_wanted(price) {
            watchers.tell_prices(prices::TellPrices::Alert(price.clone())).await?;
        }
        Ok(count)
    }

    /// Says why it closes, and closes.
    ///
    /// # Errors
    /// When the service had failed.
    pub async fn close(self, reason: &str) -> Result<(), Box<dyn Error>> {
        let closed = MarketClosed { reason: reason.to_owned() };
        prices::Broadcast::new(&self.handle).tell_prices(closed).await?;
        self.handle.shutdown();
        self.serving.await??;
        self.pages.abort();
        Ok(())
    }

    /// How many watch.
    pub fn watchers(&self) -> usize {
        self.handle.session_count()
    }
}
