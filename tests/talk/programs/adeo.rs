//! Adeo's costing over topics: the reply goes to the topic that a header names; payloads are Avro.

use asyncapi_runtime::memory::Hub;
use asyncapi_runtime::types::Uuid;
use asyncapi_runtime::{Outcome, WithHeaders};

mod costing {
    asyncapi_runtime::asyncapi!(
        spec = "documents/adeo.yml",
        refs = {
            "https://www.asyncapi.com/" = "remote/www.asyncapi.com",
            "https://deploy-preview-921--asyncapi-website.netlify.app/" = "remote/deploy-preview-921--asyncapi-website.netlify.app",
        },
        warnings = "allow",
    );
}

mod shop {
    asyncapi_runtime::asyncapi!(
        spec = "documents/adeo.yml",
        side = counterpart,
        types = crate::adeo::costing,
        refs = {
            "https://www.asyncapi.com/" = "remote/www.asyncapi.com",
            "https://deploy-preview-921--asyncapi-website.netlify.app/" = "remote/deploy-preview-921--asyncapi-website.netlify.app",
        },
        warnings = "allow",
    );
}

use costing::*;

struct Costing;

impl costing_request::Receiver for Costing {
    async fn request_costing(
        &self,
        asked: WithHeaders<CostingRequestPayload, CostingRequestV1Headers>,
        _: &costing_request::Context,
    ) -> Outcome<WithHeaders<CostingResponsePayload, CostingResponseHeaders>> {
        // The higher the price, the sooner the reply.
        let price = asked.supplier_price;
        tokio::time::sleep(std::time::Duration::from_millis(60 - price as u64)).await;
        let result = CostingResultItem {
            calculation_price: price * 2.0,
            calculation_currency: CalculationCurrencyItems::Eur,
            calculation_details: Vec::new(),
        };
        Ok(CostingResponsePayload { costing_result: Some(result), costing_errors: None }.into())
    }
}

fn request(price: f32, reply_topic: &str) -> WithHeaders<CostingRequestPayload, CostingRequestV1Headers> {
    let payload = CostingRequestPayload {
        product_id: "p".to_owned(),
        short_product_description: None,
        supplier_code: "s".to_owned(),
        supplier_price: price,
        unit: UnitItem { length: 1.0, width: 1.0, height: 1.0, weight_gross: 1.0, weight_net: 1.0 },
        bus_inputs: Vec::new(),
    };
    let headers = CostingRequestV1Headers {
        // Nil and empty: to be made up.
        request_id: Uuid::nil().into(),
        reply_topic: reply_topic.to_owned().into(),
        requester_id: "svc-shop".to_owned().into(),
        requester_code: "1".to_owned().into(),
    };
    WithHeaders::new(payload, headers)
}

pub async fn run() {
    let hub = Hub::new();
    let server = costing::Service { costing_request: Costing }.into_server().concurrency(64);
    let bound = server.bind(hub.topics()).await.unwrap();
    let served = tokio::spawn(bound.serve());
    let client = shop::Client::connect(hub.topics()).await.unwrap();
    let env = costing_request_env();
    let topic = client.costing_request(shop::costing_request::Parameters { env, version: "V1".to_owned() });
    let replies = (0..40u8).map(|at| {
        let topic = topic.clone();
        let reply_topic = if at % 2 == 0 { "" } else { "our-own-topic" };
        tokio::spawn(async move { topic.request_costing(&request(at.into(), reply_topic)).await.unwrap() })
    });
    for (at, reply) in (0..40u8).zip(replies.collect::<Vec<_>>()) {
        let result = reply.await.unwrap().payload.costing_result.unwrap();
        assert_eq!(result.calculation_price, f32::from(at) * 2.0);
    }
    assert_eq!(client.stats().late_replies, 0);
    client.close().await;
    served.abort();
}

fn costing_request_env() -> CostingRequestEnv {
    CostingRequestEnv::Uat1
}
