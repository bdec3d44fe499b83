mod user {
    asyncapi_runtime::asyncapi!(spec = "chat.yaml", warnings = "allow");
}

fn main() {
    let _service = user::Service {};
}
