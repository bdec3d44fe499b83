asyncapi_runtime::asyncapi!("openapi.yaml");

fn main() {}
