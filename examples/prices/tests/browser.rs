//! A real browser's `EventSource` reads the service's events, across a lost connection and from a page of another origin.
//! Without a browser, the test says that it skips; under CI, it fails.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

use std::process::Stdio;
use std::sync::Arc;
use std::time::Duration;

use asyncapi_runtime::http::{Cors, Http};
use axum::Router;
use axum::response::Html;
use axum::routing::{get, post};
use prices::Desk;
use prices::service::{self, MarketClosed, Price, prices as channel};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Notify, mpsc};

const BROWSERS: [&str; 4] = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"];

const PAGE: &str = "<!doctype html><script>
    const seen = [];
    const events = new EventSource('http://SERVICE/api/prices');
    events.onopen = () => seen.push('open');
    events.addEventListener('missed', () => seen.push('missed'));
    events.addEventListener('priceChanged', event => seen.push(JSON.parse(event.data).price));
    events.addEventListener('marketClosed', async event => {
        events.close();
        seen.push(JSON.parse(event.data).reason);
        const answer = await fetch('http://SERVICE/api/alerts', {
            method: 'PUT', headers: { 'Content-Type': 'application/json' }, body: '{\"symbol\": \"TEA\", \"above\": 1}'
        });
        seen.push((await answer.json()).number);
        await fetch('/seen', { method: 'POST', body: JSON.stringify(seen) });
    });
</script>";

fn browser() -> Option<&'static str> {
    let works = |name: &&str| {
        let mut version = std::process::Command::new(name);
        version.arg("--version").stdout(Stdio::null()).stderr(Stdio::null());
        version.status().is_ok_and(|status| status.success())
    };
    BROWSERS.into_iter().find(works)
}

/// Carries bytes to `target`, until it is told to cut all connections.
async fn proxy(target: String) -> (String, Arc<Notify>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap().to_string();
    let cut = Arc::new(Notify::new());
    let cutting = cut.clone();
    tokio::spawn(async move {
        loop {
            let (mut near, _) = listener.accept().await.unwrap();
            let (target, cutting) = (target.clone(), cutting.clone());
            tokio::spawn(async move {
                let Ok(mut far) = TcpStream::connect(&target).await else { return };
                tokio::select! {
                    _ = tokio::io::copy_bidirectional(&mut near, &mut far) => {}
                    () = cutting.notified() => {}
                }
            });
        }
    });
    (address, cut)
}

#[tokio::test]
async fn a_browser_reads_and_comes_back() {
    let Some(browser) = browser() else {
        assert!(std::env::var_os("CI").is_none(), "there is no browser: examples/prices/tests/install.sh installs one");
        return eprintln!("skipped: there is no browser; examples/prices/tests/install.sh installs one");
    };
    let http = Http::new().cors(Cors::any()).come_back_after(Duration::from_millis(50)).address("127.0.0.1:0");
    let service = service::Service { prices: (), alerts: Desk::default() };
    let bound = service.bind(service::servers::Shop::listener(http)).await.unwrap();
    let handle = bound.handle();
    let (address, cut) = proxy(bound.local_address().to_string()).await;
    tokio::spawn(bound.serve());

    let (sender, mut seen) = mpsc::unbounded_channel::<String>();
    let page = PAGE.replace("SERVICE", &address);
    let app = Router::new()
        .route("/", get(async move || Html(page)))
        .route("/seen", post(async move |body: String| drop(sender.send(body))));
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/", listener.local_addr().unwrap());
    tokio::spawn(async move { axum::serve(listener, app).await });

    let profile = std::env::temp_dir().join(format!("prices-browser-{}", std::process::id()));
    let mut running = tokio::process::Command::new(browser)
        .args(["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--remote-debugging-port=0"])
        .arg(format!("--user-data-dir={}", profile.display()))
        .arg(&url)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .kill_on_drop(true)
        .spawn()
        .unwrap();

    let watchers = channel::Broadcast::new(&handle);
    let story = async {
        while handle.session_count() == 0 {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        for number in 0..30 {
            // Some are told while the browser is away.
            if number % 10 == 5 {
                cut.notify_waiters();
            }
            let price = Price { symbol: "TEA".to_owned(), price: f64::from(number) };
            let told = watchers.tell_prices(channel::TellPrices::PriceChanged(price)).await.unwrap();
            assert_eq!(told, 1, "the session outlives its connections");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        watchers.tell_prices(MarketClosed { reason: "done".to_owned() }).await.unwrap();
        seen.recv().await.unwrap()
    };
    let seen = tokio::time::timeout(Duration::from_secs(60), story).await;
    running.kill().await.unwrap();
    let _ = std::fs::remove_dir_all(&profile);
    let seen = seen.expect("the browser has not told what it saw");
    let (opens, rest): (Vec<_>, Vec<_>) =
        seen.trim_matches(['[', ']']).split(',').map(str::to_owned).partition(|one| one == "\"open\"");
    assert!(opens.len() > 1, "it came back: {seen}");
    let expected: Vec<String> =
        (0..30).map(|number| number.to_string()).chain(["\"done\"".to_owned(), "1".to_owned()]).collect();
    assert_eq!(rest, expected);
}
