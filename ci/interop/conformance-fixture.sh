#!/usr/bin/env bash
# Runs the official conformance suite, every scenario of it, against the transport of codemode-mcp with the suite's own
# fixtures: conformance-fixture.sh. Needs the module's test classes (mvn test-compile).
set -euo pipefail
root=$(realpath "$(dirname "$0")/../..")
source "$(dirname "$0")/env.sh"
(cd "$root" && mvn -q -B -pl codemode-mcp -am -DskipTests test-compile dependency:build-classpath \
  -Dmdep.includeScope=test -Dmdep.outputFile=target/test-classpath.txt)
module="$root/codemode-mcp/target"
serve_http java -cp "$module/test-classes:$module/classes:$(cat "$module/test-classpath.txt")" \
  dev.codemode.mcp.ConformanceServer
./conformance.sh "$url"
