asyncapi_runtime::asyncapi!(spec = "chat.yaml", channels = [chta]);

fn main() {}
