asyncapi_runtime::asyncapi!("indentation.yaml");

fn main() {}
