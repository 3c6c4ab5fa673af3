# OpenAPI documents, the declarations made of them, and what others write against them.

step_declarations() {
  ci/declarations/run.sh "${golden_declarations[@]}"
}

step_documents() {
  benchmarks
  java -Xmx1g -jar "$benchmarks_jar" openapi --sources --declarations target/declarations "$documents" 2> /dev/null
  ci/declarations/run.sh target/declarations
}

step_requests() {
  packaged
  ci/openapi/run.sh "$gateway_jar" "$sample_documents"
}

step_scripts() {
  benchmarks
  ci/scripts/run.sh "$benchmarks_jar" "$github_document" | tail -1
}

step_search() {
  [ -d "$shared_data/search" ] || { echo "There are no labelled queries in $shared_data/search: nothing to do."; return 0; }
  benchmarks
  ci/search/run.sh "$benchmarks_jar" "$shared_data"
}

step_fuzz() {
  benchmarks
  java -Xmx512m -jar "$benchmarks_jar" fuzz-documents --minutes 1 "$documents"
  java -Xmx256m -jar "$benchmarks_jar" fuzz-mcp --minutes 1 2> /dev/null
}

step_soak() {
  benchmarks
  java -jar "$benchmarks_jar" soak 60
  deno
  java -jar "$benchmarks_jar" soak 60 16 deno
}
