#!/usr/bin/env bash
# Fails when a test was skipped for a reason that ci/allowed-skips.txt does not name, or when no test ran. A report has the
# reason on the line of its element, as an attribute or as the first line of its text.
set -euo pipefail
cd "$(dirname "$0")/.."
reports=$(find . -path '*/target/surefire-reports/TEST-*.xml' -not -path './ci/*')
[ -n "$reports" ] || { echo "no test ran"; exit 1; }
# shellcheck disable=SC2086
skipped=$(grep -h '<skipped' $reports | grep -vFf ci/allowed-skips.txt || true)
if [ -n "$skipped" ]; then
  echo "tests were skipped:"
  echo "$skipped"
  exit 1
fi
