use super::*;
use crate::diagnostic::{Diagnostic, Sink};

/// Reads a text with limits, and gives the tree in short, with what was found.
fn read_with(bytes: &[u8], limits: &Limits) -> (Sources, Option<Node>, Vec<Diagnostic>) {
    let mut sources = Sources::default();
    let mut sink = Sink::default();
    let node = read_text(&mut sources, "a.yaml", bytes, limits, &mut sink).map(|(_, node)| node);
    (sources, node, sink.into_sorted())
}

/// Reads a text without faults.
fn read(text: &str) -> Node {
    let (_, node, found) = read_with(text.as_bytes(), &Limits::default());
    assert!(found.is_empty(), "{found:?}");
    node.expect("a tree")
}

/// Reads a faulty text: what is left of it, the ids of the codes, and the texts that they point to.
fn faults(text: &str) -> (Option<String>, Vec<(&'static str, String)>) {
    let (sources, node, found) = read_with(text.as_bytes(), &Limits::default());
    let place =
        |span: Span| sources.get(span.file).expect("a file").text()[span.start as usize..span.end as usize].to_owned();
    (node.as_ref().map(short), found.iter().map(|fault| (fault.code.id, place(fault.label.span))).collect())
}

/// A tree in a short form of JSON; numbers and booleans as they are written.
fn short(node: &Node) -> String {
    match node.value() {
        Value::Null => "null".into(),
        Value::Bool(value) => value.to_string(),
        Value::Number(text) => text.to_string(),
        Value::String(text) => format!("{text:?}"),
        Value::Array(items) => format!("[{}]", items.iter().map(short).collect::<Vec<_>>().join(",")),
        Value::Object(object) => {
            let entries = object.iter().map(|(key, value)| format!("{}:{}", key.text, short(value)));
            format!("{{{}}}", entries.collect::<Vec<_>>().join(","))
        }
    }
}

/// The text of a node and of every key and value in it.
fn places(text: &str) -> Vec<String> {
    fn walk(node: &Node, text: &str, out: &mut Vec<String>) {
        out.push(text[node.span().start as usize..node.span().end as usize].to_owned());
        for item in node.as_array().unwrap_or_default() {
            walk(item, text, out);
        }
        for (key, value) in node.as_object().into_iter().flat_map(Object::iter) {
            out.push(text[key.span.start as usize..key.span.end as usize].to_owned());
            walk(value, text, out);
        }
    }
    let mut out = Vec::new();
    walk(&read(text), text, &mut out);
    out
}

#[test]
fn yaml_is_read() {
    for (text, tree) in [
        ("a: 1\nb: [x, {y: z}]\n", r#"{a:1,b:["x",{y:"z"}]}"#),
        ("- 1.0\n- 010\n- 0x1F\n- .inf\n- 1e3\n- '1'\n", r#"[1.0,010,0x1F,.inf,1e3,"1"]"#),
        ("- yes\n- off\n- 2026-11-21\n- True\n- ~\n-\n", r#"["yes","off","2026-11-21",true,null,null]"#),
        ("a: |\n  x\n  y\nb: >-\n  x\n  y\n", r#"{a:"x\ny\n",b:"x y"}"#),
        ("a: \"\\u00e9\\x41\\n\"\n", r#"{a:"éA\n"}"#),
        ("200: a\ntrue: b\nnull: c\n~: d\n'': e\n", r#"{200:"a",true:"b",null:"c",~:"d",:"e"}"#),
        ("? a\n: b\n", r#"{a:"b"}"#),
        (
            "a: !!str 1\nb: !!int '3'\nc: !!float 1\nd: ! 2\ne: !!null ''\nf: !!bool 'true'\n",
            r#"{a:"1",b:3,c:1,d:"2",e:null,f:true}"#,
        ),
        ("a: !!map {}\nb: !!seq []\nc: !<tag:yaml.org,2002:str> 1\n", r#"{a:{},b:[],c:"1"}"#),
        ("%YAML 1.2\n--- # here\na: 1\n...\n", "{a:1}"),
        ("\u{feff}a: 1\r\nb: |\r\n  x\r\n  y\r\n", r#"{a:1,b:"x\ny\n"}"#),
        ("[a: 1, b: 2]", "[{a:1},{b:2}]"),
        ("text", r#""text""#),
    ] {
        assert_eq!(short(&read(text)), tree, "{text}");
    }
}

#[test]
fn json_is_read() {
    let text = "\t{\n\t\"a\": \"x\\/y\\ud83d\\ude00\\t\\b\\f\",\"b\"\n:\n[1,-2.50E+1 ,true,false,null],\t\"\":{},\r\n\"<\\u003c\":\"# - : , [\"}\n";
    assert_eq!(short(&read(text)), r##"{a:"x/y😀\t\u{8}\u{c}",b:[1,-2.50E+1,true,false,null],:{},<<:"# - : , ["}"##);
    let long = format!("{{\"{}\": \"{}\"}}", "k".repeat(5_000), "v".repeat(100_000));
    assert_eq!(read(&long).as_object().expect("an object").len(), 1);
}

#[test]
fn spans_are_exact() {
    assert_eq!(
        places("ключ: 'значение'\nlist:\n  - \"é\"\n  - {a: [1], b: }\n"),
        [
            "ключ: 'значение'\nlist:\n  - \"é\"\n  - {a: [1], b: }",
            "ключ",
            "'значение'",
            "list",
            // A block sequence goes from its first item, without the dash, to its last.
            "\"é\"\n  - {a: [1], b: }",
            "\"é\"",
            "{a: [1], b: }",
            "a",
            "[1]",
            "1",
            "b",
            ""
        ]
    );
    assert_eq!(places("a: |\n  x\n  y\n\n# c\nb: 1\n")[2], "x\n  y");
    assert_eq!(places("a: one\n  two\nb: 1\n")[2], "one\n  two");
}

#[test]
fn aliases_share_their_value() {
    let node = read("a: &x {k: 1}\nb: *x\nc: [*x, &y text, *y]\n*y : 5\n");
    assert_eq!(short(&node), r#"{a:{k:1},b:{k:1},c:[{k:1},"text","text"],text:5}"#);
    assert!(node.get("a").zip(node.get("b")).is_some_and(|(a, b)| a.same(b)));
    assert_eq!(short(&read("a: &x 1\nb: *x\nc: &x 2\nd: *x\n")), "{a:1,b:1,c:2,d:2}");
    assert_eq!(short(&read("a: &x\nb: *x\n")), "{a:null,b:null}");
}

#[test]
fn an_object_that_ends_in_an_alias_ends_there() {
    assert_eq!(places("a: &x 1\nb:\n  c: *x\n")[4], "c: *x");
}

#[test]
fn merge_keys_merge() {
    for (text, tree) in [
        ("a: &a {x: 1, y: 2}\nb:\n  <<: *a\n  y: 3\n", "{a:{x:1,y:2},b:{x:1,y:3}}"),
        ("a: &a {x: 1}\nb: &b {x: 2, y: 2}\nc:\n  z: 0\n  <<: [*a, *b]\n", "{a:{x:1},b:{x:2,y:2},c:{z:0,x:1,y:2}}"),
        ("c:\n  x: 0\n  <<: {x: 1, y: 1}\n  <<: {y: 2, z: 2}\n  w: 3\n", "{c:{x:0,y:1,z:2,w:3}}"),
        ("a: &a {x: 1}\nb: &b\n  <<: *a\n  y: 2\nc:\n  <<: *b\n", "{a:{x:1},b:{x:1,y:2},c:{x:1,y:2}}"),
        ("'<<': {x: 1}\n\"a\": {<<: []}\n", "{<<:{x:1},a:{}}"),
    ] {
        assert_eq!(short(&read(text)), tree, "{text}");
    }
    let merged = read("a: &a {x: 1}\nb: {<<: *a}\n");
    let key = |of: &str| merged.get(of).and_then(|b| b.as_object()?.entry("x")).map(|(key, _)| key.span);
    assert_eq!(key("a"), key("b"));
}

#[test]
fn large_objects_find_their_keys() {
    let text: String = (0..1_000).map(|n| format!("key{n}: {n}\n")).collect();
    let node = read(&text);
    assert!((0..1_000).all(|n| node.get(&format!("key{n}")).and_then(Node::as_integer) == Some(n)));
    let (tree, found) = faults(&format!("{text}key7: again\n"));
    assert_eq!(found, [("A0004", "key7".to_owned())]);
    assert!(tree.is_some_and(|tree| tree.contains("key7:7,") && !tree.contains("again")));
}

#[test]
fn what_is_not_at_fault_is_kept() {
    for (text, tree, found) in [
        ("a: 1\na: 2\nb: 3\n", "{a:1,b:3}", ("A0004", "a")),
        ("1: a\n'1': b\n", r#"{1:"a"}"#, ("A0004", "'1'")),
        ("a: 1\nb: *x\nc: 2\n", "{a:1,c:2}", ("A0009", "*x")),
        ("*x : 1\nc: 2\n", "{c:2}", ("A0009", "*x")),
        ("a: &x [1, *x]\n", "{a:[1]}", ("A0010", "*x")),
        ("? [a, b]\n: c\nd: 1\n", "{d:1}", ("A0011", "[a, b]")),
        ("a: &x {}\n*x : c\nd: 1\n", "{a:{},d:1}", ("A0011", "*x")),
        ("<<: 1\nd: 1\n", "{d:1}", ("A0012", "1")),
        ("a: !!int x\n", r#"{a:"x"}"#, ("A0013", "!!int")),
        ("a: !x 1\n", "{a:1}", ("A0014", "!x")),
        ("a: 1\n---\nb: [\n", "{a:1}", ("A0006", "---")),
    ] {
        let (code, place) = found;
        assert_eq!(faults(text), (Some(tree.to_owned()), vec![(code, place.to_owned())]), "{text}");
    }
}

#[test]
fn what_is_not_text_is_refused() {
    for (bytes, part) in [
        (&b"\xff\xfea\0"[..], "UTF-16"),
        (b"\xfe\xff\0a", "UTF-16"),
        (b"a\0:\0", "UTF-16"),
        (b"\0a\0:", "UTF-16"),
        (b"\xff\xfe\0\0a\0\0\0", "UTF-32"),
        (b"\0\0\0a", "UTF-32"),
        (b"a: \xe9\n", "0xE9"),
    ] {
        let (_, node, found) = read_with(bytes, &Limits::default());
        assert!(node.is_none() && found.len() == 1 && found[0].message.contains(part), "{found:?}");
    }
    let (sources, _, found) = read_with(b"\xef\xbb\xbfa: \xc3\xa9\xe9\n", &Limits::default());
    assert_eq!(
        sources.get(found[0].label.span.file).map(|file| file.position(found[0].label.span.start)),
        Some((1, 5))
    );
}

#[test]
fn limits_hold() {
    let limits = Limits { bytes: 1_000, nodes: 20, depth: 5 };
    let code = |text: &str| {
        let (_, node, found) = read_with(text.as_bytes(), &limits);
        assert_eq!(node.is_none(), !found.is_empty());
        found.first().map(|fault| fault.code.id)
    };
    assert_eq!(code(&"#".repeat(1_001)), Some("A0002"));
    assert_eq!(code("[[[[[1]]]]]"), None);
    assert_eq!(code("[[[[[[]]]]]]"), Some("A0007"));
    assert_eq!(code("- - - - - 1\n"), None);
    assert_eq!(code("- - - - - - 1\n"), Some("A0007"));
    assert_eq!(code("- &a [[]]\n- [[*a]]\n"), None);
    assert_eq!(code("- &a [[]]\n- [[[*a]]]\n"), Some("A0007"));
    assert_eq!(code("[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19]"), None);
    assert_eq!(code("[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20]"), Some("A0008"));
    assert_eq!(code("- &a [1,2,3,4]\n- &b [*a,*a]\n"), None);
    assert_eq!(code("- &a [1,2,3,4]\n- &b [*a,*a]\n- *b\n"), Some("A0008"));
}

#[test]
fn depth_at_the_default_limit_is_read_and_dropped() {
    let deep = Limits::default().depth;
    assert!(read_with(format!("{}{}", "[".repeat(deep), "]".repeat(deep)).as_bytes(), &Limits::default()).1.is_some());
    for text in ["[".repeat(1_000_000), "- ".repeat(1_000_000), "{a: ".repeat(1_000_000), "? ".repeat(1_000_000)] {
        let (_, node, found) = read_with(text.as_bytes(), &Limits::default());
        assert!(node.is_none() && found.iter().any(|fault| fault.code.id == "A0007"), "{found:?}");
    }
}

#[test]
fn a_flood_of_faults_is_cut() {
    let (_, _, found) = read_with("a: *b\n".repeat(100_000).as_bytes(), &Limits::default());
    assert!(found.len() <= 1_000);
}
