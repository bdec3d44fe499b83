asyncapi_runtime::asyncapi!(spec = "chat.yaml", sid = counterpart, warnings = "none", validate = maybe);

fn main() {}
