#!/usr/bin/env bash
# Starts the bookshop and the gateway with the java that is on the path, and runs a script in each:
#   start.sh BOOKSHOP_JAR GATEWAY_JAR GATEWAY_CONFIG
set -euo pipefail
usage="usage: start.sh BOOKSHOP_JAR GATEWAY_JAR GATEWAY_CONFIG"
bookshop=$(realpath "${1:?$usage}")
gateway=$(realpath "${2:?$usage}")
config=$(realpath "${3:?$usage}")
source "$(dirname "$0")/env.sh"
export LIBRARY_TOKEN=secret
node execute.mjs "return JSON.stringify(await orders.find({})).length > 100" true java -jar "$bookshop" stdio
node execute.mjs "return 6 * 7" 42 java -jar "$gateway" --config "$config" stdio
