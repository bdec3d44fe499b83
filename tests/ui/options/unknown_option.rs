asyncapi_runtime::asyncapi!(spec = "chat.yaml", sid = counterpart);

fn main() {}
