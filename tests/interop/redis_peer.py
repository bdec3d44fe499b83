"""A peer of the suite's document on redis-py: asks and hears in its own way, with nothing of ours on the wire."""
import json, sys, threading
import redis

url, manner = sys.argv[1], sys.argv[2]
client = redis.Redis.from_url(url, decode_responses=True)

def channels():
    hearing = client.pubsub()
    hearing.subscribe("back")
    assert hearing.get_message(timeout=10)["type"] == "subscribe"
    assert client.publish("words", json.dumps({"text": "from redis-py"})) == 1
    word = hearing.get_message(timeout=10)
    assert json.loads(word["data"]) == {"text": "from ours"}, word

def next_of(stream, last):
    [[_, [(id, fields)]]] = client.xread({stream: last}, count=1, block=10_000)
    return id, fields

def answer():
    """Ours asks; this answers, as a worker of a group."""
    client.xgroup_create("peer", "theirs", id="0", mkstream=True)
    worker = redis.Redis.from_url(url, decode_responses=True)
    while True:
        for _, entries in worker.xreadgroup("theirs", "one", {"peer": ">"}, block=10_000) or []:
            for id, fields in entries:
                number = json.loads(fields["payload"])["number"] + 1
                assert fields["reply-to"].endswith(":" + fields["correlation-id"]), fields
                worker.publish(fields["reply-to"], json.dumps({"number": number}))
                worker.xack("peer", "theirs", id)

def streams():
    threading.Thread(target=answer, daemon=True).start()
    # Ours answers, on the channel that the request names.
    hearing = client.pubsub()
    hearing.subscribe("mine:7")
    assert hearing.get_message(timeout=10)["type"] == "subscribe"
    client.xadd("asks", {"payload": json.dumps({"number": 21}), "reply-to": "mine:7", "correlation-id": "7"})
    reply = hearing.get_message(timeout=10)
    assert json.loads(reply["data"]) == {"number": 42}, reply
    client.xadd("words", {"payload": json.dumps({"text": "from redis-py"}), "x-from": "redis-py"})
    _, word = next_of("back", "0")
    assert word == {"payload": json.dumps({"text": "from ours"}, separators=(",", ":")), "x-from": "ours"}, word

{"channels": channels, "streams": streams}[manner]()
print("heard", flush=True)
sys.stdin.read()
