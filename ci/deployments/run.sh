#!/usr/bin/env bash
# Packs one small application in every way that is supported, starts each, and drives it with the official TypeScript client:
# a call, an endless loop that is stopped, the next script, a misspelt one that is refused before its first call, TypeScript in
# a fence, no class of the application in a worker of any kind, no process left.
# Needs `mvn -Dquickly install` before it, and Linux.
set -euo pipefail
cd "$(dirname "$0")"
here=$PWD
source ../node.sh

# Maven ends before its hot code is worth the slow compiler.
MAVEN_OPTS="-XX:TieredStopAtLevel=1 ${MAVEN_OPTS:-}" mvn -q -B -ntp clean package

# drive NAME COMMAND...: starts an application and drives it.
drive() {
  local name=$1
  shift
  node ../interop/deployed.mjs "$@"
  echo "ok: $name"
}

plain=$here/plain/target
drive "plain class path" java -cp "$plain/classes:$plain/lib/*" shop.Main
drive "module path" java -p "$plain/plain-1.jar:$plain/lib" -m shop/shop.Main
drive "shaded jar" java -jar shaded/target/shaded-1.jar
drive "Spring Boot 3.5 executable jar" java -jar boot3/target/boot3-1.jar
drive "Spring Boot 4 executable jar" java -jar boot4/target/boot4-1.jar
if [ "$(uname -sm)" = "Linux x86_64" ]; then
  drive "Spring Boot 3.5 executable jar, on V8" java -jar boot3/target/boot3-1.jar --v8
  drive "Spring Boot 4 executable jar, on V8" java -jar boot4/target/boot4-1.jar --v8
fi

missing=$plain/no/bin/java
expected="Cannot start workers of GraalJS: there is no Java launcher at $missing. Give a launcher with javaLauncher(path), run scripts that you trust in this process with GraalSandbox.unsafeInProcess(), or pass a Sandbox of your own."
if java -cp "$plain/classes:$plain/lib/*" shop.Main "$missing" 2> "$plain/error.txt" < /dev/null; then
  echo "an application without a launcher started"
  exit 1
fi
grep -qF "$expected" "$plain/error.txt" || { cat "$plain/error.txt"; exit 1; }
echo "ok: the error without a Java launcher"
