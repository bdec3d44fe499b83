#!/usr/bin/env bash
# Cold debug build of asyncapi-macros with all below it, against the same of a macro crate on typify, syn (full),
# serde_yaml and prettyplease. Runs alternate; CPU seconds (user + system); median of ROUNDS (10).
set -euo pipefail
cd "$(dirname "$0")"
rounds=${ROUNDS:-10}
scratch=$(mktemp -d); trap 'rm -rf "$scratch"' EXIT
export CARGO_INCREMENTAL=0
cargo fetch -q --manifest-path ../Cargo.toml
cargo fetch -q --manifest-path typify-macro/Cargo.toml

measure() { # NAME CARGO-ARGUMENTS…
  local name=$1; shift
  rm -rf "$scratch/target"
  TIMEFORMAT='%U %S'
  { time CARGO_TARGET_DIR="$scratch/target" cargo build -q --offline "$@" 2>/dev/null; } 2>"$scratch/time"
  awk '{ print $1 + $2 }' "$scratch/time" >>"$scratch/$name"
}
for _ in $(seq "$rounds"); do
  measure ours --manifest-path ../Cargo.toml -p asyncapi-macros
  measure peer --manifest-path typify-macro/Cargo.toml
done
median() { sort -n "$scratch/$1" | awk '{ a[NR] = $1 } END { print a[int((NR + 1) / 2)] }'; }
ours=$(median ours); peer=$(median peer)
awk -v o="$ours" -v p="$peer" 'BEGIN { printf "asyncapi-macros %.1f s, typify macro %.1f s, ratio %.2f (at most 0.33)\n", o, p, o / p }'
