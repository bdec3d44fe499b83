use super::*;
use crate::diagnostic::catalogue::read;
use crate::source::{FileId, Span};

fn file(text: &str) -> (Sources, FileId) {
    let mut sources = Sources::default();
    let id = sources.add("chat.yaml", text);
    (sources, id)
}

/// The place of `part` in `text`.
fn place(file: FileId, text: &str, part: &str) -> Span {
    let start = text.find(part).expect("the part is in the text");
    let offset = |at: usize| u32::try_from(at).expect("short");
    Span { file, start: offset(start), end: offset(start + part.len()) }
}

/// Renders one label at `part`, and gives the line of the document and the line of the marks.
fn snippet(text: &str, part: &str) -> (String, String) {
    let (sources, id) = file(text);
    let rendered = render(&sources, &Diagnostic::new(&read::SYNTAX, place(id, text, part), "wrong"));
    let lines: Vec<&str> = rendered.lines().collect();
    assert_eq!(lines.len(), 5, "{rendered}");
    (lines[3].to_owned(), lines[4].to_owned())
}

#[test]
fn the_form_is_the_one_of_the_design() {
    let mut text = "\n".repeat(41);
    text.push_str("      - $ref: '#/channels/chat/messages/hello'\n");
    let (sources, id) = file(&text);
    let span = place(id, &text, "'#/channels/chat/messages/hello'");
    let diagnostic = Diagnostic::new(&read::SYNTAX, span, "operation `sendMessage` refers to a message")
        .label("not defined")
        .help("did you mean `#/channels/chat/messages/chatMessage`?");
    let expected = "\
error: asyncapi[A0003]: operation `sendMessage` refers to a message
  --> chat.yaml:42:15
   |
42 |       - $ref: '#/channels/chat/messages/hello'
   |               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ not defined
   = help: did you mean `#/channels/chat/messages/chatMessage`?";
    assert_eq!(render(&sources, &diagnostic), expected);
    assert_eq!(format!("error: {}", render_bare(&sources, &diagnostic)), expected);
}

#[test]
fn related_places_follow_with_their_own_lines() {
    let text = "chat: 1\n\n\n\n\n\n\n\n\nchat: 2\n";
    let (sources, id) = file(text);
    let second = Span { file: id, start: 16, end: 20 };
    let diagnostic = Diagnostic::new(&read::DUPLICATE_KEY, second, "key `chat` stands twice")
        .label("second")
        .related(place(id, text, "chat"), "first")
        .help("two\nlines");
    let expected = "\
error: asyncapi[A0004]: key `chat` stands twice
  --> chat.yaml:10:1
   |
10 | chat: 2
   | ^^^^ second
  ::: chat.yaml:1:1
   |
 1 | chat: 1
   | ---- first
   = help: two
           lines";
    assert_eq!(render(&sources, &diagnostic), expected);
}

#[test]
fn marks_stand_below_what_they_mark() {
    for (text, part, line, marks) in [
        ("\tkey: value", "value", "1 |     key: value", "  |          ^^^^^"),
        ("キー: 値", "値", "1 | キー: 値", "  |       ^^"),
        ("e\u{301}: x", "x", "1 | e\u{301}: x", "  |    ^"),
        ("a: [x,\n  y]", "[x,\n  y]", "1 | a: [x,", "  |    ^^^"),
        ("a: b\r\nc", "a: b\r\nc", "1 | a: b", "  | ^^^^"),
        ("a\u{1b}[31m: b", "b", "1 | a\u{FFFD}[31m: b", "  |         ^"),
        ("a\u{202e}: b", "b", "1 | a\u{FFFD}: b", "  |     ^"),
    ] {
        assert_eq!(snippet(text, part), (line.to_owned(), marks.to_owned()), "{text:?}");
    }
}

#[test]
fn a_place_without_text_is_shown() {
    let (sources, id) = file("");
    let empty = Diagnostic::new(&read::EMPTY, Span::start_of(id), "empty");
    assert_eq!(render(&sources, &empty), "error: asyncapi[A0005]: empty\n --> chat.yaml:1:1");
    let (sources, id) = file("a:\n");
    let end = Diagnostic::new(&read::SYNTAX, Span { file: id, start: 3, end: 3 }, "end");
    assert_eq!(render(&sources, &end), "error: asyncapi[A0003]: end\n --> chat.yaml:2:1\n  |\n2 |\n  | ^");
    let beyond = Diagnostic::new(&read::SYNTAX, Span { file: id, start: 90, end: 99 }, "beyond");
    assert!(render(&sources, &beyond).ends_with("2 |\n  | ^"));
}

#[test]
fn long_lines_are_cut_around_the_span() {
    let text = format!("{}needle{}", "a".repeat(1_000_000), "b".repeat(1_000_000));
    let (line, marks) = snippet(&text, "needle");
    assert!(line.starts_with("1 | …aaa") && line.ends_with("bbb…") && line.chars().count() <= WIDTH + 6, "{line}");
    assert_eq!(line.find("needle").map(|at| at - '…'.len_utf8() + 1), marks.find('^'));
    let (line, marks) = snippet(&text, &text);
    assert!(line.chars().count() <= WIDTH + 6 && marks.chars().count() <= WIDTH + 6);
    let (line, _) = snippet(&format!("{}needle", "a".repeat(500)), "needle");
    assert!(line.ends_with("aneedle"), "{line}");
    let (line, _) = snippet(&format!("needle{}", "é".repeat(500)), "needle");
    assert!(line.starts_with("1 | needleé") && line.ends_with('…'), "{line}");
}

#[test]
fn names_from_the_document_stay_on_their_line() {
    let (sources, id) = file("a: b");
    let diagnostic = Diagnostic::new(&read::SYNTAX, Span::start_of(id), "key `a\nb\u{1b}`").label("x\ny");
    let rendered = render(&sources, &diagnostic);
    assert!(rendered.starts_with("error: asyncapi[A0003]: key `a\\nb\u{FFFD}`\n"), "{rendered}");
    assert!(rendered.ends_with("^ x\\ny"), "{rendered}");
}

#[test]
fn colours_change_nothing_else() {
    let (sources, id) = file("a: …b\n");
    let diagnostic = Diagnostic::new(&read::SYNTAX, place(id, "a: …b", "…"), "wrong").label("here").help("mend it");
    let colored = render_colored(&sources, &diagnostic);
    assert!(
        colored.starts_with("\u{1b}[1;31merror\u{1b}[0m: \u{1b}[1masyncapi[A0003]: wrong\u{1b}[0m\n"),
        "{colored:?}"
    );
    let mut plain = colored;
    for code in ["1;31", "1;34", "1", "0"] {
        plain = plain.replace(&format!("\u{1b}[{code}m"), "");
    }
    assert_eq!(plain, render(&sources, &diagnostic));
    assert!(plain.contains("1 | a: …b\n"), "{plain}");
    let warning = render_as(Severity::Warning, false, &sources, &diagnostic);
    assert_eq!(warning.strip_prefix("warning"), plain.strip_prefix("error"));
}
