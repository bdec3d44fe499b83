mod user {
    asyncapi_runtime::asyncapi!(spec = "chat.yaml", warnings = "allow");
}

struct Printer;

fn main() {
    let _server = user::Service { chat: Printer }.into_server();
}
