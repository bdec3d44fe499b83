use super::*;
use crate::{Location, ParameterInfo};

static ROOM: ChannelInfo = ChannelInfo {
    name: "room",
    address: Some("rooms/{room}/v{version}"),
    parameters: &[
        ParameterInfo { name: "room", values: &[], schema: None, location: None, text: AddressText::Percent },
        ParameterInfo {
            name: "version",
            values: &["1", "2"],
            schema: None,
            location: None,
            text: AddressText::Percent,
        },
    ],
    servers: &[],
    bindings: &[],
};

#[test]
fn build_and_match_are_inverse() {
    for room in ["a", "a/b", "ä v1", "%2F", "v1/v2", "{room}"] {
        let address = fill_address(&ROOM, &[("room", Some(room)), ("version", Some("2"))]).unwrap();
        let found = match_address(&ROOM, &address).unwrap();
        assert_eq!(found.get("room"), Some(room), "{address}");
        assert_eq!(found.get("version"), Some("2"));
    }
}

#[test]
fn what_does_not_match() {
    for address in ["", "rooms//v1", "rooms/a/v3", "rooms/a/b/v1", "rooms/a/v1/", "room/a/v1", "rooms/a/v"] {
        assert_eq!(match_address(&ROOM, address), None, "{address}");
    }
    assert!(match_address(&ROOM, "/rooms/a/v1").is_some());
    assert!(match_template("/", "").is_some());
    assert!(match_template("{", "{").is_some());
    assert!(match_template("{a}{b}", "xyz").is_some());
    assert!(is_template("{a}") && !is_template("{a"));
}

#[test]
fn values_that_cannot_stand_there() {
    let fill = |room| fill_address(&ROOM, &[("room", Some(room)), ("version", Some("1"))]);
    assert_eq!(fill("a/b").unwrap(), "rooms/a%2Fb/v1");
    assert_eq!(fill("{x}").unwrap(), "rooms/%7Bx%7D/v1");
    for room in ["", ".", ".."] {
        assert_eq!(fill(room).unwrap_err().parameter(), "room", "{room:?}");
    }
    assert_eq!(fill_address(&ROOM, &[("room", Some("a")), ("version", Some("3"))]).unwrap_err().parameter(), "version");
    assert_eq!(fill_address(&ROOM, &[("room", None), ("version", Some("2"))]).unwrap(), "rooms/{room}/v2");
    assert_eq!(fill_address(&ROOM, &[]).unwrap(), "rooms/{room}/v{version}");
}

const fn parameter(name: &'static str, location: Option<Location>, text: AddressText) -> ParameterInfo {
    ParameterInfo { name, values: &[], schema: None, location, text }
}

const fn channel(address: &'static str, parameters: &'static [ParameterInfo]) -> ChannelInfo {
    ChannelInfo { name: "c", address: Some(address), parameters, servers: &[], bindings: &[] }
}

static TOPIC: ChannelInfo = channel(
    "lights/{id}/{event}",
    &[
        parameter("id", Some(Location::Payload("/id")), AddressText::Plain("/+#")),
        parameter("event", None, AddressText::Plain("/+#")),
    ],
);
static SUBJECT: ChannelInfo = channel(
    "{a}.{b}-{b}{c}",
    &[
        parameter("a", None, AddressText::Plain("*")),
        parameter("b", None, AddressText::Plain("*")),
        parameter("c", None, AddressText::Strict),
    ],
);

#[test]
fn brokers_keep_text_as_it_is() {
    let fill = |id| fill_address(&TOPIC, &[("id", Some(id)), ("event", Some("on"))]);
    assert_eq!(fill("100%41 ä.b").unwrap(), "lights/100%41 ä.b/on");
    for id in ["a/b", "+", "a#", "{x}", "a\n"] {
        assert!(fill(id).is_err(), "{id:?}");
    }
}

#[test]
fn a_value_never_becomes_another_part() {
    let fill = |a, b, c| fill_address(&SUBJECT, &[("a", Some(a)), ("b", Some(b)), ("c", Some(c))]);
    assert_eq!(fill("x", "y", "z").unwrap(), "x.y-yz");
    assert_eq!(fill("x.y", "z", "w").unwrap_err().parameter(), "a");
    assert!(fill("x", "y-y", "z").is_err());
    assert!(fill("x", "y", "z w").is_err());
    // Who wrote `b` twice, differently, means no address of ours.
    assert!(match_address(&SUBJECT, "x.y-zz").is_none());
}

#[test]
fn what_is_open_comes_from_the_message() {
    let message = |payload: &'static str| RawMessage { payload: payload.into(), ..RawMessage::default() };
    let complete = |address: &str, payload| complete_address(&TOPIC, &address.to_owned().into(), &message(payload));
    assert_eq!(complete("lights/{id}/on", r#"{"id":"a"}"#).unwrap().unwrap(), "lights/a/on");
    assert_eq!(complete("lights/{id}/on", r#"{"id":7}"#).unwrap().unwrap(), "lights/7/on");
    assert_eq!(complete("lights/a/on", r#"{"id":"a"}"#), Ok(None));
    assert_eq!(complete("lights/a/on", r#"{}"#), Ok(None));
    for (address, payload, parameter) in [
        ("lights/{id}/on", r#"{}"#, "id"),
        ("lights/{id}/on", r#"{"id":"a/b"}"#, "id"),
        ("lights/{id}/{event}", r#"{"id":"a"}"#, "event"),
        ("lights/a/{event}", r#"{"id":"b"}"#, "id"),
        ("lights/a/on", r#"{"id":"b"}"#, "id"),
    ] {
        assert_eq!(complete(address, payload).unwrap_err().parameter(), parameter, "{address} {payload}");
    }
}

/// Whatever the values: the address is read back as they are, or there is none.
#[test]
fn random_values_come_back_or_are_refused() {
    let alphabet: Vec<char> = "ab./%{}+#*> -~?ä\u{0}\u{1f600}2F".chars().collect();
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state
    };
    let mut built = [0; 3];
    for _ in 0..20_000 {
        let mut text = || -> String {
            let length = next() % 4;
            (0..length).map(|_| alphabet[next() as usize % alphabet.len()]).collect()
        };
        let (a, b, c) = (text(), text(), text());
        for (at, channel) in [&ROOM, &TOPIC, &SUBJECT].into_iter().enumerate() {
            let texts = [&a, &b, &c];
            let values: Vec<_> =
                channel.parameters.iter().zip(texts).map(|(it, text)| (it.name, Some(text.as_str()))).collect();
            let Ok(address) = fill_address(channel, &values) else { continue };
            built[at] += 1;
            let found = match_address(channel, &address).unwrap();
            for (name, value) in values {
                assert_eq!(found.get(name), value, "{address}");
            }
        }
    }
    assert!(built.iter().all(|built| *built > 50), "{built:?}");
}

/// The peer waits at the address that it builds itself.
#[test]
fn a_reply_goes_where_the_protocol_has_the_parameters_of_the_request() {
    fn channel(name: &'static str, address: &'static str, text: AddressText) -> &'static ChannelInfo {
        let parameters = vec![ParameterInfo { name: "lamp", values: &[], schema: None, location: None, text }];
        let (address, parameters) = (Some(address), parameters.leak());
        Box::leak(Box::new(ChannelInfo { name, address, parameters, servers: &[], bindings: &[] }))
    }
    for text in [AddressText::Percent, AddressText::Plain("/+#"), AddressText::Strict] {
        let (asks, answers) =
            (channel("asks", "lamps/{lamp}/ask", text), channel("answers", "lamps/{lamp}/answer", text));
        let lamp = if text == AddressText::Strict { "a-1" } else { "ä b" };
        let fill = |channel| fill_address(channel, &[("lamp", Some(lamp))]).unwrap();
        let answered = crate::request::fixed_address(asks, answers, &fill(asks));
        assert_eq!(answered, Some(fill(answers)), "{text:?}");
    }
}
