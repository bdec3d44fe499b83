mod user {
    asyncapi_runtime::asyncapi!(spec = "chat.yaml", warnings = "allow");
}

fn react(message: user::chat::Message) {
    match message {
        user::chat::Message::ChatMessage(_) => {}
        user::chat::Message::UserJoin(_) => {}
    }
}

fn main() {
    let _ = react;
}
