"""A peer of the suite's document on pika: asks and hears in its own way, with nothing of ours on the wire."""
import json, sys
import pika

login = pika.PlainCredentials("alice", "s3cret")
connection = pika.BlockingConnection(pika.ConnectionParameters("127.0.0.1", int(sys.argv[1]), credentials=login))
channel = connection.channel()
channel.confirm_delivery()
for queue in ("back", "peer"):
    channel.queue_declare(queue, durable=True)
inbox = []

def answer(channel, method, properties, body):
    number = json.loads(body)["number"] + 1
    about = pika.BasicProperties(correlation_id=properties.correlation_id, content_type="application/json")
    channel.basic_publish("", properties.reply_to, json.dumps({"number": number}), about)
    channel.basic_ack(method.delivery_tag)

def hear(channel, method, properties, body):
    inbox.append((properties, body))
    channel.basic_ack(method.delivery_tag)

def next_one():
    for _ in range(100):
        if inbox:
            return inbox.pop(0)
        connection.process_data_events(time_limit=0.1)
    raise SystemExit("nothing came")

mine = channel.queue_declare("", exclusive=True).method.queue
channel.basic_consume("peer", answer)
channel.basic_consume("back", hear)
channel.basic_consume(mine, hear)
ask = pika.BasicProperties(reply_to=mine, correlation_id="7", content_type="application/json")
channel.basic_publish("", "asks", json.dumps({"number": 21}), ask, mandatory=True)
properties, body = next_one()
assert json.loads(body) == {"number": 42}, body
assert properties.correlation_id == "7" and properties.content_type == "application/json", properties
word = pika.BasicProperties(headers={"x-from": "pika"}, content_type="application/json")
channel.basic_publish("", "words", json.dumps({"text": "from pika"}), word, mandatory=True)
properties, body = next_one()
assert json.loads(body) == {"text": "from ours"}, body
assert properties.headers == {"x-from": "ours"} and properties.delivery_mode == 2, properties
print("heard", flush=True)
while True:
    connection.process_data_events(time_limit=1)
