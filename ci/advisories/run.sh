#!/usr/bin/env bash
# Holds the dependencies of the published modules, and of the gateway, against advisories.tsv. An entry that accepts an advisory and
# concerns nothing any more fails too.
set -euo pipefail
cd "$(dirname "$0")/../.."
list=$(mktemp)
trap 'rm -f "$list"' EXIT
mvn -q -B -ntp dependency:list -DincludeScope=runtime -DoutputFile="$list" -DappendOutput=true
python3 ci/advisories/check.py ci/advisories/advisories.tsv "$list"
