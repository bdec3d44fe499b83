//! What Mosquitto itself forgets: a client that is nothing but a socket, so that no library of ours or of others is to blame.

use std::collections::HashSet;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use asyncapi_brokers::Broker;

/// MQTT 3.1.1 by hand, with a session that lasts.
struct Bare(TcpStream);

impl Bare {
    fn connect(port: u16, id: &str) -> Self {
        let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
        stream.set_nodelay(true).unwrap();
        let mut body = b"\x00\x04MQTT\x04\x00\x00\x3c".to_vec();
        body.extend([0, u8::try_from(id.len()).unwrap()]);
        body.extend(id.as_bytes());
        stream.write_all(&[&[0x10, u8::try_from(body.len()).unwrap()], &*body].concat()).unwrap();
        let mut bare = Self(stream);
        let (kind, answer) = bare.read().unwrap();
        assert_eq!((kind, answer[1]), (0x20, 0), "accepted");
        bare
    }

    /// The next packet; `None` once the connection is over, or nothing has come for a while.
    fn read(&mut self) -> Option<(u8, Vec<u8>)> {
        let mut byte = [0];
        self.0.read_exact(&mut byte).ok()?;
        let (kind, mut length, mut shift) = (byte[0], 0, 0);
        loop {
            self.0.read_exact(&mut byte).ok()?;
            length |= usize::from(byte[0] & 0x7f) << shift;
            shift += 7;
            if byte[0] < 0x80 {
                break;
            }
        }
        let mut body = vec![0; length];
        self.0.read_exact(&mut body).ok()?;
        Some((kind, body))
    }

    fn subscribe(&mut self) {
        self.0.write_all(b"\x82\x06\x00\x01\x00\x01t\x01").unwrap();
        assert_eq!(self.read().unwrap().0, 0x90);
    }

    /// Publishes numbers at QoS 1, without waiting.
    fn publish(&mut self, numbers: std::ops::Range<u16>) {
        let packets = numbers.flat_map(|number| {
            let [high, low] = number.to_be_bytes();
            [0x32, 7, 0, 1, b't', high, low, high, low]
        });
        self.0.write_all(&packets.collect::<Vec<_>>()).unwrap();
    }

    /// What was kept for the session, acknowledged.
    fn kept(&mut self) -> HashSet<u16> {
        self.0.set_read_timeout(Some(Duration::from_millis(500))).unwrap();
        let mut numbers = HashSet::new();
        while let Some((kind, body)) = self.read() {
            if kind & 0xf0 == 0x30 {
                numbers.insert(u16::from_be_bytes([body[5], body[6]]));
                self.0.write_all(&[0x40, 2, body[3], body[4]]).unwrap();
            }
        }
        numbers
    }
}

/// Why the tests of faults tell Mosquitto to stop rather than kill it: it confirms first, and saves a moment later. When this
/// fails, it has learnt better, and the tests can kill it.
#[test]
#[ignore = "shows what Mosquitto does by itself; half a minute"]
fn mosquitto_forgets_what_it_has_confirmed() {
    let Some(mut broker) = Broker::mosquitto("") else { return };
    Bare::connect(broker.port(), "reader").subscribe();
    std::thread::sleep(Duration::from_millis(1500));
    let (mut confirmed, mut lost, mut kills) = (0, 0, 0);
    for burst in 0..20u16 {
        let mut writer = Bare::connect(broker.port(), "writer");
        let numbers = 1 + burst * 200..1 + burst * 200 + 200;
        writer.publish(numbers.clone());
        let mut acknowledged = HashSet::new();
        while let Some((kind, body)) = writer.read() {
            assert_eq!(kind, 0x40, "a confirmation");
            acknowledged.insert(u16::from_be_bytes([body[0], body[1]]));
            // Killed at another place of each burst; what it had confirmed by then is still read.
            if acknowledged.len() == usize::from(10 * burst + 5) {
                broker.kill();
            }
        }
        broker.start();
        let kept = Bare::connect(broker.port(), "reader").kept();
        let forgotten = acknowledged.difference(&kept).count();
        (confirmed, lost, kills) =
            (confirmed + acknowledged.len(), lost + forgotten, kills + usize::from(forgotten > 0));
    }
    eprintln!("{confirmed} confirmed, {lost} lost, in {kills} of 20 kills");
    assert!(lost > 0);
}
