asyncapi_runtime::asyncapi!(spec = "chat.yaml", side = server);

fn main() {}
