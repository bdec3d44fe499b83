//! Both ends against the cases of the Autobahn test suite, as `kosoku` (PyPI) drives them: its fuzzing client against our
//! listener, our client against its fuzzing server.
//!
//! `KOSOKU` names the program; else it is looked for in `target/autobahn/venv`, where `.ci/run` installs it. Without it the
//! tests are skipped, but in CI.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use tokio::process::{Child, Command};

use super::*;

/// The cases of the suite are up to 16 MiB long, and some take the suite itself more than ten seconds.
const LONG_CASES: Duration = Duration::from_secs(900);
/// `permessage-deflate`, which we do not offer: the suite says so of each case.
const COMPRESSION: [&str; 2] = ["12.*", "13.*"];
/// The suite has more than this without compression.
const LEAST_CASES: usize = 240;

fn kosoku() -> Option<PathBuf> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/autobahn/venv/bin/kosoku");
    let program = std::env::var_os("KOSOKU").map_or(beside, PathBuf::from);
    let found = program.is_file();
    assert!(found || std::env::var_os("CI").is_none(), "no kosoku at {}", program.display());
    if !found {
        eprintln!("skipped: no kosoku at {}; `pip install kosoku`, and set KOSOKU to it", program.display());
    }
    found.then_some(program)
}

fn large() -> Settings {
    Settings { max_message: 32 << 20, send_buffer: 32 << 20, heartbeat: None, max_sessions: 16, ..settings() }
}

/// Starts the suite; its reports go into the folder that is given back, too.
fn start(program: &Path, mode: &str, address: &str) -> (Child, PathBuf) {
    let folder = std::env::temp_dir().join(format!("autobahn-{mode}-{}", std::process::id()));
    let mut command = Command::new(program);
    command.args(["--mode", mode, "--outdir"]).arg(&folder).arg(address);
    for cases in COMPRESSION {
        command.args(["--exclude", cases]);
    }
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).kill_on_drop(true);
    (command.spawn().expect("kosoku starts"), folder)
}

/// Reads the report and deletes it. What the suite says of each case must be that all is well.
fn judge(folder: &Path) {
    let index = std::fs::read_to_string(folder.join("index.json")).expect("the suite wrote a report");
    let _ = std::fs::remove_dir_all(folder);
    let report: serde_json::Value = serde_json::from_str(&index).unwrap();
    let mut verdicts: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut count = 0;
    for (case, result) in report.as_object().unwrap().values().flat_map(|agent| agent.as_object().unwrap()) {
        count += 1;
        for part in ["behavior", "behaviorClose"] {
            let verdict = result[part].as_str().unwrap();
            verdicts.entry(format!("{part} {verdict}")).or_default().push(case.clone());
        }
    }
    let summary: Vec<_> = verdicts.iter().map(|(verdict, cases)| format!("{verdict}: {}", cases.len())).collect();
    println!("{count} cases; {}", summary.join(", "));
    verdicts.retain(|verdict, _| {
        let verdict = verdict.split(' ').nth(1).unwrap();
        !matches!(verdict, "OK" | "NON-STRICT" | "INFORMATIONAL")
    });
    assert!(verdicts.is_empty(), "{verdicts:#?}");
    assert!(count >= LEAST_CASES, "only {count} cases");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_listener_passes_autobahn() {
    let Some(program) = kosoku() else { return };
    let mut running = listening(large()).await;
    let (mut suite, folder) = start(&program, "fuzzingclient", &running.url());
    let echoes = async {
        while let Some(session) = running.sessions.recv().await {
            tokio::spawn(echo_to_the_end(session.link, session.source));
        }
    };
    tokio::select! {
        () = echoes => panic!("the listener ended"),
        status = tokio::time::timeout(LONG_CASES, suite.wait()) => drop(status.expect("the suite hangs").unwrap()),
    }
    judge(&folder);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_client_passes_autobahn() {
    let Some(program) = kosoku() else { return };
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let (mut suite, folder) = start(&program, "fuzzingserver", &format!("127.0.0.1:{port}"));
    let url = format!("ws://127.0.0.1:{port}");
    let mut cases = loop {
        match open(&url, "getCaseCount", None).await {
            Ok(connected) => break connected,
            Err(_) => tokio::time::sleep(Duration::from_millis(50)).await,
        }
    };
    let count: usize = next_text(&mut *cases.source).await.parse().unwrap();
    for case in 1..=count {
        let connected = open(&url, "runCase", Some(format!("case={case}&agent=asyncapi"))).await.unwrap();
        let done = echo_to_the_end(connected.link, connected.source);
        tokio::time::timeout(LONG_CASES, done).await.unwrap_or_else(|_| panic!("case {case} of the suite hangs"));
    }
    let mut reports = open(&url, "updateReports", Some("agent=asyncapi".to_owned())).await.unwrap();
    while next(&mut *reports.source).await.is_ok() {}
    // It writes the report when it is asked to end.
    let id = suite.id().expect("it runs").to_string();
    let interrupted = Command::new("kill").args(["-INT", &id]).status().await.unwrap();
    assert!(interrupted.success());
    let _ = tokio::time::timeout(LONG, suite.wait()).await.expect("the suite does not end");
    judge(&folder);
}

async fn open(url: &str, address: &str, query: Option<String>) -> Result<Connected, ConnectError> {
    let query = query.map(Into::into);
    let request = ConnectRequest { query, settings: large(), ..request(url, address) };
    connect_with(&WebSocket::new(), request).await
}

/// Sends every message back until the session ends. A case may break the session at any time.
async fn echo_to_the_end(link: Arc<dyn Link>, mut source: Box<dyn Source>) {
    while let Ok(delivery) = poll_fn(|cx| source.poll_next(cx)).await {
        let _ = link.send(delivery.message, SendMode::Flush).await;
    }
}
