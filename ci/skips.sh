#!/usr/bin/env bash
# Fails when a test was skipped for a reason that ci/allowed-skips.txt does not name, or when no test ran.
set -euo pipefail
cd "$(dirname "$0")/.."
reports=$(find . -path '*/target/surefire-reports/TEST-*.xml' -not -path './ci/*')
[ -n "$reports" ] || { echo "no test ran"; exit 1; }
# shellcheck disable=SC2086
skipped=$(grep -ho '<skipped[^>]*>' $reports | grep -vFf ci/allowed-skips.txt || true)
if [ -n "$skipped" ]; then
  echo "tests were skipped:"
  echo "$skipped"
  exit 1
fi
