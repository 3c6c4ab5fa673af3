# README's build and tests, what is published, and who consumes it.

step_demo() {
  readme demo
  touch "$state/packaged"
}

step_tests() {
  readme tests
  touch "$state/packaged"
  ci/skips.sh
}

step_repeated-tests() {
  mvn test -DexcludedGroups= "-Dgroups=proof | (hostile & repeated)" -Dsurefire.failIfNoSpecifiedTests=false
  ci/skips.sh
}

step_install() {
  mvn -q -Dquickly -Papidocs install "${not_installed[@]}"
  touch "$state/installed"
}

step_advisories() {
  installed
  ci/advisories/run.sh
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
  mvn -q -Pembedding -pl codemode-examples/embedding -am verify -Dtest=EmbeddingMainTest -Dsurefire.failIfNoSpecifiedTests=false
}
