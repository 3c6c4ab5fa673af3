#!/usr/bin/env bash
# Ranks labelled queries with the benchmark module and fails below a floor.
#   run.sh BENCHMARKS_JAR DATA [RESULTS]
# DATA holds search/queries, search/corpora, search/evaluate.py, and the OpenAPI documents of the corpora.
set -euo pipefail
jar=$1
data=$2
results=${3:-$(mktemp)}
openapi=()
for file in "$data"/openapi/*/{cloudflare,github,spotify}.json.gz; do
  [ -e "$file" ] && openapi+=("$(basename "$file" .json.gz)=$file")
done
lists=()
for file in "$data"/search/corpora/*.ops.jsonl.gz; do
  lists+=("$(basename "$file" .ops.jsonl.gz)=$file")
done
java -jar "$jar" search --queries "$data/search/queries" --openapi "${openapi[@]}" --operations "${lists[@]}" --out "$results"
python3 "$data/search/evaluate.py" "$data/search/queries" "$results" --by set | tee >(cat >&2) | python3 "$(dirname "$0")/floor.py"
