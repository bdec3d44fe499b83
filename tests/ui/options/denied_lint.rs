asyncapi_runtime::asyncapi!(spec = "chat.yaml", deny = [A0301]);

fn main() {}
