//! Request and reply: several replies to one request, told apart; correlation in the payload.

use asyncapi_runtime::memory::Hub;
use asyncapi_runtime::{Failure, Outcome};

mod asking {
    asyncapi_runtime::asyncapi!(
        spec = "../asyncapi-codegen/tests/golden/request-reply/asyncapi.yaml",
        operations = [sum],
    );
}

mod answering {
    asyncapi_runtime::asyncapi!(
        spec = "../asyncapi-codegen/tests/golden/request-reply/asyncapi.yaml",
        side = counterpart,
        operations = [sum],
        types = super::asking,
    );
}

struct Calculator;

impl answering::rpc::Receiver for Calculator {
    async fn sum(
        &self,
        request: asking::SumRequest,
        _context: &answering::rpc::Context,
    ) -> Outcome<answering::rpc::SumReply> {
        // What JSON can carry, whoever reads it.
        let sum = i64::try_from(request.values.iter().sum::<i128>());
        if request.values.is_empty() {
            return Err(Failure::reject("nothing to add"));
        }
        Ok(match sum {
            Ok(sum) => asking::SumReply { id: request.id, sum: sum.into() }.into(),
            Err(_) => asking::Failed { id: request.id, error: "too large".to_owned() }.into(),
        })
    }
}

fn request(id: &str, values: &[i128]) -> asking::SumRequest {
    asking::SumRequest { id: id.to_owned(), values: values.to_vec() }
}

async fn ask(client: &asking::Client) {
    let reply = client.rpc().sum(&request("1", &[1, 2, 3])).await.unwrap();
    assert_eq!(reply, asking::SumReply { id: "1".to_owned(), sum: 6 }.into());
    let reply = client.rpc().sum(&request("2", &[i64::MAX.into(), 1])).await.unwrap();
    assert!(matches!(reply, asking::rpc::SumReply::Failed(failed) if failed.id == "2"));
    // Many at once find each its own.
    let mut tasks = Vec::new();
    for at in 0..100 {
        let client = client.clone();
        tasks
            .push(tokio::spawn(async move { client.rpc().sum(&request(&format!("n{at}"), &[at, at])).await.unwrap() }));
    }
    for (at, task) in (0..100).zip(tasks) {
        assert_eq!(task.await.unwrap(), asking::SumReply { id: format!("n{at}"), sum: 2 * at }.into());
    }
}

#[tokio::test]
async fn over_memory() {
    let hub = Hub::new();
    let bound = answering::Service { rpc: Calculator }.bind(answering::servers::Local::memory(&hub)).await.unwrap();
    let served = tokio::spawn(bound.serve());
    ask(&asking::Client::connect(asking::servers::Local::memory(&hub)).await.unwrap()).await;
    served.abort();
}

#[tokio::test]
async fn over_websocket() {
    let bound =
        answering::Service { rpc: Calculator }.bind(answering::servers::Local::listen("127.0.0.1:0")).await.unwrap();
    let address = bound.local_address();
    let served = tokio::spawn(bound.serve());
    let endpoint = asking::servers::Local::at(format!("ws://{address}"));
    ask(&asking::Client::connect(endpoint).await.unwrap()).await;
    served.abort();
}

#[tokio::test]
async fn a_double_answers() {
    use asking::rpc::Sender;
    let recorder = asking::rpc::Recorder::new();
    recorder.reply_to_sum(asking::SumReply { id: "1".to_owned(), sum: 3 }.into());
    let reply = recorder.sum(&request("1", &[1, 2])).await.unwrap();
    assert_eq!(reply, asking::SumReply { id: "1".to_owned(), sum: 3 }.into());
    assert!(recorder.sum(&request("2", &[1, 2])).await.unwrap_err().to_string().contains("no reply left"));
    assert_eq!(recorder.sent().len(), 2);
}
