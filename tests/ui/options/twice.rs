asyncapi_runtime::asyncapi!(spec = "chat.yaml", side = counterpart, side = application);

fn main() {}
