//! The program that runs the examples, and what its answers are worth.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::process::Command;

use serde_json::Value;

use crate::compare::same;
use crate::compile::{Built, module};
use crate::documents::{Generated, Generation, SIDES};
use crate::examples::Question;

const PROGRAM: &str = r#"//! Runs examples through the code of their documents.
use asyncapi_runtime::__private::v0 as rt;
use asyncapi_runtime::wire::{Wire, decode, encode};
use asyncapi_runtime::{EncodeError, RawMessage};

fn main() {
    let questions = std::fs::read_to_string(std::env::args().nth(1).expect("a file")).expect("questions");
    std::panic::set_hook(Box::new(|_| ()));
    for line in questions.lines() {
        let mut cells = line.split('\t').map(|cell| cell.replace("\\t", "\t").replace("\\n", "\n").replace("\\b", "\\"));
        let entry: usize = cells.next().expect("an entry").parse().expect("a number");
        let mut raw = RawMessage::new("", cells.next().expect("a payload"));
        while let (Some(name), Some(value)) = (cells.next(), cells.next()) {
            raw.headers.append(name, value);
        }
        let answer = std::panic::catch_unwind(|| ask(entry, &raw)).unwrap_or_else(|_| "panicked\t".to_owned());
        println!("{}", answer.replace(['\n', '\r'], " "));
    }
}

#[allow(dead_code)]
fn written(key: &str, encoded: Result<RawMessage, EncodeError>) -> String {
    match encoded {
        Err(error) => format!("unwritten\t{error}"),
        Ok(raw) => {
            let headers: Vec<String> =
                raw.headers.iter().map(|(name, value)| format!("{name}={}", value.as_str().unwrap_or_default())).collect();
            format!("written\t{key}\t{}\t{}", String::from_utf8_lossy(&raw.payload), headers.join("\t"))
        }
    }
}

#[allow(dead_code)]
fn wire<T: Wire>(raw: &RawMessage) -> String {
    let value = match decode::<T>(&raw.payload) {
        Err(error) => return format!("refused\t{error}"),
        Ok(value) => value,
    };
    match encode(&value) {
        Err(error) => format!("unwritten\t{error}"),
        Ok(text) => format!("written\t\t{}", String::from_utf8_lossy(&text)),
    }
}

fn ask(entry: usize, raw: &RawMessage) -> String {
    match entry {
"#;

/// The program of all documents that talk.
pub(crate) fn program(all: &[Generated], without: &BTreeMap<usize, String>) -> String {
    let mut text = PROGRAM.to_owned();
    let mut number = 0;
    for (at, side, generation) in sides(all) {
        for entry in &generation.talk.entries {
            if !without.contains_key(&at) && !generation.talk.questions.is_empty() {
                writeln!(text, "        {number} => {},", entry.replace("MODULE", &module(at, side))).unwrap();
            }
            number += 1;
        }
    }
    text + "        _ => { let _ = raw; \"absent\\t\".to_owned() }\n    }\n}\n"
}

/// Each side of each document, with both their indices.
fn sides(all: &[Generated]) -> impl Iterator<Item = (usize, usize, &Generation)> {
    all.iter().enumerate().flat_map(|(at, one)| {
        let sides = one.sides.as_ref().ok().map(|sides| sides.iter().enumerate());
        sides.into_iter().flatten().map(move |(side, generation)| (at, side, generation))
    })
}

/// Asks all questions, prints what was counted, and gives what is wrong.
pub(crate) fn run(all: &[Generated], built: &Built) -> Vec<String> {
    let mut first = 0;
    let mut questions: Vec<(String, usize, &Question)> = Vec::new();
    let mut passed_over: BTreeMap<&str, usize> = BTreeMap::new();
    for (at, side, generation) in sides(all) {
        generation.talk.passed_over.iter().for_each(|why| *passed_over.entry(why).or_default() += 1);
        if !built.faults.contains_key(&at) {
            let name = format!("{} ({})", all[at].path, SIDES[side].0);
            questions.extend(generation.talk.questions.iter().map(|it| (name.clone(), first + it.entry, it)));
        }
        first += generation.talk.entries.len();
    }
    let file = built.program.with_extension("questions");
    let escaped = |text: &str| text.replace('\\', "\\b").replace('\t', "\\t").replace('\n', "\\n");
    let mut text = String::new();
    for (_, entry, question) in &questions {
        write!(text, "{entry}\t{}", escaped(&question.payload)).unwrap();
        for (name, value) in &question.headers {
            write!(text, "\t{}\t{}", escaped(name), escaped(value)).unwrap();
        }
        text.push('\n');
    }
    std::fs::write(&file, text).unwrap();
    let output = Command::new(&built.program).arg(&file).output().unwrap();
    let answers = String::from_utf8_lossy(&output.stdout);
    let answers: Vec<&str> = answers.lines().collect();
    let mut counted: BTreeMap<&str, usize> = BTreeMap::new();
    let mut faults = Vec::new();
    for (at, (name, _, question)) in questions.iter().enumerate() {
        match judge(question, answers.get(at).copied().unwrap_or("the program ended")) {
            Ok(kind) => *counted.entry(kind).or_default() += 1,
            Err(why) => faults.push(format!("{name}: {}: {why}", question.what)),
        }
    }
    println!("examples {}: {counted:?}, {} wrong; passed over: {passed_over:?}", questions.len(), faults.len());
    faults
}

fn judge(question: &Question, answer: &str) -> Result<&'static str, String> {
    let mut cells = answer.split('\t');
    if cells.next() != Some("written") {
        return Err(answer.to_owned());
    }
    let (picked, written) = (cells.next().unwrap_or_default(), cells.next().unwrap_or_default());
    let headers: Vec<&str> = cells.collect();
    if let Some(message) = question.message.as_deref().filter(|message| *message != picked) {
        let payload = if question.text {
            Value::from(&*question.payload)
        } else {
            serde_json::from_str(&question.payload).unwrap_or_default()
        };
        let fits =
            question.others.iter().any(|(key, schema)| key == picked && schema.accepts("", &payload) == Some(true));
        return if fits {
            Ok("picked another that fits, too")
        } else {
            Err(format!("`{picked}` in the place of `{message}`"))
        };
    }
    let lacks = |(name, value): &&(String, String)| {
        !headers.iter().any(|it| it.eq_ignore_ascii_case(&format!("{name}={value}")))
    };
    // What the schema of the headers does not name is not kept, and times have a normal form: names are compared.
    let named = |(name, _): &&(String, String)| headers.iter().any(|it| it.split('=').next() == Some(name));
    if let Some((name, value)) =
        question.headers.iter().filter(named).find(|it| lacks(it) && value_differs(it, &headers))
    {
        return Err(format!("header {name}: {value}, written as {headers:?}"));
    }
    if question.text || question.payload.is_empty() {
        return if written == question.payload { Ok("the same") } else { Err(format!("written as {written}")) };
    }
    same(&question.schema, &question.payload, written)
        .map(|used| if used.is_empty() { "the same" } else { "the same by rules" })
}

/// Whether a header's value is another one as JSON, too: `1.0` is `1`.
fn value_differs((name, value): &(String, String), headers: &[&str]) -> bool {
    let written = headers.iter().find_map(|it| it.strip_prefix(name.as_str())?.strip_prefix('=')).unwrap_or_default();
    let (one, other) = (value.parse::<f64>(), written.parse::<f64>());
    let times = value.get(..10) == written.get(..10) && value.contains('T') && written.contains('T');
    !(times || one.is_ok() && one == other)
}
