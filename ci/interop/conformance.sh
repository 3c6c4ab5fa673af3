#!/usr/bin/env bash
# Runs the official conformance suite: conformance.sh URL|JAR [BASELINE]
# Without a baseline every scenario must pass. With one, exactly the scenarios that it names may fail.
# JAR serves with `java -jar JAR http --port N`.
set -euo pipefail
target=${1:?usage: conformance.sh URL|JAR [BASELINE]}
[ ! -f "$target" ] || target=$(realpath "$target")
baseline=${2:+$(realpath "$2")}
source "$(dirname "$0")/env.sh"
url=$target
[ ! -f "$target" ] || serve_http java -jar "$target" http --port
conformance server --url "$url" --suite active ${baseline:+--expected-failures "$baseline"}
