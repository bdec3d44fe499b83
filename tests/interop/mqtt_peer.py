"""A peer of the suite's document on paho-mqtt: asks and hears in its own way, with nothing of ours on the wire."""
import json, queue, sys
import paho.mqtt.client as mqtt
from paho.mqtt.packettypes import PacketTypes
from paho.mqtt.properties import Properties

host, port, version = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
five = version == 5
client = mqtt.Client(mqtt.CallbackAPIVersion.VERSION2, protocol=mqtt.MQTTv5 if five else mqtt.MQTTv311)
inbox, ready = queue.Queue(), queue.Queue()

def on_message(client, _, message):
    if message.topic == "peer":
        answer = Properties(PacketTypes.PUBLISH)
        answer.CorrelationData = message.properties.CorrelationData
        number = json.loads(message.payload)["number"] + 1
        client.publish(message.properties.ResponseTopic, json.dumps({"number": number}), qos=1, properties=answer)
    else:
        inbox.put(message)

client.on_message = on_message
client.on_subscribe = lambda *_: ready.put(True)
client.connect(host, port)
client.loop_start()
client.subscribe([("back", 1), ("mine", 1), ("peer", 1)])
ready.get(timeout=10)
properties = None
if five:
    properties = Properties(PacketTypes.PUBLISH)
    properties.ResponseTopic, properties.CorrelationData = "mine", b"7"
    client.publish("asks", json.dumps({"number": 21}), qos=1, properties=properties).wait_for_publish(10)
    reply = inbox.get(timeout=10)
    assert reply.topic == "mine" and json.loads(reply.payload) == {"number": 42}, reply.payload
    assert reply.properties.CorrelationData == b"7" and reply.properties.ContentType == "application/json"
    properties = Properties(PacketTypes.PUBLISH)
    properties.UserProperty = [("x-from", "paho")]
client.publish("words", json.dumps({"text": "from paho"}), qos=1, properties=properties).wait_for_publish(10)
word = inbox.get(timeout=10)
assert word.topic == "back" and word.qos == 1 and json.loads(word.payload) == {"text": "from ours"}, word.payload
if five:
    assert ("x-from", "ours") in word.properties.UserProperty, word.properties
print("heard", flush=True)
sys.stdin.read()
client.disconnect()
