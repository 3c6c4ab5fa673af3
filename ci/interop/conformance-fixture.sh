#!/usr/bin/env bash
# Runs the official conformance suite, every scenario of it, against the transport of codemode-mcp with the suite's own
# fixtures: conformance-fixture.sh [-Dmaven.main.skip], with the option if all is compiled, the tests too.
set -euo pipefail
root=$(realpath "$(dirname "$0")/../..")
source "$(dirname "$0")/env.sh"
[ $# = 0 ] && options=(-DskipTests) || options=(-Dquickly "$@")
(cd "$root" && mvn -q -B -pl codemode-mcp -am "${options[@]}" test-compile dependency:build-classpath \
  -Dmdep.includeScope=test -Dmdep.outputFile=target/test-classpath.txt)
module="$root/codemode-mcp/target"
serve_http java -cp "$module/test-classes:$module/classes:$(cat "$module/test-classpath.txt")" \
  dev.codemode.mcp.ConformanceServer
./conformance.sh "$url"
