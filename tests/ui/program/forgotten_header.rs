mod orders {
    asyncapi_runtime::asyncapi!("orders.yaml");
}

async fn publish(client: orders::Client, order: orders::OrderCreated) {
    // The header `correlation_id` is required.
    let _ = client.order_created().publish_order_created(&order.into()).await;
}

fn main() {
    let _ = publish;
}
