"""A peer of the suite's document on confluent-kafka: sends and hears in its own way, with nothing of ours on the wire."""
import json, sys, time
from confluent_kafka import Consumer, KafkaError, Producer
from confluent_kafka.admin import AdminClient, NewTopic

servers = {"bootstrap.servers": sys.argv[1]}
admin = AdminClient(servers)
for made in admin.create_topics([NewTopic("back", 1, 1)]).values():
    try:
        made.result(10)
    except Exception as error:
        assert error.args[0].code() == KafkaError.TOPIC_ALREADY_EXISTS, error
consumer = Consumer({**servers, "group.id": "peer", "auto.offset.reset": "earliest"})
consumer.subscribe(["back"])
# Ours hears and sends.
producer = Producer(servers)
producer.produce("words", json.dumps({"text": "from confluent-kafka"}), key="k", headers={"x-from": "confluent-kafka"})
assert producer.flush(10) == 0
began = time.monotonic()
while not (message := consumer.poll(0.2)) or message.error():
    assert time.monotonic() - began < 20, "nothing was heard"
assert json.loads(message.value()) == {"text": "from ours"}, message.value()
# JSON that the document announces is not said with every message.
assert message.headers() == [("x-from", b"ours")] and message.key() is None, (message.headers(), message.key())
print("heard", flush=True)
sys.stdin.read()
consumer.close()
