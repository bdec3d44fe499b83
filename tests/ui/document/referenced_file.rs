asyncapi_runtime::asyncapi!("split.yaml");

fn main() {}
