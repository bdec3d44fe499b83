"""A peer of the suite's document on nats-py: asks and hears in its own way, with nothing of ours on the wire."""
import asyncio, json, sys
import nats

async def main(url):
    connection = await nats.connect(url)
    # Ours answers: plain request and reply by inbox.
    reply = await connection.request("asks", json.dumps({"number": 21}).encode(), timeout=10)
    assert json.loads(reply.data) == {"number": 42}, reply.data
    # Ours hears and sends.
    heard = asyncio.get_running_loop().create_future()
    async def on_word(message):
        heard.set_result((json.loads(message.data), dict(message.headers or {})))
    await connection.subscribe("back", cb=on_word)
    # Ours asks; this answers.
    async def on_question(message):
        await message.respond(json.dumps({"number": json.loads(message.data)["number"] + 1}).encode())
    await connection.subscribe("peer", cb=on_question)
    await connection.flush()
    await connection.publish("words", json.dumps({"text": "from nats-py"}).encode(), headers={"x-from": "nats-py"})
    await connection.flush()
    word, headers = await asyncio.wait_for(heard, 10)
    assert word == {"text": "from ours"} and headers.get("x-from") == "ours", (word, headers)
    print("heard", flush=True)
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)
    await connection.close()

asyncio.run(main(sys.argv[1]))
