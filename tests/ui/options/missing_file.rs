asyncapi_runtime::asyncapi!("chats.yaml");

fn main() {}
