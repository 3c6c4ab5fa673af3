#!/usr/bin/env bash
# Calls 300 operations through the gateway, most of them of public documents, in front of servers that check each request: run.sh JAR DOCUMENTS
set -euo pipefail
jar=$(realpath "${1:?usage: run.sh JAR DOCUMENTS}")
documents=$(realpath "${2:?usage: run.sh JAR DOCUMENTS}")
cd "$(dirname "$0")"
source ../node.sh
node prove.mjs "$jar" "$documents"
