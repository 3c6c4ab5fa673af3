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
# README's block on OpenAPI documents compiles with one dependency more.
sed -i 's|<dependencies>|<dependencies><dependency><groupId>dev.codemode</groupId><artifactId>codemode-openapi</artifactId><version>0.1.0-SNAPSHOT</version></dependency>|' "$work/class-path/pom.xml"
cat > "$work/class-path/src/main/java/shop/Documents.java" <<JAVA
package shop;

import dev.codemode.CodeMode;
import dev.codemode.openapi.Credential;
import dev.codemode.openapi.OpenApiSource;
import dev.codemode.openapi.OperationFilter;
import dev.codemode.sandbox.graal.GraalSandbox;
import java.nio.file.Path;
import java.util.Map;

final class Documents {
    static CodeMode open(Map<String, String> secrets) {
        $(block OpenAPI)
        return codeMode;
    }
}
JAVA
grep -q OpenApiSource.builder "$work/class-path/src/main/java/shop/Documents.java"
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
