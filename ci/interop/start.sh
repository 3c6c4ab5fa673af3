#!/usr/bin/env bash
# Starts the bookshop and the gateway, by itself and by its launcher, with the java that is on the path, and runs a script in each:
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
launcher=$(dirname "$gateway")/../bin/codemode-gateway
GATEWAY_CACHE=$(mktemp -d)
export GATEWAY_CACHE
archive=$("$launcher" prepare 2> /dev/null | tail -1)
[ -s "$archive" ] || { echo "the launcher prepared no archive"; exit 1; }
node execute.mjs "return 6 * 7" 42 "$launcher" --config "$config" stdio
# What is damaged is ignored.
chmod u+w "$archive"
dd if=/dev/zero of="$archive" bs=4096 seek=1000 count=10 conv=notrunc 2> /dev/null
node execute.mjs "return 6 * 7" 42 "$launcher" --config "$config" stdio
rm -r "$GATEWAY_CACHE"
