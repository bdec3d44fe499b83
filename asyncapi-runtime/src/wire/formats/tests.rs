use super::is;

const FORMATS: &[&str] = &[
    "date-time",
    "date",
    "time",
    "duration",
    "uuid",
    "email",
    "idn-email",
    "hostname",
    "idn-hostname",
    "ipv4",
    "ipv6",
    "uri",
    "iri",
    "uri-reference",
    "iri-reference",
    "uri-template",
    "json-pointer",
    "relative-json-pointer",
    "regex",
    "content:base64",
    "content:json",
    "content:base64:json",
];

#[test]
fn formats_that_the_suite_of_draft_07_does_not_have() {
    for (format, good, bad) in [
        (
            "uuid",
            &[
                "2eb8aa08-aa98-11ea-b4aa-73b441d16380",
                "2EB8AA08-AA98-11EA-B4AA-73B441D16380",
                "00000000-0000-0000-0000-000000000000",
            ][..],
            &[
                "",
                "2eb8aa08-aa98-11ea-b4aa-73b441d1638",
                "2eb8aa08aa9811eab4aa73b441d16380",
                "2eb8-aa08-aa98-11ea-b4aa73b44-1d16380",
                "{eb8aa08-aa98-11ea-b4aa-73b441d16380",
            ][..],
        ),
        (
            "duration",
            &["P4DT12H30M5S", "P4Y", "PT0S", "P0D", "P1M", "PT1M", "PT36H", "P1DT12H", "P2W", "P1Y2M3D"],
            &[
                "", "P", "PT", "4Y", "P1YT", "PT1D", "P2S", "P1D2H", "P1Y2D", "PT1H2S", "P1Y2W", "P2W1D", "P١Y", "P1",
                "PT1", "P-1D", "P1Y1Y",
            ],
        ),
        ("content:base64", &["", "eyJmb28iOiAiYmFyIn0K"], &["eyJmb28iOi%iYmFyIn0K", "Zg"]),
        ("content:json", &["{}", " 1 ", "\"\""], &["", "{:}", "1 2"]),
        ("content:base64:json", &["e30="], &["e2==", "ezp9Cg==", "{}", "/w=="]),
        ("unknown", &["anything"], &[]),
    ] {
        for text in good {
            assert!(is(text, format), "{text:?} is of {format}");
        }
        for text in bad {
            assert!(!is(text, format), "{text:?} is not of {format}");
        }
    }
}

#[test]
fn labels_are_in_normal_form_c() {
    for (name, fits) in [
        ("café", true),
        ("cafe\u{301}", false),
        // Composes across a mark of a lower class, and not across one of the same.
        ("a\u{323}\u{302}", false),
        ("ạ\u{302}", false),
        ("q\u{323}\u{307}", true),
        ("q\u{307}\u{323}", false),
        ("が", true),
        ("か\u{3099}", false),
        ("각", true),
    ] {
        assert_eq!(is(name, "idn-hostname"), fits, "{name:?}");
    }
}

#[test]
fn texts_of_any_size_are_told_at_once() {
    for unit in
        ["a", "é", "a.", "%41", "(", "[a]", "\\p{L}", "~0/", "{a}", "1:", "\u{94D}\u{200C}", "@", "P1D", "(?<a>"]
    {
        let text = unit.repeat(1_000_000 / unit.len());
        for format in FORMATS {
            is(&text, format);
        }
    }
}
