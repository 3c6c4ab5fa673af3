#!/usr/bin/env bash
# Drives a server with the official inspector, over stdio and over HTTP: inspector.sh JAR
# JAR serves with `java -jar JAR stdio` and `java -jar JAR http --port N`.
set -euo pipefail
jar=$(realpath "${1:?usage: inspector.sh JAR}")
source "$(dirname "$0")/env.sh"

# check NAME EXPECTED_RC EXPECTED_TEXT COMMAND...: runs the command and compares its exit code and a part of its output.
check() {
  local name=$1 rc=$2 text=$3 actual=0 output
  shift 3
  output=$("$@" 2>&1) || actual=$?
  if [ "$actual" != "$rc" ] || [[ $output != *"$text"* ]]; then
    echo "FAILED: $name: exit code $actual, expected $rc with '$text' in:"
    echo "$output"
    exit 1
  fi
  echo "ok: $name"
}

# exercise TRANSPORT TARGET...: lists, searches, executes, and runs a script that fails (exit code 5 of the inspector).
exercise() {
  local transport=$1
  shift
  check "$transport: tools/list" 0 '"execute"' inspect --method tools/list --strict "$@"
  check "$transport: search" 0 '"content"' inspect --method tools/call --tool-name search --tool-arg query=find "$@"
  check "$transport: execute" 0 '"text": "42"' \
    inspect --method tools/call --tool-name execute --tool-arg 'code=return 6 * 7' "$@"
  check "$transport: a script that fails" 5 'fail on purpose' \
    inspect --method tools/call --tool-name execute --tool-arg 'code=throw new Error("fail on purpose")' "$@"
}

inspect() {
  local options=()
  while [ $# -gt 0 ] && [ "$1" != TARGET ]; do
    options+=("$1")
    shift
  done
  shift
  if [ "$1" = stdio ]; then
    mcp-inspector --cli "${options[@]}" -- java -jar "$jar" stdio
  else
    mcp-inspector --cli "$1" --transport http "${options[@]}"
  fi
}

exercise stdio TARGET stdio
serve_http java -jar "$jar" http --port
exercise http TARGET "$url"
