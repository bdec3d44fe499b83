mod shop {
    asyncapi_runtime::asyncapi!(spec = "guarded.yaml", warnings = "allow");
}

use asyncapi_runtime::Outcome;

struct Counter;

impl shop::orders::Receiver for Counter {
    async fn place_order(&self, _: String, _: &shop::orders::Context) -> Outcome {
        Ok(())
    }
}

fn main() {
    let _ = shop::Service { orders: Counter };
}
