asyncapi_runtime::asyncapi!(spec = "chat.yaml", operations = [sendMesage]);

fn main() {}
