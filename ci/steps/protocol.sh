# MCP, spoken by programs that are not ours.

step_client() {
  packaged
  ci/interop/tsclient.sh "$bookshop_jar"
}

step_inspector() {
  packaged
  ci/interop/inspector.sh "$bookshop_jar"
}

step_conformance() {
  packaged
  ci/interop/conformance.sh "$bookshop_jar" ci/interop/conformance-baseline.yml
  # shellcheck disable=SC2046 # no word or one
  ci/interop/conformance-fixture.sh $(compiled)
}

step_gateway() {
  packaged
  readme gateway
  ci/interop/gateway.sh "$gateway_jar" "$gateway/sample/gateway.yaml"
}

step_audit() {
  packaged
  readme audit
  ci/audit/run.sh "$gateway_jar" "$bookshop/target/classes" "$github_document"
}
