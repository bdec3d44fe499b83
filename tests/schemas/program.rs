//! Asks a program of the [`kit`](crate::kit): JSON in, what became of it out.
//!
//! Invariant: each question has its answer, whatever the program does: one that dies or hangs is started again behind the
//! question that it died of.

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

/// How long an instance may take; none takes a hundredth of it.
pub(crate) const PATIENCE: Duration = Duration::from_secs(120);

/// What became of JSON.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Answer {
    /// It was not decoded, and why.
    Refused(String),
    /// It was decoded, and encoded as this; decoding and encoding that changes nothing.
    Written(String),
    /// It was decoded, and something else went wrong.
    Failed(String),
}

impl Answer {
    fn of(line: &str) -> Self {
        match line.split_once('\t').unwrap_or((line, "")) {
            ("refused", why) => Self::Refused(why.to_owned()),
            ("written", json) => Self::Written(json.to_owned()),
            ("unwritten", why) => Self::Failed(format!("decoded, but not encoded: {why}")),
            ("unread", why) => Self::Failed(format!("decoded, but what is encoded is not decoded again: {why}")),
            ("unstable", json) => Self::Failed(format!("what is encoded is encoded otherwise the next time: {json}")),
            ("panicked", _) => Self::Failed("the generated code panics".to_owned()),
            _ => Self::Failed(format!("the program says {line}")),
        }
    }
}

/// A question: the module, and JSON on one line.
pub(crate) type Question<'a> = (usize, &'a str);

/// The answers to `questions`, in their order. What takes longer than `patience` hangs.
pub(crate) fn ask(program: &Path, questions: &[Question<'_>], patience: Duration) -> Vec<Answer> {
    let file = program.with_extension("questions");
    let text: String = questions.iter().map(|(module, json)| format!("{module}\t{json}\n")).collect();
    std::fs::write(&file, text).expect("the questions are written");
    let mut answers: Vec<Answer> = Vec::with_capacity(questions.len());
    while answers.len() < questions.len() {
        let mut child = Command::new(program)
            .arg(&file)
            .arg(answers.len().to_string())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program starts");
        let lines = lines_of(&mut child);
        let end = loop {
            match lines.recv_timeout(patience) {
                Ok(line) => answers.push(Answer::of(&line)),
                Err(end) => break end,
            }
        };
        let _ = child.kill();
        let status = child.wait().expect("it ends");
        if answers.len() < questions.len() {
            answers.push(Answer::Failed(match end {
                RecvTimeoutError::Timeout => "the generated code does not come back".to_owned(),
                RecvTimeoutError::Disconnected => format!("the generated code ends the program: {status}"),
            }));
        }
    }
    answers
}

fn lines_of(child: &mut Child) -> Receiver<String> {
    let (send, lines) = channel();
    let out = BufReader::new(child.stdout.take().expect("its output"));
    std::thread::spawn(move || out.lines().map_while(Result::ok).try_for_each(|line| send.send(line)));
    lines
}
