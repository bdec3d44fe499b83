//! Cases on what goes over the wire.

use std::collections::HashSet;
use std::time::{Duration, Instant};

use asyncapi_runtime::types::Bytes;
use asyncapi_runtime::{CloseReason, ClosedBy, HeaderValue, SendErrorKind, SendMode, SubscribeErrorKind};

use crate::kit::{Stand, is_silent, message, next, poll, send, soon, subscribe, text, try_subscribe};

pub(crate) async fn round_trip(stand: Stand) {
    let link = stand.link().await;
    let capabilities = stand.capabilities();
    let mut source = subscribe(&link, "words").await;
    let binary: Vec<u8> = (0..=255).collect();
    let mut sent = message("words", binary.clone());
    if capabilities.headers {
        sent.content_type = Some("application/octet-stream".into());
        sent.headers.append("x-Trace", "a b: c=d");
        sent.headers.append("x-many", "1");
        sent.headers.append("x-many", "2");
        sent.headers.append("ünïcode".to_ascii_lowercase().replace(|c: char| !c.is_ascii(), "u"), "ä€😀".to_owned());
        sent.headers.append("x-empty", "");
    }
    if capabilities.keys {
        sent.key = Some(Bytes::from_static(b"key\0"));
    }
    send(&link, sent.clone()).await;
    let found = next(&mut source).await;
    let message = &found.message;
    assert_eq!((&*message.address, &message.payload[..]), ("words", &binary[..]));
    assert_eq!(message.key, sent.key);
    assert_eq!(message.content_type, sent.content_type);
    for name in ["x-trace", "x-many", "uncode", "unucode", "x-empty"] {
        let all = |message: &asyncapi_runtime::RawMessage| -> Vec<HeaderValue> {
            let named = message.headers.iter().filter(|(key, _)| key.eq_ignore_ascii_case(name));
            named.map(|(_, value)| value.clone()).collect()
        };
        assert_eq!(all(message), all(&sent), "{name}");
    }
    assert_eq!(message.headers.len(), sent.headers.len(), "{:?}", message.headers);
    found.acknowledge();
}

pub(crate) async fn empty_and_large(stand: Stand) {
    let link = stand.link().await;
    let mut source = subscribe(&link, "words").await;
    let large: Bytes = (0..1 << 20).map(|at: u32| at.to_le_bytes()[at as usize % 4]).collect::<Vec<u8>>().into();
    for payload in [Bytes::new(), large.clone(), Bytes::from_static(b"x")] {
        send(&link, message("words", payload.clone())).await;
        let found = next(&mut source).await;
        assert!(found.message.payload == payload, "{} of {} bytes", found.message.payload.len(), payload.len());
        found.acknowledge();
    }
    let mut larger = large.to_vec();
    larger.push(0);
    let refused = soon(link.send(message("words", larger), SendMode::Flush)).await.unwrap_err();
    assert_eq!(refused.kind(), SendErrorKind::TooLarge);
    send(&link, message("words", "after")).await;
    assert_eq!(text(&next(&mut source).await), "after", "a refused message does no harm");
}

pub(crate) async fn what_it_cannot_do_is_refused(stand: Stand) {
    let link = stand.link().await;
    let capabilities = stand.capabilities();
    assert_eq!(link.capabilities(), capabilities, "a link can what its transport can");
    let mut source = subscribe(&link, "words").await;
    if !capabilities.keys {
        let mut keyed = message("words", "keyed");
        keyed.key = Some(Bytes::from_static(b"k"));
        let refused = soon(link.send(keyed, SendMode::Flush)).await.unwrap_err();
        assert_eq!(refused.kind(), SendErrorKind::Unsupported);
    }
    if !capabilities.headers {
        let mut headed = message("words", "headed");
        headed.headers.append("x", "y");
        let refused = soon(link.send(headed, SendMode::Flush)).await.unwrap_err();
        assert_eq!(refused.kind(), SendErrorKind::Unsupported);
    }
    assert_eq!(link.reply_address().is_some(), capabilities.correlation);
    assert!(is_silent(&mut source, Duration::from_millis(100)).await, "what is refused is not sent");
    send(&link, message("words", "plain")).await;
    let found = next(&mut source).await;
    assert_eq!(text(&found), "plain");
    assert_eq!(found.settle.is_some(), capabilities.redelivery);
}

pub(crate) async fn order(stand: Stand) {
    const MESSAGES: usize = 2000;
    let link = stand.link().await;
    let mut source = subscribe(&link, "words").await;
    let feeder = link.clone();
    let feed = tokio::spawn(async move {
        for at in 0..MESSAGES {
            soon(feeder.send(message("words", at.to_string()), SendMode::Feed)).await.unwrap();
        }
        soon(feeder.flush()).await.unwrap();
    });
    for at in 0..MESSAGES {
        let found = next(&mut source).await;
        assert_eq!(text(&found), at.to_string());
        found.acknowledge();
    }
    feed.await.unwrap();
}

pub(crate) async fn competing_consumers(stand: Stand) {
    const MESSAGES: usize = 400;
    let Some(group) = &stand.group else { return };
    let links = [stand.link_of(group).await.unwrap(), stand.link_of(group).await.unwrap()];
    let (sender, mut taken) = tokio::sync::mpsc::unbounded_channel();
    for (at, link) in links.iter().enumerate() {
        let mut source = try_subscribe(link, "words", 8).await.unwrap();
        let sender = sender.clone();
        tokio::spawn(async move {
            while let Ok(found) = poll(&mut source).await {
                let _ = sender.send((at, text(&found)));
                tokio::time::sleep(Duration::from_millis(1)).await;
                found.acknowledge();
            }
        });
    }
    let link = stand.link().await;
    for at in 0..MESSAGES {
        send(&link, message("words", at.to_string())).await;
    }
    let mut by = [0, 0];
    let mut seen = HashSet::new();
    while seen.len() < MESSAGES {
        let (at, text) = soon(taken.recv()).await.unwrap();
        assert!(seen.insert(text), "each message goes to one of them");
        by[at] += 1;
    }
    assert!(by.iter().all(|count| *count > MESSAGES / 20), "both have work: {by:?}");
    assert!(tokio::time::timeout(Duration::from_millis(300), taken.recv()).await.is_err());
}

pub(crate) async fn acknowledged_is_over(stand: Stand) {
    let link = stand.link().await;
    let mut source = subscribe(&link, "words").await;
    for text in ["a", "b"] {
        send(&link, message("words", text)).await;
    }
    let (first, second) = (next(&mut source).await, next(&mut source).await);
    assert_eq!((first.attempt, second.attempt), (1, 1));
    // Out of order, as handlers finish.
    second.acknowledge();
    first.reject();
    assert!(is_silent(&mut source, Duration::from_millis(500)).await);
}

pub(crate) async fn redelivery(stand: Stand) {
    if !stand.capabilities().redelivery {
        return;
    }
    let link = stand.link().await;
    let mut source = subscribe(&link, "words").await;
    send(&link, message("words", "x")).await;
    let first = next(&mut source).await;
    assert_eq!(first.attempt, 1);
    drop(first);
    let second = next(&mut source).await;
    assert_eq!((text(&second), second.attempt), ("x".to_owned(), 2), "dropped, it comes again");
    let began = Instant::now();
    second.retry(Duration::from_millis(400));
    send(&link, message("words", "y")).await;
    let other = next(&mut source).await;
    assert_eq!(text(&other), "y", "a message that waits holds up no other");
    other.acknowledge();
    let third = next(&mut source).await;
    assert_eq!((text(&third), third.attempt), ("x".to_owned(), 3));
    assert!(began.elapsed() >= Duration::from_millis(390), "after {:?}", began.elapsed());
    third.reject();
    assert!(is_silent(&mut source, Duration::from_millis(500)).await, "rejected, it is over");
}

pub(crate) async fn back_pressure(stand: Stand) {
    const MESSAGES: usize = 600;
    let link = stand.link().await;
    let mut source = try_subscribe(&link, "words", 4).await.unwrap();
    let sender = stand.link().await;
    let sending = tokio::spawn(async move {
        for at in 0..MESSAGES {
            soon(sender.send(message("words", format!("{at:01000}")), SendMode::Flush)).await.unwrap();
        }
    });
    tokio::time::sleep(Duration::from_millis(300)).await;
    for at in 0..MESSAGES {
        let found = next(&mut source).await;
        assert_eq!(text(&found).parse::<usize>().unwrap(), at, "a slow consumer misses nothing");
        if at % 20 == 0 {
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
        found.acknowledge();
    }
    sending.await.unwrap();
}

pub(crate) async fn cancel_safety(stand: Stand) {
    // Connecting and subscribing are given up at some moment, and leave nothing that takes messages away.
    for patience in [0, 1, 3, 10, 30] {
        let patience = Duration::from_millis(patience);
        let _ = tokio::time::timeout(patience, async {
            let link = stand.link().await;
            let _source = try_subscribe(&link, "words", 8).await;
            std::future::pending::<()>().await;
        })
        .await;
    }
    let link = stand.link().await;
    let mut source = subscribe(&link, "words").await;
    let sender = stand.link().await;
    let sending = tokio::spawn(async move {
        for at in 0..200 {
            // Given up before it was polled, a send is none.
            drop(sender.send(message("elsewhere", "lost"), SendMode::Feed));
            soon(sender.send(message("words", at.to_string()), SendMode::Flush)).await.unwrap();
        }
    });
    let mut at = 0;
    while at < 200 {
        // The future is dropped every other time.
        let patience = Duration::from_micros(50 * (at % 7));
        if let Ok(found) = tokio::time::timeout(patience, poll(&mut source)).await {
            let found = found.unwrap();
            assert_eq!(text(&found), at.to_string());
            found.acknowledge();
            at += 1;
        }
    }
    sending.await.unwrap();
}

pub(crate) async fn open_parameters(stand: Stand) {
    let link = stand.link().await;
    let address = stand.address(&["rooms", "{room}", "said"]);
    let mut all = subscribe(&link, &address).await;
    let mut partly = subscribe(&link, &stand.address(&["rooms", "{room}-x", "said"])).await;
    for tokens in [["rooms", "a", "said"], ["rooms", "a", "left"], ["other", "a", "said"], ["rooms", "b-x", "said"]] {
        send(&link, message(&stand.address(&tokens), tokens.concat())).await;
    }
    // Nobody promises an order over several addresses.
    let mut rooms = HashSet::new();
    for _ in 0..2 {
        let found = next(&mut all).await;
        rooms.insert(found.message.address.clone());
        found.acknowledge();
    }
    assert_eq!(rooms, HashSet::from(["a", "b-x"].map(|room| stand.address(&["rooms", room, "said"]))));
    let found = next(&mut partly).await;
    assert_eq!(found.message.address, stand.address(&["rooms", "b-x", "said"]));
    found.acknowledge();
    assert!(is_silent(&mut all, Duration::from_millis(200)).await);
    assert!(is_silent(&mut partly, Duration::from_millis(10)).await);
}

pub(crate) async fn connection_lost(mut stand: Stand) {
    let link = stand.link().await;
    let mut source = subscribe(&link, "words").await;
    send(&link, message("words", "before")).await;
    next(&mut source).await.acknowledge();
    tokio::task::block_in_place(|| (stand.disturb)());
    if !stand.capabilities().reconnects {
        let lost = soon(poll(&mut source)).await.unwrap_err();
        assert_eq!(lost.by, ClosedBy::Lost);
        return;
    }
    // Subscriptions are restored; a send waits for the connection, or says that it is not confirmed.
    let again = async {
        loop {
            let found = next(&mut source).await;
            // An acknowledgement may have been lost with the broker: at least once is what is promised.
            if !(stand.capabilities().redelivery && text(&found) == "before") {
                return found;
            }
            found.acknowledge();
        }
    };
    let (found, _) = tokio::join!(again, async {
        for at in 0.. {
            let sent = link.send(message("words", format!("after {at}")), SendMode::Flush);
            let sent = tokio::time::timeout(Duration::from_secs(5), sent).await;
            if matches!(sent, Ok(Ok(()))) && at > 20 {
                return;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    });
    assert!(text(&found).starts_with("after"), "{}", text(&found));
}

pub(crate) async fn refused_login(stand: Stand) {
    let Some((endpoint, kind)) = &stand.stranger else { return };
    let refused = soon(asyncapi_runtime::Client::connect(endpoint.clone(), &[])).await.unwrap_err();
    assert_eq!(refused.kind(), *kind, "{refused}");
    let shown = format!("{refused} {refused:?} {endpoint:?}");
    assert!(!shown.contains("wr0ng"), "a secret is shown: {shown}");
    let known = stand.link().await;
    send(&known, message("words", "x")).await;
}

pub(crate) async fn missing_stream(stand: Stand) {
    let Some(missing) = &stand.missing else { return };
    let link = stand.link_of(missing).await.unwrap();
    let refused = soon(try_subscribe(&link, "words", 8)).await.err().unwrap();
    assert_eq!(refused.kind(), SubscribeErrorKind::Transport);
    let refused = soon(link.send(message("words", "x"), SendMode::Flush)).await.unwrap_err();
    assert_eq!(refused.kind(), SendErrorKind::Transport);
    let text = refused.to_string();
    assert!(["stream", "topic", "queue"].iter().any(|missing| text.contains(missing)), "{text}");
}

pub(crate) async fn closing(stand: Stand) {
    let link = stand.link().await;
    let mut source = subscribe(&link, "words").await;
    let listener = stand.link().await;
    let mut heard = subscribe(&listener, "words").await;
    for at in 0..50 {
        soon(link.send(message("words", at.to_string()), SendMode::Feed)).await.unwrap();
    }
    soon(link.close(1000, "done".into())).await;
    for at in 0..50 {
        let found = next(&mut heard).await;
        assert_eq!(text(&found), at.to_string(), "what was taken is written out");
        found.acknowledge();
    }
    let ended = loop {
        match soon(poll(&mut source)).await {
            Ok(_) => {}
            Err(reason) => break reason,
        }
    };
    assert_eq!(ended, CloseReason::local(1000, "done"));
    let refused = soon(link.send(message("words", "late"), SendMode::Flush)).await;
    let capabilities = stand.capabilities();
    // A topic of the memory has no connection that could be closed.
    assert!(refused.is_err() || !capabilities.reconnects);
}
