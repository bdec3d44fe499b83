mod user {
    asyncapi_runtime::asyncapi!(spec = "chat.yaml", warnings = "allow");
}
mod server {
    asyncapi_runtime::asyncapi!(spec = "chat.yaml", side = counterpart, types = crate::user, warnings = "allow");
}

use asyncapi_runtime::Outcome;

struct Room;

impl server::chat::Receiver for Room {
    async fn send_message(&self, _: user::Chat, _: &server::chat::Context) -> Outcome {
        Ok(())
    }
}

async fn serve() {
    let _ = server::Service { chat: Room }.serve(server::servers::Production::listen("127.0.0.1:0")).await;
}

fn main() {
    let _ = serve();
}
