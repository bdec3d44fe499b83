mod v1 {
    asyncapi_runtime::asyncapi!("orders-v1.yaml");
}

mod v2 {
    asyncapi_runtime::asyncapi!(
        spec = "orders-v2.yaml",
        types = crate::v1,
    );
}

fn main() {}
