#!/usr/bin/env bash
# Starts the gateway for one document over stdio, as a peer of a benchmark.
#   gateway.sh DOCUMENT BASE_URL TIMEOUT_MS [graal|v8]
# The service's name is bench. JAVA_OPTS goes to the JVM. Run `codemode-gateway prepare` once before, or the first server
# makes its archive while it is measured.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
config=$(mktemp)
cat >"$config" <<YAML
openapi:
  - name: bench
    document: "$1"
    baseUrl: $2
limits: { maxRunTime: ${3}ms, maxConcurrentHostCalls: 128 }
sandbox: { engine: ${4:-graal} }
YAML
# The configuration is read once, at the start; the shell is replaced, so that signals and memory are the server's.
exec 9<"$config"
rm "$config"
exec "$root/codemode-gateway/bin/codemode-gateway" --config /dev/fd/9 stdio
