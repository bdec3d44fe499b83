//! Requests with messages: what is answered, what is tried again, and who signs.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::*;
use crate::bindings::{Binding, http as binding};
use crate::test_kit::{ASK, Text};
use crate::{Failure, MessageInfo, OperationInfo, Policy, ReplyInfo, RequestErrorKind, SendErrorKind};

static PUT: OperationInfo = OperationInfo {
    name: "put",
    channel: &TEXTS,
    bindings: &[Binding::HttpOperation(binding::Operation { method: Some("PUT") })],
    reply: None,
};
static REFUSED: MessageInfo = MessageInfo {
    name: "refused",
    content_type: "application/json",
    correlation: None,
    bindings: &[Binding::HttpMessage(binding::Message { status_code: Some(409) })],
};
static CALL: OperationInfo = OperationInfo {
    name: "call",
    channel: &TEXTS,
    bindings: &[],
    reply: Some(&ReplyInfo { channel: None, address: None, messages: &[&TEXT, &REFUSED], pushed: false }),
};

/// What a service does with each text: it may fail, panic, reply and dawdle.
async fn acting() -> Running {
    acting_with(Http::new().answer_within(Duration::from_millis(300)), |server| server).await
}

async fn acting_with(http: Http, rules: impl FnOnce(Server) -> Server) -> Running {
    serve_with(
        http,
        |_| {},
        rules,
        |said, context| {
            Box::pin(async move {
                match said.as_str() {
                    "later" => Err(Failure::retry_after(Duration::from_millis(1500), "not now")),
                    "never" => Err(Failure::reject("no")),
                    "panic" => panic!("as wanted"),
                    "slow" => {
                        tokio::time::sleep(Duration::from_secs(3)).await;
                        Ok(())
                    }
                    "push" => {
                        let pushed = context.sender().send(&SAY, &TEXT, &text("pushed")).await;
                        assert_eq!(pushed.unwrap_err().kind(), SendErrorKind::Unsupported);
                        Ok(())
                    }
                    "refuse" => crate::reply(context, &CALL, &TEXT, &REFUSED, &text("refused")).await,
                    "headers" => {
                        let told = context.headers().text("x-told").unwrap_or("nothing").to_owned();
                        crate::reply(context, &CALL, &TEXT, &TEXT, &text(told)).await
                    }
                    said => match said.strip_prefix("call ") {
                        Some(said) => crate::reply(context, &CALL, &TEXT, &TEXT, &text(said)).await,
                        None => Ok(()),
                    },
                }
            })
        },
    )
    .await
}

fn status(answer: &str) -> &str {
    answer.get(9..12).unwrap_or(answer)
}

#[tokio::test]
async fn the_answer_is_what_became_of_the_message() {
    let running = acting().await;
    for (body, expected) in [
        ("\"fine\"", "204"),
        ("\"later\"", "503"),
        ("\"never\"", "422"),
        ("\"panic\"", "422"),
        ("{\"no\": \"text\"}", "422"),
        ("\"slow\"", "504"),
        ("\"push\"", "204"),
        ("\"refuse\"", "409"),
    ] {
        let told = exchange(&running.address, &post("/texts", "", body)).await;
        assert_eq!(status(&told), expected, "{body}: {told}");
    }
    let later = exchange(&running.address, &post("/texts", "", "\"later\"")).await;
    assert!(later.contains("retry-after: 2\r\n"), "{later}");
    let called = exchange(&running.address, &post("/texts", "", "\"call me\"")).await;
    assert!(called.starts_with("HTTP/1.1 200 ") && called.contains("content-type: application/json\r\n"), "{called}");
    assert!(called.ends_with("\r\n\r\n\"me\""), "{called}");
    let told = exchange(&running.address, &post("/texts", "X-Told: it\r\n", "\"headers\"")).await;
    assert!(told.ends_with("\"it\""), "{told}");
    let form = post("/texts", "", "\"x\"").replace("application/json", "application/x-www-form-urlencoded");
    assert_eq!(status(&exchange(&running.address, &form).await), "422");
    assert_eq!(status(&exchange(&running.address, &post("/texts", "", "\"x\"").replace("POST ", "PUT ")).await), "405");
}

#[tokio::test]
async fn several_requests_on_one_connection() {
    let running = acting().await;
    let mut raw = Raw(TcpStream::connect(&running.address).await.unwrap());
    for said in ["one", "two", "three"] {
        raw.write(&post("/texts", "", &format!("\"call {said}\"")).replace("Connection: close\r\n", "")).await;
        assert!(raw.until(&format!("\"{said}\"")).await.starts_with("HTTP/1.1 200 "));
    }
    assert_eq!(running.handle.session_count(), 0);
}

#[tokio::test]
async fn a_policy_can_say_what_is_wrong() {
    let running = acting_with(Http::new(), |server| server.policy(Policy::answer_errors())).await;
    let told = exchange(&running.address, &post("/texts", "", "7")).await;
    assert_eq!(status(&told), "422");
    assert!(told.contains("{\"error\":"), "{told}");
}

/// There is nowhere to send it, ever: it is refused, and so stays with the peer.
#[tokio::test]
async fn a_dead_letter_is_no_answer() {
    let running = acting_with(Http::new(), |server| server.policy(Policy::DeadLetter("/dead".into()))).await;
    let told = exchange(&running.address, &post("/texts", "", "\"never\"")).await;
    assert!(status(&told) == "422" && !told.contains("never"), "{told}");
}

#[tokio::test]
async fn a_hook_that_refuses_answers() {
    let running = acting().await;
    let told = exchange(&running.address, &post("/texts?refuse", "", "\"fine\"")).await;
    assert!(status(&told) == "403" && told.ends_with("not you"), "{told}");
}

#[tokio::test]
async fn a_client_posts_and_asks() {
    let running = acting().await;
    let client = client(Http::new(), &running.url()).await;
    let texts = client.channel(&TEXTS, "/texts");
    texts.send(&SAY, &TEXT, &text("fine")).await.unwrap();
    let rejected = texts.send(&SAY, &TEXT, &text("never")).await.unwrap_err();
    assert!(rejected.to_string().contains("422"), "{rejected}");
    let reply: Text = texts.request(&CALL, &TEXT, &text("call me")).await.unwrap();
    assert_eq!(reply.0, "me");
    // The document says that this status comes with a reply.
    let reply: Text = texts.request(&CALL, &TEXT, &text("refuse")).await.unwrap();
    assert_eq!(reply.0, "refused");
    let told = texts.with(SendOptions::new().header("X-Told", "it"));
    assert_eq!(told.request::<Text, _>(&CALL, &TEXT, &text("headers")).await.unwrap().0, "it");
    let none = texts.request::<Text, _>(&CALL, &TEXT, &text("never")).await.unwrap_err();
    assert_eq!(none.kind(), RequestErrorKind::Send);
    let late = texts.with(SendOptions::new().deadline(Duration::from_millis(50)));
    let late = late.request::<Text, _>(&CALL, &TEXT, &text("slow")).await.unwrap_err();
    assert_eq!(late.kind(), RequestErrorKind::DeadlineExceeded);
}

#[tokio::test]
async fn a_thousand_requests_at_once() {
    let running = acting_with(Http::new(), |server| server).await;
    let client = client(Http::new(), &running.url()).await;
    let texts = client.channel(&TEXTS, "/texts");
    let asked = (0..1000).map(|number| {
        let texts = texts.clone();
        async move {
            let said = text(format!("call {number}"));
            let reply: Text = texts.request(&CALL, &TEXT, &said).await.unwrap();
            assert_eq!(reply.0, number.to_string());
        }
    });
    futures_util::future::join_all(asked).await;
}

/// Also where the document has a place for the id: the peer need not know of it.
#[tokio::test]
async fn a_reply_is_the_response_whatever_id_it_has() {
    let (address, mut requests) =
        answering(|_, _| answer("200 OK", "Content-Type: application/json\r\n", "\"reply\"")).await;
    let client = client(Http::new(), &format!("http://{address}")).await;
    let texts = client.channel(&TEXTS, "/texts");
    let reply: Text = texts.request(&ASK, &crate::test_kit::ASKED, &text("x")).await.unwrap();
    assert_eq!(reply.0, "reply");
    assert!(soon(requests.recv()).await.unwrap().contains("correlationid: "));
}

#[tokio::test]
async fn what_can_be_tried_again_is() {
    let (address, mut requests) = answering(|count, _| match count {
        0 => answer("500 Oops", "", "<html>\nno"),
        1 => answer("429 Too Many", "Retry-After: 1\r\n", ""),
        2 => String::new(),
        _ => answer("200 OK", "", ""),
    })
    .await;
    let retry = Retry { attempts: 5, first: Duration::from_millis(10), max: Duration::from_millis(20) };
    let client = client(Http::new().retry(retry.clone()), &format!("http://{address}")).await;
    let texts = client.channel(&TEXTS, "/texts");
    let began = std::time::Instant::now();
    texts.send(&PUT, &TEXT, &text("x")).await.unwrap();
    assert!(began.elapsed() >= Duration::from_secs(1), "the peer wanted a second");
    let mut ids = Vec::new();
    while let Ok(request) = requests.try_recv() {
        assert!(request.starts_with("PUT /texts HTTP/1.1\r\n") && request.ends_with("\r\n\r\n\"x\""), "{request}");
        ids.push(request.lines().find_map(|line| line.strip_prefix("idempotency-key: ")).unwrap().to_owned());
    }
    assert_eq!(ids.len(), 4);
    assert!(ids.iter().all(|id| *id == ids[0]), "{ids:?}");

    let (address, mut requests) = answering(|_, _| answer("500 Oops", "", "why")).await;
    let client = self::client(Http::new().retry(retry), &format!("http://{address}")).await;
    let texts = client.channel(&TEXTS, "/texts");
    let error = texts.send(&SAY, &TEXT, &text("x")).await.unwrap_err();
    assert!(error.to_string().contains("500") && error.to_string().contains("why"), "{error}");
    // Whether a request was handled nobody knows: it is not sent again.
    let error = texts.request::<Text, _>(&CALL, &TEXT, &text("x")).await.unwrap_err();
    assert_eq!(error.kind(), RequestErrorKind::Send);
    let mut count = 0;
    while requests.try_recv().is_ok() {
        count += 1;
    }
    assert_eq!(count, 5 + 1);
}

#[tokio::test]
async fn messages_keep_their_order() {
    let seen = Arc::new(Mutex::new(Vec::new()));
    let (seeing, attempts) = (seen.clone(), Arc::new(AtomicUsize::new(0)));
    let running = serve_with(
        Http::new(),
        |_| {},
        |server| server,
        move |said, _| {
            let fails = attempts.fetch_add(1, Ordering::Relaxed) % 3 == 0;
            if !fails {
                seeing.lock().unwrap().push(said);
            }
            let outcome = if fails { Err(Failure::retry("not now")) } else { Ok(()) };
            Box::pin(async { outcome })
        },
    )
    .await;
    let retry = Retry { attempts: 9, first: Duration::from_millis(1), max: Duration::from_millis(1) };
    // The service's own pauses are longer; what it asks for in whole seconds is a second at least.
    let client = client(Http::new().retry(retry), &running.url()).await;
    let texts = client.channel(&TEXTS, "/texts");
    let batch = texts.batch();
    for number in 0..3 {
        batch.send(&SAY, &TEXT, &text(number)).await.unwrap();
    }
    assert!(seen.lock().unwrap().is_empty(), "taken, but not sent");
    let sends = (3..6).map(|number| {
        let texts = texts.clone();
        async move { texts.send(&SAY, &TEXT, &text(number)).await.unwrap() }
    });
    futures_util::future::join_all(sends).await;
    let expected: Vec<String> = (0..6).map(|number| number.to_string()).collect();
    assert_eq!(*seen.lock().unwrap(), expected);
    texts.with(SendOptions::new().no_wait()).send(&SAY, &TEXT, &text("now")).await.unwrap();
    while seen.lock().unwrap().len() < 7 {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    batch.send(&SAY, &TEXT, &text("last")).await.unwrap();
    batch.flush().await.unwrap();
    assert_eq!(seen.lock().unwrap().last().unwrap(), "last");
}

#[tokio::test]
async fn signed_both_ways() {
    let key = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    let running = acting_with(Http::new().verify(Signing::new("old").also(key)), |server| server).await;
    let signed = client(Http::new().sign(Signing::new(key)), &running.url()).await;
    signed.channel(&TEXTS, "/texts").send(&SAY, &TEXT, &text("fine")).await.unwrap();
    let own = signed.channel(&TEXTS, "/texts").with(SendOptions::new().header("Webhook-Id", "mine"));
    own.send(&SAY, &TEXT, &text("fine")).await.unwrap();
    for http in [Http::new(), Http::new().sign(Signing::new("wrong"))] {
        let client = client(http, &running.url()).await;
        let error = client.channel(&TEXTS, "/texts").send(&SAY, &TEXT, &text("fine")).await.unwrap_err();
        assert!(error.to_string().contains("401"), "{error}");
    }
    // Who only listens has nothing to sign.
    let mut peer = Raw::get(&running.address, "/ticks", "").await;
    peer.until("retry").await;
}

#[tokio::test]
async fn a_large_reply_is_not_read() {
    let (address, _requests) = answering(|_, _| answer("200 OK", "", &"x".repeat(5000))).await;
    let client = client_with(Http::new(), &format!("http://{address}"), |settings| settings.max_message = 1000).await;
    let texts = client.channel(&TEXTS, "/texts");
    let error = texts.request::<Text, _>(&CALL, &TEXT, &text("x")).await.unwrap_err();
    assert!(error.to_string().contains("too large"), "{error}");
    let large = texts.send(&SAY, &TEXT, &text("x".repeat(2000))).await.unwrap_err();
    assert_eq!(large.kind(), SendErrorKind::TooLarge);
}

#[tokio::test]
async fn each_request_has_todays_token() {
    let (address, mut requests) = answering(|_, _| answer("200 OK", "", "")).await;
    let count = AtomicUsize::new(0);
    let token = crate::Token::provider(move || {
        let token = format!("t{}", count.fetch_add(1, Ordering::Relaxed));
        async move { Ok::<_, std::io::Error>(token) }
    });
    let mut endpoint = ConnectEndpoint::new(Arc::new(Http::new()), format!("http://{address}"));
    endpoint.credentials = Arc::from([token.into()]);
    let client = Client::connect(endpoint, &[&TEXTS]).await.unwrap();
    for expected in ["t0", "t1"] {
        client.channel(&TEXTS, "/texts").send(&SAY, &TEXT, &text("x")).await.unwrap();
        let request = soon(requests.recv()).await.unwrap();
        assert!(request.contains(&format!("authorization: Bearer {expected}\r\n")), "{request}");
    }
}

#[tokio::test]
async fn a_client_of_the_programs_own() {
    let (address, mut requests) = answering(|_, _| answer("200 OK", "", "")).await;
    let tls = (*Tls::new().without_native_roots().client().unwrap()).clone();
    let own = reqwest::Client::builder().tls_backend_preconfigured(tls).user_agent("mine").no_proxy().build().unwrap();
    let client = client(Http::from_client(own), &format!("http://{address}")).await;
    client.channel(&TEXTS, "/texts").send(&SAY, &TEXT, &text("x")).await.unwrap();
    assert!(soon(requests.recv()).await.unwrap().contains("user-agent: mine\r\n"));
}
