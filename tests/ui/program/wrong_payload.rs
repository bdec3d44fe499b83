mod user {
    asyncapi_runtime::asyncapi!(spec = "chat.yaml", warnings = "allow");
}

async fn mistake(client: user::Client, status: user::Status) {
    let _ = client.chat().send_message(&status).await;
}

fn main() {
    let _ = mistake;
}
