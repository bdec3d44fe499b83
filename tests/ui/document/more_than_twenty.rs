asyncapi_runtime::asyncapi!("many-faults.yaml");

fn main() {}
