# The newer JDK.

step_newer-jdk() {
  packaged
  on_newer_jdk ci/interop/start.sh "$bookshop_jar" "$gateway_jar" "$gateway/sample/gateway.yaml"
}

step_newer-jdk-tests() {
  deno
  # What repeats other tests has run on the default JDK.
  on_newer_jdk env maven_threads=1 timeout 2400 bash -c "mvn clean verify \"-DexcludedGroups=proof | hostile\""
  touch "$state/packaged"
  ci/skips.sh
}
