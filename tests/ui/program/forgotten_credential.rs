mod user {
    asyncapi_runtime::asyncapi!(spec = "chat.yaml", warnings = "allow");
}

async fn connect() {
    let _client = user::Client::connect(user::servers::Production::at("localhost:8787")).await;
}

fn main() {
    let _ = connect();
}
