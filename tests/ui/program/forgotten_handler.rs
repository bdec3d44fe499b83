mod user {
    asyncapi_runtime::asyncapi!(spec = "chat.yaml", warnings = "allow");
}

use asyncapi_runtime::Outcome;

struct Printer;

impl user::chat::Receiver for Printer {
    async fn get_message(&self, _: user::Chat, _: &user::chat::Context) -> Outcome {
        Ok(())
    }

    async fn user_join(&self, _: user::Status, _: &user::chat::Context) -> Outcome {
        Ok(())
    }
}

fn main() {}
