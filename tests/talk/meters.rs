//! Parameters with schemas and a `location`, in memory: what may stand in an address, and what is left open.

use std::time::Duration;

use asyncapi_runtime::SendErrorKind;
use asyncapi_runtime::memory::Hub;

mod device {
    asyncapi_runtime::asyncapi!("talk/documents/meters.yaml");
}

mod readers {
    asyncapi_runtime::asyncapi!(spec = "talk/documents/meters.yaml", side = counterpart, types = super::device);
}

use device::Reading;
use device::meters_meter_number_kind::{OpenParameters, Parameters};

fn at(meter: &str, number: &str, kind: &str) -> Parameters {
    Parameters { meter: meter.into(), number: number.into(), kind: kind.into() }
}

fn reading(meter: &str) -> Reading {
    Reading { meter: meter.into() }
}

#[test]
fn addresses_have_what_the_schemas_allow() {
    for parameters in [at("ab-1", "1", "gas"), at("a-123456", "70000000000000000000", "ü ü")] {
        let address = parameters.address().unwrap();
        assert_eq!(Parameters::from_address(&address), Some(parameters), "{address}");
    }
    for (parameters, name, rule) in [
        (at("1", "1", "gas"), "meter", "pattern"),
        (at("abcdef-12", "1", "gas"), "meter", "maxLength"),
        (at("a-1", "0", "gas"), "number", "minimum"),
        (at("a-1", "one", "gas"), "number", "type"),
        (at("a-1", "1.5", "gas"), "number", "type"),
        (at("a-1", " 1", "gas"), "number", "type"),
        (at("a-1", "1", "g"), "kind", "minLength"),
        (at("a-1", "1", "none"), "kind", "not"),
    ] {
        let error = parameters.address().unwrap_err();
        let text = error.to_string();
        assert_eq!(error.parameter(), name, "{text}");
        assert!(text.contains(&format!("`{name}`")) && text.contains(rule), "{text}");
        let address = format!("meters/{}/{}/{}", parameters.meter, parameters.number, parameters.kind);
        assert_eq!(Parameters::from_address(&address), None, "{address}");
    }
}

#[tokio::test]
async fn what_is_open_takes_all_that_fits() {
    let hub = Hub::new();
    let sender = device::Client::connect(device::servers::Broker::memory(&hub)).await.unwrap();
    let reader = readers::Client::connect(readers::servers::Broker::memory(&hub)).await.unwrap();
    let other = readers::meters_meter_number_kind::OpenParameters { kind: Some("gas".into()), ..Default::default() };
    let mut gas = reader.meters_meter_number_kind(other).subscribe().await.unwrap();
    let all = readers::meters_meter_number_kind::OpenParameters::default();
    let mut all = reader.meters_meter_number_kind(all).subscribe().await.unwrap();

    // The message says which meter it is of.
    let open = OpenParameters { number: Some("1".into()), kind: Some("gas".into()), meter: None };
    sender.meters_meter_number_kind(open.clone()).read(&reading("a-1")).await.unwrap();
    sender.meters_meter_number_kind(at("b-2", "7", "water")).read(&reading("b-2")).await.unwrap();
    sender.meters_meter_number_kind(at("b-2", "7", "gas")).read(&reading("b-2")).await.unwrap();

    macro_rules! heard {
        ($messages:ident) => {{
            let readers::meters_meter_number_kind::Message::Reading(found) = $messages.next().await.unwrap();
            found.meter
        }};
    }
    assert_eq!([heard!(gas), heard!(gas)], ["a-1", "b-2"]);
    assert_eq!([heard!(all), heard!(all), heard!(all)], ["a-1", "b-2", "b-2"]);

    // What the message says must be what may stand there, and what the address says.
    let refused = [
        (open, reading("A-1"), "pattern"),
        (at("a-1", "1", "gas").into(), reading("b-2"), "is not what the message itself says"),
        (OpenParameters::default(), reading("a-1"), "is open"),
    ];
    for (parameters, message, why) in refused {
        let error = sender.meters_meter_number_kind(parameters).read(&message).await.unwrap_err();
        assert_eq!(error.kind(), SendErrorKind::Invalid, "{error}");
        assert!(error.to_string().contains(why), "{error}");
    }
    let nothing = tokio::time::timeout(Duration::from_millis(50), all.next()).await;
    assert!(nothing.is_err(), "what is refused is not sent");
}
