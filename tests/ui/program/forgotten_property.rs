mod user {
    asyncapi_runtime::asyncapi!(spec = "chat.yaml", warnings = "allow");
}

fn main() {
    let _ = user::Chat { sender_id: "me".to_owned(), content: "hello".to_owned() };
}
