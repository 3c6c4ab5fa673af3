#!/usr/bin/env bash
# Runs the official conformance suite: conformance.sh URL [BASELINE]
# Without a baseline every scenario must pass. With one, exactly the scenarios that it names may fail.
set -euo pipefail
url=${1:?usage: conformance.sh URL [BASELINE]}
baseline=${2:+$(realpath "$2")}
source "$(dirname "$0")/env.sh"
conformance server --url "$url" --suite active ${baseline:+--expected-failures "$baseline"}
