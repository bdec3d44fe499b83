//! RabbitMQ, which takes its time to start: one server has virtual hosts for many tests.

use std::fmt::Write;
use std::fs;
use std::net::TcpStream;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::{Broker, find, free_port, new_folder};

/// Who logs in with a certificate of rcgen's that says no other name.
const CERTIFIED: &str = "rcgen self signed cert";

impl Broker {
    /// A RabbitMQ with the user `alice`, whose password is `s3cret`, and virtual hosts `v0`, `v1`, … beside `/`. `more`
    /// is added to its configuration, where `{dir}` is its folder; so are the plugins that the configuration needs.
    pub fn rabbitmq(more: &str, hosts: usize) -> Option<Self> {
        let folder_of_script = "/usr/lib/rabbitmq/bin";
        let program = find(&format!("{folder_of_script}/rabbitmq-server"))?;
        let epmd = find("epmd")?;
        let folder = new_folder("rabbitmq");
        let (port, names, distribution) = (free_port(), free_port(), free_port());
        let dir = folder.display().to_string();
        let text = format!(
            "listeners.tcp.1 = 127.0.0.1:{port}\nload_definitions = {dir}/definitions.json\n\
             disk_free_limit.absolute = 50MB\nlog.console = true\nlog.console.level = warning\n{}\n",
            more.replace("{dir}", &dir)
        );
        fs::write(folder.join("rabbitmq.conf"), text).unwrap();
        fs::write(folder.join("definitions.json"), definitions(hosts)).unwrap();
        let plugins = if more.contains("ssl_cert_login_from") { "rabbitmq_auth_mechanism_ssl" } else { "" };
        fs::write(folder.join("plugins"), format!("[{plugins}].")).unwrap();
        let mut broker = Self::new(program, folder, port);
        broker.ready = Some(" completed with ");
        broker.environment = vec![
            ("HOME", dir.clone()),
            ("ERL_EPMD_ADDRESS", "127.0.0.1".to_owned()),
            ("ERL_EPMD_PORT", names.to_string()),
            ("RABBITMQ_DIST_PORT", distribution.to_string()),
            ("RABBITMQ_NODENAME", format!("t{port}@localhost")),
            ("RABBITMQ_MNESIA_BASE", format!("{dir}/data")),
            ("RABBITMQ_LOG_BASE", format!("{dir}/logs")),
            ("RABBITMQ_CONFIG_FILE", format!("{dir}/rabbitmq")),
            ("RABBITMQ_ENABLED_PLUGINS_FILE", format!("{dir}/plugins")),
            (
                "RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS",
                "-kernel inet_dist_use_interface {127,0,0,1} +S 1:1 +sbwt none +sbwtdcpu none +sbwtdio none".to_owned(),
            ),
        ];
        // In the foreground, as our child: the one that Erlang starts by itself would outlive the broker.
        let mut names_of_nodes = Command::new(epmd);
        names_of_nodes.args(["-address", "127.0.0.1", "-port", &names.to_string()]);
        names_of_nodes.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        broker.helpers.push(names_of_nodes.spawn().unwrap());
        let began = Instant::now();
        while TcpStream::connect(("127.0.0.1", names)).is_err() && began.elapsed() < Duration::from_secs(30) {
            std::thread::sleep(Duration::from_millis(10));
        }
        broker.helpers.push(reaper(&broker.folder, broker.helpers[0].id()));
        broker.start();
        Some(broker)
    }
}

/// Ends the broker when this process is gone, however it went: a broker in a static is never dropped.
fn reaper(folder: &Path, names: u32) -> std::process::Child {
    let script = "cat >/dev/null; env kill -9 -- -$(cat \"$0/pid\") $1; [ -n \"$KEEP\" ] || rm -rf \"$0\"";
    let mut command = Command::new("sh");
    command.args(["-c", script]).arg(folder).arg(names.to_string());
    command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
}

fn definitions(hosts: usize) -> String {
    let (mut vhosts, mut permissions) = (String::new(), String::new());
    for name in std::iter::once("/".to_owned()).chain((0..hosts).map(|at| format!("v{at}"))) {
        let comma = if vhosts.is_empty() { "" } else { "," };
        write!(vhosts, r#"{comma}{{"name":"{name}"}}"#).unwrap();
        let rights = r#""configure":".*","write":".*","read":".*""#;
        for user in ["alice", CERTIFIED] {
            let comma = if permissions.is_empty() { "" } else { "," };
            write!(permissions, r#"{comma}{{"user":"{user}","vhost":"{name}",{rights}}}"#).unwrap();
        }
    }
    let alice = r#"{"name":"alice","password":"s3cret","tags":[]}"#;
    let users = format!(r#"{alice},{{"name":"{CERTIFIED}","password":"n0t used","tags":[]}}"#);
    format!(r#"{{"users":[{users}],"vhosts":[{vhosts}],"permissions":[{permissions}]}}"#)
}
