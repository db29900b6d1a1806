#!/usr/bin/env bash
# Runs the end-to-end tests, which run dist/, on Node 24: what the runner uses. The npm package `node` brings the binary;
# it is kept out of package.json, since nobody else needs its 126 MB.
set -euo pipefail
cd "$(dirname "$0")/.."

node24=.cache/node24/node_modules/node/bin/node
if ! [ -x "$node24" ]; then
  mkdir -p .cache/node24
  npm install --prefix .cache/node24 --no-save --no-audit --no-fund --ignore-scripts=false --allow-scripts=node node@24 >/dev/null
fi
"$node24" --version
exec "$node24" scripts/test.mjs "${@:-__tests__/e2e}"
