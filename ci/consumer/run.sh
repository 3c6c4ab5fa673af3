#!/usr/bin/env bash
# Builds a project outside the reactor from the installed artifacts, with README's Maven snippet and README's class alone,
# on the class path and on the module path, and drives both with the official TypeScript client.
# Needs `mvn -Dquickly install` before it.
set -euo pipefail
cd "$(dirname "$0")"
readme=$PWD/../../README.md
work=${1:-$PWD/target}
rm -rf "$work"

# block NAME: prints the fenced block of README that follows the comment `<!-- consumer: NAME -->`.
block() {
  awk -v marker="<!-- consumer: $1 -->" '$0 == marker { found = 1; next } found && /^```/ { if (open) exit; open = 1; next } open' "$readme"
}

# project DIRECTORY: writes a project of README's two blocks and nothing else of ours.
project() {
  mkdir -p "$1/src/main/java/shop"
  block "src/main/java/shop/BookService.java" > "$1/src/main/java/shop/BookService.java"
  {
    cat <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>shop</groupId>
  <artifactId>consumer</artifactId>
  <version>1</version>
  <properties>
    <maven.compiler.release>17</maven.compiler.release>
    <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
  </properties>
POM
    block "pom.xml"
    echo '</project>'
  } > "$1/pom.xml"
  [ -s "$1/src/main/java/shop/BookService.java" ] && grep -q codemode-mcp "$1/pom.xml"
}

project "$work/class-path"
project "$work/module-path"
cat > "$work/module-path/src/main/java/module-info.java" <<'JAVA'
module shop {
    requires dev.codemode.core;
    requires dev.codemode.mcp;
    requires dev.codemode.sandbox.graal;

    exports shop;
    opens shop to com.fasterxml.jackson.databind, dev.codemode.core;
}
JAVA

for kind in class-path module-path; do
  (cd "$work/$kind" && mvn -q -B -ntp package dependency:copy-dependencies -DincludeScope=runtime -DoutputDirectory=target/lib)
  if [ "$kind" = class-path ]; then
    command=(java -cp "$work/$kind/target/classes:$work/$kind/target/lib/*" shop.BookService)
  else
    command=(java -p "$work/$kind/target/classes:$work/$kind/target/lib" -m shop/shop.BookService)
  fi
  node ../interop/consumer.mjs "${command[@]}"
  echo "ok: the consumer on the ${kind/-/ }"
done
