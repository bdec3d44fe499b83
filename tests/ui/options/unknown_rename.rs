asyncapi_runtime::asyncapi!(spec = "chat.yaml", rename = { chatMesage = Talk });

fn main() {}
