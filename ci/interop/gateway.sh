#!/usr/bin/env bash
# Drives the gateway with the official TypeScript SDK over HTTP, and looks at its exit statuses: gateway.sh JAR CONFIG
set -euo pipefail
jar=$(realpath "${1:?usage: gateway.sh JAR CONFIG}")
sample=$(realpath "${2:?usage: gateway.sh JAR CONFIG}")
source "$(dirname "$0")/env.sh"
status() {
  local found=0
  "${@:2}" > /dev/null 2>&1 || found=$?
  [ "$found" = "$1" ] || { echo "expected exit status $1, got $found: ${*:2}"; exit 1; }
}
status 0 java -jar "$jar" --help
status 2 java -jar "$jar" stdio
status 2 env -u LIBRARY_TOKEN java -jar "$jar" --config "$sample" check
export LIBRARY_TOKEN=secret
status 0 java -jar "$jar" --config "$sample" check
serve_http java -jar "$jar" --config "$sample" http --port
node tsclient.mjs http "$url"
