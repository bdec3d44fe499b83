#!/usr/bin/env bash
# Cold debug build of a crate that has but the types of 500 schemas: those of asyncapi! against typify's, with the same
# derives. What they depend on is built before. Runs alternate; CPU seconds (user + system); median of ROUNDS (10).
set -euo pipefail
cd "$(dirname "$0")"
rounds=${ROUNDS:-10}
scratch=$(mktemp -d); trap 'rm -rf "$scratch"' EXIT
export CARGO_INCREMENTAL=0

package() { # NAME, and its dependencies from the standard input
  mkdir -p "$scratch/$1/src"
  { printf '[package]\nname = "types-of-%s"\nversion = "0.0.0"\nedition = "2024"\n[workspace]\n[dependencies]\n' "$1"; cat; } >"$scratch/$1/Cargo.toml"
}
package ours <<EOF
asyncapi-runtime = { path = "$PWD/../asyncapi-runtime" }
EOF
package peer <<EOF
chrono = { version = "0.4", default-features = false, features = ["serde", "std"] }
serde = { version = "1", features = ["derive"] }
serde_json = "1"
uuid = { version = "1", features = ["serde"] }
EOF
cargo run -q -p asyncapi-benches --bin types_code -- types >"$scratch/ours/src/lib.rs"
cargo run -q -p asyncapi-benches --bin types_code -- document |
  cargo run -q --manifest-path typify-types/Cargo.toml >"$scratch/peer/src/lib.rs"

build() { (cd "$scratch/$1" && CARGO_TARGET_DIR="$scratch/target-$1" cargo build -q "${@:2}"); }
measure() { # NAME
  touch "$scratch/$1/src/lib.rs"
  TIMEFORMAT='%U %S'
  { time build "$1" --offline 2>/dev/null; } 2>"$scratch/time"
  awk '{ print $1 + $2 }' "$scratch/time" >>"$scratch/times-$1"
}
build ours
build peer
for _ in $(seq "$rounds"); do
  measure ours
  measure peer
done
median() { sort -n "$scratch/times-$1" | awk '{ a[NR] = $1 } END { print a[int((NR + 1) / 2)] }'; }
ours=$(median ours); peer=$(median peer)
awk -v o="$ours" -v p="$peer" 'BEGIN { printf "asyncapi! %.1f s, typify %.1f s, ratio %.2f (at most 0.6)\n", o, p, o / p }'
