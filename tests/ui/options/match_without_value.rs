asyncapi_runtime::asyncapi!(spec = "chat.yaml", match = { userJoin: type = "join" });

fn main() {}
