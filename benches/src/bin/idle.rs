//! What an idle WebSocket session costs a server: 10,000 plain ones, from another process, against a generated service with
//! its default settings, which are those of the echo. Then one message is broadcast to all of them.
//!
//! `idle [SESSIONS]`; `idle tls [SESSIONS]` has them over TLS, opened by generated clients.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use asyncapi_runtime::Outcome;
use asyncapi_runtime::ws::Tls;
use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair};

mod user {
    asyncapi_runtime::asyncapi!("echo.yaml");
}

mod server {
    asyncapi_runtime::asyncapi!(spec = "echo.yaml", side = counterpart, types = super::user);
}

type Failure = Box<dyn std::error::Error + Send + Sync>;

/// Each asks for one broadcast.
struct Crowd;

impl server::echo::Receiver for Crowd {
    async fn ask(&self, message: user::Echo, context: &server::echo::Context) -> Outcome {
        context.broadcast().hear(&message).await?;
        Ok(())
    }
}

const UPGRADE: &str = "GET / HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\
    Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";

const MESSAGE: &str =
    r#"{"messageId":"6c84fb90-12c4-11e1-840d-7b25c5ee775a","sender":"user-0000017","content":"hello","sequence":1}"#;

fn main() -> Result<(), Failure> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.as_slice() {
        [role, address, count] if role == "peers" => peers(address, count.parse()?),
        [role, address, count, authority] if role == "peers" => tls_peers(address, count.parse()?, authority),
        [] => measure(10_000, false),
        [tls] if tls == "tls" => measure(10_000, true),
        [tls, count] if tls == "tls" => measure(count.parse()?, true),
        [count] => measure(count.parse()?, false),
        _ => Err("idle [tls] [SESSIONS]".into()),
    }
}

/// The memory of this process that is resident, in bytes.
fn resident() -> Result<u64, Failure> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).ok_or("no VmRSS")?;
    Ok(line.trim().trim_end_matches("kB").trim().parse::<u64>()? * 1024)
}

/// An authority, and a certificate of it for `localhost` with its key.
fn certificates() -> Result<(String, String, String), Failure> {
    let mut params = CertificateParams::new(Vec::<String>::new())?;
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    let authority = CertifiedIssuer::self_signed(params, KeyPair::generate()?)?;
    let key = KeyPair::generate()?;
    let certificate = CertificateParams::new(["localhost".to_owned()])?.signed_by(&key, &authority)?;
    Ok((authority.pem(), certificate.pem(), key.serialize_pem()))
}

fn measure(count: u64, tls: bool) -> Result<(), Failure> {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    let mut listener = server::servers::Local::listen("127.0.0.1:0");
    let mut arguments = Vec::new();
    if tls {
        let (authority, certificate, key) = certificates()?;
        listener = listener.tls(Tls::new().identity_pem(certificate, key)?);
        arguments.push(authority);
    }
    let bound = runtime.block_on(async { server::Service { echo: Crowd }.bind(listener).await })?;
    let address = bound.local_address().to_string();
    runtime.spawn(bound.serve());
    // One session before, so that what is made once is not counted.
    let _first = if tls { None } else { Some(open(&address)?) };
    std::thread::sleep(Duration::from_millis(300));
    let before = resident()?;
    let mut child = Command::new(std::env::current_exe()?)
        .args(["peers", &address, &count.to_string()])
        .args(&arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()?;
    let mut answers = BufReader::new(child.stdout.take().ok_or("no stdout")?).lines();
    println!("{}", answers.next().ok_or("the peers ended")??);
    std::thread::sleep(Duration::from_secs(1));
    let each = (resident()?.saturating_sub(before)) as f64 / count as f64;
    println!("{count} idle sessions: {:.1} kB of resident memory each", each / 1000.0);
    drop(child.stdin.take());
    println!("{}", answers.next().ok_or("the peers ended")??);
    let after = (resident()?.saturating_sub(before)) as f64 / count as f64;
    println!("after the broadcast: {:.1} kB each", after / 1000.0);
    child.wait()?;
    Ok(())
}

fn open(address: &str) -> Result<TcpStream, Failure> {
    let mut stream = TcpStream::connect(address)?;
    stream.write_all(UPGRADE.as_bytes())?;
    let mut head = Vec::new();
    let mut byte = [0];
    while !head.ends_with(b"\r\n\r\n") {
        stream.read_exact(&mut byte)?;
        head.extend_from_slice(&byte);
    }
    if head.starts_with(b"HTTP/1.1 101") { Ok(stream) } else { Err(String::from_utf8_lossy(&head).into()) }
}

/// Opens the sessions, says so, and when its standard input ends, asks for the broadcast and waits until all have it.
fn peers(address: &str, count: usize) -> Result<(), Failure> {
    let started = Instant::now();
    let mut sessions = (0..count).map(|_| open(address)).collect::<Result<Vec<_>, _>>()?;
    println!("{count} sessions opened in {:.1} s", started.elapsed().as_secs_f64());
    std::io::stdin().read_to_end(&mut Vec::new())?;
    let started = Instant::now();
    let first = sessions.first_mut().ok_or("no session")?;
    // A text frame of a client, masked with zeros.
    let mut frame = vec![0x81, 0x80 | u8::try_from(MESSAGE.len())?, 0, 0, 0, 0];
    frame.extend_from_slice(MESSAGE.as_bytes());
    first.write_all(&frame)?;
    for session in &mut sessions {
        let mut head = [0; 2];
        session.read_exact(&mut head)?;
        let mut payload = vec![0; head[1].into()];
        session.read_exact(&mut payload)?;
    }
    println!("one broadcast reached all {count} in {:.2} s", started.elapsed().as_secs_f64());
    Ok(())
}

/// The same over TLS, by generated clients.
fn tls_peers(address: &str, count: usize, authority: &str) -> Result<(), Failure> {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    let (_, port) = address.rsplit_once(':').ok_or("no port")?;
    let url = format!("wss://localhost:{port}");
    let tls = Tls::new().without_native_roots().trust_pem(authority)?;
    let started = Instant::now();
    let mut sessions = Vec::with_capacity(count);
    runtime.block_on(async {
        for _ in 0..count {
            let client = user::Client::connect(user::servers::Local::at(url.as_str()).tls(tls.clone())).await?;
            let incoming = client.echo().subscribe().await?;
            sessions.push((client, incoming));
        }
        Ok::<_, Failure>(())
    })?;
    println!("{count} sessions opened in {:.1} s", started.elapsed().as_secs_f64());
    std::io::stdin().read_to_end(&mut Vec::new())?;
    let started = Instant::now();
    runtime.block_on(async {
        let (first, _) = sessions.first().ok_or("no session")?;
        let message = user::Echo {
            message_id: "6c84fb90-12c4-11e1-840d-7b25c5ee775a".to_owned(),
            sender: "user-0000017".to_owned(),
            content: "hello".to_owned(),
            sequence: 1,
        };
        first.echo().ask(&message).await?;
        for (_, incoming) in &mut sessions {
            incoming.next().await.ok_or("no broadcast")?;
        }
        Ok::<_, Failure>(())
    })?;
    println!("one broadcast reached all {count} in {:.2} s", started.elapsed().as_secs_f64());
    Ok(())
}
