asyncapi_runtime::asyncapi!(side = counterpart);

fn main() {}
