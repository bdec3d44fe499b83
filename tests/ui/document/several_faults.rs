asyncapi_runtime::asyncapi!("faults.yaml");

fn main() {}
