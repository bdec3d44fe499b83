//! Payloads that are no objects: what goes over the wire, and what both sides have of it.

use asyncapi_runtime::memory::Hub;
use asyncapi_runtime::types::{Bytes, Uuid};
use asyncapi_runtime::{DecodeErrorKind, Incoming, Outcome, RawMessage, WithHeaders};
use tokio::sync::mpsc;

mod application {
    asyncapi_runtime::asyncapi!("../asyncapi-codegen/tests/golden/bare-payloads/asyncapi.yaml");
}

mod counterpart {
    asyncapi_runtime::asyncapi!(
        spec = "../asyncapi-codegen/tests/golden/bare-payloads/asyncapi.yaml",
        side = counterpart,
        types = super::application,
    );
}

use application::{IdHeaders, Mood, Word};

/// What came in: media type, payload, and what it was read as.
type Heard = (String, Bytes, String);

#[derive(Clone)]
struct Ears(mpsc::UnboundedSender<Heard>);

macro_rules! hear {
    ($($channel:ident($message:ty);)*) => {
        $(impl counterpart::$channel::Receiver for Ears {
            async fn $channel(&self, message: $message, context: &counterpart::$channel::Context) -> Outcome {
                let raw = context.raw();
                let media_type = raw.content_type.as_deref().unwrap_or_default().to_owned();
                self.0.send((media_type, raw.payload.clone(), format!("{message:?}")))?;
                Ok(())
            }
        })*

        fn service(ears: &Ears) -> counterpart::Service<$(hear!(@ears $channel)),*> {
            counterpart::Service { $($channel: ears.clone()),* }
        }
    };
    (@ears $channel:ident) => { Ears };
}
hear! {
    hello(String);
    mood(Mood);
    id(WithHeaders<Uuid, IdHeaders>);
    word(Word);
    quoted(String);
    number(f64);
    flag(bool);
    list(Vec<u8>);
    blob(Bytes);
    image(Bytes);
    nothing(());
}

#[tokio::test]
async fn what_goes_over_the_wire() {
    let hub = Hub::new();
    let (ears, mut heard) = mpsc::unbounded_channel();
    let bound = service(&Ears(ears)).bind(counterpart::servers::Local::memory(&hub)).await.unwrap();
    tokio::spawn(bound.serve());
    let client = application::Client::connect(application::servers::Local::memory(&hub)).await.unwrap();
    let mut expect = async |media_type: &str, payload: &[u8], read: &str| {
        let (found, bytes, debug) = heard.recv().await.unwrap();
        assert_eq!((&*found, &bytes[..], &*debug), (media_type, payload, read));
    };
    client.hello().hello(&"Hello World".to_owned()).await.unwrap();
    expect("text/plain", b"Hello World", "\"Hello World\"").await;
    client.mood().mood(&Mood::SoSo).await.unwrap();
    expect("text/plain", b"so-so", "SoSo").await;
    let id = WithHeaders::new(Uuid::nil(), IdHeaders { origin: "here".to_owned() });
    client.id().id(&id).await.unwrap();
    expect("text/plain", b"00000000-0000-0000-0000-000000000000", &format!("{id:?}")).await;
    client.word().word(&Word::try_from("abc".to_owned()).unwrap()).await.unwrap();
    expect("text/plain; charset=utf-8", b"abc", "Word(\"abc\")").await;
    client.quoted().quoted(&"Hello World".to_owned()).await.unwrap();
    expect("application/json", b"\"Hello World\"", "\"Hello World\"").await;
    client.number().number(&-0.5).await.unwrap();
    expect("application/json", b"-0.5", "-0.5").await;
    client.flag().flag(&true).await.unwrap();
    expect("application/json", b"true", "true").await;
    client.list().list(&vec![1, 255]).await.unwrap();
    expect("application/json", b"[1,255]", "[1, 255]").await;
    client.blob().blob(&Bytes::from_static(&[0, 0xff])).await.unwrap();
    expect("application/octet-stream", &[0, 0xff], "b\"\\0\\xff\"").await;
    client.image().image(&Bytes::from_static(b"\x89PNG")).await.unwrap();
    expect("image/png", b"\x89PNG", "b\"\\x89PNG\"").await;
    client.nothing().nothing(&()).await.unwrap();
    expect("application/json", b"", "()").await;
}

#[test]
fn texts_obey_their_schema() {
    // A protocol that has no media types, such as MQTT 3.
    let raw = |text: &'static str| RawMessage::new("", text.as_bytes());
    let hello = counterpart::hello::Message::decode(&raw("Hello World")).unwrap();
    assert_eq!(hello, counterpart::hello::Message::Hello("Hello World".to_owned()));
    let word = |text| counterpart::word::Message::decode(&raw(text)).map(|_| ()).map_err(|error| error.kind());
    assert_eq!(word("ab"), Ok(()));
    assert_eq!(word("abcde"), Err(DecodeErrorKind::Violation));
    assert_eq!(word("é"), Err(DecodeErrorKind::Violation), "a character is one, however many bytes it has");
    let mood = counterpart::mood::Message::decode(&raw("\"fine\"")).unwrap_err();
    assert_eq!(mood.kind(), DecodeErrorKind::Mismatch, "quotes are a part of a text");
}
