#!/usr/bin/env bash
# Drives a server with the official TypeScript SDK, over stdio and over HTTP: tsclient.sh JAR
set -euo pipefail
jar=$(realpath "${1:?usage: tsclient.sh JAR}")
source "$(dirname "$0")/env.sh"
node tsclient.mjs stdio "$jar"
serve_http java -jar "$jar" http --port
node tsclient.mjs http "$url"
