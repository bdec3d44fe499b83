asyncapi_runtime::asyncapi!("one-fault.yaml");

fn main() {}
