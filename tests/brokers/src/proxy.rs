//! A TCP proxy that cuts, stalls and slows what passes.

use std::io::{Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// Stands between a client and a broker.
#[derive(Debug)]
pub struct Proxy {
    port: u16,
    state: Arc<State>,
}

#[derive(Debug, Default)]
struct State {
    over: AtomicBool,
    stalled: AtomicBool,
    /// Milliseconds that each piece of data takes.
    slow: AtomicU64,
    streams: Mutex<Vec<TcpStream>>,
    /// What the broker sends to be replaced, and by what.
    replace: Option<([u8; 13], [u8; 13])>,
}

impl Proxy {
    /// A proxy to a port of the loopback.
    pub fn new(target: u16) -> Self {
        Self::start(target, false)
    }

    /// A proxy to a Kafka broker, which tells its clients its address: they are told the proxy's.
    pub fn kafka(target: u16) -> Self {
        Self::start(target, true)
    }

    fn start(target: u16, kafka: bool) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let place = |port: u16| {
            let mut bytes = *b"127.0.0.1\0\0\0\0";
            bytes[9..].copy_from_slice(&u32::from(port).to_be_bytes());
            bytes
        };
        let replace = kafka.then(|| (place(target), place(port)));
        let state = Arc::new(State { replace, ..State::default() });
        let shared = state.clone();
        std::thread::spawn(move || {
            for client in listener.incoming().flatten() {
                if shared.over.load(Ordering::Relaxed) {
                    return;
                }
                // A broker that is down is a connection that ends at once.
                let Ok(server) = TcpStream::connect(("127.0.0.1", target)) else { continue };
                pass(&shared, &client, &server, None);
                pass(&shared, &server, &client, shared.replace);
                shared.streams.lock().unwrap().extend([client, server]);
            }
        });
        Self { port, state }
    }

    /// The port that it listens on.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// Cuts all connections.
    pub fn cut(&self) {
        for stream in self.state.streams.lock().unwrap().drain(..) {
            let _ = stream.shutdown(Shutdown::Both);
        }
    }

    /// Lets nothing pass, or lets it pass again.
    pub fn stall(&self, stalled: bool) {
        self.state.stalled.store(stalled, Ordering::Relaxed);
    }

    /// How long each piece of data takes.
    pub fn slow(&self, delay: Duration) {
        self.state.slow.store(u64::try_from(delay.as_millis()).unwrap(), Ordering::Relaxed);
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        self.state.over.store(true, Ordering::Relaxed);
        self.cut();
        let _ = TcpStream::connect(("127.0.0.1", self.port));
    }
}

fn pass(state: &Arc<State>, from: &TcpStream, to: &TcpStream, replace: Option<([u8; 13], [u8; 13])>) {
    let (Ok(mut from), Ok(mut to)) = (from.try_clone(), to.try_clone()) else { return };
    let state = state.clone();
    std::thread::spawn(move || {
        let mut buffer = [0; 16 * 1024];
        while let Ok(length @ 1..) = from.read(&mut buffer) {
            while state.stalled.load(Ordering::Relaxed) && !state.over.load(Ordering::Relaxed) {
                std::thread::sleep(Duration::from_millis(10));
            }
            let delay = state.slow.load(Ordering::Relaxed);
            if delay > 0 {
                std::thread::sleep(Duration::from_millis(delay));
            }
            if let Some((old, new)) = replace {
                let at = buffer[..length].windows(old.len()).position(|window| window == old);
                if let Some(at) = at {
                    buffer[at..at + new.len()].copy_from_slice(&new);
                }
            }
            if to.write_all(&buffer[..length]).is_err() {
                break;
            }
        }
        let _ = from.shutdown(Shutdown::Both);
        let _ = to.shutdown(Shutdown::Both);
    });
}
