//! Private brokers for tests, on free ports of the loopback, each with a folder of its own.
//!
//! A program that is missing fails the test under CI; elsewhere the test is skipped and says so. `tests/brokers/install.sh`
//! installs what is missing.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "for tests")]

mod proxy;
mod rabbit;

use std::fs;
use std::net::{TcpListener, TcpStream};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

pub use proxy::Proxy;

/// User `alice` with password `s3cret`, as Mosquitto keeps them.
const PASSWORDS: &str = "alice:$7$101$LQ45MsBN6SGI1uyt$lvHaes9ZtWImby8ytIrIdDcLtM8VQOXcJdZlHLaPBVUmx13HdTdhPVDt/YKY3oupUbVi7qk/5u7oUnhfSsroJA==\n";

/// A broker of this test alone.
#[derive(Debug)]
pub struct Broker {
    program: PathBuf,
    arguments: Vec<String>,
    environment: Vec<(&'static str, String)>,
    folder: PathBuf,
    port: u16,
    child: Option<Child>,
    /// What has to run beside it.
    helpers: Vec<Child>,
    /// What its log says when it is ready, if an open port is not enough.
    ready: Option<&'static str>,
}

impl Broker {
    /// A NATS server with JetStream. `more` is added to its configuration; `{dir}` in it is its folder.
    pub fn nats(more: &str) -> Option<Self> {
        let program = find("nats-server")?;
        Some(Self::start_new(program, "nats", |folder, port| {
            let dir = folder.display();
            let more = more.replace("{dir}", &dir.to_string());
            let text = format!(
                "listen: 127.0.0.1:{port}\nmax_payload: 4MB\n\
                 jetstream {{ store_dir: \"{dir}/data\", max_mem: 64M, max_file: 1G, sync_interval: always }}\n{more}\n"
            );
            fs::write(folder.join("conf"), text).unwrap();
            vec!["-c".to_owned(), folder.join("conf").display().to_string()]
        }))
    }

    /// A Mosquitto. `more` is added to its configuration; `{dir}` in it is its folder. Everybody may connect unless it
    /// says otherwise.
    pub fn mosquitto(more: &str) -> Option<Self> {
        let program = find("mosquitto")?;
        Some(Self::start_new(program, "mosquitto", |folder, port| {
            let dir = folder.display();
            let more = more.replace("{dir}", &dir.to_string());
            let anonymous = if more.contains("allow_anonymous") { "" } else { "allow_anonymous true\n" };
            let text = format!(
                "persistence true\npersistence_location {dir}/data/\nautosave_interval 1\nautosave_on_changes true\n\
                 max_queued_messages 0\nset_tcp_nodelay true\nlistener {port} 127.0.0.1\n{anonymous}{more}\n"
            );
            if more.contains("password_file") {
                // `mosquitto_passwd` is not everywhere; this is what it writes for alice and s3cret.
                fs::write(folder.join("passwords"), PASSWORDS).unwrap();
            }
            let user = if is_root() { "user root\n" } else { "" };
            fs::write(folder.join("conf"), format!("{user}{text}")).unwrap();
            vec!["-c".to_owned(), folder.join("conf").display().to_string()]
        }))
    }

    /// noida-db, which speaks Kafka's protocol. Kafka itself is not to be had from the registries.
    pub fn kafka() -> Option<Self> {
        let program = find_in_wheel("noida_db", "noida-db")?;
        Some(Self::start_new(program, "kafka", |folder, port| {
            let (data, port) = (folder.join("data").display().to_string(), port.to_string());
            let arguments =
                ["start", "--data-dir", &data, "--host", "127.0.0.1", "--only", "kafka", "--kafka-port", &port];
            arguments.map(str::to_owned).to_vec()
        }))
    }

    /// A Redis that writes everything to its file before it answers. `more` is added to its configuration; `{dir}` in it
    /// is its folder. Everybody may connect unless it says otherwise.
    pub fn redis(more: &str) -> Option<Self> {
        Self::redis_at("port", more)
    }

    /// As [`Broker::redis`], encrypted; `more` says with which certificate.
    pub fn redis_tls(more: &str) -> Option<Self> {
        Self::redis_at("port 0\ntls-port", more)
    }

    fn redis_at(port_key: &str, more: &str) -> Option<Self> {
        let program = find("redis-server")?;
        Some(Self::start_new(program, "redis", |folder, port| {
            let dir = folder.display();
            let more = more.replace("{dir}", &dir.to_string());
            let text = format!(
                "{port_key} {port}\nbind 127.0.0.1\ndir {dir}/data\nsave \"\"\nappendonly yes\nappendfsync always\n{more}\n"
            );
            fs::write(folder.join("conf"), text).unwrap();
            vec![folder.join("conf").display().to_string()]
        }))
    }

    fn start_new(program: PathBuf, name: &str, configure: impl FnOnce(&Path, u16) -> Vec<String>) -> Self {
        let folder = new_folder(name);
        let port = free_port();
        let arguments = configure(&folder, port);
        let mut broker = Self::new(program, folder, port);
        broker.arguments = arguments;
        broker.start();
        broker
    }

    fn new(program: PathBuf, folder: PathBuf, port: u16) -> Self {
        let (arguments, environment, helpers) = (Vec::new(), Vec::new(), Vec::new());
        Self { program, arguments, environment, folder, port, child: None, helpers, ready: None }
    }

    /// The port.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// Host and port.
    pub fn host(&self) -> String {
        format!("127.0.0.1:{}", self.port)
    }

    /// The folder that holds its configuration and data.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Starts it again, on the same port and data.
    pub fn start(&mut self) {
        assert!(self.child.is_none(), "it runs");
        let log = fs::File::options().create(true).append(true).open(self.folder.join("log")).unwrap();
        let mut command = Command::new(&self.program);
        command.args(&self.arguments).stdin(Stdio::null()).stdout(log.try_clone().unwrap()).stderr(log);
        let before = fs::metadata(self.folder.join("log")).map_or(0, |found| found.len() as usize);
        // A group of its own: some brokers are several processes.
        command
            .envs(self.environment.iter().map(|(name, value)| (name, value)))
            .current_dir(&self.folder)
            .process_group(0);
        let child = command.spawn().unwrap_or_else(|error| panic!("{}: {error}", self.program.display()));
        fs::write(self.folder.join("pid"), child.id().to_string()).unwrap();
        // Ours from here on: it ends with this even if it does not get ready.
        let child = self.child.insert(child);
        let began = Instant::now();
        let log = || fs::read_to_string(self.folder.join("log")).unwrap_or_default();
        let said = |text| log().get(before..).is_some_and(|log| log.contains(text));
        while TcpStream::connect(("127.0.0.1", self.port)).is_err() || !self.ready.is_none_or(said) {
            assert!(child.try_wait().unwrap().is_none(), "{} ended: {}", self.program.display(), log());
            assert!(began.elapsed() < Duration::from_secs(120), "{} is not ready: {}", self.program.display(), log());
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    /// Kills it, as a crash does. Its data stay.
    pub fn kill(&mut self) {
        if let Some(mut child) = self.child.take() {
            let _ = Command::new("kill").args(["-9", "--", &format!("-{}", child.id())]).stderr(Stdio::null()).status();
            let _ = child.kill();
            child.wait().unwrap();
        }
    }

    /// Tells it to stop, and waits until it has.
    pub fn stop(&mut self) {
        if let Some(mut child) = self.child.take() {
            let told = Command::new("kill").arg(child.id().to_string()).status();
            let began = Instant::now();
            while child.try_wait().unwrap().is_none() {
                if told.is_err() || began.elapsed() > Duration::from_secs(10) {
                    child.kill().unwrap();
                }
                std::thread::sleep(Duration::from_millis(10));
            }
        }
    }
}

impl Drop for Broker {
    fn drop(&mut self) {
        self.kill();
        for mut helper in self.helpers.drain(..) {
            let _ = helper.kill();
            let _ = helper.wait();
        }
        if std::env::var_os("KEEP").is_none() {
            let _ = fs::remove_dir_all(&self.folder);
        }
    }
}

fn new_folder(name: &str) -> PathBuf {
    static SERIAL: AtomicU32 = AtomicU32::new(0);
    let serial = SERIAL.fetch_add(1, Ordering::Relaxed);
    let folder = std::env::temp_dir().join(format!("asyncapi-{name}-{}-{serial}", std::process::id()));
    fs::create_dir_all(folder.join("data")).unwrap();
    folder
}

/// Finds a program on PATH, or where `install.sh` has put it.
pub fn find(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/brokers/bin");
    let found = std::env::split_paths(&path)
        .chain([own, PathBuf::from("/usr/sbin"), PathBuf::from("/usr/local/sbin")])
        .map(|folder| folder.join(program))
        .find(|file| file.is_file());
    if found.is_none() {
        let text = format!("`{program}` is not installed: see tests/brokers/install.sh");
        assert!(std::env::var_os("CI").is_none(), "{text}");
        eprintln!("skipped: {text}");
    }
    found
}

/// Deletes the topics that the suites use, on a cluster that lives longer than they do.
pub fn delete_kafka_topics(host: &str) {
    const DELETE: &str = "
import sys, time
from confluent_kafka.admin import AdminClient
admin = AdminClient({'bootstrap.servers': sys.argv[1]})
ours = lambda name: name.split('.')[0] in ('words', 'dead', 'elsewhere', 'asks', 'questions', 'rooms', 'other', 'peers')
for _ in range(100):
    found = [name for name in admin.list_topics(timeout=10).topics if ours(name)]
    if not found: break
    for done in admin.delete_topics(found).values():
        try: done.result()
        except Exception: pass
    time.sleep(0.2)
";
    let Some(python) = find_peer_python() else { return };
    assert!(Command::new(python).args(["-c", DELETE, host]).status().unwrap().success());
}

/// The Python that has the clients of other languages' peers.
pub fn find_peer_python() -> Option<PathBuf> {
    let python = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/brokers/bin/python");
    python.is_file().then_some(python)
}

/// Finds a program inside of a Python package that `install.sh` has installed.
pub fn find_in_wheel(package: &str, program: &str) -> Option<PathBuf> {
    let lib = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/brokers/lib");
    let pythons = fs::read_dir(lib).into_iter().flatten().flatten();
    let mut files = pythons.map(|python| python.path().join("site-packages").join(package).join(program));
    let found = files.find(|file| file.is_file());
    if found.is_none() {
        let text = format!("`{program}` is not installed: see tests/brokers/install.sh");
        assert!(std::env::var_os("CI").is_none(), "{text}");
        eprintln!("skipped: {text}");
    }
    found
}

/// A port that nobody listens on at present.
pub fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

fn is_root() -> bool {
    Command::new("id").arg("-u").output().is_ok_and(|output| output.stdout == b"0\n")
}
