asyncapi_runtime::asyncapi!(spec = "chat.yaml", allow = [A0310]);

fn main() {}
