#!/usr/bin/env bash
# `cargo asyncapi check` against the official parser (`@asyncapi/parser` of npm), documents per second over the corpus.
# Needs node and npm; the parser is installed below target/. `ASYNCAPI_CORPUS` names another corpus.
set -euo pipefail
cd "$(dirname "$0")/.."
corpus=$(realpath "${ASYNCAPI_CORPUS:-../shared/corpus}")
export PARSER=$PWD/target/parser ROUNDS=${ROUNDS:-2}
if [ ! -d "$PARSER/node_modules/@asyncapi/parser" ]; then
  mkdir -p "$PARSER"
  (cd "$PARSER" && npm init -y >/dev/null && npm install --no-audit --no-fund --ignore-scripts @asyncapi/parser@3.6.3)
fi
cargo build --release -q -p cargo-asyncapi
command=$PWD/target/release/cargo-asyncapi
# The documents that need nothing from the network.
cut -f1,13 "$corpus/INDEX.tsv" | awk -F'\t' -v corpus="$corpus" 'NR > 1 && $2 != "needs-network" { print corpus "/" $1 }' \
  >target/check-documents
mapfile -t documents <target/check-documents
count=${#documents[@]}
echo "$count documents; load $(cut -d' ' -f1 /proc/loadavg) on $(nproc) cores"
now() { date +%s.%N; }
check() { "$command" check --root "$corpus" --ref "https://=$corpus/remote/" --color never "${documents[@]}" >target/check-report || true; }
check
for _ in $(seq "$ROUNDS"); do
  start=$(now); check; end=$(now)
  ours=$(awk "BEGIN { print $end - $start }")
  start=$(now); taskset -c 0 "$command" check --root "$corpus" --ref "https://=$corpus/remote/" --color never "${documents[@]}" >target/check-report || true; end=$(now)
  awk -v n="$count" -v all="$ours" -v one="$(awk "BEGIN { print $end - $start }")" \
    'BEGIN { printf "ours: %.0f documents/s on all cores (%.2f s), %.0f on one (%.2f s), start included\n", n / all, all, n / one, one }'
done
node benches/check.mjs <target/check-documents | awk -v n="$count" '{ printf "theirs: %.1f documents/s (%.1f s), %d accepted\n", n / $1, $1, $2 }'
tail -1 target/check-report
