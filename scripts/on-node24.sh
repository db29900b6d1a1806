#!/usr/bin/env bash
# Runs tests (by default the end-to-end ones, which run dist/) on Node 24, what the runner uses. The npm package `node`
# brings the binary; it is kept out of package.json, since nobody else needs its 126 MB.
set -euo pipefail
cd "$(dirname "$0")/.."

folder=.cache/node24
node24=$folder/node_modules/node/bin/node
if ! [ -x "$node24" ]; then
  mkdir -p "$folder"
  # The package gets the binary for this platform in a script of its own: npm 11 wants that allowed by name.
  echo '{ "private": true, "allowScripts": { "node": true } }' >"$folder/package.json"
  npm install --prefix "$folder" --no-audit --no-fund --ignore-scripts=false node@24 >/dev/null
fi
"$node24" --version
exec "$node24" scripts/test.mjs "${@:-__tests__/e2e}"
