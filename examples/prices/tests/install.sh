#!/usr/bin/env bash
# Installs the browser that the test of the page drives, unless there is one.
set -euo pipefail
for browser in chromium-headless-shell chromium chromium-browser google-chrome; do
  if command -v "$browser" >/dev/null; then exit 0; fi
done
apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium-headless-shell
