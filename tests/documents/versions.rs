//! Two versions of a document, and a document of another application, in one program: types that are the same are one type.

mod v1 {
    asyncapi_runtime::asyncapi!("documents/versions/v1.yaml");
}

mod v2 {
    asyncapi_runtime::asyncapi!(
        spec = "documents/versions/v2.yaml",
        types = crate::versions::v1,
        types_of = "documents/versions/v1.yaml",
    );
}

/// The other end of the second version takes its types from where some are taken from the first.
mod v2_server {
    asyncapi_runtime::asyncapi!(
        spec = "documents/versions/v2.yaml",
        side = counterpart,
        types = crate::versions::v2,
        warnings = "allow",
    );
}

fn customer() -> v1::Customer {
    v1::Customer::new("67e55044-10b1-426f-9247-bb680e5fe0c8".parse().unwrap())
}

#[test]
fn what_is_the_same_is_one_type() {
    // Of the first version, and fits into the order of the second: from the common file, and from both documents.
    let customer: v2::Customer = customer();
    let line: v1::Line = v2::Line::new("TEA".to_owned());
    let order = v2::Order { customer: customer.clone(), lines: vec![line.clone()] };
    let cancelled = v2::Cancelled { line: Some(line.clone()) };
    let old = v1::Order { customer, lines: vec![line] };
    // What differs is of its own: the second version wants a line.
    assert_ne!(std::any::TypeId::of::<v1::Order>(), std::any::TypeId::of::<v2::Order>());
    assert_eq!(std::any::TypeId::of::<v1::Line>(), std::any::TypeId::of::<v2_server::Line>());
    assert_eq!(std::any::TypeId::of::<v2::Order>(), std::any::TypeId::of::<v2_server::Order>());
    let encode = |order: &v2::Order| asyncapi_runtime::wire::encode(order);
    assert!(
        encode(&order).is_ok() && encode(&v2::Order { customer: old.customer.clone(), lines: Vec::new() }).is_err()
    );
    assert!(asyncapi_runtime::wire::encode(&v1::Order { customer: old.customer, lines: Vec::new() }).is_ok());
    assert!(asyncapi_runtime::wire::encode(&cancelled).is_ok());
}

#[tokio::test]
async fn both_are_sent() {
    use v1::orders::Sender as _;
    use v2::orders::Sender as _;
    let (first, second) = (v1::orders::Recorder::new(), v2::orders::Recorder::new());
    first.publish(customer()).await.unwrap();
    second.publish(customer()).await.unwrap();
    let v1::orders::Sent::Publish(v1::orders::Publish::Joined(one)) = first.sent().remove(0) else { panic!() };
    let v2::orders::Sent::Publish(v2::orders::Publish::Joined(other)) = second.sent().remove(0) else { panic!() };
    assert_eq!(one, other);
}
