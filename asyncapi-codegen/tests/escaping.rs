//! References with keys that are not escaped: each is reported at its place, with what it should be, wherever it stands.

#![allow(clippy::expect_used, clippy::panic, reason = "a test")]

use asyncapi_codegen::document::{InMemory, LoadOptions};
use asyncapi_codegen::engine::check;
use asyncapi_codegen::options::Options;

const DOCUMENT: &str = "asyncapi: 3.1.0
info: { title: A, version: '1' }
servers:
  eu/west: { host: h, protocol: ws }
channels:
  user/signed/up:
    address: a
    servers: [{ $ref: 'SERVER' }]
    messages:
      m/1: { $ref: 'MESSAGE' }
      m~2: { payload: { type: string } }
operations:
  a:
    action: send
    channel: { $ref: 'CHANNEL' }
    messages: [{ $ref: 'OWN' }]
    reply:
      channel: { $ref: 'REPLY' }
components:
  messages:
    m/1: { payload: { $ref: 'SCHEMA' } }
  schemas:
    a/b:
      type: object
      properties:
        x/y: { type: string }
";

/// The places, and what is right there.
const RIGHT: [(&str, &str); 6] = [
    ("SERVER", "#/servers/eu~1west"),
    ("MESSAGE", "#/components/messages/m~11"),
    ("CHANNEL", "#/channels/user~1signed~1up"),
    ("OWN", "#/channels/user~1signed~1up/messages/m~11"),
    ("REPLY", "#/channels/user~1signed~1up"),
    ("SCHEMA", "#/components/schemas/a~1b/properties/x~1y"),
];

/// The findings' codes and advice with `reference` at `place`.
fn said(place: &str, reference: &str) -> Vec<(&'static str, String)> {
    let text = RIGHT.iter().fold(DOCUMENT.to_owned(), |text, (known, right)| {
        text.replace(known, if *known == place { reference } else { right })
    });
    let mut files = InMemory::default().with("asyncapi.yaml", text.as_str());
    let checked = check("asyncapi.yaml", &mut files, &Options::default(), &LoadOptions::default());
    let found = checked.findings.iter().map(|found| (found.diagnostic.code.id, found.diagnostic.help.join("; ")));
    found.filter(|(code, _)| code.starts_with("A01")).collect()
}

#[test]
fn what_is_escaped_is_right() {
    assert_eq!(said("", ""), []);
}

#[test]
fn keys_without_escapes_are_mended_wherever_they_stand() {
    for (place, right) in RIGHT {
        // As it is typed, as a URI has it, and with some of the keys escaped.
        let plain = right.replace("~1", "/");
        for wrong in [plain, right.replace("~1", "%2F"), right.replacen("~1", "/", 1)] {
            let said = said(place, &wrong);
            let [(code, help)] = said.as_slice() else { panic!("{place} {wrong}: {said:?}") };
            assert_eq!(*code, "A0114", "{place} {wrong}");
            assert!(help.ends_with(&format!("`{right}`")), "{place} {wrong}: {help}");
        }
    }
}

#[test]
fn misspelt_keys_are_suggested_escaped() {
    for (place, right, wrong) in [
        ("CHANNEL", "#/channels/user~1signed~1up", "#/channels/user~1singed~1up"),
        ("CHANNEL", "#/channels/user~1signed~1up", "#/channels/user/singed/up"),
        ("CHANNEL", "#/channels/user~1signed~1up", "#/channels/user%2Fsinged%2Fup"),
        ("SERVER", "#/servers/eu~1west", "#/servers/eu/wset"),
        ("SCHEMA", "#/components/schemas/a~1b/properties/x~1y", "#/components/schemas/a~1b/propertys/x~1y"),
        ("OWN", "#/channels/user~1signed~1up/messages/m~11", "#/channels/user~1signed~1up/messages/m1"),
    ] {
        let said = said(place, wrong);
        let [(code, help)] = said.as_slice() else { panic!("{place} {wrong}: {said:?}") };
        assert!(["A0103", "A0104"].contains(code), "{place} {wrong}: {code}");
        assert!(help.contains(&format!("`{right}`")), "{place} {wrong}: {help}");
    }
}

#[test]
fn a_tilde_of_its_own_is_mended() {
    let said = said("OWN", "#/channels/user~1signed~1up/messages/m~2");
    assert_eq!(said.len(), 1, "{said:?}");
    assert!(said.iter().all(|(code, help)| *code == "A0114" && help.contains("`m~02`")), "{said:?}");
}
