asyncapi_runtime::asyncapi!(spec = "chat.yaml", match = { userJoined: type == "join" });

fn main() {}
