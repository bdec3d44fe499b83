mod user {
    asyncapi_runtime::asyncapi!("one-fault.yaml");
}

use asyncapi_runtime::Outcome;

struct Printer;

impl user::chat::Receiver for Printer {
    async fn get_message(&self, message: user::Chat, _: &user::chat::Context) -> Outcome {
        println!("{}", message.content);
        Ok(())
    }

    async fn user_join(&self, _: user::Status, _: &user::chat::Context) -> Outcome {
        Ok(())
    }

    async fn user_leave(&self, _: user::Status, _: &user::chat::Context) -> Outcome {
        Ok(())
    }
}

async fn talk(client: user::Client, message: user::Chat) {
    client.chat().send_message(&message).await.unwrap();
}

fn main() {
    let _service = user::Service { chat: Printer };
}
