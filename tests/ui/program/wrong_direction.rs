mod user {
    asyncapi_runtime::asyncapi!(spec = "chat.yaml", warnings = "allow");
}

async fn pretend(client: user::Client, status: user::Status) {
    let _ = client.chat().user_join(&status).await;
}

fn main() {
    let _ = pretend;
}
