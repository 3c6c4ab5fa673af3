#!/usr/bin/env bash
# What the check says of real code: run.sh BENCHMARKS_JAR GITHUB_DOCUMENT. Fails if it refuses more than it did when each refusal
# was read, or if the compiler fails.
set -euo pipefail
benchmarks=$(realpath "${1:?usage: run.sh BENCHMARKS_JAR GITHUB_DOCUMENT}")
document=$(realpath "${2:?usage: run.sh BENCHMARKS_JAR GITHUB_DOCUMENT}")
cd "$(dirname "${BASH_SOURCE[0]}")"
[ -d node_modules ] || npm ci --no-progress --silent --ignore-scripts --omit=optional
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
java -jar "$benchmarks" openapi --declarations "$work" "$document" > /dev/null 2>&1
node collect.mjs "$work"/*.d.ts > "$work/snippets.jsonl" 2> /dev/null
java -jar "$benchmarks" scripts "$document" "$work/snippets.jsonl" 2> "$work/log.txt" | tee "$work/refused.txt" || { cat "$work/log.txt" >&2; exit 1; }
if grep 'the compiler failed' "$work/log.txt" >&2; then exit 1; fi
read -r snippets refused < <(sed -nE 's/^([0-9]+) snippets: ([0-9]+) refused.*/\1 \2/p' "$work/refused.txt")
[ "$snippets" -ge 600 ] && [ "$refused" -le 58 ]
