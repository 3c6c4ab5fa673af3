# README's build and tests, what is published, and who consumes it.

step_demo() {
  readme demo | tee "$state/demo"
  python3 ci/screen.py "$state/demo" 190 100
  touch "$state/packaged"
}

step_tests() {
  deno
  maven_threads=1 readme tests
  touch "$state/packaged" "$state/tested"
  ci/skips.sh
}

step_repeated-tests() {
  deno
  maven_threads=1 mvn test -DexcludedGroups= "-Dgroups=proof | (hostile & repeated)" -Dsurefire.failIfNoSpecifiedTests=false
  ci/skips.sh
}

step_install() {
  # shellcheck disable=SC2046 # no word or one
  mvn -q -Dquickly $(compiled) -Papidocs install "${not_installed[@]}"
  touch "$state/installed"
}

step_advisories() {
  installed
  maven_threads=1 ci/advisories/run.sh # each module appends to one file
}

step_consumer() {
  installed
  ci/consumer/run.sh
}

step_deployments() {
  installed
  ci/deployments/run.sh
}

step_embedding() {
  maven_threads=1 mvn -q -Pembedding -pl codemode-examples/embedding -am verify -Dtest=EmbeddingMainTest -Dsurefire.failIfNoSpecifiedTests=false
}
